// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <span>
#include <vector>

namespace assay::ui {

/// What a screen can show of a line: of the points within each of @p columns equal columns of [from, to] the first,
/// lowest, highest and last, in their order, so that a spike of one point in a million stays. @p x must ascend; the
/// nearest point on either side of the range is kept, so that lines run to the edge. NaN values are left out.
std::vector<QPointF> reduceLine(std::span<const double> x, std::span<const double> y, double from, double to,
                                int columns);

/// At most @p limit of @p points, dropping those whose absence moves the line least (Douglas and Peucker 1973); for
/// documents.
std::vector<QPointF> simplifyLine(const std::vector<QPointF> &points, double tolerance, std::size_t limit);

/// Counts of points in cells of equal size.
struct DensityGrid
{
    int columns = 0, rows = 0;
    std::vector<int> counts; ///< [rows][columns], row 0 at the least y
    int largest = 0;

    int at(int column, int row) const
    {
        return counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// Scatters of more points than this are drawn as a density.
inline constexpr std::size_t scatterLimit = 5000;

/// @p points outside @p range are left out.
DensityGrid density(std::span<const double> x, std::span<const double> y, const QRectF &range, int columns, int rows);

} // namespace assay::ui
