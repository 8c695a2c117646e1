// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"
#include "tracking/runtable.h"

namespace assay::tracking::query {

/// One spread a metric over the runs of @p query.
Result<std::vector<MetricSpread>> spread(Connection &connection, const RunQuery &query, const QStringList &metrics);
/// The runs of @p query by the value of @p key, those whose parent is one of them only where @p nested. Errors:
/// `bad_query` lists the keys there are.
Result<std::vector<RunGroup>> groups(Connection &connection, const RunQuery &query, const QString &key,
                                     const QStringList &metrics, bool nested);

} // namespace assay::tracking::query
