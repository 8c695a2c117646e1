// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowregistry.h"

#include "tracking/importers/importedmodel.h"
#include "tracking/importers/mlflowfacts.h"

#include <QUrl>

namespace assay::tracking {

namespace {

/// The run in this store that MLflow knows by @p id: taken over, or our own that came back.
Result<RunId> runHere(const RunStore &store, const RunId &id, const QString &source)
{
    if (id.isNull()) { // a logged model that no run made has one that stands for it
        const bool isLogged = source.startsWith(u"models:/m-");
        auto lone = isLogged ? findImported(store, mlflowSource(source.section(u'/', 1, 1)))
                             : Result<std::optional<RunId>>(std::optional<RunId>());
        return lone ? Result<RunId>(lone->value_or(RunId())) : Failure(lone.error());
    }
    auto imported = findImported(store, mlflowSource(id.value));
    if (!imported)
        return Failure(imported.error());
    if (*imported)
        return **imported;
    return store.details(id) ? id : RunId();
}

Result<void> takeModel(RunStore &store, bool some, ImportedModel model, ImportReport &report)
{
    std::vector<ImportedVersion> kept;
    for (ImportedVersion &version : model.versions) {
        const bool hadRun = !version.run.isNull();
        auto run = runHere(store, version.run, version.source);
        if (!run)
            return Failure(run.error());
        if (some && hadRun && run->isNull()) {
            std::erase_if(model.aliases, [&](const auto &alias) { return alias.second == version.number; });
            continue;
        }
        version.run = *run;
        kept.push_back(std::move(version));
    }
    model.versions = std::move(kept);
    model.follows = !some; // else what is not asked for would seem to be gone
    if (some && model.versions.empty())
        return {};
    return writeModel(store, model, model.source, report);
}

} // namespace

QString mlflowModelSource(const QString &name, qint64 created)
{
    return QStringLiteral("mlflow:model:%1:%2").arg(name).arg(created);
}

Stage mlflowStage(const QString &stage)
{
    return stageFromName(stage).value_or(Stage::None);
}

QString mlflowArtifactName(const QString &source)
{
    if (source.startsWith(u"models:/m-"))
        return QStringLiteral("models/") + source.section(u'/', 1);
    if (source.startsWith(u"runs:/"))
        return source.section(u'/', 2);
    const QString inside = QStringLiteral("/artifacts/");
    const qsizetype at = source.indexOf(inside);
    if (at >= 0) // MLflow reads paths as it reads addresses
        return QUrl::fromPercentEncoding(source.mid(at + inside.size()).toUtf8());
    return {};
}

Result<void> takeModels(RunStore &store, const ImportOptions &options, std::vector<ImportedModel> models,
                        ImportReport &report)
{
    report.models = static_cast<qint64>(models.size());
    for (ImportedModel &model : models) {
        report.modelVersions += static_cast<qint64>(model.versions.size());
        if (options.dryRun)
            continue;
        if (auto taken = takeModel(store, !options.sources.isEmpty(), std::move(model), report); !taken)
            return taken;
    }
    return {};
}

} // namespace assay::tracking
