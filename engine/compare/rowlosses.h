// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

namespace assay::engine {

/// What each row costs a model: log loss of the truth for binary probabilities, absolute error for values; empty for
/// other tasks, scores that are no probabilities and weighted rows.
std::vector<double> lossesOfRows(const Predictions &predictions);

/// Student's and Wilcoxon's tests of a − b; the latter sorts, so that @p wilcoxon says whether it is worth it. No value
/// for fewer than two rows.
std::optional<RowLosses> compareLosses(Task task, std::span<const double> a, std::span<const double> b, bool wilcoxon);

} // namespace assay::engine
