// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/runtext.h"

#include "tracking/exporters/jsonrun.h"

namespace assay::app {

namespace {

using tracking::Run;
using tracking::RunDetails;
using tracking::textsJson;
using tracking::timeJson;

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

Json numbers(const std::map<QString, double> &pairs)
{
    Json json = Json::object();
    for (const auto &[key, value] : pairs)
        json[key.toStdString()] = jsonNumber(value);
    return json;
}

Json series(const RunDetails &details)
{
    Json json = Json::object();
    for (const auto &[key, s] : details.series)
        json[key.toStdString()] = {{"last", jsonNumber(s.last)},
                                   {"min", jsonNumber(s.min)},
                                   {"max", jsonNumber(s.max)},
                                   {"count", s.count},
                                   {"last_step", s.lastStep}};
    return json;
}

Json inputs(const RunDetails &details)
{
    Json json = Json::array();
    for (const tracking::DatasetInput &input : details.inputs)
        json.push_back({{"role", input.role.toStdString()},
                        {"name", input.name.toStdString()},
                        {"path", input.path.toStdString()},
                        {"digest", input.digest.toStdString()},
                        {"rows", input.rows},
                        {"columns", input.columns},
                        {"read_options", parseJson(input.readOptions.toStdString()).value_or(Json())}});
    return json;
}

Json artifacts(const RunDetails &details)
{
    Json json = Json::array();
    for (const tracking::Artifact &artifact : details.artifacts)
        json.push_back({{"name", artifact.name.toStdString()},
                        {"kind", artifact.kind.toStdString()},
                        {"sha256", artifact.sha256.toStdString()},
                        {"bytes", artifact.bytes}});
    return json;
}

Json provenance(const tracking::Provenance &p)
{
    return {{"program", p.program.toStdString()},
            {"command_line", p.commandLine.toStdString()},
            {"git_commit", textOrNull(p.gitCommit)},
            {"git_dirty", p.gitDirty},
            {"host", p.host.toStdString()},
            {"user", p.user.toStdString()},
            {"os", p.os.toStdString()},
            {"cpu", p.cpu.toStdString()},
            {"threads", p.threads},
            {"seed", p.seed},
            {"libraries", textsJson(p.libraries)}};
}

} // namespace

Json runDocument(const Run &run)
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
            {"metrics", numbers(run.metrics)},
            {"tags", textsJson(run.tags)},
            {"note", run.note.toStdString()},
            {"error", textOrNull(run.error)},
            {"deleted", run.deleted}};
}

Json detailsDocument(const RunDetails &details)
{
    Json json = runDocument(details.run);
    json["series"] = series(details);
    json["inputs"] = inputs(details);
    json["artifacts"] = artifacts(details);
    json["provenance"] = provenance(details.provenance);
    Json children = Json::array();
    for (const Run &child : details.children)
        children.push_back(runDocument(child));
    json["children"] = children;
    return json;
}

} // namespace assay::app
