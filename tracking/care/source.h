// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/finding.h"
#include "tracking/database.h"

namespace assay::tracking {

/// A store that is looked at without being changed, whatever its state.
struct Source
{
    std::unique_ptr<Database> database = {};
    int version = 0;
};

/// Errors: `store_missing`, `store_not_sqlite`, `store_not_assay`, `store_newer`; `store_damaged` when not even its
/// list of tables can be read.
Result<Source> openSource(const QString &path);

/// The different artifacts that runs and model versions refer to.
Result<std::vector<Artifact>> referredArtifacts(Connection &connection, int version);

/// Whether a run or a model version refers to those bytes now. An answer that cannot be had counts as yes.
bool isReferred(Connection &connection, int version, const QString &sha256);

} // namespace assay::tracking
