// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartscene.h"

#include "widgets/charts/palette.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

SceneShape lineShape(QPointF from, QPointF to, Ink ink, double width = 1, Qt::PenStyle dash = Qt::SolidLine)
{
    return {.kind = ShapeKind::Polyline, .ink = ink, .points = {from, to}, .width = width, .dash = dash};
}

SceneShape textShape(const QString &text, QPointF at, double size, Anchor anchor, Ink ink)
{
    return {.kind = ShapeKind::Text, .ink = ink, .points = {at}, .text = text, .size = size, .anchor = anchor};
}

void addGrid(ChartScene &scene, const ChartLayout &layout)
{
    const QRectF &plot = layout.plot;
    const Ink grid{.role = InkRole::Grid};
    if (!layout.xCategories) {
        for (const TickMark &tick : layout.xTicks)
            scene.under.push_back(lineShape({tick.pixel, plot.top()}, {tick.pixel, plot.bottom()}, grid));
    }
    if (!layout.yCategories) {
        for (const TickMark &tick : layout.yTicks)
            scene.under.push_back(lineShape({plot.left(), tick.pixel}, {plot.right(), tick.pixel}, grid));
    }
}

/// A line where bars stand, else along the bottom; beside it too where categories stand on the left.
void addAxisLines(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout)
{
    const QRectF &plot = layout.plot;
    const Ink ink{.role = InkRole::Axis};
    const AxisScale &values = spec.horizontal ? layout.x : layout.y;
    const bool zero = !values.logarithmic && !values.deviate && values.min <= 0 && values.max >= 0;
    if (layout.yCategories && !layout.xCategories) {
        const double x = zero ? layout.x.pixel(0) : plot.left();
        scene.under.push_back(lineShape({x, plot.top()}, {x, plot.bottom()}, ink));
        return;
    }
    const double y = zero && values.min < 0 && !spec.horizontal ? layout.y.pixel(0) : plot.bottom();
    scene.under.push_back(lineShape({plot.left(), y}, {plot.right(), y}, ink));
    if (spec.square)
        scene.under.push_back(lineShape(plot.topLeft(), plot.bottomLeft(), ink));
}

void addTickLabels(ChartScene &scene, const ChartLayout &layout)
{
    const QRectF &plot = layout.plot;
    const double size = layout.fontSize;
    const Ink values{.role = InkRole::Faint}, names{.role = InkRole::Text};
    for (const TickMark &tick : layout.xTicks) {
        if (tick.text.isEmpty())
            continue;
        const bool turned = layout.xAngle != 0;
        SceneShape text =
            textShape(tick.text, {tick.pixel + (turned ? size * 0.35 : 0), plot.bottom() + size * 1.25 + 2}, size,
                      turned ? Anchor::End : Anchor::Middle, layout.xCategories ? names : values);
        text.angle = layout.xAngle;
        scene.under.push_back(std::move(text));
    }
    for (const TickMark &tick : layout.yTicks) {
        if (!tick.text.isEmpty())
            scene.under.push_back(textShape(tick.text, {plot.left() - 8, tick.pixel + size * 0.35}, size, Anchor::End,
                                            layout.yCategories ? names : values));
    }
}

void addTitles(ChartScene &scene, const ChartLayout &layout)
{
    const double size = layout.fontSize * 1.12, left = 10;
    double y = 10 + size;
    for (const QString &text : layout.titleLines) {
        SceneShape shape = textShape(text, {left, y}, size, Anchor::Start, {.role = InkRole::Text});
        shape.bold = true;
        scene.under.push_back(std::move(shape));
        y += std::ceil(size * 1.35);
    }
    const Ink faint{.role = InkRole::Faint};
    if (!layout.yTitle.isEmpty())
        scene.under.push_back(
            textShape(layout.yTitle, {left, layout.yTitleBaseline}, layout.fontSize, Anchor::Start, faint));
    if (!layout.xTitle.isEmpty()) {
        double below = layout.plot.bottom() + layout.fontSize * 2.65 + 2;
        if (layout.xAngle != 0) {
            double longest = 0;
            for (const TickMark &tick : layout.xTicks)
                longest = std::max(longest, tick.text.isEmpty() ? 0 : tick.width);
            below += longest * std::sin(0.7);
        }
        // Right-aligned under the plot, or from the left edge where it is longer than that.
        const double wide = 1.2 * estimatedTextWidth(layout.xTitle, layout.fontSize, false);
        const bool fits = wide < layout.plot.right() - left;
        scene.under.push_back(textShape(layout.xTitle, {fits ? layout.plot.right() : left, below}, layout.fontSize,
                                        fits ? Anchor::End : Anchor::Start, faint));
    }
}

} // namespace

void addFrame(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout)
{
    addGrid(scene, layout);
    addTickLabels(scene, layout);
    addTitles(scene, layout);
    const bool cells = std::any_of(spec.series.begin(), spec.series.end(),
                                   [](const Series &s) { return s.kind == SeriesKind::Cells; });
    if (!cells)
        addAxisLines(scene, spec, layout);
}

void addMarks(ChartScene &scene, const ChartLayout &layout)
{
    const QRectF &plot = layout.plot;
    for (const MarkLine &mark : layout.marks) {
        const QPointF from = mark.vertical
                                 ? QPointF(mark.pixel, mark.label.isEmpty() ? plot.top() : mark.label.bottom())
                                 : QPointF(plot.left(), mark.pixel);
        const QPointF to = mark.vertical ? QPointF(mark.pixel, plot.bottom()) : QPointF(plot.right(), mark.pixel);
        scene.over.push_back(lineShape(from, to, {.role = InkRole::Faint}, 1.2, Qt::DashLine));
        if (mark.label.isEmpty())
            continue;
        if (mark.vertical) {
            scene.over.push_back(textShape(mark.text, {mark.label.left(), mark.label.bottom() - layout.fontSize * 0.28},
                                           layout.fontSize * 0.92, Anchor::Start, {.role = InkRole::Text}));
            continue;
        }
        // A backing keeps the words readable over data.
        scene.over.push_back({.kind = ShapeKind::Rects,
                              .ink = {.role = InkRole::Background, .index = 0, .alpha = 0.8},
                              .rects = {mark.label.adjusted(-2, 0, 1, 0)}});
        scene.over.push_back(textShape(mark.text, {mark.label.left(), mark.label.bottom() - layout.fontSize * 0.28},
                                       layout.fontSize * 0.92, Anchor::Start, {.role = InkRole::Text}));
    }
}

void addLegend(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout)
{
    const double size = layout.fontSize;
    for (const LegendEntry &entry : layout.legend) {
        const double middle = entry.box.center().y(), left = entry.box.left();
        const double baseline = middle + size * 0.35;
        if (entry.series < 0) {
            scene.over.push_back(
                textShape(spec.shadeLow, {left, baseline}, size, Anchor::Start, {.role = InkRole::Faint}));
            const double from = left + (entry.box.width() - 78) * 0.5, cell = 72.0 / shadeSteps;
            for (int step = 0; step < shadeSteps; ++step)
                scene.over.push_back({.kind = ShapeKind::Rects,
                                      .ink = {.role = InkRole::Shade, .index = step},
                                      .rects = {QRectF(from + step * cell, middle - 4, cell + 0.3, 8)}});
            scene.over.push_back(
                textShape(spec.shadeHigh, {entry.box.right(), baseline}, size, Anchor::End, {.role = InkRole::Faint}));
            continue;
        }
        const Series &series = spec.series[static_cast<std::size_t>(entry.series)];
        const SlotStyle style = slotStyle(series.slot, false);
        const Ink ink{.role = InkRole::Slot, .index = series.slot};
        if (series.kind == SeriesKind::Scatter)
            scene.over.push_back({.kind = ShapeKind::Dots,
                                  .ink = ink,
                                  .points = {{left + 11, middle}},
                                  .width = 8,
                                  .marker = style.marker});
        else if (series.kind == SeriesKind::Line || series.kind == SeriesKind::Step)
            scene.over.push_back(lineShape({left, middle}, {left + 22, middle}, ink, 2.2, style.dash));
        else
            scene.over.push_back(
                {.kind = ShapeKind::Rects, .ink = ink, .rects = {QRectF(left + 6, middle - 5, 11, 10)}});
        scene.over.push_back(
            textShape(entry.text, {left + 28, baseline}, size, Anchor::Start, {.role = InkRole::Text}));
    }
}

QColor inkColor(const Ink &ink, bool dark)
{
    const ChartInk inks = chartInk(dark);
    switch (ink.role) {
    case InkRole::Text:
        return inks.text;
    case InkRole::Faint:
        return inks.faintText;
    case InkRole::Grid:
        return inks.grid;
    case InkRole::Axis:
        return inks.axis;
    case InkRole::Background:
        return inks.background;
    case InkRole::Positive:
        return inks.positive;
    case InkRole::Negative:
        return inks.negative;
    case InkRole::Shade:
        return shadeColor(ink.index, dark);
    case InkRole::Slot:
        break;
    }
    return slotStyle(ink.index, dark).color;
}

std::vector<double> dashPattern(Qt::PenStyle style)
{
    switch (style) {
    case Qt::DashLine:
        return {7, 3.5};
    case Qt::DotLine:
        return {2, 3};
    case Qt::DashDotLine:
        return {8, 3, 2, 3};
    default:
        return {};
    }
}

ChartScene buildScene(const ChartSpec &spec, const ChartLayout &layout, const SceneOptions &options)
{
    ChartScene scene;
    addFrame(scene, spec, layout);
    addMarks(scene, layout);
    for (std::size_t i = 0; i < spec.series.size(); ++i) {
        switch (spec.series[i].kind) {
        case SeriesKind::Bars:
            addBars(scene, spec, layout, i);
            break;
        case SeriesKind::Cells:
            addCells(scene, spec, layout, i);
            break;
        case SeriesKind::Scatter:
            addScatter(scene, spec, layout, i, options);
            break;
        case SeriesKind::Line:
        case SeriesKind::Step:
        case SeriesKind::Steps:
            addCurve(scene, spec, layout, i, options);
            break;
        }
    }
    addLegend(scene, spec, layout);
    return scene;
}

} // namespace assay::ui
