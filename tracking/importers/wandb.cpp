// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"
#include "tracking/importers/folderwalk.h"
#include "tracking/importers/importwriter.h"
#include "tracking/importers/wandblog.h"
#include "tracking/importers/wandbrun.h"

#include <QFile>
#include <QFileInfo>

namespace assay::tracking {

namespace {

QStringList runFiles(const QString &path, bool onlyFirst = false)
{
    const QFileInfo info(path);
    if (info.isFile()) {
        QFile file(path);
        const bool is = file.open(QIODevice::ReadOnly) && WandbLog::isOne(file.read(16));
        return is ? QStringList(info.absoluteFilePath()) : QStringList();
    }
    QStringList files;
    walkFolders(path, [&](const QDir &dir) {
        for (const QFileInfo &entry : dir.entryInfoList({QStringLiteral("*.wandb")}, QDir::Files, QDir::Name))
            files << entry.absoluteFilePath();
        return !onlyFirst || files.isEmpty();
    });
    return files;
}

Result<void> takeFile(ImportWriter &writer, const QString &path)
{
    std::vector<ImportProblem> problems;
    auto run = openWandb(path, problems);
    for (ImportProblem &problem : problems)
        writer.problem(std::move(problem));
    if (run)
        return writer.take(std::move(*run));
    writer.problem({.path = path, .what = QString::fromStdString(run.error().message), .fatal = true});
    return {};
}

bool recognises(const QString &path)
{
    return !runFiles(path, true).isEmpty();
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    ImportReport report{.format = QStringLiteral("wandb"), .path = path};
    const QStringList files = runFiles(path);
    if (files.isEmpty())
        return failure(ErrorKind::BadInput, "nothing_to_import", "There is no run file of W&B (`.wandb`) in {}.",
                       {path.toStdString()});
    ImportWriter writer(store, options, context, report);
    writer.setTotal(files.size());
    for (const QString &file : files)
        if (auto taken = takeFile(writer, file); !taken)
            return Failure(taken.error());
    if (auto finished = writer.finish(); !finished)
        return Failure(finished.error());
    return report;
}

} // namespace

ImporterInfo wandbImporter()
{
    return {.id = "wandb", .label = "W&B offline runs", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
