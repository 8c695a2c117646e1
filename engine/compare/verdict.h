// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

namespace assay::engine {

/// The difference by which @p pair is judged on @p metric; none where no test of it was possible.
std::optional<Decision> decisionOf(const PairComparison &pair, const std::string &metric);

/// Fills decision, adjusted p-value and verdict of all pairs of @p comparison, whose metric, level, rope and adjustment
/// are set. A pair is equivalent when the interval of its difference lies within the region of practical equivalence,
/// even if that difference is surely not 0; else one is better when the adjusted p-value is below 1 − level.
void decide(Comparison &comparison);

/// Half width of practical equivalence for @p metric of @p models when the reader gave none.
double usualRope(const std::vector<ComparedModel> &models, const std::string &metric);

} // namespace assay::engine
