// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/drift/shares.h"

namespace assay::engine {

/// Drift of numbers without NaN, neither empty; adds measures, verdict and histogram to @p drift.
void measureNumbers(const std::vector<double> &reference, const std::vector<double> &current, int psiBins,
                    ColumnDrift &drift);

/// Drift of categories: labels in order of the report, counts of each in both samples; neither sample empty.
void measureCategories(const std::vector<std::string> &labels, const BinnedSamples &samples, ColumnDrift &drift);

/// evidently's default for categories and for numbers with at most five values: up to 1,000 reference rows a chi-square
/// or, for two values, a z test at p < .05; above the Jensen–Shannon distance in natural logarithms at .1.
void judgeCategories(const BinnedSamples &samples, ColumnDrift &drift);

/// Reference rows up to which p-values decide.
inline constexpr double fewReferenceRows = 1000;

} // namespace assay::engine
