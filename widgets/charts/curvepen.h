// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curvecuts.h"
#include "widgets/charts/curvedots.h"
#include "widgets/charts/pixelink.h"

#include <QImage>
#include <QPoint>

namespace assay::ui {

/// How much of a curve is seen in a gap between dashes.
inline constexpr double gapShare = 0.22;

/// How a curve is drawn: @p width [px] and the lengths of dashes and gaps [px], none for a solid line. Where a gap is,
/// the curve is fainter but there: a gap hides no extreme.
struct CurveStyle
{
    PixelInk ink = {};
    double width = 1;
    std::vector<double> dashes = {};
};

/// Draws into some columns of a picture; the work of a CurveRaster, a pen for each stretch of columns. What lies beside
/// them is known as far as a stroke is wide, so that stretches meet without a seam.
class CurvePen
{
public:
    /// Of @p image, in which the frame's upper left pixel is at @p corner, columns [from, to) of the frame. @p margin
    /// is the widest a stroke reaches [px].
    CurvePen(const CurveFrame &frame, const quint32 *image, qsizetype stride, int from, int to, int margin);

    /// @p cuts of all its columns, where others have them already.
    void stroke(const CurvePyramid &curve, const CurveStyle &style, const CurveCuts *cuts = nullptr);
    /// Fills what is between two curves of the same x.
    void fill(const CurvePyramid &low, const CurvePyramid &high, const PixelInk &ink);
    void dots(const CurveDots &dots, const PixelInk &ink);
    /// Everything so far fainter, by @p share of 256.
    void wash(const PixelInk &ink, unsigned share);
    /// Back to where they came from.
    void give(quint32 *image, qsizetype stride) const;

private:
    struct Span
    {
        float top = 1e9F, bottom = -1e9F;
        bool empty() const { return top > bottom; }
    };
    void restart();
    std::vector<CurveColumn> columns(const CurvePyramid &curve) const;
    void trace(const CurvePyramid &curve, const CurveCuts *cuts = nullptr);
    void traceRising(const CurvePyramid &curve, const CurveCuts &cuts); // curvepenrising.cpp
    void lineTo(double place, double row);
    void widen(int part, double top, double bottom);
    void dot(int part, double row);
    void flush();
    void thicken();
    unsigned dashShare(int column) const;
    void blend(int column, std::span<const Span> parts);
    void blendOne(quint32 *pixels, const Span &span, unsigned alpha) const;
    void cover(float top, float bottom, float full);
    quint32 *pixels(int column)
    {
        return m_pixels.data() + static_cast<std::size_t>(column - m_from) * static_cast<std::size_t>(m_height);
    }

    const CurveFrame &m_frame;
    int m_height, m_parts, m_from, m_to;
    int m_first = 0, m_count = 0;  ///< parts of pixels that are traced, with the margin
    std::vector<quint32> m_pixels; ///< column by column
    std::vector<Span> m_spans, m_wide;
    std::vector<quint16> m_cover;

    // Of the stroke being drawn; parts count from m_first.
    int m_low = 0, m_high = -1, m_direction = 0;
    double m_place = 0, m_row = 0;
    CurveStyle m_style;
    double m_period = 0;
    bool m_collecting = false;
};

} // namespace assay::ui
