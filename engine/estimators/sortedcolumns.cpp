// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/sortedcolumns.h"

#include "engine/estimators/parallel.h"
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

SortedColumns::SortedColumns(const Matrix &X, const std::vector<std::uint32_t> &rows, int threads)
    : m_values(static_cast<std::size_t>(X.cols()))
    , m_entries(m_values.size() + 1)
{
    parallelFor(threads, columns(), [&](std::size_t column) { sort(X, rows, column); });
    m_entries.back().reserve(rows.size());
    for (const std::uint32_t row : rows)
        m_entries.back().push_back({.row = row, .rank = 0});
}

void SortedColumns::sort(const Matrix &X, const std::vector<std::uint32_t> &rows, std::size_t column)
{
    std::vector<KeyedRow> present;
    std::vector<Entry> absent;
    present.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const double value = X(row, static_cast<Eigen::Index>(column));
        if (std::isnan(value))
            absent.push_back({.row = row, .rank = missing});
        else
            present.push_back({.key = orderedBits(value), .row = row});
    }
    radixSort(present);
    std::vector<double> &values = m_values[column];
    std::vector<Entry> &entries = m_entries[column];
    entries.reserve(rows.size());
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (i == 0 || present[i].key != present[i - 1].key)
            values.push_back(fromOrderedBits(present[i].key));
        entries.push_back({.row = present[i].row, .rank = static_cast<std::uint32_t>(values.size() - 1)});
    }
    entries.insert(entries.end(), absent.begin(), absent.end());
}

double SortedColumns::between(std::size_t column, std::uint32_t lower, std::uint32_t upper) const
{
    if (upper == missing)
        return std::numeric_limits<double>::infinity();
    const double a = m_values[column][lower], b = m_values[column][upper];
    const double middle = a / 2 + b / 2;
    return middle >= a && middle < b ? middle : a;
}

void SortedColumns::part(std::span<const Segment> segments, const std::vector<std::uint8_t> &goesLeft, int threads)
{
    parallelFor(threads, m_entries.size(), [&](std::size_t column) {
        std::vector<Entry> right;
        for (const Segment &segment : segments) {
            right.clear();
            std::size_t next = segment.begin;
            for (std::size_t i = segment.begin; i < segment.end; ++i) {
                const Entry entry = m_entries[column][i];
                if (goesLeft[entry.row] != 0)
                    m_entries[column][next++] = entry;
                else
                    right.push_back(entry);
            }
            std::ranges::copy(right, m_entries[column].begin() + static_cast<std::ptrdiff_t>(next));
        }
    });
}

} // namespace assay::engine
