// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/runtable.h"

namespace assay::tracking {

// Reading runs; a page of runs takes five statements whatever its size.

Result<std::vector<Run>> readRuns(Connection &connection, const RunQuery &query);
/// The runs at @p rows with those facts alone; rows that are gone are left out.
Result<std::vector<Run>> readRows(Connection &connection, std::span<const qint64> rows, const RunFields &fields);
Result<qint64> countRuns(Connection &connection, const RunQuery &query);
Result<RunDetails> readDetails(Connection &connection, const RunId &run);

/// Errors: `unknown_run`, `ambiguous_run`; both name runs that may be meant.
Result<RunId> resolveRun(Connection &connection, const QString &idOrName);
/// The row of a run by its full id. Errors: `unknown_run`.
Result<qint64> findRow(Connection &connection, const RunId &run);

Result<std::vector<Experiment>> readExperiments(Connection &connection);

enum class KeyTable { Metrics, Params, Tags };
/// Keys that runs that are not deleted have, sorted.
Result<QStringList> readKeys(Connection &connection, KeyTable table);

} // namespace assay::tracking
