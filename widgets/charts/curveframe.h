// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
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
    double place(double x) const { return m_x.at(m_x.logarithmic ? std::log10(x) : x); }
    /// In pixels from the top. Far beyond the edges a line looks the same, so it is kept within reach of the picture;
    /// what is not positive lies below the foot of a logarithmic axis.
    double row(double y) const
    {
        if (m_y.logarithmic)
            y = y > 0 ? std::log10(y) : -std::numeric_limits<double>::infinity();
        return std::clamp(m_y.at(y), m_rowMin, m_rowMax);
    }
    /// The pixel of the axis's 0 or 1, from which dashes are counted: they move with the curve.
    double origin() const { return m_x.at(0) / m_parts; }

private:
    /// An axis made ready for millions of values.
    struct Line
    {
        double base = 0, slope = 1, start = 0;
        bool logarithmic = false;
        /// The start is taken off first: microseconds since 1970 times a large slope would lose whole pixels.
        double at(double unit) const { return base + slope * (unit - start); }
    };
    static Line lineOf(const AxisScale &scale, double parts);

    Line m_x, m_y;
    int m_width, m_height, m_parts;
    double m_rowMin, m_rowMax;
    std::vector<double> m_borders;
};

} // namespace assay::ui
