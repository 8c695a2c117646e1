// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"
#include "engine/metrics/evaluation.h"
#include "engine/metrics/thresholdsjson.h"

#include <string>

namespace assay::app {

/// The options of `assay evaluate` that say how predictions are judged, as written.
struct JudgeTexts
{
    engine::EvaluateOptions evaluate = {.further = true};
    bool noIntervals = false;
    std::string costs;
    double minPrecision = -1, minRecall = -1; ///< below 0: not asked for
};
void addJudgeOptions(CLI::App &app, JudgeTexts &options);

/// Errors (usage): `bad_option` says what the option takes.
Result<engine::EvaluateOptions> evaluateOptions(const JudgeTexts &options);
Result<engine::ThresholdWishes> thresholdWishes(const JudgeTexts &options);

} // namespace assay::app
