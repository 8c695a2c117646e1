// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/rerun.h"

#include "app/commands/builtin.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "app/commands/traintext.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct RerunCommandOptions
{
    std::string run, data, test;
};

/// All there is to tell of a run done again.
struct Told
{
    ui::RerunOutcome rerun;
    tracking::RunDetails before, after;
    std::vector<MetricChange> changes;
};

std::optional<double> difference(const MetricChange &change)
{
    return change.before && change.after ? std::optional(*change.after - *change.before) : std::nullopt;
}

Json document(const Told &told)
{
    Json json = trainDocument(told.rerun.outcome, told.after);
    json["rerun_of"] = told.before.run.id.value.toStdString();
    json["identical"] = told.rerun.identical;
    json["changed_metrics"] = Json::array();
    for (const MetricChange &change : told.changes)
        json["changed_metrics"].push_back({{"metric", change.metric.toStdString()},
                                           {"before", jsonNumber(change.before)},
                                           {"after", jsonNumber(change.after)},
                                           {"difference", jsonNumber(difference(change))},
                                           {"points", change.points}});
    json["changed_inputs"] = Json::array();
    for (const QString &sentence : told.rerun.changedInputs)
        json["changed_inputs"].push_back(sentence.toStdString());
    return json;
}

std::string valueText(const std::optional<double> &value)
{
    return value ? toText(ParamValue(*value)) : "-";
}

std::string text(const Told &told)
{
    const std::string name = told.before.run.name.toStdString() + " (" + shortId(told.before.run.id) + ")";
    std::string text = "Done again: " + name + " as " + shortId(told.after.run.id) + ".\n";
    if (told.rerun.identical) {
        text += "Identical: every metric is what it was, to the last bit.\n";
    } else if (told.changes.empty()) {
        text += "There are no metrics that could be compared.\n";
    } else {
        TextTable table({"metric", "before", "now", "difference"});
        for (const MetricChange &change : told.changes)
            table.add({change.metric.toStdString(), valueText(change.before), valueText(change.after),
                       valueText(difference(change))});
        text += "Not identical:\n\n" + table.text();
    }
    if (!told.rerun.changedInputs.isEmpty())
        text += "\nWhat is not as it was:\n";
    for (const QString &sentence : told.rerun.changedInputs)
        text += "  " + sentence.toStdString() + '\n';
    if (!told.changes.empty() && told.rerun.changedInputs.isEmpty())
        text += "\nData, split, seed, parameters, program, libraries and machine are what they were.\n";
    return text;
}

Result<Told> again(LocalWorkbench &workbench, const RerunCommandOptions &options, const Call &call)
{
    const auto runs = resolveRuns(workbench, {options.run});
    if (!runs)
        return Failure(runs.error());
    auto rerun = workbench.rerun(
        runs->front(), {.data = QString::fromStdString(options.data), .test = QString::fromStdString(options.test)},
        call.context);
    if (!rerun)
        return Failure(rerun.error());
    auto before = workbench.details(runs->front());
    if (!before)
        return Failure(before.error());
    auto after = workbench.details(rerun->outcome.run);
    if (!after)
        return Failure(after.error());
    auto changes = metricChanges(workbench.store(), *before, *after);
    if (!changes)
        return Failure(changes.error());
    return Told{std::move(*rerun), std::move(*before), std::move(*after), std::move(*changes)};
}

Result<Answer> run(const RerunCommandOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto told = again(**workbench, options, call);
    if (!told)
        return Failure(told.error());
    return answer(
        call, [&] { return document(*told); }, [&] { return text(*told); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<RerunCommandOptions>();
    command.add_option("RUN", options->run, "Name or first digits of the id")->required();
    command.add_option("--data", options->data, "Where its data lie now, if no longer where they were")
        ->type_name("FILE");
    command.add_option("--test", options->test, "Where its test data lie now")->type_name("FILE");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo rerunInfo()
{
    return {.id = "rerun",
            .summary = "Train a run again from what it recorded, and tell whether the same came of it",
            .example = "assay rerun 3f9c2a1b",
            .declare = declare};
}

} // namespace assay::app
