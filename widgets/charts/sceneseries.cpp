// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartscene.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double lineWidth = 2;
constexpr std::size_t fewPoints = 24; // a line of so few shows its points

/// The points of a curve within the plot, in pixels, reduced to what can be seen.
std::vector<QPointF> curvePixels(const Series &series, const ChartLayout &layout, const SceneOptions &options)
{
    const AxisScale &x = layout.x;
    const int columns = std::max(1, static_cast<int>(layout.plot.width()));
    std::vector<QPointF> points;
    const int bins = x.logarithmic || x.deviate ? columns * 20 : columns;
    if (std::is_sorted(series.x.begin(), series.x.end())) {
        points = reduceLine(series.x, series.y, x.value(x.min), x.value(x.max), bins);
    } else if (std::is_sorted(series.x.rbegin(), series.x.rend())) {
        const std::vector<double> rx(series.x.rbegin(), series.x.rend()), ry(series.y.rbegin(), series.y.rend());
        points = reduceLine(rx, ry, x.value(x.min), x.value(x.max), bins);
        std::reverse(points.begin(), points.end());
    } else {
        for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
            if (std::isfinite(series.x[i]) && std::isfinite(series.y[i]))
                points.emplace_back(series.x[i], series.y[i]);
        }
    }
    for (QPointF &p : points)
        p = {layout.x.pixel(p.x()), layout.y.pixel(p.y())};
    if (series.kind == SeriesKind::Step) {
        std::vector<QPointF> stairs;
        for (const QPointF &p : points) {
            if (!stairs.empty() && stairs.back().x() != p.x() && stairs.back().y() != p.y())
                stairs.emplace_back(p.x(), stairs.back().y());
            stairs.push_back(p);
        }
        points = std::move(stairs);
    }
    if (options.linePoints > 0)
        points = simplifyLine(points, 0.15, options.linePoints);
    return points;
}

/// Up, along and down over each bin.
std::vector<QPointF> outlinePixels(const Series &series, const ChartLayout &layout)
{
    std::vector<QPointF> points;
    const double zero = layout.y.pixel(layout.y.logarithmic ? layout.y.value(layout.y.min) : 0);
    for (std::size_t i = 0; i < series.y.size() && i + 1 < series.x.size(); ++i) {
        const double left = layout.x.pixel(series.x[i]), right = layout.x.pixel(series.x[i + 1]),
                     y = layout.y.pixel(series.y[i]);
        if (points.empty())
            points.emplace_back(left, zero);
        points.emplace_back(left, y);
        points.emplace_back(right, y);
    }
    if (!points.empty())
        points.emplace_back(points.back().x(), zero);
    return points;
}

void addFill(ChartScene &scene, const std::vector<QPointF> &line, const ChartLayout &layout, const Ink &ink,
             std::size_t series)
{
    if (line.size() < 2)
        return;
    SceneShape area{.kind = ShapeKind::Polygon,
                    .ink = {.role = ink.role, .index = ink.index, .alpha = 0.16},
                    .points = line,
                    .series = static_cast<int>(series)};
    const double floor = layout.y.pixel(layout.y.value(std::clamp(0.0, layout.y.min, layout.y.max)));
    area.points.emplace_back(line.back().x(), floor);
    area.points.emplace_back(line.front().x(), floor);
    scene.data.push_back(std::move(area));
}

/// The area between the intervals of a line.
void addBand(ChartScene &scene, const Series &series, const ChartLayout &layout, const Ink &ink, std::size_t index)
{
    SceneShape area{.kind = ShapeKind::Polygon,
                    .ink = {.role = ink.role, .index = ink.index, .alpha = 0.18},
                    .series = static_cast<int>(index)};
    std::vector<QPointF> lower;
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (!hasInterval(series, i))
            continue;
        const double x = layout.x.pixel(series.x[i]);
        area.points.emplace_back(x, layout.y.pixel(series.high[i]));
        lower.emplace_back(x, layout.y.pixel(series.low[i]));
    }
    if (lower.size() < 2)
        return;
    area.lower = lower.size();
    area.points.insert(area.points.end(), lower.rbegin(), lower.rend());
    scene.data.push_back(std::move(area));
}

void addPointWhiskers(ChartScene &scene, const Series &series, const ChartLayout &layout)
{
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (hasInterval(series, i))
            addWhisker(scene, {layout.x.pixel(series.x[i]), layout.y.pixel(series.low[i])},
                       {layout.x.pixel(series.x[i]), layout.y.pixel(series.high[i])});
    }
}

} // namespace

void addCurve(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t index,
              const SceneOptions &options)
{
    const Series &series = spec.series[index];
    const bool bins = series.kind == SeriesKind::Steps;
    std::vector<QPointF> points = bins ? outlinePixels(series, layout) : curvePixels(series, layout, options);
    if (points.empty())
        return;
    const SlotStyle style = slotStyle(series.slot, false);
    const Ink ink{.role = InkRole::Slot, .index = series.slot};
    if (series.filled)
        addFill(scene, points, layout, ink, index);
    if (series.band)
        addBand(scene, series, layout, ink, index);
    const bool dots = !bins && series.slot >= 0 && series.x.size() <= fewPoints && series.kind == SeriesKind::Line &&
                      (!spec.square || series.band);
    if (dots)
        scene.data.push_back({.kind = ShapeKind::Dots,
                              .ink = ink,
                              .points = points,
                              .width = 6.5,
                              .marker = style.marker,
                              .series = static_cast<int>(index)});
    scene.data.push_back({.kind = ShapeKind::Polyline,
                          .ink = ink,
                          .points = std::move(points),
                          .width = series.slot < 0 ? 1.2
                                   : bins          ? 1.6
                                                   : lineWidth,
                          .dash = bins ? Qt::SolidLine : style.dash,
                          .series = static_cast<int>(index)});
    if (!series.band)
        addPointWhiskers(scene, series, layout);
}

void addScatter(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t index,
                const SceneOptions &options)
{
    const Series &series = spec.series[index];
    const std::size_t n = std::min(series.x.size(), series.y.size());
    std::vector<double> px(n), py(n);
    for (std::size_t i = 0; i < n; ++i) {
        px[i] = layout.x.pixel(series.x[i]);
        py[i] = layout.y.pixel(series.y[i]);
    }
    const QRectF &plot = layout.plot;
    if (n > scatterLimit && series.shade.empty()) {
        const double cell = options.densityCell;
        const DensityGrid grid = density(px, py, plot, std::max(1, static_cast<int>(plot.width() / cell)),
                                         std::max(1, static_cast<int>(plot.height() / cell)));
        const double w = plot.width() / grid.columns, h = plot.height() / grid.rows;
        constexpr int levels = 6;
        std::array<std::vector<QRectF>, levels> cells;
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                if (const int count = grid.at(column, row); count > 0) {
                    const double share = std::log1p(count) / std::log1p(grid.largest);
                    cells[static_cast<std::size_t>(std::clamp(static_cast<int>(share * levels), 0, levels - 1))]
                        .emplace_back(plot.left() + column * w, plot.top() + row * h, w, h);
                }
            }
        }
        for (std::size_t level = 0; level < levels; ++level) {
            if (!cells[level].empty())
                scene.data.push_back({.kind = ShapeKind::Rects,
                                      .ink = {.role = InkRole::Slot,
                                              .index = series.slot,
                                              .alpha = 0.14 + 0.16 * static_cast<double>(level)},
                                      .rects = std::move(cells[level]),
                                      .series = static_cast<int>(index)});
        }
        return;
    }
    const auto inside = [&](std::size_t i) { return plot.adjusted(-4, -4, 4, 4).contains(px[i], py[i]); };
    const SlotStyle style = slotStyle(series.slot, false);
    if (series.shade.empty()) {
        SceneShape dots{.kind = ShapeKind::Dots,
                        .ink = {.role = InkRole::Slot, .index = series.slot, .alpha = n > 300 ? 0.55 : 0.8},
                        .width = n > 1500  ? 3.4
                                 : n > 300 ? 4.4
                                           : 6,
                        .marker = style.marker,
                        .series = static_cast<int>(index)};
        for (std::size_t i = 0; i < n; ++i) {
            if (inside(i))
                dots.points.emplace_back(px[i], py[i]);
        }
        scene.data.push_back(std::move(dots));
    } else {
        std::array<SceneShape, shadeSteps + 1> steps; // the first for points without a shade
        for (std::size_t i = 0; i < n; ++i) {
            if (inside(i))
                steps[static_cast<std::size_t>(shadeStep(i < series.shade.size() ? series.shade[i] : std::nan("")) + 1)]
                    .points.emplace_back(px[i], py[i]);
        }
        for (int step = 0; step <= shadeSteps; ++step) {
            SceneShape &dots = steps[static_cast<std::size_t>(step)];
            dots.kind = ShapeKind::Dots;
            dots.ink = {.role = InkRole::Shade, .index = step - 1, .alpha = 0.85};
            dots.width = 3.6;
            dots.series = static_cast<int>(index);
            if (!dots.points.empty())
                scene.data.push_back(std::move(dots));
        }
    }
    addPointWhiskers(scene, series, layout);
}

} // namespace assay::ui
