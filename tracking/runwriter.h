// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/artifacts/existing.h"
#include "tracking/database.h"

namespace assay::tracking {

// Changes to runs; each is one transaction. Errors: `unknown_run`, `run_closed` and those of the store.

Result<RunId> beginRun(Database &database, const NewRun &run);
Result<void> endRun(Database &database, const RunId &run, RunStatus status, const QString &error);
Result<void> writeParams(Database &database, const RunId &run, const Params &params);
Result<void> writeInput(Database &database, const RunId &run, const DatasetInput &input);
/// All of them or none. Errors: those of insertArtifact(), `artifact_exists`.
Result<void> writeArtifacts(Database &database, const RunId &run, const std::vector<Artifact> &artifacts,
                            Existing existing = Existing::Replace);
/// All of them or none; their bytes stay. Returns what they were.
Result<std::vector<Artifact>> eraseArtifacts(Database &database, const RunId &run, const QStringList &names);

Result<void> renameRun(Database &database, const RunId &run, const QString &name);
Result<void> writeNote(Database &database, const RunId &run, const QString &note);
Result<void> writeTag(Database &database, const RunId &run, const QString &key, const QString &value);
Result<void> eraseTag(Database &database, const RunId &run, const QString &key);

/// Marks the runs and all below them deleted.
Result<void> markDeleted(Database &database, const std::vector<RunId> &runs);
/// Takes the mark from the runs and from all below them that got it at the same time.
Result<void> unmarkDeleted(Database &database, const std::vector<RunId> &runs);

/// The rows of the running runs whose process is dead.
Result<QVariantList> crashedRuns(Connection &connection);
/// Closes the running runs whose process is dead, with the time they last wrote anything.
Result<void> closeCrashedRuns(Database &database);

} // namespace assay::tracking
