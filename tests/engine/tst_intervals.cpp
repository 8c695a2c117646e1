// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/placements.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>
#include <array>

using namespace assay;
using namespace assay::engine;
using namespace samples;

class TestIntervals : public QObject
{
    Q_OBJECT

private slots:
    void resampledMetricsEqualEvaluated_data();
    void resampledMetricsEqualEvaluated();
    void bootstrapAgreesWithDeLong();
    void resultsDoNotDependOnThreads();
    void cancels();
    void intervalsMatchReference();
};

void TestIntervals::resampledMetricsEqualEvaluated_data()
{
    QTest::addColumn<bool>("weighted");
    QTest::newRow("every row once") << false;
    QTest::newRow("weighted") << true;
}

void TestIntervals::resampledMetricsEqualEvaluated()
{
    QFETCH(bool, weighted);
    Predictions p = randomBinary(4000, 33);
    Random random(6);
    for (std::size_t i = 0; weighted && i < p.size(); ++i)
        p.weights.push_back(0.1 + random.uniform());
    const auto evaluation = evaluate(p, pointsOnly);
    std::vector<std::string> names;
    for (const Metric &metric : evaluation->metrics)
        names.push_back(metric.name);
    const DrawOrder order = drawRanked(p);
    const std::vector<double> values = scoreOnce(BinaryRescorer(p, order, names, {}), order.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        QVERIFY2(refs::close(values[i], evaluation->metrics[i].value.value(), 1e-12), names[i].c_str());
}

void TestIntervals::bootstrapAgreesWithDeLong()
{
    const Predictions p = randomBinary(1500, 8, 200);
    const DrawOrder order = drawRanked(p);
    const BinaryRescorer rescorer(p, order, {"roc_auc"}, {});
    const std::array<const Rescorer *, 1> one{&rescorer};
    const auto values = bootstrap(order, one, 4000, {});
    const double sd = std::sqrt((values->array() - values->mean()).square().sum() / 3999);
    const std::span<const double> scores(p.scores.data(), p.size());
    const Placements own = placements(scores, p.truth);
    // The standard error of a standard deviation of 4,000 draws is 1.1 %.
    QVERIFY(std::abs(sd / std::sqrt(aucCovariance(own, own)) - 1) < 0.04);
    QVERIFY(std::abs(values->mean() - own.auc) < 4 * sd / std::sqrt(4000.0));
}

void TestIntervals::resultsDoNotDependOnThreads()
{
    const Predictions p = randomBinary(2000, 12);
    const auto one = evaluate(p, {}, {.threads = 1});
    const auto two = evaluate(p, {}, {.threads = 2});
    QCOMPARE(one->intervals, two->intervals);
    QVERIFY(one->intervals != evaluate(p, {}, {.threads = 2, .seed = 43})->intervals);
}

void TestIntervals::cancels()
{
    std::stop_source source;
    source.request_stop();
    const auto evaluation = evaluate(randomBinary(500, 1), {}, {.stop = source.get_token()});
    QCOMPARE(evaluation.error().kind, ErrorKind::Cancelled);
}

void TestIntervals::intervalsMatchReference()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    // statsmodels' Wilson interval of 45 of 100.
    const Json wanted = refs::json("stats_tests.json")["two_proportions"]["wilson_1"];
    const Interval wilson = wilsonInterval(0.45, 100);
    QVERIFY(refs::close(wilson.low, wanted[0], 1e-12) && refs::close(wilson.high, wanted[1], 1e-12));
    const Json titanic = refs::json("titanic.json");
    const auto evaluation = evaluate(refs::predictions("titanic_preds_lr.csv", Task::Binary));
    const Interval *auc = evaluation->interval("roc_auc");
    QCOMPARE(auc->method, std::string("delong"));
    QVERIFY(refs::close(auc->low, titanic["comparison"]["ci95"][0][0], 1e-8));
    QVERIFY(refs::close(auc->high, titanic["comparison"]["ci95"][0][1], 1e-8));
    for (const char *name : {"average_precision", "log_loss", "brier", "f1", "mcc", "ks"}) {
        const Interval *interval = evaluation->interval(name);
        QVERIFY2(interval && interval->method == "bootstrap-percentile", name);
        QVERIFY2(interval->low < metricOf(*evaluation, name) && metricOf(*evaluation, name) < interval->high, name);
    }
}

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
