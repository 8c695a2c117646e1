// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curvepen.h"

#include <memory>
#include <optional>

namespace assay::ui {

/// Draws curves into a picture faster than a general painter can: a curve is the stretch between its least and greatest
/// value in each column of pixels, with the line that joins it to the next. Strokes are as wide as asked at any slope
/// and smooth at their edges. What is to be drawn is first told, then painted in stripes by several threads. Not
/// thread-safe itself.
class CurveRaster
{
public:
    explicit CurveRaster(CurveFrame frame)
        : m_frame(std::move(frame))
    {
    }

    // Curves live until they are painted.
    void stroke(const CurvePyramid &curve, const QColor &color, double width, std::vector<double> dashes = {});
    /// Fills what is between two curves of the same x.
    void fill(const CurvePyramid &low, const CurvePyramid &high, const QColor &color);
    /// Everything so far fainter, by @p share of @p color.
    void wash(const QColor &color, double share);

    /// Over @p image, a Format_RGB32 in which the frame's upper left pixel is at @p corner; what has no room is cut
    /// off.
    void paint(QImage &image, QPoint corner = {}) const;

private:
    struct Work
    {
        const CurvePyramid *curve = nullptr, *below = nullptr; ///< neither: a wash
        CurveStyle style = {};
        unsigned share = 0;
    };
    /// What is worked out of a curve once for all stripes.
    struct Prepared
    {
        std::optional<CurveDots> dots = {};
        std::shared_ptr<const CurveCuts> cuts = {};
    };
    void run(CurvePen &pen, const Work &work, const Prepared &prepared) const;
    std::vector<Prepared> prepare() const;
    void takeDots(std::vector<Prepared> &prepared) const;
    void shareCuts(std::vector<Prepared> &prepared) const;

    CurveFrame m_frame;
    std::vector<Work> m_work;
};

/// Whether a curve is drawn as points instead of lines from point to point: it goes back and forth more often than
/// lines could be told apart.
bool drawnAsDots(const CurvePyramid &curve);

/// Whether a curve is wide enough in @p frame to be told by its dashes [px]. A narrow one could lie within a gap and
/// would be faint all over.
bool showsDashes(const CurvePyramid &curve, const CurveFrame &frame, std::span<const double> dashes);

} // namespace assay::ui
