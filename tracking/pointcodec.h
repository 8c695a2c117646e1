// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <span>

namespace assay::tracking {

/// Points as a chunk of the store, so that every bit comes back: count, then steps and times as the shortest of their
/// differences, the differences of these, or first and stride, then the values, of four bytes each where that is all of
/// them. Between 4 and 11 bytes a point where steps follow each other.
QByteArray packPoints(std::span<const MetricPoint> points);

/// Adds the points of @p chunk to @p points; false when it is not a whole chunk.
bool unpackPoints(const QByteArray &chunk, std::vector<MetricPoint> &points);

/// How many points @p chunk says it holds; 0 for none.
qint64 packedCount(const QByteArray &chunk);

} // namespace assay::tracking
