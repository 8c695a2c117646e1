// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/predictionoptions.h"

#include <CLI/CLI.hpp>

namespace assay::app {

void addPredictionOptions(CLI::App &app, PredictionTexts &options)
{
    PredictionColumns &columns = options.columns;
    app.add_option("--y-true", columns.truth, "What really was (default: y_true)")->type_name("COLUMN");
    app.add_option("--y-score", columns.score, "Score of the positive class")->type_name("COLUMN");
    app.add_option("--y-pred", columns.predicted, "Predicted label or value")->type_name("COLUMN");
    app.add_option("--proba", columns.probaPrefix, "Multiclass: one column PREFIX<label> a label")->type_name("PREFIX");
    app.add_option("--positive", columns.positive, "Positive label (default: the larger of two)")->type_name("LABEL");
    app.add_option("--weight", columns.weight, "Weights of the rows")->type_name("COLUMN");
    app.add_option("--key", columns.key, "Pairs the rows of several files (default: their order)")->type_name("COLUMN");
    app.add_option("--task", options.task, "binary, multiclass or regression (default: guessed)")->type_name("TASK");
    addReadOptions(app, options.read);
}

Result<PredictionFile> readPredictions(const std::string &path, const PredictionTexts &options, const Context &context)
{
    PredictionColumns columns = options.columns;
    if (!options.task.empty()) {
        columns.task = engine::taskFromName(options.task);
        if (!columns.task)
            return badOption("The option --task cannot be `{}`: it takes `binary`, `multiclass` or `regression`.",
                             {options.task});
    }
    const auto how = readOptions(options.read);
    if (!how)
        return Failure(how.error());
    auto read = readData(path, *how, context);
    if (!read)
        return Failure(read.error());
    const auto resolved = withDefaults(read->table, columns);
    if (!resolved)
        return at(Failure(resolved.error()), path);
    auto predictions = predictionsFrom(read->table, *resolved);
    if (!predictions)
        return at(Failure(predictions.error()), path);
    const bool scored = !resolved->score.empty() || !resolved->probaPrefix.empty();
    return PredictionFile{.read = std::move(*read), .predictions = std::move(*predictions), .scored = scored};
}

Result<engine::Evaluation> evaluateFile(const PredictionFile &file, double threshold, const Context &context)
{
    return evaluateFile(file, engine::EvaluateOptions{.threshold = threshold}, context);
}

Result<engine::Evaluation> evaluateFile(const PredictionFile &file, const engine::EvaluateOptions &options,
                                        const Context &context)
{
    auto evaluation = engine::evaluate(file.predictions, options, context);
    if (evaluation && !file.scored)
        removeScoreMetrics(*evaluation);
    return evaluation;
}

} // namespace assay::app
