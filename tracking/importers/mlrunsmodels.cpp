// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlrunsmodels.h"

#include "tracking/importers/mlflowfacts.h"
#include "tracking/importers/mlflowregistry.h"

#include <algorithm>

namespace assay::tracking {

namespace {

ImportedVersion readVersion(const QString &folder, const YamlNode &meta, Problems &problems)
{
    const QString source = meta["source"].text;
    return {.number = meta["version"].integer(),
            .run = {meta["run_id"].text},
            .artifact = mlflowArtifactName(source),
            .stage = mlflowStage(meta["current_stage"].text),
            .note = meta["description"].text,
            .source = source,
            .user = meta["user_id"].text,
            .created = mlflowTime(meta["creation_timestamp"].integer()),
            .updated = mlflowTime(meta["last_updated_timestamp"].integer()),
            .tags = readKeys(folder + QStringLiteral("/tags"), problems)};
}

ImportedModel readModel(const QString &folder, const YamlNode &meta, Problems &problems)
{
    const QString name = meta["name"].text;
    const qint64 created = meta["creation_timestamp"].integer();
    ImportedModel model{.source = mlflowModelSource(name, created),
                        .name = name,
                        .note = meta["description"].text,
                        .created = mlflowTime(created),
                        .updated = mlflowTime(meta["last_updated_timestamp"].integer()),
                        .tags = readKeys(folder + QStringLiteral("/tags"), problems)};
    for (const auto &[alias, version] : readKeys(folder + QStringLiteral("/aliases"), problems))
        model.aliases[alias] = version.trimmed().toLongLong();
    for (const QString &one : foldersIn(folder)) {
        if (!one.startsWith(u"version-"))
            continue;
        const QString path = folder + u'/' + one;
        if (const auto version = readMeta(path, false, problems))
            model.versions.push_back(readVersion(path, *version, problems));
    }
    std::ranges::sort(model.versions, {}, &ImportedVersion::number);
    return model;
}

} // namespace

std::vector<ImportedModel> readModels(const QString &folder, Problems &problems)
{
    std::vector<ImportedModel> models;
    for (const QString &one : foldersIn(folder)) {
        const QString path = folder + u'/' + one;
        const auto meta = readMeta(path, false, problems);
        if (meta && !(*meta)["name"].text.isEmpty())
            models.push_back(readModel(path, *meta, problems));
    }
    return models;
}

} // namespace assay::tracking
