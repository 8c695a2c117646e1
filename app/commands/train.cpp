// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/trainoptions.h"
#include "app/commands/traintext.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

/// Reads the files the options name into @p request. The test file is read with the kinds of the training data.
Result<void> importData(const TrainTexts &options, LocalWorkbench &workbench, const Context &context,
                        ui::TrainRequest &request)
{
    auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    auto data = workbench.import(QString::fromStdString(options.data), *how, context);
    if (!data)
        return at(Failure(data.error()), options.data);
    request.data = *data;
    if (options.test.empty())
        return {};
    const QString path = QString::fromStdString(options.test);
    auto test = workbench.import(path, *how, context);
    if (!test)
        return at(Failure(test.error()), options.test);
    request.test = *test;
    const auto kinds = differingKinds(request.data->table(), request.test->table());
    if (kinds.empty())
        return {};
    how->kinds.insert(kinds.begin(), kinds.end());
    auto alike = workbench.import(path, *how, context);
    if (!alike)
        return at(Failure(alike.error()), options.test);
    request.test = *alike;
    return {};
}

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
