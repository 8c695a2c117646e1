// SPDX-License-Identifier: GPL-3.0-or-later
// Trackio keeps a database a project: one row a step, its metrics as a JSON object.
#include "tracking/importers/builtin.h"
#include "tracking/importers/csvlogparams.h"
#include "tracking/importers/importwriter.h"
#include "tracking/importers/isotime.h"
#include "tracking/importers/jsonnumbers.h"
#include "tracking/importers/trackiodatabase.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

qint64 timeFrom(const QString &text)
{
    return isoMicroseconds(text, Qt::UTC).value_or(0); // trackio writes UTC, with or without saying so
}

class TrackioImport
{
public:
    TrackioImport(TrackioDatabase &database, const QFileInfo &file, ImportWriter &writer)
        : m_database(database)
        , m_file(file)
        , m_writer(writer)
    {
    }

    Result<void> takeAll()
    {
        QStringList names;
        auto read = m_database.each(QStringLiteral("SELECT run_name FROM metrics GROUP BY run_name ORDER BY min(id)"),
                                    {}, [&](const QSqlQuery &row) { names << row.value(0).toString(); });
        if (!read)
            return read;
        m_writer.setTotal(names.size());
        for (const QString &name : names)
            if (auto taken = takeRun(name); !taken)
                return taken;
        return {};
    }

private:
    Result<void> takeRun(const QString &name)
    {
        ImportedRun run{.source = QStringLiteral("trackio:%1/%2").arg(m_file.canonicalFilePath(), name),
                        .experiment = m_file.completeBaseName(),
                        .name = name};
        auto read = addMetrics(run);
        if (read)
            read = addConfig(run);
        return read ? m_writer.take(std::move(run)) : read;
    }

    Result<void> addMetrics(ImportedRun &run)
    {
        return m_database.each(
            QStringLiteral("SELECT id, timestamp, step, metrics FROM metrics WHERE run_name = ? ORDER BY id"),
            {run.name}, [&](const QSqlQuery &row) {
                const auto json = parseJson(row.value(3).toString().toStdString());
                if (!json || !json->is_object()) {
                    m_writer.problem({.path = m_file.filePath(),
                                      .what = QStringLiteral("Row %1 of the metrics is no JSON object: it is left out.")
                                                  .arg(row.value(0).toLongLong())});
                    return;
                }
                addPoint(run, timeFrom(row.value(1).toString()), row.value(2).toLongLong(), *json);
            });
    }

    static void addPoint(ImportedRun &run, qint64 time, qint64 step, const Json &json)
    {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC);
        run.start = run.start.isValid() ? std::min(run.start, at) : at;
        run.end = run.end.isValid() ? std::max(run.end, at) : at;
        eachNumber({}, json, [&](const std::string &key, double value) {
            run.metrics[QString::fromStdString(key)].push_back({.step = step, .time = time, .value = value});
        });
    }

    Result<void> addConfig(ImportedRun &run)
    {
        if (!m_database.hasTable(QStringLiteral("configs")))
            return {};
        return m_database.each(QStringLiteral("SELECT config FROM configs WHERE run_name = ?"), {run.name},
                               [&](const QSqlQuery &row) {
                                   const auto json = parseJson(row.value(0).toString().toStdString());
                                   if (!json || !json->is_object())
                                       return;
                                   // What trackio notes itself begins with an underscore.
                                   for (const auto &[key, value] : json->items())
                                       if (!key.starts_with('_'))
                                           addFlat(run.params, value, key);
                               });
    }

    TrackioDatabase &m_database;
    QFileInfo m_file;
    ImportWriter &m_writer;
};

bool recognises(const QString &path)
{
    return QFileInfo(path).isFile() && TrackioDatabase::open(path).has_value();
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    const auto database = TrackioDatabase::open(path);
    if (!database)
        return Failure(database.error());
    ImportReport report{.format = QStringLiteral("trackio"), .path = path};
    ImportWriter writer(store, options, context, report);
    if (auto taken = TrackioImport(**database, QFileInfo(path), writer).takeAll(); !taken)
        return Failure(taken.error());
    if (auto finished = writer.finish(); !finished)
        return Failure(finished.error());
    return report;
}

} // namespace

ImporterInfo trackioImporter()
{
    return {.id = "trackio", .label = "trackio database", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
