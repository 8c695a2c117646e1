// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/classcharts.h"

#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

using engine::ClassMetrics;
using engine::Evaluation;

constexpr int averageSlot = 6; // grey-black, which no class has

QString label(const ClassMetrics &metrics)
{
    return QString::fromStdString(metrics.label);
}

/// Seven colours; the average keeps its own.
int slotOf(std::size_t place)
{
    constexpr int order[] = {0, 1, 2, 3, 4, 5, 7};
    return order[place % std::size(order)];
}

template<class Value>
std::optional<double> meanOf(const Evaluation &evaluation, Value value)
{
    double sum = 0;
    for (const ClassMetrics &metrics : evaluation.perClass) {
        const std::optional<double> one = value(metrics);
        if (!one)
            return {};
        sum += *one;
    }
    return evaluation.perClass.empty() ? std::nullopt
                                       : std::optional(sum / static_cast<double>(evaluation.perClass.size()));
}

template<class Value>
QString extremesSentence(const Evaluation &evaluation, Value value)
{
    const ClassMetrics *low = nullptr, *high = nullptr;
    for (const ClassMetrics &metrics : evaluation.perClass) {
        if (!value(metrics))
            continue;
        low = !low || *value(metrics) < *value(*low) ? &metrics : low;
        high = !high || *value(metrics) > *value(*high) ? &metrics : high;
    }
    if (!low || low == high)
        return {};
    return ChartText::tr("Best for “%1” (%2), worst for “%3” (%4).")
        .arg(label(*high), figure(*value(*high)), label(*low), figure(*value(*low)));
}

double interpolated(const std::vector<double> &x, const std::vector<double> &y, double at)
{
    // The last point at or before `at` on a curve that may rise at one x.
    const auto after = std::upper_bound(x.begin(), x.end(), at);
    const auto i = static_cast<std::size_t>(after - x.begin());
    if (i == 0)
        return y.front();
    if (i == x.size() || x[i] == x[i - 1])
        return y[i - 1];
    return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
}

/// The mean of all classes' curves at each false positive rate.
Series averageRoc(const Evaluation &evaluation, std::optional<double> macro)
{
    Series series{.name = withFigure(ChartText::tr("Macro average"), macro), .slot = averageSlot};
    constexpr int steps = 200;
    for (int step = 0; step <= steps; ++step) {
        const double at = static_cast<double>(step) / steps;
        double sum = 0, curves = 0;
        for (const ClassMetrics &metrics : evaluation.perClass) {
            if (metrics.roc.fpr.empty())
                continue;
            sum += interpolated(metrics.roc.fpr, metrics.roc.tpr, at);
            ++curves;
        }
        if (curves > 0) {
            if (step == 0) {
                series.x.push_back(0);
                series.y.push_back(0);
            }
            series.x.push_back(at);
            series.y.push_back(sum / curves);
        }
    }
    return series;
}

} // namespace

ChartSpec classRocChart(const Evaluation &evaluation, const std::vector<std::size_t> &classes)
{
    ChartSpec spec;
    spec.title = ChartText::tr("ROC curve of each class against the rest");
    spec.x = unitAxis(ChartText::tr("False positive rate"));
    spec.y = unitAxis(ChartText::tr("True positive rate"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Chance"), {0, 1}, {0, 1}));
    const std::optional<double> macro = evaluation.metric("roc_auc_ovr_macro");
    spec.series.push_back(averageRoc(evaluation, macro));
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const ClassMetrics &metrics = evaluation.perClass[classes[i]];
        spec.series.push_back({.name = withFigure(label(metrics), metrics.rocAuc),
                               .x = metrics.roc.fpr,
                               .y = metrics.roc.tpr,
                               .slot = slotOf(i)});
    }
    if (macro)
        spec.summary = ChartText::tr("Macro average of the areas under the curves: %1.").arg(figure(*macro)) + u' ';
    spec.summary += extremesSentence(evaluation, [](const ClassMetrics &m) { return m.rocAuc; });
    return spec;
}

ChartSpec classPrChart(const Evaluation &evaluation, const std::vector<std::size_t> &classes)
{
    const auto precision = [](const ClassMetrics &m) { return m.averagePrecision; };
    const std::optional<double> macro = meanOf(evaluation, precision);
    ChartSpec spec;
    spec.title = macro ? ChartText::tr("Precision and recall of each class, macro average %1").arg(figure(*macro))
                       : ChartText::tr("Precision and recall of each class");
    spec.x = unitAxis(ChartText::tr("Recall"));
    spec.y = unitAxis(ChartText::tr("Precision"));
    spec.square = true;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const ClassMetrics &metrics = evaluation.perClass[classes[i]];
        spec.series.push_back({.name = withFigure(label(metrics), metrics.averagePrecision),
                               .kind = SeriesKind::Step,
                               .x = metrics.pr.recall,
                               .y = metrics.pr.precision,
                               .slot = slotOf(i)});
    }
    if (macro)
        spec.summary = ChartText::tr("Macro average of the average precisions: %1.").arg(figure(*macro)) + u' ';
    else
        spec.summary = ChartText::tr("Not every class has an average precision.") + u' ';
    spec.summary += extremesSentence(evaluation, precision);
    return spec;
}

ChartSpec classCalibrationChart(const Evaluation &evaluation, const std::vector<std::size_t> &classes)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Calibration of each class");
    spec.x = unitAxis(ChartText::tr("Mean probability of a bin"));
    spec.y = unitAxis(ChartText::tr("Share that is of the class"));
    spec.square = true;
    spec.series.push_back(referenceLine(ChartText::tr("Perfect"), {0, 1}, {0, 1}));
    double worst = 0;
    QString where;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const ClassMetrics &metrics = evaluation.perClass[classes[i]];
        const engine::CalibrationCurve &c = metrics.calibration;
        const bool band = classes.size() == 1 && c.low.size() == c.meanPredicted.size();
        spec.series.push_back({.name = label(metrics),
                               .x = c.meanPredicted,
                               .y = c.fractionPositive,
                               .low = band ? c.low : std::vector<double>(),
                               .high = band ? c.high : std::vector<double>(),
                               .slot = slotOf(i),
                               .band = true});
        for (std::size_t b = 0; b < c.meanPredicted.size(); ++b) {
            if (const double gap = std::abs(c.meanPredicted[b] - c.fractionPositive[b]); gap > worst) {
                worst = gap;
                where = label(metrics);
            }
        }
    }
    spec.summary = where.isEmpty() ? ChartText::tr("On the diagonal, probabilities mean what they say.")
                                   : ChartText::tr("On the diagonal, probabilities mean what they say. The widest gap, "
                                                   "%1, is in a bin of “%2”.")
                                         .arg(figure(worst), where);
    return spec;
}

ChartSpec classF1Chart(const Evaluation &evaluation)
{
    ChartSpec spec;
    const std::optional<double> macro = evaluation.metric("f1_macro");
    spec.title = ChartText::tr("F1 of each class");
    spec.horizontal = true;
    spec.x = unitAxis({});
    Series bars{.name = ChartText::tr("F1"), .kind = SeriesKind::Bars, .inLegend = false};
    spec.table.header = {ChartText::tr("Class"), ChartText::tr("Rows"), ChartText::tr("Precision"),
                         ChartText::tr("Recall"), ChartText::tr("F1")};
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const ClassMetrics &m : evaluation.perClass) {
        spec.y.categories << label(m);
        bars.y.push_back(m.f1.value_or(none));
        bars.labels << ChartText::tr("%1, %2 rows").arg(figure(m.f1.value_or(none)), rowCount(m.support));
        spec.table.rows.push_back({label(m), plainFigure(m.support), plainFigure(m.precision.value_or(none)),
                                   plainFigure(m.recall.value_or(none)), plainFigure(m.f1.value_or(none))});
    }
    spec.series.push_back(std::move(bars));
    if (macro) {
        spec.marks.push_back({.vertical = true, .at = *macro, .label = ChartText::tr("macro %1").arg(figure(*macro))});
        spec.summary = ChartText::tr("Macro average: %1.").arg(figure(*macro)) + u' ';
    }
    spec.summary += extremesSentence(evaluation, [](const ClassMetrics &m) { return m.f1; });
    return spec;
}

} // namespace assay::ui
