// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profile.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Column numbers(const char *name, std::vector<double> values, Kind kind = Kind::Real)
{
    return Column::numbers(name, kind, std::move(values));
}

bool has(const Profile &profile, const std::string &code, const std::string &column)
{
    return std::ranges::any_of(profile.warnings,
                               [&](const DataWarning &w) { return w.code == code && w.column == column; });
}

std::vector<double> sequence(std::size_t count, double (*value)(std::size_t))
{
    std::vector<double> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(value(i));
    return out;
}

std::vector<std::optional<std::string>> texts(std::size_t count, std::string (*value)(std::size_t))
{
    std::vector<std::optional<std::string>> out;
    for (std::size_t i = 0; i < count; ++i)
        out.emplace_back(value(i));
    return out;
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void numbersOfSmallColumn();
    void singleValue();
    void texts_();
    void dates();
    void wholeNumberBins();
    void histogramCountsEveryRow();
    void duplicateRows();
    void warnings_data();
    void warnings();
    void leaksToQuantity();
    void imbalance();
    void unknownTarget();
    void suggestsTarget_data();
    void suggestsTarget();
    void document();
    void cancels();
};

void TestProfile::numbersOfSmallColumn()
{
    // By hand: mean 31/5, squared deviations 10.24+4.84+1.44+0.04+... over 4; quartiles by linear interpolation.
    const auto found = profile(Table({numbers("x", {3, nothing, 4, 5, 6, 13})}));
    const ColumnProfile &x = found->columns[0];
    QCOMPARE(x.missing, std::size_t(1));
    QCOMPARE(x.distinct, std::size_t(5));
    QCOMPARE(*x.mean, 6.2);
    QCOMPARE(*x.std, std::sqrt((3.2 * 3.2 + 2.2 * 2.2 + 1.2 * 1.2 + 0.2 * 0.2 + 6.8 * 6.8) / 4));
    QCOMPARE(*x.min, 3.0);
    QCOMPARE(*x.q25, 4.0);
    QCOMPARE(*x.median, 5.0);
    QCOMPARE(*x.q75, 6.0);
    QCOMPARE(*x.max, 13.0);
    const auto even = profile(Table({numbers("x", {1, 2, 3, 10})}));
    QCOMPARE(*even->columns[0].q25, 1.75);
    QCOMPARE(*even->columns[0].median, 2.5);
    QCOMPARE(*even->columns[0].q75, 4.75);
}

void TestProfile::singleValue()
{
    const auto found = profile(Table({numbers("x", {7}), numbers("empty", {nothing})}));
    QCOMPARE(*found->columns[0].mean, 7.0);
    QVERIFY(!found->columns[0].std);
    QCOMPARE(found->columns[0].histogram.counts, std::vector<std::size_t>{1});
    QVERIFY(!found->columns[1].mean);
    QVERIFY(found->columns[1].histogram.counts.empty());
    QCOMPARE(found->columns[1].distinct, std::size_t(0));
}

void TestProfile::texts_()
{
    const auto found = profile(Table({Column::texts("c", Kind::Categorical, {"b", "a", "b", std::nullopt, "c", "a"})}));
    const ColumnProfile &c = found->columns[0];
    const std::vector<ValueCount> expected{{"a", 2}, {"b", 2}, {"c", 1}};
    QCOMPARE(c.top, expected);
    QCOMPARE(c.missing, std::size_t(1));
    QVERIFY(!c.mean && !c.min);
    QCOMPARE(c.minText, std::string("a"));
    QCOMPARE(c.maxText, std::string("c"));
    QCOMPARE(c.histogram.labels, (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(c.histogram.edges.empty());

    const auto many = profile(Table({Column::texts(
        "c", Kind::Categorical, texts(300, [](std::size_t i) { return "v" + std::to_string(i % 60); }))}));
    QCOMPARE(many->columns[0].top.size(), std::size_t(10));
    QCOMPARE(many->columns[0].histogram.labels.size(), std::size_t(21));
    QCOMPARE(many->columns[0].histogram.labels.back(), std::string("(other)"));
    QCOMPARE(many->columns[0].histogram.counts.back(), std::size_t(200));
}

void TestProfile::dates()
{
    const std::int64_t day = 86'400'000'000;
    const auto found = profile(Table({Column::times("d", Kind::Date, {0, 31 * day, Column::missingTime})}));
    QCOMPARE(found->columns[0].minText, std::string("1970-01-01"));
    QCOMPARE(found->columns[0].maxText, std::string("1970-02-01"));
    QVERIFY(!found->columns[0].mean);
    QCOMPARE(found->columns[0].histogram.edges.front(), 0.0);
    QCOMPARE(found->columns[0].histogram.edges.back(), 31.0 * static_cast<double>(day));
}

void TestProfile::wholeNumberBins()
{
    const auto found = profile(Table({numbers("k", {1, 2, 2, 4}, Kind::Integer)}));
    QCOMPARE(found->columns[0].histogram.edges, (std::vector<double>{0.5, 1.5, 2.5, 3.5, 4.5}));
    QCOMPARE(found->columns[0].histogram.counts, (std::vector<std::size_t>{1, 2, 0, 1}));
}

void TestProfile::histogramCountsEveryRow()
{
    const auto values = sequence(5000, [](std::size_t i) { return std::sin(static_cast<double>(i)) * 100; });
    const auto found = profile(Table({numbers("x", values)}));
    const Histogram &histogram = found->columns[0].histogram;
    QVERIFY(histogram.counts.size() > 5 && histogram.counts.size() <= 40);
    QCOMPARE(histogram.edges.size(), histogram.counts.size() + 1);
    QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::size_t(0)), std::size_t(5000));
    for (std::size_t bin = 0; bin + 1 < histogram.counts.size(); ++bin) {
        const auto inside = std::ranges::count_if(
            values, [&](double v) { return v >= histogram.edges[bin] && v < histogram.edges[bin + 1]; });
        QCOMPARE(static_cast<std::size_t>(inside), histogram.counts[bin]);
    }
}

void TestProfile::duplicateRows()
{
    const auto found =
        profile(Table({numbers("x", {1, 1, 1, 2, nothing, nothing}),
                       Column::texts("t", Kind::Categorical, {"a", "a", "b", "a", std::nullopt, std::nullopt})}));
    QCOMPARE(found->duplicateRows, std::size_t(2));
    QVERIFY(has(*found, "duplicate_rows", ""));
    QCOMPARE(profile(Table({numbers("x", {1, 2, 3})}))->duplicateRows, std::size_t(0));
}

void TestProfile::warnings_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("constant") << "constant" << QStringList{"constant"};
    QTest::newRow("row number") << "row_id" << QStringList{"id_like"};
    QTest::newRow("names") << "name" << QStringList{"id_like"};
    QTest::newRow("measure") << "measure" << QStringList{};
    QTest::newRow("sparse") << "sparse" << QStringList{"mostly_missing"};
    QTest::newRow("many levels") << "levels" << QStringList{"high_cardinality"};
    QTest::newRow("numbers and words") << "mixed" << QStringList{"mixed_types"};
    QTest::newRow("far away") << "far" << QStringList{"outliers"};
    QTest::newRow("says it all") << "score" << QStringList{"leaks_target"};
    QTest::newRow("says it in words") << "words" << QStringList{"leaks_target"};
    QTest::newRow("target itself") << "target" << QStringList{};
}

void TestProfile::warnings()
{
    constexpr std::size_t n = 400;
    const Table table({
        numbers("constant", std::vector<double>(n, 3)),
        numbers("row_id", sequence(n, [](std::size_t i) { return static_cast<double>(i); }), Kind::Integer),
        Column::texts("name", Kind::Text, texts(n, [](std::size_t i) { return "person " + std::to_string(i); })),
        numbers("measure", sequence(n, [](std::size_t i) { return std::sin(static_cast<double>(i)); })),
        numbers("sparse", sequence(n, [](std::size_t i) { return i % 3 == 0 ? static_cast<double>(i % 7) : nothing; })),
        Column::texts("levels", Kind::Categorical,
                      texts(n, [](std::size_t i) { return "l" + std::to_string(i * 7 % 100); })),
        Column::texts("mixed", Kind::Categorical,
                      texts(n, [](std::size_t i) { return i % 3 == 0 ? std::string("x") : std::to_string(i % 9); })),
        numbers("far", sequence(n, [](std::size_t i) { return i == 7 ? -200 : std::cos(static_cast<double>(i)); })),
        numbers("score", sequence(n,
                                  [](std::size_t i) {
                                      return i % 2 == 0 ? static_cast<double>(i) : static_cast<double>(i) - 1000;
                                  })),
        Column::texts(
            "words", Kind::Categorical,
            texts(n, [](std::size_t i) { return std::string(i % 2 == 0   ? "paid"
                                                            : i % 4 == 1 ? "late"
                                                                         : "lost"); })),
        numbers("target", sequence(n, [](std::size_t i) { return static_cast<double>(i % 2); }), Kind::Integer),
    });
    const auto found = profile(table, "target");
    QFETCH(QString, column);
    QFETCH(QStringList, codes);
    QStringList have;
    for (const DataWarning &warning : found->warnings) {
        if (warning.column == column.toStdString())
            have << QString::fromStdString(warning.code);
    }
    QCOMPARE(have, codes);
}

void TestProfile::leaksToQuantity()
{
    const auto price = sequence(100, [](std::size_t i) { return 50 + 30 * std::sin(static_cast<double>(i)); });
    const auto inCents = sequence(100, [](std::size_t i) { return 5000 + 3000 * std::sin(static_cast<double>(i)); });
    const auto other = sequence(
        100, [](std::size_t i) { return std::sin(static_cast<double>(i)) + std::cos(static_cast<double>(i)); });
    const auto found =
        profile(Table({numbers("cents", inCents), numbers("other", other), numbers("price", price)}), "price");
    QVERIFY(has(*found, "leaks_target", "cents"));
    QVERIFY(!has(*found, "leaks_target", "other"));
}

void TestProfile::imbalance()
{
    const auto rare = sequence(200, [](std::size_t i) { return i < 10 ? 1.0 : 0.0; });
    const auto even = sequence(200, [](std::size_t i) { return static_cast<double>(i % 2); });
    const Table table({numbers("rare", rare, Kind::Integer), numbers("even", even, Kind::Integer)});
    QVERIFY(has(*profile(table, "rare"), "imbalanced_target", "rare"));
    QVERIFY(!has(*profile(table, "even"), "imbalanced_target", "even"));
    QVERIFY(!has(*profile(table), "imbalanced_target", "rare"));
}

void TestProfile::unknownTarget()
{
    const auto found = profile(Table({numbers("x", {1, 2})}), "y");
    QVERIFY(!found);
    QCOMPARE(found.error().code, std::string("unknown_column"));
    QVERIFY(QString::fromStdString(found.error().message).contains("`x`"));
}

void TestProfile::suggestsTarget_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("expected");
    QTest::newRow("known name") << QStringList{"income", "class2", "flag"} << "income";
    QTest::newRow("a class before a quantity") << QStringList{"price", "approved", "other"} << "approved";
    QTest::newRow("a quantity by name") << QStringList{"price", "many"} << "price";
    QTest::newRow("known name in capitals") << QStringList{"Survived", "flag"} << "Survived";
    QTest::newRow("last with few values") << QStringList{"a", "flag"} << "flag";
    QTest::newRow("last with many values") << QStringList{"flag", "many"} << "";
    QTest::newRow("never an id") << QStringList{"flag", "target"} << "flag";
}

void TestProfile::suggestsTarget()
{
    QFETCH(QStringList, names);
    QFETCH(QString, expected);
    std::vector<Column> columns;
    for (const QString &name : names) {
        const bool id = name == "target"; // distinct whole numbers in a row
        const bool many = name == "many" || name == "price";
        auto values = id     ? sequence(100, [](std::size_t i) { return static_cast<double>(i); })
                      : many ? sequence(100, [](std::size_t i) { return std::sin(static_cast<double>(i)); })
                             : sequence(100, [](std::size_t i) { return static_cast<double>(i % 3); });
        columns.push_back(numbers(name.toUtf8(), values, many ? Kind::Real : Kind::Integer));
    }
    if (names.last() == "target") // an id under a target's name: the other one is taken when it is last
        std::ranges::reverse(columns);
    QCOMPARE(QString::fromStdString(profile(Table(columns))->suggestedTarget), expected);
}

void TestProfile::document()
{
    ReadResult read;
    read.table = Table({numbers("x", {1, 2, std::numeric_limits<double>::infinity()}),
                        Column::texts("c", Kind::Categorical, {"a", "b", "b"})});
    read.rejected = {{.line = 3, .column = "x", .text = "?x", .message = "no"}};
    read.rejectedCount = 1;
    read.dialect = {.format = "csv", .delimiter = ";", .quote = "\"", .decimal = ",", .encoding = "latin-1"};
    const Json json = profileJson("f.csv", read, *profile(read.table));
    QCOMPARE(json["file"].get<std::string>(), std::string("f.csv"));
    QCOMPARE(json["rows"].get<int>(), 3);
    QCOMPARE(json["digest"].get<std::string>(), read.table.digest());
    QCOMPARE(json["columns"][0]["max"].get<std::string>(), std::string("Infinity"));
    QVERIFY(json["columns"][1]["mean"].is_null());
    QCOMPARE(json["columns"][1]["top"][0]["value"].get<std::string>(), std::string("b"));
    QCOMPARE(json["columns"][1]["top"][0]["count"].get<int>(), 2);
    QCOMPARE(json["rejected"][0]["line"].get<int>(), 3);
    QCOMPARE(json["dialect"]["decimal"].get<std::string>(), std::string(","));
    QCOMPARE(json["duplicate_rows"].get<int>(), 0);
}

void TestProfile::cancels()
{
    std::stop_source stop;
    stop.request_stop();
    const auto found = profile(Table({numbers("x", {1, 2})}), {}, Context{.stop = stop.get_token()});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
