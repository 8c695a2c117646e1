// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportcharts.h"

#include "app/report/reportsections.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <algorithm>

namespace assay::app {

using ui::ChartSpec;
using ui::Series;
using ui::SeriesKind;

ChartSpec netBenefitChart(const QString &name, const engine::ThresholdSweep &sweep)
{
    const engine::NetBenefitCurve curve = engine::netBenefit(sweep);
    ChartSpec spec;
    spec.title = ReportText::tr("Net benefit of %1").arg(name);
    spec.x.title = ReportText::tr("Threshold");
    spec.x.min = 0.0;
    spec.x.max = 1.0;
    spec.y.title = ReportText::tr("Net benefit a row");
    const double top = curve.model.empty() ? 1 : *std::ranges::max_element(curve.model);
    spec.y.min = -0.25 * top;
    spec.y.max = 1.05 * top;
    spec.series.push_back(
        {.name = ReportText::tr("Select all"), .x = curve.thresholds, .y = curve.treatAll, .slot = -1});
    spec.series.push_back({.name = name, .x = curve.thresholds, .y = curve.model, .slot = 0});
    spec.marks.push_back({.at = 0});
    spec.summary =
        ReportText::tr("A model is worth using at the thresholds where its curve is above both selecting all "
                       "rows and selecting none, which is 0.");
    return spec;
}

ChartSpec classCurvesChart(const engine::Evaluation &evaluation, std::size_t mostClasses)
{
    ChartSpec spec;
    spec.title = ReportText::tr("ROC curve of each class against the rest");
    spec.x.title = ReportText::tr("False positive rate");
    spec.y.title = ReportText::tr("True positive rate");
    spec.x.min = spec.y.min = 0.0;
    spec.x.max = spec.y.max = 1.0;
    spec.square = true;
    spec.series.push_back({.name = ReportText::tr("Chance"), .x = {0, 1}, .y = {0, 1}, .slot = -1, .inLegend = false});
    QStringList parts;
    for (std::size_t i = 0; i < std::min(mostClasses, evaluation.perClass.size()); ++i) {
        const engine::ClassMetrics &one = evaluation.perClass[i];
        const QString label = QString::fromStdString(one.label);
        const QString area = one.rocAuc ? ui::figure(*one.rocAuc) : QStringLiteral("–");
        spec.series.push_back({.name = label + QStringLiteral("  ") + area,
                               .x = one.roc.fpr,
                               .y = one.roc.tpr,
                               .slot = static_cast<int>(i % 8)});
        parts << ReportText::tr("%1 for %2", "figure, class").arg(area, label);
    }
    spec.summary = ReportText::tr("Area under the curve: %1.").arg(ui::sentenceList(parts));
    return spec;
}

ChartSpec quantileChart(const engine::Predictions &predictions)
{
    const engine::NormalQuantiles quantiles = engine::residualQuantiles(predictions);
    ChartSpec spec;
    spec.title = ReportText::tr("Residuals against a normal distribution");
    spec.x.title = ReportText::tr("Quantile of the normal distribution");
    spec.y.title = ReportText::tr("Quantile of the residuals");
    if (!quantiles.theoretical.empty()) {
        const auto [low, high] = std::ranges::minmax(quantiles.theoretical);
        spec.series.push_back(
            {.name = ReportText::tr("Normal"), .x = {low, high}, .y = {low, high}, .slot = -1, .inLegend = false});
    }
    spec.series.push_back({.name = ReportText::tr("Residuals"),
                           .kind = SeriesKind::Scatter,
                           .x = quantiles.theoretical,
                           .y = quantiles.sample,
                           .inLegend = false});
    spec.summary =
        ReportText::tr("Points leave the line where errors are larger or smaller than normal ones would be.");
    return spec;
}

ChartSpec segmentErrorChart(const std::vector<engine::Segment> &segments, const QString &attribute)
{
    ChartSpec spec;
    spec.title = ReportText::tr("RMSE by %1").arg(attribute);
    spec.horizontal = true;
    spec.x.title = ReportText::tr("Smaller is better");
    Series bars{.name = spec.title, .kind = SeriesKind::Bars, .inLegend = false};
    const auto worst = std::ranges::max_element(segments, {}, &engine::Segment::value);
    for (const engine::Segment &segment : segments) {
        spec.y.categories << QString::fromStdString(segment.label);
        bars.y.push_back(segment.value);
        bars.low.push_back(segment.low);
        bars.high.push_back(segment.high);
        bars.labels << ui::figure(segment.value);
    }
    spec.series.push_back(std::move(bars));
    if (worst != segments.end())
        spec.summary = ReportText::tr("Errors are largest where %1 is %2: %3 on %4 rows.")
                           .arg(attribute, QString::fromStdString(worst->label), ui::figure(worst->value),
                                QString::number(worst->n));
    return spec;
}

} // namespace assay::app
