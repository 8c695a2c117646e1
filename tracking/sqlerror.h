// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QSqlError>
#include <QString>

namespace assay::tracking {

/// What SQLite's result code means to the user of the store at @p path: `store_locked`, `store_full`,
/// `store_read_only`, `store_damaged`; `store_failed` for what should not happen.
Failure storeFailure(const QSqlError &error, const QString &path);

Failure storeReadOnly(const QString &path);
Failure storeDamaged(const QString &path, const QString &reason);

} // namespace assay::tracking
