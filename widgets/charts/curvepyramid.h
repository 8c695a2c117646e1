// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace assay::ui {

/// Least and greatest of some values; low > high where there are none.
struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool empty() const { return !(low <= high); }
    void add(double value) // NaN changes nothing
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    void add(const Extent &other)
    {
        low = other.low < low ? other.low : low;
        high = other.high > high ? other.high : high;
    }
    bool operator==(const Extent &) const = default;
};

/// A value that cannot be drawn, by its place among the points.
struct CurveHole
{
    enum Kind { NotANumber, PlusInfinity, MinusInfinity };
    std::size_t index = 0;
    Kind kind = NotANumber;

    bool operator==(const CurveHole &) const = default;
};

/// The points of a curve in the order they were logged, with the least and greatest value of every stretch of 64,
/// 4,096, … of them, so that a stretch of any length is summed up in a few steps. Nothing is left out or averaged. A
/// value once made is not changed, so any thread may read it.
class CurvePyramid
{
public:
    static constexpr std::size_t block = 64;

    CurvePyramid() = default;
    /// As many @p x as @p y. Points whose y is not finite are holes; those whose x is not finite too.
    CurvePyramid(std::vector<double> x, std::vector<double> y);

    std::size_t size() const { return m_x.size(); }
    std::span<const double> x() const { return m_x; }
    std::span<const double> y() const { return m_y; } ///< NaN at holes
    std::span<const CurveHole> holes() const { return m_holes; }
    /// Where stretches begin within which x does not fall; the first is 0.
    std::span<const std::size_t> laps() const { return m_laps; }
    std::size_t lapEnd(std::size_t lap) const { return lap + 1 < m_laps.size() ? m_laps[lap + 1] : size(); }
    /// Keeps going back, such as one metric over another: looked at point by point.
    bool restless() const { return m_laps.size() > size() / 32 + 4; }

    /// Goes by steps of one size from the first point to the last, as most metrics are logged.
    bool even() const { return m_even; }

    Extent extentX() const { return m_extentX; }
    /// Of the points [begin, end).
    Extent extent(std::size_t begin, std::size_t end) const;
    Extent extent() const { return extent(0, size()); }
    /// Of the points with x in [from, to].
    Extent extentWithin(double from, double to) const;
    /// Positive ones only, for logarithmic axes; infinite without any.
    double leastPositiveX() const { return m_leastPositiveX; }
    double leastPositiveY() const { return m_leastPositiveY; }

private:
    std::vector<double> m_x, m_y;
    std::vector<CurveHole> m_holes;
    std::vector<std::size_t> m_laps;
    std::vector<std::vector<Extent>> m_levels;
    Extent m_extentX;
    bool m_even = false;
    double m_leastPositiveX = std::numeric_limits<double>::infinity();
    double m_leastPositiveY = std::numeric_limits<double>::infinity();
};

/// What of a curve lies in one column of pixels, one after the other.
struct CurveColumn
{
    int column = 0;                  ///< −1: left of the first, `columns`: right of the last
    bool apart = false;              ///< not joined to what came before
    std::size_t first = 0, last = 0; ///< its first and last point that can be drawn
    Extent y;                        ///< beside the columns: of the first and last alone

    bool operator==(const CurveColumn &) const = default;
};

/// Columns [borders[c], borders[c + 1]), the last one closed, of what @p curve passes through, in logged order: the
/// exact least and greatest value in each. A curve that goes back comes to a column again. Work grows with the columns,
/// not with the points, unless x falls often.
std::vector<CurveColumn> curveColumns(const CurvePyramid &curve, std::span<const double> borders);

/// The point that can be drawn whose x is nearest to @p x, the latest of several; none without any.
std::optional<std::size_t> nearestPoint(const CurvePyramid &curve, double x);

} // namespace assay::ui
