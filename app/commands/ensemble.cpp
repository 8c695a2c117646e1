// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/traintext.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct EnsembleCommandOptions
{
    std::vector<std::string> runs;
    bool stack = false;
    std::vector<double> weights;
    std::string name, experiment;
};

Result<Answer> run(const EnsembleCommandOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = resolveRuns(**workbench, options.runs);
    if (!runs)
        return Failure(runs.error());
    ui::EnsembleRequest request{.runs = *runs,
                                .stacked = options.stack,
                                .weights = options.weights,
                                .name = QString::fromStdString(options.name)};
    if (!options.experiment.empty())
        request.experiment = QString::fromStdString(options.experiment);
    const auto outcome = (*workbench)->ensemble(request, call.context);
    if (!outcome)
        return Failure(outcome.error());
    const auto details = (*workbench)->details(outcome->run);
    if (!details)
        return Failure(details.error());
    return answer(
        call, [&] { return trainDocument(*outcome, *details); }, [&] { return trainText(*outcome, *details); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<EnsembleCommandOptions>();
    command
        .add_option("RUNS", options->runs, "Two or more runs with models of one task, on the same data, split and seed")
        ->required()
        ->expected(2, 100);
    auto *stack = command.add_flag("--stack", options->stack,
                                   "Learn how far to trust each member, on its predictions of rows it had not seen");
    command.add_option("--weights", options->weights, "Weights of the members' scores (default: equal)")
        ->type_name("W,W,…")
        ->delimiter(',')
        ->excludes(stack);
    command.add_option("--name", options->name, "Name of the run (default: made from model and time)")
        ->type_name("NAME");
    command.add_option("--experiment", options->experiment, "Experiment the run belongs to (default: Default)")
        ->type_name("NAME");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo ensembleInfo()
{
    return {.id = "ensemble",
            .summary = "Put the models of several runs together into one",
            .example = "assay ensemble 3f9a2c 81d04b --stack --name both",
            .declare = declare};
}

} // namespace assay::app
