// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepen.h"

#include <algorithm>

/// How a curve whose x never falls and whose values are all numbers is traced: nearly every metric is one. What is in
/// each column lies between two cuts; where a border cuts the line from point to point both neighbours have it.
namespace assay::ui {

namespace {

/// Of the points [from, to), one at least.
Extent extentOf(const CurvePyramid &curve, std::size_t from, std::size_t to)
{
    if (to - from > CurvePyramid::block)
        return curve.extent(from, to);
    const double *y = curve.y().data();
    double low = y[from], high = low;
    for (std::size_t i = from + 1; i < to; ++i) {
        low = std::min(low, y[i]);
        high = std::max(high, y[i]);
    }
    return {low, high};
}

} // namespace

void CurvePen::traceRising(const CurvePyramid &curve, const CurveCuts &cuts)
{
    const double *y = curve.y().data();
    const std::size_t size = curve.size();
    const auto crossing = [&](int border, std::size_t point) {
        const double row = m_frame.row(y[point - 1]);
        return static_cast<float>(row + cuts.share(border) * (m_frame.row(y[point]) - row));
    };
    std::size_t from = cuts.point(m_first);
    Span span;
    if (from > 0 && from < size)
        span.top = span.bottom = crossing(m_first, from);
    for (int part = 0; part < m_count; ++part) {
        const std::size_t to = cuts.point(m_first + part + 1);
        Span next;
        if (to > 0 && to < size)
            next.top = next.bottom = crossing(m_first + part + 1, to);
        span = {std::min(span.top, next.top), std::max(span.bottom, next.bottom)};
        if (from < to) {
            const Extent within = extentOf(curve, from, to);
            span = {std::min(span.top, static_cast<float>(m_frame.row(within.high))),
                    std::max(span.bottom, static_cast<float>(m_frame.row(within.low)))};
        }
        if (!span.empty()) {
            m_spans[static_cast<std::size_t>(part)] = span;
            m_low = std::min(m_low, part);
            m_high = part;
        }
        span = next;
        from = to;
    }
}

} // namespace assay::ui
