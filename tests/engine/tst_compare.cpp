// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/comparison.h"
#include "engine/compare/foldtests.h"
#include "engine/compare/pairtests.h"
#include "engine/core/random.h"
#include "refs.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

ComparedModel model(std::string name, Predictions predictions)
{
    ComparedModel model;
    model.name = std::move(name);
    model.predictions = std::move(predictions);
    return model;
}

Predictions randomModel(std::size_t n, std::uint64_t seed, double skill)
{
    Random truth(1), noise(seed);
    Predictions p;
    p.labels = {"0", "1"};
    p.scores.resize(static_cast<Eigen::Index>(n), 1);
    for (std::size_t i = 0; i < n; ++i) {
        p.rowIds.push_back(std::to_string(i));
        p.truth.push_back(truth.uniform() < 0.4 ? 1 : 0);
        const double logit = skill * (p.truth.back() - 0.5) + noise.normal();
        p.scores(static_cast<Eigen::Index>(i), 0) = std::round(100 / (1 + std::exp(-logit))) / 100;
    }
    return p;
}

Predictions shuffled(const Predictions &p, std::uint64_t seed)
{
    std::vector<std::size_t> order(p.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    Random(seed).shuffle(std::span(order));
    Predictions other = p;
    for (std::size_t i = 0; i < order.size(); ++i) {
        other.rowIds[i] = p.rowIds[order[i]];
        other.truth[i] = p.truth[order[i]];
        other.scores.row(static_cast<Eigen::Index>(i)) = p.scores.row(static_cast<Eigen::Index>(order[i]));
    }
    return other;
}

constexpr CompareOptions fewResamples{.resamples = 200};

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void matchesReferences_data();
    void matchesReferences();
    void mcNemarOfTheTextbook();
    void mcNemarCorners_data();
    void mcNemarCorners();
    void identicalModelsDoNotDiffer();
    void perfectAgainstHopeless();
    void pairsByRowId();
    void warnsAboutUnmatchedRows();
    void leavesOutDifferentTruth();
    void errors_data();
    void errors();
    void bootstrapAgreesWithDeLong();
    void regressionPairs();
    void correctedTOfFolds();
    void rowLossesMatchReferences();
    void bootstrapSpreadMatchesReferences();
    void acceleratedIntervals();
    void acceleratedDifferenceMovesWithSkewness();
    void verdicts_data();
    void verdicts();
    void foldsArePairedOnlyWhenTheyAreTheSame();
    void manyModelsShareTheirDraws();
    void resultsDoNotDependOnThreads();
    void documentHasTheContractsKeys();
};

void TestCompare::matchesReferences_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "weather"})
        QTest::newRow(data) << data;
}

void TestCompare::matchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    const Json &want = reference["comparison"];
    std::vector<ComparedModel> models;
    for (const Json &name : want["models"]) {
        const std::string id = name;
        models.push_back(model(id, refs::predictions(reference["predictions"][id]["file"], Task::Binary)));
    }
    const auto comparison = compare(models, {.resamples = 20});
    QVERIFY(comparison.has_value());
    const DeLong &test = comparison->pairs[0].delong.value();
    QVERIFY(refs::close(test.aucA, want["auc"][0], 1e-9));
    QVERIFY(refs::close(test.aucB, want["auc"][1], 1e-9));
    QVERIFY(refs::close(test.difference, want["difference"], 1e-9));
    QVERIFY(refs::close(test.standardError, want["se_difference"], 1e-9));
    QVERIFY(refs::close(test.z, want["z"], 1e-8));
    QVERIFY(refs::close(test.pValue, want["p_two_sided"], 1e-8));
    const McNemar &decisions = comparison->pairs[0].mcnemar.value();
    const Json &mcnemar = want["mcnemar"];
    QCOMPARE(decisions.n10, mcnemar["counts"][0][1].get<double>());
    QCOMPARE(decisions.n01, mcnemar["counts"][1][0].get<double>());
    QVERIFY(refs::close(decisions.statistic, mcnemar["chi2_corrected"], 1e-9));
    QVERIFY(refs::close(decisions.exactPValue, mcnemar["exact_p"], 1e-9));
    QVERIFY(refs::close(decisions.pValue, decisions.exact ? mcnemar["exact_p"] : mcnemar["p_corrected"], 1e-9));
}

// [[101, 121], [59, 33]], as in the manual of statsmodels.
void TestCompare::mcNemarOfTheTextbook()
{
    const McNemar test = mcNemarTest(59, 121);
    QVERIFY(refs::close(test.statistic, 20.672222222222222, 1e-12));
    QVERIFY(std::abs(test.pValue / 5.450094825427117e-06 - 1) < 1e-5);
    QVERIFY(std::abs(test.exactPValue / 4.434449e-06 - 1) < 1e-5);
    QVERIFY(!test.exact);
}

void TestCompare::mcNemarCorners_data()
{
    QTest::addColumn<double>("n01");
    QTest::addColumn<double>("n10");
    QTest::addColumn<double>("statistic");
    QTest::addColumn<double>("p");
    QTest::addColumn<bool>("exact");
    QTest::newRow("no discordant rows") << 0.0 << 0.0 << 0.0 << 1.0 << true;
    QTest::newRow("one each") << 1.0 << 1.0 << 0.0 << 1.0 << true;
    QTest::newRow("all on one side") << 0.0 << 5.0 << 3.2 << 0.0625 << true;
    QTest::newRow("24 are few") << 12.0 << 12.0 << 0.0 << 1.0 << true;
    QTest::newRow("25 are enough") << 12.0 << 13.0 << 0.0 << 1.0 << false;
}

void TestCompare::mcNemarCorners()
{
    QFETCH(double, n01);
    QFETCH(double, n10);
    QFETCH(double, statistic);
    QFETCH(double, p);
    QFETCH(bool, exact);
    const McNemar test = mcNemarTest(n01, n10);
    QCOMPARE(test.statistic, statistic);
    QVERIFY(refs::close(test.pValue, p, 1e-12));
    QCOMPARE(test.exact, exact);
}

void TestCompare::identicalModelsDoNotDiffer()
{
    const Predictions p = randomModel(300, 2, 1);
    const auto comparison = compare({model("a", p), model("b", p)}, fewResamples);
    const PairComparison &pair = comparison->pairs[0];
    QCOMPARE(pair.delong->z, 0.0);
    QCOMPARE(pair.delong->pValue, 1.0);
    QCOMPARE(pair.mcnemar->pValue, 1.0);
    for (const auto &[metric, difference] : pair.bootstrap)
        QCOMPARE(difference,
                 (BootstrapDifference{.difference = 0, .low = 0, .high = 0, .pValue = 1, .resamples = 200}));
}

void TestCompare::perfectAgainstHopeless()
{
    Predictions good = randomModel(100, 2, 1), bad = good;
    for (Eigen::Index i = 0; i < good.scores.rows(); ++i) {
        good.scores(i, 0) = good.truth[static_cast<std::size_t>(i)];
        bad.scores(i, 0) = 1 - good.truth[static_cast<std::size_t>(i)];
    }
    const auto comparison = compare({model("good", good), model("bad", bad)}, fewResamples);
    const DeLong &test = comparison->pairs[0].delong.value();
    QCOMPARE(test.difference, 1.0);
    QVERIFY(std::isinf(test.z) && test.z > 0);
    QCOMPARE(test.pValue, 0.0);
    QCOMPARE(toJson(*comparison)["pairs"][0]["delong"]["z"], Json("Infinity"));
}

void TestCompare::pairsByRowId()
{
    const Predictions a = randomModel(400, 2, 1), b = randomModel(400, 3, 2);
    const auto straight = compare({model("a", a), model("b", b)}, fewResamples);
    const auto mixed = compare({model("a", a), model("b", shuffled(b, 7))}, fewResamples);
    QVERIFY(mixed->warnings.empty());
    QVERIFY(refs::close(mixed->pairs[0].delong->standardError, straight->pairs[0].delong->standardError, 1e-12));
    QCOMPARE(mixed->pairs[0].mcnemar, straight->pairs[0].mcnemar);
    QVERIFY(refs::close(mixed->pairs[0].bootstrap.at("f1").low, straight->pairs[0].bootstrap.at("f1").low, 1e-12));
}

void TestCompare::warnsAboutUnmatchedRows()
{
    const Predictions a = randomModel(400, 2, 1), shorter = randomModel(390, 3, 2);
    const auto comparison = compare({model("a", a), model("b", shorter), model("c", a)}, fewResamples);
    QCOMPARE(comparison->pairs.size(), std::size_t(3));
    QCOMPARE(comparison->pairs[0].rows, std::size_t(390));
    QCOMPARE(comparison->pairs[1].rows, std::size_t(400));
    QCOMPARE(comparison->warnings.size(), std::size_t(2)); // of a with b and of c with b
    QVERIFY(comparison->warnings[0].starts_with("10 of 400 rows of `a`"));
    Predictions unnamed = a;
    unnamed.rowIds.clear();
    const auto byOrder = compare({model("a", unnamed), model("b", unnamed)}, fewResamples);
    QVERIFY(byOrder->warnings.at(0).find("by their order") != std::string::npos);
}

void TestCompare::leavesOutDifferentTruth()
{
    const Predictions a = randomModel(200, 2, 1);
    Predictions b = randomModel(200, 3, 2);
    b.truth[5] = 1 - b.truth[5];
    const auto comparison = compare({model("a", a), model("b", b)}, fewResamples);
    QCOMPARE(comparison->pairs[0].rows, std::size_t(199));
    QVERIFY(comparison->warnings.at(0).find("different truth") != std::string::npos);
}

void TestCompare::errors_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("one model") << 0 << "too_few_models";
    QTest::newRow("another task") << 1 << "different_tasks";
    QTest::newRow("other classes") << 2 << "different_tasks";
    QTest::newRow("other rows") << 3 << "no_common_rows";
    QTest::newRow("a missing score") << 4 << "bad_predictions";
}

void TestCompare::errors()
{
    QFETCH(int, change);
    QFETCH(QString, code);
    std::vector<ComparedModel> models{model("a", randomModel(50, 2, 1)), model("b", randomModel(50, 3, 1))};
    if (change == 0)
        models.pop_back();
    Predictions &b = models.back().predictions;
    if (change == 1)
        b.task = Task::Regression;
    else if (change == 2)
        b.labels = {"no", "yes"};
    else if (change == 4)
        b.scores(3, 0) = std::nan("");
    for (std::string &id : b.rowIds)
        id += change == 3 ? "x" : "";
    const auto comparison = compare(models, fewResamples);
    QVERIFY(!comparison.has_value());
    QCOMPARE(comparison.error().code, code.toStdString());
}

void TestCompare::bootstrapAgreesWithDeLong()
{
    const auto comparison =
        compare({model("a", randomModel(1000, 2, 1)), model("b", randomModel(1000, 3, 1.3))}, {.resamples = 4000});
    const PairComparison &pair = comparison->pairs[0];
    const BootstrapDifference &resampled = pair.bootstrap.at("roc_auc");
    QVERIFY(refs::close(resampled.difference, pair.delong->difference, 1e-12));
    const double width = (resampled.high - resampled.low) / (pair.delong->high - pair.delong->low);
    QVERIFY2(std::abs(width - 1) < 0.08, std::to_string(width).c_str());
}

void TestCompare::regressionPairs()
{
    Random random(4);
    Predictions a, b;
    a.task = b.task = Task::Regression;
    for (int i = 0; i < 500; ++i) {
        const double truth = random.normal();
        a.truth.push_back(truth);
        b.truth.push_back(truth);
        a.predicted.push_back(truth + 0.1 * random.normal());
        b.predicted.push_back(truth + 0.5 * random.normal());
        a.rowIds.push_back(std::to_string(i));
    }
    b.rowIds = a.rowIds;
    const auto comparison = compare({model("a", a), model("b", b)}, fewResamples);
    const PairComparison &pair = comparison->pairs[0];
    QVERIFY(!pair.delong && !pair.mcnemar);
    QCOMPARE(pair.bootstrap.size(), std::size_t(3));
    QVERIFY(pair.bootstrap.at("rmse").high < 0 && pair.bootstrap.at("r2").low > 0);
    QCOMPARE(pair.adjustedPValue.value(), pair.bootstrap.at("rmse").pValue);
}

void TestCompare::correctedTOfFolds()
{
    const std::vector<double> a{.80, .82, .81, .79, .83}, b{.78, .81, .80, .80, .80};
    const auto test = correctedT(a, b, 0.25);
    // mean .012, sd .0148323970; t = .012 / (.0148323970 · √(1/5 + 1/4))
    QVERIFY(refs::close(test->difference, 0.012, 1e-12));
    QVERIFY(refs::close(test->t, 1.2060453783110545, 1e-9));
    QCOMPARE(test->folds, 5);
    QVERIFY(test->pValue > 0.29 && test->pValue < 0.30);
    QVERIFY(!correctedT(a, std::vector<double>{.5}, 0.25));
    QCOMPARE(correctedT(a, a, 0.25)->pValue, 1.0);
}

// scipy.stats.ttest_rel of log losses and absolute errors, scipy.stats.wilcoxon of absolute errors.
void TestCompare::rowLossesMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    int checked = 0;
    for (const char *data :
         {"adult", "titanic", "breast_cancer", "dutch_census", "weather", "air_quality", "diabetes", "energy"}) {
        const Json reference = refs::json(std::string(data) + ".json");
        const Json &want = reference["comparison"];
        const bool binary = want.contains("paired_t_log_loss");
        std::vector<ComparedModel> models;
        for (const char *id : {"lr", "xgb"})
            models.push_back(model(
                id, refs::predictions(reference["predictions"][id]["file"], binary ? Task::Binary : Task::Regression)));
        const auto comparison = compare(models, {.resamples = 20});
        QVERIFY(comparison.has_value());
        const RowLosses &test = comparison->pairs[0].rowLosses.value();
        const Json &t = want[binary ? "paired_t_log_loss" : "paired_t_abs_error"];
        QVERIFY2(refs::close(test.meanDifference, t["mean_difference"], 1e-9), data);
        QVERIFY2(refs::close(test.t, t["t"], 1e-9), data);
        QVERIFY2(refs::close(test.pValue, t["p"], 1e-7), data);
        QCOMPARE(test.degreesOfFreedom, t["df"].get<std::size_t>());
        checked += 4;
        if (!want.contains("wilcoxon_abs_error"))
            continue;
        QVERIFY2(refs::close(test.wilcoxonStatistic.value(), want["wilcoxon_abs_error"]["statistic"], 1e-9), data);
        QVERIFY2(refs::close(test.wilcoxonP.value(), want["wilcoxon_abs_error"]["p"], 1e-7), data);
        checked += 2;
    }
    QCOMPARE(checked, 8 * 4 + 3 * 2);
}

// The references' own bootstrap has another generator: standard errors agree with DeLong's as it found them to.
void TestCompare::bootstrapSpreadMatchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    int checked = 0;
    for (const char *data : {"titanic", "breast_cancer", "weather"}) {
        const Json reference = refs::json(std::string(data) + ".json");
        std::vector<ComparedModel> models;
        for (const char *id : {"lr", "xgb"})
            models.push_back(model(id, refs::predictions(reference["predictions"][id]["file"], Task::Binary)));
        const auto comparison = compare(models, {.resamples = 2000, .bootstrapMetrics = {"roc_auc"}});
        const BootstrapDifference &difference = comparison->pairs[0].bootstrap.at("roc_auc");
        const double error = (difference.high - difference.low) / (2 * 1.959963984540054);
        const double ratio = error / reference["comparison"]["bootstrap_check"]["se_difference"].get<double>();
        QVERIFY2(std::abs(ratio - 1) < 0.08, (std::string(data) + ' ' + std::to_string(ratio)).c_str());
        ++checked;
    }
    QCOMPARE(checked, 3);
}

void TestCompare::acceleratedIntervals()
{
    const std::vector<ComparedModel> models{model("a", randomModel(600, 2, 1)), model("b", randomModel(600, 3, 1.3))};
    const auto plain = compare(models, {.resamples = 2000}),
               bca = compare(models, {.resamples = 2000, .accelerated = true});
    for (const auto &[metric, difference] : bca->pairs[0].bootstrap) {
        const BootstrapDifference &percentile = plain->pairs[0].bootstrap.at(metric);
        QCOMPARE(difference.method, std::string("bootstrap-bca"));
        QCOMPARE(difference.difference, percentile.difference);
        QVERIFY2(difference.low < difference.difference && difference.difference < difference.high, metric.c_str());
        const double width = (difference.high - difference.low) / (percentile.high - percentile.low);
        QVERIFY2(width > 0.85 && width < 1.2, metric.c_str());
    }
}

// scipy.stats.bootstrap((x,), np.mean, method="BCa") of a skewed sample by the same formulas: bias and acceleration of
// a mean are known (Efron 1987, 6.6: a = skewness / (6 √n)).
void TestCompare::acceleratedDifferenceMovesWithSkewness()
{
    std::vector<double> differences;
    for (int i = 0; i < 1000; ++i)
        differences.push_back((i + 0.5) / 1000);
    const BootstrapDifference symmetric = acceleratedDifference(0.5, differences, 0, 0.95);
    QVERIFY(refs::close(symmetric.low, 0.025, 2e-3) && refs::close(symmetric.high, 0.975, 2e-3));
    // z0 = 0, a = 0.1: the ends are Φ(z / (1 − a z)) for z = ∓1.959964, 0.0506 and 0.9926.
    const BootstrapDifference skewed = acceleratedDifference(0.5, differences, 0.1, 0.95);
    QVERIFY(refs::close(skewed.low, 0.0506, 2e-3));
    QVERIFY(refs::close(skewed.high, 0.9926, 2e-3));
    // The p-value is the level whose interval ends at 0.
    for (double &value : differences)
        value -= skewed.low;
    QVERIFY(refs::close(acceleratedDifference(0.5 - skewed.low, differences, 0.1, 0.95).pValue, 0.05, 3e-3));
}

void TestCompare::verdicts_data()
{
    QTest::addColumn<double>("rope");
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("skillA");
    QTest::addColumn<double>("skillB");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("a is better") << 0.01 << 2000 << 3.0 << 1.0 << "a_better";
    QTest::newRow("b is better") << 0.01 << 2000 << 1.0 << 3.0 << "b_better";
    QTest::newRow("too few rows") << 0.01 << 60 << 1.0 << 1.1 << "undecided";
    QTest::newRow("too small to matter") << 0.2 << 4000 << 1.2 << 1.0 << "equivalent";
}

void TestCompare::verdicts()
{
    QFETCH(double, rope);
    QFETCH(int, rows);
    QFETCH(double, skillA);
    QFETCH(double, skillB);
    QFETCH(QString, verdict);
    const auto n = static_cast<std::size_t>(rows);
    const auto comparison = compare({model("a", randomModel(n, 2, skillA)), model("b", randomModel(n, 3, skillB))},
                                    {.resamples = 200, .rope = rope});
    const PairComparison &pair = comparison->pairs[0];
    QCOMPARE(QString::fromLatin1(name(pair.verdict)), verdict);
    QCOMPARE(pair.decision->test, std::string("delong"));
    // The same by a loss: the lower the better.
    const auto loss = compare({model("a", randomModel(n, 2, skillA)), model("b", randomModel(n, 3, skillB))},
                              {.resamples = 200, .bootstrapMetrics = {"brier"}, .rope = rope});
    if (verdict.endsWith(QLatin1String("better")))
        QCOMPARE(QString::fromLatin1(name(loss->pairs[0].verdict)), verdict);
    QCOMPARE(loss->pairs[0].decision->metric, std::string("brier"));
}

void TestCompare::foldsArePairedOnlyWhenTheyAreTheSame()
{
    std::vector<ComparedModel> models;
    for (const char *name : {"a", "b", "c"}) {
        models.push_back(model(name, randomModel(300, 2 + models.size(), 1)));
        models.back().foldScores = {.7, .75, .72, .71, .7 + 0.01 * static_cast<double>(models.size())};
        models.back().foldTestOverTrain = 0.25;
        models.back().foldKey = "data|kfold:5|42";
    }
    const auto same = compare(models, fewResamples);
    QVERIFY(same->warnings.empty());
    QCOMPARE(same->ranking.value().blocks, std::size_t(5));
    QCOMPARE(same->pairs[0].decision->test, std::string("corrected_t"));
    QVERIFY(same->pairs[0].bayesian.has_value() && !same->pairs[0].fiveByTwo);
    models[2].foldKey = "data|kfold:5|43";
    const auto other = compare(models, fewResamples);
    QCOMPARE(other->warnings.size(), std::size_t(1));
    QVERIFY(!other->ranking);
    QVERIFY(other->pairs[0].crossValidation && !other->pairs[1].crossValidation);
    QCOMPARE(other->pairs[1].decision->test, std::string("delong"));
}

void TestCompare::manyModelsShareTheirDraws()
{
    // The pair is the same alone and among others: draws depend on the seed alone, order on the first model.
    std::vector<ComparedModel> models;
    for (std::size_t i = 0; i < 6; ++i)
        models.push_back(model("m" + std::to_string(i), randomModel(400, 2 + i, 1)));
    const auto all = compare(models, fewResamples), two = compare({models[0], models[1]}, fewResamples);
    QCOMPARE(all->pairs.size(), std::size_t(15));
    QCOMPARE(all->pairs[0].bootstrap, two->pairs[0].bootstrap);
    QCOMPARE(all->pairs[0].delong, two->pairs[0].delong);
}

void TestCompare::resultsDoNotDependOnThreads()
{
    const std::vector<ComparedModel> models{model("a", randomModel(500, 2, 1)), model("b", randomModel(500, 3, 1.3))};
    const auto one = compare(models, fewResamples, {.threads = 1}), two = compare(models, fewResamples, {.threads = 2});
    QCOMPARE(one->pairs[0].bootstrap, two->pairs[0].bootstrap);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(compare(models, fewResamples, {.stop = source.get_token()}).error().kind, ErrorKind::Cancelled);
}

void TestCompare::documentHasTheContractsKeys()
{
    std::vector<ComparedModel> models{model("a", randomModel(200, 2, 1)), model("b", randomModel(200, 3, 2))};
    models[0].foldScores = {.7, .8, .75};
    models[1].foldScores = {.8, .9, .83};
    const Json json = toJson(*compare(models, fewResamples));
    QCOMPARE(json["models"], (Json{"a", "b"}));
    QCOMPARE(json["adjusted"], Json("holm"));
    const Json &pair = json["pairs"][0];
    for (const char *key : {"auc_a", "auc_b", "difference", "se", "z", "p_value", "low", "high"})
        QVERIFY2(pair["delong"][key].is_number(), key);
    for (const char *key : {"n01", "n10", "statistic", "p_value", "exact", "exact_p_value"})
        QVERIFY2(pair["mcnemar"].contains(key), key);
    for (const char *key : {"difference", "low", "high", "p_value", "resamples"})
        QVERIFY2(pair["bootstrap"]["log_loss"].contains(key), key);
    QVERIFY(pair["cross_validation"]["corrected_t"].get<double>() < 0);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
