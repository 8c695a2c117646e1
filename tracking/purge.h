// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/runstore.h"

namespace assay::tracking {

/// Which of the deleted runs are to go for good.
struct PurgeRequest
{
    std::vector<RunId> runs = {};         ///< these and the deleted ones below them; empty: see `all`
    bool all = false;                     ///< every deleted run
    std::optional<QDateTime> before = {}; ///< of all: those deleted before

    bool operator==(const PurgeRequest &) const = default;
};

/// What goes, or went, and how much room it takes.
struct PurgeSize
{
    qint64 runs = 0, points = 0, artifacts = 0;
    qint64 files = 0, fileBytes = 0;     ///< of artifacts that nothing else refers to
    qint64 keptFiles = 0, keptBytes = 0; ///< that other runs or registered models refer to, so that they stay
    qint64 storeBytes = 0;               ///< about, of points and texts in the store
    qint64 running = 0;                  ///< deleted runs that are left alone since something writes to them
    QStringList models = {};             ///< "churn 3": registered versions that lose the run they were made by

    bool operator==(const PurgeSize &) const = default;
};

struct PurgeReport
{
    PurgeSize size = {};
    qint64 leftOvers = 0, leftOverBytes = 0; ///< files nothing referred to, of work that was interrupted
    qint64 storeBefore = 0, storeAfter = 0;  ///< [bytes] of the store's file; less once its free pages were given back
    bool compacted = false;

    bool operator==(const PurgeReport &) const = default;
};

/// What purge() would do. Errors: `unknown_run`, `run_not_deleted`.
Result<PurgeSize> planPurge(const RunStore &store, const PurgeRequest &request);

/// Takes deleted runs out of the store for good: their rows, then the bytes that nothing refers to any more, so that
/// being interrupted leaves files without rows and never rows without files. Runs that are not deleted and stood below
/// one that goes stand at the top. Registered versions keep their bytes and the name of their run. Deleted experiments
/// without runs go as well. Cancelling keeps what is done so far. Errors also: `cancelled` and those of the store.
Result<PurgeReport> purge(RunStore &store, const PurgeRequest &request, const Context &context = {});

/// Removes files that no run and no registered model refers to and that nobody asked for since @p before, and what
/// dead processes left half done. Returns their number and bytes.
Result<std::pair<qint64, qint64>> sweepArtifacts(RunStore &store, const QDateTime &before, const Context &context = {});

} // namespace assay::tracking
