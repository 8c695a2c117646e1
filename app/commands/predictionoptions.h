// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"
#include "app/commands/predictionfile.h"

#include <string>

namespace assay::app {

/// The options of commands that read prediction files.
struct PredictionTexts
{
    PredictionColumns columns;
    std::string task;
    ReadTexts read;
};
void addPredictionOptions(CLI::App &app, PredictionTexts &options);

/// A prediction file, read.
struct PredictionFile
{
    engine::ReadResult read;
    engine::Predictions predictions;
    bool scored = true; ///< whether it says how sure the model was, not only labels
};
/// Errors carry the file.
Result<PredictionFile> readPredictions(const std::string &path, const PredictionTexts &options, const Context &context);

/// evaluate(), without the metrics that the file cannot support.
Result<engine::Evaluation> evaluateFile(const PredictionFile &file, const engine::EvaluateOptions &options,
                                        const Context &context);
Result<engine::Evaluation> evaluateFile(const PredictionFile &file, double threshold, const Context &context);

} // namespace assay::app
