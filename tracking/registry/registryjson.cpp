// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry/registryjson.h"

namespace assay::tracking {

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QString textAt(const Json &json, const char *key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? QString::fromStdString(it->get<std::string>()) : QString();
}

double numberAt(const Json &json, const char *key)
{
    const auto it = json.find(key);
    return it == json.end() ? 0 : numberFromJson(*it);
}

qint64 integerAt(const Json &json, const char *key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_number_integer() ? it->get<qint64>() : 0;
}

Standing standingFrom(const QString &text)
{
    for (const Standing standing : {Standing::Better, Standing::Worse, Standing::Equivalent})
        if (text == name(standing))
            return standing;
    return Standing::Undecided;
}

Json toJson(const DatasetInput &input)
{
    return {{"role", utf8(input.role)},     {"name", utf8(input.name)}, {"path", utf8(input.path)},
            {"digest", utf8(input.digest)}, {"rows", input.rows},       {"columns", input.columns}};
}

DatasetInput inputFrom(const Json &json)
{
    return {.role = textAt(json, "role"),
            .name = textAt(json, "name"),
            .path = textAt(json, "path"),
            .digest = textAt(json, "digest"),
            .rows = integerAt(json, "rows"),
            .columns = integerAt(json, "columns")};
}

} // namespace

Json toJson(const Justification &j)
{
    Json caveats = Json::array();
    for (const QString &caveat : j.caveats)
        caveats.push_back(utf8(caveat));
    return {{"challenger_run", utf8(j.challengerRun.value)},
            {"champion_run", utf8(j.championRun.value)},
            {"champion_version", j.championVersion},
            {"metric", utf8(j.metric)},
            {"test", utf8(j.test)},
            {"challenger_value", jsonNumber(j.challengerValue)},
            {"champion_value", jsonNumber(j.championValue)},
            {"difference", jsonNumber(j.difference)},
            {"low", jsonNumber(j.low)},
            {"high", jsonNumber(j.high)},
            {"p_value", jsonNumber(j.pValue)},
            {"level", jsonNumber(j.level)},
            {"rows", j.rows},
            {"standing", utf8(name(j.standing))},
            {"verdict", utf8(j.verdict)},
            {"caveats", caveats}};
}

Justification justificationFromJson(const Json &json)
{
    Justification j{.challengerRun = {textAt(json, "challenger_run")},
                    .championRun = {textAt(json, "champion_run")},
                    .championVersion = integerAt(json, "champion_version"),
                    .metric = textAt(json, "metric"),
                    .test = textAt(json, "test"),
                    .challengerValue = numberAt(json, "challenger_value"),
                    .championValue = numberAt(json, "champion_value"),
                    .difference = numberAt(json, "difference"),
                    .low = numberAt(json, "low"),
                    .high = numberAt(json, "high"),
                    .pValue = numberAt(json, "p_value"),
                    .level = numberAt(json, "level"),
                    .rows = integerAt(json, "rows"),
                    .standing = standingFrom(textAt(json, "standing")),
                    .verdict = textAt(json, "verdict")};
    if (const auto caveats = json.find("caveats"); caveats != json.end() && caveats->is_array())
        for (const Json &caveat : *caveats)
            if (caveat.is_string())
                j.caveats << QString::fromStdString(caveat.get<std::string>());
    return j;
}

QString detailOf(const RegistryEvent &event)
{
    Json json = Json::object();
    const std::pair<const char *, QString> texts[] = {
        {"key", event.key}, {"from", event.from}, {"to", event.to}, {"reason", event.reason}, {"run", event.run.value}};
    for (const auto &[key, value] : texts)
        if (!value.isEmpty())
            json[key] = utf8(value);
    for (const DatasetInput &input : event.inputs)
        json["inputs"].push_back(toJson(input));
    if (event.justification)
        json["justification"] = toJson(*event.justification);
    return QString::fromStdString(json.dump());
}

void readDetail(const QString &detail, RegistryEvent &event)
{
    const auto json = parseJson(detail.toStdString());
    if (!json || !json->is_object())
        return;
    event.key = textAt(*json, "key");
    event.from = textAt(*json, "from");
    event.to = textAt(*json, "to");
    event.reason = textAt(*json, "reason");
    event.run.value = textAt(*json, "run");
    if (const auto inputs = json->find("inputs"); inputs != json->end() && inputs->is_array())
        for (const Json &input : *inputs)
            if (input.is_object())
                event.inputs.push_back(inputFrom(input));
    if (const auto found = json->find("justification"); found != json->end() && found->is_object())
        event.justification = justificationFromJson(*found);
}

} // namespace assay::tracking
