// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/storefile.h"

namespace assay::tracking {

/// Opens the store at @p path for reading only, because of @p why. It is read beside the programs that write it where
/// that works, else (a disk on which SQLite's shared index cannot be) as a file that nobody changes, its log included.
/// One of an older version is copied for the time it is open, and the copy migrated. Errors: @p why where nothing can
/// be read, `store_not_assay`, `store_newer`.
Result<StoreFile> openForReading(const QString &path, const Error &why);

/// Restricts @p database to reading, in the first way that works; returns the version of the store.
Result<int> readOnly(Database &database, const Error &why);

} // namespace assay::tracking
