// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

// What writers share: the rows a run consists of, written within a transaction.

Failure unknownRun(const QString &run);
Failure runClosed(const RunId &run, const QString &status);
Failure badExperimentName();

/// Begins a statement about the run whose row is its first value and all runs `below` it.
extern const QByteArray withRunsBelow;
/// The same about all runs whose rows its first value lists (see jsonList()).
extern const QByteArray withRunsBelowAll;

/// The row of @p run; the transaction fails with `unknown_run` when there is none.
qint64 rowOf(Transaction &change, const RunId &run);
/// The same, failing with `run_closed` unless the run is running.
qint64 openRowOf(Transaction &change, const RunId &run);

void insertParams(Transaction &change, qint64 row, const Params &params);
void insertTag(Transaction &change, qint64 row, const QString &key, const QString &value);
void insertInput(Transaction &change, qint64 row, const DatasetInput &input);
/// The transaction fails with `artifact_gone` when the bytes are not in the store: what clears bytes away does so
/// within a transaction, so that bytes found here stay as long as a row that is written with them.
void checkBytes(Transaction &change, const Artifact &artifact);
/// The run has one of that name.
Failure artifactExists(const QString &name);
/// Replaces one of the same name. The transaction fails with `artifact_conflict` where the name is a folder of another
/// or the other way round, and as checkBytes() does.
void insertArtifact(Transaction &change, qint64 row, const Artifact &artifact);
void insertProvenance(Transaction &change, qint64 row, const Provenance &provenance);

/// Writes anew what filters look in, and that the run was active now.
void touch(Transaction &change, qint64 row);

} // namespace assay::tracking
