// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace assay::engine {

/// The rows of a node lie beside each other in every column: [begin, end).
struct Segment
{
    std::size_t begin = 0, end = 0;
    std::size_t size() const { return end - begin; }
};

/// Every column's rows in the order of its values, sorted once; as a tree grows, each node's rows are kept together and
/// in order, so that all splits of a level are found in one walk along each column (Mehta, Agrawal, Rissanen 1996).
class SortedColumns
{
public:
    struct Entry
    {
        std::uint32_t row = 0;
        std::uint32_t rank = 0; ///< of the value among the column's distinct ones
    };
    static constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();

    /// @p rows of @p X are used.
    SortedColumns(const Matrix &X, const std::vector<std::uint32_t> &rows, int threads);

    std::size_t columns() const { return m_values.size(); }
    /// A node's rows by value in @p column, missing values last.
    std::span<const Entry> entries(std::size_t column, Segment segment) const
    {
        return std::span(m_entries[column]).subspan(segment.begin, segment.size());
    }
    /// A node's rows in the order of the data.
    std::span<const Entry> rows(Segment segment) const { return entries(columns(), segment); }
    /// Half way between two values of @p column, so that the lower one is at most it and the upper one is not.
    double between(std::size_t column, std::uint32_t lower, std::uint32_t upper) const;

    /// Puts the rows of each segment that @p goesLeft [rows of X] marks before the others.
    void part(std::span<const Segment> segments, const std::vector<std::uint8_t> &goesLeft, int threads);

private:
    void sort(const Matrix &X, const std::vector<std::uint32_t> &rows, std::size_t column);

    std::vector<std::vector<double>> m_values; ///< [columns] distinct, ascending
    std::vector<std::vector<Entry>> m_entries; ///< [columns + 1]; the last one in the order of the data
};

} // namespace assay::engine
