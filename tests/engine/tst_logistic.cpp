// SPDX-License-Identifier: GPL-3.0-or-later
// Against scikit-learn 1.2.1 (newton-cholesky to a gradient below 1e-8, saga for the elastic net) on the references'
// encoding.
#include "engine/estimators/capabilities.h"
#include "engine/estimators/estimator.h"
#include "tests/engine/estimatorcontract.h"
#include "tests/engine/trainingcase.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;

namespace {

double largestCoefficientError(const Model &model, Eigen::Index output, const Json &coefficients)
{
    const auto &linear = dynamic_cast<const LinearScorer &>(model.estimator());
    const Matrix w = linear.coefficients();
    const auto &columns = model.preprocessor().columns();
    if (columns.size() != coefficients.size())
        return std::numeric_limits<double>::infinity();
    double worst = 0;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const double expected = coefficients.at(columns[j].name).get<double>();
        worst = std::max(worst, std::abs(w(output, static_cast<Eigen::Index>(j)) - expected));
    }
    return worst;
}

} // namespace

class TestLogistic : public QObject
{
    Q_OBJECT

private slots:
    void binary_data();
    void binary();
    void multinomial_data();
    void multinomial();
    void elasticNet_data();
    void elasticNet();
    void leastSquares_data();
    void leastSquares();
};

void TestLogistic::binary_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("score");
    for (const char *dataset : {"adult", "titanic", "breast_cancer"})
        QTest::newRow(dataset) << dataset << "y_score";
}

void TestLogistic::binary()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    const TrainingCase c = TrainingCase::load(dataset.toStdString());
    contract::Recorder recorder;
    const auto model = c.fit(*findEstimator("logistic").value(), {}, {.observer = &recorder});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    QVERIFY2(recorder.notes.empty(), recorder.notes.empty() ? "" : recorder.notes.front().c_str());
    const Json &lr = c.reference["models"]["lr"];
    const double error = largestCoefficientError(**model, 0, lr["coefficients"]);
    QVERIFY2(error < 1e-6, qPrintable(QString::number(error)));

    const datasets::Csv expected = datasets::csv(refs::path(dataset.toStdString() + "_preds_lr.csv"));
    Rows rows;
    for (std::size_t i = 0; i < expected.rows.size(); ++i)
        rows.push_back(static_cast<Row>(expected.number(i, "row_id")));
    const auto scores = (*model)->predict(c.table, rows);
    QVERIFY(scores.has_value());
    double worst = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        worst = std::max(worst, std::abs((*scores)(static_cast<Eigen::Index>(i), 0) - expected.number(i, "y_score")));
    qInfo() << dataset << "largest difference: scores" << worst << "coefficients" << error;
    QVERIFY(worst < 1e-9);
}

void TestLogistic::multinomial_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("penguins") << "penguins" << 1e-7;
    QTest::newRow("wine") << "wine" << 1e-7;
    QTest::newRow("digits") << "digits" << 1e-7;
}

void TestLogistic::multinomial()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    QFETCH(double, tolerance);
    TrainingCase c = TrainingCase::load(dataset.toStdString());
    auto task = LearningTask{.target = c.reference["target"].get<std::string>(), .task = Task::Multiclass};
    const auto target = resolveTarget(c.table, task);
    QVERIFY(target.has_value());
    const auto model =
        fitModel(*findEstimator("logistic").value(), {}, c.table, *target, c.features, c.division.train, {}, {}, {});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    const datasets::Csv expected = datasets::csv(refs::path(dataset.toStdString() + "_preds_lr.csv"));
    const auto scores = (*model)->predict(c.table, c.division.test);
    double worst = 0;
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        for (std::size_t k = 0; k < target->labels.size(); ++k)
            worst = std::max(worst, std::abs((*scores)(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) -
                                             expected.number(i, "score_" + target->labels[k])));
    }
    qInfo() << dataset << "largest difference of scores" << worst;
    QVERIFY(worst < tolerance);
}

void TestLogistic::elasticNet_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::newRow("titanic") << "titanic";
    QTest::newRow("breast_cancer") << "breast_cancer";
}

void TestLogistic::elasticNet()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    const TrainingCase c = TrainingCase::load(dataset.toStdString());
    const Json reference = refs::json("train_" + dataset.toStdString() + ".json")["elastic_net_logistic"];
    contract::Recorder recorder;
    const auto model =
        c.fit(*findEstimator("logistic").value(),
              {{"C", 0.1}, {"penalty", std::string("elasticnet")}, {"l1_ratio", 0.5}}, {.observer = &recorder});
    QVERIFY(model.has_value());
    QVERIFY2(recorder.notes.empty(), recorder.notes.empty() ? "" : recorder.notes.front().c_str());
    const double error = largestCoefficientError(**model, 0, reference["coefficients"]);
    qInfo() << dataset << "largest difference of coefficients" << error;
    // saga is solved less closely than we are: its coefficients of Sex differ in the eighth digit though they must be
    // opposite.
    QVERIFY(error < 5e-6);
    const auto &linear = dynamic_cast<const LinearScorer &>((*model)->estimator());
    const auto nonzero = (linear.coefficients().array() != 0).count();
    QCOMPARE(static_cast<int>(nonzero), reference["nonzero"].get<int>());
}

void TestLogistic::leastSquares_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("penalty");
    QTest::addColumn<QString>("block");
    QTest::newRow("diabetes ridge") << "diabetes"
                                    << "l2"
                                    << "ridge";
    QTest::newRow("diabetes lasso") << "diabetes"
                                    << "l1"
                                    << "lasso";
    QTest::newRow("diabetes elastic net") << "diabetes"
                                          << "elasticnet"
                                          << "elastic_net";
    QTest::newRow("diabetes least squares") << "diabetes"
                                            << "none"
                                            << "";
}

void TestLogistic::leastSquares()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    QFETCH(QString, penalty);
    QFETCH(QString, block);
    const TrainingCase c = TrainingCase::load(dataset.toStdString());
    const Json train = refs::json("train_" + dataset.toStdString() + ".json");
    const Json reference = block.isEmpty() ? c.reference["models"]["lr"] : train[block.toStdString()];
    double alpha = 1;
    if (block == "lasso" || block == "elastic_net")
        alpha = std::stod(reference["parameters"].get<std::string>().substr(6));
    const auto model = c.fit(*findEstimator("linear").value(),
                             {{"penalty", penalty.toStdString()}, {"alpha", alpha}, {"l1_ratio", 0.5}});
    QVERIFY(model.has_value());
    const double error = largestCoefficientError(**model, 0, reference["coefficients"]);
    const auto &linear = dynamic_cast<const LinearScorer &>((*model)->estimator());
    qInfo() << dataset << penalty << "largest difference of coefficients" << error;
    QVERIFY(error < (alpha == 1 ? 1e-9 : 1e-4)); // alpha stands rounded to seven digits in the reference
    QVERIFY(std::abs(linear.intercepts()[0] - reference["intercept"].get<double>()) < 1e-9);
}

QTEST_GUILESS_MAIN(TestLogistic)
#include "tst_logistic.moc"
