// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/store.h"
#include "app/commands/traindata.h"
#include "app/commands/traintext.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

Result<Answer> run(const TrainTexts &options, const Call &call)
{
    auto request = trainRequest(options);
    if (!request)
        return Failure(request.error());
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    if (!options.parent.empty()) {
        const auto parent = (*workbench)->store().resolve(QString::fromStdString(options.parent));
        if (!parent)
            return Failure(parent.error());
        request->parent = parent->value;
    }
    if (const auto imported = importData(options, **workbench, call.context, *request); !imported)
        return Failure(imported.error());
    const auto outcome = (*workbench)->train(*request, call.context);
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
    auto options = std::make_shared<TrainTexts>();
    addTrainOptions(command, *options);
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo trainInfo()
{
    return {.id = "train",
            .summary = "Train a model and record the run",
            .example = "assay train people.csv --target income --model xgboost --param max_depth=4 --split kfold:5",
            .declare = declare};
}

} // namespace assay::app
