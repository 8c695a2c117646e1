// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importer.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

Failure unknownFormat(const QString &format)
{
    std::vector<std::string> known;
    for (const ImporterInfo &one : importers())
        known.emplace_back(one.id);
    return failure(ErrorKind::Usage, "unknown_format", "There is no import format `{}`; there are {}.",
                   {format.toStdString(), quotedList(known)});
}

Failure nothingToImport(const QString &path)
{
    std::vector<std::string> known;
    for (const ImporterInfo &one : importers())
        known.emplace_back(one.label);
    return failure(ErrorKind::BadInput, "nothing_to_import", "There are no runs to take over in {}; accepted are {}.",
                   {path.toStdString(), quotedList(known)});
}

} // namespace

Result<ImportReport> importRuns(RunStore &store, const QString &path, const ImportOptions &options,
                                const Context &context, const QString &format)
{
    if (!QFileInfo::exists(path))
        return failure(ErrorKind::BadInput, "unreadable_file", "There is no file or folder `{}`; check the spelling.",
                       {path.toStdString()});
    // First of all: whoever reads the file that SQLite has open and closes it takes SQLite's locks away.
    if (QFileInfo(path) == QFileInfo(store.path()))
        return failure(ErrorKind::BadInput, "own_store",
                       "{} is the store itself; name a file or folder whose runs it is to take over.",
                       {path.toStdString()});
    bool known = false;
    for (const ImporterInfo &one : importers()) {
        const bool meant = format.isEmpty() ? one.recognises(path) : format == QLatin1String(one.id);
        if (meant)
            return one.import(store, path, options, context);
        known = known || format == QLatin1String(one.id);
    }
    return format.isEmpty() || known ? nothingToImport(path) : unknownFormat(format);
}

} // namespace assay::tracking
