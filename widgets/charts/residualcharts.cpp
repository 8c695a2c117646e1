// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/residualcharts.h"

#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace assay::ui {

namespace {

struct Moments
{
    double mean = 0, deviation = 0, low = 0, high = 0;
};

Moments momentsOf(const std::vector<double> &values)
{
    Moments m;
    if (values.empty())
        return m;
    const double n = static_cast<double>(values.size());
    m.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - m.mean) * (value - m.mean);
    m.deviation = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    m.low = *low;
    m.high = *high;
    return m;
}

/// Means of @p groups groups of equal count along x.
Series groupMeans(const std::vector<double> &x, const std::vector<double> &y, std::size_t groups)
{
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    Series series{.name = ChartText::tr("Mean of %1 equal groups").arg(groups), .slot = 1};
    for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t from = g * order.size() / groups, to = (g + 1) * order.size() / groups;
        double sumX = 0, sumY = 0;
        for (std::size_t i = from; i < to; ++i) {
            sumX += x[order[i]];
            sumY += y[order[i]];
        }
        if (to > from) {
            series.x.push_back(sumX / static_cast<double>(to - from));
            series.y.push_back(sumY / static_cast<double>(to - from));
        }
    }
    return series;
}

/// Width by Freedman and Diaconis (1981), between 10 and 80 bins.
std::vector<double> binEdges(std::vector<double> values, const Moments &m)
{
    const std::size_t n = values.size();
    const auto quartile = [&](std::size_t rank) {
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end());
        return values[rank];
    };
    const double middle = quartile(n * 3 / 4) - quartile(n / 4);
    const double width = 2 * middle / std::cbrt(static_cast<double>(n));
    const double range = m.high - m.low;
    const int bins = width > 0 ? std::clamp(static_cast<int>(std::ceil(range / width)), 10, 80) : 20;
    std::vector<double> edges;
    for (int i = 0; i <= bins; ++i)
        edges.push_back(m.low + range * i / bins);
    return edges;
}

Series normalCurve(const Moments &m, double scale)
{
    Series series{.name = ChartText::tr("Normal, mean %1, sd %2").arg(figure(m.mean), figure(m.deviation)), .slot = 1};
    constexpr int steps = 120;
    const double from = std::min(m.low, m.mean - 3.5 * m.deviation), to = std::max(m.high, m.mean + 3.5 * m.deviation);
    for (int i = 0; i <= steps; ++i) {
        const double x = from + (to - from) * i / steps, z = (x - m.mean) / m.deviation;
        series.x.push_back(x);
        series.y.push_back(scale * std::exp(-z * z / 2) / (m.deviation * std::sqrt(2 * std::numbers::pi)));
    }
    return series;
}

} // namespace

ChartSpec residualsByPredictionChart(const engine::Predictions &predictions, const std::vector<double> &residuals)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Residuals against prediction");
    spec.x.title = ChartText::tr("Predicted value");
    spec.y.title = ChartText::tr("True minus predicted");
    Series points{.name = ChartText::tr("Rows"), .kind = SeriesKind::Scatter, .y = residuals, .inLegend = false};
    for (std::size_t i = 0; i < residuals.size(); ++i)
        points.x.push_back(predictions.truth[i] - residuals[i]);
    if (residuals.empty())
        return spec;
    const auto [low, high] = std::minmax_element(points.x.begin(), points.x.end());
    spec.series.push_back(referenceLine(ChartText::tr("No error"), {*low, *high}, {0, 0}));
    const std::size_t groups = std::min<std::size_t>(20, residuals.size() / 5);
    Series means = groupMeans(points.x, residuals, groups);
    spec.series.push_back(std::move(points));
    const Moments m = momentsOf(residuals);
    spec.summary = ChartText::tr("Residuals have mean %1 and standard deviation %2; they run from %3 to %4.")
                       .arg(figure(m.mean), figure(m.deviation), figure(m.low), figure(m.high));
    if (groups >= 3)
        spec.series.push_back(std::move(means));
    return spec;
}

ChartSpec residualHistogramChart(const std::vector<double> &residuals)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Distribution of residuals");
    spec.x.title = ChartText::tr("True minus predicted");
    spec.y.title = ChartText::tr("Rows");
    const Moments m = momentsOf(residuals);
    if (!(m.low < m.high)) {
        spec.summary = ChartText::tr("All residuals are equal.");
        return spec;
    }
    Series bars{.name = ChartText::tr("Residuals"), .kind = SeriesKind::Steps, .filled = true};
    bars.x = binEdges(residuals, m);
    bars.y.assign(bars.x.size() - 1, 0);
    const double width = bars.x[1] - bars.x[0];
    for (const double value : residuals)
        bars.y[std::min(bars.y.size() - 1, static_cast<std::size_t>((value - m.low) / width))] += 1;
    spec.table.header = {ChartText::tr("From"), ChartText::tr("To"), ChartText::tr("Rows")};
    for (std::size_t i = 0; i < bars.y.size(); ++i)
        spec.table.rows.push_back({plainFigure(bars.x[i]), plainFigure(bars.x[i + 1]), plainFigure(bars.y[i])});
    spec.series.push_back(std::move(bars));
    spec.series.push_back(normalCurve(m, width * static_cast<double>(residuals.size())));
    const auto outside = std::count_if(residuals.begin(), residuals.end(),
                                       [&](double value) { return std::abs(value - m.mean) > 2 * m.deviation; });
    spec.summary = ChartText::tr("%1 of the residuals are more than two standard deviations (%2) from their mean; of "
                                 "normal ones 4.6 % would be.")
                       .arg(percent(static_cast<double>(outside) / static_cast<double>(residuals.size())),
                            figure(2 * m.deviation));
    return spec;
}

ChartSpec normalQuantileChart(const engine::NormalQuantiles &quantiles)
{
    ChartSpec spec;
    spec.title = ChartText::tr("Normal quantiles of residuals");
    spec.x.title = ChartText::tr("Normal quantile");
    spec.y.title = ChartText::tr("Residual, in standard deviations");
    if (quantiles.theoretical.empty())
        return spec;
    const double low = quantiles.theoretical.front(), high = quantiles.theoretical.back();
    spec.series.push_back(referenceLine(ChartText::tr("Normal"), {low, high}, {low, high}));
    spec.series.push_back({.name = ChartText::tr("Rows"),
                           .kind = SeriesKind::Scatter,
                           .x = quantiles.theoretical,
                           .y = quantiles.sample,
                           .inLegend = false});
    const double left = quantiles.sample.front() - low, right = quantiles.sample.back() - high;
    const auto tail = [](double excess, bool upper) {
        if (std::abs(excess) < 0.5)
            return upper ? ChartText::tr("the upper tail as a normal one")
                         : ChartText::tr("the lower tail as a normal one");
        const bool heavy = upper ? excess > 0 : excess < 0;
        if (upper)
            return heavy ? ChartText::tr("the upper tail longer than a normal one")
                         : ChartText::tr("the upper tail shorter than a normal one");
        return heavy ? ChartText::tr("the lower tail longer than a normal one")
                     : ChartText::tr("the lower tail shorter than a normal one");
    };
    spec.summary =
        ChartText::tr("Normal residuals lie on the line. Here %1 and %2.").arg(tail(left, false), tail(right, true));
    return spec;
}

ChartSpec segmentChart(const std::vector<engine::Segment> &segments, const QString &attribute, engine::Task task,
                       std::optional<double> overall)
{
    const bool regression = task == engine::Task::Regression;
    const QString metric = regression ? ChartText::tr("RMSE") : ChartText::tr("Accuracy");
    ChartSpec spec;
    spec.title = ChartText::tr("%1 by “%2”", "metric, column").arg(metric, attribute);
    spec.horizontal = true;
    spec.x.title = regression ? ChartText::tr("Smaller is better") : ChartText::tr("Larger is better");
    Series bars{.name = metric, .kind = SeriesKind::Bars, .inLegend = false};
    spec.table.header = {attribute, ChartText::tr("Rows"), metric, ChartText::tr("Low"), ChartText::tr("High")};
    const engine::Segment *worst = nullptr;
    for (const engine::Segment &s : segments) {
        const QString name = QString::fromStdString(s.label);
        spec.y.categories << name;
        bars.y.push_back(s.value);
        bars.low.push_back(s.low);
        bars.high.push_back(s.high);
        bars.labels << ChartText::tr("%1, %2 rows").arg(figure(s.value), rowCount(static_cast<double>(s.n)));
        spec.table.rows.push_back(
            {name, QString::number(s.n), plainFigure(s.value), plainFigure(s.low), plainFigure(s.high)});
        if (!worst || (regression ? s.value > worst->value : s.value < worst->value))
            worst = &s;
    }
    spec.series.push_back(std::move(bars));
    if (overall)
        spec.marks.push_back(
            {.vertical = true, .at = *overall, .label = ChartText::tr("all rows %1").arg(figure(*overall))});
    if (worst)
        spec.summary = ChartText::tr("Worst for “%1”: %2 (%3 to %4) on %5 rows.")
                           .arg(QString::fromStdString(worst->label), figure(worst->value), figure(worst->low),
                                figure(worst->high), rowCount(static_cast<double>(worst->n)));
    return spec;
}

} // namespace assay::ui
