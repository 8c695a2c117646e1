// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/care/finding.h"

namespace assay::tracking {

/// What was saved of a damaged store, and what was not.
struct SalvageReport
{
    QString path = {};
    qint64 runs = 0, points = 0;
    qint64 lostRuns = 0;   ///< among the runs: of which only a part is left, under a made-up name
    qint64 lostPoints = 0; ///< as far as is known how many there were
    bool mostLost = false; ///< more is lost than was saved
    qint64 artifacts = 0, artifactBytes = 0;
    std::vector<Finding> lost = {};

    bool operator==(const SalvageReport &) const = default;
};

/// Writes everything that can be read of the store at @p from, which is not changed, to a new store at @p to: every
/// table around its damaged pages and, where it cannot be read through, by what each page holds, series as far as their
/// chunks decode, artifacts whose bytes are those that were stored. What refers to something lost is kept under a
/// made-up name. Where the list of tables itself is destroyed, the tables are found by what the pages hold. Errors:
/// `file_exists`, `store_damaged` when no table is found, those of openSource and RunStore::open, `cancelled` (then
/// nothing is kept).
Result<SalvageReport> salvageStore(const QString &from, const QString &to, const Context &context = {});

} // namespace assay::tracking
