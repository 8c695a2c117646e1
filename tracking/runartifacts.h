// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/artifacts/existing.h"
#include "tracking/artifactstore.h"
#include "tracking/runstore.h"

namespace assay::tracking {

// Files of runs, streamed. Names are checked (see artifacts/artifactname.h), and no name of a run is a folder of
// another. Errors: `unknown_run`, `bad_artifact_name`, `artifact_conflict`, `unreadable_file`, `link_outside`,
// `cancelled` and those of the store.

/// Copies the file at @p path into the store. An empty @p kind is guessed. Errors also: `artifact_exists`.
Result<Artifact> addArtifactFile(RunStore &store, const RunId &run, const QString &name, const QString &kind,
                                 const QString &path, const Context &context = {},
                                 Existing existing = Existing::Replace);
/// All files in the folder at @p path and below it, called after their place there, below @p prefix where one is given:
/// all of them or none. Errors also: `artifact_exists`.
Result<std::vector<Artifact>> addArtifactFolder(RunStore &store, const RunId &run, const QString &prefix,
                                                const QString &kind, const QString &path, const Context &context = {},
                                                Existing existing = Existing::Replace);
Result<Artifact> addArtifactBytes(Database &database, const ArtifactStore &artifacts, const RunId &run,
                                  const QString &name, const QString &kind, const QByteArray &bytes);

/// Takes artifacts off the run: all of @p names or none. Their bytes stay until files that nothing refers to are
/// cleared away, and registered models keep theirs. Returns what restoreArtifacts() takes it back with. Errors:
/// `unknown_artifact`.
Result<std::vector<Artifact>> removeArtifacts(RunStore &store, const RunId &run, const QStringList &names);
/// Errors: `artifact_exists` where the run has other ones of these names by now, `artifact_gone` where the bytes were
/// cleared away.
Result<void> restoreArtifacts(RunStore &store, const RunId &run, const std::vector<Artifact> &artifacts);

/// What the run has under @p name. Errors: `unknown_run`, `unknown_artifact`.
Result<Artifact> findArtifact(const RunStore &store, const RunId &run, const QString &name);
/// For streamed reading. Errors also: `artifact_damaged`.
Result<std::unique_ptr<QIODevice>> openArtifact(const RunStore &store, const RunId &run, const QString &name);
/// Each of @p artifacts under its name below @p folder, which is made where it is missing. Nothing outside of it is
/// written, whatever links lie in it, and nothing there is replaced unless @p overwrite. Errors also: `file_exists`,
/// `link_outside`, `unwritable_file`.
Result<QStringList> saveArtifacts(const RunStore &store, const std::vector<Artifact> &artifacts, const QString &folder,
                                  bool overwrite = false, const Context &context = {});

} // namespace assay::tracking
