// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

namespace assay::engine {

/// Fills Evaluation::further of a regression task. Errors are prediction − truth for the mean error, truth − prediction
/// else.
void addFurtherRegression(const Predictions &predictions, Evaluation &evaluation);

} // namespace assay::engine
