// SPDX-License-Identifier: GPL-3.0-or-later
// What single estimators promise beyond the contract.
#include "tests/engine/estimatorcontract.h"

using namespace assay;
using namespace assay::engine;
using contract::data;
using contract::made;
using contract::Recorder;

class TestFits : public QObject
{
    Q_OBJECT

private slots:
    void refusesBadParameters_data();
    void refusesBadParameters();
    void logisticPenalties_data();
    void logisticPenalties();
    void separableClassesWithoutPenalty();
    void leastSquaresOfRepeatedColumns();
    void earlyStoppingKeepsTheBestRounds();
    void forestIsTheMeanOfItsTrees();
    void unknownModelListsTheKnown();
};

void TestFits::refusesBadParameters_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("C") << "logistic"
                       << "C"
                       << "0"
                       << "bad_parameter";
    QTest::newRow("penalty") << "logistic"
                             << "penalty"
                             << "l3"
                             << "bad_parameter";
    QTest::newRow("l1_ratio") << "logistic"
                              << "l1_ratio"
                              << "1.5"
                              << "bad_parameter";
    QTest::newRow("alpha") << "linear"
                           << "alpha"
                           << "-1"
                           << "bad_parameter";
    QTest::newRow("trees") << "xgboost"
                           << "n_estimators"
                           << "0"
                           << "bad_parameter";
    QTest::newRow("depth") << "xgboost"
                           << "max_depth"
                           << "31"
                           << "bad_parameter";
    QTest::newRow("rate") << "xgboost"
                          << "learning_rate"
                          << "0"
                          << "bad_parameter";
    QTest::newRow("share") << "random_forest"
                           << "subsample"
                           << "1.1"
                           << "bad_parameter";
    QTest::newRow("not a number") << "xgboost"
                                  << "gamma"
                                  << "nan"
                                  << "bad_parameter";
    QTest::newRow("unknown") << "xgboost"
                             << "eta"
                             << "0.1"
                             << "unknown_parameter";
    QTest::newRow("baseline takes none") << "baseline"
                                         << "C"
                                         << "1"
                                         << "unknown_parameter";
}

void TestFits::refusesBadParameters()
{
    QFETCH(QString, id);
    QFETCH(QString, param);
    QFETCH(QString, value);
    QFETCH(QString, code);
    const EstimatorInfo &info = **findEstimator(id.toStdString());
    const auto params =
        resolveParams(info.params, std::map<std::string, std::string>{{param.toStdString(), value.toStdString()}});
    QVERIFY(!params);
    QCOMPARE(params.error().code, code.toStdString());
}

void TestFits::logisticPenalties_data()
{
    QTest::addColumn<QString>("penalty");
    QTest::addColumn<int>("task");
    for (const char *penalty : {"l2", "l1", "elasticnet", "none"}) {
        QTest::addRow("%s binary", penalty) << penalty << static_cast<int>(Task::Binary);
        QTest::addRow("%s multiclass", penalty) << penalty << static_cast<int>(Task::Multiclass);
    }
}

void TestFits::logisticPenalties()
{
    QFETCH(QString, penalty);
    QFETCH(int, task);
    const TrainingData train = data(static_cast<Task>(task), 4, 800);
    Recorder recorder;
    const EstimatorInfo &info = **findEstimator("logistic");
    const auto estimator = made(info, train.task, {{"penalty", penalty.toStdString()}, {"C", 0.05}});
    QVERIFY(estimator->fit(train, {.observer = &recorder}).has_value());
    // No note: the gradient fell below the tolerance of 1e-8.
    QVERIFY2(recorder.notes.empty(), recorder.notes.empty() ? "" : recorder.notes.front().c_str());
    // Without a penalty on the intercept, mean probabilities are the class shares.
    const Matrix scores = estimator->predict(train.X);
    for (Eigen::Index k = 0; k < scores.cols(); ++k) {
        const double label = scores.cols() == 1 ? 1 : static_cast<double>(k);
        const double share = static_cast<double>((train.y.array() == label).count()) / 800;
        QVERIFY(std::abs(scores.col(k).mean() - share) < 1e-9);
    }
}

void TestFits::separableClassesWithoutPenalty()
{
    TrainingData train{.task = Task::Binary, .X = Matrix(40, 1), .y = Vector(40), .classes = 2, .columns = {"x"}};
    for (Eigen::Index i = 0; i < 40; ++i) {
        train.X(i, 0) = static_cast<double>(i) - 19.5;
        train.y[i] = i >= 20 ? 1 : 0;
    }
    const auto estimator = made(**findEstimator("logistic"), Task::Binary, {{"penalty", std::string("none")}});
    QVERIFY(estimator->fit(train, {}).has_value());
    const Matrix scores = estimator->predict(train.X);
    QVERIFY(scores.allFinite());
    QVERIFY(scores(0, 0) < 1e-3 && scores(39, 0) > 1 - 1e-3);
}

void TestFits::leastSquaresOfRepeatedColumns()
{
    // The second column repeats the first: of all solutions the smallest shares the weight.
    TrainingData train{.task = Task::Regression, .X = Matrix(50, 3), .y = Vector(50), .columns = {"x", "x2", "c"}};
    Random random(1);
    for (Eigen::Index i = 0; i < 50; ++i) {
        train.X.row(i) << static_cast<double>(i), static_cast<double>(i), 1;
        train.y[i] = 3 * static_cast<double>(i) + 5;
    }
    const auto estimator = made(**findEstimator("linear"), Task::Regression);
    QVERIFY(estimator->fit(train, {}).has_value());
    QVERIFY((estimator->predict(train.X).col(0) - train.y).cwiseAbs().maxCoeff() < 1e-10);
    const Json saved = estimator->save();
    QVERIFY(std::abs(saved["parameters"]["values"][0].get<double>() - 1.5) < 1e-10);
    QVERIFY(std::abs(saved["parameters"]["values"][1].get<double>() - 1.5) < 1e-10);
}

void TestFits::earlyStoppingKeepsTheBestRounds()
{
    const EstimatorInfo &info = **findEstimator("xgboost");
    Recorder recorder;
    const auto estimator = made(
        info, Task::Binary,
        {{"n_estimators", std::int64_t(500)}, {"learning_rate", 0.5}, {"early_stopping_rounds", std::int64_t(10)}});
    const TrainingData train = data(Task::Binary, 6, 1000);
    QVERIFY(estimator->fit(train, {.observer = &recorder}).has_value());
    std::vector<double> losses;
    for (const auto &[key, value] : recorder.metrics) {
        if (key == "holdout_log_loss")
            losses.push_back(value);
    }
    const auto best = std::ranges::min_element(losses) - losses.begin() + 1;
    QCOMPARE(std::ssize(losses), best + 10);
    const Json trees = estimator->save()["xgboost"]["learner"]["gradient_booster"]["model"]["trees"];
    QCOMPARE(static_cast<std::ptrdiff_t>(trees.size()), best);
    QCOMPARE(recorder.notes.size(), std::size_t(1));
}

void TestFits::forestIsTheMeanOfItsTrees()
{
    // A forest of trees that are all alike says what one of them says.
    const EstimatorInfo &info = **findEstimator("random_forest");
    const TrainingData train = data(Task::Regression, 6, 1000);
    std::vector<Matrix> scores;
    for (const std::int64_t trees : {1, 20}) {
        const auto estimator =
            made(info, Task::Regression, {{"n_estimators", trees}, {"subsample", 1.0}, {"colsample_bynode", 1.0}});
        Recorder recorder;
        QVERIFY(estimator->fit(train, {.observer = &recorder}).has_value());
        scores.push_back(estimator->predict(train.X));
        // The metric of the first trees is that of a forest of so many.
        QVERIFY(std::abs(recorder.metrics.front().second - recorder.metrics.back().second) < 1e-4);
    }
    QVERIFY((scores[0] - scores[1]).cwiseAbs().maxCoeff() < 1e-3);
}

void TestFits::unknownModelListsTheKnown()
{
    const auto info = findEstimator("gradient_descent");
    QVERIFY(!info);
    QCOMPARE(info.error().code, std::string("unknown_model"));
    QVERIFY(QString::fromStdString(info.error().message).contains("`random_forest`"));
}

QTEST_GUILESS_MAIN(TestFits)
#include "tst_fits.moc"
