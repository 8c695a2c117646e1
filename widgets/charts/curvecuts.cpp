// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvecuts.h"

#include <algorithm>

namespace assay::ui {

namespace {

/// The first of @p x from @p from on that is not below @p border, by steps that double: the next border is near.
std::size_t firstNotBelow(std::span<const double> x, double border, std::size_t from)
{
    std::size_t step = 1, low = from;
    if (low >= x.size() || x[low] >= border)
        return low;
    while (low + step < x.size() && x[low + step] < border) {
        low += step;
        step *= 2;
    }
    const auto first = x.begin() + static_cast<std::ptrdiff_t>(low + 1);
    const auto last = x.begin() + static_cast<std::ptrdiff_t>(std::min(x.size(), low + step + 1));
    return static_cast<std::size_t>(std::lower_bound(first, last, border) - x.begin());
}

} // namespace

CurveCuts::CurveCuts(const CurvePyramid &curve, const CurveFrame &frame, int first, int count)
    : m_first(first)
    , m_points(static_cast<std::size_t>(count) + 1)
    , m_shares(m_points.size(), 0)
{
    const auto borders = frame.borders().subspan(static_cast<std::size_t>(first), m_points.size());
    const std::span<const double> x = curve.x();
    std::size_t at = static_cast<std::size_t>(std::ranges::lower_bound(x, borders.front()) - x.begin());
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        at = firstNotBelow(x, borders[i], at);
        if (i + 1 == m_points.size()) // the last column is closed
            at = static_cast<std::size_t>(
                std::upper_bound(x.begin() + static_cast<std::ptrdiff_t>(at), x.end(), borders[i]) - x.begin());
        m_points[i] = at;
        if (at == 0 || at == x.size())
            continue;
        const double before = frame.place(x[at - 1]), after = frame.place(x[at]);
        const double border = first + static_cast<double>(i);
        m_shares[i] = after > before ? std::clamp((border - before) / (after - before), 0.0, 1.0) : 0;
    }
}

bool CurveCuts::fits(const CurvePyramid &curve, const CurveFrame &frame)
{
    return curve.size() > 1 && curve.laps().size() == 1 && curve.holes().empty() &&
           std::isfinite(frame.place(curve.x().front()));
}

} // namespace assay::ui
