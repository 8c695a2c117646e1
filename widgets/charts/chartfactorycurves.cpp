// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/rocarea.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

/// "AUC 0.927 (0.924–0.930) for xgboost and 0.905 for logistic."
QString figuresSentence(const QString &label, const std::string &metric, const std::vector<NamedEvaluation> &models)
{
    QStringList parts;
    for (const NamedEvaluation &model : models) {
        const std::optional<double> value = model.evaluation->metric(metric);
        if (!value) {
            parts << ChartText::tr("undefined for %1").arg(model.name);
            continue;
        }
        if (const engine::Interval *interval = model.evaluation->interval(metric))
            parts << ChartText::tr("%1 (%2 to %3) for %4")
                         .arg(figure(*value), figure(interval->low), figure(interval->high), model.name);
        else
            parts << ChartText::tr("%1 for %2").arg(figure(*value), model.name);
    }
    return ChartText::tr("%1 %2.", "metric, figures").arg(label, sentenceList(parts));
}

int slotOf(std::size_t index)
{
    return static_cast<int>(index % 8);
}

} // namespace

ChartSpec rocChart(const std::vector<NamedEvaluation> &models)
{
    ChartSpec spec;
    spec.title = ChartText::tr("ROC curve");
    spec.x = unitAxis(ChartText::tr("False positive rate"));
    spec.y = unitAxis(ChartText::tr("True positive rate"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Chance"), {0, 1}, {0, 1}));
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::Evaluation &e = *models[i].evaluation;
        spec.series.push_back({.name = withFigure(models[i].name, e.metric("roc_auc")),
                               .x = e.roc.fpr,
                               .y = e.roc.tpr,
                               .slot = slotOf(i)});
    }
    spec.summary = figuresSentence(ChartText::tr("Area under the ROC curve:"), "roc_auc", models);
    constexpr double low = 0.1; // where many decisions are taken
    const auto partial = models.size() == 1 ? engine::partialRocAuc(models[0].evaluation->roc, low) : std::nullopt;
    if (partial)
        spec.summary +=
            u' ' +
            ChartText::tr("Up to a false positive rate of %1, standardised: %2.").arg(figure(low, 1), figure(*partial));
    return spec;
}

ChartSpec prChart(const std::vector<NamedEvaluation> &models)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Precision and recall");
    spec.x = unitAxis(ChartText::tr("Recall"));
    spec.y = unitAxis(ChartText::tr("Precision"));
    spec.square = true;
    spec.summary = figuresSentence(ChartText::tr("Average precision:"), "average_precision", models);
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::Evaluation &e = *models[i].evaluation;
        const double positives = e.confusion.tp + e.confusion.fn, all = positives + e.confusion.tn + e.confusion.fp;
        if (i == 0 && all > 0) {
            const double prevalence = positives / all;
            spec.series.push_back(
                referenceLine(ChartText::tr("No skill %1").arg(figure(prevalence)), {0, 1}, {prevalence, prevalence}));
            spec.series.back().inLegend = true;
            spec.summary += u' ' + ChartText::tr("Chance is the prevalence, %1.").arg(figure(prevalence));
        }
        // Recall descends and a precision holds down to the next recall: the step that average precision sums.
        spec.series.push_back({.name = withFigure(models[i].name, e.metric("average_precision")),
                               .kind = SeriesKind::Step,
                               .x = e.pr.recall,
                               .y = e.pr.precision,
                               .slot = slotOf(i)});
    }
    return spec;
}

ChartSpec calibrationChart(const std::vector<NamedEvaluation> &models, bool quantileBins)
{
    ChartSpec spec;
    spec.title = quantileBins ? ChartText::tr("Calibration, bins of equal count") : ChartText::tr("Calibration");
    spec.x = unitAxis(ChartText::tr("Mean score of a bin"));
    spec.y = unitAxis(ChartText::tr("Share of positives"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Perfect"), {0, 1}, {0, 1}));
    spec.table.header = {ChartText::tr("Model"), ChartText::tr("Mean score"), ChartText::tr("Share of positives"),
                         ChartText::tr("Low"),   ChartText::tr("High"),       ChartText::tr("Rows")};
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::Evaluation &e = *models[i].evaluation;
        const engine::CalibrationCurve &c = quantileBins ? e.quantileCalibration : e.calibration;
        // Bands of several models would hide each other.
        const bool bands = models.size() == 1 && c.low.size() == c.meanPredicted.size();
        spec.series.push_back({.name = withFigure(models[i].name, e.metric("ece")),
                               .x = c.meanPredicted,
                               .y = c.fractionPositive,
                               .low = bands ? c.low : std::vector<double>(),
                               .high = bands ? c.high : std::vector<double>(),
                               .slot = slotOf(i),
                               .band = true});
        const auto at = [](const std::vector<double> &values, std::size_t b) {
            return b < values.size() ? plainFigure(values[b]) : QString();
        };
        for (std::size_t b = 0; b < c.meanPredicted.size(); ++b)
            spec.table.rows.push_back({models[i].name, at(c.meanPredicted, b), at(c.fractionPositive, b), at(c.low, b),
                                       at(c.high, b), at(c.count, b)});
    }
    spec.summary = figuresSentence(ChartText::tr("Expected calibration error:"), "ece", models) + u' ' +
                   ChartText::tr("On the diagonal, scores mean what they say.");
    return spec;
}

ChartSpec gainChart(const std::vector<NamedEvaluation> &models)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Cumulative gain");
    spec.x = unitAxis(ChartText::tr("Share of rows, best scores first"));
    spec.y = unitAxis(ChartText::tr("Share of positives found"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Chance"), {0, 1}, {0, 1}));
    QStringList parts;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::GainCurve &g = models[i].evaluation->gain;
        spec.series.push_back({.name = models[i].name, .x = g.share, .y = g.gain, .slot = slotOf(i)});
        const auto at = std::lower_bound(g.share.begin(), g.share.end(), 0.2);
        if (at != g.share.end())
            parts << ChartText::tr("%1 by %2")
                         .arg(percent(g.gain[static_cast<std::size_t>(at - g.share.begin())]), models[i].name);
    }
    if (!parts.isEmpty())
        spec.summary =
            ChartText::tr("In the best fifth of the rows are found, of all positives, %1.").arg(sentenceList(parts));
    return spec;
}

ChartSpec residualChart(const std::vector<std::pair<QString, const engine::Predictions *>> &models)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Predicted against true");
    spec.x.title = ChartText::tr("True value");
    spec.y.title = ChartText::tr("Predicted value");
    spec.square = true;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    QStringList parts;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::Predictions &p = *models[i].second;
        Series series{.name = models[i].first, .kind = SeriesKind::Scatter, .x = p.truth, .y = {}, .slot = slotOf(i)};
        double sum = 0;
        for (std::size_t r = 0; r < p.size(); ++r) {
            const double predicted = p.scores(static_cast<Eigen::Index>(r), 0);
            series.y.push_back(predicted);
            low = std::min({low, predicted, p.truth[r]});
            high = std::max({high, predicted, p.truth[r]});
            sum += predicted - p.truth[r];
        }
        if (p.size() > 0)
            parts << ChartText::tr("%1 for %2").arg(figure(sum / static_cast<double>(p.size())), models[i].first);
        spec.series.push_back(std::move(series));
    }
    if (!(low < high))
        return spec;
    const double room = (high - low) * 0.03;
    spec.x.min = spec.y.min = low - room;
    spec.x.max = spec.y.max = high + room;
    spec.series.insert(spec.series.begin(),
                       referenceLine(ChartText::tr("Perfect"), {low - room, high + room}, {low - room, high + room}));
    spec.summary = ChartText::tr("True values and predictions run from %1 to %2; mean error %3.")
                       .arg(figure(low), figure(high), sentenceList(parts));
    return spec;
}

ChartSpec metricChart(const QString &metric, const std::vector<NamedEvaluation> &models)
{
    const std::string key = metric.toStdString();
    ChartSpec spec;
    spec.title = metricLabel(metric);
    spec.horizontal = true;
    spec.x.title = engine::largerIsBetter(key) ? ChartText::tr("Larger is better") : ChartText::tr("Smaller is better");
    Series bars{.name = spec.title, .kind = SeriesKind::Bars, .x = {}, .y = {}, .inLegend = false};
    spec.table.header = {ChartText::tr("Model"), spec.title, ChartText::tr("Low"), ChartText::tr("High"),
                         ChartText::tr("Method")};
    bool intervals = false;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const engine::Interval *interval = models[i].evaluation->interval(key);
        const double none = std::numeric_limits<double>::quiet_NaN();
        const double value = models[i].evaluation->metric(key).value_or(none);
        intervals = intervals || interval;
        spec.y.categories << models[i].name;
        bars.y.push_back(value);
        bars.low.push_back(interval ? interval->low : none);
        bars.high.push_back(interval ? interval->high : none);
        bars.barSlots.push_back(slotOf(i));
        bars.labels << figure(value);
        spec.table.rows.push_back({models[i].name, plainFigure(value), plainFigure(bars.low.back()),
                                   plainFigure(bars.high.back()),
                                   interval ? QString::fromStdString(interval->method) : QString()});
    }
    if (!intervals)
        bars.low.clear(), bars.high.clear();
    spec.series.push_back(std::move(bars));
    spec.summary = figuresSentence(spec.title, key, models);
    return spec;
}

ChartSpec learningCurveChart(const QString &metric,
                             const std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>> &runs)
{
    ChartSpec spec;
    spec.title = metricLabel(metric);
    spec.x.title = ChartText::tr("Step");
    QStringList parts;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Series series{.name = runs[i].first, .x = {}, .y = {}, .slot = slotOf(i)};
        for (const tracking::MetricPoint &point : runs[i].second) {
            series.x.push_back(static_cast<double>(point.step));
            series.y.push_back(point.value);
        }
        if (!series.y.empty())
            parts << ChartText::tr("%1 for %2 after %3 points")
                         .arg(figure(series.y.back()), runs[i].first,
                              QLocale().toString(static_cast<qlonglong>(series.y.size())));
        spec.series.push_back(std::move(series));
    }
    spec.summary =
        parts.isEmpty() ? ChartText::tr("No points yet.") : ChartText::tr("Last value: %1.").arg(sentenceList(parts));
    return spec;
}

} // namespace assay::ui
