// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/trainoptions.h"

#include "engine/estimators/estimator.h"
#include "engine/preprocess/steps.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

namespace assay::app {

namespace {

void addModelOptions(CLI::App &app, TrainTexts &options)
{
    app.add_option("--target", options.target, "The column to predict")->required()->type_name("COLUMN");
    app.add_option("--model", options.model, "Which model; `assay models` lists them")->required()->type_name("MODEL");
    addRepeatable(app, "--param", options.params, "A parameter of the model");
    app.get_option("--param")->type_name("NAME=VALUE");
    addRepeatable(app, "--grid", options.grid, "Values to choose from in the inner folds of --split nested:5x3");
    app.get_option("--grid")->type_name("NAME=V1,V2,…");
    app.add_option("--task", options.task, "binary, multiclass or regression (default: guessed)")->type_name("TASK");
    app.add_option("--positive", options.positive, "Positive label (default: the larger of two)")->type_name("LABEL");
    app.add_option("--threshold", options.threshold, "A score from here on means positive (default: 0.5)")
        ->type_name("X");
}

void addPreparationOptions(CLI::App &app, TrainTexts &options)
{
    addRepeatable(app, "--prep", options.prep, "A step of preprocessing; `assay models MODEL` lists them");
    app.get_option("--prep")->type_name("NAME=VALUE");
    app.add_option("--balance", options.balance,
                   "Classes of different size: none, weights, oversample, undersample or smote (default: none)")
        ->type_name("HOW");
    app.add_option("--calibrate", options.calibrate,
                   "isotonic, sigmoid, temperature or beta, on a share of the training rows (default share: 0.2)")
        ->type_name("METHOD[:SHARE]");
}

void addDataOptions(CLI::App &app, TrainTexts &options)
{
    auto *test =
        app.add_option("--test", options.test, "Test on this file instead of a part of DATA")->type_name("DATA2");
    app.add_option("--split", options.split, engine::splitForms() + " (default: holdout:0.25)")
        ->type_name("RULE")
        ->excludes(test);
    addRepeatable(app, "--drop", options.drop, "Leave this column out");
    app.add_option("--weight", options.weight, "Weights of the rows")->type_name("COLUMN");
    addRepeatable(app, "--protected", options.protectedColumns,
                  "Keep this column beside the predictions, for fairness");
    app.add_flag("--exclude-protected", options.excludeProtected, "Do not learn from the protected columns");
}

void addRecordOptions(CLI::App &app, TrainTexts &options)
{
    app.add_option("--experiment", options.experiment, "Experiment the run belongs to (default: Default)")
        ->type_name("NAME");
    app.add_option("--name", options.name, "Name of the run (default: made from model and time)")->type_name("NAME");
    addRepeatable(app, "--tag", options.tags, "A tag of the run");
    app.get_option("--tag")->type_name("KEY=VALUE");
    app.add_option("--parent", options.parent, "Run this one belongs under")->type_name("RUN");
}

Result<Params> givenParams(const TrainTexts &options)
{
    const auto model = engine::findEstimator(options.model);
    if (!model)
        return Failure(asUsage(model.error()));
    const auto texts = assignments(options.params, "--param", "NAME=VALUE");
    if (!texts)
        return Failure(texts.error());
    const auto resolved = resolveParams((*model)->params, *texts);
    if (!resolved)
        return Failure(asUsage(resolved.error()));
    Params given;
    for (const auto &[name, text] : *texts)
        given[name] = resolved->at(name);
    return given;
}

Result<engine::FitOptions> fitOptions(const TrainTexts &options)
{
    engine::FitOptions fit;
    const auto texts = assignments(options.prep, "--prep", "NAME=VALUE");
    if (!texts)
        return Failure(texts.error());
    const auto resolved = resolveParams(engine::preprocessParams(), *texts);
    if (!resolved)
        return Failure(asUsage(resolved.error()));
    for (const auto &[name, text] : *texts)
        fit.preprocess[name] = resolved->at(name);
    if (const auto steps = engine::preprocessOptions({}, fit.preprocess); !steps)
        return Failure(asUsage(steps.error()));
    const auto balance = engine::balanceFromName(options.balance);
    if (!balance)
        return badOption("The option --balance cannot be `{}`: it takes `none`, `weights`, `oversample`, `undersample` "
                         "or `smote`.",
                         {options.balance});
    fit.balance = *balance;
    return fit;
}

Result<std::map<std::string, std::vector<ParamValue>>> givenGrid(const TrainTexts &options)
{
    const auto texts = assignments(options.grid, "--grid", "NAME=V1,V2,…");
    if (!texts)
        return Failure(texts.error());
    std::map<std::string, std::vector<ParamValue>> grid;
    for (const auto &[name, text] : *texts) {
        const auto spec = paramOf(options.model, name);
        if (!spec)
            return Failure(spec.error());
        auto values = valuesOf(*spec, text);
        if (!values)
            return Failure(values.error());
        grid[name] = std::move(*values);
    }
    return grid;
}

Result<engine::LearningTask> learningTask(const TrainTexts &options)
{
    engine::LearningTask task{.target = options.target,
                              .positive = options.positive,
                              .drop = options.drop,
                              .protectedColumns = options.protectedColumns,
                              .excludeProtected = options.excludeProtected,
                              .weight = options.weight};
    if (options.task.empty())
        return task;
    task.task = engine::taskFromName(options.task);
    if (!task.task)
        return badOption("The option --task cannot be `{}`: it takes `binary`, `multiclass` or `regression`.",
                         {options.task});
    return task;
}

/// METHOD or METHOD:SHARE.
Result<void> takeCalibration(const std::string &text, engine::FitOptions &fit)
{
    const auto colon = text.find(':');
    fit.calibration = engine::calibrationFromName(text.substr(0, colon));
    if (colon != std::string::npos) {
        const char *const end = text.data() + text.size();
        const auto [next, error] = std::from_chars(text.data() + colon + 1, end, fit.calibrationShare);
        if (error != std::errc() || next != end)
            fit.calibration.reset();
    }
    if (!fit.calibration || !(fit.calibrationShare > 0 && fit.calibrationShare < 1))
        return badOption("The option --calibrate cannot be `{}`: it takes `isotonic`, `sigmoid`, `temperature` or "
                         "`beta`, and a share of the training rows such as `isotonic:0.25`.",
                         {text});
    return {};
}

Result<void> checkOptions(const TrainTexts &options)
{
    if (!(options.threshold >= 0 && options.threshold <= 1))
        return badOption("The option --threshold takes a number from 0 to 1.");
    if (options.excludeProtected && options.protectedColumns.empty())
        return badOption("The option --exclude-protected needs --protected to say which columns are meant.");
    return {};
}

} // namespace

void addTrainOptions(CLI::App &app, TrainTexts &options)
{
    app.add_option("DATA", options.data, "The data to learn from")->required();
    addModelOptions(app, options);
    addPreparationOptions(app, options);
    addDataOptions(app, options);
    addRecordOptions(app, options);
    addReadOptions(app, options.read);
}

Result<ParamSpec> paramOf(const std::string &id, const std::string &param)
{
    const auto model = engine::findEstimator(id);
    if (!model)
        return Failure(asUsage(model.error()));
    // Resolving the name alone says which names there are.
    for (const ParamSpec &spec : (*model)->params) {
        if (spec.name == param)
            return spec;
    }
    const auto unknown = resolveParams((*model)->params, Params{{param, 0.0}});
    return Failure(asUsage(unknown.error()));
}

Result<std::vector<ParamValue>> valuesOf(const ParamSpec &spec, const std::string &text)
{
    std::vector<ParamValue> values;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        auto value = parseParam(spec, text.substr(begin, end - begin));
        if (!value)
            return Failure(asUsage(value.error()));
        values.push_back(std::move(*value));
        begin = end + 1;
    }
    return values;
}

Result<ui::TrainRequest> trainRequest(const TrainTexts &options)
{
    if (const auto checked = checkOptions(options); !checked)
        return Failure(checked.error());
    auto params = givenParams(options);
    if (!params)
        return Failure(params.error());
    auto fit = fitOptions(options);
    if (!fit)
        return Failure(fit.error());
    auto grid = givenGrid(options);
    if (!grid)
        return Failure(grid.error());
    auto task = learningTask(options);
    if (!task)
        return Failure(task.error());
    const auto split =
        options.split.empty() ? Result<engine::SplitSpec>(engine::SplitSpec{}) : engine::parseSplit(options.split);
    if (!split)
        return Failure(asUsage(split.error()));
    const auto tags = assignments(options.tags, "--tag", "KEY=VALUE");
    if (!tags)
        return Failure(tags.error());
    ui::TrainRequest request;
    request.task = std::move(*task);
    request.split = *split;
    request.model = QString::fromStdString(options.model);
    request.params = std::move(*params);
    request.fit = std::move(*fit);
    request.grid = std::move(*grid);
    request.name = QString::fromStdString(options.name);
    request.threshold = options.threshold;
    if (!options.calibrate.empty()) {
        if (const auto taken = takeCalibration(options.calibrate, request.fit); !taken)
            return Failure(taken.error());
    }
    if (!options.experiment.empty())
        request.experiment = QString::fromStdString(options.experiment);
    for (const auto &[key, value] : *tags)
        request.tags[QString::fromStdString(key)] = QString::fromStdString(value);
    return request;
}

} // namespace assay::app
