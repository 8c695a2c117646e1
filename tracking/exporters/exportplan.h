// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

/// Runs that shall be exported.
struct ExportChoice
{
    std::vector<RunId> runs = {};
    std::optional<RunQuery> query = {}; ///< and all that it finds
    bool children = false;              ///< with all runs below them that are not deleted
};

/// What an export of them takes along.
struct ExportPlan
{
    std::vector<RunId> runs = {}; ///< each once: those chosen, then those below them, parents first
    qint64 points = 0, artifacts = 0, artifactBytes = 0;

    bool operator==(const ExportPlan &) const = default;
};

/// Reads nothing of the runs but how much they hold. Errors: `bad_query`, `unknown_run` and those of the store.
Result<ExportPlan> planExport(const RunStore &store, const ExportChoice &choice);

/// About how much an export in @p format writes, before it is packed. [bytes]
qint64 roughBytes(const ExportPlan &plan, const QString &format);

} // namespace assay::tracking
