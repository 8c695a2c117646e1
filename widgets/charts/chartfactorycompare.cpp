// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttext.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::ui {

namespace {

constexpr int gridSteps = 200;

int slotOf(std::size_t index)
{
    return static_cast<int>(index % 8);
}

/// Takes the runs' curves out of a chart of theirs: they are the last of its series, one a run.
CurveFamily takeApart(ChartSpec chart, const std::vector<NamedEvaluation> &models, const std::string &metric)
{
    CurveFamily family;
    const std::size_t first = chart.series.size() - models.size();
    for (std::size_t i = 0; i < models.size(); ++i) {
        Series curve = std::move(chart.series[first + i]);
        curve.name = models[i].name;
        family.curves.push_back(std::move(curve));
        const auto value = metric.empty() ? std::nullopt : models[i].evaluation->metric(metric);
        family.figures << (value ? figure(*value) : QString());
    }
    chart.series.resize(first);
    for (Series &series : chart.series)
        series.inLegend = false;
    family.frame = std::move(chart);
    family.figureName = metric.empty() ? QString() : metricLabel(QString::fromStdString(metric));
    return family;
}

/// The highest y of an ascending curve at @p x, on straight lines between its points.
double heightAt(const std::vector<double> &xs, const std::vector<double> &ys, double x)
{
    const auto upper = std::upper_bound(xs.begin(), xs.end(), x);
    if (upper == xs.end())
        return ys.back();
    const auto i = static_cast<std::size_t>(upper - xs.begin());
    if (i == 0)
        return ys.front();
    const double width = xs[i] - xs[i - 1];
    return width > 0 ? ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / width : ys[i];
}

double heightOf(const Series &curve, double x)
{
    if (std::is_sorted(curve.x.begin(), curve.x.end()))
        return heightAt(curve.x, curve.y, x);
    const std::vector<double> xs(curve.x.rbegin(), curve.x.rend()), ys(curve.y.rbegin(), curve.y.rend());
    return heightAt(xs, ys, x);
}

} // namespace

CurveFamily rocFamily(const std::vector<NamedEvaluation> &models)
{
    return takeApart(rocChart(models), models, "roc_auc");
}

CurveFamily prFamily(const std::vector<NamedEvaluation> &models)
{
    // The line of the prevalence comes first.
    ChartSpec chart = prChart(models);
    CurveFamily family = takeApart(std::move(chart), models, "average_precision");
    for (Series &curve : family.curves)
        curve.kind = SeriesKind::Step;
    return family;
}

CurveFamily calibrationFamily(const std::vector<NamedEvaluation> &models)
{
    return takeApart(calibrationChart(models), models, "ece");
}

CurveFamily gainFamily(const std::vector<NamedEvaluation> &models)
{
    return takeApart(gainChart(models), models, "ks");
}

CurveFamily classRocFamily(const std::vector<NamedEvaluation> &models, std::size_t index)
{
    CurveFamily family;
    family.frame.title = ChartText::tr("ROC curve");
    family.frame.x = {.title = ChartText::tr("False positive rate"), .min = 0.0, .max = 1.0};
    family.frame.y = {.title = ChartText::tr("True positive rate"), .min = 0.0, .max = 1.0};
    family.frame.square = true;
    family.frame.series.push_back(
        {.name = ChartText::tr("Chance"), .x = {0, 1}, .y = {0, 1}, .slot = -1, .inLegend = false});
    family.figureName = metricLabel(QStringLiteral("roc_auc"));
    QStringList parts;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Series curve{.name = models[i].name, .slot = slotOf(i)};
        QString value;
        const auto &classes = models[i].evaluation->perClass;
        if (index < classes.size()) {
            curve.x = classes[index].roc.fpr;
            curve.y = classes[index].roc.tpr;
            value = classes[index].rocAuc ? figure(*classes[index].rocAuc) : QString();
            family.frame.title =
                ChartText::tr("ROC curve of %1 against the rest").arg(QString::fromStdString(classes[index].label));
        }
        if (!value.isEmpty())
            parts << ChartText::tr("%1 for %2").arg(value, models[i].name);
        family.figures << value;
        family.curves.push_back(std::move(curve));
    }
    family.frame.summary = ChartText::tr("Area under the ROC curve: %1.").arg(sentenceList(parts));
    return family;
}

CurveFamily rocDifferenceFamily(const std::vector<NamedEvaluation> &models, std::size_t baseline)
{
    CurveFamily family;
    family.frame.title = ChartText::tr("Difference of ROC curves from %1").arg(models[baseline].name);
    family.frame.x = {.title = ChartText::tr("False positive rate"), .min = 0.0, .max = 1.0};
    family.frame.y.title = ChartText::tr("Difference in true positive rate");
    family.figureName = ChartText::tr("largest difference");
    const engine::RocCurve &base = models[baseline].evaluation->roc;
    QStringList parts;
    double largest = 0.01;
    for (std::size_t i = 0; i < models.size(); ++i) {
        Series curve{.name = models[i].name, .slot = slotOf(i)};
        const engine::RocCurve &roc = models[i].evaluation->roc;
        double most = 0, at = 0;
        for (int step = 0; step <= gridSteps && !roc.fpr.empty() && !base.fpr.empty() && i != baseline; ++step) {
            const double x = static_cast<double>(step) / gridSteps;
            curve.x.push_back(x);
            curve.y.push_back(heightAt(roc.fpr, roc.tpr, x) - heightAt(base.fpr, base.tpr, x));
            if (std::abs(curve.y.back()) > std::abs(most)) {
                most = curve.y.back();
                at = x;
            }
        }
        largest = std::max(largest, std::abs(most));
        family.figures << (i == baseline ? QString() : figure(most));
        if (i != baseline && parts.size() < 6)
            parts << ChartText::tr("%1 for %2 at a false positive rate of %3")
                         .arg(figure(most), models[i].name, figure(at, 2));
        family.curves.push_back(std::move(curve));
    }
    family.frame.y.min = -1.08 * largest;
    family.frame.y.max = 1.08 * largest;
    family.frame.series.push_back(
        {.name = models[baseline].name, .x = {0, 1}, .y = {0, 0}, .slot = -1, .inLegend = false});
    family.frame.summary = ChartText::tr("Largest difference in true positive rate: %1.").arg(sentenceList(parts));
    return family;
}

ChartSpec familyChart(const CurveFamily &family, const std::vector<std::size_t> &lit)
{
    ChartSpec spec = family.frame;
    const auto place = [&](std::size_t run) { return std::ranges::find(lit, run) - lit.begin(); };
    const auto add = [&](std::size_t run, int slot) {
        Series curve = family.curves[run];
        if (const QString value = family.figures.value(static_cast<qsizetype>(run)); !value.isEmpty())
            curve.name += QStringLiteral("  ") + value;
        curve.slot = slot;
        curve.inLegend = slot >= 0;
        if (!curve.x.empty())
            spec.series.push_back(std::move(curve));
    };
    for (std::size_t run = 0; run < family.curves.size(); ++run)
        if (lit.empty() || place(run) == std::ssize(lit))
            add(run, lit.empty() ? slotOf(run) : -1);
    for (std::size_t at = 0; at < lit.size(); ++at)
        add(lit[at], slotOf(at));
    return spec;
}

std::vector<Series> quantileBand(const CurveFamily &family)
{
    double low = 0, high = 1;
    bool any = false;
    for (const Series &curve : family.curves) {
        if (curve.x.empty() || curve.y.empty())
            continue;
        const auto [from, to] = std::ranges::minmax(curve.x);
        low = any ? std::min(low, from) : from;
        high = any ? std::max(high, to) : to;
        any = true;
    }
    std::vector<Series> band(3);
    band[0].name = ChartText::tr("5th percentile");
    band[1].name = ChartText::tr("Median");
    band[2].name = ChartText::tr("95th percentile");
    for (Series &line : band) {
        line.slot = -1;
        line.inLegend = false;
    }
    for (int step = 0; any && step <= gridSteps; ++step) {
        const double x = low + (high - low) * step / gridSteps;
        std::vector<double> heights;
        for (const Series &curve : family.curves)
            if (!curve.x.empty() && curve.x.size() == curve.y.size())
                heights.push_back(heightOf(curve, x));
        std::ranges::sort(heights);
        const double last = static_cast<double>(heights.size() - 1);
        for (std::size_t i = 0; i < band.size(); ++i) {
            const double place = last * (i == 0 ? 0.05 : i == 1 ? 0.5 : 0.95);
            const auto below = static_cast<std::size_t>(place);
            const auto above = std::min(below + 1, heights.size() - 1);
            band[i].x.push_back(x);
            band[i].y.push_back(heights[below] + (heights[above] - heights[below]) * (place - std::floor(place)));
        }
    }
    return band;
}

} // namespace assay::ui
