// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/classcharts.h"
#include "widgets/charts/modelcurvechart.h"
#include "widgets/charts/residualcharts.h"
#include "widgets/charts/thresholdcharts.h"
#include "widgets/workbench.h"

#include <QByteArray>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

/// Results as real tasks give them, small and always the same, for the tests of charts and reports.
namespace samples {

using namespace assay;

/// Scores of a model on @p n rows of a task with a quarter of positives; the larger @p skill, the better it ranks.
inline engine::Predictions predictions(double skill, std::size_t n = 3000, unsigned seed = 7)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> noise;
    engine::Predictions p;
    p.labels = {"<=50K", ">50K"};
    p.scores.resize(static_cast<Eigen::Index>(n), 1);
    for (std::size_t i = 0; i < n; ++i) {
        const bool positive = i % 4 == 0;
        p.rowIds.push_back(std::to_string(i));
        p.truth.push_back(positive ? 1 : 0);
        p.scores(static_cast<Eigen::Index>(i), 0) =
            1 / (1 + std::exp(-(noise(random) * 1.1 + (positive ? skill : -skill) - 0.9)));
    }
    return p;
}

inline engine::Predictions regressionPredictions(double error, std::size_t n = 400)
{
    std::mt19937 random(11);
    std::normal_distribution<double> noise;
    engine::Predictions p;
    p.task = engine::Task::Regression;
    p.scores.resize(static_cast<Eigen::Index>(n), 1);
    for (std::size_t i = 0; i < n; ++i) {
        p.rowIds.push_back(std::to_string(i));
        p.truth.push_back(150 + 70 * noise(random));
        p.scores(static_cast<Eigen::Index>(i), 0) = 30 + 0.8 * p.truth.back() + error * noise(random);
    }
    return p;
}

/// With the curves of each class against the rest, evaluated as two classes where they are not there already.
inline engine::Evaluation evaluation(const engine::Predictions &p)
{
    engine::Evaluation e = engine::evaluate(p, {.bootstrapResamples = 50}).value();
    for (std::size_t k = 0; k < e.perClass.size(); ++k) {
        engine::ClassMetrics &metrics = e.perClass[k];
        if (!metrics.roc.fpr.empty())
            continue;
        engine::Predictions one;
        one.labels = {"rest", metrics.label};
        one.scores = p.scores.col(static_cast<Eigen::Index>(k));
        for (const double truth : p.truth)
            one.truth.push_back(truth == static_cast<double>(k) ? 1 : 0);
        const engine::Evaluation against = engine::evaluate(one, {.intervals = false}).value();
        metrics.roc = against.roc;
        metrics.pr = against.pr;
        metrics.calibration = against.calibration;
        metrics.averagePrecision = against.metric("average_precision");
    }
    return e;
}

/// Two models, evaluated once for all tests of a program.
inline const std::vector<std::pair<QString, engine::Evaluation>> &evaluations()
{
    static const std::vector<std::pair<QString, engine::Evaluation>> made{
        {QStringLiteral("xgboost"), evaluation(predictions(1.3))},
        {QStringLiteral("logistic"), evaluation(predictions(1.1, 3000, 8))}};
    return made;
}

inline std::vector<ui::NamedEvaluation> models()
{
    std::vector<ui::NamedEvaluation> named;
    for (const auto &[name, e] : evaluations())
        named.push_back({name, &e});
    return named;
}

inline ui::ChartSpec roc()
{
    return ui::rocChart(models());
}

inline engine::GroupMetrics group(const char *name, std::size_t n, double selection, double accuracy, double tpr,
                                  double fpr)
{
    const auto around = [n](double p) {
        const double half = 1.96 * std::sqrt(p * (1 - p) / static_cast<double>(n));
        return engine::Interval{.low = p - half, .high = p + half, .level = 0.95, .method = "wilson"};
    };
    engine::GroupMetrics g;
    g.group = name;
    g.n = n;
    g.baseRate = selection * 1.1;
    g.selectionRate = selection;
    g.accuracy = accuracy;
    g.tpr = tpr;
    g.fpr = fpr;
    g.tnr = 1 - fpr;
    g.fnr = 1 - tpr;
    g.precision = 0.71;
    g.rocAuc = 0.9;
    g.selectionInterval = around(selection);
    g.accuracyInterval = around(accuracy);
    g.tprInterval = around(tpr);
    g.fprInterval = around(fpr);
    return g;
}

inline engine::FairnessReport fairnessReport()
{
    engine::AttributeFairness sex;
    sex.attribute = "sex";
    sex.groups = {group("Female", 5421, 0.086, 0.93, 0.59, 0.02), group("Male", 10860, 0.262, 0.84, 0.66, 0.08)};
    sex.privileged = "Male";
    sex.demographicParityDifference = 0.176;
    sex.demographicParityRatio = 0.328;
    sex.equalizedOddsDifference = 0.07;
    sex.equalizedOddsRatio = 0.25;
    sex.equalOpportunityDifference = 0.07;
    sex.disparateImpact = 0.328;
    sex.statisticalParityDifference = -0.176;
    sex.averageOddsDifference = -0.065;
    sex.theilIndex = 0.11;
    engine::AttributeFairness race;
    race.attribute = "race";
    race.groups = {group("Amer-Indian-Eskimo", 159, 0.09, 0.92, 0.5, 0.03),
                   group("Asian-Pac-Islander", 480, 0.24, 0.85, 0.65, 0.09),
                   group("Black", 1561, 0.08, 0.93, 0.55, 0.02), group("Other", 28, 0.11, 0.91, 0.5, 0.04),
                   group("White", 13946, 0.21, 0.87, 0.64, 0.06)};
    race.groups[3].tpr.reset();
    race.groups[3].tprInterval.reset();
    race.privileged = "Asian-Pac-Islander";
    race.demographicParityDifference = 0.16;
    race.demographicParityRatio = 0.333;
    race.disparateImpact = 0.8;
    race.warnings = {"Group Other has 28 rows, fewer than 30."};
    return {.attributes = {sex, race}, .intersection = {}};
}

inline ui::ChartSpec fairness()
{
    return ui::fairnessChart(fairnessReport().attributes[0], ui::GroupRate::Selection);
}

inline engine::Attribution attribution(std::size_t rows = 600)
{
    const std::vector<std::pair<std::string, double>> features{{"relationship", 1.1},    {"age", 0.9},
                                                               {"capital_gain", 0.75},   {"education_num", 0.6},
                                                               {"occupation", 0.45},     {"hours_per_week", 0.4},
                                                               {"marital_status", 0.3},  {"sex", 0.2},
                                                               {"workclass", 0.15},      {"capital_loss", 0.12},
                                                               {"native_country", 0.05}, {"race", 0.04},
                                                               {"fnlwgt", 0.02}};
    std::mt19937 random(3);
    std::normal_distribution<double> noise;
    engine::Attribution a;
    a.method = "tree";
    a.baseValues = {-1.32};
    a.values.resize(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(features.size()));
    a.magnitudes.resizeLike(a.values);
    for (const auto &[name, size] : features) {
        a.features.push_back(name);
        a.meanAbs.emplace_back(name, 0);
    }
    for (std::size_t r = 0; r < rows; ++r) {
        a.rows.push_back(static_cast<engine::Row>(r * 3));
        a.cells.emplace_back();
        for (std::size_t f = 0; f < features.size(); ++f) {
            const double z = noise(random);
            const auto row = static_cast<Eigen::Index>(r), column = static_cast<Eigen::Index>(f);
            const bool category = f == 0 || f == 4 || f == 6 || f == 7 || f == 8 || f >= 10;
            a.values(row, column) = features[f].second * (f == 2 ? std::exp(z) - 1.2 : z + 0.15 * noise(random));
            a.magnitudes(row, column) = category ? std::nan("") : 1 / (1 + std::exp(-1.5 * z));
            a.cells.back().push_back(category ? "Husband" : std::to_string(static_cast<int>(40 + 12 * z)));
            a.meanAbs[f].second += std::abs(a.values(row, column)) / static_cast<double>(rows);
        }
    }
    return a;
}

inline engine::ColumnDrift numericDrift(const char *name, double shift, bool drifted)
{
    engine::ColumnDrift d;
    d.name = name;
    d.psi = shift * shift;
    d.test = "wasserstein_normed";
    d.score = shift;
    d.threshold = 0.1;
    d.drifted = drifted;
    d.movement = std::min(1.0, shift / 2);
    for (int i = 0; i <= 20; ++i)
        d.histogram.edges.push_back(17 + i * 3.5);
    for (int i = 0; i < 20; ++i) {
        const double x = (i - 8) / 4.0;
        d.histogram.reference.push_back(0.1 * std::exp(-x * x / 2));
        d.histogram.current.push_back(0.1 * std::exp(-(x - shift) * (x - shift) / 2));
    }
    return d;
}

inline engine::DriftReport driftReport()
{
    engine::DriftReport report;
    report.columns = {numericDrift("age", 0.62, true), numericDrift("fnlwgt", 0.01, false),
                      numericDrift("hours_per_week", 0.3, true), numericDrift("capital_gain", 0.08, false),
                      numericDrift("education_num", 0.15, false)};
    engine::ColumnDrift c;
    c.name = "workclass";
    c.kind = engine::Kind::Categorical;
    c.test = "jensen_shannon";
    c.score = 0.21;
    c.threshold = 0.1;
    c.drifted = true;
    c.movement = 0.21;
    c.psi = 0.18;
    c.histogram.labels = {"Private", "Self-emp-not-inc", "Local-gov", "State-gov", "(missing)"};
    c.histogram.reference = {0.7, 0.08, 0.07, 0.05, 0.1};
    c.histogram.current = {0.52, 0.14, 0.11, 0.08, 0.15};
    c.newCategories = {"Never-worked"};
    report.columns.push_back(c);
    report.shareDrifted = 0.5;
    report.datasetDrift = true;
    report.action = "experiment";
    report.referenceRows = 32561;
    report.currentRows = 16281;
    return report;
}

inline engine::ColumnProfile numericColumn()
{
    engine::ColumnProfile c;
    c.name = "age";
    c.missing = 12;
    c.distinct = 73;
    c.min = 17;
    c.max = 90;
    c.median = 37;
    c.q25 = 28;
    c.q75 = 48;
    c.minText = "17";
    c.maxText = "90";
    for (int i = 0; i <= 40; ++i)
        c.histogram.edges.push_back(17 + i * 1.825);
    for (int i = 0; i < 40; ++i)
        c.histogram.counts.push_back(static_cast<std::size_t>(1600 * std::exp(-std::pow((i - 11) / 11.0, 2))));
    return c;
}

inline engine::ColumnProfile categoryColumn()
{
    engine::ColumnProfile c;
    c.name = "occupation";
    c.kind = engine::Kind::Categorical;
    c.distinct = 12;
    c.top = {{"Prof-specialty", 4140}};
    c.histogram.labels = {"Prof-specialty",
                          "Craft-repair",
                          "Exec-managerial",
                          "Adm-clerical",
                          "Sales",
                          "Other-service",
                          "Machine-op-inspct",
                          "Transport-moving and warehousing of every kind",
                          "Handlers-cleaners",
                          "Farming-fishing",
                          "Tech-support",
                          "(other)"};
    c.histogram.counts = {4140, 4099, 4066, 3770, 3650, 3295, 2002, 1597, 1370, 994, 928, 807};
    return c;
}

inline ui::ChartSpec learningCurve()
{
    std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>> runs;
    for (int r = 0; r < 3; ++r) {
        std::vector<tracking::MetricPoint> points;
        for (int i = 0; i < 200; ++i)
            points.push_back({.step = i,
                              .time = i,
                              .value = 0.28 + 0.3 * std::exp(-i / (20.0 + 15 * r)) + 0.004 * std::sin(i * (r + 2))});
        runs.emplace_back(QStringLiteral("run %1").arg(r + 1), points);
    }
    return ui::learningCurveChart(QStringLiteral("log_loss"), runs);
}

inline ui::ChartSpec denseScatter()
{
    static const engine::Predictions p = regressionPredictions(25, 20000);
    return ui::residualChart({{QStringLiteral("xgboost"), &p}});
}

inline ui::ChartSpec residuals()
{
    static const engine::Predictions a = regressionPredictions(25), b = regressionPredictions(45);
    return ui::residualChart({{QStringLiteral("xgboost"), &a}, {QStringLiteral("ridge"), &b}});
}

inline engine::Evaluation multiclass()
{
    engine::Evaluation e;
    e.task = engine::Task::Multiclass;
    e.labels = {"Adelie", "Chinstrap", "Gentoo"};
    e.confusionMatrix = {{37, 1, 0}, {2, 15, 0}, {0, 0, 31}};
    return e;
}

/// Probabilities of @p classes classes, the true one ahead by @p skill; evaluated.
inline engine::Predictions classPredictions(std::size_t classes, double skill, std::size_t n = 600)
{
    std::mt19937 random(5);
    std::normal_distribution<double> noise;
    engine::Predictions p;
    p.task = engine::Task::Multiclass;
    p.scores.resize(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(classes));
    for (std::size_t k = 0; k < classes; ++k)
        p.labels.push_back(std::string("class ") + static_cast<char>('A' + k));
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t truth = i % classes;
        p.rowIds.push_back(std::to_string(i));
        p.truth.push_back(static_cast<double>(truth));
        double sum = 0;
        for (std::size_t k = 0; k < classes; ++k) {
            double &score = p.scores(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k));
            score = std::exp(noise(random) + (k == truth ? skill * (1 + 0.2 * static_cast<double>(k)) : 0));
            sum += score;
        }
        p.scores.row(static_cast<Eigen::Index>(i)) /= sum;
    }
    return p;
}

inline const engine::Evaluation &classEvaluation()
{
    static const engine::Evaluation made = evaluation(classPredictions(4, 1.6));
    return made;
}

inline const ui::ThresholdData &thresholds()
{
    static const ui::ThresholdData made = ui::thresholdData(predictions(1.3)).value();
    return made;
}

inline ui::ThresholdSubject thresholdSubject()
{
    return {.name = QStringLiteral("xgboost"),
            .evaluation = &evaluations()[0].second,
            .data = &thresholds(),
            .costs = {.fp = 1, .fn = 5}};
}

inline ui::ModelCurve modelCurve(const QString &param)
{
    ui::ModelCurve curve;
    curve.metric = QStringLiteral("roc_auc");
    curve.param = param;
    for (int i = 0; i < 6; ++i) {
        curve.x.push_back(param.isEmpty() ? 100 * (i + 1) : std::pow(10.0, i - 3));
        curve.at.push_back(QString::number(curve.x.back()));
        curve.train.push_back(0.98 - 0.02 * i * (param.isEmpty() ? 1 : -0.1));
        curve.trainSd.push_back(0.008);
        curve.validation.push_back(0.7 + 0.05 * std::sqrt(i));
        curve.validationSd.push_back(0.03 - 0.003 * i);
    }
    return curve;
}

inline std::vector<engine::Segment> segments()
{
    return {{.label = "female", .n = 466, .value = 0.81, .low = 0.77, .high = 0.84},
            {.label = "male", .n = 843, .value = 0.86, .low = 0.83, .high = 0.88},
            {.label = "(missing)", .n = 4, .value = 0.5, .low = 0.15, .high = 0.85}};
}

/// The charts of one run's evaluation.
inline std::vector<std::pair<QByteArray, ui::ChartSpec>> evaluationCharts()
{
    using ui::ThresholdCurve;
    std::vector<std::pair<QByteArray, ui::ChartSpec>> charts;
    const std::pair<const char *, ThresholdCurve> curves[] = {
        {"det", ThresholdCurve::Det},        {"lift", ThresholdCurve::Lift},
        {"ks", ThresholdCurve::Ks},          {"calibration1", ThresholdCurve::Calibration},
        {"rates", ThresholdCurve::Rates},    {"cost", ThresholdCurve::Cost},
        {"net", ThresholdCurve::NetBenefit}, {"envelope", ThresholdCurve::CostEnvelope}};
    for (const auto &[name, curve] : curves)
        charts.emplace_back(name, ui::thresholdChart(curve, thresholdSubject()));
    const std::vector<std::size_t> classes{0, 1, 2, 3};
    charts.emplace_back("class-roc", ui::classRocChart(classEvaluation(), classes));
    charts.emplace_back("class-pr", ui::classPrChart(classEvaluation(), classes));
    charts.emplace_back("class-calibration", ui::classCalibrationChart(classEvaluation(), classes));
    charts.emplace_back("class-f1", ui::classF1Chart(classEvaluation()));
    const engine::Predictions regression = regressionPredictions(25);
    const std::vector<double> errors = engine::residuals(regression);
    charts.emplace_back("residuals-by-prediction", ui::residualsByPredictionChart(regression, errors));
    charts.emplace_back("residual-histogram", ui::residualHistogramChart(errors));
    charts.emplace_back("qq", ui::normalQuantileChart(engine::residualQuantiles(regression)));
    charts.emplace_back("segments", ui::segmentChart(segments(), QStringLiteral("sex"), engine::Task::Binary, 0.84));
    charts.emplace_back("learning-curve", ui::modelCurveChart(modelCurve({})));
    charts.emplace_back("validation-curve", ui::modelCurveChart(modelCurve(QStringLiteral("C"))));
    return charts;
}

/// Categories along the bottom, too long to lie flat.
inline ui::ChartSpec uprightBars()
{
    ui::ChartSpec spec;
    spec.title = QStringLiteral("Rows by workclass and month");
    spec.y.title = QStringLiteral("Rows");
    spec.x.categories = {QStringLiteral("Private"),
                         QStringLiteral("Self-employed, not incorporated"),
                         QStringLiteral("Local government"),
                         QStringLiteral("State government"),
                         QStringLiteral("Federal government"),
                         QStringLiteral("Without pay"),
                         QStringLiteral("Never worked")};
    spec.series.push_back(
        {.name = QStringLiteral("January"), .kind = ui::SeriesKind::Bars, .y = {120, 40, 33, 18, -12, 4, 2}});
    spec.series.push_back(
        {.name = QStringLiteral("February"), .kind = ui::SeriesKind::Bars, .y = {98, 52, 30, 21, 9, 5, 1}, .slot = 1});
    spec.summary = QStringLiteral("Private leads.");
    return spec;
}

inline ui::ChartSpec logarithmic()
{
    ui::ChartSpec spec;
    spec.title = QStringLiteral("Time by rows");
    spec.x = {.title = QStringLiteral("Rows"), .logarithmic = true};
    spec.y = {.title = QStringLiteral("Seconds"), .logarithmic = true};
    spec.series.push_back({.name = QStringLiteral("train"),
                           .x = {100, 1000, 1e4, 1e5, 1e6},
                           .y = {0.002, 0.013, 0.17, 1.9, 25},
                           .low = {0.001, 0.01, 0.15, 1.5, 20},
                           .high = {0.004, 0.02, 0.2, 2.2, 31}});
    return spec;
}

/// One chart of every kind by name.
inline std::vector<std::pair<QByteArray, ui::ChartSpec>> allCharts()
{
    const engine::Attribution a = attribution();
    const engine::FairnessReport f = fairnessReport();
    const engine::DriftReport d = driftReport();
    std::vector<std::pair<QByteArray, ui::ChartSpec>> charts{
        {"roc", roc()},
        {"pr", ui::prChart(models())},
        {"calibration", ui::calibrationChart(models())},
        {"gain", ui::gainChart(models())},
        {"residual", residuals()},
        {"density", denseScatter()},
        {"metric", ui::metricChart(QStringLiteral("roc_auc"), models())},
        {"confusion", ui::confusionChart(evaluations()[0].second)},
        {"confusion3", ui::confusionChart(multiclass())},
        {"histogram", ui::histogramChart(numericColumn())},
        {"categories", ui::histogramChart(categoryColumn())},
        {"fairness", fairness()},
        {"fairness-race", ui::fairnessChart(f.attributes[1], ui::GroupRate::TruePositive)},
        {"importance", ui::importanceChart(a)},
        {"beeswarm", ui::beeswarmChart(a)},
        {"waterfall", ui::waterfallChart(a, 4, 8)},
        {"drift", ui::driftHistogramChart(d.columns[0])},
        {"drift-categories", ui::driftHistogramChart(d.columns[5])},
        {"drift-overview", ui::driftOverviewChart(d)},
        {"learning", learningCurve()},
        {"upright", uprightBars()},
        {"logarithmic", logarithmic()}};
    for (auto &chart : evaluationCharts())
        charts.push_back(std::move(chart));
    return charts;
}

} // namespace samples
