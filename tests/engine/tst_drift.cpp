// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/drift/drift.h"
#include "engine/drift/kolmogorov.h"
#include "engine/drift/shares.h"
#include "refs.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

Table tableOf(const std::string &file, const Json &columns)
{
    const refs::Csv csv = refs::csv(file);
    std::vector<Column> made;
    for (const auto &[name, want] : columns.items()) {
        if (want["kind"] == "numeric")
            made.push_back(Column::numbers(name, Kind::Real, csv.numbers(name)));
        else
            made.push_back(refs::textColumn(csv, name));
    }
    return Table(std::move(made));
}

Table numbers(std::vector<double> values)
{
    return Table({Column::numbers("x", Kind::Real, std::move(values))});
}

Table labels(const std::vector<std::optional<std::string>> &texts, Kind kind = Kind::Categorical)
{
    return Table({Column::texts("x", kind, texts)});
}

std::vector<double> normals(std::size_t n, std::uint64_t seed, double shift = 0)
{
    Random random(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(shift + random.normal());
    return values;
}

bool relative(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::abs(b);
}

const std::map<std::string, std::string> testNames{{"ks", "ks"},
                                                   {"wasserstein", "wasserstein_normed"},
                                                   {"chisquare", "chi2"},
                                                   {"z", "z"},
                                                   {"jensenshannon", "jensen_shannon"}};

} // namespace

class TestDrift : public QObject
{
    Q_OBJECT

private slots:
    void matchesReferences_data();
    void matchesReferences();
    void matchesSmallReferences();
    void pathsEqualTheClosedForm_data();
    void pathsEqualTheClosedForm();
    void pathsOfTinySamples();
    void kolmogorovRegionsMeet_data();
    void kolmogorovRegionsMeet();
    void sampledSmirnovSumIsExact();
    void identicalSamplesDoNotDrift();
    void shiftedSamplesDrift();
    void wassersteinOfAShift();
    void constantColumns();
    void newAndVanishedCategories();
    void missingValues();
    void datesAreNumbers();
    void booleansAreCategories();
    void textAndStrangersAreLeftOut();
    void actionsFollowThePolicy_data();
    void actionsFollowThePolicy();
    void manyLevelsShareABar();
    void errors_data();
    void errors();
    void resultsDoNotDependOnThreads();
    void documentHasTheContractsKeys();
};

void TestDrift::matchesReferences_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "diabetes", "weather", "wine",
                             "digits", "penguins", "air_quality", "energy"})
        QTest::newRow(data) << data;
}

void TestDrift::matchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const std::string name = data.toStdString();
    if (!std::ifstream(refs::path(name + "_drift_ref.csv")).good())
        QSKIP("no drift samples");
    const Json reference = refs::json(name + ".json");
    const Json &columns = reference["drift"]["columns"];
    const auto report = drift(tableOf(name + "_drift_ref.csv", columns), tableOf(name + "_drift_cur.csv", columns));
    QVERIFY(report.has_value());
    QCOMPARE(report->columns.size(), columns.size());
    for (const ColumnDrift &column : report->columns) {
        const Json &want = columns[column.name];
        const auto check = [&](const char *what, double value, const Json &wanted, double tolerance) {
            const bool same = refs::close(value, wanted, tolerance);
            if (!same)
                qWarning("%s %s: %.17g, want %.17g", column.name.c_str(), what, value, wanted.get<double>());
            return same;
        };
        QVERIFY(check("psi", column.psi.value(), want["psi"], 1e-8));
        QVERIFY(check("js", column.jensenShannon.value(), want["js_distance_base2"], 1e-8));
        QVERIFY(check("hellinger", column.hellinger.value(), want["hellinger"], 1e-8));
        QVERIFY(check("missing", column.missingReference, want["missing_ref"], 1e-12));
        QVERIFY(check("missing", column.missingCurrent, want["missing_cur"], 1e-12));
        if (want["kind"] == "numeric") {
            QVERIFY(check("ks", column.ks->statistic, want["ks"], 1e-12));
            QVERIFY(check("ks p", column.ks->pValue, want["ks_p"], 1e-8));
            const double n1 = want["n_ref"], n2 = want["n_cur"], asymptotic = want["ks_p_asymptotic"];
            QVERIFY(check("asymptotic p", ksAsymptoticPValue(n1, n2, column.ks->statistic), asymptotic, 1e-9));
            if (asymptotic > 1e-280 && asymptotic < 1e-3)
                QVERIFY(relative(ksAsymptoticPValue(n1, n2, column.ks->statistic), asymptotic, 1e-7));
            if (const double p = want["ks_p"]; p > 1e-280 && p < 1e-3)
                QVERIFY(relative(column.ks->pValue, p, 1e-7));
            QVERIFY(check("wasserstein", column.wassersteinNormed.value(), want["wasserstein_normed"], 1e-8));
        } else {
            QVERIFY(check("chi2", column.chi2->statistic, want["chi2"]["statistic"], 1e-8));
            QVERIFY(check("chi2 p", column.chi2->pValue, want["chi2"]["p"], 1e-8));
            QCOMPARE(column.chi2->degreesOfFreedom, want["chi2"]["dof"].get<double>());
        }
        const Json &verdict = want["evidently"]["default"];
        QCOMPARE(column.test, testNames.at(verdict["test"]));
        QVERIFY(check("score", column.score, verdict["score"], 1e-8));
        QCOMPARE(column.threshold, verdict["threshold"].get<double>());
        QCOMPARE(column.drifted, verdict["drifted"].get<bool>());
    }
    QVERIFY(refs::close(report->shareDrifted, reference["drift"]["evidently_share_drifted_columns"], 1e-12));
}

void TestDrift::matchesSmallReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json tests = refs::json("stats_tests.json");
    const Json &two = tests["two_samples"];
    const auto report = drift(numbers(two["x"]), numbers(two["y"]));
    const ColumnDrift &column = report->columns[0];
    QVERIFY(refs::close(column.ks->statistic, two["ks_exact"][0], 1e-12));
    QVERIFY(refs::close(column.ks->pValue, two["ks_exact"][1], 1e-12));
    const auto n1 = static_cast<double>(two["x"].size()), n2 = static_cast<double>(two["y"].size());
    QVERIFY(refs::close(ksAsymptoticPValue(n1, n2, column.ks->statistic), two["ks_asymptotic_p"], 1e-9));

    const Json &table = tests["chi2_table"];
    const TestResult chi2 = chiSquareOfTable(
        {.reference = table["table"][0], .current = table["table"][1], .referenceTotal = 97, .currentTotal = 82});
    QVERIFY(refs::close(chi2.statistic, table["chi2"], 1e-12));
    QVERIFY(refs::close(chi2.pValue, table["p"], 1e-12));

    const Json &wanted = tests["divergences"];
    const BinnedSamples samples{
        .reference = wanted["p"], .current = wanted["q"], .referenceTotal = 1, .currentTotal = 1};
    QVERIFY(refs::close(jensenShannonDistance(samples, 2), wanted["js_distance_base2"], 1e-4));
    QVERIFY(refs::close(hellingerDistance(samples), wanted["hellinger"], 1e-4));
    QVERIFY(refs::close(populationStability(samples), wanted["psi"], 1e-12));

    // statsmodels' pooled z of 45 of 100 against 24 of 120.
    const TestResult z =
        proportionTest({.reference = {45, 55}, .current = {24, 96}, .referenceTotal = 100, .currentTotal = 120});
    QVERIFY(refs::close(z.statistic, tests["two_proportions"]["z"], 1e-12));
    QVERIFY(refs::close(z.pValue, tests["two_proportions"]["p"], 1e-12));
}

void TestDrift::pathsEqualTheClosedForm_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("h");
    QTest::newRow("certain") << 10 << 1;
    QTest::newRow("small") << 7 << 3;
    QTest::newRow("middle") << 200 << 25;
    QTest::newRow("rare") << 500 << 200;
    QTest::newRow("apart") << 300 << 300;
}

void TestDrift::pathsEqualTheClosedForm()
{
    QFETCH(int, n);
    QFETCH(int, h);
    const auto rows = static_cast<std::uint64_t>(n);
    const double paths = ksExactByPaths(rows, rows, rows * static_cast<std::uint64_t>(h));
    QVERIFY(relative(ksExactPValue(rows, rows, rows * static_cast<std::uint64_t>(h)), paths, 1e-10));
}

// All 10 orders of 2 and 3 values, by hand: 2 of them keep |i/2 − j/3| under 1/2, 2 reach 1.
void TestDrift::pathsOfTinySamples()
{
    QVERIFY(refs::close(ksExactPValue(2, 3, 6), 0.2, 1e-15));
    QVERIFY(refs::close(ksExactPValue(3, 2, 6), 0.2, 1e-15));
    QVERIFY(refs::close(ksExactPValue(1, 1, 1), 1.0, 1e-15));
    QVERIFY(refs::close(ksExactPValue(2, 2, 4), 1.0 / 3, 1e-15));
    QCOMPARE(ksExactPValue(5, 4, 0), 1.0);
}

void TestDrift::kolmogorovRegionsMeet_data()
{
    QTest::addColumn<double>("n");
    QTest::addColumn<double>("d");
    QTest::addColumn<double>("survival");
    // scipy.stats.kstwo.sf
    QTest::newRow("two values") << 2.0 << 0.5 << 0.5;
    QTest::newRow("under half a step") << 10.0 << 0.04 << 1.0;
    QTest::newRow("all on one side") << 10.0 << 0.95 << 2 * std::pow(0.05, 10);
    QTest::newRow("ten, .274") << 10.0 << 0.274 << 0.371628; // Marsaglia, Tsang & Wang 2003: K(10, .274) = .628 4796
}

void TestDrift::kolmogorovRegionsMeet()
{
    QFETCH(double, n);
    QFETCH(double, d);
    QFETCH(double, survival);
    const double value = kolmogorovSurvival(n, d);
    QVERIFY2(refs::close(value, survival, 2e-4), std::to_string(value).c_str());
    // Where one way of computing ends and the next begins, the curve must not jump.
    for (const double z2 : {2.2, 4.0}) {
        for (const double rows : {140.0, 141.0, 1000.0, 1001.0, 50'000.0}) {
            const double at = std::sqrt(z2 / rows);
            QVERIFY(std::abs(kolmogorovSurvival(rows, at - 1e-9) - kolmogorovSurvival(rows, at + 1e-9)) < 1e-5);
        }
    }
    for (const double z : {0.4, 0.6, 0.8, 1.0, 1.2, 1.4}) {
        const double before = kolmogorovSurvival(1000, z / std::sqrt(1000.0)),
                     after = kolmogorovSurvival(1001, z / std::sqrt(1001.0));
        QVERIFY2(std::abs(before - after) < 1e-5, std::to_string(z).c_str());
    }
}

void TestDrift::sampledSmirnovSumIsExact()
{
    const double n = 30'000;
    for (const double d : {0.009, 0.02, 0.05}) {
        double sum = 0;
        for (double j = 0; j <= n * (1 - d); ++j) {
            const double choose = std::lgamma(n + 1) - std::lgamma(j + 1) - std::lgamma(n - j + 1);
            if (d + j / n < 1)
                sum += std::exp(choose + (j - 1) * std::log(d + j / n) + (n - j) * std::log1p(-d - j / n));
        }
        QVERIFY(relative(smirnovSurvival(n, d), d * sum, 1e-9));
    }
}

void TestDrift::identicalSamplesDoNotDrift()
{
    for (const std::size_t n : {std::size_t(200), std::size_t(20'000)}) {
        const Table table = numbers(normals(n, 1));
        const ColumnDrift column = drift(table, table)->columns[0];
        QCOMPARE(column.psi.value(), 0.0);
        QCOMPARE(column.ks->statistic, 0.0);
        QCOMPARE(column.ks->pValue, 1.0);
        QCOMPARE(column.wassersteinNormed.value(), 0.0);
        QCOMPARE(column.movement, 0.0);
        QVERIFY(!column.drifted);
    }
}

void TestDrift::shiftedSamplesDrift()
{
    const auto few = drift(numbers(normals(400, 1)), numbers(normals(300, 2, 0.5)));
    QCOMPARE(few->columns[0].test, std::string("ks"));
    QVERIFY(few->columns[0].drifted && few->datasetDrift);
    QCOMPARE(few->action, std::string("experiment"));
    const auto many = drift(numbers(normals(4000, 1)), numbers(normals(3000, 2, 0.5)));
    QCOMPARE(many->columns[0].test, std::string("wasserstein_normed"));
    QVERIFY(many->columns[0].drifted);
    double reference = 0;
    for (const double share : many->columns[0].histogram.reference)
        reference += share;
    QVERIFY(refs::close(reference, 1, 1e-12));
}

void TestDrift::wassersteinOfAShift()
{
    std::vector<double> values = normals(5000, 3), shifted = values;
    for (double &value : shifted)
        value += 0.25;
    double mean = 0, squares = 0;
    for (const double value : values)
        mean += value / 5000;
    for (const double value : values)
        squares += (value - mean) * (value - mean) / 5000;
    QVERIFY(refs::close(drift(numbers(values), numbers(shifted))->columns[0].wassersteinNormed.value(),
                        0.25 / std::sqrt(squares), 1e-12));
}

void TestDrift::constantColumns()
{
    const ColumnDrift same = drift(numbers({3, 3, 3}), numbers({3, 3}))->columns[0];
    QVERIFY(!same.drifted && same.test == "z" && same.score == 1);
    const ColumnDrift other =
        drift(numbers(std::vector<double>(50, 3.0)), numbers(std::vector<double>(50, 4.0)))->columns[0];
    QVERIFY(other.drifted);
    QCOMPARE(other.wassersteinNormed.value(), 1000.0); // one over the floor of .001
}

void TestDrift::newAndVanishedCategories()
{
    const auto report = drift(labels({{"a"}, {"b"}, {"a"}, {"gone"}}), labels({{"a"}, {"b"}, {"new"}, {"new"}}));
    const ColumnDrift &column = report->columns[0];
    QCOMPARE(column.newCategories, (std::vector<std::string>{"new"}));
    QCOMPARE(column.histogram.labels, (std::vector<std::string>{"a", "b", "gone", "new"}));
    QCOMPARE(column.test, std::string("chi2"));
    QCOMPARE(column.score, 0.0); // impossible under the reference's shares
    QCOMPARE(toJson(*report)["new_categories"]["x"], (Json::array({"new"})));
}

void TestDrift::missingValues()
{
    const double nan = std::nan("");
    const auto some = drift(numbers({1, 2, nan, 4}), numbers({1, nan, nan, nan}));
    QCOMPARE(some->columns[0].missingCurrent - some->columns[0].missingReference, 0.5);
    const auto all = drift(numbers({1, 2, 3, 4}), numbers({nan, nan}));
    QCOMPARE(all->columns[0].test, std::string("missing"));
    QVERIFY(all->columns[0].drifted && !all->columns[0].psi);
    QCOMPARE(all->warnings.size(), std::size_t(1));
}

void TestDrift::datesAreNumbers()
{
    std::vector<std::int64_t> early, late;
    for (std::int64_t day = 0; day < 200; ++day) {
        early.push_back(day * 86'400'000'000);
        late.push_back((day + 100) * 86'400'000'000);
    }
    const auto report =
        drift(Table({Column::times("x", Kind::Date, early)}), Table({Column::times("x", Kind::Date, late)}));
    QCOMPARE(report->columns[0].ks->statistic, 0.5);
    QVERIFY(report->columns[0].drifted);
}

void TestDrift::booleansAreCategories()
{
    const auto report = drift(Table({Column::numbers("x", Kind::Boolean, {0, 1, 1, 0})}),
                              Table({Column::numbers("x", Kind::Boolean, {0, 0, 1, 0})}));
    QVERIFY(report->columns[0].chi2 && !report->columns[0].ks);
    QCOMPARE(report->columns[0].histogram.labels, (std::vector<std::string>{"false", "true"}));
}

void TestDrift::textAndStrangersAreLeftOut()
{
    const Table reference(
        {Column::numbers("n", Kind::Real, {1, 2}), Column::texts("t", Kind::Text, {{"hello"}, {"you"}}),
         Column::numbers("old", Kind::Real, {1, 2}), Column::numbers("mixed", Kind::Integer, {1, 2})});
    const Table current({Column::numbers("n", Kind::Real, {1, 2}), Column::texts("t", Kind::Text, {{"hello"}, {"you"}}),
                         Column::numbers("new", Kind::Real, {1, 2}),
                         Column::texts("mixed", Kind::Categorical, {{"1"}, {"two"}})});
    const auto report = drift(reference, current);
    QCOMPARE(report->columns.size(), std::size_t(2));
    QCOMPARE(report->columns[1].newCategories, (std::vector<std::string>{"two"}));
    QCOMPARE(report->warnings, (std::vector<std::string>{"Column `mixed` is integer in the reference and categorical "
                                                         "in the current data; it is compared as categories.",
                                                         "Left out `old`: only the reference has it.",
                                                         "Left out `new`: only the current data has it.",
                                                         "Left out `t`: free text is not compared."}));
}

void TestDrift::actionsFollowThePolicy_data()
{
    QTest::addColumn<int>("drifted");
    QTest::addColumn<QString>("action");
    QTest::newRow("1 of 100") << 1 << "none";
    QTest::newRow("2 of 100") << 2 << "watch";
    QTest::newRow("5 of 100") << 5 << "retrain";
    QTest::newRow("10 of 100") << 10 << "retrain";
    QTest::newRow("11 of 100") << 11 << "experiment";
}

void TestDrift::actionsFollowThePolicy()
{
    QFETCH(int, drifted);
    QFETCH(QString, action);
    std::vector<Column> reference, current;
    for (int i = 0; i < 100; ++i) {
        reference.push_back(Column::numbers(std::to_string(i), Kind::Real, normals(50, 1)));
        current.push_back(Column::numbers(std::to_string(i), Kind::Real, normals(50, 1, i < drifted ? 9 : 0)));
    }
    const auto report = drift(Table(std::move(reference)), Table(std::move(current)));
    QCOMPARE(report->shareDrifted, drifted / 100.0);
    QCOMPARE(report->action, action.toStdString());
    QVERIFY(!report->datasetDrift);
}

void TestDrift::manyLevelsShareABar()
{
    std::vector<std::optional<std::string>> texts;
    for (int level = 0; level < 30; ++level)
        texts.insert(texts.end(), static_cast<std::size_t>(level + 1), "level " + std::to_string(level));
    const auto report = drift(labels(texts), labels(texts));
    const DriftHistogram &histogram = report->columns[0].histogram;
    QCOMPARE(histogram.labels.size(), std::size_t(21));
    QCOMPARE(histogram.labels.front(), std::string("level 29"));
    QCOMPARE(histogram.labels.back(), std::string("(other)"));
    QVERIFY(refs::close(histogram.current.back(), 55.0 / 465, 1e-12));
}

void TestDrift::errors_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown column") << 0 << "unknown_column";
    QTest::newRow("nothing in common") << 1 << "no_common_columns";
    QTest::newRow("no rows") << 2 << "no_rows";
}

void TestDrift::errors()
{
    QFETCH(int, change);
    QFETCH(QString, code);
    const Table current = change == 1 ? Table({Column::numbers("y", Kind::Real, {1})})
                                      : numbers(change == 2 ? std::vector<double>{} : std::vector<double>{1});
    DriftOptions options;
    if (change == 0)
        options.columns = {"z"};
    const auto report = drift(numbers({1, 2}), current, options);
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, code.toStdString());
}

void TestDrift::resultsDoNotDependOnThreads()
{
    std::vector<Column> reference, current;
    for (int i = 0; i < 8; ++i) {
        reference.push_back(Column::numbers(std::to_string(i), Kind::Real, normals(700, 1)));
        current.push_back(
            Column::numbers(std::to_string(i), Kind::Real, normals(600, static_cast<std::uint64_t>(i) + 2)));
    }
    const Table a(std::move(reference)), b(std::move(current));
    QCOMPARE(toJson(*drift(a, b, {}, {.threads = 1})), toJson(*drift(a, b, {}, {.threads = 2})));
    std::stop_source source;
    source.request_stop();
    QCOMPARE(drift(a, b, {}, {.stop = source.get_token()}).error().kind, ErrorKind::Cancelled);
}

void TestDrift::documentHasTheContractsKeys()
{
    const Json json = toJson(*drift(numbers(normals(100, 1)), numbers(normals(100, 2))));
    for (const char *key : {"columns", "share_drifted", "dataset_drift", "action", "missing_change", "new_categories"})
        QVERIFY2(json.contains(key), key);
    const Json &column = json["columns"][0];
    for (const char *key : {"name", "kind", "psi", "ks", "chi2", "jensen_shannon", "wasserstein_normed", "hellinger",
                            "test", "score", "threshold", "drifted", "histogram"})
        QVERIFY2(column.contains(key), key);
    QVERIFY(column["chi2"].is_null());
    QCOMPARE(column["histogram"]["edges"].size(), column["histogram"]["reference"].size() + 1);
}

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
