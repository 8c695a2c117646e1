// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/disagreement.h"
#include "engine/compare/judgement.h"

#include <QTest>

using namespace assay;
using namespace assay::engine;

namespace {

PairComparison pair(std::size_t a, std::size_t b, double difference, double halfWidth, double p)
{
    PairComparison made;
    made.a = a;
    made.b = b;
    made.rows = 100;
    made.delong =
        DeLong{.difference = difference, .pValue = p, .low = difference - halfWidth, .high = difference + halfWidth};
    made.bootstrap["log_loss"] = {.difference = -difference,
                                  .low = -difference - halfWidth,
                                  .high = -difference + halfWidth,
                                  .pValue = p,
                                  .resamples = 1000};
    return made;
}

ComparedModel model(std::vector<double> scores, std::vector<std::string> ids)
{
    ComparedModel made;
    made.predictions.task = Task::Binary;
    made.predictions.labels = {"no", "yes"};
    made.predictions.truth = {1, 0, 1, 0};
    made.predictions.rowIds = std::move(ids);
    made.predictions.scores = Eigen::Map<Vector>(scores.data(), static_cast<Eigen::Index>(scores.size()));
    return made;
}

} // namespace

class TestJudgement : public QObject
{
    Q_OBJECT

private slots:
    void adjustsAndDecides()
    {
        Comparison comparison;
        comparison.models = {"a", "b", "c"};
        comparison.pairs = {pair(0, 1, 0.05, 0.02, 0.001), pair(0, 2, -0.03, 0.02, 0.02),
                            pair(1, 2, 0.001, 0.004, 0.6)};
        const auto judged = judge(comparison, "roc_auc", 0.95, 0.01);
        QCOMPARE(judged.size(), std::size_t(3));
        QCOMPARE(judged[0].adjustedPValue, 0.003); // 3 × 0.001, 2 × 0.02, 1 × 0.6
        QCOMPARE(judged[1].adjustedPValue, 0.04);
        QCOMPARE(judged[2].adjustedPValue, 0.6);
        QCOMPARE(judged[0].verdict, Verdict::ABetter);
        QCOMPARE(judged[1].verdict, Verdict::BBetter);
        QCOMPARE(judged[2].verdict, Verdict::Equivalent);
        QCOMPARE(judged[0].test, std::string("delong"));
    }

    void aLossIsBetterWhenItIsSmaller()
    {
        Comparison comparison;
        comparison.pairs = {pair(0, 1, 0.05, 0.02, 0.001)};
        const auto judged = judge(comparison, "log_loss", 0.95, 0.01);
        QCOMPARE(judged[0].difference, -0.05);
        QCOMPARE(judged[0].verdict, Verdict::ABetter);
        QCOMPARE(judged[0].test, std::string("bootstrap"));
        QVERIFY(judge(comparison, "accuracy", 0.95, 0.01).empty());
    }

    void theRegionAndTheLevelMatter()
    {
        Comparison comparison;
        comparison.pairs = {pair(0, 1, 0.02, 0.01, 0.03)};
        QCOMPARE(judge(comparison, "roc_auc", 0.95, 0.01)[0].verdict, Verdict::ABetter);
        QCOMPARE(judge(comparison, "roc_auc", 0.99, 0.01)[0].verdict, Verdict::Undecided);
        QCOMPARE(judge(comparison, "roc_auc", 0.95, 0.03)[0].verdict, Verdict::Equivalent); // shown, but too small
    }

    void isSeenFromEitherSide()
    {
        const Judgement judgement{
            .a = 0, .b = 1, .difference = 0.05, .low = 0.02, .high = 0.09, .verdict = Verdict::ABetter};
        QCOMPARE(seenFrom(judgement, 0), judgement);
        const Judgement turned = seenFrom(judgement, 1);
        QCOMPARE(turned.a, std::size_t(1));
        QCOMPARE(turned.difference, -0.05);
        QCOMPARE(turned.low, -0.09);
        QCOMPARE(turned.high, -0.02);
        QCOMPARE(turned.verdict, Verdict::BBetter);
        QCOMPARE(seenFrom(turned, 0), judgement);
    }

    void foldsCountForTheirMetricOnly()
    {
        Comparison comparison;
        comparison.metric = "roc_auc";
        comparison.pairs = {pair(0, 1, 0.05, 0.02, 0.001)};
        comparison.pairs[0].crossValidation =
            CorrectedT{.difference = 0.04, .t = 1, .pValue = 0.3, .folds = 5, .low = -0.04, .high = 0.12};
        QCOMPARE(judge(comparison, "roc_auc", 0.95, 0.01)[0].test, std::string("corrected_t"));
        QCOMPARE(judge(comparison, "roc_auc", 0.95, 0.01)[0].verdict, Verdict::Undecided);
        QCOMPARE(judge(comparison, "log_loss", 0.95, 0.01)[0].test, std::string("bootstrap"));
    }

    void findsWhereTwoDisagree()
    {
        // The second has its rows in another order and one that the first has not.
        const ComparedModel a = model({0.9, 0.2, 0.4, 0.7}, {"1", "2", "3", "4"});
        ComparedModel b = model({0.8, 0.1, 0.6, 0.3}, {"1", "4", "3", "9"});
        const auto found = disagreements(a, b, 0.5);
        QVERIFY(found);
        QCOMPARE(found->a.size(), std::size_t(3));
        std::vector<std::string> ids;
        for (const Row row : found->rows)
            ids.push_back(found->a.rowIds[row]);
        QCOMPARE(ids, (std::vector<std::string>{"3", "4"}));
        QCOMPARE(found->onlyARight, std::size_t(0));
        QCOMPARE(found->onlyBRight, std::size_t(2));
        QCOMPARE(found->bothWrong, std::size_t(0));
    }

    void ordersNumbersByDistance()
    {
        ComparedModel a = model({1, 2, 3, 4}, {"1", "2", "3", "4"}), b = model({1.5, 2, 1, 4.1}, {"1", "2", "3", "4"});
        a.predictions.task = b.predictions.task = Task::Regression;
        a.predictions.labels.clear();
        b.predictions.labels.clear();
        const auto found = disagreements(a, b, 0.5);
        QVERIFY(found);
        QCOMPARE(found->rows, (std::vector<Row>{2, 0, 3, 1}));
    }
};

QTEST_GUILESS_MAIN(TestJudgement)
#include "tst_judgement.moc"
