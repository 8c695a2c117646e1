// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

namespace assay::engine {

/// Positives among the @p rows best rows; of equal scores the first rows of @p predictions come first. Unweighted.
double positivesAmongBest(const RankedScores &ranked, const Predictions &predictions, std::size_t rows);

/// Mean score of equally large groups of rows held against their share of positives: Σ size/n × |difference|. Rows in
/// ascending order of score, equal ones in the order of @p predictions, divided at the quantiles of their ranks
/// (pandas' qcut). Unweighted.
double equalCountError(const RankedScores &ranked, const Predictions &predictions, int groups);

} // namespace assay::engine
