// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"
#include "tracking/importers/importwriter.h"
#include "tracking/importers/mlflowregistry.h"
#include "tracking/importers/mlrunsmodels.h"
#include "tracking/importers/mlrunstree.h"

#include <QDir>
#include <QFileInfo>

namespace assay::tracking {

namespace {

bool recognises(const QString &path)
{
    return !mlrunsRoot(path).isEmpty();
}

Result<void> takeRuns(MlrunsTree &tree, ImportWriter &writer, const Context &context, ImportReport &report)
{
    for (const std::size_t i : tree.order()) {
        if (context.cancelled())
            return cancelled();
        if (!writer.wants(tree.source(i)))
            continue;
        if (auto taken = writer.take(tree.read(i, report.problems)); !taken)
            return taken;
    }
    return {};
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    const QString root = mlrunsRoot(path);
    if (root.isEmpty())
        return at(failure(ErrorKind::BadInput, "nothing_to_import",
                          "There is no mlruns folder at {}: one that holds experiments with their meta.yaml.",
                          {path.toStdString()}),
                  path.toStdString());
    ImportReport report{.format = QStringLiteral("mlruns"), .path = root};
    const QString clean = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const bool one = QFileInfo(root).absoluteFilePath() == QFileInfo(clean).absolutePath() && clean != root;
    const QString only = one && QFileInfo::exists(clean + QStringLiteral("/meta.yaml")) ? clean : QString();
    MlrunsTree tree(root, only, options.artifactRoot);
    tree.list(report.problems);
    ImportWriter writer(store, options, context, report);
    writer.setTotal(static_cast<qint64>(tree.size()));
    auto done = takeRuns(tree, writer, context, report);
    tree.tellMissing(report.problems);
    if (done && only.isEmpty())
        done = takeModels(store, options, readModels(root + QStringLiteral("/models"), report.problems), report);
    if (done)
        done = writer.finish();
    if (!done)
        return Failure(done.error());
    return report;
}

} // namespace

ImporterInfo mlrunsInfo()
{
    return {.id = "mlruns", .label = "MLflow mlruns folder", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
