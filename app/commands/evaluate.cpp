// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/evaluationtext.h"
#include "app/commands/judgeoptions.h"
#include "app/commands/predictionoptions.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct EvaluateOptions
{
    std::string file;
    PredictionTexts predictions;
    JudgeTexts judge;
    std::vector<std::string> privileged;
};

Result<std::optional<engine::FairnessReport>> fairnessOf(const engine::Predictions &predictions,
                                                         const EvaluateOptions &options)
{
    const auto privileged = assignments(options.privileged, "--privileged", "COLUMN=VALUE");
    if (!privileged)
        return Failure(privileged.error());
    const auto &attributes = options.predictions.columns.attributes;
    if (attributes.empty())
        return std::nullopt;
    auto report = engine::fairness(predictions, attributes,
                                   {.threshold = options.judge.evaluate.threshold, .privileged = *privileged});
    if (!report)
        return at(Failure(report.error()), options.file);
    return std::move(*report);
}

std::string headline(const EvaluateOptions &options, const engine::Evaluation &evaluation)
{
    std::string text =
        fileName(options.file) + ": " + countText(evaluation.n, "row") + ", " + engine::name(evaluation.task);
    if (!evaluation.positive.empty())
        text += ", positive label " + evaluation.positive;
    return text + "\n\n";
}

/// What every threshold gives, where the file has scores of a binary task.
Result<std::optional<engine::ThresholdSweep>> sweepOf(const PredictionFile &file)
{
    if (file.predictions.task != engine::Task::Binary || !file.scored)
        return std::nullopt;
    auto sweep = engine::thresholdSweep(file.predictions);
    if (!sweep)
        return Failure(sweep.error());
    return std::move(*sweep);
}

Result<Answer> run(EvaluateOptions options, const Call &call)
{
    const auto judge = evaluateOptions(options.judge);
    const auto wishes = thresholdWishes(options.judge);
    if (!judge || !wishes)
        return Failure(judge ? wishes.error() : judge.error());
    const auto file = readPredictions(options.file, options.predictions, call.context);
    if (!file)
        return Failure(file.error());
    const auto evaluation = evaluateFile(*file, *judge, call.context);
    if (!evaluation)
        return at(Failure(evaluation.error()), options.file);
    const auto fairness = fairnessOf(file->predictions, options);
    if (!fairness)
        return Failure(fairness.error());
    const auto sweep = sweepOf(*file);
    if (!sweep)
        return at(Failure(sweep.error()), options.file);
    const auto document = [&] {
        Json json = engine::toJson(*evaluation);
        if (*sweep) {
            json["curves"].update(engine::sweepCurvesJson(**sweep, wishes->costs));
            json["thresholds"] = engine::thresholdsJson(**sweep, *wishes);
        }
        if (*fairness)
            json["fairness"] = engine::toJson(**fairness);
        return json;
    };
    const auto text = [&] {
        return headline(options, *evaluation) + evaluationText(*evaluation) +
               (*sweep ? thresholdsText(**sweep, *wishes) : "") + (*fairness ? fairnessText(**fairness) : "") +
               listText("About the file", readWarnings(file->read));
    };
    return answer(call, document, text);
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<EvaluateOptions>();
    command.add_option("PREDICTIONS", options->file, "A file of truths and predictions, one row each")->required();
    addPredictionOptions(command, options->predictions);
    addJudgeOptions(command, options->judge);
    addRepeatable(command, "--protected", options->predictions.columns.attributes, "Compare the groups of this column");
    addRepeatable(command, "--privileged", options->privileged, "The group others are held against");
    command.get_option("--privileged")->type_name("COLUMN=VALUE");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo evaluateInfo()
{
    return {.id = "evaluate",
            .summary = "Judge predictions made anywhere: metrics with intervals, curves, fairness",
            .example = "assay evaluate predictions.csv --y-true y --y-score p --positive yes --protected sex "
                       "--privileged sex=Male",
            .declare = declare};
}

} // namespace assay::app
