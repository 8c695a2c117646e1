// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curveframe.h"
#include "widgets/charts/curvepyramid.h"

namespace assay::ui {

/// Where the borders between columns cut a curve whose x never falls. Curves of the same steps are cut alike, so that
/// this is worked out once for all of them.
class CurveCuts
{
public:
    /// The columns [first, first + count) of the parts of @p frame.
    CurveCuts(const CurvePyramid &curve, const CurveFrame &frame, int first, int count);

    /// Whether a curve can be traced by its cuts: x never falls, each value is a number and each x has a place.
    static bool fits(const CurvePyramid &curve, const CurveFrame &frame);

    /// The first point not left of border @p border of all parts; of the last border the first point right of it.
    std::size_t point(int border) const { return m_points[static_cast<std::size_t>(border - m_first)]; }
    /// How far from the point before to that one the border lies, 0 to 1.
    double share(int border) const { return m_shares[static_cast<std::size_t>(border - m_first)]; }

private:
    int m_first;
    std::vector<std::size_t> m_points; ///< [count + 1]
    std::vector<double> m_shares;      ///< [count + 1]
};

} // namespace assay::ui
