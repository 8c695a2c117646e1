// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::vector<Column> columns()
{
    return {Column::numbers("x", Kind::Real, {1.5, nothing, 3}),
            Column::texts("c", Kind::Categorical, {"b", "a", std::nullopt}),
            Column::times("t", Kind::Date, {0, Column::missingTime, 86'400'000'000})};
}

std::string digestWith(Column column)
{
    auto changed = columns();
    changed[0] = std::move(column);
    return Table(changed).digest();
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void looksUp();
    void unknownColumn();
    void digestTellsContent();
    void digestIgnoresHowItIsStored();
    void selectAndWithout();
    void empty();
};

void TestTable::looksUp()
{
    const Table table(columns());
    QCOMPARE(table.rows(), std::size_t(3));
    QCOMPARE(table.columnNames(), (std::vector<std::string>{"x", "c", "t"}));
    QCOMPARE(table.find("c"), &table.column(1));
    QVERIFY(table.find("C") == nullptr);
    QCOMPARE(*table.require("t"), &table.column(2));
    const Table copy = table;
    QCOMPARE(&copy.column(0), &table.column(0)); // shared, not copied
}

void TestTable::unknownColumn()
{
    const auto column = Table(columns()).require("income");
    QVERIFY(!column);
    QCOMPARE(column.error().code, std::string("unknown_column"));
    QCOMPARE(column.error().column, std::string("income"));
    QVERIFY(QString::fromStdString(column.error().message).contains("`x`, `c` and `t`"));
}

void TestTable::digestTellsContent()
{
    const std::string digest = Table(columns()).digest();
    QVERIFY(digest.starts_with("sha256:"));
    QCOMPARE(digest.size(), std::size_t(71));
    QCOMPARE(Table(columns()).digest(), digest);
    QVERIFY(digestWith(Column::numbers("y", Kind::Real, {1.5, nothing, 3})) != digest);
    QVERIFY(digestWith(Column::numbers("x", Kind::Integer, {1.5, nothing, 3})) != digest);
    QVERIFY(digestWith(Column::numbers("x", Kind::Real, {1.5, nothing, std::nextafter(3.0, 4.0)})) != digest);
    QVERIFY(digestWith(Column::numbers("x", Kind::Real, {1.5, 0, 3})) != digest);
    auto swapped = columns();
    std::swap(swapped[0], swapped[1]);
    QVERIFY(Table(swapped).digest() != digest);
    // Texts that only meet at another place.
    const auto two = [](const char *first, const char *second) {
        return Table({Column::texts("c", Kind::Text, {first, second})}).digest();
    };
    QVERIFY(two("ab", "c") != two("a", "bc"));
    QVERIFY(two("a", "b") != two("b", "a"));
}

void TestTable::digestIgnoresHowItIsStored()
{
    const std::string digest = Table(columns()).digest();
    QCOMPARE(digestWith(Column::numbers("x", Kind::Real, {1.5, -std::numeric_limits<double>::quiet_NaN(), 3})), digest);
    QCOMPARE(Table({Column::numbers("z", Kind::Real, {0.0})}).digest(),
             Table({Column::numbers("z", Kind::Real, {-0.0})}).digest());
    // Levels in another order, and one that no row has.
    const auto coded = [](std::vector<std::int32_t> codes, std::vector<std::string> levels) {
        return Table({Column::codes("c", Kind::Categorical, std::move(codes), std::move(levels))}).digest();
    };
    QCOMPARE(coded({0, 1}, {"a", "b"}), coded({2, 0}, {"b", "unused", "a"}));
}

void TestTable::selectAndWithout()
{
    const Table table(columns());
    const Table some = table.select(Rows{2, 0});
    QCOMPARE(some.rows(), std::size_t(2));
    QCOMPARE(some.column(0).numbers()[0], 3.0);
    QVERIFY(some.digest() != table.digest());
    QCOMPARE(table.select(Rows{0, 1, 2}).digest(), table.digest());
    // A selection is the same data as a table that never had the other rows.
    const Table fresh({Column::numbers("x", Kind::Real, {1.5}), Column::texts("c", Kind::Categorical, {"b"}),
                       Column::times("t", Kind::Date, {0})});
    QCOMPARE(table.select(Rows{0}).digest(), fresh.digest());
    QCOMPARE(table.without({"c", "nowhere"}).columnNames(), (std::vector<std::string>{"x", "t"}));
}

void TestTable::empty()
{
    const Table table;
    QCOMPARE(table.rows(), std::size_t(0));
    QCOMPARE(table.columnCount(), std::size_t(0));
    QVERIFY(!table.require("x"));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
