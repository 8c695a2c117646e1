// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/explore/importance.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

/// Runs whose metric follows `depth` up, `rate` up and down again, and one kind of three, and nothing else.
struct Planted
{
    std::vector<ImportanceColumn> columns{{.name = "noise", .values = {}},
                                          {.name = "depth", .values = {}},
                                          {.name = "rate", .values = {}},
                                          {.name = "kind", .values = {}, .categorical = true},
                                          {.name = "colour", .values = {}, .categorical = true},
                                          {.name = "fixed", .values = {}},
                                          {.name = "label", .values = {}, .categorical = true}};
    std::vector<double> metric;

    explicit Planted(std::size_t runs, std::uint64_t seed = 3)
    {
        Random random(seed);
        for (std::size_t i = 0; i < runs; ++i) {
            const double noise = random.normal(), depth = std::floor(random.uniform() * 12);
            const double rate = random.uniform() * 4 - 2, kind = std::floor(random.uniform() * 3);
            const double values[] = {
                noise, depth, rate, kind, std::floor(random.uniform() * 4), 7, static_cast<double>(i)};
            for (std::size_t j = 0; j < columns.size(); ++j)
                columns[j].values.push_back(values[j]);
            metric.push_back(0.15 * depth - 0.5 * rate * rate + (kind == 1 ? 1.0 : 0) + 0.1 * random.normal());
        }
    }
};

const ParameterImportance &of(const ImportanceReport &report, const std::string &name)
{
    return *std::ranges::find(report.parameters, name, &ParameterImportance::name);
}

} // namespace

class TestImportance : public QObject
{
    Q_OBJECT

private slots:
    void spearmanAsScipy();
    void intervalHoldsTheTruth();
    void groupsAsKruskalWallis();
    void findsWhatWasPlanted();
    void noiseAloneExplainsNothing();
    void missingValuesAndDivergedRuns();
    void theSameOnAnyNumberOfThreads();
    void saysWhenThereIsTooLittle();
    void canBeStopped();
};

void TestImportance::spearmanAsScipy()
{
    // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]), SciPy's own example: 0.8208, p 0.0886.
    const std::vector<double> a{1, 2, 3, 4, 5}, b{5, 6, 7, 8, 7};
    const auto found = rankCorrelation(a, b);
    QVERIFY(found);
    QVERIFY(near(found->rho, 0.8207826816681233, 1e-12));
    QVERIFY(near(found->pValue, 0.08858700531354381, 1e-9));
    // tanh(atanh(0.82078268…) ± 1.959963985 · √((1 + 0.82078268…² / 2) / 2))
    QVERIFY(near(found->low,
                 std::tanh(std::atanh(0.8207826816681233) - 1.959963984540054 * std::sqrt(1.336842105263158 / 2)),
                 1e-12));
    std::vector<double> withGaps{1, 2, NAN, 3, 4, 5, INFINITY}, other{5, 6, 1, 7, 8, 7, 9};
    QCOMPARE(rankCorrelation(withGaps, other)->rho, found->rho);
    QCOMPARE(rankCorrelation(withGaps, other)->n, std::size_t(5));
    QVERIFY(!rankCorrelation(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2, 3}));
    QVERIFY(!rankCorrelation(std::vector<double>(9, 1.0), std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(rankCorrelation(a, a)->low, 1.0);
}

void TestImportance::intervalHoldsTheTruth()
{
    // Normal pairs with Pearson's r have a Spearman's ρ of 6 / π · asin(r / 2).
    const double r = 0.6, truth = 6 / M_PI * std::asin(r / 2);
    Random random(11);
    int held = 0;
    constexpr int times = 600;
    for (int i = 0; i < times; ++i) {
        std::vector<double> a, b;
        for (int j = 0; j < 50; ++j) {
            a.push_back(random.normal());
            b.push_back(r * a.back() + std::sqrt(1 - r * r) * random.normal());
        }
        const auto found = rankCorrelation(a, b);
        held += found->low <= truth && truth <= found->high ? 1 : 0;
    }
    QVERIFY2(held > times * 0.92 && held < times * 0.98, qPrintable(QString::number(held)));
}

void TestImportance::groupsAsKruskalWallis()
{
    // scipy.stats.kruskal([1, 1, 1], [2, 2, 2], [2, 2]) gives H = 7.0: ε² = (7 − 2) / (8 − 3) = 1.
    QVERIFY(
        near(*groupStrength(std::vector<double>{0, 0, 0, 1, 1, 1, 2, 2}, std::vector<double>{1, 1, 1, 2, 2, 2, 2, 2}),
             1, 1e-12));
    // kruskal([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]) gives H = 0.2727: less than chance.
    QCOMPARE(*groupStrength(std::vector<double>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1},
                            std::vector<double>{1, 3, 5, 7, 9, 2, 4, 6, 8, 10}),
             0.0);
    QVERIFY(!groupStrength(std::vector<double>{0, 0, 0}, std::vector<double>{1, 2, 3}));
}

void TestImportance::findsWhatWasPlanted()
{
    const Planted planted(600);
    const auto report = parameterImportance(planted.columns, planted.metric, {}, {});
    QVERIFY(report);
    QCOMPARE(report->runs, std::size_t(600));
    QCOMPARE(report->leftOut, (std::vector<std::string>{"fixed", "label"}));
    QVERIFY2(report->explained > 0.85, qPrintable(QString::number(report->explained)));
    QVERIFY(!report->fewRuns && !report->weakForest);
    // The forest sees all three, the correlation only what goes one way.
    for (const char *name : {"depth", "rate", "kind"})
        QVERIFY2(of(*report, name).forestLow > 0.1, name);
    for (const char *name : {"noise", "colour"})
        QVERIFY2(of(*report, name).forest < 0.02, name);
    QCOMPARE(report->parameters.size(), std::size_t(5));
    QVERIFY(of(*report, "depth").correlation->low > 0.3);
    QVERIFY(std::abs(of(*report, "rate").correlation->rho) < 0.15);
    QVERIFY(of(*report, "kind").strength.value() > 0.2 && !of(*report, "kind").correlation);
    QVERIFY(of(*report, "colour").association() < 0.15);
}

void TestImportance::noiseAloneExplainsNothing()
{
    Planted planted(300);
    Random random(5);
    for (double &value : planted.metric)
        value = random.normal();
    const auto report = parameterImportance(planted.columns, planted.metric, {}, {});
    QVERIFY(report && report->weakForest);
    for (const ParameterImportance &one : report->parameters)
        QVERIFY2(one.forest < 0.1, one.name.c_str());
}

void TestImportance::missingValuesAndDivergedRuns()
{
    Planted planted(600);
    const auto before = parameterImportance(planted.columns, planted.metric, {}, {});
    for (std::size_t i = 0; i < 600; i += 20) {
        planted.metric[i] = i % 40 == 0 ? NAN : -INFINITY;
        planted.columns[1].values[i + 1] = NAN;
        planted.metric[i + 2] *= 1e9; // keeps its sign; ranks hardly move
    }
    const auto report = parameterImportance(planted.columns, planted.metric, {}, {});
    QVERIFY(report);
    QCOMPARE(report->runs, std::size_t(570));
    QVERIFY(near(of(*report, "rate").forest, of(*before, "rate").forest, 0.3 * of(*before, "rate").forest));
    QVERIFY(of(*report, "noise").forest < 0.03);
}

void TestImportance::theSameOnAnyNumberOfThreads()
{
    const Planted planted(200);
    const auto one = parameterImportance(planted.columns, planted.metric, {.trees = 20}, {.threads = 1});
    const auto two = parameterImportance(planted.columns, planted.metric, {.trees = 20}, {.threads = 2});
    const auto other = parameterImportance(planted.columns, planted.metric, {.trees = 20}, {.threads = 2, .seed = 43});
    for (std::size_t i = 0; i < one->parameters.size(); ++i)
        QCOMPARE(one->parameters[i].forest, two->parameters[i].forest);
    QVERIFY(one->parameters[0].forest != other->parameters[0].forest);
}

void TestImportance::saysWhenThereIsTooLittle()
{
    const Planted few(7), some(20);
    QCOMPARE(parameterImportance(few.columns, few.metric, {}, {}).error().code, std::string("too_few_runs"));
    QCOMPARE(parameterImportance({some.columns[5]}, some.metric, {}, {}).error().code, std::string("no_parameters"));
    QVERIFY(parameterImportance(some.columns, some.metric, {}, {})->fewRuns);
}

void TestImportance::canBeStopped()
{
    const Planted planted(600);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(parameterImportance(planted.columns, planted.metric, {}, {.stop = stop.get_token()}).error().kind,
             ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestImportance)
#include "tst_importance.moc"
