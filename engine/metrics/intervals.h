// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

#include <optional>
#include <span>
#include <vector>

namespace assay::engine {

/// z for which a standard normal lies in [−z, z] with probability @p level.
double normalSpread(double level);

/// Wilson's score interval of a proportion of @p trials > 0.
Interval wilsonInterval(double proportion, double trials, double level = 0.95);

/// Kish's effective number of rows, (Σw)² / Σw²: the trials of a weighted proportion.
double effectiveRows(std::span<const double> weights);

/// Linear between order statistics (type 7); @p sorted is not empty.
double quantileOf(std::span<const double> sorted, double probability);

/// Percentile interval of resampled values; none where a value is undefined in more than a twentieth of them.
std::optional<Interval> percentileInterval(std::vector<double> values, double level = 0.95);

struct Placements;
/// Of an AUC, by DeLong's variance; needs two rows of each class.
Interval delongInterval(const Placements &own, double level = 0.95);

} // namespace assay::engine
