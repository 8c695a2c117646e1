// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/migrations.h"

#include <QTemporaryDir>

namespace assay::tracking {

/// The open file of a store. `Database::limitation()` says why it is only read, if it is.
struct StoreFile
{
    std::unique_ptr<QTemporaryDir> copy = {}; ///< what is read instead of an older store that cannot be migrated
    std::unique_ptr<Database> database = {};
};

/// Opens or makes the store at @p path, migrates it, and marks runs of dead processes. What cannot be written (a file,
/// a folder or a disk that is read-only or full) or is damaged is opened for reading, if it can be read at all.
Result<StoreFile> openStoreFile(const QString &path);

/// Makes the folder of @p path where it is missing and looks whether a store can be there, without changing what is.
/// Errors: `store_not_sqlite`, `store_read_only`.
Result<void> prepareStoreFile(const QString &path);

/// Brings the file to the newest version and into write-ahead mode.
Result<void> openStore(Database &database, const std::vector<Migration> &migrations);

/// Removes what is left of a store that could not be made; a file with anything in it stays.
void removeEmptyFile(const QString &path);

} // namespace assay::tracking
