// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

/// What opening a store can afford to look at: every page of a small one; of a large one the first and the last entry
/// of every table. `checkStore` looks at everything. Errors: `store_damaged`.
Result<void> lookForDamage(Connection &connection);

/// What is wrong with a file that is shorter than its own beginning says, or that is empty although there are things
/// of its runs beside it; seen without opening it. What a log holds may be what is missing: then nothing is said.
std::optional<Error> missingPart(const QString &path);

} // namespace assay::tracking
