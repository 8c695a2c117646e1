// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/estimator.h"
#include "engine/estimators/heldback.h"
#include "engine/estimators/mlploss.h"
#include "engine/estimators/mlpnetwork.h"
#include "engine/estimators/products.h"
#include "tests/engine/trainingcase.h"

#include <QtTest>
#include <cmath>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

struct Recorder : Observer
{
    std::map<std::string, std::vector<double>> series;
    std::vector<std::string> notes;
    void metric(std::string_view key, double value, std::int64_t) override
    {
        series[std::string(key)].push_back(value);
    }
    void note(std::string_view text) override { notes.emplace_back(text); }
};

TrainingData rings(std::uint64_t seed, Eigen::Index rows)
{
    Random random(seed);
    TrainingData data{.task = Task::Binary, .X = Matrix(rows, 3), .y = Vector(rows), .columns = {"a", "b", "c"}};
    for (Eigen::Index i = 0; i < rows; ++i) {
        for (Eigen::Index j = 0; j < 3; ++j)
            data.X(i, j) = random.normal();
        data.y[i] = data.X.row(i).head(2).squaredNorm() + 0.3 * random.normal() > 1.4 ? 1 : 0;
    }
    return data;
}

std::unique_ptr<Estimator> fitted(const TrainingData &data, const Params &params, const Context &context = {})
{
    const EstimatorInfo &info = *findEstimator("mlp").value();
    auto mlp = info.make(resolveParams(info.params, params).value(), data.task);
    return mlp->fit(data, context) ? std::move(mlp) : nullptr;
}

double share(const Matrix &scores, const Vector &truth)
{
    double right = 0;
    for (Eigen::Index i = 0; i < truth.size(); ++i) {
        Eigen::Index most = scores(i, 0) >= 0.5 ? 1 : 0;
        if (scores.cols() > 1)
            scores.row(i).maxCoeff(&most);
        right += static_cast<double>(most) == truth[i] ? 1 : 0;
    }
    return right / static_cast<double>(truth.size());
}

double meanLogLoss(const Matrix &scores, const Vector &truth)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < truth.size(); ++i) {
        const auto label = static_cast<Eigen::Index>(truth[i]);
        sum -= std::log(scores.cols() > 1 ? scores(i, label) : (label == 1 ? scores(i, 0) : 1 - scores(i, 0)));
    }
    return sum / static_cast<double>(truth.size());
}

} // namespace

class TestMlp : public QObject
{
    Q_OBJECT

private slots:
    void productsAreProducts_data();
    void productsAreProducts();
    void slopesAreDifferences_data();
    void slopesAreDifferences();
    void matchesReferences_data();
    void matchesReferences();
    void learnsWhatIsNotLinear();
    void earlyStoppingKeepsTheBestEpoch();
    void schedulesDiffer();
    void seedsDiffer();
    void holdsBackOfEachClass();
    void saysThatItDiverged();
};

void TestMlp::productsAreProducts_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("depth");
    for (const auto &[rows, columns, depth] :
         {std::array{1, 8, 1}, {5, 8, 3}, {6, 16, 7}, {13, 24, 300}, {200, 104, 50}, {47, 40, 513}})
        QTest::addRow("%d x %d x %d", rows, columns, depth) << rows << columns << depth;
}

void TestMlp::productsAreProducts()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, depth);
    const Matrix a = Matrix::Random(rows, depth);
    const Matrix b = Matrix::Random(depth, columns);
    const Matrix start = Matrix::Random(rows, columns);
    Matrix c = start;
    const Matrix expected = c + a * b;
    addProduct({rows, columns, depth}, Operand<const double>{a.data(), depth}, Operand<const double>{b.data(), columns},
               Operand<double>{c.data(), columns});
    QVERIFY((c - expected).cwiseAbs().maxCoeff() < 1e-12);
    // Transposed by its strides.
    const Matrix turned = a.transpose();
    Matrix d = start;
    addProduct({rows, columns, depth}, Operand<const double>{turned.data(), 1, rows},
               Operand<const double>{b.data(), columns}, Operand<double>{d.data(), columns});
    QVERIFY(d == c);
    Matrix gram = Matrix::Zero(columns, columns);
    addLowerGram(columns, depth, Operand<const double>{b.data(), columns}, Operand<double>{gram.data(), columns});
    const Matrix whole = b.transpose() * b;
    for (int i = 0; i < columns; ++i)
        QVERIFY((gram.row(i).head(i + 1) - whole.row(i).head(i + 1)).cwiseAbs().maxCoeff() < 1e-12);
}

void TestMlp::slopesAreDifferences_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<int>("task");
    for (const char *activation : {"relu", "tanh", "logistic"}) {
        for (const Task task : {Task::Binary, Task::Multiclass, Task::Regression})
            QTest::addRow("%s %s", activation, name(task)) << activation << static_cast<int>(task);
    }
}

void TestMlp::slopesAreDifferences()
{
    QFETCH(QString, activation);
    QFETCH(int, task);
    const Task kind = static_cast<Task>(task);
    const int outputs = kind == Task::Multiclass ? 3 : 1;
    MlpNetwork network({5, 11, 6, outputs}, *activationFromName(activation.toStdString()));
    Random random(3);
    network.initialise(random);
    MlpRows rows{.columns = 5};
    for (int i = 0; i < 23; ++i) {
        for (int j = 0; j < 5; ++j)
            rows.X.push_back(static_cast<float>(random.normal()));
        rows.y.push_back(kind == Task::Regression ? static_cast<float>(random.normal())
                                                  : static_cast<float>(random.below(kind == Task::Binary ? 2 : 3)));
        rows.weights.push_back(0.5 + random.uniform());
    }
    MlpNetwork::Pass pass;
    pass.slopes.resize(3);
    const auto loss = [&] {
        network.forward(rows.X.data(), rows.count(), pass);
        return outputLoss(kind, pass.values.back(), padded(outputs), outputs, rows, pass.slopes.back()) / rows.count();
    };
    loss();
    std::vector<float> gradient(network.parameters().size(), 0.0F);
    network.backward(rows.X.data(), rows.count(), pass, gradient);
    double worst = 0;
    int checked = 0;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        float &parameter = network.parameters()[i];
        if (parameter == 0) {
            QCOMPARE(gradient[i], 0.0F); // padding
            continue;
        }
        const float was = parameter;
        constexpr float step = 1e-3F;
        parameter = was + step;
        const double above = loss();
        parameter = was - step;
        const double below = loss();
        parameter = was;
        worst = std::max(worst, std::abs((above - below) / (2 * step) - gradient[i]));
        ++checked;
    }
    QCOMPARE(checked, 5 * 11 + 11 + 11 * 6 + 6 + 6 * outputs + outputs);
    // A step of relu may cross a kink.
    QVERIFY2(worst < (activation == "relu" ? 1e-2 : 2e-3), qPrintable(QString::number(worst)));
}

void TestMlp::matchesReferences_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<int>("epochs");
    QTest::newRow("adult") << "adult" << 40;
    for (const char *dataset : {"breast_cancer", "digits", "penguins", "titanic", "wine"})
        QTest::newRow(dataset) << dataset << 200;
    QTest::newRow("diabetes") << "diabetes" << 300;
}

// The mean over seeds lies within three standard deviations of the mean over scikit-learn's seeds.
void TestMlp::matchesReferences()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    QFETCH(int, epochs);
    const TrainingCase c = TrainingCase::load(dataset.toStdString());
    const Json reference = c.trained["mlp"]["test"];
    std::map<std::string, double> means;
    const int seeds = dataset == "adult" ? 2 : 5;
    for (int seed = 0; seed < seeds; ++seed) {
        const auto model = c.fit(*findEstimator("mlp").value(),
                                 {{"hidden_units", std::int64_t(32)}, {"max_iter", std::int64_t(epochs)}},
                                 {.seed = static_cast<std::uint64_t>(seed)});
        QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
        const auto evaluation =
            evaluate((*model)->predictions(c.table, c.division.test, {}).value(), {.intervals = false}).value();
        for (const char *key : {"rmse", "accuracy", "log_loss"}) {
            if (reference.contains(key))
                means[key] += evaluation.metric(key).value() / seeds;
        }
    }
    for (const auto &[key, mean] : means) {
        const double expected = reference[key]["mean"].get<double>();
        // Where all seeds agree, a row more or less right.
        const double floor = key == "accuracy" ? 1.5 / static_cast<double>(c.division.test.size()) : 0;
        const double allowed = 3 * reference[key]["sd"].get<double>() + floor;
        qInfo().noquote() << dataset << QString::fromStdString(key) << mean << "expected" << expected << "±" << allowed;
        QVERIFY(std::abs(mean - expected) <= allowed);
    }
    QVERIFY(!means.empty());
}

void TestMlp::learnsWhatIsNotLinear()
{
    const TrainingData train = rings(1, 2000);
    const TrainingData test = rings(2, 2000);
    for (const char *activation : {"relu", "tanh", "logistic"}) {
        for (const std::int64_t second : {0, 8}) {
            const auto mlp = fitted(train, {{"hidden_units", std::int64_t(24)},
                                            {"hidden_units_2", second},
                                            {"activation", std::string(activation)},
                                            {"learning_rate_init", 0.01}});
            QVERIFY(mlp);
            QVERIFY2(share(mlp->predict(test.X), test.y) > 0.87, activation);
        }
    }
}

void TestMlp::earlyStoppingKeepsTheBestEpoch()
{
    Recorder recorder;
    const TrainingData train = rings(3, 600);
    const Params params{{"early_stopping", true},
                        {"learning_rate_init", 0.02},
                        {"validation_fraction", 0.25},
                        {"n_iter_no_change", std::int64_t(7)}};
    const auto mlp = fitted(train, params, {.observer = &recorder});
    QVERIFY(mlp);
    const std::vector<double> &losses = recorder.series["holdout_log_loss"];
    const auto best = std::ranges::min_element(losses);
    QVERIFY(std::ssize(losses) < 200);
    QCOMPARE(recorder.series["best_iteration"], std::vector<double>{static_cast<double>(best - losses.begin() + 1)});
    QCOMPARE(recorder.notes.size(), std::size_t(1));
    const HeldBack division = holdBack(train, Vector::Ones(600), 0.25, Context{}.seed);
    const Matrix scores = mlp->predict(train.X(division.heldBack, Eigen::all));
    QVERIFY(std::abs(meanLogLoss(scores, train.y(division.heldBack)) - *best) < 1e-12);
}

void TestMlp::schedulesDiffer()
{
    const TrainingData train = rings(4, 500);
    std::set<double> losses;
    for (const char *schedule : {"constant", "invscaling", "cosine"}) {
        Recorder recorder;
        QVERIFY(fitted(train, {{"learning_rate", std::string(schedule)}, {"max_iter", std::int64_t(30)}},
                       {.observer = &recorder}));
        const std::vector<double> &series = recorder.series["train_log_loss"];
        QCOMPARE(series.size(), std::size_t(30));
        QVERIFY(series.back() < series.front());
        losses.insert(series.back());
    }
    QCOMPARE(losses.size(), std::size_t(3));
}

void TestMlp::seedsDiffer()
{
    const TrainingData train = rings(5, 300);
    const Params few{{"max_iter", std::int64_t(5)}};
    QVERIFY(fitted(train, few, {.seed = 1})->predict(train.X) != fitted(train, few, {.seed = 2})->predict(train.X));
}

void TestMlp::holdsBackOfEachClass()
{
    TrainingData data = rings(6, 200);
    data.task = Task::Multiclass;
    data.classes = 3;
    for (Eigen::Index i = 0; i < 200; ++i)
        data.y[i] = i < 100 ? 0 : (i < 199 ? 1 : 2);
    Vector weights = Vector::Ones(200);
    weights.head(20).setZero();
    const HeldBack division = holdBack(data, weights, 0.2, 1);
    QCOMPARE(division.heldBack.size(), std::size_t(16 + 20));
    QCOMPARE(division.kept.size(), std::size_t(64 + 79 + 1));
    std::set<Eigen::Index> all(division.kept.begin(), division.kept.end());
    all.insert(division.heldBack.begin(), division.heldBack.end());
    QCOMPARE(all.size(), std::size_t(180));
    QVERIFY(*all.begin() == 20 && all.contains(199));
    QVERIFY(holdBack(data, weights, 0, 1).heldBack.empty());
}

void TestMlp::saysThatItDiverged()
{
    TrainingData data = rings(7, 300);
    data.task = Task::Regression;
    const EstimatorInfo &info = *findEstimator("mlp").value();
    const auto mlp = info.make(resolveParams(info.params, Params{{"learning_rate_init", 1e12}}).value(), data.task);
    const auto done = mlp->fit(data, {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, std::string("diverged"));
}

QTEST_GUILESS_MAIN(TestMlp)
#include "tst_mlp.moc"
