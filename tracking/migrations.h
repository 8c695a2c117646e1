// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

#include <vector>

namespace assay::tracking {

/// One step forward of the schema: the statements that make version `version` from the one before.
struct Migration
{
    int version = 0;
    std::vector<QByteArray> statements;
};

/// "ASAY": tells our files from other SQLite files.
inline constexpr qint64 applicationId = 0x41534159;

/// All versions there ever were, in order, from an empty file on.
const std::vector<Migration> &builtinMigrations();

/// Looks at @p path without changing it: `store_not_sqlite` for anything but a database or nothing, `store_damaged` for
/// a store whose beginning is gone, `store_read_only` where a store cannot be written.
Result<void> checkStoreFile(const QString &path);

/// The version of a store that this program knows; 0 of an empty file. Errors: `store_not_assay`, `store_newer`.
Result<int> storeVersion(Connection &connection, int newest);

/// Brings the file to the newest version in one transaction, after a copy of an older one beside it. Refuses databases
/// of other programs (`store_not_assay`), of later versions (`store_newer`) and damaged ones, none of which it changes.
Result<void> migrate(Database &database, const std::vector<Migration> &migrations);

/// Where the copy of a store of @p version is put before it is migrated; a name not yet taken.
QString backupPath(const QString &path, int version);

} // namespace assay::tracking
