// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveframe.h"

namespace assay::ui {

CurveFrame::Line CurveFrame::lineOf(const AxisScale &scale, double parts)
{
    const double slope = (scale.pixelMax - scale.pixelMin) / (scale.max - scale.min);
    return {
        .base = scale.pixelMin * parts, .slope = slope * parts, .start = scale.min, .logarithmic = scale.logarithmic};
}

CurveFrame::CurveFrame(AxisScale x, AxisScale y, int width, int height, int parts)
    : m_x(lineOf(x, parts))
    , m_y(lineOf(y, 1))
    , m_width(width)
    , m_height(height)
    , m_parts(parts)
    , m_rowMin(-2.0 * height)
    , m_rowMax(3.0 * height)
{
    const int columns = width * parts;
    m_borders.reserve(static_cast<std::size_t>(columns) + 1);
    for (int i = 0; i <= columns; ++i)
        m_borders.push_back(x.valueAt(static_cast<double>(i) / parts));
}

} // namespace assay::ui
