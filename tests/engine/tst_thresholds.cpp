// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/thresholds.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;
using namespace samples;

namespace {

// Row by row, as the definition says.
Confusion countedAt(const Predictions &p, double threshold)
{
    Confusion c;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const bool selected = p.scores(static_cast<Eigen::Index>(i), 0) >= threshold;
        const double weight = p.weights.empty() ? 1 : p.weights[i];
        (p.truth[i] != 0 ? (selected ? c.tp : c.fn) : (selected ? c.fp : c.tn)) += weight;
    }
    return c;
}

bool agree(const Confusion &a, const Confusion &b)
{
    return refs::close(a.tp, b.tp, 1e-12) && refs::close(a.fp, b.fp, 1e-12) && refs::close(a.fn, b.fn, 1e-9) &&
           refs::close(a.tn, b.tn, 1e-9);
}

double f1(const Confusion &c)
{
    return 2 * c.tp / (2 * c.tp + c.fp + c.fn);
}

// What the rule wants, read off counts; NaN where the rule forbids the threshold.
double meritOf(const Confusion &c, ThresholdRule rule, const CostMatrix &costs, double floor)
{
    const double precision = c.tp / (c.tp + c.fp), recall = c.tp / (c.tp + c.fn);
    switch (rule) {
    case ThresholdRule::BestF1:
        return f1(c);
    case ThresholdRule::Youden:
        return recall - c.fp / (c.fp + c.tn);
    case ThresholdRule::LowestCost:
        return -expectedCost(c, costs);
    case ThresholdRule::PrecisionFloor:
        return precision >= floor ? recall : std::nan("");
    case ThresholdRule::RecallFloor:
        break;
    }
    return recall >= floor ? precision : std::nan("");
}

} // namespace

class TestThresholds : public QObject
{
    Q_OBJECT

private slots:
    void countsAtAnyThreshold_data();
    void countsAtAnyThreshold();
    void bestIsBestOfAll_data();
    void bestIsBestOfAll();
    void matchesReferences();
    void highestOfEquals();
    void unreachableFloorsHaveNoThreshold();
    void costs();
    void netBenefitByDefinition();
    void envelopeIsLeastOfAllLines();
    void refuses();
};

void TestThresholds::countsAtAnyThreshold_data()
{
    QTest::addColumn<bool>("weighted");
    QTest::newRow("every row once") << false;
    QTest::newRow("weighted") << true;
}

void TestThresholds::countsAtAnyThreshold()
{
    QFETCH(bool, weighted);
    Predictions p = randomBinary(2000, 3);
    if (weighted)
        p = withRandomWeights(std::move(p), 4);
    const auto sweep = thresholdSweep(p);
    QCOMPARE(sweep->thresholds.size(), std::size_t(52)); // +infinity and every grid point
    QCOMPARE(sweep->tp.front() + sweep->fp.front(), 0.0);
    for (int i = -5; i <= 105; ++i) // on and between the scores, and beyond them
        QVERIFY(agree(sweep->at(i / 100.0), countedAt(p, i / 100.0)));
    QVERIFY(agree(sweep->at(HUGE_VAL), countedAt(p, HUGE_VAL)));
    QVERIFY(agree(sweep->at(-HUGE_VAL), countedAt(p, -HUGE_VAL)));
    QCOMPARE(ThresholdSweep().at(0.5), Confusion());
}

void TestThresholds::bestIsBestOfAll_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("floor");
    QTest::newRow("F1") << int(ThresholdRule::BestF1) << 0.0;
    QTest::newRow("Youden") << int(ThresholdRule::Youden) << 0.0;
    QTest::newRow("cost") << int(ThresholdRule::LowestCost) << 0.0;
    QTest::newRow("precision") << int(ThresholdRule::PrecisionFloor) << 0.6;
    QTest::newRow("recall") << int(ThresholdRule::RecallFloor) << 0.8;
}

void TestThresholds::bestIsBestOfAll()
{
    QFETCH(int, rule);
    QFETCH(double, floor);
    const CostMatrix costs{.tn = -0.1, .fp = 2, .fn = 5, .tp = -1};
    const Predictions p = withRandomWeights(randomBinary(1500, 5, 300), 6);
    const auto sweep = thresholdSweep(p);
    const auto best = bestThreshold(*sweep, ThresholdRule(rule), costs, floor);
    QVERIFY(best.has_value());
    double wanted = -HUGE_VAL;
    for (const double threshold : sweep->thresholds) {
        const double merit = meritOf(countedAt(p, threshold), ThresholdRule(rule), costs, floor);
        wanted = std::isnan(merit) ? wanted : std::max(wanted, merit);
    }
    const double sign = ThresholdRule(rule) == ThresholdRule::LowestCost ? -1 : 1;
    QVERIFY(refs::close(sign * best->value, wanted, 1e-12));
    QVERIFY(agree(best->confusion, countedAt(p, best->threshold)));
    QVERIFY(refs::close(meritOf(best->confusion, ThresholdRule(rule), costs, floor), wanted, 1e-12));
}

void TestThresholds::matchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    int checked = 0;
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "weather"}) {
        const Json reference = refs::json(std::string(data) + ".json");
        for (const auto &[model, info] : reference["predictions"].items()) {
            const auto sweep = thresholdSweep(refs::predictions(info["file"], Task::Binary));
            const Json &want = reference["metrics"][model];
            const auto best = bestThreshold(*sweep, ThresholdRule::BestF1);
            QVERIFY(refs::close(best->value, want["f1_best"], 1e-12));
            QCOMPARE(best->threshold, want["f1_best_threshold"].get<double>());
            QCOMPARE(bestThreshold(*sweep, ThresholdRule::Youden)->threshold, want["youden_threshold"].get<double>());
            QCOMPARE(sweep->thresholds.size(), want["distinct_scores"].get<std::size_t>() + 1);
            checked += 4;
        }
    }
    QCOMPARE(checked, 40);
}

void TestThresholds::highestOfEquals()
{
    const auto sweep = thresholdSweep(binary({1, 0, 1, 0}, {.9, .8, .3, .2}));
    // 0.9 and 0.3 both have TPR − FPR = ½.
    QCOMPARE(bestThreshold(*sweep, ThresholdRule::Youden)->threshold, .9);
    // Precision 1 needs no second row.
    QCOMPARE(bestThreshold(*sweep, ThresholdRule::PrecisionFloor, {}, 1)->threshold, .9);
    // A wrong positive is so dear that nothing is selected.
    const auto dear = bestThreshold(*sweep, ThresholdRule::LowestCost, {.fp = 1, .tp = 5});
    QCOMPARE(dear->threshold, HUGE_VAL);
    QCOMPARE(dear->value, 0.5);
}

void TestThresholds::unreachableFloorsHaveNoThreshold()
{
    const auto wrong = thresholdSweep(binary({0, 1}, {.9, .1}));
    QVERIFY(!bestThreshold(*wrong, ThresholdRule::PrecisionFloor, {}, 0.9));
    QVERIFY(bestThreshold(*wrong, ThresholdRule::PrecisionFloor, {}, 0.5).has_value());
    const auto negatives = thresholdSweep(binary({0, 0}, {.9, .1}));
    for (const ThresholdRule rule : {ThresholdRule::BestF1, ThresholdRule::Youden, ThresholdRule::RecallFloor})
        QVERIFY(!bestThreshold(*negatives, rule));
    QVERIFY(bestThreshold(*negatives, ThresholdRule::LowestCost).has_value());
    const auto positives = thresholdSweep(binary({1, 1}, {.9, .1}));
    QVERIFY(!bestThreshold(*positives, ThresholdRule::Youden));
    QCOMPARE(bestThreshold(*positives, ThresholdRule::BestF1)->value, 1.0);
}

void TestThresholds::costs()
{
    QCOMPARE(expectedCost({.tn = 50, .fp = 10, .fn = 5, .tp = 35}, {.tn = -1, .fp = 2, .fn = 10, .tp = -3}), -0.85);
    QCOMPARE(expectedCost({}, {}), 0.0);
    const Predictions p = randomBinary(500, 8);
    const auto sweep = thresholdSweep(p);
    const CostMatrix costs{.fp = 1, .fn = 4};
    const std::vector<double> curve = costCurve(*sweep, costs);
    for (std::size_t i = 0; i < curve.size(); ++i)
        QVERIFY(refs::close(curve[i], expectedCost(countedAt(p, sweep->thresholds[i]), costs), 1e-12));
}

void TestThresholds::netBenefitByDefinition()
{
    const Predictions p = randomBinary(800, 9);
    const NetBenefitCurve curve = netBenefit(*thresholdSweep(p));
    QCOMPARE(curve.thresholds.size(), std::size_t(99));
    for (std::size_t i = 0; i < 99; ++i) {
        const double t = curve.thresholds[i];
        QVERIFY(refs::close(t, static_cast<double>(i + 1) / 100, 1e-15));
        double hits = 0, misses = 0, positives = 0;
        for (std::size_t row = 0; row < p.size(); ++row) {
            const bool selected = p.scores(static_cast<Eigen::Index>(row), 0) >= t;
            hits += selected && p.truth[row] == 1 ? 1 : 0;
            misses += selected && p.truth[row] == 0 ? 1 : 0;
            positives += p.truth[row];
        }
        QVERIFY(refs::close(curve.model[i], hits / 800 - misses / 800 * t / (1 - t), 1e-12));
        QVERIFY(refs::close(curve.treatAll[i], positives / 800 - (800 - positives) / 800 * t / (1 - t), 1e-12));
    }
}

void TestThresholds::envelopeIsLeastOfAllLines()
{
    const Predictions p = randomBinary(1200, 10, 200);
    const auto sweep = thresholdSweep(p);
    const CostEnvelope envelope = costEnvelope(*sweep);
    QCOMPARE(envelope.probabilityCost.size(), std::size_t(101));
    for (std::size_t i = 0; i < 101; ++i) {
        const double pc = envelope.probabilityCost[i];
        double least = HUGE_VAL;
        for (std::size_t k = 0; k < sweep->thresholds.size(); ++k)
            least = std::min(least,
                             (1 - sweep->tp[k] / sweep->positives) * pc + sweep->fp[k] / sweep->negatives * (1 - pc));
        QVERIFY(std::abs(envelope.model[i] - least) < 1e-12);
        QVERIFY(envelope.model[i] <= envelope.trivial[i] + 1e-12);
    }
    QVERIFY(costEnvelope(*thresholdSweep(binary({1, 1}, {.2, .3}))).model.empty());
}

void TestThresholds::refuses()
{
    Predictions regression;
    regression.task = Task::Regression;
    regression.truth = regression.predicted = {1, 2};
    QCOMPARE(thresholdSweep(regression).error().code, std::string("bad_task"));
    Predictions decided = binary({0, 1}, {0, 0});
    decided.scores.resize(0, 0);
    decided.predicted = {0, 1};
    QCOMPARE(thresholdSweep(decided).error().code, std::string("bad_predictions"));
    QCOMPARE(thresholdSweep(binary({0, 1}, {.1, .2}, {0, 0})).error().code, std::string("no_rows"));
}

QTEST_GUILESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
