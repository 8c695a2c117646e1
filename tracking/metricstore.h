// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/metricbuffer.h"

namespace assay::tracking {

/// Points of one full chunk.
inline constexpr qint64 chunkPoints = 4096;

/// The number of @p name in the table of keys, made when there is none.
qint64 keyId(Transaction &change, const QString &name);

/// Adds @p points, at least one, to the series of a run and a key that are in the store.
void appendPoints(Transaction &change, qint64 run, qint64 key, std::span<const MetricPoint> points);

/// Adds the points to their series in one transaction. Those of runs that are gone for good are dropped.
Result<void> writeMetrics(Database &database, const MetricBatch &batch);

/// Adds @p points to a series within a transaction of the caller's, packed.
void appendPoints(Transaction &change, qint64 run, const QString &key, std::span<const MetricPoint> points);
/// Whether @p a is the later one where the last is by step, then time, then the larger value, as MLflow has it.
bool isLater(const MetricPoint &a, const MetricPoint &b);
/// Makes @p last the last of a series whose last is not the point that was logged last. Returns whether it was another.
bool setLast(Transaction &change, qint64 run, qint64 key, const MetricPoint &last);
void eraseSeries(Transaction &change, qint64 run, const QString &key);

/// The points after the first @p from, in the order they were logged; none for an unknown key.
Result<std::vector<MetricPoint>> readSeries(Connection &connection, qint64 run, const QString &key, qint64 from = 0);
Result<std::map<QString, MetricSummary>> readSummaries(Connection &connection, qint64 run);

} // namespace assay::tracking
