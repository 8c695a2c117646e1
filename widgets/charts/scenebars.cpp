// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartscene.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double boxShare = 0.4; // of the room of a category

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

void addCellFrame(ChartScene &scene, const QRectF &cell)
{
    const QRectF frame = cell.adjusted(1.5, 1.5, -1.5, -1.5);
    scene.over.push_back({.kind = ShapeKind::Polyline,
                          .ink = {.role = InkRole::Text},
                          .points = {frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft(),
                                     frame.topLeft(), frame.topRight()},
                          .width = 2.5});
}

} // namespace

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

void addBars(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t index)
{
    const Series &series = spec.series[index];
    const auto isBars = [](const Series &s) { return s.kind == SeriesKind::Bars; };
    const auto all = std::count_if(spec.series.begin(), spec.series.end(), isBars);
    const auto before =
        std::count_if(spec.series.begin(), spec.series.begin() + static_cast<std::ptrdiff_t>(index), isBars);
    const AxisScale &values = spec.horizontal ? layout.x : layout.y;
    const AxisScale &places = spec.horizontal ? layout.y : layout.x;
    // Bars that neither begin at zero nor end at their interval are boxes.
    const bool boxes = !series.base.empty() && !series.low.empty();
    const double thick = boxes ? boxShare * std::abs(places.pixel(1) - places.pixel(0)) : layout.barThickness,
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
        Ink ink = series.diverging ? Ink{.role = falls ? InkRole::Negative : InkRole::Positive}
                                   : Ink{.role = InkRole::Slot, .index = slot};
        if (boxes)
            ink.alpha = 0.45; // the line within is to be seen
        QRectF bar = spec.horizontal ? QRectF(QPointF(std::min(from, to), middle - thick / 2 + gap / 2),
                                              QPointF(std::max(from, to), middle + thick / 2 - gap / 2))
                                     : QRectF(QPointF(middle - thick / 2 + gap / 2, std::min(from, to)),
                                              QPointF(middle + thick / 2 - gap / 2, std::max(from, to)));
        scene.under.push_back(
            {.kind = ShapeKind::Rects, .ink = ink, .rects = {bar}, .series = static_cast<int>(index)});
        if (hasInterval(series, i)) {
            const double low = values.pixel(series.low[i]), high = values.pixel(series.high[i]);
            const auto whisker = [&](double begin, double end) {
                spec.horizontal ? addWhisker(scene, {begin, middle}, {end, middle})
                                : addWhisker(scene, {middle, begin}, {middle, end});
            };
            if (boxes) { // from either end of the box outwards
                whisker(low, from);
                whisker(to, high);
            } else {
                whisker(low, high);
            }
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
        if (static_cast<int>(i) == series.chosen)
            addCellFrame(scene, QRectF(middle.x() - w / 2, middle.y() - h / 2, w, h));
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
