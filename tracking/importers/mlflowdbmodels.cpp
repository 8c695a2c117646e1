// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowdbmodels.h"

#include "tracking/importers/mlflowfacts.h"
#include "tracking/importers/mlflowregistry.h"

namespace assay::tracking {

namespace {

using ModelMap = std::map<QString, ImportedModel>;

Result<void> readVersions(const MlflowDatabase &database, ModelMap &models)
{
    return database.each("model_versions",
                         {"name", "version", "creation_time", "last_updated_time", "description", "user_id",
                          "current_stage", "source", "run_id"},
                         "ORDER BY version", {}, [&](const Row &row) {
                             const auto model = models.find(row.text(0));
                             if (model == models.end())
                                 return;
                             model->second.versions.push_back({.number = row.integer(1),
                                                               .run = {row.text(8)},
                                                               .artifact = mlflowArtifactName(row.text(7)),
                                                               .stage = mlflowStage(row.text(6)),
                                                               .note = row.text(4),
                                                               .source = row.text(7),
                                                               .user = row.text(5),
                                                               .created = mlflowTime(row.integer(2)),
                                                               .updated = mlflowTime(row.integer(3))});
                         });
}

Result<void> readTags(const MlflowDatabase &database, ModelMap &models)
{
    auto done = database.each("registered_model_tags", {"name", "key", "value"}, {}, {}, [&](const Row &row) {
        if (const auto model = models.find(row.text(0)); model != models.end())
            model->second.tags[row.text(1)] = row.text(2);
    });
    if (!done)
        return done;
    return database.each("model_version_tags", {"name", "version", "key", "value"}, {}, {}, [&](const Row &row) {
        const auto model = models.find(row.text(0));
        if (model == models.end())
            return;
        for (ImportedVersion &version : model->second.versions)
            if (version.number == row.integer(1))
                version.tags[row.text(2)] = row.text(3);
    });
}

Result<void> readAliases(const MlflowDatabase &database, ModelMap &models)
{
    return database.each("registered_model_aliases", {"name", "alias", "version"}, {}, {}, [&](const Row &row) {
        if (const auto model = models.find(row.text(0)); model != models.end())
            model->second.aliases[row.text(1)] = row.integer(2);
    });
}

} // namespace

Result<std::vector<ImportedModel>> readModels(const MlflowDatabase &database)
{
    ModelMap models;
    auto done = database.each("registered_models", {"name", "creation_time", "last_updated_time", "description"}, {},
                              {}, [&](const Row &row) {
                                  const QString name = row.text(0);
                                  models[name] = {.source = mlflowModelSource(name, row.integer(1)),
                                                  .name = name,
                                                  .note = row.text(3),
                                                  .created = mlflowTime(row.integer(1)),
                                                  .updated = mlflowTime(row.integer(2))};
                              });
    for (const auto read : {readVersions, readTags, readAliases})
        if (done)
            done = read(database, models);
    if (!done)
        return Failure(done.error());
    std::vector<ImportedModel> all;
    for (auto &[name, model] : models)
        all.push_back(std::move(model));
    return all;
}

} // namespace assay::tracking
