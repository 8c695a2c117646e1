// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/care/finding.h"

namespace assay::tracking {

/// What looking at a whole store told.
struct CheckReport
{
    QString path = {};
    int version = 0;
    qint64 bytes = 0;
    qint64 runs = 0, series = 0, points = 0;
    qint64 artifacts = 0, artifactBytes = 0; ///< different files, referred to
    std::vector<Finding> findings = {};      ///< what is damaged
    QStringList orphans = {};                ///< files that nothing refers to: no damage, only room
    qint64 orphanBytes = 0;

    bool sound() const { return findings.empty(); }
    bool operator==(const CheckReport &) const = default;
};

/// Reads the whole store at @p path without changing it, while others may write: every page, every reference between
/// tables, every chunk of every series against what is known of the series, and every artifact by its digest. Damage is
/// a finding, not a failure. Errors: `store_missing`, `store_not_sqlite`, `store_not_assay`, `store_newer`,
/// `cancelled`.
Result<CheckReport> checkStore(const QString &path, const Context &context = {});

} // namespace assay::tracking
