// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/mlpnetwork.h"

namespace assay::engine {

// Counts are multiples of simdColumns.

/// Applies the activation to @p count values.
void activate(Activation activation, float *values, std::size_t count);
/// Multiplies @p slopes by the derivative of the activation, given its values.
void applyDerivative(Activation activation, const float *values, float *slopes, std::size_t count);

} // namespace assay::engine
