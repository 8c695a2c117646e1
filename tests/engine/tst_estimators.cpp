// SPDX-License-Identifier: GPL-3.0-or-later
// The contract, over every estimator and every task it knows.
#include "engine/core/random.h"
#include "engine/estimators/estimator.h"

#include <QtTest>
#include <cmath>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

struct Recorder : Observer
{
    std::vector<std::pair<std::string, double>> metrics;
    std::vector<std::string> notes;
    void metric(std::string_view key, double value, std::int64_t) override { metrics.emplace_back(key, value); }
    void note(std::string_view text) override { notes.emplace_back(text); }
    std::set<std::string> keys() const
    {
        std::set<std::string> out;
        for (const auto &[key, value] : metrics)
            out.insert(key);
        return out;
    }
};

// Asks to stop when the first metric comes.
struct Stopper : Observer
{
    std::stop_source stop;
    int metrics = 0;
    void metric(std::string_view, double, std::int64_t) override
    {
        ++metrics;
        stop.request_stop();
    }
};

TrainingData data(Task task, std::uint64_t seed = 1, Eigen::Index rows = 3000, bool missing = false)
{
    Random random(seed);
    TrainingData out{.task = task,
                     .X = Matrix(rows, 6),
                     .y = Vector(rows),
                     .classes = task == Task::Multiclass ? 3 : 2,
                     .columns = {"a", "b", "c", "d[0]", "e<5", "f"}};
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < 6; ++j)
            out.X(i, j) = j == 5 ? static_cast<double>(random.below(2)) : random.normal();
        const double signal = out.X(i, 0) - 0.7 * out.X(i, 1) + out.X(i, 2) * out.X(i, 5) + 0.8 * random.normal();
        out.y[i] = task == Task::Regression
                       ? 100 + 7 * signal
                       : std::clamp(std::floor(signal + out.classes / 2.0), 0.0, out.classes - 1.0);
        if (missing && i % 5 == 0)
            out.X(i, i % 6) = std::nan("");
    }
    return out;
}

std::unique_ptr<Estimator> made(const EstimatorInfo &info, Task task, const Params &given = {})
{
    return info.make(resolveParams(info.params, given).value(), task);
}

bool has(const EstimatorInfo &info, const char *param)
{
    return std::ranges::find(info.params, param, &ParamSpec::name) != info.params.end();
}

// Few and small trees: the contract does not need good ones.
Params quick(const EstimatorInfo &info)
{
    return has(info, "n_estimators") ? Params{{"n_estimators", std::int64_t(12)}, {"max_depth", std::int64_t(4)}}
                                     : Params{};
}

} // namespace

class TestEstimators : public QObject
{
    Q_OBJECT

private slots:
    void describesItself();
    void keepsTheContract_data();
    void keepsTheContract();
    void sameBitsOnAnyThreads_data() { keepsTheContract_data(); }
    void sameBitsOnAnyThreads();
    void savesToTheBit_data() { keepsTheContract_data(); }
    void savesToTheBit();
    void weightsCountAsRows_data() { keepsTheContract_data(); }
    void weightsCountAsRows();
    void stopsWhenAsked_data() { keepsTheContract_data(); }
    void stopsWhenAsked();
    void refusesBadData_data() { keepsTheContract_data(); }
    void refusesBadData();
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

void TestEstimators::describesItself()
{
    std::set<std::string> ids;
    for (const EstimatorInfo &info : estimators()) {
        QVERIFY(ids.insert(info.id).second);
        QVERIFY(!info.label.empty());
        QVERIFY(!info.tasks.empty());
        for (const ParamSpec &spec : info.params) {
            QVERIFY2(!spec.help.empty(), spec.name.c_str());
            QVERIFY2(checkParam(spec, spec.defaultValue).has_value(), spec.name.c_str());
        }
    }
    QCOMPARE(ids, (std::set<std::string>{"baseline", "linear", "logistic", "random_forest", "xgboost"}));
}

void TestEstimators::keepsTheContract_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("task");
    for (const EstimatorInfo &info : estimators()) {
        for (const Task task : info.tasks)
            QTest::addRow("%s %s", info.id.c_str(), name(task))
                << QString::fromStdString(info.id) << static_cast<int>(task);
    }
}

#define ESTIMATOR                                                                                                      \
    QFETCH(QString, id);                                                                                               \
    QFETCH(int, task);                                                                                                 \
    const EstimatorInfo &info = **findEstimator(id.toStdString());                                                     \
    const Task kind = static_cast<Task>(task)

void TestEstimators::keepsTheContract()
{
    ESTIMATOR;
    TrainingData train = data(kind, 1);
    const TrainingData other = data(kind, 2, 500);
    train.validationX = other.X;
    train.validationY = other.y;
    Recorder recorder;
    const auto estimator = made(info, kind, quick(info));
    const auto fitted = estimator->fit(train, {.observer = &recorder});
    QVERIFY2(fitted.has_value(), fitted ? "" : fitted.error().message.c_str());

    const Matrix scores = estimator->predict(other.X);
    QCOMPARE(scores.rows(), Eigen::Index(500));
    QCOMPARE(scores.cols(), Eigen::Index(kind == Task::Multiclass ? 3 : 1));
    QVERIFY(scores.allFinite());
    if (kind != Task::Regression)
        QVERIFY(scores.minCoeff() >= 0 && scores.maxCoeff() <= 1);
    if (kind == Task::Multiclass)
        QVERIFY((scores.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
    QCOMPARE(estimator->predict(other.X.topRows(0)).rows(), Eigen::Index(0));
    if (id == "baseline")
        return;
    const std::string metric = kind == Task::Regression ? "rmse" : "log_loss";
    QCOMPARE(recorder.keys(), (std::set<std::string>{"train_" + metric, "validation_" + metric}));

    // Fitting again forgets: as one that was never fitted before.
    QVERIFY(estimator->fit(other, {}).has_value());
    const auto fresh = made(info, kind, quick(info));
    QVERIFY(fresh->fit(other, {}).has_value());
    QVERIFY(estimator->predict(train.X) == fresh->predict(train.X));
    QVERIFY(estimator->predict(other.X) != scores);
}

void TestEstimators::sameBitsOnAnyThreads()
{
    ESTIMATOR;
    TrainingData train = data(kind, 1, 20000);
    Random random(3);
    train.weights = Vector::NullaryExpr(train.y.size(), [&] { return random.uniform() * 3; });
    Params params = quick(info);
    if (has(info, "subsample"))
        params["subsample"] = 0.7;
    if (has(info, "n_estimators"))
        params["max_depth"] = std::int64_t(9);
    std::vector<Matrix> scores;
    std::vector<std::string> documents;
    for (const int threads : {1, 2, 3}) {
        const auto estimator = made(info, kind, params);
        QVERIFY(estimator->fit(train, {.threads = threads}).has_value());
        scores.push_back(estimator->predict(train.X));
        documents.push_back(estimator->save().dump());
    }
    QVERIFY(scores[0] == scores[1]);
    QVERIFY(scores[0] == scores[2]);
    QCOMPARE(documents[0], documents[1]);
    QCOMPARE(documents[0], documents[2]);
}

void TestEstimators::savesToTheBit()
{
    ESTIMATOR;
    const TrainingData train = data(kind);
    const auto estimator = made(info, kind, quick(info));
    QVERIFY(estimator->fit(train, {}).has_value());
    const auto loaded = made(info, kind, quick(info));
    const std::string text = estimator->save().dump();
    const auto done = loaded->load(Json::parse(text));
    QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
    QVERIFY(loaded->predict(train.X) == estimator->predict(train.X));
    QCOMPARE(loaded->save().dump(), text);
    QCOMPARE(loaded->load(Json::object()).error().code, std::string("bad_model"));
}

void TestEstimators::weightsCountAsRows()
{
    ESTIMATOR;
    // A row of weight two is the row written twice, a row of weight zero is no row.
    const TrainingData base = data(kind, 1, 600);
    TrainingData weighted = base;
    weighted.weights = Vector::NullaryExpr(600, [](Eigen::Index i) { return static_cast<double>(i % 3); });
    std::vector<Eigen::Index> repeated;
    for (Eigen::Index i = 0; i < 600; ++i)
        repeated.insert(repeated.end(), static_cast<std::size_t>(i % 3), i);
    TrainingData rows = base;
    rows.X = base.X(repeated, Eigen::all).eval();
    rows.y = base.y(repeated).eval();
    Params params = quick(info);
    if (has(info, "n_estimators")) {
        params["subsample"] = 1.0;
        params["max_bin"] = std::int64_t(1024); // every value its own bin, whatever the weights
    }
    const auto a = made(info, kind, params);
    const auto b = made(info, kind, params);
    QVERIFY(a->fit(weighted, {}).has_value());
    QVERIFY(b->fit(rows, {}).has_value());
    const Matrix pa = a->predict(base.X);
    const Matrix pb = b->predict(base.X);
    const double scale = std::max(1.0, pb.cwiseAbs().maxCoeff());
    const double differ = (pa - pb).cwiseAbs().maxCoeff() / scale;
    if (has(info, "n_estimators")) {
        // Cut points may fall on other values, so only most rows must agree.
        const auto off = ((pa - pb).cwiseAbs().array() > 1e-3 * scale).count();
        QVERIFY2(off * 20 < pa.size(), qPrintable(QString::number(off)));
        return;
    }
    QVERIFY2(differ < 1e-9, qPrintable(QString::number(differ)));
}

void TestEstimators::stopsWhenAsked()
{
    ESTIMATOR;
    const TrainingData train = data(kind);
    const auto estimator = made(info, kind, quick(info));
    std::stop_source before;
    before.request_stop();
    QCOMPARE(estimator->fit(train, {.stop = before.get_token()}).error().code, std::string("cancelled"));
    if (id == "baseline")
        return;
    Stopper stopper;
    const auto fitted = estimator->fit(train, {.observer = &stopper, .stop = stopper.stop.get_token()});
    if (id == "linear")
        return; // it tells its one metric when it is done
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, std::string("cancelled"));
    QVERIFY(stopper.metrics <= 2);
}

void TestEstimators::refusesBadData()
{
    ESTIMATOR;
    const auto estimator = made(info, kind, quick(info));
    TrainingData none = data(kind, 1, 10);
    none.X = Matrix(0, 6);
    none.y = Vector(0);
    QCOMPARE(estimator->fit(none, {}).error().code, std::string("no_rows"));
    TrainingData same = data(kind, 1, 100);
    same.y.setOnes();
    if (kind != Task::Regression)
        QCOMPARE(estimator->fit(same, {}).error().code, std::string("one_class"));
    TrainingData weightless = data(kind, 1, 100);
    weightless.weights = Vector::Zero(100);
    QCOMPARE(estimator->fit(weightless, {}).error().code, std::string("bad_weight"));
    // Estimators that leave imputation to no one take missing values; the others refuse them by name.
    const TrainingData gaps = data(kind, 1, 300, true);
    const auto fitted = estimator->fit(gaps, {});
    QCOMPARE(fitted.has_value(), info.preprocess.impute == Impute::None);
    if (fitted) {
        QVERIFY(estimator->predict(gaps.X).allFinite());
    } else {
        QCOMPARE(fitted.error().code, std::string("not_finite"));
        QCOMPARE(fitted.error().arguments.front(), std::string("a"));
    }
}

void TestEstimators::refusesBadParameters_data()
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

void TestEstimators::refusesBadParameters()
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

void TestEstimators::logisticPenalties_data()
{
    QTest::addColumn<QString>("penalty");
    QTest::addColumn<int>("task");
    for (const char *penalty : {"l2", "l1", "elasticnet", "none"}) {
        QTest::addRow("%s binary", penalty) << penalty << static_cast<int>(Task::Binary);
        QTest::addRow("%s multiclass", penalty) << penalty << static_cast<int>(Task::Multiclass);
    }
}

void TestEstimators::logisticPenalties()
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

void TestEstimators::separableClassesWithoutPenalty()
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

void TestEstimators::leastSquaresOfRepeatedColumns()
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

void TestEstimators::earlyStoppingKeepsTheBestRounds()
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

void TestEstimators::forestIsTheMeanOfItsTrees()
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

void TestEstimators::unknownModelListsTheKnown()
{
    const auto info = findEstimator("svm");
    QVERIFY(!info);
    QCOMPARE(info.error().code, std::string("unknown_model"));
    QVERIFY(QString::fromStdString(info.error().message).contains("`random_forest`"));
}

QTEST_GUILESS_MAIN(TestEstimators)
#include "tst_estimators.moc"
