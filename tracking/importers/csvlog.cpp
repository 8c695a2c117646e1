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

bool looksLikeLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto log = parseCsvLog(file.read(glance), {.lastLine = file.size() <= glance});
    return log && !log->metrics.empty();
}

QStringList logFiles(const QString &root, bool onlyFirst = false)
{
    QStringList files;
    walkFolders(root, [&](const QDir &dir) {
        for (const QFileInfo &entry : dir.entryInfoList(QDir::Files, QDir::Name)) {
            if (hasLogName(entry.fileName()) && looksLikeLog(entry.absoluteFilePath()))
                files << entry.absoluteFilePath();
            if (onlyFirst && !files.isEmpty())
                return false;
        }
        return true;
    });
    return files;
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
    return info.isDir() ? !logFiles(path, true).isEmpty() : looksLikeLog(path);
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    ImportReport report{.format = QStringLiteral("csv-log"), .path = path};
    ImportWriter writer(store, options, context, report);
    const QFileInfo info(path);
    const QDir root(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    const QStringList files = info.isDir() ? logFiles(path) : QStringList(info.absoluteFilePath());
    if (files.isEmpty())
        return at(
            failure(ErrorKind::BadInput, "nothing_to_import",
                    "There is no training log in {}: a .csv file with a column `step`, `epoch` or `iteration` and "
                    "columns of numbers.",
                    {path.toStdString()}),
            path.toStdString());
    writer.setTotal(files.size());
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
