// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr std::size_t rowCount = 1000;

// A day each row in shuffled order, forty groups of uneven size, and a text.
Table sample()
{
    std::vector<std::int64_t> days(rowCount);
    std::vector<std::optional<std::string>> groups(rowCount);
    for (std::size_t i = 0; i < rowCount; ++i) {
        days[i] = static_cast<std::int64_t>(i * 7919 % rowCount / 4) * 86'400'000'000;
        groups[i] = "g" + std::to_string(i * i % 97 % 40);
    }
    return Table({Column::times("day", Kind::Date, days), Column::texts("group", Kind::Categorical, groups)});
}

Rows allRows(std::size_t count = rowCount)
{
    Rows rows(count);
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

// One row in five is of class 1.
std::vector<std::int32_t> classes(std::size_t count = rowCount)
{
    std::vector<std::int32_t> codes(count);
    for (std::size_t i = 0; i < count; ++i)
        codes[i] = i % 5 == 0 ? 1 : 0;
    return codes;
}

bool partition(const Fold &fold, std::size_t rows)
{
    std::set<Row> all(fold.train.begin(), fold.train.end());
    all.insert(fold.test.begin(), fold.test.end());
    return all.size() == rows && fold.train.size() + fold.test.size() == rows && std::ranges::is_sorted(fold.train) &&
           std::ranges::is_sorted(fold.test);
}

std::ptrdiff_t ones(const Rows &rows)
{
    const auto codes = classes();
    return std::ranges::count_if(rows, [&](Row row) { return codes[row] == 1; });
}

} // namespace

class TestSplit : public QObject
{
    Q_OBJECT

private slots:
    void textForms_data();
    void textForms();
    void holdoutIsStratified();
    void holdoutOfRareClass();
    void kfoldCoversEveryRowOnce();
    void repeatedDiffers();
    void sameSeedSameRows();
    void onlyGivenRowsAreDivided();
    void timeTestsTheLatest();
    void timeKeepsTiesTogether();
    void groupsAreNeverShared();
    void groupFoldsCoverEveryRowOnce();
    void groupFoldsAreLevel_data();
    void groupFoldsAreLevel();
    void timeFoldsGoForward();
    void timeFoldsKeepTiesTogether();
    void sizesOfFolds_data();
    void sizesOfFolds();
    void failures_data();
    void failures();
};

void TestSplit::textForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("holdout") << "holdout:0.25"
                             << "holdout:0.25";
    QTest::newRow("holdout alone") << "holdout"
                                   << "holdout:0.25";
    QTest::newRow("kfold") << "kfold:10"
                           << "kfold:10";
    QTest::newRow("repeated") << "repeated:5x2"
                              << "repeated:5x2";
    QTest::newRow("time") << "time:sale date:0.3"
                          << "time:sale date:0.3";
    QTest::newRow("column with colon") << "group:a:b:0.2"
                                       << "group:a:b:0.2";
    QTest::newRow("groups in folds") << "group-kfold:a:b:4"
                                     << "group-kfold:a:b:4";
    QTest::newRow("groups in five folds") << "group-kfold:customer"
                                          << "group-kfold:customer:5";
    QTest::newRow("time in folds") << "time-kfold:sale date:3"
                                   << "time-kfold:sale date:3";
    QTest::newRow("nested") << "nested:4x2"
                            << "nested:4x2";
    QTest::newRow("nested alone") << "nested"
                                  << "nested:5x3";
    QTest::newRow("nested without inner folds") << "nested:5"
                                                << "";
    QTest::newRow("one inner fold") << "nested:5x1"
                                    << "";
    QTest::newRow("share where folds belong") << "group-kfold:customer:0.25"
                                              << "";
    QTest::newRow("time in one fold") << "time-kfold:when:1"
                                      << "";
    QTest::newRow("folds without column") << "time-kfold"
                                          << "";
    QTest::newRow("share of one") << "holdout:1"
                                  << "";
    QTest::newRow("negative share") << "holdout:-0.1"
                                    << "";
    QTest::newRow("no number") << "holdout:much"
                               << "";
    QTest::newRow("one fold") << "kfold:1"
                              << "";
    QTest::newRow("half a fold") << "kfold:2.5"
                                 << "";
    QTest::newRow("repeats missing") << "repeated:5"
                                     << "";
    QTest::newRow("no repeats") << "repeated:5x0"
                                << "";
    QTest::newRow("no column") << "time"
                               << "";
    QTest::newRow("empty column") << "group::0.25"
                                  << "";
    QTest::newRow("unknown rule") << "random:0.25"
                                  << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestSplit::textForms()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto spec = parseSplit(text.toStdString());
    QCOMPARE(spec.has_value(), !expected.isEmpty());
    if (!spec) {
        QCOMPARE(spec.error().code, std::string("bad_split"));
        for (const char *form : {"holdout:0.25", " kfold:5", "repeated:5x2", "time:COLUMN:0.25", "group:COLUMN:0.25",
                                 "time-kfold:COLUMN:5", "group-kfold:COLUMN:5", "nested:5x3"})
            QVERIFY2(QString::fromStdString(spec.error().message).contains(QLatin1String(form)), form);
        return;
    }
    QCOMPARE(QString::fromStdString(toText(*spec)), expected);
    QCOMPARE(*parseSplit(toText(*spec)), *spec);
}

void TestSplit::holdoutIsStratified()
{
    const auto folds = split(sample(), allRows(), classes(), *parseSplit("holdout:0.25"), 1);
    QVERIFY(folds.has_value());
    QCOMPARE(folds->size(), std::size_t(1));
    QVERIFY(partition(folds->front(), rowCount));
    QCOMPARE(folds->front().test.size(), std::size_t(250));
    QCOMPARE(ones(folds->front().test), std::ptrdiff_t(50));
}

void TestSplit::holdoutOfRareClass()
{
    std::vector<std::int32_t> codes(10, 0);
    codes[3] = 1; // one row of its class stays in training
    const auto folds = split(sample(), allRows(10), codes, *parseSplit("holdout:0.3"), 5);
    QCOMPARE(folds->front().test.size(), std::size_t(3));
    QVERIFY(std::ranges::find(folds->front().train, Row(3)) != folds->front().train.end());
}

void TestSplit::kfoldCoversEveryRowOnce()
{
    const auto folds = split(sample(), allRows(), classes(), *parseSplit("kfold:7"), 3);
    QCOMPARE(folds->size(), std::size_t(7));
    std::vector<int> tested(rowCount);
    for (const Fold &fold : *folds) {
        QVERIFY(partition(fold, rowCount));
        QVERIFY(fold.test.size() == 142 || fold.test.size() == 143);
        QVERIFY(ones(fold.test) == 28 || ones(fold.test) == 29);
        for (const Row row : fold.test)
            ++tested[row];
    }
    QCOMPARE(std::ranges::count(tested, 1), std::ptrdiff_t(rowCount));
}

void TestSplit::repeatedDiffers()
{
    const auto folds = split(sample(), allRows(), classes(), *parseSplit("repeated:4x3"), 3);
    QCOMPARE(folds->size(), std::size_t(12));
    QVERIFY(folds->at(0) != folds->at(4));
    QVERIFY(folds->at(4) != folds->at(8));
    std::set<Row> second;
    for (std::size_t i = 4; i < 8; ++i)
        second.insert(folds->at(i).test.begin(), folds->at(i).test.end());
    QCOMPARE(second.size(), rowCount);
}

void TestSplit::sameSeedSameRows()
{
    for (const char *rule : {"holdout:0.25", "kfold:3", "repeated:2x2", "nested:3x2", "group:group:0.25",
                             "group-kfold:group:3", "time:day:0.25", "time-kfold:day:3"}) {
        const auto spec = *parseSplit(rule);
        QCOMPARE(*split(sample(), allRows(), classes(), spec, 9), *split(sample(), allRows(), classes(), spec, 9));
        const bool random = spec.rule != SplitRule::Time && spec.rule != SplitRule::TimeKFold;
        QCOMPARE(*split(sample(), allRows(), classes(), spec, 9) != *split(sample(), allRows(), classes(), spec, 10),
                 random);
    }
}

void TestSplit::onlyGivenRowsAreDivided()
{
    const Rows odd{1, 3, 5, 7, 9, 11, 13, 15};
    for (const char *rule : {"holdout:0.25", "kfold:4", "group:group:0.25", "time:day:0.25"}) {
        const auto folds = split(sample(), odd, {}, *parseSplit(rule), 9);
        for (const Fold &fold : *folds) {
            QVERIFY(partition(fold, odd.size()));
            QVERIFY(std::ranges::all_of(fold.train, [](Row row) { return row % 2 == 1; }));
        }
    }
}

void TestSplit::timeTestsTheLatest()
{
    const Table table = sample();
    const auto folds = split(table, allRows(), {}, *parseSplit("time:day:0.2"), 1);
    const auto days = table.column(0).times();
    std::int64_t latestTrain = INT64_MIN;
    std::int64_t earliestTest = INT64_MAX;
    for (const Row row : folds->front().train)
        latestTrain = std::max(latestTrain, days[row]);
    for (const Row row : folds->front().test)
        earliestTest = std::min(earliestTest, days[row]);
    QVERIFY(latestTrain < earliestTest);
    QCOMPARE(folds->front().test.size(), std::size_t(200));
}

void TestSplit::timeKeepsTiesTogether()
{
    const std::vector<double> when{1, 1, 1, 2, 2, 2, 2, 2, 2, std::numeric_limits<double>::quiet_NaN()};
    const Table table({Column::numbers("when", Kind::Integer, when)});
    const auto folds = split(table, allRows(10), {}, *parseSplit("time:when:0.25"), 1);
    QCOMPARE(folds->front().train, (Rows{0, 1, 2}));
    QCOMPARE(folds->front().test, (Rows{3, 4, 5, 6, 7, 8})); // the row without a time is in neither
}

void TestSplit::groupsAreNeverShared()
{
    const Table table = sample();
    const auto folds = split(table, allRows(), {}, *parseSplit("group:group:0.25"), 4);
    const auto codes = table.column(1).codes();
    std::set<std::int32_t> train;
    for (const Row row : folds->front().train)
        train.insert(codes[row]);
    for (const Row row : folds->front().test)
        QVERIFY(!train.contains(codes[row]));
    QVERIFY(partition(folds->front(), rowCount));
    QVERIFY(folds->front().test.size() > 200 && folds->front().test.size() < 300);
}

void TestSplit::groupFoldsCoverEveryRowOnce()
{
    const Table table = sample();
    const auto folds = split(table, allRows(), classes(), *parseSplit("group-kfold:group:5"), 4);
    QCOMPARE(folds->size(), std::size_t(5));
    const auto codes = table.column(1).codes();
    std::vector<int> tested(rowCount);
    for (const Fold &fold : *folds) {
        QVERIFY(partition(fold, rowCount));
        std::set<std::int32_t> train;
        for (const Row row : fold.train)
            train.insert(codes[row]);
        for (const Row row : fold.test) {
            QVERIFY(!train.contains(codes[row]));
            ++tested[row];
        }
    }
    QCOMPARE(std::ranges::count(tested, 1), std::ptrdiff_t(rowCount));
}

void TestSplit::groupFoldsAreLevel_data()
{
    QTest::addColumn<bool>("stratified");
    QTest::newRow("by class and size") << true;
    QTest::newRow("by size") << false;
}

// Sixty groups of 2 to 31 rows whose share of class 1 runs from none to all.
void TestSplit::groupFoldsAreLevel()
{
    QFETCH(bool, stratified);
    std::vector<std::optional<std::string>> groups;
    std::vector<std::int32_t> strata;
    for (int group = 0; group < 60; ++group) {
        for (int i = 0; i < 2 + group / 2; ++i) {
            groups.push_back("g" + std::to_string(group));
            strata.push_back(i * 60 < (group * 7 % 60) * (2 + group / 2) ? 1 : 0);
        }
    }
    const Table table({Column::texts("group", Kind::Categorical, groups)});
    const auto folds = split(table, allRows(groups.size()), stratified ? strata : std::vector<std::int32_t>(),
                             *parseSplit("group-kfold:group:4"), 11);
    const double rows = static_cast<double>(groups.size()) / 4;
    const double positives = static_cast<double>(std::ranges::count(strata, 1)) / 4;
    for (const Fold &fold : *folds) {
        const auto ones = std::ranges::count_if(fold.test, [&](Row row) { return strata[row] == 1; });
        QVERIFY(std::abs(static_cast<double>(fold.test.size()) / rows - 1) < 0.1);
        if (stratified)
            QVERIFY(std::abs(static_cast<double>(ones) / positives - 1) < 0.1);
    }
}

void TestSplit::timeFoldsGoForward()
{
    const Table table = sample();
    const auto days = table.column(0).times();
    const auto folds = split(table, allRows(), {}, *parseSplit("time-kfold:day:4"), 1);
    QCOMPARE(folds->size(), std::size_t(4));
    std::set<Row> tested;
    for (std::size_t i = 0; i < folds->size(); ++i) {
        const Fold &fold = folds->at(i);
        QCOMPARE(fold.train.size(), 200 * (i + 1));
        QCOMPARE(fold.test.size(), std::size_t(200));
        const auto day = [&](Row row) { return days[row]; };
        QVERIFY(day(*std::ranges::max_element(fold.train, {}, day)) <
                day(*std::ranges::min_element(fold.test, {}, day)));
        tested.insert(fold.test.begin(), fold.test.end());
        if (i > 0)
            QVERIFY(std::ranges::includes(fold.train, folds->at(i - 1).test));
    }
    QCOMPARE(tested.size(), std::size_t(800));
}

void TestSplit::timeFoldsKeepTiesTogether()
{
    const std::vector<double> when{1, 1, 1, 1, 2, 2, 3, 3, 3, 4};
    const Table table({Column::numbers("when", Kind::Integer, when)});
    const auto folds = split(table, allRows(10), {}, *parseSplit("time-kfold:when:2"), 1);
    QCOMPARE(folds->at(0).train, (Rows{0, 1, 2, 3}));
    QCOMPARE(folds->at(0).test, (Rows{4, 5}));
    QCOMPARE(folds->at(1).train, (Rows{0, 1, 2, 3, 4, 5}));
    QCOMPARE(folds->at(1).test, (Rows{6, 7, 8, 9}));
}

void TestSplit::sizesOfFolds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<double>("testOverTrain");
    QTest::addColumn<int>("onePass");
    QTest::newRow("holdout") << "holdout:0.2" << 0.25 << 1;
    QTest::newRow("kfold") << "kfold:5" << 0.25 << 5;
    QTest::newRow("two folds") << "repeated:2x5" << 1.0 << 2;
    QTest::newRow("nested") << "nested:3x2" << 0.5 << 3;
    QTest::newRow("groups") << "group-kfold:group:5" << 0.25 << 5;
    QTest::newRow("time") << "time-kfold:day:2" << 0.75 << 2;
}

void TestSplit::sizesOfFolds()
{
    QFETCH(QString, rule);
    const auto spec = *parseSplit(rule.toStdString());
    QTEST(testOverTrain(spec), "testOverTrain");
    QTEST(static_cast<int>(foldsOfOnePass(spec)), "onePass");
}

void TestSplit::failures_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown time column") << "time:nowhere:0.25" << 10 << "unknown_column";
    QTest::newRow("unknown group column") << "group:nowhere:0.25" << 10 << "unknown_column";
    QTest::newRow("time of a text") << "time:group:0.25" << 10 << "bad_split";
    QTest::newRow("one row") << "holdout:0.25" << 1 << "too_few_rows";
    QTest::newRow("no row") << "holdout:0.25" << 0 << "too_few_rows";
    QTest::newRow("more folds than rows") << "kfold:5" << 4 << "too_few_rows";
    QTest::newRow("one group") << "group:group:0.25" << 1 << "too_few_rows";
    QTest::newRow("fewer groups than folds") << "group-kfold:group:5" << 2 << "too_few_rows";
    QTest::newRow("fewer moments than folds") << "time-kfold:day:5" << 2 << "too_few_rows";
    QTest::newRow("unknown column in folds") << "time-kfold:nowhere:5" << 100 << "unknown_column";
    QTest::newRow("text in folds of time") << "time-kfold:group:5" << 100 << "bad_split";
    QTest::newRow("one moment") << "time:day:0.25" << 1 << "too_few_rows";
}

void TestSplit::failures()
{
    QFETCH(QString, rule);
    QFETCH(int, rows);
    QFETCH(QString, code);
    const auto folds = split(sample(), allRows(static_cast<std::size_t>(rows)), {}, *parseSplit(rule.toStdString()), 1);
    QVERIFY(!folds);
    QCOMPARE(QString::fromStdString(folds.error().code), code);
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
