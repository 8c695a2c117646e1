// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

#include <QColor>
#include <QPointF>
#include <Qt>
#include <vector>

namespace assay::ui {

/// What something is drawn in, by meaning; window, document and export each know their own colours.
enum class InkRole { Text, Faint, Grid, Axis, Background, Slot, Positive, Negative, Shade };

struct Ink
{
    InkRole role = InkRole::Text;
    int index = 0;    ///< of a slot or shade step
    double alpha = 1; ///< of its fill or stroke

    bool operator==(const Ink &) const = default;
};

enum class ShapeKind {
    Polyline, ///< `points`
    Polygon,  ///< `points`, filled: the upper edge from left to right, then the lower one back
    Rects,    ///< `rects`, filled
    Dots,     ///< `points`, each a marker of diameter `width`
    Text      ///< `text` with its anchor (baseline) at points[0]
};

enum class Anchor { Start, Middle, End };

/// One thing to draw, in pixels.
struct SceneShape
{
    ShapeKind kind = ShapeKind::Polyline;
    Ink ink;
    std::vector<QPointF> points = {};
    std::vector<QRectF> rects = {};
    double width = 1; ///< of a pen or marker [px]
    Qt::PenStyle dash = Qt::SolidLine;
    int marker = 0;
    int series = -1;       ///< which it belongs to
    std::size_t lower = 2; ///< polygon: how many of the points are its lower edge
    QString text = {};
    double size = 12; ///< of text [px]
    bool bold = false;
    Anchor anchor = Anchor::Start;
    double angle = 0; ///< [degrees] about the anchor
};

/// A chart taken apart into shapes. `data` is clipped to the plot; the others are not.
struct ChartScene
{
    std::vector<SceneShape> under; ///< grid, axes, labels, bars
    std::vector<SceneShape> data;  ///< lines, areas, points
    std::vector<SceneShape> over;  ///< intervals, marks, legend
};

struct SceneOptions
{
    std::size_t linePoints = 0; ///< at most so many points a line; 0: what the columns of pixels give
    int densityCell = 4;        ///< [px]
};

ChartScene buildScene(const ChartSpec &spec, const ChartLayout &layout, const SceneOptions &options = {});

/// The colour of @p ink, without its transparency.
QColor inkColor(const Ink &ink, bool dark);

/// Lengths of dash and gap of a pen style [px]; empty for solid.
std::vector<double> dashPattern(Qt::PenStyle style);

// The parts of buildScene().
void addFrame(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout);
void addBars(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t series);
void addCells(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t series);
void addCurve(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t series,
              const SceneOptions &options);
void addScatter(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout, std::size_t series,
                const SceneOptions &options);
bool hasInterval(const Series &series, std::size_t i);
void addWhisker(ChartScene &scene, QPointF low, QPointF high);
void addMarks(ChartScene &scene, const ChartLayout &layout);
void addLegend(ChartScene &scene, const ChartSpec &spec, const ChartLayout &layout);

} // namespace assay::ui
