// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

namespace assay::engine {

/// Fills Evaluation::further of a binary task, whose main metrics and curves are there. @p ranked: null without scores.
void addFurtherBinary(const Predictions &predictions, const RankedScores *ranked, const EvaluateOptions &options,
                      Evaluation &evaluation);

} // namespace assay::engine
