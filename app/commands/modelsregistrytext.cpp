// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/modelsregistrytext.h"

#include "app/commands/runtext.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "engine/metrics/evaluation.h"
#include "tracking/exporters/jsonrun.h"
#include "tracking/registry/registryjson.h"

#include <QLocale>

namespace assay::app {

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

std::string pairsText(const std::map<QString, QString> &pairs)
{
    std::string text;
    for (const auto &[key, value] : pairs)
        text += (text.empty() ? "" : ", ") + utf8(key) + '=' + utf8(value);
    return text;
}

std::string aliasesText(const std::map<QString, qint64> &aliases)
{
    std::string text;
    for (const auto &[alias, version] : aliases)
        text += (text.empty() ? "" : ", ") + utf8(alias) + " → " + std::to_string(version);
    return text;
}

/// "roc_auc 0.9231", by the headline metric of its task.
std::string scoreText(const tracking::Lineage &lineage)
{
    if (!lineage.run)
        return {};
    const auto task = engine::taskFromName(utf8(lineage.run->run.task));
    if (!task)
        return {};
    const std::string metric = engine::headline(*task).metric;
    const auto it = lineage.run->run.metrics.find(QString::fromStdString(metric));
    return it == lineage.run->run.metrics.end() ? std::string() : metric + ' ' + fixedText(it->second);
}

std::string runText(const tracking::ModelVersion &version)
{
    if (version.run.isNull())
        return {};
    const std::string id = shortId(version.run);
    return version.runName.isEmpty() ? id + " (gone)" : utf8(version.runName) + " (" + id + ')';
}

std::string dataText(const tracking::Lineage &lineage)
{
    std::string text;
    for (const tracking::DatasetInput &input : lineage.inputs)
        text += (text.empty() ? "" : ", ") + utf8(input.name) + ' ' + utf8(input.digest.left(15));
    return text;
}

std::string changeText(const tracking::RegistryEvent &event)
{
    std::string text = utf8(event.key);
    if (!event.from.isEmpty() && !event.to.isEmpty())
        text += (text.empty() ? "" : ": ") + utf8(event.from) + " → " + utf8(event.to);
    else if (!event.to.isEmpty())
        text += (text.empty() ? "" : " → ") + utf8(event.to);
    return text;
}

} // namespace

Json modelDocument(const tracking::RegisteredModel &model)
{
    Json aliases = Json::object();
    for (const auto &[alias, version] : model.aliases)
        aliases[utf8(alias)] = version;
    return {{"name", utf8(model.name)},
            {"note", utf8(model.note)},
            {"created", tracking::timeJson(model.created)},
            {"updated", tracking::timeJson(model.updated)},
            {"versions", model.versions},
            {"latest", model.latest},
            {"aliases", aliases},
            {"tags", tracking::textsJson(model.tags)},
            {"source", utf8(model.source)}};
}

Json versionDocument(const tracking::ModelVersion &version)
{
    Json aliases = Json::array();
    for (const QString &alias : version.aliases)
        aliases.push_back(utf8(alias));
    return {{"model", utf8(version.model)},
            {"version", version.number},
            {"run_id", utf8(version.run.value)},
            {"run_name", utf8(version.runName)},
            {"artifact", utf8(version.artifact)},
            {"sha256", utf8(version.sha256)},
            {"bytes", version.bytes},
            {"stage", utf8(name(version.stage))},
            {"aliases", aliases},
            {"note", utf8(version.note)},
            {"created", tracking::timeJson(version.created)},
            {"updated", tracking::timeJson(version.updated)},
            {"tags", tracking::textsJson(version.tags)},
            {"source", utf8(version.source)}};
}

Json lineageDocument(const tracking::Lineage &lineage)
{
    Json json = versionDocument(lineage.version);
    json["metrics"] = Json::object();
    if (lineage.run)
        for (const auto &[key, value] : lineage.run->run.metrics)
            json["metrics"][utf8(key)] = jsonNumber(value);
    json["inputs"] = Json::array();
    for (const tracking::DatasetInput &input : lineage.inputs)
        json["inputs"].push_back({{"role", utf8(input.role)},
                                  {"name", utf8(input.name)},
                                  {"path", utf8(input.path)},
                                  {"digest", utf8(input.digest)},
                                  {"rows", input.rows},
                                  {"columns", input.columns}});
    return json;
}

Json justificationDocument(const tracking::Justification &justification)
{
    return tracking::toJson(justification);
}

Json eventDocument(const tracking::RegistryEvent &event)
{
    return {{"at", tracking::timeJson(event.at)},
            {"user", utf8(event.user)},
            {"what", utf8(event.what)},
            {"version", event.version > 0 ? Json(event.version) : Json()},
            {"key", utf8(event.key)},
            {"from", utf8(event.from)},
            {"to", utf8(event.to)},
            {"reason", utf8(event.reason)},
            {"justification", event.justification ? justificationDocument(*event.justification) : Json()}};
}

std::string modelsText(const std::vector<tracking::RegisteredModel> &models)
{
    if (models.empty())
        return "No model is registered yet; `assay models registry register RUN --model NAME` makes one.\n";
    TextTable table({"model", "versions", "latest", "aliases", "changed"});
    for (const tracking::RegisteredModel &model : models)
        table.add({utf8(model.name), countText(static_cast<std::uint64_t>(model.versions)),
                   model.latest > 0 ? std::to_string(model.latest) : "", aliasesText(model.aliases),
                   timeText(model.updated)});
    return table.text();
}

std::string modelText(const tracking::RegisteredModel &model, const std::vector<tracking::Lineage> &versions)
{
    std::string text = utf8(model.name) + '\n';
    if (!model.note.isEmpty())
        text += utf8(model.note) + '\n';
    if (!model.tags.empty())
        text += "tags: " + pairsText(model.tags) + '\n';
    if (versions.empty())
        return text + "It has no versions yet.\n";
    TextTable table({"version", "aliases", "stage", "score", "run", "data", "made"});
    for (const tracking::Lineage &lineage : versions) {
        const tracking::ModelVersion &version = lineage.version;
        table.add({std::to_string(version.number), utf8(version.aliases.join(QStringLiteral(", "))),
                   utf8(name(version.stage)), scoreText(lineage), runText(version), dataText(lineage),
                   timeText(version.created)});
    }
    return text + '\n' + table.text();
}

std::string historyText(const std::vector<tracking::RegistryEvent> &events)
{
    std::string text;
    for (const tracking::RegistryEvent &event : events) {
        text += timeText(event.at) + "  " + utf8(event.user) + "  " + utf8(event.what);
        if (event.version > 0)
            text += " version " + std::to_string(event.version);
        const std::string change = changeText(event);
        text += (change.empty() ? "" : ": " + change) + '\n';
        if (!event.reason.isEmpty())
            text += "    because: " + utf8(event.reason) + '\n';
        if (event.justification)
            text += justificationText(*event.justification);
    }
    return text;
}

std::string justificationText(const tracking::Justification &justification)
{
    std::string text = "    " + utf8(justification.verdict) + '\n';
    text += "    " + utf8(justification.metric) + ": " + fixedText(justification.challengerValue) + " against " +
            fixedText(justification.championValue) + " on " +
            countText(static_cast<std::uint64_t>(justification.rows), "row") + '\n';
    for (const QString &caveat : justification.caveats)
        text += "    note: " + utf8(caveat) + '\n';
    return text;
}

} // namespace assay::app
