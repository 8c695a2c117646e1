// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "engine/metrics/multiclassrescorer.h"

namespace assay::engine {

/// Fills Evaluation::further of a multiclass task, whose main metrics and classes are there, with averages over
/// classes of @p rescorer's.
void addFurtherMulticlass(const Predictions &predictions, const MulticlassRescorer &rescorer, int calibrationBins,
                          Evaluation &evaluation);

} // namespace assay::engine
