// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/adjustment.h"
#include "engine/compare/foldtests.h"
#include "engine/compare/ranking.h"
#include "engine/compare/ranktests.h"
#include "engine/compare/studentizedrange.h"
#include "engine/metrics/intervals.h"
#include "refs.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;

// Against refs/stats_tests.json and the folds of refs/train_*.json: SciPy 1.10.1 and statsmodels 0.13.5.
class TestRanking : public QObject
{
    Q_OBJECT

private slots:
    void friedmanAndNemenyiMatchReferences();
    void pairedTestsMatchReferences();
    void adjustmentsMatchReferences();
    void foldTestsMatchReferences();
    void intervalsOfSharesMatchReferences();
    void studentizedRange_data();
    void studentizedRange();
    void ranksOfTies();
    void cliquesAreMaximal();
    void lossesRankTheOtherWayRound();
    void errors();
    void fiveByTwoByHand();
    void bayesianT_data();
    void bayesianT();
    void signedRankCorners();
};

namespace {

std::vector<double> column(const Json &scores, std::size_t k)
{
    std::vector<double> values;
    for (const Json &row : scores)
        values.push_back(row[k]);
    return values;
}

std::vector<double> folds(const Json &reference, const char *model)
{
    std::vector<double> values;
    for (const Json &fold : reference["cv5"][model])
        values.push_back(fold["roc_auc"]);
    return values;
}

} // namespace

void TestRanking::friedmanAndNemenyiMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json reference = refs::json("stats_tests.json");
    const std::vector<std::vector<double>> scores = reference["scores"];
    const auto test = rankTest("accuracy", scores, true);
    QVERIFY(test.has_value());
    const Json &friedman = reference["friedman"], &nemenyi = reference["nemenyi"];
    QVERIFY(refs::close(test->chiSquare, friedman["chi2"], 1e-9));
    QVERIFY(refs::close(test->pValue, friedman["p"], 1e-9));
    QVERIFY(refs::close(test->imanDavenportF, friedman["iman_davenport_f"], 1e-9));
    QVERIFY(refs::close(test->imanDavenportP, friedman["iman_davenport_p"], 1e-9));
    QVERIFY(refs::close(test->criticalDifference, nemenyi["critical_difference"], 1e-9));
    int checked = 5;
    for (std::size_t a = 0; a < test->meanRanks.size(); ++a) {
        QVERIFY(refs::close(test->meanRanks[a], friedman["mean_ranks"][a], 1e-12));
        ++checked;
        for (std::size_t b = 0; b < test->meanRanks.size(); ++b, ++checked)
            QVERIFY(refs::close(test->nemenyi[a][b], nemenyi["p_values"][a][b], 1e-9));
    }
    QCOMPARE(checked, 5 + 5 + 25);
    // Nothing is further apart than the critical difference: one group of all, best first.
    QCOMPARE(test->groups, (std::vector<std::vector<std::size_t>>{{2, 3, 0, 4, 1}}));
}

void TestRanking::pairedTestsMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json reference = refs::json("stats_tests.json");
    const std::vector<double> a = column(reference["scores"], 0), b = column(reference["scores"], 1);
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i)
        differences.push_back(a[i] - b[i]);
    const auto t = pairedT(a, b);
    QVERIFY(refs::close(t->t, reference["paired_t_1_2"]["t"], 1e-9));
    QVERIFY(refs::close(t->pValue, reference["paired_t_1_2"]["p"], 1e-9));
    const SignedRank ranks = signedRankTest(differences);
    const Json &wilcoxon = reference["wilcoxon_1_2"];
    QVERIFY(ranks.exact);
    QCOMPARE(ranks.statistic, wilcoxon["statistic"].get<double>());
    QVERIFY(refs::close(ranks.exactP, wilcoxon["p_exact"], 1e-12));
    QVERIFY(refs::close(ranks.normalP, wilcoxon["p_normal"], 1e-9));
    QVERIFY(refs::close(ranks.correctedP, wilcoxon["p_normal_continuity"], 1e-9));
    const SignTest signs = signTest(differences);
    QCOMPARE(signs.positive, reference["sign_test_1_2"]["positive"].get<int>());
    QCOMPARE(signs.negative, reference["sign_test_1_2"]["negative"].get<int>());
    QVERIFY(refs::close(signs.pValue, reference["sign_test_1_2"]["p"], 1e-12));
}

void TestRanking::adjustmentsMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json tests = refs::json("stats_tests.json")["multiple_testing"];
    const std::vector<double> pValues = tests["p"];
    int checked = 0;
    for (const char *method : {"bonferroni", "holm", "holm-sidak", "hommel", "fdr_bh", "fdr_by"}) {
        const std::vector<double> values = adjusted(pValues, adjustmentFromName(method).value());
        for (std::size_t i = 0; i < pValues.size(); ++i, ++checked)
            QVERIFY2(refs::close(values[i], tests[method][i], 1e-9), method);
    }
    QCOMPARE(checked, 6 * 7);
    QCOMPARE(adjusted(pValues, Adjustment::None), pValues);
    QVERIFY(!adjustmentFromName("sidak"));
    for (const std::string &known : adjustmentNames())
        QCOMPARE(name(adjustmentFromName(known).value()), known);
}

void TestRanking::foldTestsMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    int checked = 0;
    for (const char *data : {"titanic", "breast_cancer"}) {
        const Json reference = refs::json(std::string("train_") + data + ".json");
        const Json &want = reference["cv5"];
        const std::vector<double> a = folds(reference, "lr"), b = folds(reference, "xgb");
        const auto plain = pairedT(a, b);
        QVERIFY(refs::close(plain->t, want["paired_t_auc"]["t"], 1e-9));
        QVERIFY(refs::close(plain->pValue, want["paired_t_auc"]["p"], 1e-7));
        // One fold in five is tested: n_test / n_train is 1/4.
        const auto corrected = correctedT(a, b, 0.25);
        const Json &nadeau = want["nadeau_bengio_corrected_t_auc"];
        QVERIFY(refs::close(corrected->difference, nadeau["mean_difference"], 1e-9));
        QVERIFY(refs::close(corrected->t, nadeau["t"], 1e-9));
        QVERIFY(refs::close(corrected->pValue, nadeau["p"], 1e-7));
        QCOMPARE(corrected->folds - 1, nadeau["df"].get<int>());
        std::vector<double> differences;
        for (std::size_t i = 0; i < a.size(); ++i)
            differences.push_back(a[i] - b[i]);
        const SignedRank ranks = signedRankTest(differences);
        QCOMPARE(ranks.statistic, want["wilcoxon_exact_auc"]["statistic"].get<double>());
        QVERIFY(refs::close(ranks.exactP, want["wilcoxon_exact_auc"]["p"], 1e-12));
        checked += 8;
    }
    QCOMPARE(checked, 16);
}

void TestRanking::intervalsOfSharesMatchReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const Json want = refs::json("stats_tests.json")["two_proportions"];
    const double x = want["x"][0], n = want["n"][0];
    const Interval wilson = wilsonInterval(x / n, n);
    QVERIFY(refs::close(wilson.low, want["wilson_1"][0], 1e-9));
    QVERIFY(refs::close(wilson.high, want["wilson_1"][1], 1e-9));
}

void TestRanking::studentizedRange_data()
{
    QTest::addColumn<int>("groups");
    QTest::addColumn<double>("critical");
    // q(0.05) / √2 of Demšar (2006), table 5(a), three decimals; two groups are exactly the normal quantile.
    QTest::newRow("2") << 2 << 1.9599639845400545;
    QTest::newRow("3") << 3 << 2.343;
    QTest::newRow("5") << 5 << 2.728;
    QTest::newRow("10") << 10 << 3.164;
}

void TestRanking::studentizedRange()
{
    QFETCH(int, groups);
    QFETCH(double, critical);
    const double range = rangeQuantile(0.05, groups);
    QVERIFY(std::abs(range / std::sqrt(2.0) - critical) < (groups == 2 ? 1e-10 : 1e-3));
    QVERIFY(refs::close(rangeExceeds(range, groups), 0.05, 1e-12));
    QCOMPARE(rangeExceeds(0, groups), 1.0);
    QVERIFY(rangeExceeds(40, groups) < 1e-12);
}

void TestRanking::ranksOfTies()
{
    const MidRanks ranks = midRanks(std::vector<double>{3, 1, 3, 2, 3});
    QCOMPARE(ranks.ranks, (std::vector<double>{4, 1, 4, 2, 4}));
    QCOMPARE(ranks.ties, 24.0);
    // All equal everywhere: nothing is known.
    const auto test = rankTest("f1", {{1, 1, 1}, {2, 2, 2}}, true);
    QCOMPARE(test->meanRanks, (std::vector<double>{2, 2, 2}));
    QCOMPARE(test->pValue, 1.0);
    QCOMPARE(test->nemenyi[0][1], 1.0);
}

void TestRanking::cliquesAreMaximal()
{
    // Always in the same order: mean ranks 1 to 5 over 10 blocks, critical difference 1.929.
    std::vector<std::vector<double>> scores(10, {.9, .8, .7, .6, .5});
    const auto test = rankTest("f1", scores, true);
    QVERIFY(refs::close(test->criticalDifference, 1.929, 1e-3));
    QCOMPARE(test->groups, (std::vector<std::vector<std::size_t>>{{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
    QVERIFY(std::isinf(test->imanDavenportF));
    QCOMPARE(test->imanDavenportP, 0.0);
    QVERIFY(test->nemenyi[0][4] < 1e-6);
}

void TestRanking::lossesRankTheOtherWayRound()
{
    const std::vector<std::vector<double>> scores{{1, 2, 3}, {1, 3, 2}};
    QCOMPARE(rankTest("rmse", scores, false)->meanRanks, (std::vector<double>{1, 2.5, 2.5}));
    QCOMPARE(rankTest("r2", scores, true)->meanRanks, (std::vector<double>{3, 1.5, 1.5}));
}

void TestRanking::errors()
{
    QCOMPARE(rankTest("f1", {{1, 2}, {2, 1}}, true).error().code, std::string("too_few_models"));
    QCOMPARE(rankTest("f1", {{1, 2, 3}}, true).error().code, std::string("too_few_blocks"));
    QCOMPARE(rankTest("f1", {}, true).error().code, std::string("too_few_models"));
}

void TestRanking::fiveByTwoByHand()
{
    // Differences .02 .04 in every repeat: Σp² = 5 · .0020, Σs² = 5 · .0002, f = .0100 / .0020 = 5.
    std::vector<double> a, b(10, 0.5);
    for (int repeat = 0; repeat < 5; ++repeat) {
        a.push_back(0.52);
        a.push_back(0.54);
    }
    const auto test = fiveByTwo(a, b);
    QVERIFY(refs::close(test->f, 5, 1e-9));
    // F(0.05; 10, 5) is 4.735.
    QVERIFY(test->pValue < 0.05 && test->pValue > 0.04);
    QCOMPARE(fiveByTwo(a, a)->pValue, 1.0);
    QVERIFY(!fiveByTwo(std::vector<double>(5, 0.5), std::vector<double>(5, 0.5)));
}

void TestRanking::bayesianT_data()
{
    QTest::addColumn<std::vector<double>>("a");
    QTest::addColumn<bool>("larger");
    QTest::addColumn<QString>("likely");
    const std::vector<double> better{.80, .81, .79, .80, .82}, same{.700, .701, .699, .700, .700};
    QTest::newRow("better") << better << true << "a";
    QTest::newRow("a larger loss is worse") << better << false << "b";
    QTest::newRow("the same") << same << true << "equivalent";
    QTest::newRow("exactly the same") << std::vector<double>(5, 0.7) << true << "equivalent";
}

void TestRanking::bayesianT()
{
    QFETCH(std::vector<double>, a);
    QFETCH(bool, larger);
    QFETCH(QString, likely);
    const std::vector<double> b(5, 0.7);
    const auto test = engine::bayesianT(a, b, 0.25, 0.01, larger);
    QVERIFY(refs::close(test->aBetter + test->equivalent + test->bBetter, 1, 1e-12));
    const double of = likely == QLatin1String("a")   ? test->aBetter
                      : likely == QLatin1String("b") ? test->bBetter
                                                     : test->equivalent;
    QVERIFY2(of > 0.99, std::to_string(of).c_str());
    // Without a region what is left over is the one-sided p-value of the corrected t test.
    const auto point = engine::bayesianT(a, b, 0.25, 0, true);
    const auto corrected = correctedT(a, b, 0.25);
    if (corrected->t > 0)
        QVERIFY(refs::close(2 * point->bBetter, corrected->pValue, 1e-9));
}

void TestRanking::signedRankCorners()
{
    QCOMPARE(signedRankTest(std::vector<double>{0, 0, 0}).pValue, 1.0);
    QCOMPARE(signedRankTest({}).pValue, 1.0);
    // All positive: 2 of 2⁵ choices of signs are as far out.
    QCOMPARE(signedRankTest(std::vector<double>{1, 2, 3, 4, 5}).pValue, 2.0 / 32);
    QVERIFY(!signedRankTest(std::vector<double>{1, 1, 2, -3}).exact);
    QCOMPARE(signTest(std::vector<double>{1, 2, 3, 4, 5, 0}).pValue, 2.0 / 32);
}

QTEST_GUILESS_MAIN(TestRanking)
#include "tst_ranking.moc"
