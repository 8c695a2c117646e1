// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/modelcurvechart.h"

#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"
#include "widgets/workbench.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

Series banded(const QString &name, int slot, const ModelCurve &curve, const std::vector<double> &mean,
              const std::vector<double> &deviation)
{
    Series series{.name = name, .x = curve.x, .y = mean, .slot = slot, .band = true};
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const double sd = i < deviation.size() ? deviation[i] : 0;
        series.low.push_back(mean[i] - sd);
        series.high.push_back(mean[i] + sd);
    }
    return series;
}

bool numbers(const ModelCurve &curve)
{
    return std::all_of(curve.at.begin(), curve.at.end(), [](const QString &text) {
        bool ok = false;
        text.toDouble(&ok);
        return ok;
    });
}

Axis horizontalAxis(const ModelCurve &curve)
{
    if (curve.param.isEmpty())
        return {.title = ChartText::tr("Training rows")};
    Axis axis{.title = curve.param};
    if (!numbers(curve)) {
        for (const QString &value : curve.at)
            axis.categories << value;
        return axis;
    }
    const auto [low, high] = std::minmax_element(curve.x.begin(), curve.x.end());
    axis.logarithmic = low != curve.x.end() && *low > 0 && *high / *low >= 100;
    if (axis.logarithmic) {
        axis.min = *low;
        axis.max = *high;
    }
    return axis;
}

ChartTable tableOf(const ModelCurve &curve)
{
    ChartTable table;
    table.header = {curve.param.isEmpty() ? ChartText::tr("Training rows") : curve.param, ChartText::tr("Training"),
                    ChartText::tr("Training, sd"), ChartText::tr("Validation"), ChartText::tr("Validation, sd")};
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        table.rows.push_back({curve.at[i], plainFigure(curve.train[i]), plainFigure(curve.trainSd[i]),
                              plainFigure(curve.validation[i]), plainFigure(curve.validationSd[i])});
    return table;
}

QString summaryOf(const ModelCurve &curve)
{
    const auto best = curve.largerIsBetter ? std::max_element(curve.validation.begin(), curve.validation.end())
                                           : std::min_element(curve.validation.begin(), curve.validation.end());
    if (best == curve.validation.end())
        return ChartText::tr("No points yet.");
    const auto i = static_cast<std::size_t>(best - curve.validation.begin());
    const QString metric = metricLabel(curve.metric);
    if (!curve.param.isEmpty())
        return ChartText::tr("Validation is best, %1 %2 ± %3, at %4 = %5.")
            .arg(metric, figure(*best), figure(curve.validationSd[i]), curve.param, curve.at[i]);
    const double gain =
        curve.validation.size() > 1 ? curve.validation.back() - curve.validation[curve.validation.size() - 2] : 0;
    const bool rising =
        curve.largerIsBetter ? gain > curve.validationSd.back() / 2 : -gain > curve.validationSd.back() / 2;
    return ChartText::tr("With all rows, validation %1 is %2 ± %3 and training %4.")
               .arg(metric, figure(curve.validation.back()), figure(curve.validationSd.back()),
                    figure(curve.train.back())) +
           u' ' +
           (rising ? ChartText::tr("It still improves: more rows would help.")
                   : ChartText::tr("The last rows added little."));
}

} // namespace

ChartSpec modelCurveChart(const ModelCurve &curve)
{
    ChartSpec spec;
    const QString metric = metricLabel(curve.metric);
    spec.title = curve.param.isEmpty() ? ChartText::tr("Learning curve: %1 by training rows").arg(metric)
                                       : ChartText::tr("Validation curve: %1 by %2").arg(metric, curve.param);
    spec.x = horizontalAxis(curve);
    spec.y.title = metric;
    spec.series.push_back(banded(ChartText::tr("Training"), 1, curve, curve.train, curve.trainSd));
    spec.series.push_back(
        banded(ChartText::tr("Validation, ± one standard deviation"), 0, curve, curve.validation, curve.validationSd));
    spec.summary = summaryOf(curve);
    spec.table = tableOf(curve);
    return spec;
}

} // namespace assay::ui
