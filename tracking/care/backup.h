// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/care/finding.h"

namespace assay::tracking {

struct BackupReport
{
    QString path = {};
    qint64 bytes = 0; ///< of the store itself
    qint64 runs = 0;
    qint64 artifacts = 0, artifactBytes = 0;
    std::vector<Finding> missing = {}; ///< artifacts that were not there whole to be copied

    bool operator==(const BackupReport &) const = default;
};

/// Copies the store at @p from as it is at this moment, while others go on writing, to the file @p to, and its
/// artifacts beside it as a store has them; bytes that are there already are not copied again. The file appears,
/// verified and on the disk itself, once everything is copied. Errors: `file_exists` unless @p overwrite,
/// `store_in_use` when @p to is a store with a log, `store_full`, `store_damaged`, those of openSource, `cancelled`.
Result<BackupReport> backupStore(const QString &from, const QString &to, bool overwrite = false,
                                 const Context &context = {});

} // namespace assay::tracking
