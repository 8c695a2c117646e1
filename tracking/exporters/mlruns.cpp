// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/builtin.h"
#include "tracking/exporters/mlrunsexport.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

/// Where the folder will lie: a zip file's contents in a folder called after it, wherever MLflow is started.
QString placeOf(const QString &path)
{
    const QFileInfo info(path);
    return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive) ? info.completeBaseName()
                                                                     : info.absoluteFilePath();
}

Result<void> write(RunStore &store, const std::vector<RunId> &runs, const QString &folder, const Context &context,
                   ExportReport &report)
{
    const auto counts = exportMlruns(store, runs, folder, placeOf(report.path), context);
    if (!counts)
        return Failure(counts.error());
    report.runs = counts->runs;
    report.points = counts->points;
    report.artifacts = counts->artifacts;
    report.models = counts->models;
    return {};
}

} // namespace

ExporterInfo mlrunsExporter()
{
    return {.id = "mlruns", .label = "mlruns folder of MLflow", .write = write};
}

} // namespace assay::tracking
