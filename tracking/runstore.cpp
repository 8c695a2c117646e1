// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runstore.h"

#include "tracking/metricstore.h"
#include "tracking/runartifacts.h"
#include "tracking/runfacts.h"
#include "tracking/runreader.h"
#include "tracking/runrows.h"
#include "tracking/runwriter.h"
#include "tracking/storefile.h"

#include <QStandardPaths>

namespace assay::tracking {

class RunStore::Private
{
public:
    Private(QString storePath, StoreFile opened)
        : path(std::move(storePath))
        , artifacts(path)
        , file(std::move(opened))
        , database(*file.database)
        , buffer([this](const MetricBatch &batch) { return writeMetrics(database, batch); })
    {
    }

    /// Runs @p read with this thread's connection.
    template<class Read>
    auto with(Read read) -> decltype(read(std::declval<Connection &>()))
    {
        auto connection = database.connection();
        if (!connection)
            return Failure(connection.error());
        return read(**connection);
    }

    Result<qint64> openRow(const RunId &run);
    void forget(const RunId &run);

    const QString path;
    ArtifactStore artifacts;
    StoreFile file;
    Database &database;
    MetricBuffer buffer; ///< after what it writes to

private:
    std::mutex m_mutex;
    QHash<QString, qint64> m_open; ///< rows of runs known to be running
};

/// The row of a running run, kept, since every logged point asks.
Result<qint64> RunStore::Private::openRow(const RunId &run)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_open.constFind(run.value); known != m_open.constEnd())
            return *known;
    }
    if (const auto limited = database.limitation())
        return Failure(*limited);
    return with([&](Connection &connection) -> Result<qint64> {
        auto row = findRow(connection, run);
        if (!row)
            return row;
        auto status = connection.value("SELECT status FROM runs WHERE id = ?", {*row});
        if (!status)
            return Failure(status.error());
        const QString text = status->value_or(QVariant()).toString();
        if (text != name(RunStatus::Running))
            return runClosed(run, text);
        const std::lock_guard lock(m_mutex);
        m_open.insert(run.value, *row);
        return row;
    });
}

void RunStore::Private::forget(const RunId &run)
{
    const std::lock_guard lock(m_mutex);
    m_open.remove(run.value);
}

RunStore::RunStore(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

RunStore::~RunStore() = default;

Result<std::unique_ptr<RunStore>> RunStore::open(const QString &path)
{
    auto file = openStoreFile(path);
    if (!file)
        return Failure(file.error());
    return std::unique_ptr<RunStore>(new RunStore(std::make_unique<Private>(path, std::move(*file))));
}

const QString &RunStore::path() const
{
    return d->path;
}

std::optional<Error> RunStore::limitation() const
{
    return d->database.limitation();
}

Database &RunStore::database() const
{
    return d->database;
}

const ArtifactStore &RunStore::artifacts() const
{
    return d->artifacts;
}

Result<RunId> RunStore::begin(const NewRun &run)
{
    return beginRun(d->database, run);
}

Result<void> RunStore::end(const RunId &run, RunStatus status, const QString &error)
{
    if (auto written = d->buffer.flush(); !written)
        return written;
    auto ended = endRun(d->database, run, status, error);
    if (ended)
        d->forget(run);
    return ended;
}

Result<void> RunStore::logMetric(const RunId &run, const QString &key, double value, qint64 step)
{
    auto row = d->openRow(run);
    if (!row)
        return Failure(row.error());
    const MetricPoint point{.step = step, .time = nowMicroseconds(), .value = value};
    return d->buffer.add({.run = *row, .key = key}, {&point, 1});
}

Result<void> RunStore::logMetrics(const RunId &run, const QString &key, const std::vector<MetricPoint> &points)
{
    auto row = d->openRow(run);
    if (!row)
        return Failure(row.error());
    return points.empty() ? Result<void>() : d->buffer.add({.run = *row, .key = key}, points);
}

Result<void> RunStore::flush()
{
    return d->buffer.flush();
}

Result<void> RunStore::logParams(const RunId &run, const Params &params)
{
    return writeParams(d->database, run, params);
}

Result<void> RunStore::addInput(const RunId &run, const DatasetInput &input)
{
    return writeInput(d->database, run, input);
}

Result<Artifact> RunStore::addArtifact(const RunId &run, const QString &name, const QString &kind,
                                       const QByteArray &bytes)
{
    return addArtifactBytes(d->database, d->artifacts, run, name, kind, bytes);
}

Result<RunId> RunStore::resolve(const QString &idOrName) const
{
    return d->with([&](Connection &connection) { return resolveRun(connection, idOrName); });
}

Result<RunDetails> RunStore::details(const RunId &run) const
{
    return d->with([&](Connection &connection) { return readDetails(connection, run); });
}

Result<std::vector<Run>> RunStore::runs(const RunQuery &query) const
{
    return d->with([&](Connection &connection) { return readRuns(connection, query); });
}

Result<qint64> RunStore::count(const RunQuery &query) const
{
    return d->with([&](Connection &connection) { return countRuns(connection, query); });
}

Result<std::vector<Experiment>> RunStore::experiments() const
{
    return d->with([](Connection &connection) { return readExperiments(connection); });
}

Result<std::vector<MetricPoint>> RunStore::series(const RunId &run, const QString &key, qint64 from) const
{
    return d->with([&](Connection &connection) -> Result<std::vector<MetricPoint>> {
        auto row = findRow(connection, run);
        if (!row)
            return Failure(row.error());
        return readSeries(connection, *row, key, from);
    });
}

Result<QByteArray> RunStore::artifact(const RunId &run, const QString &name) const
{
    auto found = d->with([&](Connection &connection) -> Result<Artifact> {
        auto row = findRow(connection, run);
        if (!row)
            return Failure(row.error());
        return findArtifact(connection, *row, name);
    });
    if (!found)
        return Failure(found.error());
    return d->artifacts.read(*found);
}

Result<QStringList> RunStore::metricKeys() const
{
    return d->with([](Connection &connection) { return readKeys(connection, KeyTable::Metrics); });
}

Result<QStringList> RunStore::paramKeys() const
{
    return d->with([](Connection &connection) { return readKeys(connection, KeyTable::Params); });
}

Result<QStringList> RunStore::tagKeys() const
{
    return d->with([](Connection &connection) { return readKeys(connection, KeyTable::Tags); });
}

qint64 RunStore::dataVersion() const
{
    auto changes = d->with([](Connection &connection) { return connection.value("SELECT changes FROM store"); });
    return changes && *changes ? (*changes)->toLongLong() : 0;
}

Result<void> RunStore::rename(const RunId &run, const QString &name)
{
    return renameRun(d->database, run, name);
}

Result<void> RunStore::setNote(const RunId &run, const QString &note)
{
    return writeNote(d->database, run, note);
}

Result<void> RunStore::setTag(const RunId &run, const QString &key, const QString &value)
{
    return writeTag(d->database, run, key, value);
}

Result<void> RunStore::removeTag(const RunId &run, const QString &key)
{
    return eraseTag(d->database, run, key);
}

Result<void> RunStore::remove(const std::vector<RunId> &runs)
{
    return markDeleted(d->database, runs);
}

Result<void> RunStore::restore(const std::vector<RunId> &runs)
{
    return unmarkDeleted(d->database, runs);
}

QString defaultStorePath()
{
    const QString given = qEnvironmentVariable("ASSAY_STORE");
    if (!given.isEmpty())
        return given;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/assay/assay.db");
}

} // namespace assay::tracking
