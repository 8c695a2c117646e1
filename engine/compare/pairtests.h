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

/// @p differences of resamples, NaN where undefined. The p-value is twice the smaller tail at 0, counting the sample
/// itself; where no resample reaches 0, what a normal distribution of their spread has beyond it, if that is less, so
/// that adjusting over many pairs is not held up by the number of resamples.
BootstrapDifference bootstrapDifference(double difference, std::vector<double> differences, double level);

/// The same with the bias-corrected and accelerated interval, which does not move when the metric is rescaled; the
/// p-value is that of the interval which just reaches 0.
BootstrapDifference acceleratedDifference(double difference, std::vector<double> differences, double acceleration,
                                          double level);

/// adjusted() by Holm's method.
std::vector<double> holm(std::span<const double> pValues);

} // namespace assay::engine
