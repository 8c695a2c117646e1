// SPDX-License-Identifier: GPL-3.0-or-later
// The long tail of metrics and curves against their definitions, written out row by row.
#include "engine/metrics/calibrationerrors.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/rocarea.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>
#include <array>
#include <map>
#include <numeric>

using namespace assay;
using namespace assay::engine;
using namespace samples;

namespace {

constexpr EvaluateOptions everything{.intervals = false, .further = true};

Predictions multiclass(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Predictions p;
    p.task = Task::Multiclass;
    p.labels = {"a", "b", "c", "d"};
    p.scores.resize(static_cast<Eigen::Index>(n), 4);
    for (std::size_t i = 0; i < n; ++i) {
        p.truth.push_back(static_cast<double>(random.below(4)));
        const auto row = static_cast<Eigen::Index>(i);
        for (Eigen::Index k = 0; k < 4; ++k)
            p.scores(row, k) = 1 + static_cast<double>(random.below(6)) + (p.truth.back() == double(k) ? 2 : 0);
        p.scores.row(row) /= p.scores.row(row).sum();
    }
    return p;
}

} // namespace

class TestMetricsFurther : public QObject
{
    Q_OBJECT

private slots:
    void partialAreas();
    void calibrationErrorsOfTheLiterature();
    void topDecileByCounting();
    void quantileCalibration_data();
    void quantileCalibration();
    void bandsAreWilsons();
    void multiclassByDefinition();
    void classesHaveCurvesAndIntervals();
    void rankedCurvesOfWeightedRows();
    void onlyOnRequest();
    void weightsLeaveOutWhatTheyCannotHave();
    void negativeValuesHaveNoLogarithm();
    void knowsWhichWayIsBetter_data();
    void knowsWhichWayIsBetter();
};

void TestMetricsFurther::knowsWhichWayIsBetter_data()
{
    QTest::addColumn<bool>("larger");
    for (const char *name : {"roc_auc", "accuracy", "r2", "val/acc", "brier_skill_score", "neg_log_loss",
                             "d2_absolute_error_score", "glossary", "mirror", "mAP50-95"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"log_loss", "brier", "ece", "rmse", "mape_nonzero", "negative_likelihood_ratio", "pinball_0_9", "loss",
          "val_loss", "train/loss", "validation_0-mlogloss", "Test error", "eval.perplexity"})
        QTest::newRow(name) << false;
}

void TestMetricsFurther::knowsWhichWayIsBetter()
{
    QFETCH(const bool, larger);
    QCOMPARE(largerIsBetter(QTest::currentDataTag()), larger);
}

// DEFINITIONS' case: .75, and .6667 up to a false positive rate of ½.
void TestMetricsFurther::partialAreas()
{
    const auto four = evaluate(binary({0, 0, 1, 1}, {.1, .4, .35, .8}), everything);
    QVERIFY(refs::close(*partialRocAuc(four->roc, 0.5), 2.0 / 3, 1e-12));
    QVERIFY(refs::close(*partialRocAuc(four->roc, 1), 0.75, 1e-12));
    const auto random = evaluate(randomBinary(3000, 4, 40), everything);
    for (const double most : {0.01, 0.1, 0.37, 0.999}) {
        double area = 0; // by fine steps under the interpolated curve
        const int steps = 200'000;
        std::size_t at = 1;
        for (int i = 0; i < steps; ++i) {
            const double x = most * (i + 0.5) / steps;
            while (random->roc.fpr[at] < x)
                ++at;
            const double width = random->roc.fpr[at] - random->roc.fpr[at - 1];
            const double share = width > 0 ? (x - random->roc.fpr[at - 1]) / width : 1;
            area += (random->roc.tpr[at - 1] + share * (random->roc.tpr[at] - random->roc.tpr[at - 1])) * most / steps;
        }
        const double wanted = 0.5 * (1 + (area - most * most / 2) / (most - most * most / 2));
        QVERIFY(std::abs(*partialRocAuc(random->roc, most) - wanted) < 1e-5);
    }
    QVERIFY(!partialRocAuc({}, 0.1) && !prTrapezoid({}));
}

// The three norms of DEFINITIONS: .1875, .2165063, .25.
void TestMetricsFurther::calibrationErrorsOfTheLiterature()
{
    const std::vector<double> p{.25, .25, .25, .25, .75, .75, .75, .75}, y{0, 0, 0, 1, 1, 1, 1, 1};
    const std::vector<double> weights{1, 1, 1, 1, 3, 3, 3, 3};
    const CalibrationErrors errors = calibrationErrors(p, y, weights, 2);
    QCOMPARE(errors.mean, 0.1875);
    QVERIFY(refs::close(errors.square, 0.2165063, 1e-7));
    QCOMPARE(errors.largest, 0.25);
    // A score on an edge goes up, or down.
    QCOMPARE(calibrationErrors(std::vector{.5, .4}, std::vector{1., 0.}, {}, 2).mean, 0.45);
    QVERIFY(refs::close(calibrationErrors(std::vector{.5, .4}, std::vector{1., 0.}, {}, 2, BinSide::Right).mean, 0.05,
                        1e-12));
}

void TestMetricsFurther::topDecileByCounting()
{
    const Predictions p = randomBinary(1237, 10, 15);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t i) { return p.scores(static_cast<Eigen::Index>(i), 0); });
    double found = 0;
    for (std::size_t i = 0; i < 124; ++i)
        found += p.truth[order[i]];
    QVERIFY(refs::close(metricOf(*evaluate(p, everything), "precision_top_decile"), found / 124, 1e-12));
}

void TestMetricsFurther::quantileCalibration_data()
{
    QTest::addColumn<int>("grid");
    QTest::newRow("distinct") << 1'000'000;
    QTest::newRow("ties") << 30;
}

// A score's bin is the number of tenths of the rows that lie below it; equal scores are never divided.
void TestMetricsFurther::quantileCalibration()
{
    QFETCH(int, grid);
    const Predictions p = randomBinary(2003, 11, grid);
    std::map<int, std::array<double, 3>> bins;
    for (Eigen::Index i = 0; i < 2003; ++i) {
        const double below = static_cast<double>((p.scores.array() < p.scores(i, 0)).count());
        auto &bin = bins[static_cast<int>(below * 10 / 2003)];
        bin[0] += 1;
        bin[1] += p.scores(i, 0);
        bin[2] += p.truth[static_cast<std::size_t>(i)];
    }
    const auto evaluation = evaluate(p, pointsOnly);
    const CalibrationCurve &curve = evaluation->quantileCalibration;
    QCOMPARE(curve.count.size(), bins.size());
    std::size_t at = 0;
    for (const auto &[key, bin] : bins) {
        QCOMPARE(curve.count[at], bin[0]);
        QVERIFY(refs::close(curve.meanPredicted[at], bin[1] / bin[0], 1e-12));
        QVERIFY(refs::close(curve.fractionPositive[at], bin[2] / bin[0], 1e-12));
        ++at;
    }
    Predictions doubled = p;
    doubled.weights.assign(p.size(), 2);
    QCOMPARE(evaluate(doubled, pointsOnly)->quantileCalibration.meanPredicted, curve.meanPredicted);
}

void TestMetricsFurther::bandsAreWilsons()
{
    Predictions p = randomBinary(900, 12);
    const auto plain = evaluate(p, pointsOnly);
    for (const CalibrationCurve *curve : {&plain->calibration, &plain->quantileCalibration}) {
        for (std::size_t i = 0; i < curve->count.size(); ++i) {
            const Interval wanted = wilsonInterval(curve->fractionPositive[i], curve->count[i]);
            QCOMPARE(curve->low[i], wanted.low);
            QCOMPARE(curve->high[i], wanted.high);
        }
    }
    p.weights.assign(900, 3); // three times the weight is no more evidence
    const auto heavy = evaluate(p, pointsOnly);
    for (std::size_t i = 0; i < plain->calibration.low.size(); ++i)
        QVERIFY(refs::close(heavy->calibration.low[i], plain->calibration.low[i], 1e-12));
}

void TestMetricsFurther::multiclassByDefinition()
{
    const Predictions p = multiclass(300, 13);
    const auto evaluation = evaluate(p, everything);
    double wins = 0, pairs = 0, brier = 0;
    for (Eigen::Index i = 0; i < 1200; ++i) {
        const bool hit = p.truth[static_cast<std::size_t>(i / 4)] == static_cast<double>(i % 4);
        brier += std::pow(p.scores.data()[i] - (hit ? 1 : 0), 2) / 300;
        for (Eigen::Index j = 0; hit && j < 1200; ++j) {
            if (p.truth[static_cast<std::size_t>(j / 4)] == static_cast<double>(j % 4))
                continue;
            const double a = p.scores.data()[i], b = p.scores.data()[j];
            wins += a > b ? 1 : (a == b ? 0.5 : 0);
            ++pairs;
        }
    }
    QVERIFY(refs::close(metricOf(*evaluation, "roc_auc_micro"), wins / pairs, 1e-12));
    QVERIFY(refs::close(metricOf(*evaluation, "brier"), brier, 1e-12));
    Predictions once = p, twice = p;
    once.weights.assign(300, 1);
    twice.weights.assign(300, 2);
    const auto a = evaluate(once, everything), b = evaluate(twice, everything);
    for (std::size_t i = 0; i < a->further.size(); ++i) {
        QCOMPARE(a->further[i].name, evaluation->further[i].name);
        QVERIFY2(refs::close(*a->further[i].value, *evaluation->further[i].value, 1e-12), a->further[i].name.c_str());
        QVERIFY2(refs::close(*a->further[i].value, *b->further[i].value, 1e-12), a->further[i].name.c_str());
    }
}

void TestMetricsFurther::classesHaveCurvesAndIntervals()
{
    const auto evaluation = evaluate(multiclass(6000, 14), {.bootstrapResamples = 100, .further = true});
    QCOMPARE(evaluation->perClass.size(), std::size_t(4));
    for (const ClassMetrics &entry : evaluation->perClass) {
        QVERIFY(entry.roc.fpr.size() > 2 && entry.roc.fpr.size() <= 2001);
        QCOMPARE(entry.roc.tpr.back(), 1.0);
        QCOMPARE(entry.pr.recall.size(), entry.pr.thresholds.size() + 1);
        QCOMPARE(entry.calibration.low.size(), entry.calibration.count.size());
        std::map<std::string, double> values{
            {"precision", *entry.precision}, {"recall", *entry.recall}, {"f1", *entry.f1}, {"roc_auc", *entry.rocAuc}};
        QCOMPARE(entry.intervals.size(), values.size());
        for (const auto &[name, interval] : entry.intervals)
            QVERIFY2(interval.low < values[name] && values[name] < interval.high, name.c_str());
    }
    const Json json = toJson(*evaluation);
    QCOMPARE(json["per_class"]["a"]["curves"]["roc"]["fpr"].size(), evaluation->perClass[0].roc.fpr.size());
    QCOMPARE(json["per_class"]["a"]["intervals"]["f1"]["method"], Json("wilson"));
    for (const Metric &metric : evaluation->metrics)
        QVERIFY2(evaluation->interval(metric.name), metric.name.c_str());
}

// Weights of 1 go another way than none at all.
void TestMetricsFurther::rankedCurvesOfWeightedRows()
{
    for (const int steps : {3, 200, 1'000'000}) {
        const Predictions plain = randomBinary(4000, 15, steps);
        Predictions ones = plain;
        ones.weights.assign(plain.size(), 1);
        const auto a = evaluate(plain, pointsOnly), b = evaluate(ones, pointsOnly);
        QCOMPARE(a->roc, b->roc);
        QCOMPARE(a->pr, b->pr);
        QCOMPARE(a->gain, b->gain);
        for (std::size_t i = 0; i < a->metrics.size(); ++i)
            QVERIFY(refs::close(*a->metrics[i].value, *b->metrics[i].value, 1e-12));
    }
}

void TestMetricsFurther::onlyOnRequest()
{
    QVERIFY(evaluate(randomBinary(100, 16), pointsOnly)->further.empty());
    QVERIFY(evaluate(multiclass(100, 16), pointsOnly)->perClass[0].roc.fpr.empty());
    const Json json = toJson(*evaluate(randomBinary(100, 16), everything));
    QVERIFY(json["further"].contains("roc_partial_auc") && json["curves"].contains("calibration_quantile"));
    QCOMPARE(json["curves"]["det"]["fnr"].size(), json["curves"]["roc"]["fpr"].size());
    QCOMPARE(json["curves"]["lift"]["lift"].back(), Json(1.0));
}

void TestMetricsFurther::weightsLeaveOutWhatTheyCannotHave()
{
    const auto evaluation = evaluate(withRandomWeights(randomBinary(500, 17), 18), everything);
    QVERIFY(!evaluation->metric("ks_p_value") && !evaluation->metric("ece_equal_count"));
    QVERIFY(evaluation->metric("calibration_slope") && evaluation->metric("recall_top_decile"));
    QVERIFY(!evaluation->warnings.empty());
}

void TestMetricsFurther::negativeValuesHaveNoLogarithm()
{
    Predictions p;
    p.task = Task::Regression;
    p.truth = {1, 2, -3};
    p.predicted = {1, 3, 0};
    const auto evaluation = evaluate(p, everything);
    QVERIFY(!evaluation->metric("rmsle"));
    QVERIFY(refs::close(metricOf(*evaluation, "mean_error"), 4.0 / 3, 1e-12));
    QVERIFY(refs::close(metricOf(*evaluation, "pinball_0_1"), (0.9 + 2.7) / 3, 1e-12));
    QVERIFY(refs::close(metricOf(*evaluation, "durbin_watson"), (1 + 4) / 10.0, 1e-12));
}

QTEST_GUILESS_MAIN(TestMetricsFurther)
#include "tst_metrics_further.moc"
