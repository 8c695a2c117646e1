// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"
#include "tracking/runtable.h"

namespace assay::tracking::query {

// With how many runs of a query have each key, sorted; in two halves that cost about the same.

Result<std::vector<KeyUse>> metricUse(Connection &connection, const RunQuery &query);
/// Of parameters and tags, with the number of their values.
Result<RunKeyUse> factUse(Connection &connection, const RunQuery &query);

} // namespace assay::tracking::query
