// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/exporter.h"

#include "tracking/exporters/exportfiles.h"
#include "tracking/exporters/zipfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>
#include <set>

namespace assay::tracking {

namespace {

Result<const ExporterInfo *> findExporter(const QString &format)
{
    std::vector<std::string> known;
    for (const ExporterInfo &one : exporters()) {
        if (format.isEmpty() || format == QLatin1String(one.id))
            return &one;
        known.emplace_back(one.id);
    }
    return failure(ErrorKind::Usage, "unknown_format", "There is no export format `{}`; there are {}.",
                   {format.toStdString(), quotedList(known)});
}

Result<void> checkTarget(const QString &path)
{
    if (path.isEmpty())
        return failure(ErrorKind::Usage, "no_target",
                       "The export has no name; give that of a new folder, or of a new file that ends in .zip.");
    const QFileInfo info(path);
    const bool free = !info.exists() || (info.isDir() && QDir(path).isEmpty());
    if (info.isSymLink() || !free)
        return failure(ErrorKind::Refused, "target_exists",
                       "{} is there already, and an export replaces nothing: choose another name or remove it.",
                       {path.toStdString()});
    if (!QDir().mkpath(info.absolutePath()))
        return cannotWrite(path, QStringLiteral("its folder cannot be made"));
    return {};
}

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

std::vector<RunId> withoutDoubles(const std::vector<RunId> &runs)
{
    std::set<QString> seen;
    std::vector<RunId> once;
    for (const RunId &run : runs)
        if (seen.insert(run.value).second)
            once.push_back(run);
    return once;
}

/// Puts what was written beside @p path in its place.
Result<qint64> place(const QString &written, const QString &path, const Context &context)
{
    if (path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive)) {
        if (auto packed = zipFolder(written, path, context); !packed)
            return Failure(packed.error());
        return QFileInfo(path).size();
    }
    const qint64 bytes = bytesBelow(written);
    QDir().rmdir(path);
    if (!QDir().rename(written, path))
        return cannotWrite(path, QStringLiteral("what was written beside it cannot be moved there"));
    return bytes;
}

} // namespace

Result<ExportReport> exportRuns(RunStore &store, const std::vector<RunId> &runs, const QString &path,
                                const QString &format, const Context &context)
{
    const auto exporter = findExporter(format);
    if (!exporter)
        return Failure(exporter.error());
    if (runs.empty())
        return failure(ErrorKind::NotFound, "nothing_to_export", "There are no runs to export.");
    if (auto free = checkTarget(path); !free)
        return Failure(free.error());
    QTemporaryDir beside(QFileInfo(path).absolutePath() + QStringLiteral("/.assay-export-XXXXXX"));
    if (!beside.isValid())
        return cannotWrite(path, beside.errorString());
    const QString folder = beside.filePath(QStringLiteral("export"));
    QDir().mkpath(folder);
    ExportReport report{.format = QLatin1String((*exporter)->id), .path = path};
    if (auto written = (*exporter)->write(store, withoutDoubles(runs), folder, context, report); !written)
        return Failure(written.error());
    const auto bytes = place(folder, path, context);
    if (!bytes)
        return Failure(bytes.error());
    report.bytes = *bytes;
    return report;
}

} // namespace assay::tracking
