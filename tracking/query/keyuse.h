// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"
#include "tracking/runtable.h"

namespace assay::tracking::query {

/// The keys that the runs of @p query have, each with how many; order, offset and limit do not matter.
Result<RunKeyUse> keyUse(Connection &connection, const RunQuery &query);

} // namespace assay::tracking::query
