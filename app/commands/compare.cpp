// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/comparisontext.h"
#include "app/commands/predictionoptions.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace assay::app {

namespace {

struct CompareCommandOptions
{
    std::vector<std::string> models;
    PredictionTexts predictions;
    engine::CompareOptions compare;
};

/// What was compared, however it came about.
struct Outcome
{
    std::vector<engine::ComparedModel> models;
    engine::Comparison comparison;
    std::vector<std::string> differingParams;
};

bool isFile(const std::string &text)
{
    std::error_code error;
    return std::filesystem::exists(text, error);
}

std::string stem(const std::string &path)
{
    std::filesystem::path name = std::filesystem::path(path).filename();
    if (name.extension() == ".gz")
        name = name.stem();
    return name.stem().string();
}

/// File stems; whole paths where two files would be called the same.
std::vector<std::string> modelNames(const std::vector<std::string> &paths)
{
    std::vector<std::string> names;
    for (const std::string &path : paths)
        names.push_back(stem(path));
    if (std::set<std::string>(names.begin(), names.end()).size() != names.size())
        return paths;
    return names;
}

Result<Outcome> compareFiles(const CompareCommandOptions &options, const Call &call)
{
    Outcome outcome;
    const std::vector<std::string> names = modelNames(options.models);
    for (std::size_t i = 0; i < options.models.size(); ++i) {
        call.context.progress("Reading", static_cast<std::int64_t>(i), static_cast<std::int64_t>(names.size()));
        auto file = readPredictions(options.models[i], options.predictions, call.context);
        if (!file)
            return Failure(file.error());
        auto evaluation = evaluateFile(*file, options.compare.threshold, call.context);
        if (!evaluation)
            return at(Failure(evaluation.error()), options.models[i]);
        outcome.models.push_back(
            {.name = names[i], .predictions = std::move(file->predictions), .evaluation = std::move(*evaluation)});
    }
    auto comparison = engine::compare(outcome.models, options.compare, call.context);
    if (!comparison)
        return Failure(comparison.error());
    outcome.comparison = std::move(*comparison);
    return outcome;
}

Result<Outcome> compareRuns(const CompareCommandOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = resolveRuns(**workbench, options.models);
    if (!runs)
        return Failure(runs.error());
    auto compared = (*workbench)->compare(*runs, call.context);
    if (!compared)
        return Failure(compared.error());
    Outcome outcome{.models = {}, .comparison = std::move(compared->comparison), .differingParams = {}};
    for (std::size_t i = 0; i < compared->runs.size(); ++i)
        outcome.models.push_back({.name = outcome.comparison.models[i],
                                  .predictions = {},
                                  .evaluation = std::move(compared->runs[i].evaluation)});
    for (const QString &caveat : compared->caveats)
        outcome.comparison.warnings.push_back(caveat.toStdString());
    for (const QString &name : compared->differingParams)
        outcome.differingParams.push_back(name.toStdString());
    return outcome;
}

Json document(const Outcome &outcome)
{
    Json json = engine::toJson(outcome.comparison);
    Json metrics = Json::object();
    for (const engine::ComparedModel &model : outcome.models) {
        for (const engine::Metric &metric : model.evaluation.metrics)
            metrics[model.name][metric.name] = jsonNumber(metric.value);
    }
    json["metrics"] = metrics;
    json["differing_params"] = outcome.differingParams;
    return json;
}

Result<Answer> run(const CompareCommandOptions &options, const Call &call)
{
    const auto files = std::ranges::count_if(options.models, isFile);
    if (files > 0 && static_cast<std::size_t>(files) < options.models.size())
        return badOption("Compare either runs or prediction files: `{}` is not a file.",
                         {*std::ranges::find_if_not(options.models, isFile)});
    const auto outcome = files > 0 ? compareFiles(options, call) : compareRuns(options, call);
    if (!outcome)
        return Failure(outcome.error());
    return answer(
        call, [&] { return document(*outcome); },
        [&] { return comparisonText(outcome->models, outcome->comparison, outcome->differingParams); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<CompareCommandOptions>();
    command
        .add_option("MODELS", options->models, "Two or more runs (name or first digits of the id), or prediction files")
        ->required()
        ->expected(2, 1000);
    addPredictionOptions(command, options->predictions);
    command.add_option("--threshold", options->compare.threshold, "A score from here on means positive (default: 0.5)")
        ->type_name("X");
    command.add_option("--resamples", options->compare.resamples, "Resamples of the bootstrap (default: 1000)")
        ->type_name("N")
        ->check(CLI::Range(100, 1000000));
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo compareInfo()
{
    return {.id = "compare",
            .summary = "Hold models against each other on the same rows, with intervals and tests",
            .example = "assay compare old.csv new.csv --y-true y --y-score p --key id",
            .declare = declare};
}

} // namespace assay::app
