// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/charts/curvepyramid.h"

#include <QColor>
#include <QImage>
#include <algorithm>
#include <cmath>
#include <vector>

namespace assay::ui {

/// Where curves lie in a picture of @p width × @p height pixels: axes whose pixels count from its upper left corner.
class CurveFrame
{
public:
    /// @p parts of a pixel's width are looked at one by one, which smooths steep lines.
    CurveFrame(AxisScale x, AxisScale y, int width, int height, int parts = 1);

    int width() const { return m_width; }
    int height() const { return m_height; }
    int parts() const { return m_parts; }
    /// Values of x between the parts of pixels [width · parts + 1].
    std::span<const double> borders() const { return m_borders; }
    /// In parts of pixels from the left; not finite where the axis has no such value.
    double place(double x) const { return m_x.base + m_x.slope * (m_x.logarithmic ? std::log10(x) : x); }
    /// In pixels from the top. Far beyond the edges a line looks the same, so it is kept within reach of the picture;
    /// what is not positive lies below the foot of a logarithmic axis.
    double row(double y) const
    {
        const double pixel = m_y.base + m_y.slope * (m_y.logarithmic ? std::log10(y) : y);
        return std::isnan(pixel) ? 3.0 * m_height : std::clamp(pixel, -2.0 * m_height, 3.0 * m_height);
    }

private:
    /// An axis made ready for millions of values.
    struct Line
    {
        double base = 0, slope = 1;
        bool logarithmic = false;
    };
    static Line lineOf(const AxisScale &scale, double parts);

    Line m_x, m_y;
    int m_width, m_height, m_parts;
    std::vector<double> m_borders;
};

/// Draws curves into a picture faster than a general painter can: a curve is the stretch between its least and greatest
/// value in each column of pixels, with the line that joins it to the next. Strokes are as wide as asked at any slope
/// and smooth at their edges. Not thread-safe.
class CurveRaster
{
public:
    /// Draws over @p background.
    explicit CurveRaster(const QImage &background);

    void stroke(const CurvePyramid &curve, const CurveFrame &frame, const QColor &color, double width);
    /// Fills what is between two curves of the same x.
    void fill(const CurvePyramid &low, const CurvePyramid &high, const CurveFrame &frame, const QColor &color);
    /// Everything so far fainter, by @p share of @p color.
    void wash(const QColor &color, double share);

    QImage image() const;

private:
    struct Span
    {
        float top = 1e9F, bottom = -1e9F;
        bool empty() const { return top > bottom; }
    };
    struct Ink
    {
        quint32 redBlue = 0, green = 0;
        unsigned alpha = 256;
    };
    static Ink inkOf(const QColor &color);
    void restart(const CurveFrame &frame);
    void trace(const CurvePyramid &curve, const CurveFrame &frame, const std::vector<CurveColumn> &columns);
    void lineTo(double place, double row);
    void widen(int part, double top, double bottom);
    void dot(int column, double row);
    void flushStroke();
    void blend(int column, std::span<const Span> parts);

    int m_width, m_height;
    std::vector<quint32> m_pixels; ///< column by column

    // Of the stroke being drawn.
    std::vector<Span> m_spans, m_wide;
    std::vector<quint16> m_cover;
    int m_parts = 1, m_from = 0, m_to = -1, m_direction = 0;
    double m_place = 0, m_row = 0, m_penWidth = 1;
    Ink m_ink;
    bool m_collecting = false;
};

} // namespace assay::ui
