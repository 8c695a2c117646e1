// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/metrics/evaluation.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;
using namespace samples;

namespace {

double pairwiseAuc(const Predictions &p)
{
    double wins = 0, pairs = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (std::size_t j = 0; j < p.size(); ++j) {
            if (p.truth[i] != 1 || p.truth[j] != 0)
                continue;
            const double a = p.scores(static_cast<Eigen::Index>(i), 0), b = p.scores(static_cast<Eigen::Index>(j), 0);
            wins += a > b ? 1 : a == b ? 0.5 : 0;
            ++pairs;
        }
    }
    return wins / pairs;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void curvesMatchReferences_data();
    void curvesMatchReferences();
    void matchesWeightedReference();
    void smallCases();
    void expectedCalibrationError();
    void handTill();
    void undefinedHasNoValueButAReason();
    void badInputNamesTheRow();
    void aucEqualsAllPairs_data();
    void aucEqualsAllPairs();
    void curvesAreMonotone();
    void weightsAreRepetitions_data();
    void weightsAreRepetitions();
    void orderOfRowsDoesNotMatter();
    void documentHasTheContractsKeys();
    void becomesATable();
};

void TestMetrics::curvesMatchReferences_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "weather"})
        QTest::newRow(data) << data;
}

void TestMetrics::curvesMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    for (const auto &[model, info] : reference["predictions"].items()) {
        const auto evaluation = evaluate(refs::predictions(info["file"], Task::Binary), pointsOnly);
        QVERIFY(evaluation.has_value());
        const Json &want = reference["metrics"][model];
        QCOMPARE(evaluation->confusion.tp, want["confusion"]["tp"].get<double>());
        QCOMPARE(evaluation->confusion.fp, want["confusion"]["fp"].get<double>());
        QCOMPARE(evaluation->confusion.tn, want["confusion"]["tn"].get<double>());
        QCOMPARE(evaluation->confusion.fn, want["confusion"]["fn"].get<double>());
        QCOMPARE(evaluation->roc.fpr.size(), want["roc"]["points_drop_intermediate"].get<std::size_t>());
        for (const auto &[fpr, tpr] : want["roc"]["tpr_at_fpr"].items()) {
            double best = 0;
            for (std::size_t i = 0; i < evaluation->roc.fpr.size(); ++i) {
                if (evaluation->roc.fpr[i] <= std::stod(fpr) + 1e-12)
                    best = std::max(best, evaluation->roc.tpr[i]);
            }
            QVERIFY2(refs::close(best, tpr, 1e-9), fpr.c_str());
        }
        std::size_t bin = 0;
        for (const Json &row : want["reliability_bins"]) {
            if (row["count"] == 0)
                continue;
            QCOMPARE(evaluation->calibration.count[bin], row["count"].get<double>());
            QVERIFY(refs::close(evaluation->calibration.meanPredicted[bin], row["mean_score"], 1e-9));
            QVERIFY(refs::close(evaluation->calibration.fractionPositive[bin], row["frac_pos"], 1e-9));
            ++bin;
        }
        QCOMPARE(evaluation->calibration.count.size(), bin);
    }
}

// scikit-learn 1.2.1 with sample_weight = fnlwgt.
void TestMetrics::matchesWeightedReference()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json reference = refs::json("adult.json");
    for (const auto &[model, info] : reference["predictions"].items()) {
        Predictions p = refs::predictions(info["file"], Task::Binary);
        p.weights = refs::csv(info["file"]).numbers("fnlwgt");
        const auto evaluation = evaluate(p, pointsOnly);
        QVERIFY(evaluation.has_value());
        for (const auto &[key, value] : reference["metrics"][model]["weighted"].items()) {
            if (value.is_number())
                QVERIFY2(refs::close(metricOf(*evaluation, key), value, 1e-9), key.c_str());
        }
    }
}

void TestMetrics::smallCases()
{
    const auto four = evaluate(binary({0, 0, 1, 1}, {.1, .4, .35, .8}), pointsOnly);
    QCOMPARE(metricOf(*four, "roc_auc"), 0.75);
    QVERIFY(refs::close(metricOf(*four, "average_precision"), 0.8333333333333333, 1e-12));
    QCOMPARE(four->roc.thresholds.front(), std::numeric_limits<double>::infinity());
    QCOMPARE(four->roc.fpr, (std::vector<double>{0, 0, .5, .5, 1}));
    QCOMPARE(four->roc.tpr, (std::vector<double>{0, .5, .5, 1, 1}));
    QCOMPARE(four->pr.recall.back(), 0.0);
    QCOMPARE(four->pr.precision.back(), 1.0);
    QCOMPARE(four->pr.thresholds.size() + 1, four->pr.recall.size());
    // Zeros for a positive and a negative: half of −ln of the spacing of doubles.
    const auto zeros = evaluate(binary({1, 0}, {0, 0}), pointsOnly);
    QVERIFY(refs::close(metricOf(*zeros, "log_loss"), 18.021826694558577, 1e-12));
    QCOMPARE(zeros->gain.share.size(), std::size_t(101));
    QCOMPARE(zeros->gain.gain[50], 0.5);
}

void TestMetrics::expectedCalibrationError()
{
    const Predictions p =
        binary({0, 0, 0, 1, 1, 1, 1, 1}, {.25, .25, .25, .25, .75, .75, .75, .75}, {1, 1, 1, 1, 3, 3, 3, 3});
    const auto evaluation = evaluate(p, {.intervals = false, .calibrationBins = 2});
    QCOMPARE(metricOf(*evaluation, "ece"), 0.1875);
}

// The values of scikit-learn's documentation of roc_auc_score's averages.
void TestMetrics::handTill()
{
    Predictions p;
    p.task = Task::Multiclass;
    p.labels = {"0", "1", "2"};
    p.truth = {0, 1, 0, 2};
    p.scores.resize(4, 3);
    p.scores << .1, .8, .1, .3, .4, .3, .35, .5, .15, 0, .2, .8;
    const auto evaluation = evaluate(p, pointsOnly);
    QVERIFY(refs::close(metricOf(*evaluation, "roc_auc_ovo_macro"), 0.75, 1e-12));
    QVERIFY(refs::close(metricOf(*evaluation, "roc_auc_ovr_macro"), 0.6944444444444443, 1e-12));
    QVERIFY(refs::close(metricOf(*evaluation, "roc_auc_ovr_weighted"), 0.7083333333333334, 1e-12));
}

void TestMetrics::undefinedHasNoValueButAReason()
{
    const auto outside = evaluate(binary({0, 1, 1}, {-2, 3, 5}), pointsOnly);
    QCOMPARE(metricOf(*outside, "roc_auc"), 1.0);
    QVERIFY(!outside->metric("log_loss") && !outside->metric("ece"));
    QCOMPARE(outside->warnings.size(), std::size_t(1));
    Predictions constant;
    constant.task = Task::Regression;
    constant.truth = {2, 2, 2};
    constant.predicted = {1, 2, 3};
    const auto flat = evaluate(constant, pointsOnly);
    QVERIFY(!flat->metric("r2"));
    QCOMPARE(flat->warnings.size(), std::size_t(1));
    QVERIFY(toJson(*flat)["metrics"]["r2"].is_null());
    Predictions hard = binary({0, 1, 1, 0}, {0, 0, 0, 0});
    hard.scores.resize(0, 0);
    hard.predicted = {0, 1, 0, 0};
    const auto decided = evaluate(hard);
    QCOMPARE(metricOf(*decided, "accuracy"), 0.75);
    QVERIFY(!decided->metric("roc_auc"));
}

void TestMetrics::badInputNamesTheRow()
{
    Predictions p = binary({0, 1, 1}, {.1, std::nan(""), .3});
    p.rowIds = {"a7", "a8", "a9"};
    const auto missing = evaluate(p);
    QCOMPARE(missing.error().code, std::string("bad_predictions"));
    QVERIFY(missing.error().message.find("a8") != std::string::npos);
    QCOMPARE(evaluate(binary({}, {})).error().code, std::string("no_rows"));
    QCOMPARE(evaluate(binary({0, 2}, {.1, .2})).error().code, std::string("bad_predictions"));
    QCOMPARE(evaluate(binary({0, 1}, {.1, .2}, {1, -1})).error().code, std::string("bad_predictions"));
    QCOMPARE(evaluate(binary({0, 1}, {.1, .2}, {0, 0})).error().code, std::string("no_rows"));
}

void TestMetrics::aucEqualsAllPairs_data()
{
    QTest::addColumn<int>("grid");
    QTest::newRow("mostly ties") << 3;
    QTest::newRow("many ties") << 20;
    QTest::newRow("few ties") << 100000;
}

void TestMetrics::aucEqualsAllPairs()
{
    QFETCH(int, grid);
    const Predictions p = randomBinary(2500, 5, grid);
    const double wanted = pairwiseAuc(p);
    QVERIFY(refs::close(metricOf(*evaluate(p, pointsOnly), "roc_auc"), wanted, 1e-12));
    Predictions shifted = p; // outside [0, 1] another way of sorting is taken
    shifted.scores.array() = shifted.scores.array() * 6 - 3;
    QVERIFY(refs::close(metricOf(*evaluate(shifted, pointsOnly), "roc_auc"), wanted, 1e-12));
}

void TestMetrics::curvesAreMonotone()
{
    const auto evaluation = evaluate(randomBinary(5000, 9), pointsOnly);
    const RocCurve &roc = evaluation->roc;
    QVERIFY(std::ranges::is_sorted(roc.fpr) && std::ranges::is_sorted(roc.tpr));
    QVERIFY(std::ranges::is_sorted(roc.thresholds, std::greater<>()));
    QCOMPARE(roc.fpr.front() + roc.tpr.front(), 0.0);
    QCOMPARE(roc.fpr.back() + roc.tpr.back(), 2.0);
    double area = 0;
    for (std::size_t i = 1; i < roc.fpr.size(); ++i)
        area += (roc.fpr[i] - roc.fpr[i - 1]) * (roc.tpr[i] + roc.tpr[i - 1]) / 2;
    QVERIFY(refs::close(area, metricOf(*evaluation, "roc_auc"), 1e-12));
    QVERIFY(std::ranges::is_sorted(evaluation->pr.recall, std::greater<>()));
    QVERIFY(std::ranges::is_sorted(evaluation->pr.thresholds));
    QVERIFY(std::ranges::is_sorted(evaluation->gain.gain));
}

void TestMetrics::weightsAreRepetitions_data()
{
    QTest::addColumn<int>("task");
    QTest::newRow("binary") << 0;
    QTest::newRow("multiclass") << 1;
    QTest::newRow("regression") << 2;
}

void TestMetrics::weightsAreRepetitions()
{
    QFETCH(int, task);
    Random random(3);
    Predictions weighted, repeated;
    weighted.task = repeated.task = static_cast<Task>(task);
    if (task != 2)
        weighted.labels = repeated.labels =
            task == 0 ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{"a", "b", "c"};
    const Eigen::Index columns = task == 1 ? 3 : 1;
    weighted.scores.resize(400, columns);
    repeated.scores.resize(4000, columns);
    Eigen::Index copies = 0;
    for (Eigen::Index i = 0; i < 400; ++i) {
        weighted.truth.push_back(task == 2 ? random.normal() : static_cast<double>(random.below(task == 0 ? 2 : 3)));
        weighted.weights.push_back(static_cast<double>(random.below(5)));
        for (Eigen::Index k = 0; k < columns; ++k)
            weighted.scores(i, k) = static_cast<double>(random.below(30)) / 30 / static_cast<double>(columns);
        for (int copy = 0; copy < weighted.weights.back(); ++copy) {
            repeated.truth.push_back(weighted.truth.back());
            repeated.scores.row(copies++) = weighted.scores.row(i);
        }
    }
    repeated.scores.conservativeResize(copies, columns);
    const auto a = evaluate(weighted, pointsOnly), b = evaluate(repeated, pointsOnly);
    for (const Metric &metric : b->metrics)
        QVERIFY2(refs::close(metricOf(*a, metric.name), metric.value.value(), 1e-11), metric.name.c_str());
    QCOMPARE(a->roc, b->roc);
    QCOMPARE(a->pr, b->pr);
    QCOMPARE(a->confusion, b->confusion);
}

void TestMetrics::orderOfRowsDoesNotMatter()
{
    const Predictions p = randomBinary(3000, 21);
    std::vector<std::size_t> order(p.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    Random(4).shuffle(std::span(order));
    std::vector<double> truth, scores;
    for (const std::size_t i : order) {
        truth.push_back(p.truth[i]);
        scores.push_back(p.scores(static_cast<Eigen::Index>(i), 0));
    }
    const auto a = evaluate(p), b = evaluate(binary(truth, scores));
    QCOMPARE(a->metrics, b->metrics);
    QCOMPARE(a->roc, b->roc);
    for (std::size_t i = 0; i < a->intervals.size(); ++i) // DeLong's and the draws' sums run in another order
        QVERIFY(refs::close(a->intervals[i].second.low, b->intervals[i].second.low, 1e-12));
}

void TestMetrics::documentHasTheContractsKeys()
{
    const Json json = toJson(*evaluate(randomBinary(300, 2)));
    std::vector<std::string> metrics;
    for (const auto &[key, value] : json["metrics"].items())
        metrics.push_back(key);
    QCOMPARE(metrics, (std::vector<std::string>{"accuracy", "balanced_accuracy", "precision", "recall", "specificity",
                                                "f1", "mcc", "cohen_kappa", "log_loss", "brier", "roc_auc",
                                                "average_precision", "ks", "ece"}));
    QCOMPARE(json["curves"]["roc"]["thresholds"][0], Json("Infinity"));
    QCOMPARE(json["curves"]["pr"]["precision"].size(), json["curves"]["pr"]["thresholds"].size() + 1);
    QCOMPARE(json["intervals"]["roc_auc"]["method"], Json("delong"));
    const Json large = toJson(*evaluate(randomBinary(200'000, 2, 1'000'000), pointsOnly));
    const Json &roc = large["curves"]["roc"];
    QVERIFY(roc["fpr"].size() <= 20'001 && roc["fpr"].size() == roc["thresholds"].size());
    QCOMPARE(roc["tpr"].back(), Json(1.0));
}

void TestMetrics::becomesATable()
{
    Predictions p = binary({0, 1}, {.2, .7}, {1, 2});
    p.rowIds = {"4", "9"};
    p.labels = {"no", "yes"};
    p.attributes.push_back(Column::texts("sex", Kind::Categorical, {{"f"}, {"m"}}));
    const Table table = toTable(p, 0.8);
    QCOMPARE(table.columnNames(), (std::vector<std::string>{"row_id", "y_true", "y_pred", "y_score", "weight", "sex"}));
    QCOMPARE(table.column(0).text(1), std::string("9"));
    QCOMPARE(table.column(1).text(1), std::string("yes"));
    QCOMPARE(table.column(2).text(1), std::string("no"));
    QCOMPARE(table.column(3).numbers()[1], 0.7);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
