// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <cstdint>
#include <span>

namespace assay::tracking {

// Whole numbers of points as bytes. Differences wrap around, so that any two 64-bit numbers have one.

inline constexpr std::size_t longestVarint = 10;

using PointField = qint64 MetricPoint::*;

/// How a column is written. Even: the first and the constant difference, whatever the number of points.
enum class ColumnMode : unsigned char { Differences = 0, SecondDifferences = 1, Even = 2 };

char *writeVarint(char *out, std::uint64_t value);
/// Null when the bytes end within it or it is too long.
const char *readVarint(const char *in, const char *end, std::uint64_t &value);

/// The mode that takes the fewest bytes.
ColumnMode smallestMode(std::span<const MetricPoint> points, PointField field);
char *writeColumn(char *out, std::span<const MetricPoint> points, PointField field, ColumnMode mode);
/// Null when the bytes are no such column.
const char *readColumn(const char *in, const char *end, std::span<MetricPoint> points, PointField field,
                       ColumnMode mode);

} // namespace assay::tracking
