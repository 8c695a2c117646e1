// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/archiveformat.h"

#include "tracking/importers/archivefields.h"

#include "tracking/exporters/jsonrun.h"

namespace assay::tracking {

namespace {

const char *const formatName = "assay-archive";

Failure badArchive(const char *what)
{
    return failure(ErrorKind::BadInput, "bad_archive",
                   "This is not what `assay export` writes: {} is missing or of another kind.", {what});
}

ArchivedFile fileFrom(const Json &json)
{
    return {.name = textOf(json, "file"), .bytes = integerOf(json, "bytes"), .sha256 = textOf(json, "sha256")};
}

RunStatus statusFrom(const QString &text)
{
    for (const RunStatus status : {RunStatus::Finished, RunStatus::Failed, RunStatus::Cancelled})
        if (name(status) == text)
            return status;
    // One that was running when it was archived has nobody here who writes it.
    return RunStatus::Crashed;
}

std::vector<DatasetInput> inputsFrom(const Json &list)
{
    std::vector<DatasetInput> inputs;
    if (list.is_array())
        for (const Json &json : list)
            inputs.push_back({.role = textOf(json, "role"),
                              .name = textOf(json, "name"),
                              .path = textOf(json, "path"),
                              .digest = textOf(json, "digest"),
                              .rows = integerOf(json, "rows"),
                              .columns = integerOf(json, "columns"),
                              .readOptions = textOf(json, "read_options")});
    return inputs;
}

Provenance provenanceFrom(const Json &json)
{
    const Json &seed = member(json, "seed");
    return {.program = textOf(json, "program"),
            .commandLine = textOf(json, "command_line"),
            .gitCommit = textOf(json, "git_commit"),
            .gitDirty = flagOf(json, "git_dirty"),
            .host = textOf(json, "host"),
            .user = textOf(json, "user"),
            .os = textOf(json, "os"),
            .cpu = textOf(json, "cpu"),
            .threads = static_cast<int>(integerOf(json, "threads")),
            .seed = seed.is_number_integer() ? seed.get<quint64>() : 0,
            .libraries = textsOf(json, "libraries")};
}

/// JSON has no infinity: parameters that are one stand as texts, and are listed.
Params paramsFrom(const Json &json)
{
    const Json &given = member(json, "params");
    Params params = given.is_object() ? paramsFromJson(given) : Params();
    const Json &reals = member(json, "real_params");
    if (reals.is_array())
        for (const Json &key : reals)
            if (key.is_string())
                if (const auto found = params.find(key.get<std::string>()); found != params.end())
                    found->second = numberFromJson(given.at(found->first));
    return params;
}

std::vector<ArchivedSeries> seriesFrom(const Json &list)
{
    std::vector<ArchivedSeries> series;
    if (list.is_array())
        for (const Json &json : list)
            series.push_back({.key = textOf(json, "key"), .count = integerOf(json, "count"), .file = fileFrom(json)});
    return series;
}

std::vector<Artifact> artifactsFrom(const Json &list)
{
    std::vector<Artifact> artifacts;
    if (list.is_array())
        for (const Json &json : list)
            artifacts.push_back({.name = textOf(json, "name"),
                                 .kind = textOf(json, "kind"),
                                 .sha256 = textOf(json, "sha256"),
                                 .bytes = integerOf(json, "bytes")});
    return artifacts;
}

ImportedRun runFrom(const Json &json)
{
    ImportedRun run{.source = textOf(json, "archive_source"),
                    .id = {textOf(json, "run_id")},
                    .parentSource = textOf(json, "parent_source"),
                    .experiment = textOf(json, "experiment"),
                    .experimentTags = textsOf(json, "experiment_tags"),
                    .experimentNote = textOf(json, "experiment_note"),
                    .name = textOf(json, "name"),
                    .status = statusFrom(textOf(json, "status")),
                    .start = timeFromJson(member(json, "start_time")),
                    .end = timeFromJson(member(json, "end_time")),
                    .model = textOf(json, "model"),
                    .task = textOf(json, "task"),
                    .note = textOf(json, "note"),
                    .error = textOf(json, "error"),
                    .params = paramsFrom(json),
                    .tags = textsOf(json, "tags"),
                    .inputs = inputsFrom(member(json, "inputs")),
                    .provenance = provenanceFrom(member(json, "provenance")),
                    .deleted = flagOf(json, "deleted"),
                    .archived = flagOf(json, "archived"),
                    .favourite = flagOf(json, "favourite")};
    return run;
}

ImportedVersion versionFrom(const Json &json)
{
    const auto stage = stageFromName(textOf(json, "stage"));
    return {.number = integerOf(json, "number"),
            .run = {textOf(json, "run")},
            .artifact = textOf(json, "artifact"),
            .stage = stage ? *stage : Stage::None,
            .note = textOf(json, "note"),
            .source = textOf(json, "source"),
            .user = textOf(json, "user"),
            .created = timeFromJson(member(json, "created")),
            .updated = timeFromJson(member(json, "updated")),
            .tags = textsOf(json, "tags")};
}

ImportedModel modelFrom(const Json &json)
{
    ImportedModel model{.source = textOf(json, "source"),
                        .name = textOf(json, "name"),
                        .note = textOf(json, "note"),
                        .created = timeFromJson(member(json, "created")),
                        .updated = timeFromJson(member(json, "updated")),
                        .tags = textsOf(json, "tags")};
    const Json &versions = member(json, "versions");
    if (versions.is_array())
        for (const Json &version : versions)
            model.versions.push_back(versionFrom(version));
    const Json &aliases = member(json, "aliases");
    if (aliases.is_object())
        for (const auto &[alias, number] : aliases.items())
            if (number.is_number_integer())
                model.aliases[QString::fromStdString(alias)] = number.get<qint64>();
    return model;
}

Json versionJson(const ImportedVersion &version)
{
    return {{"number", version.number},
            {"run", version.run.value.toStdString()},
            {"artifact", version.artifact.toStdString()},
            {"stage", name(version.stage).toStdString()},
            {"note", version.note.toStdString()},
            {"source", version.source.toStdString()},
            {"user", version.user.toStdString()},
            {"created", timeJson(version.created)},
            {"updated", timeJson(version.updated)},
            {"tags", textsJson(version.tags)}};
}

} // namespace

QString archiveSource(const Run &run)
{
    return run.source.isEmpty() ? QLatin1String("assay:") + run.id.value : run.source;
}

ArchivedFile artifactFile(const Artifact &artifact)
{
    return {.name = QStringLiteral("artifacts/%1/%2").arg(artifact.sha256.left(2), artifact.sha256.mid(2)),
            .bytes = artifact.bytes,
            .sha256 = artifact.sha256};
}

Json archivedFileJson(const ArchivedFile &file)
{
    return {{"file", file.name.toStdString()}, {"bytes", file.bytes}, {"sha256", file.sha256.toStdString()}};
}

Json manifestJson(const ArchiveManifest &manifest)
{
    Json runs = Json::array();
    for (const ArchivedFile &run : manifest.runs)
        runs.push_back(archivedFileJson(run));
    return {{"format", formatName},
            {"version", archiveVersion},
            {"created", timeJson(manifest.created)},
            {"runs", runs},
            {"models", manifest.models ? archivedFileJson(*manifest.models) : Json()}};
}

Json modelsJson(const std::vector<ImportedModel> &models)
{
    Json list = Json::array();
    for (const ImportedModel &model : models) {
        Json versions = Json::array();
        for (const ImportedVersion &version : model.versions)
            versions.push_back(versionJson(version));
        Json aliases = Json::object();
        for (const auto &[alias, number] : model.aliases)
            aliases[alias.toStdString()] = number;
        list.push_back({{"source", model.source.toStdString()},
                        {"name", model.name.toStdString()},
                        {"note", model.note.toStdString()},
                        {"created", timeJson(model.created)},
                        {"updated", timeJson(model.updated)},
                        {"tags", textsJson(model.tags)},
                        {"aliases", aliases},
                        {"versions", versions}});
    }
    return {{"models", list}};
}

Result<ArchiveManifest> parseManifest(const QByteArray &bytes)
{
    const auto json = parseJson(bytes.toStdString());
    if (!json)
        return Failure(json.error());
    if (textOf(*json, "format") != QLatin1String(formatName))
        return badArchive("the format `assay-archive` of manifest.json");
    if (const qint64 version = integerOf(*json, "version"); version != archiveVersion)
        return version > archiveVersion
                   ? failure(ErrorKind::BadInput, "archive_newer",
                             "This archive is of version {}, which only a later Assay reads; this one reads up to {}.",
                             {std::to_string(version), std::to_string(archiveVersion)})
                   : badArchive("the version of manifest.json");
    const Json &runs = member(*json, "runs");
    if (!runs.is_array())
        return badArchive("the list of runs of manifest.json");
    ArchiveManifest manifest{.created = timeFromJson(member(*json, "created"))};
    for (const Json &run : runs)
        manifest.runs.push_back(fileFrom(run));
    if (const Json &models = member(*json, "models"); models.is_object())
        manifest.models = fileFrom(models);
    return manifest;
}

Result<ArchivedRun> parseArchivedRun(const QByteArray &bytes)
{
    const auto json = parseJson(bytes.toStdString());
    if (!json)
        return Failure(json.error());
    ArchivedRun run{.run = runFrom(*json),
                    .series = seriesFrom(member(*json, "series")),
                    .artifacts = artifactsFrom(member(*json, "artifacts"))};
    if (run.run.source.isEmpty())
        return badArchive("the `archive_source` of a run");
    return run;
}

Result<std::vector<ImportedModel>> parseModels(const QByteArray &bytes)
{
    const auto json = parseJson(bytes.toStdString());
    if (!json)
        return Failure(json.error());
    std::vector<ImportedModel> models;
    const Json &list = member(*json, "models");
    if (!list.is_array())
        return badArchive("the list of models of models.json");
    for (const Json &model : list)
        if (!textOf(model, "source").isEmpty() && !textOf(model, "name").isEmpty())
            models.push_back(modelFrom(model));
    return models;
}

} // namespace assay::tracking
