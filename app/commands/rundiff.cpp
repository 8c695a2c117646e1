// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/rundiff.h"

#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "app/workbench/runfacts.h"

#include <algorithm>
#include <map>

namespace assay::app {

namespace {

using tracking::RunDetails;
using Facts = std::map<std::string, Json>;

template<class FactsOf>
std::vector<Difference> differences(const std::vector<RunDetails> &runs, FactsOf factsOf)
{
    std::map<std::string, std::vector<Json>> byKey;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (auto &[key, value] : factsOf(runs[i])) {
            auto &values = byKey[key];
            values.resize(runs.size());
            values[i] = value;
        }
    }
    std::vector<Difference> found;
    for (auto &[key, values] : byKey) {
        if (std::ranges::any_of(values, [&first = values.front()](const Json &value) { return value != first; }))
            found.push_back({key, std::move(values)});
    }
    return found;
}

Facts params(const RunDetails &run)
{
    Facts facts{{"model", run.run.model.toStdString()}};
    for (const auto &[name, value] : run.run.params)
        facts[name] = toJson(value);
    return facts;
}

Facts metrics(const RunDetails &run)
{
    Facts facts;
    for (const auto &[key, value] : run.run.metrics)
        facts[key.toStdString()] = jsonNumber(value);
    return facts;
}

Facts inputs(const RunDetails &run)
{
    Facts facts;
    for (const tracking::DatasetInput &input : run.inputs)
        facts[input.role.toStdString()] = input.digest.toStdString();
    return facts;
}

Facts tags(const RunDetails &run)
{
    Facts facts;
    for (const auto &[key, value] : run.run.tags)
        facts[key.toStdString()] = value.toStdString();
    facts["seed"] = run.provenance.seed;
    return facts;
}

/// The digest of what no commit has, so that runs with the same changes are seen to have the same.
Json changes(const RunDetails &run)
{
    if (const QString digest = changesDigest(run); !digest.isEmpty())
        return digest.left(12).toStdString();
    return run.provenance.gitCommit.isEmpty() ? Json() : Json(run.provenance.gitDirty);
}

Facts environment(const RunDetails &run)
{
    const tracking::Provenance &p = run.provenance;
    Facts facts{{"threads", p.threads}, {"uncommitted_changes", changes(run)}};
    const std::pair<const char *, QString> texts[] = {{"program", p.program}, {"commit", p.gitCommit},
                                                      {"host", p.host},       {"user", p.user},
                                                      {"system", p.os},       {"processor", p.cpu}};
    for (const auto &[key, value] : texts)
        if (!value.isEmpty())
            facts[key] = value.toStdString();
    for (const auto &[library, version] : p.libraries)
        facts["library " + library.toStdString()] = version.toStdString();
    return facts;
}

Json keyed(const std::vector<Difference> &differences)
{
    Json json = Json::object();
    for (const Difference &difference : differences)
        json[difference.key] = difference.values;
    return json;
}

/// A number that was measured is rounded for people, one that was given is not.
enum class Numbers { Rounded, Exact };

std::string valueText(const Json &value, Numbers numbers)
{
    if (value.is_null())
        return "-";
    if (value.is_number_float())
        return numbers == Numbers::Exact ? toText(ParamValue(value.get<double>())) : fixedText(value.get<double>());
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string sectionText(const char *what, const std::vector<RunDetails> &runs,
                        const std::vector<Difference> &differences, Numbers numbers = Numbers::Exact)
{
    if (differences.empty())
        return {};
    std::vector<std::string> header{what};
    for (const RunDetails &run : runs)
        header.push_back(shortId(run.run.id));
    TextTable table(header);
    for (const Difference &difference : differences) {
        std::vector<std::string> row{difference.key};
        for (const Json &value : difference.values)
            row.push_back(valueText(value, numbers));
        table.add(row);
    }
    return '\n' + table.text();
}

} // namespace

RunDiff diffOf(const std::vector<RunDetails> &runs)
{
    return {.params = differences(runs, params),
            .metrics = differences(runs, metrics),
            .inputs = differences(runs, inputs),
            .tags = differences(runs, tags),
            .environment = differences(runs, environment)};
}

Json diffDocument(const std::vector<RunDetails> &runs, const RunDiff &diff)
{
    Json list = Json::array();
    for (const RunDetails &run : runs)
        list.push_back({{"run_id", run.run.id.value.toStdString()}, {"name", run.run.name.toStdString()}});
    return {{"runs", list},
            {"params", keyed(diff.params)},
            {"metrics", keyed(diff.metrics)},
            {"inputs", keyed(diff.inputs)},
            {"tags", keyed(diff.tags)},
            {"environment", keyed(diff.environment)}};
}

std::string diffText(const std::vector<RunDetails> &runs, const RunDiff &diff)
{
    std::string text;
    for (const RunDetails &run : runs)
        text += shortId(run.run.id) + "  " + run.run.name.toStdString() + '\n';
    const std::string found = sectionText("parameter", runs, diff.params) +
                              sectionText("metric", runs, diff.metrics, Numbers::Rounded) +
                              sectionText("data", runs, diff.inputs) + sectionText("tag", runs, diff.tags) +
                              sectionText("environment", runs, diff.environment);
    return text + (found.empty() ? "\nThey do not differ.\n" : found);
}

} // namespace assay::app
