// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <memory>
#include <vector>

namespace assay::tracking {

class ArtifactStore;
class Database;

/// The store of runs: one SQLite file (WAL) and `assay-artifacts/` beside `assay.db`. One RunStore may be used from any
/// thread: each thread gets its own connection; several processes may use the same file at once. Every change is one
/// short transaction, so a failure leaves the store as it was.
///
/// Error codes: `store_not_sqlite`, `store_not_assay` (another program's database), `store_newer`, `store_read_only`,
/// `store_locked`, `store_full`, `store_damaged`, `unknown_run`, `ambiguous_run`, `run_closed`, `unknown_artifact`,
/// `artifact_damaged`, `bad_query`.
class RunStore
{
public:
    /// Opens or makes the store at @p path, migrating an older one after a backup beside it, and marks runs of dead
    /// processes as crashed.
    static Result<std::unique_ptr<RunStore>> open(const QString &path);
    ~RunStore();

    const QString &path() const;
    /// Why the store is open for reading only (`store_read_only`, `store_damaged`); none when it can be written.
    std::optional<Error> limitation() const;

    // For the parts of the store that stand beside this class in tracking/ (run table, registry, importers, …).
    Database &database() const;
    const ArtifactStore &artifacts() const;

    // Runs: opened before the work, closed after it; both are durable when the call returns.
    Result<RunId> begin(const NewRun &run);
    Result<void> end(const RunId &run, RunStatus status, const QString &error = {});
    /// Points reach the disk within a second, or at flush() or end(). Errors come with the next call that can tell
    /// them.
    Result<void> logMetric(const RunId &run, const QString &key, double value, qint64 step);
    Result<void> logMetrics(const RunId &run, const QString &key, const std::vector<MetricPoint> &points);
    Result<void> flush();
    Result<void> logParams(const RunId &run, const Params &params);
    Result<void> addInput(const RunId &run, const DatasetInput &input);
    /// Content-addressed: the same bytes are stored once. Written to a temporary file, synced, then renamed.
    Result<Artifact> addArtifact(const RunId &run, const QString &name, const QString &kind, const QByteArray &bytes);

    // Reading.
    /// From a full id, or a prefix of at least 6 digits, or a name that only one run has.
    Result<RunId> resolve(const QString &idOrName) const;
    Result<RunDetails> details(const RunId &run) const;
    Result<std::vector<Run>> runs(const RunQuery &query = {}) const;
    Result<qint64> count(const RunQuery &query = {}) const;
    Result<std::vector<Experiment>> experiments() const;
    /// The points after the first @p from, in the order they were logged.
    Result<std::vector<MetricPoint>> series(const RunId &run, const QString &key, qint64 from = 0) const;
    /// The bytes, after their checksum was verified.
    Result<QByteArray> artifact(const RunId &run, const QString &name) const;
    /// Keys that occur, sorted: for column choosers.
    Result<QStringList> metricKeys() const;
    Result<QStringList> paramKeys() const;
    Result<QStringList> tagKeys() const;
    /// Grows with every change to the store by any process; cheap, for polling.
    qint64 dataVersion() const;

    // Keeping.
    Result<void> rename(const RunId &run, const QString &name);
    Result<void> setNote(const RunId &run, const QString &note);
    Result<void> setTag(const RunId &run, const QString &key, const QString &value);
    Result<void> removeTag(const RunId &run, const QString &key);
    /// Reversible until purged; children go with their parent.
    Result<void> remove(const std::vector<RunId> &runs);
    Result<void> restore(const std::vector<RunId> &runs);

private:
    class Private;
    explicit RunStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// `$ASSAY_STORE`, else `$XDG_DATA_HOME/assay/assay.db` (`~/.local/share/assay/assay.db`).
QString defaultStorePath();

} // namespace assay::tracking
