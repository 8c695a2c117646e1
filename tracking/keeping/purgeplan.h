// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/purge.h"

namespace assay::tracking {

/// The rows of the runs that @p request means and that may go, and how much they take.
struct PurgePlan
{
    std::vector<qint64> rows = {};
    PurgeSize size = {};
};

Result<PurgePlan> makePlan(Connection &connection, const PurgeRequest &request);

} // namespace assay::tracking
