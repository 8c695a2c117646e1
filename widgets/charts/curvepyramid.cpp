// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvepyramid.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

CurvePyramid::CurvePyramid(std::vector<double> x, std::vector<double> y)
    : m_x(std::move(x))
    , m_y(std::move(y))
{
    double before = 0;
    const double start = m_x.empty() ? 0 : m_x.front(), step = m_x.size() < 2 ? 0 : m_x[1] - start;
    m_even = step > 0;
    for (std::size_t i = 0; i < m_x.size(); ++i) {
        double &value = m_y[i];
        if (!std::isfinite(m_x[i])) {
            m_x[i] = before; // keeps the order; the point is not drawn
            m_holes.push_back({i, CurveHole::NotANumber});
            value = std::numeric_limits<double>::quiet_NaN();
        } else if (!std::isfinite(value)) {
            m_holes.push_back({i, std::isnan(value) ? CurveHole::NotANumber
                                  : value > 0       ? CurveHole::PlusInfinity
                                                    : CurveHole::MinusInfinity});
            value = std::numeric_limits<double>::quiet_NaN();
        } else if (value > 0) {
            m_leastPositiveY = std::min(m_leastPositiveY, value);
        }
        if (i == 0 || m_x[i] < before)
            m_laps.push_back(i);
        before = m_x[i];
        m_even = m_even && before == start + step * static_cast<double>(i);
        m_extentX.add(before);
        if (before > 0)
            m_leastPositiveX = std::min(m_leastPositiveX, before);
        if (i % block == 0) {
            if (m_levels.empty())
                m_levels.emplace_back();
            m_levels.front().emplace_back();
        }
        m_levels.front().back().add(value);
    }
    while (!m_levels.empty() && m_levels.back().size() > block) {
        std::vector<Extent> above;
        const std::vector<Extent> &below = m_levels.back();
        for (std::size_t i = 0; i < below.size(); ++i) {
            if (i % block == 0)
                above.emplace_back();
            above.back().add(below[i]);
        }
        m_levels.push_back(std::move(above));
    }
}

Extent CurvePyramid::extent(std::size_t begin, std::size_t end) const
{
    Extent out;
    const auto walk = [&out](const auto &values, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            out.add(values[i]);
    };
    // The ends at each level one by one, what is between them at the next.
    const auto ends = [&](const auto &values, bool top) {
        if (top || end - begin <= 2 * block) {
            walk(values, begin, end);
            begin = end;
            return;
        }
        const std::size_t up = (begin + block - 1) / block, down = end / block;
        walk(values, begin, up * block);
        walk(values, down * block, end);
        begin = up;
        end = down;
    };
    if (begin >= end)
        return out;
    ends(m_y, m_levels.empty());
    for (std::size_t level = 0; level < m_levels.size() && begin < end; ++level)
        ends(m_levels[level], level + 1 == m_levels.size());
    return out;
}

Extent CurvePyramid::extentWithin(double from, double to) const
{
    Extent out;
    for (std::size_t lap = 0; lap < m_laps.size(); ++lap) {
        const auto begin = m_x.begin() + static_cast<std::ptrdiff_t>(m_laps[lap]);
        const auto end = m_x.begin() + static_cast<std::ptrdiff_t>(lapEnd(lap));
        const auto low = std::lower_bound(begin, end, from), high = std::upper_bound(low, end, to);
        out.add(extent(static_cast<std::size_t>(low - m_x.begin()), static_cast<std::size_t>(high - m_x.begin())));
    }
    return out;
}

namespace {

/// Goes through a curve and writes down the columns it passes.
class Walker
{
public:
    Walker(const CurvePyramid &curve, std::span<const double> borders)
        : m_curve(curve)
        , m_x(curve.x())
        , m_y(curve.y())
        , m_borders(borders)
        , m_columns(static_cast<int>(borders.size()) - 1)
    {
    }

    std::vector<CurveColumn> walk()
    {
        m_out.reserve(std::min(m_borders.size() + 2, m_curve.size()));
        if (m_curve.restless()) {
            for (std::size_t i = 0; i < m_curve.size(); ++i)
                add(columnOf(m_x[i]), i, i + 1);
        } else {
            for (std::size_t lap = 0; lap < m_curve.laps().size(); ++lap)
                walkLap(m_curve.laps()[lap], m_curve.lapEnd(lap));
        }
        return std::move(m_out);
    }

private:
    void walkLap(std::size_t begin, std::size_t end)
    {
        const std::size_t low = firstNotBelow(m_borders.front(), begin, end);
        add(-1, begin, low);
        int column = low < end ? columnOf(m_x[low]) : m_columns;
        std::size_t at = low;
        while (at < end && column < m_columns) {
            at = column + 1 < m_columns ? walkColumn(column, at, end)
                                        : addUpTo(firstAbove(m_borders.back(), at, end), column, at);
            if (at < end)
                column = nextColumn(column, m_x[at]);
        }
        add(m_columns, at, end);
    }

    std::size_t addUpTo(std::size_t next, int column, std::size_t at)
    {
        add(column, at, next);
        return next;
    }

    /// The few points of a column in one go; where there are many the pyramid sums them up. Where the next column
    /// begins.
    std::size_t walkColumn(int column, std::size_t at, std::size_t end)
    {
        const double border = m_borders[static_cast<std::size_t>(column) + 1];
        const std::size_t limit = std::min(end, at + CurvePyramid::block);
        std::size_t next = at;
        Extent y;
        bool hole = false;
        for (; next < limit && m_x[next] < border; ++next) {
            y.add(m_y[next]);
            hole = hole || std::isnan(m_y[next]);
        }
        if (hole || (next < end && m_x[next] < border) || (!m_out.empty() && m_out.back().column == column))
            return addUpTo(firstNotBelow(border, at, end), column, at);
        m_out.push_back(
            {.column = column, .apart = m_out.empty() || holeBefore(at), .first = at, .last = next - 1, .y = y});
        return next;
    }

    /// By steps that double, since the next border is near.
    std::size_t firstNotBelow(double border, std::size_t from, std::size_t end) const
    {
        std::size_t step = 1, low = from;
        while (low + step < end && m_x[low + step] < border) {
            low += step;
            step *= 2;
        }
        const auto first = m_x.begin() + static_cast<std::ptrdiff_t>(low);
        const auto last = m_x.begin() + static_cast<std::ptrdiff_t>(std::min(end, low + step + 1));
        return static_cast<std::size_t>(std::lower_bound(first, last, border) - m_x.begin());
    }
    std::size_t firstAbove(double border, std::size_t from, std::size_t end) const
    {
        const auto first = m_x.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = m_x.begin() + static_cast<std::ptrdiff_t>(end);
        return static_cast<std::size_t>(std::upper_bound(first, last, border) - m_x.begin());
    }

    int columnOf(double x) const
    {
        if (x < m_borders.front())
            return -1;
        if (x >= m_borders.back())
            return x == m_borders.back() ? m_columns - 1 : m_columns;
        return static_cast<int>(std::upper_bound(m_borders.begin(), m_borders.end(), x) - m_borders.begin()) - 1;
    }
    int nextColumn(int column, double x) const
    {
        for (int tries = 0; tries < 4; ++tries) {
            if (++column >= m_columns || x < m_borders[static_cast<std::size_t>(column) + 1])
                return column < m_columns ? column : columnOf(x);
        }
        return columnOf(x);
    }

    void add(int column, std::size_t begin, std::size_t end)
    {
        while (begin < end && std::isnan(m_y[begin]))
            ++begin;
        if (begin == end)
            return;
        std::size_t last = end - 1;
        while (std::isnan(m_y[last]))
            --last;
        const Extent y = extentOf(column, begin, last);
        if (!m_out.empty() && m_out.back().column == column) {
            m_out.back().last = last;
            m_out.back().y.add(y);
            return;
        }
        m_out.push_back(
            {.column = column, .apart = m_out.empty() || holeBefore(begin), .first = begin, .last = last, .y = y});
    }

    Extent extentOf(int column, std::size_t first, std::size_t last) const
    {
        Extent y{m_y[first], m_y[first]};
        if (column < 0 || column >= m_columns) {
            y.add(m_y[last]);
            return y;
        }
        if (last - first > CurvePyramid::block)
            return m_curve.extent(first, last + 1);
        for (std::size_t i = first + 1; i <= last; ++i)
            y.add(m_y[i]);
        return y;
    }

    /// Between the last point that was drawn and @p index.
    bool holeBefore(std::size_t index)
    {
        const auto holes = m_curve.holes();
        const std::size_t drawn = m_out.back().last;
        while (m_hole < holes.size() && holes[m_hole].index < drawn)
            ++m_hole;
        return m_hole < holes.size() && holes[m_hole].index < index;
    }

    const CurvePyramid &m_curve;
    std::span<const double> m_x, m_y, m_borders;
    int m_columns;
    std::size_t m_hole = 0;
    std::vector<CurveColumn> m_out;
};

} // namespace

std::vector<CurveColumn> curveColumns(const CurvePyramid &curve, std::span<const double> borders)
{
    return borders.size() < 2 ? std::vector<CurveColumn>() : Walker(curve, borders).walk();
}

std::optional<std::size_t> nearestPoint(const CurvePyramid &curve, double x)
{
    std::optional<std::size_t> best;
    const auto xs = curve.x(), ys = curve.y();
    const auto consider = [&](std::size_t i) {
        if (!std::isnan(ys[i]) && (!best || std::abs(xs[i] - x) <= std::abs(xs[*best] - x)))
            best = i;
    };
    if (curve.laps().size() > 256) {
        for (std::size_t i = 0; i < curve.size(); ++i)
            consider(i);
        return best;
    }
    for (std::size_t lap = 0; lap < curve.laps().size(); ++lap) {
        const std::size_t begin = curve.laps()[lap], end = curve.lapEnd(lap);
        const auto at = std::lower_bound(xs.begin() + static_cast<std::ptrdiff_t>(begin),
                                         xs.begin() + static_cast<std::ptrdiff_t>(end), x);
        // Past holes on either side.
        std::size_t above = static_cast<std::size_t>(at - xs.begin()), below = above;
        while (below > begin && std::isnan(ys[below - 1]))
            --below;
        if (below > begin)
            consider(below - 1);
        while (above < end && std::isnan(ys[above]))
            ++above;
        // Of several at one x the latest.
        while (above + 1 < end && xs[above + 1] == xs[above] && !std::isnan(ys[above + 1]))
            ++above;
        if (above < end)
            consider(above);
    }
    return best;
}

} // namespace assay::ui
