// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"
#include "tracking/importers/importwriter.h"
#include "tracking/importers/mlflowdbmodels.h"
#include "tracking/importers/mlflowdbruns.h"
#include "tracking/importers/mlflowregistry.h"

#include <QDir>
#include <QFileInfo>

namespace assay::tracking {

namespace {

/// The file itself, or `mlflow.db` in the folder in which MLflow was used.
QString databaseAt(const QString &path)
{
    return QFileInfo(path).isDir() ? QDir(path).filePath(QStringLiteral("mlflow.db")) : path;
}

bool recognises(const QString &path)
{
    const QString file = databaseAt(path);
    return MlflowDatabase::isSqlite(file) && MlflowDatabase::open(file);
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    const QString file = databaseAt(path);
    ImportReport report{.format = QStringLiteral("mlflow-db"), .path = file};
    auto database = MlflowDatabase::open(file);
    if (!database)
        return Failure(database.error());
    MlflowDbRuns runs(**database, MlflowArtifacts(QFileInfo(file).absolutePath(), options.artifactRoot));
    if (auto listed = runs.list(); !listed)
        return Failure(listed.error());
    ImportWriter writer(store, options, context, report);
    writer.setTotal(static_cast<qint64>(runs.size()));
    for (const std::size_t i : runs.order()) {
        if (!writer.wants(runs.source(i)))
            continue;
        ImportedRun outline = runs.outline(i, report.problems);
        ImportPlanRun plan = planOf(outline);
        runs.count(i, plan);
        auto taken = writer.take(plan, [&]() { return runs.read(std::move(outline)); });
        if (!taken)
            return Failure(taken.error());
    }
    runs.tellMissing(report.problems);
    auto models = readModels(**database);
    auto done = models ? takeModels(store, options, std::move(*models), report) : Failure(models.error());
    if (done)
        done = writer.finish();
    if (!done)
        return Failure(done.error());
    return report;
}

} // namespace

ImporterInfo mlflowDbInfo()
{
    return {.id = "mlflow-db", .label = "MLflow database", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
