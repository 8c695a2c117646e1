// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/model.h"
#include "engine/explain/attribution.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr CalibrationMethod methods[] = {CalibrationMethod::Isotonic, CalibrationMethod::Sigmoid,
                                         CalibrationMethod::Temperature, CalibrationMethod::Beta};

// A table of a shifted logistic task, with a column of noise and a group of weights.
Table learnable(std::size_t n, int classes)
{
    Random random(11);
    std::vector<double> x, z, w;
    std::vector<std::optional<std::string>> y;
    for (std::size_t i = 0; i < n; ++i) {
        x.push_back(random.normal());
        z.push_back(random.normal());
        w.push_back(1 + static_cast<double>(random.below(2)));
        const double noisy = x.back() + random.normal();
        y.push_back(classes == 2 ? (noisy > 0.5 ? "yes" : "no") : (noisy > 0.7 ? "c" : (noisy > -0.7 ? "b" : "a")));
    }
    return Table({Column::numbers("x", Kind::Real, x), Column::numbers("z", Kind::Real, z),
                  Column::numbers("w", Kind::Real, w), Column::texts("y", Kind::Categorical, y)});
}

Result<std::shared_ptr<const Model>> fitted(const char *estimator, const Table &table, const FitOptions &options,
                                            const Params &params = {}, const Context &context = {})
{
    const LearningTask task{.target = "y", .weight = "w"};
    return fitModel(*findEstimator(estimator).value(), params, table, resolveTarget(table, task).value(), {"x", "z"},
                    labelledRows(table, "y"), {}, options, context);
}

} // namespace

class TestCalibratedModels : public QObject
{
    Q_OBJECT

private slots:
    void modelKeepsItsCalibrator_data();
    void modelKeepsItsCalibrator();
    void explanationsStayOnTheMargin();
    void regressionIsRefused();
};

void TestCalibratedModels::modelKeepsItsCalibrator_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("classes");
    for (const CalibrationMethod method : methods) {
        for (const int classes : {2, 3})
            QTest::addRow("%s, %d classes", name(method), classes) << static_cast<int>(method) << classes;
    }
}

void TestCalibratedModels::modelKeepsItsCalibrator()
{
    QFETCH(int, method);
    QFETCH(int, classes);
    const Table table = learnable(1200, classes);
    const Rows rows = labelledRows(table, "y");
    const FitOptions options{.weight = "w", .calibration = CalibrationMethod(method), .calibrationShare = 0.3};
    const auto model = fitted("logistic", table, options);
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    QVERIFY((*model)->calibrator().has_value());
    const Matrix scores = (*model)->predict(table, rows).value();
    const auto X = (*model)->preprocessor().transform(table, rows);
    QVERIFY(scores == (*model)->calibrator()->apply((*model)->estimator().predict(*X)));
    QVERIFY(scores != (*model)->estimator().predict(*X));
    const std::string text = (*model)->toJson().dump();
    const auto loaded = Model::fromJson(Json::parse(text));
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QVERIFY((*loaded)->predict(table, rows).value() == scores);
    QCOMPARE((*loaded)->toJson().dump(), text);
    // The same seed holds the same rows back.
    QVERIFY((*fitted("logistic", table, options))->predict(table, rows).value() == scores);
    QVERIFY((*fitted("logistic", table, options, {}, {.seed = 7}))->predict(table, rows).value() != scores);
    FitOptions tooMuch = options;
    tooMuch.calibrationShare = 1;
    QCOMPARE(fitted("logistic", table, tooMuch).error().code, std::string("bad_calibration"));
}

void TestCalibratedModels::explanationsStayOnTheMargin()
{
    const Table table = learnable(900, 2);
    const Rows rows = labelledRows(table, "y");
    for (const char *estimator : {"logistic", "xgboost"}) {
        const auto model = fitted(estimator, table, {.calibration = CalibrationMethod::Isotonic});
        QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
        const auto attribution = explain(**model, table, rows);
        QVERIFY(attribution.has_value());
        QVERIFY(attribution->additivityMaxError < 1e-4);
        const auto X = (*model)->preprocessor().transform(table, rows);
        const Matrix raw = (*model)->estimator().predict(*X);
        for (Eigen::Index i = 0; i < raw.rows(); ++i) {
            const double margin = attribution->baseValues[0] + attribution->values.row(i).sum();
            QVERIFY(std::abs(1 / (1 + std::exp(-margin)) - raw(i, 0)) < 1e-5);
        }
    }
}

void TestCalibratedModels::regressionIsRefused()
{
    const Table table = learnable(50, 2);
    const LearningTask task{.target = "x", .task = Task::Regression};
    const auto model = fitModel(*findEstimator("linear").value(), {}, table, resolveTarget(table, task).value(), {"z"},
                                labelledRows(table, "x"), {}, {.calibration = CalibrationMethod::Beta}, {});
    QVERIFY(!model.has_value());
    QCOMPARE(model.error().code, std::string("bad_calibration"));
}

QTEST_GUILESS_MAIN(TestCalibratedModels)
#include "tst_calibratedmodels.moc"
