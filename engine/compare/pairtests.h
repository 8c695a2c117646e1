// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"
#include "engine/metrics/placements.h"

#include <span>

namespace assay::engine {

/// Both over the same rows; no value with fewer than two rows of a class. @p level of the interval of the difference.
std::optional<DeLong> deLongTest(const Placements &a, const Placements &b, double level);

/// @p n01 rows a got wrong and b right, @p n10 the other way round. The correction never exceeds the difference.
McNemar mcNemarTest(double n01, double n10);

/// Over the folds both were scored on; no value with fewer than two folds or different numbers of them.
std::optional<CorrectedT> correctedT(std::span<const double> a, std::span<const double> b, double testOverTrain);

/// @p differences of resamples, NaN where undefined. The p-value is twice the smaller tail at 0, counting the sample
/// itself.
BootstrapDifference bootstrapDifference(double difference, std::vector<double> differences, double level);

/// Holm's step-down adjustment of @p pValues, in their order.
std::vector<double> holm(std::span<const double> pValues);

} // namespace assay::engine
