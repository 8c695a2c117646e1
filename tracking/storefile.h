// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/migrations.h"

namespace assay::tracking {

/// Makes the folder of @p path where it is missing and looks whether a store can be there, without changing what is.
/// Errors: `store_not_sqlite`, `store_read_only`.
Result<void> prepareStoreFile(const QString &path);

/// Brings the file to the newest version and into write-ahead mode. A file that was new and could not be made is
/// removed.
Result<void> openStore(Database &database, const std::vector<Migration> &migrations);

/// Removes what is left of a store that could not be made; a file with anything in it stays.
void removeEmptyFile(const QString &path);

} // namespace assay::tracking
