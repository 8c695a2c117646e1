// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/evaluationtext.h"
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
    double threshold = 0.5;
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
    auto report =
        engine::fairness(predictions, attributes, {.threshold = options.threshold, .privileged = *privileged});
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

Result<Answer> run(EvaluateOptions options, const Call &call)
{
    const auto file = readPredictions(options.file, options.predictions, call.context);
    if (!file)
        return Failure(file.error());
    const auto evaluation = evaluateFile(*file, options.threshold, call.context);
    if (!evaluation)
        return at(Failure(evaluation.error()), options.file);
    const auto fairness = fairnessOf(file->predictions, options);
    if (!fairness)
        return Failure(fairness.error());
    const auto document = [&] {
        Json json = engine::toJson(*evaluation);
        if (*fairness)
            json["fairness"] = engine::toJson(**fairness);
        return json;
    };
    const auto text = [&] {
        return headline(options, *evaluation) + evaluationText(*evaluation) +
               (*fairness ? fairnessText(**fairness) : "") + listText("About the file", readWarnings(file->read));
    };
    return answer(call, document, text);
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<EvaluateOptions>();
    command.add_option("PREDICTIONS", options->file, "A file of truths and predictions, one row each")->required();
    addPredictionOptions(command, options->predictions);
    command.add_option("--threshold", options->threshold, "A score from here on means positive (default: 0.5)")
        ->type_name("X");
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
