// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

/// Writes the store as it is at this moment to the new file @p target, while others go on writing: it is there whole
/// and on the disk itself, or not at all. Errors: those of the store, told of @p target.
Result<void> copyStore(Connection &connection, const QString &target);

} // namespace assay::tracking
