// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/column.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace assay::engine;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t second = 1'000'000;

} // namespace

class TestColumn : public QObject
{
    Q_OBJECT

private slots:
    void kindNames();
    void numbersAsText_data();
    void numbersAsText();
    void timesAsText_data();
    void timesAsText();
    void codesAreSorted();
    void groups();
    void select();
    void missing();
};

void TestColumn::kindNames()
{
    for (const Kind kind :
         {Kind::Boolean, Kind::Integer, Kind::Real, Kind::Categorical, Kind::Text, Kind::Date, Kind::DateTime})
        QVERIFY(kindFromName(name(kind)) == kind);
    QVERIFY(!kindFromName("Real"));
    QVERIFY(!kindFromName(""));
}

void TestColumn::numbersAsText_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 42.0 << "42";
    QTest::newRow("tenth") << 0.1 << "0.1";
    QTest::newRow("third") << 1.0 / 3 << "0.3333333333333333";
    QTest::newRow("large") << 9007199254740992.0 << "9007199254740992";
    QTest::newRow("tiny") << 1e-300 << "1e-300";
    QTest::newRow("negative zero") << -0.0 << "0";
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "inf";
    QTest::newRow("missing") << nothing << "";
}

void TestColumn::numbersAsText()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    const Column column = Column::numbers("x", Kind::Real, {value});
    QCOMPARE(QString::fromStdString(column.text(0)), text);
    if (!text.isEmpty())
        QCOMPARE(std::stod(column.text(0)), value);
}

void TestColumn::timesAsText_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("dateTime");
    const qint64 day = 86'400 * second;
    QTest::newRow("epoch") << qint64(0) << "1970-01-01"
                           << "1970-01-01T00:00:00";
    QTest::newRow("before") << qint64(-1) << "1969-12-31"
                            << "1969-12-31T23:59:59.999999";
    QTest::newRow("leap day") << 18321 * day << "2020-02-29"
                              << "2020-02-29T00:00:00";
    QTest::newRow("fraction") << day + 3661 * second + 5 << "1970-01-02"
                              << "1970-01-02T01:01:01.000005";
    QTest::newRow("year 1") << -719162 * day << "0001-01-01"
                            << "0001-01-01T00:00:00";
}

void TestColumn::timesAsText()
{
    QFETCH(qint64, time);
    QFETCH(QString, date);
    QFETCH(QString, dateTime);
    QCOMPARE(QString::fromStdString(Column::times("t", Kind::Date, {time}).text(0)), date);
    QCOMPARE(QString::fromStdString(Column::times("t", Kind::DateTime, {time}).text(0)), dateTime);
}

void TestColumn::codesAreSorted()
{
    const Column column = Column::codes("c", Kind::Categorical, {0, 1, -1, 2, 0}, {"pear", "Apple", "fig"});
    QCOMPARE(column.levels(), (std::vector<std::string>{"Apple", "fig", "pear"}));
    const std::vector<std::int32_t> codes(column.codes().begin(), column.codes().end());
    QCOMPARE(codes, (std::vector<std::int32_t>{2, 0, -1, 1, 2}));
    QCOMPARE(column.text(0), std::string("pear"));
    const Column same = Column::texts("c", Kind::Categorical, {"pear", "Apple", std::nullopt, "fig", "pear"});
    QCOMPARE(same.levels(), column.levels());
    QVERIFY(std::ranges::equal(same.codes(), column.codes()));
}

void TestColumn::groups()
{
    const auto numbers = Column::numbers("x", Kind::Integer, {10, 9, nothing, 10, -1}).groups();
    QCOMPARE(numbers.labels, (std::vector<std::string>{"-1", "9", "10"})); // by value, not as text
    QCOMPARE(numbers.codes, (std::vector<std::int32_t>{2, 1, -1, 2, 0}));
    const auto truth = Column::numbers("b", Kind::Boolean, {1, 0, nothing}).groups();
    QCOMPARE(truth.labels, (std::vector<std::string>{"false", "true"}));
    QCOMPARE(truth.codes, (std::vector<std::int32_t>{1, 0, -1}));
    const auto times = Column::times("t", Kind::Date, {86'400 * second, Column::missingTime, 0}).groups();
    QCOMPARE(times.labels, (std::vector<std::string>{"1970-01-01", "1970-01-02"}));
    QCOMPARE(times.codes, (std::vector<std::int32_t>{1, -1, 0}));
}

void TestColumn::select()
{
    const Rows rows{3, 0, 0};
    const Column numbers = Column::numbers("x", Kind::Real, {1, 2, 3, nothing}).select(rows);
    QCOMPARE(numbers.rows(), std::size_t(3));
    QVERIFY(numbers.isMissing(0));
    QCOMPARE(numbers.numbers()[1], 1.0);
    QCOMPARE(numbers.missingCount(), std::size_t(1));
    const Column codes = Column::texts("c", Kind::Categorical, {"a", "b", "c", "d"}).select(rows);
    QCOMPARE(codes.levels().size(), std::size_t(4)); // levels stay, so that codes keep their meaning
    QCOMPARE(codes.text(0), std::string("d"));
    QCOMPARE(numbers.select(Rows{}).rows(), std::size_t(0));
    QCOMPARE(numbers.renamed("y").name(), std::string("y"));
}

void TestColumn::missing()
{
    QCOMPARE(Column::numbers("x", Kind::Real, {nothing, 1}).missingCount(), std::size_t(1));
    QCOMPARE(Column::times("t", Kind::Date, {Column::missingTime, 1}).missingCount(), std::size_t(1));
    QCOMPARE(Column::texts("c", Kind::Text, {std::nullopt, "x", std::nullopt}).missingCount(), std::size_t(2));
    QVERIFY(Column::texts("c", Kind::Text, {std::nullopt}).isMissing(0));
    QCOMPARE(Column::texts("c", Kind::Text, {std::nullopt}).text(0), std::string());
}

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
