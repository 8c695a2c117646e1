// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curveframe.h"
#include "widgets/charts/curvepyramid.h"

#include <bit>

namespace assay::ui {

/// Which pixels the points of a curve lie on, each point a square of @p size pixels: for curves that go back and forth
/// so often that lines from point to point would fill the picture. One step a point, however far apart they lie.
class CurveDots
{
public:
    CurveDots(const CurvePyramid &curve, const CurveFrame &frame, int size);

    /// Calls @p run(row, length) for the stretches of @p column that are taken, from the top.
    template<class Run>
    void forEachRun(int column, Run run) const
    {
        int from = -1;
        for (int word = 0; word < m_words; ++word) {
            quint64 bits = m_bits[static_cast<std::size_t>(column * m_words + word)];
            const int base = word * 64;
            int row = 0;
            while (row < 64) {
                const int next = from < 0 ? std::countr_zero(bits) : std::countr_one(bits);
                if (row + next >= 64)
                    break;
                row += next;
                bits >>= next;
                if (from < 0) {
                    from = base + row;
                } else {
                    run(from, base + row - from);
                    from = -1;
                }
            }
        }
        if (from >= 0)
            run(from, m_words * 64 - from);
    }

private:
    void take(int column, int row);

    int m_width, m_height, m_words;
    std::vector<quint64> m_bits; ///< column by column
};

} // namespace assay::ui
