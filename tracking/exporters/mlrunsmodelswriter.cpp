// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of an exported `mlruns` folder.
#include "tracking/exporters/mlrunskeys.h"
#include "tracking/exporters/mlrunswriter.h"
#include "tracking/exporters/mlrunsyaml.h"
#include "tracking/registry.h"

namespace assay::tracking {

namespace {

/// "Staging" for what the store calls "staging".
QString stageText(Stage stage)
{
    const QString text = name(stage);
    return text.left(1).toUpper() + text.mid(1);
}

/// The names of all models as they can be: those that are fine as they are stay.
std::map<QString, QString> modelNames(const std::vector<RegisteredModel> &models)
{
    std::map<QString, QString> names;
    std::set<QString> taken;
    for (const bool fine : {true, false})
        for (const RegisteredModel &model : models) {
            std::set<QString> none;
            if ((mlrunsModelName(model.name, none) == model.name) == fine)
                names[model.name] = mlrunsModelName(model.name, taken);
        }
    return names;
}

} // namespace

Result<void> MlrunsWriter::writeModels()
{
    const ModelRegistry registry(m_store);
    const auto models = registry.models();
    if (!models)
        return Failure(models.error());
    m_modelNames = modelNames(*models);
    for (const RegisteredModel &model : *models) {
        const auto versions = registry.versions(model.name);
        if (!versions)
            return Failure(versions.error());
        std::vector<ModelVersion> written;
        for (const ModelVersion &version : *versions)
            if (m_runs.contains(version.run.value))
                written.push_back(version);
        if (written.empty())
            continue;
        if (auto done = writeModel(model, written); !done)
            return done;
        ++m_models;
    }
    return {};
}

Result<void> MlrunsWriter::writeModel(const RegisteredModel &model, const std::vector<ModelVersion> &versions)
{
    const QString folder = m_folder + QStringLiteral("/models/") + m_modelNames.at(model.name);
    std::map<QString, QString> aliases;
    std::set<QString> taken;
    for (const ModelVersion &version : versions)
        for (const QString &alias : version.aliases)
            aliases[mlrunsAlias(alias, taken)] = QString::number(version.number);
    MlrunsYaml meta;
    meta.map("aliases", aliases);
    meta.number("creation_timestamp", model.created.toMSecsSinceEpoch());
    meta.textOrNull("description", model.note);
    meta.number("last_updated_timestamp", model.updated.toMSecsSinceEpoch());
    meta.text("name", m_modelNames.at(model.name));
    auto done = writeWhole(folder + QStringLiteral("/meta.yaml"), meta.done());
    if (done)
        done = writeKeys(folder + QStringLiteral("/tags"), model.tags);
    if (done)
        done = writeKeys(folder + QStringLiteral("/aliases"), aliases);
    for (const ModelVersion &version : versions)
        if (done)
            done = writeVersion(version, folder);
    return done;
}

Result<void> MlrunsWriter::writeVersion(const ModelVersion &version, const QString &modelsFolder)
{
    const QString folder = modelsFolder + QStringLiteral("/version-%1").arg(version.number);
    const bool isLogged = version.artifact.startsWith(u"models/") &&
                          m_loggedModels.contains({version.run.value, version.artifact.section(u'/', 1, 1)});
    const QString inside = version.artifact.section(u'/', 2);
    QString place = artifactPlace(version.run) + u'/' + version.artifact;
    if (isLogged)
        place = QStringLiteral("%1/%2/%3/artifacts")
                    .arg(m_place, m_runs.at(version.run.value), version.artifact.section(u'/', 0, 1)) +
                (inside.isEmpty() ? QString() : u'/' + inside);
    const QString address = mlrunsAddress(place);
    const QString source = isLogged ? QStringLiteral("models:/") + version.artifact.section(u'/', 1) : address;
    MlrunsYaml meta;
    meta.emptyList("aliases");
    meta.number("creation_timestamp", version.created.toMSecsSinceEpoch());
    meta.text("current_stage", stageText(version.stage));
    meta.textOrNull("description", version.note);
    meta.number("last_updated_timestamp", version.updated.toMSecsSinceEpoch());
    meta.text("name", m_modelNames.at(version.model));
    meta.textOrNull("run_id", m_standIns.contains(version.run.value) ? QString() : version.run.value);
    meta.null("run_link");
    meta.text("source", source);
    meta.text("status", QStringLiteral("READY"));
    meta.null("status_message");
    meta.text("storage_location", address);
    meta.null("user_id");
    meta.number("version", version.number);
    auto done = writeWhole(folder + QStringLiteral("/meta.yaml"), meta.done());
    return done ? writeKeys(folder + QStringLiteral("/tags"), version.tags) : done;
}

} // namespace assay::tracking
