// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/check.h"
#include "tracking/database.h"

namespace assay::tracking {

/// Reads every chunk of every series and compares it with what is known of the series; adds to the counts and findings
/// of @p report. Errors: `cancelled`.
Result<void> checkSeries(Connection &connection, CheckReport &report, const Context &context);

} // namespace assay::tracking
