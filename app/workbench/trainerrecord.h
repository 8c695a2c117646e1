// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/trainerrecipe.h"

namespace assay::app {

class Recording;

/// A fitted model and what it said of the rows held out.
struct ScoredModel
{
    std::shared_ptr<const engine::Model> model = {};
    engine::Predictions predictions = {};
    engine::Evaluation evaluation = {};
    double fitSeconds = 0, predictSeconds = 0;
};

/// Metrics, times, model and predictions become part of the run.
Result<void> keep(Recording &recording, const ScoredModel &scored);
/// Out-of-fold predictions that have no model of their own.
Result<void> keepPredictions(Recording &recording, const engine::Predictions &predictions);
/// What it takes to train the same again, and the changes to the code in the working directory that no commit has.
Result<void> keepRecipe(Recording &recording, const Recipe &recipe);
/// Metrics, intervals and times.
void fill(ui::TrainOutcome &outcome, const ScoredModel &scored);

} // namespace assay::app
