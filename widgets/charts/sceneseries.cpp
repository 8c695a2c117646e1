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
    const int bins = x.logarithmic ? columns * 20 : columns;
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

void addWhisker(ChartScene &scene, QPointF low, QPointF high)
{
    const double cap = 3.5;
    const bool flat = low.y() == high.y();
    const QPointF across = flat ? QPointF(0, cap) : QPointF(cap, 0);
    for (const auto &[from, to] :
         {std::pair{low, high}, std::pair{low - across, low + across}, std::pair{high - across, high + across}})
        scene.over.push_back({.kind = ShapeKind::Polyline,
                              .ink = {.role = InkRole::Text, .index = 0, .alpha = 0.75},
                              .points = {from, to},
                              .width = 1.3});
}

bool hasInterval(const Series &series, std::size_t i)
{
    return i < series.low.size() && i < series.high.size() && std::isfinite(series.low[i]) &&
           std::isfinite(series.high[i]);
}

void addPointWhiskers(ChartScene &scene, const Series &series, const ChartLayout &layout)
{
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (hasInterval(series, i))
            addWhisker(scene, {layout.x.pixel(series.x[i]), layout.y.pixel(series.low[i])},
                       {layout.x.pixel(series.x[i]), layout.y.pixel(series.high[i])});
    }
}

/// At the far end of a bar, beyond its interval, on a backing that keeps it readable over marks.
void addBarLabel(ChartScene &scene, const Series &series, const ChartLayout &layout, std::size_t index, QPointF end,
                 bool left)
{
    const QString text = series.labels.value(static_cast<qsizetype>(index));
    if (text.isEmpty())
        return;
    const double size = layout.fontSize * 0.92, width = estimatedTextWidth(text, size, false);
    const QPointF at(left ? end.x() - 5 : end.x() + 5, end.y() + size * 0.35);
    scene.over.push_back(
        {.kind = ShapeKind::Rects,
         .ink = {.role = InkRole::Background, .index = 0, .alpha = 0.8},
         .rects = {QRectF(left ? at.x() - width - 2 : at.x() - 2, end.y() - size * 0.65, width + 4, size * 1.3)}});
    scene.over.push_back({.kind = ShapeKind::Text,
                          .ink = {.role = InkRole::Faint},
                          .points = {at},
                          .text = text,
                          .size = size,
                          .anchor = left ? Anchor::End : Anchor::Start});
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
    const bool dots = !bins && series.slot >= 0 && series.x.size() <= fewPoints && series.kind == SeriesKind::Line;
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

void addBars(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t index)
{
    const Series &series = spec.series[index];
    const auto isBars = [](const Series &s) { return s.kind == SeriesKind::Bars; };
    const auto all = std::count_if(spec.series.begin(), spec.series.end(), isBars);
    const auto before =
        std::count_if(spec.series.begin(), spec.series.begin() + static_cast<std::ptrdiff_t>(index), isBars);
    const AxisScale &values = spec.horizontal ? layout.x : layout.y;
    const AxisScale &places = spec.horizontal ? layout.y : layout.x;
    const double thick = layout.barThickness,
                 shift = (static_cast<double>(before) - static_cast<double>(all - 1) / 2) * thick;
    const double gap = all > 1 ? 1 : 0;
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        if (!std::isfinite(series.y[i])) {
            const QPointF foot(values.pixel(std::clamp(0.0, values.min, values.max)),
                               places.pixel(static_cast<double>(i)) + shift);
            if (spec.horizontal)
                addBarLabel(scene, series, layout, i, foot, false);
            continue;
        }
        const double start = i < series.base.size() ? series.base[i]
                             : values.logarithmic   ? values.value(values.min)
                                                    : 0;
        const double from = std::clamp(values.pixel(start), std::min(values.pixelMin, values.pixelMax),
                                       std::max(values.pixelMin, values.pixelMax));
        const double to = std::clamp(values.pixel(series.y[i]), std::min(values.pixelMin, values.pixelMax),
                                     std::max(values.pixelMin, values.pixelMax));
        const double middle = places.pixel(static_cast<double>(i)) + shift;
        const bool falls = series.y[i] < start;
        const int slot = i < series.barSlots.size() ? series.barSlots[i] : series.slot;
        const Ink ink = series.diverging ? Ink{.role = falls ? InkRole::Negative : InkRole::Positive}
                                         : Ink{.role = InkRole::Slot, .index = slot};
        QRectF bar = spec.horizontal ? QRectF(QPointF(std::min(from, to), middle - thick / 2 + gap / 2),
                                              QPointF(std::max(from, to), middle + thick / 2 - gap / 2))
                                     : QRectF(QPointF(middle - thick / 2 + gap / 2, std::min(from, to)),
                                              QPointF(middle + thick / 2 - gap / 2, std::max(from, to)));
        scene.under.push_back(
            {.kind = ShapeKind::Rects, .ink = ink, .rects = {bar}, .series = static_cast<int>(index)});
        if (hasInterval(series, i)) {
            const double low = values.pixel(series.low[i]), high = values.pixel(series.high[i]);
            spec.horizontal ? addWhisker(scene, {low, middle}, {high, middle})
                            : addWhisker(scene, {middle, low}, {middle, high});
        }
        if (spec.horizontal) {
            const double end = hasInterval(series, i) ? std::max(to, values.pixel(series.high[i])) : to;
            addBarLabel(scene, series, layout, i, {end, middle}, falls);
        }
    }
}

void addCells(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t index)
{
    const Series &series = spec.series[index];
    const double w = layout.plot.width() / (layout.x.max - layout.x.min),
                 h = layout.plot.height() / (layout.y.max - layout.y.min);
    for (std::size_t i = 0; i < std::min({series.x.size(), series.y.size(), series.shade.size()}); ++i) {
        const QPointF middle(layout.x.pixel(series.x[i]), layout.y.pixel(series.y[i]));
        const double alpha = 0.05 + 0.9 * std::clamp(series.shade[i], 0.0, 1.0);
        scene.under.push_back({.kind = ShapeKind::Rects,
                               .ink = {.role = InkRole::Slot, .index = series.slot, .alpha = alpha},
                               .rects = {QRectF(middle.x() - w / 2 + 1, middle.y() - h / 2 + 1, w - 2, h - 2)},
                               .series = static_cast<int>(index)});
        if (static_cast<qsizetype>(i) < series.labels.size() && h > layout.fontSize * 1.2) {
            const QStringList lines = series.labels[static_cast<qsizetype>(i)].split(u'\n');
            double y = middle.y() + layout.fontSize * (0.35 - 0.65 * static_cast<double>(lines.size() - 1));
            for (const QString &line : lines) {
                scene.over.push_back({.kind = ShapeKind::Text,
                                      .ink = {.role = alpha > 0.55 ? InkRole::Background : InkRole::Text},
                                      .points = {{middle.x(), y}},
                                      .text = line,
                                      .size = layout.fontSize,
                                      .anchor = Anchor::Middle});
                y += layout.fontSize * 1.3;
            }
        }
    }
}

} // namespace assay::ui
