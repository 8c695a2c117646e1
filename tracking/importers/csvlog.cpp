// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"
#include "tracking/importers/csvlogparams.h"
#include "tracking/importers/csvlogtable.h"
#include "tracking/importers/folderwalk.h"
#include "tracking/importers/importwriter.h"

#include <QFile>
#include <QFileInfo>
#include <memory>

namespace assay::tracking {

namespace {

/// Enough of a file to see what it is.
constexpr qint64 glance = 1 << 16;

bool hasLogName(const QString &name)
{
    for (const char *end : {".csv", ".tsv", ".log"})
        if (name.endsWith(QLatin1String(end), Qt::CaseInsensitive))
            return true;
    return false;
}

/// The folder's name where every run's log is called the same, as Lightning does.
QString runName(const QFileInfo &file, const QDir &root)
{
    static const QStringList general = {QStringLiteral("metrics"),  QStringLiteral("log"),
                                        QStringLiteral("logs"),     QStringLiteral("history"),
                                        QStringLiteral("training"), QStringLiteral("training_log"),
                                        QStringLiteral("progress")};
    const QString folder = root.relativeFilePath(file.absolutePath());
    const QString base = file.completeBaseName();
    if (!general.contains(base.toLower()))
        return folder == QLatin1String(".") || folder.isEmpty() ? base : folder + u'/' + base;
    return folder == QLatin1String(".") || folder.isEmpty() ? QFileInfo(file.absolutePath()).fileName() : folder;
}

qint64 microseconds(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() * 1000;
}

Failure unreadable(const QString &path, const QString &why)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "The file `{}` cannot be read: {}.",
                      {path.toStdString(), why.toStdString()}),
              path.toStdString());
}

/// What `assay export --format csv` writes, which is no log of one run.
Failure ownTable(const QString &path)
{
    return at(failure(ErrorKind::BadInput, "own_table",
                      "{} is Assay's own table of runs or points; export an archive (`--format assay`) to take runs "
                      "over.",
                      {path.toStdString()}),
              path.toStdString());
}

/// Nothing for a file that looks like a log; else why it does not.
std::optional<Error> objection(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString()).value();
    const QByteArray bytes = file.read(glance);
    for (const char *header : {"run_id,metric,step,time_us,value", "run_id,name,experiment,status,start_time,end_time"})
        if (bytes.startsWith(header))
            return ownTable(path).value();
    const auto log = parseCsvLog(bytes, {.lastLine = file.size() <= glance});
    if (!log)
        return log.error();
    if (!log->metrics.empty())
        return {};
    const QString why =
        log->problems.empty() ? QStringLiteral("No row of this file holds a number.") : log->problems.front().what;
    return failure(ErrorKind::BadInput, "not_a_log", "{}", {why.toStdString()}).value();
}

bool isOwnTable(const std::optional<Error> &error)
{
    return error && error->code == "own_table";
}

/// Files of a folder that may be logs by their names.
struct LogFiles
{
    QStringList logs = {};
    std::vector<ImportProblem> passedOver = {};
    std::optional<Error> own = {}; ///< of a table of ours
};

LogFiles logFiles(const QString &root, bool onlyFirst = false)
{
    LogFiles files;
    walkFolders(root, [&](const QDir &dir) {
        for (const QFileInfo &entry : dir.entryInfoList(QDir::Files, QDir::Name)) {
            const QString path = entry.absoluteFilePath();
            if (!hasLogName(entry.fileName()))
                continue;
            const auto error = objection(path);
            if (!error)
                files.logs << path;
            else
                files.passedOver.push_back(
                    {.path = path, .what = QString::fromStdString(error->message), .fatal = true});
            if (isOwnTable(error))
                files.own = error;
            if (onlyFirst && (!error || files.own))
                return false;
        }
        return true;
    });
    return files;
}

/// The points of a log, which is read anew for them.
class CsvPoints : public PointSource
{
public:
    CsvPoints(const QString &path, const CsvLogOptions &options, CsvLog log)
        : m_path(path)
        , m_options(options)
        , m_log(std::move(log))
    {
    }
    std::map<QString, qint64> counts() const override { return m_log.counts; }
    /// Rows that tell no time have that of the import that first saw them, so that a row is known again.
    bool timed() const override { return m_log.timed; }
    Result<void> read(const TakePoints &take) const override
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(m_path, file.errorString());
        ByteWindow bytes(file);
        PointBatches points(take);
        return readCsvPoints(bytes, m_options, m_log, points);
    }

private:
    QString m_path;
    CsvLogOptions m_options;
    CsvLog m_log;
};

/// Nobody can tell a number that was cut short from a whole one, so a row counts once its line ends.
CsvLogOptions optionsFor(const QFileInfo &info, bool anyColumns)
{
    return {.time = microseconds(info.lastModified()), .anyColumns = anyColumns, .lastLine = false};
}

Result<CsvLog> survey(const QFileInfo &info, const CsvLogOptions &options)
{
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(info.filePath(), file.errorString());
    ByteWindow bytes(file);
    auto log = surveyCsvLog(bytes, options);
    return log ? log : at(Failure(log.error()), info.filePath().toStdString());
}

/// A file that is asked for @p alone needs no column of steps, and is an error when it is no log; one of a folder is
/// only left out.
Result<void> takeFile(ImportWriter &writer, const QFileInfo &file, const QDir &root, bool alone)
{
    const CsvLogOptions options = optionsFor(file, alone);
    auto log = survey(file, options);
    if (!log && (alone || log.error().kind != ErrorKind::BadInput))
        return Failure(log.error());
    if (!log) {
        writer.problem({.path = file.filePath(), .what = QString::fromStdString(log.error().message), .fatal = true});
        return {};
    }
    for (const CsvLog::Problem &problem : log->problems)
        writer.problem({.path = file.filePath(), .offset = problem.offset, .what = problem.what});
    if (!log->leftOut.isEmpty())
        writer.problem(
            {.path = file.filePath(),
             .what =
                 QStringLiteral("Columns of texts are left out: %1.").arg(log->leftOut.join(QStringLiteral(", ")))});
    ImportedRun run{.source = QLatin1String("csv-log:") + file.canonicalFilePath(),
                    .experiment = QFileInfo(root.canonicalPath()).fileName(),
                    .name = runName(file, root),
                    .params = paramsBeside(file.absoluteDir())};
    run.end = file.lastModified().toUTC();
    run.start = std::min(run.end, QDateTime::fromMSecsSinceEpoch(log->firstTime / 1000, Qt::UTC));
    run.points = std::make_shared<CsvPoints>(file.absoluteFilePath(), options, std::move(*log));
    return writer.take(std::move(run));
}

bool recognises(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir()) {
        const auto error = objection(path);
        return !error || isOwnTable(error);
    }
    const LogFiles files = logFiles(path, true);
    return !files.logs.isEmpty() || files.own;
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    ImportReport report{.format = QStringLiteral("csv-log"), .path = path};
    ImportWriter writer(store, options, context, report);
    const QFileInfo info(path);
    const QDir root(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    LogFiles found = info.isDir() ? logFiles(path) : LogFiles{.logs = {info.absoluteFilePath()}};
    const QStringList &files = found.logs;
    if (!info.isDir())
        if (const auto error = objection(info.absoluteFilePath()); isOwnTable(error))
            return Failure(*error);
    if (files.isEmpty() && found.own)
        return Failure(*found.own);
    if (files.isEmpty())
        return at(
            failure(ErrorKind::BadInput, "nothing_to_import",
                    "There is no training log in {}: a .csv file with a column `step`, `epoch` or `iteration` and "
                    "columns of numbers.",
                    {path.toStdString()}),
            path.toStdString());
    writer.setTotal(files.size());
    for (ImportProblem &problem : found.passedOver)
        writer.problem(std::move(problem));
    for (const QString &file : files)
        if (auto taken = takeFile(writer, QFileInfo(file), root, !info.isDir()); !taken)
            return Failure(taken.error());
    if (auto finished = writer.finish(); !finished)
        return Failure(finished.error());
    return report;
}

} // namespace

ImporterInfo csvLogImporter()
{
    return {.id = "csv-log", .label = "training logs in CSV", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
