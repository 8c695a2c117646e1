// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/model.h"
#include "tests/engine/datasets.h"

#include <QtTest>
#include <algorithm>
#include <numeric>

using namespace assay;
using namespace assay::engine;

namespace {

// Area under the ROC curve by ranks, ties counted one half.
double rocAuc(const Predictions &predictions)
{
    std::vector<std::size_t> order(predictions.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto score = [&](std::size_t i) { return predictions.scores(static_cast<Eigen::Index>(i), 0); };
    std::ranges::sort(order, {}, score);
    double rankSum = 0;
    double positives = 0;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && score(order[end]) == score(order[i]))
            ++end;
        for (std::size_t k = i; k < end; ++k) {
            rankSum += predictions.truth[order[k]] * (static_cast<double>(i + end + 1) / 2);
            positives += predictions.truth[order[k]];
        }
        i = end;
    }
    const double negatives = static_cast<double>(order.size()) - positives;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
}

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private slots:
    void adult_data();
    void adult();
};

void TestModel::adult_data()
{
    QTest::addColumn<QString>("estimator");
    QTest::addColumn<double>("auc");
    QTest::newRow("xgboost") << "xgboost" << 0.925;
    QTest::newRow("logistic") << "logistic" << 0.904;
    QTest::newRow("random_forest") << "random_forest" << 0.91;
}

void TestModel::adult()
{
    if (!datasets::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, estimator);
    QFETCH(double, auc);
    const Table table = datasets::table(datasets::adult());
    const datasets::Division rows = datasets::division("adult", table.rows());
    const LearningTask task{.target = "income"};
    const auto target = resolveTarget(table, task);
    QVERIFY(target.has_value());
    QCOMPARE(target->labels, (std::vector<std::string>{"<=50K", ">50K"}));
    const auto features = featureColumns(table, task);
    QCOMPARE(features->size(), std::size_t(14));
    QElapsedTimer timer;
    timer.start();
    const auto model = fitModel(*findEstimator(estimator.toStdString()).value(), {}, table, *target, *features,
                                rows.train, {}, {}, {});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    const auto fitted = timer.restart();
    const auto predictions = (*model)->predictions(table, rows.test, {"sex"});
    QVERIFY(predictions.has_value());
    const double reached = rocAuc(*predictions);
    qInfo() << estimator << "AUC" << reached << "fit" << fitted << "ms, predict" << timer.elapsed() << "ms";
    QVERIFY(reached >= auc);
    QCOMPARE((*model)->preprocessor().features().size(), std::size_t(14));
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
