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
    std::string adjustment = "holm";
    double rope = -1; ///< below 0: the usual one
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

Result<engine::ComparedModel> fileModel(const std::string &path, const std::string &name,
                                        const CompareCommandOptions &options, const Call &call)
{
    auto file = readPredictions(path, options.predictions, call.context);
    if (!file)
        return Failure(file.error());
    auto evaluation = evaluateFile(*file, options.compare.threshold, call.context);
    if (!evaluation)
        return at(Failure(evaluation.error()), path);
    return engine::ComparedModel{
        .name = name, .predictions = std::move(file->predictions), .evaluation = std::move(*evaluation)};
}

Result<engine::ComparedModel> runModel(LocalWorkbench &workbench, const std::string &text, const Call &call)
{
    const auto run = workbench.store().resolve(QString::fromStdString(text));
    if (!run)
        return Failure(run.error());
    auto analysis = workbench.analysis(*run, call.context);
    if (!analysis)
        return Failure(analysis.error());
    return engine::ComparedModel{.name = analysis->details.run.name.toStdString(),
                                 .predictions = std::move(analysis->predictions),
                                 .evaluation = std::move(analysis->evaluation)};
}

/// Prediction files, or files and runs: those of a run are keyed by the row of its data.
Result<Outcome> compareFiles(const CompareCommandOptions &options, const Call &call)
{
    Outcome outcome;
    std::unique_ptr<LocalWorkbench> workbench;
    if (!std::ranges::all_of(options.models, isFile)) {
        auto opened = openWorkbench(call.common);
        if (!opened)
            return Failure(opened.error());
        workbench = std::move(*opened);
    }
    const std::vector<std::string> names = modelNames(options.models);
    for (std::size_t i = 0; i < options.models.size(); ++i) {
        call.context.progress("Reading", static_cast<std::int64_t>(i), static_cast<std::int64_t>(names.size()));
        auto model = isFile(options.models[i]) ? fileModel(options.models[i], names[i], options, call)
                                               : runModel(*workbench, options.models[i], call);
        if (!model)
            return Failure(model.error());
        outcome.models.push_back(std::move(*model));
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
    auto compared = (*workbench)->compare(*runs, call.context, options.compare);
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
    json["conclusion"] = conclusion(outcome.models, outcome.comparison);
    for (std::size_t i = 0; i < outcome.comparison.pairs.size(); ++i)
        json["pairs"][i]["conclusion"] = pairSentence(outcome.comparison, outcome.comparison.pairs[i]);
    Json metrics = Json::object();
    for (const engine::ComparedModel &model : outcome.models) {
        for (const engine::Metric &metric : model.evaluation.metrics)
            metrics[model.name][metric.name] = jsonNumber(metric.value);
    }
    json["metrics"] = metrics;
    json["differing_params"] = outcome.differingParams;
    return json;
}

Result<CompareCommandOptions> checked(CompareCommandOptions options)
{
    const auto adjustment = engine::adjustmentFromName(options.adjustment);
    if (!adjustment)
        return badOption("The option --adjust cannot be `{}`: it takes {}.",
                         {options.adjustment, quotedList(engine::adjustmentNames())});
    options.compare.adjustment = *adjustment;
    if (options.rope >= 0)
        options.compare.rope = options.rope;
    const auto files = std::ranges::count_if(options.models, isFile);
    const bool mixed = files > 0 && static_cast<std::size_t>(files) < options.models.size();
    if (mixed && options.predictions.columns.key.empty())
        return badOption("`{}` is not a file: to hold runs against prediction files, --key must name the column that "
                         "holds the row of the runs' data.",
                         {*std::ranges::find_if_not(options.models, isFile)});
    return options;
}

Result<Answer> run(const CompareCommandOptions &given, const Call &call)
{
    const auto options = checked(given);
    if (!options)
        return Failure(options.error());
    const auto outcome =
        std::ranges::any_of(options->models, isFile) ? compareFiles(*options, call) : compareRuns(*options, call);
    if (!outcome)
        return Failure(outcome.error().code == "unknown_metric" ? asUsage(outcome.error()) : outcome.error());
    return answer(
        call, [&] { return document(*outcome); },
        [&] { return comparisonText(outcome->models, outcome->comparison, outcome->differingParams); });
}

void addTestOptions(CLI::App &command, CompareCommandOptions &options)
{
    addRepeatable(command, "--metric", options.compare.bootstrapMetrics,
                  "Compare this metric; the first one decides (default: the usual few of the task)");
    command.add_option("--rope", options.rope, "Differences up to this do not matter, in units of the deciding metric")
        ->type_name("X")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--level", options.compare.level, "Of the intervals and verdicts (default: 0.95)")
        ->type_name("X")
        ->check(CLI::Range(0.5, 0.9999));
    command
        .add_option("--adjust", options.adjustment,
                    "For several pairs: holm, bonferroni, holm-sidak, hommel, fdr_bh, fdr_by or none (default: holm)")
        ->type_name("HOW");
    command.add_option("--resamples", options.compare.resamples, "Resamples of the bootstrap (default: 1000)")
        ->type_name("N")
        ->check(CLI::Range(100, 1000000));
    command.add_flag("--bca", options.compare.accelerated, "Bias-corrected and accelerated bootstrap intervals");
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
    addTestOptions(command, *options);
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
