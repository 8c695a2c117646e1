// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvedots.h"

namespace assay::ui {

CurveDots::CurveDots(const CurvePyramid &curve, const CurveFrame &frame, int size)
    : m_width(frame.width())
    , m_height(frame.height())
    , m_words(m_height / 64 + 1)
    , m_bits(static_cast<std::size_t>(m_width * m_words), 0)
{
    const double before = (size - 1) / 2.0, parts = frame.parts();
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double y = curve.y()[i];
        const double column = std::floor(frame.place(curve.x()[i]) / parts - before);
        if (std::isnan(y) || !(column > -size && column < m_width))
            continue;
        const int left = static_cast<int>(column), top = static_cast<int>(std::floor(frame.row(y) - before));
        for (int c = left; c < left + size; ++c)
            for (int r = top; r < top + size; ++r)
                take(c, r);
    }
}

void CurveDots::take(int column, int row)
{
    if (column < 0 || column >= m_width || row < 0 || row >= m_height)
        return;
    m_bits[static_cast<std::size_t>(column * m_words + row / 64)] |= quint64(1) << (row % 64);
}

} // namespace assay::ui
