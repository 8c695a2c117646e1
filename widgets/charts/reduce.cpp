// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/reduce.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace assay::ui {

namespace {

/// The points of one column worth drawing, by index.
class Column
{
public:
    void start(std::size_t index) { m_first = m_low = m_high = m_last = index; }
    void add(std::size_t index, std::span<const double> y)
    {
        m_last = index;
        if (y[index] < y[m_low])
            m_low = index;
        if (y[index] > y[m_high])
            m_high = index;
    }
    void flush(std::vector<QPointF> &out, std::span<const double> x, std::span<const double> y) const
    {
        std::array<std::size_t, 4> kept{m_first, std::min(m_low, m_high), std::max(m_low, m_high), m_last};
        std::size_t before = static_cast<std::size_t>(-1);
        for (const std::size_t index : kept) {
            if (index != before)
                out.emplace_back(x[index], y[index]);
            before = index;
        }
    }

private:
    std::size_t m_first = 0, m_low = 0, m_high = 0, m_last = 0;
};

double distanceToLine(const QPointF &p, const QPointF &a, const QPointF &b)
{
    const QPointF d = b - a;
    const double length = std::hypot(d.x(), d.y());
    if (length == 0)
        return std::hypot(p.x() - a.x(), p.y() - a.y());
    return std::abs(d.x() * (p.y() - a.y()) - d.y() * (p.x() - a.x())) / length;
}

std::vector<QPointF> simplified(const std::vector<QPointF> &points, double tolerance)
{
    std::vector<char> keep(points.size(), 0);
    keep.front() = keep.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double worst = 0;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double away = distanceToLine(points[i], points[first], points[last]);
            if (away > worst) {
                worst = away;
                at = i;
            }
        }
        if (worst <= tolerance)
            continue;
        keep[at] = 1;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    std::vector<QPointF> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (keep[i])
            out.push_back(points[i]);
    }
    return out;
}

} // namespace

std::vector<QPointF> reduceLine(std::span<const double> x, std::span<const double> y, double from, double to,
                                int columns)
{
    std::vector<QPointF> out;
    const std::size_t n = std::min(x.size(), y.size());
    if (n == 0 || !(to >= from) || columns < 1)
        return out;
    const auto xs = x.first(n);
    auto begin = static_cast<std::size_t>(std::lower_bound(xs.begin(), xs.end(), from) - xs.begin());
    auto end = static_cast<std::size_t>(std::upper_bound(xs.begin(), xs.end(), to) - xs.begin());
    begin -= begin > 0 ? 1 : 0;
    end += end < n ? 1 : 0;
    if (end - begin <= static_cast<std::size_t>(columns)) {
        for (std::size_t i = begin; i < end; ++i) {
            if (std::isfinite(x[i]) && std::isfinite(y[i]))
                out.emplace_back(x[i], y[i]);
        }
        return out;
    }
    const double scale = to > from ? columns / (to - from) : 0;
    Column column;
    bool open = false;
    double current = 0;
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        const double at = std::floor((x[i] - from) * scale);
        if (open && at == current) {
            column.add(i, y);
            continue;
        }
        if (open)
            column.flush(out, x, y);
        column.start(i);
        current = at;
        open = true;
    }
    if (open)
        column.flush(out, x, y);
    return out;
}

std::vector<QPointF> simplifyLine(const std::vector<QPointF> &points, double tolerance, std::size_t limit)
{
    if (points.size() < 3)
        return points;
    std::vector<QPointF> out = simplified(points, tolerance);
    for (int i = 0; out.size() > limit && i < 40; ++i) {
        tolerance *= 1.5;
        out = simplified(points, tolerance);
    }
    return out;
}

DensityGrid density(std::span<const double> x, std::span<const double> y, const QRectF &range, int columns, int rows)
{
    DensityGrid grid{.columns = columns, .rows = rows, .counts = {}, .largest = 0};
    grid.counts.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const std::size_t n = std::min(x.size(), y.size());
    for (std::size_t i = 0; i < n; ++i) {
        const double u = (x[i] - range.left()) / range.width(), v = (y[i] - range.top()) / range.height();
        if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1))
            continue;
        const auto column = std::min(columns - 1, static_cast<int>(u * columns));
        const auto row = std::min(rows - 1, static_cast<int>(v * rows));
        int &count = grid.counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                                 static_cast<std::size_t>(column)];
        grid.largest = std::max(grid.largest, ++count);
    }
    return grid;
}

} // namespace assay::ui
