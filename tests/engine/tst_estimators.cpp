// SPDX-License-Identifier: GPL-3.0-or-later
// The contract, over every estimator and every task it knows; awkward data are in tst_awkwarddata.
#include "tests/engine/estimatorcontract.h"

using namespace assay;
using namespace assay::engine;
using contract::data;
using contract::has;
using contract::quick;

class TestEstimators : public QObject
{
    Q_OBJECT

private slots:
    void describesItself();
    void predictsAndForgets_data() { contract::addEveryEstimator(); }
    void predictsAndForgets();
    void sameBitsOnAnyThreads_data() { contract::addEveryEstimator(); }
    void sameBitsOnAnyThreads();
    void savesToTheBit_data() { contract::addEveryEstimator(); }
    void savesToTheBit();
    void weightsCountAsRows_data() { contract::addEveryEstimator(); }
    void weightsCountAsRows();
    void rowsOfNoWeightAreAbsent_data() { contract::addEveryEstimator(); }
    void rowsOfNoWeightAreAbsent();
    void stopsWhenAsked_data() { contract::addEveryEstimator(); }
    void stopsWhenAsked();
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
    for (const char *known : {"baseline", "decision_tree", "knn", "linear", "logistic", "mlp", "naive_bayes",
                              "random_forest", "svm", "xgboost"})
        QVERIFY2(ids.contains(known), known);
}

void TestEstimators::predictsAndForgets()
{
    ESTIMATOR;
    TrainingData train = data(kind, 1);
    const TrainingData other = data(kind, 2, 500);
    train.validationX = other.X;
    train.validationY = other.y;
    contract::Recorder recorder;
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {.observer = &recorder}));
    const Matrix scores = estimator->predict(other.X);
    GOOD_SCORES(scores, 500, train);
    GOOD_SCORES(estimator->predict(other.X.topRows(0)), 0, train);
    const std::string metric = kind == Task::Regression ? "rmse" : "log_loss";
    if (row.reports)
        QCOMPARE(recorder.keys(), (std::set<std::string>{"train_" + metric, "validation_" + metric}));
    for (const auto &[key, value] : recorder.metrics)
        QVERIFY2(std::isfinite(value) && value >= 0, key.c_str());

    // Fitting again forgets: as one that was never fitted before.
    FITTED(estimator->fit(other, {}));
    const auto fresh = quick(info, kind);
    FITTED(fresh->fit(other, {}));
    QVERIFY(estimator->predict(train.X) == fresh->predict(train.X));
    QCOMPARE(estimator->save().dump(), fresh->save().dump());
    QVERIFY(estimator->predict(other.X) != scores);
}

void TestEstimators::sameBitsOnAnyThreads()
{
    ESTIMATOR;
    TrainingData train = data(kind, 1, 20000);
    Random random(3);
    train.weights = Vector::NullaryExpr(train.y.size(), [&] { return random.uniform() * 3; });
    Params params;
    if (has(info, "subsample"))
        params["subsample"] = 0.7;
    if (has(info, "max_depth"))
        params["max_depth"] = std::int64_t(9);
    if (has(info, "max_features"))
        params["max_features"] = std::int64_t(2);
    const TrainingData asked = data(kind, 4, 1000);
    std::vector<Matrix> scores;
    std::vector<std::string> documents;
    for (const int threads : {1, 2, 3}) {
        const auto estimator = quick(info, kind, params);
        FITTED(estimator->fit(train, {.threads = threads}));
        scores.push_back(estimator->predict(asked.X));
        documents.push_back(estimator->save().dump());
    }
    QVERIFY(scores[0] == scores[1]);
    QVERIFY(scores[0] == scores[2]);
    QVERIFY(documents[0] == documents[1]);
    QVERIFY(documents[0] == documents[2]);
}

void TestEstimators::savesToTheBit()
{
    ESTIMATOR;
    Q_UNUSED(row);
    const TrainingData train = data(kind);
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {}));
    const auto loaded = quick(info, kind);
    const std::string text = estimator->save().dump();
    FITTED(loaded->load(Json::parse(text)));
    QVERIFY(loaded->predict(train.X) == estimator->predict(train.X));
    QVERIFY(loaded->save().dump() == text);
    QCOMPARE(loaded->load(Json::object()).error().code, std::string("bad_model"));
}

void TestEstimators::weightsCountAsRows()
{
    ESTIMATOR;
    if (row.weights == contract::Weights::Votes || row.weights == contract::Weights::None)
        return;
    const TrainingData base = data(kind, 1, 600);
    TrainingData weighted = base;
    weighted.weights = Vector::NullaryExpr(600, [](Eigen::Index i) { return static_cast<double>(i % 3); });
    std::vector<Eigen::Index> repeated;
    for (Eigen::Index i = 0; i < 600; ++i)
        repeated.insert(repeated.end(), static_cast<std::size_t>(i % 3), i);
    TrainingData rows = base;
    rows.X = base.X(repeated, Eigen::all).eval();
    rows.y = base.y(repeated).eval();
    Params params;
    if (has(info, "max_bin"))
        params = {{"subsample", 1.0}, {"max_bin", std::int64_t(1024)}}; // every value its own bin, whatever the weights
    const auto a = quick(info, kind, params);
    const auto b = quick(info, kind, params);
    FITTED(a->fit(weighted, {}));
    FITTED(b->fit(rows, {}));
    const Matrix pa = a->predict(base.X);
    const Matrix pb = b->predict(base.X);
    const double scale = std::max(1.0, pb.cwiseAbs().maxCoeff());
    if (row.weights == contract::Weights::Nearly) {
        const auto off = ((pa - pb).cwiseAbs().array() > 1e-3 * scale).count();
        QVERIFY2(off * 20 < pa.size(), qPrintable(QString::number(off)));
        return;
    }
    const double differ = (pa - pb).cwiseAbs().maxCoeff() / scale;
    QVERIFY2(differ < 1e-9, qPrintable(QString::number(differ)));
}

void TestEstimators::rowsOfNoWeightAreAbsent()
{
    ESTIMATOR;
    if (row.weights == contract::Weights::None)
        return;
    // Rows that would change everything, had they a say.
    const TrainingData base = data(kind, 1, 400);
    TrainingData more = base;
    more.X.conservativeResize(500, Eigen::NoChange);
    more.y.conservativeResize(500);
    more.weights = Vector::Ones(500);
    for (Eigen::Index i = 400; i < 500; ++i) {
        more.X.row(i) = base.X.row(i - 400);
        more.y[i] = kind == Task::Regression ? -5000 : base.classes - 1 - base.y[i - 400];
        more.weights[i] = 0;
    }
    Params params;
    if (has(info, "max_bin"))
        params = {{"subsample", 1.0}, {"max_bin", std::int64_t(1024)}};
    const auto without = quick(info, kind, params);
    const auto with = quick(info, kind, params);
    FITTED(without->fit(base, {}));
    FITTED(with->fit(more, {}));
    const Matrix a = without->predict(base.X), b = with->predict(base.X);
    const double scale = std::max(1.0, a.cwiseAbs().maxCoeff());
    const double differ = (a - b).cwiseAbs().maxCoeff() / scale;
    QVERIFY2(differ < (row.weights == contract::Weights::Nearly ? 0.02 : 1e-9), qPrintable(QString::number(differ)));
}

void TestEstimators::stopsWhenAsked()
{
    ESTIMATOR;
    const TrainingData train = data(kind);
    const auto estimator = quick(info, kind);
    std::stop_source before;
    before.request_stop();
    QCOMPARE(estimator->fit(train, {.stop = before.get_token()}).error().code, std::string("cancelled"));
    if (!row.rounds)
        return;
    contract::Stopper stopper;
    const auto fitted = estimator->fit(train, {.observer = &stopper, .stop = stopper.stop.get_token()});
    QVERIFY(!fitted);
    QCOMPARE(fitted.error().code, std::string("cancelled"));
    QVERIFY2(stopper.metrics <= 2, qPrintable(QString::number(stopper.metrics)));
}

QTEST_GUILESS_MAIN(TestEstimators)
#include "tst_estimators.moc"
