// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/jsonrun.h"

#include "tracking/provenance.h"

namespace assay::tracking {

namespace {

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

Json metricsJson(const std::map<QString, double> &metrics)
{
    Json json = Json::object();
    for (const auto &[key, value] : metrics)
        json[key.toStdString()] = jsonNumber(value);
    return json;
}

} // namespace

Json timeJson(const QDateTime &time)
{
    return time.isValid() ? Json(time.toUTC().toString(Qt::ISODateWithMs).toStdString()) : Json();
}

QDateTime timeFromJson(const Json &json)
{
    if (!json.is_string())
        return {};
    const QDateTime time =
        QDateTime::fromString(QString::fromStdString(json.get_ref<const std::string &>()), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

Json textsJson(const std::map<QString, QString> &texts)
{
    Json json = Json::object();
    for (const auto &[key, value] : texts)
        json[key.toStdString()] = value.toStdString();
    return json;
}

Json inputsJson(const std::vector<DatasetInput> &inputs, bool readOptions)
{
    Json json = Json::array();
    for (const DatasetInput &input : inputs) {
        const std::string read = input.readOptions.toStdString();
        json.push_back({{"role", input.role.toStdString()},
                        {"name", input.name.toStdString()},
                        {"path", input.path.toStdString()},
                        {"digest", input.digest.toStdString()},
                        {"rows", input.rows},
                        {"columns", input.columns},
                        {"read_options", readOptions ? parseJson(read).value_or(Json()) : Json(read)}});
    }
    return json;
}

Json artifactsJson(const std::vector<Artifact> &artifacts)
{
    Json json = Json::array();
    for (const Artifact &artifact : artifacts)
        json.push_back({{"name", artifact.name.toStdString()},
                        {"kind", artifact.kind.toStdString()},
                        {"sha256", artifact.sha256.toStdString()},
                        {"bytes", artifact.bytes}});
    return json;
}

Json provenanceJson(const Provenance &p)
{
    return {{"program", p.program.toStdString()},
            {"command_line", p.commandLine.toStdString()},
            {"git_commit", textOrNull(p.gitCommit)},
            {"git_dirty", p.gitDirty},
            {"host", p.host.toStdString()},
            {"user", p.user.toStdString()},
            {"os", p.os.toStdString()},
            {"cpu", p.cpu.toStdString()},
            {"threads", p.threads > 0 ? Json(p.threads) : Json()},
            // A run of ours has both; one of another program told of neither.
            {"seed", hasSeed(p) ? Json(p.seed) : Json()},
            {"libraries", textsJson(p.libraries)}};
}

Json runJson(const Run &run)
{
    return {{"run_id", run.id.value.toStdString()},
            {"name", run.name.toStdString()},
            {"experiment", run.experiment.toStdString()},
            {"status", name(run.status).toStdString()},
            {"start_time", timeJson(run.start)},
            {"end_time", timeJson(run.end)},
            {"parent", textOrNull(run.parent.value)},
            {"model", run.model.toStdString()},
            {"task", run.task.toStdString()},
            {"params", toJson(run.params)},
            {"metrics", metricsJson(run.metrics)},
            {"tags", textsJson(run.tags)},
            {"note", run.note.toStdString()},
            {"error", textOrNull(run.error)},
            {"deleted", run.deleted}};
}

Json runJson(const RunDetails &details)
{
    const Run &run = details.run;
    Json json = runJson(run);
    json["source"] = run.source.toStdString();
    json["archived"] = run.archived;
    json["favourite"] = run.favourite;
    json["inputs"] = inputsJson(details.inputs);
    json["artifacts"] = artifactsJson(details.artifacts);
    json["provenance"] = provenanceJson(details.provenance);
    return json;
}

QByteArray jsonBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace)).append('\n');
}

} // namespace assay::tracking
