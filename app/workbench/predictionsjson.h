// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/metrics/predictions.h"

namespace assay::app {

/// Predictions as the artifact `predictions.json` of a run: one array a column, numbers to the last bit.
Json toJson(const engine::Predictions &predictions);
/// Errors: `bad_predictions` when arrays are missing or of different length.
Result<engine::Predictions> predictionsFromJson(const Json &json);

} // namespace assay::app
