// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/jsonrun.h"

namespace assay::tracking {

namespace {

Json inputsJson(const std::vector<DatasetInput> &inputs)
{
    Json json = Json::array();
    for (const DatasetInput &input : inputs)
        json.push_back({{"role", input.role.toStdString()},
                        {"name", input.name.toStdString()},
                        {"path", input.path.toStdString()},
                        {"digest", input.digest.toStdString()},
                        {"rows", input.rows},
                        {"columns", input.columns},
                        {"read_options", input.readOptions.toStdString()}});
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
            {"git_commit", p.gitCommit.toStdString()},
            {"git_dirty", p.gitDirty},
            {"host", p.host.toStdString()},
            {"user", p.user.toStdString()},
            {"os", p.os.toStdString()},
            {"cpu", p.cpu.toStdString()},
            {"threads", p.threads},
            {"seed", p.seed},
            {"libraries", textsJson(p.libraries)}};
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

Json runJson(const RunDetails &details)
{
    const Run &run = details.run;
    return {{"run_id", run.id.value.toStdString()},
            {"name", run.name.toStdString()},
            {"experiment", run.experiment.toStdString()},
            {"status", name(run.status).toStdString()},
            {"start_time", timeJson(run.start)},
            {"end_time", timeJson(run.end)},
            {"parent", run.parent.isNull() ? Json() : Json(run.parent.value.toStdString())},
            {"model", run.model.toStdString()},
            {"task", run.task.toStdString()},
            {"note", run.note.toStdString()},
            {"error", run.error.toStdString()},
            {"source", run.source.toStdString()},
            {"deleted", run.deleted},
            {"archived", run.archived},
            {"favourite", run.favourite},
            {"params", toJson(run.params)},
            {"metrics", metricsJson(run.metrics)},
            {"tags", textsJson(run.tags)},
            {"inputs", inputsJson(details.inputs)},
            {"artifacts", artifactsJson(details.artifacts)},
            {"provenance", provenanceJson(details.provenance)}};
}

QByteArray jsonBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace)).append('\n');
}

} // namespace assay::tracking
