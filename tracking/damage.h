// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

/// What opening a store can afford to look at: every page of a small one; of a large one its length and the first and
/// the last entry of every table. `checkStore` looks at everything. Errors: `store_damaged`.
Result<void> lookForDamage(Connection &connection);

} // namespace assay::tracking
