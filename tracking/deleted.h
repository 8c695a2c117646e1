// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

/// A deleted run from its full id, or a prefix of at least 6 digits that only one deleted run has, or a name that only
/// one deleted run has; runs of the name that are not deleted do not matter. Errors: `unknown_run`, `ambiguous_run`,
/// `run_not_deleted` when only runs that are not deleted are called so.
Result<RunId> resolveDeleted(const RunStore &store, const QString &idOrName);

/// How many runs that are deleted, or that are not, stand below @p runs, these themselves left out.
Result<qint64> countBelow(const RunStore &store, const std::vector<RunId> &runs, bool deleted);

} // namespace assay::tracking
