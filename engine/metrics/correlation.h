// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace assay::engine {

/// Correlations of two equally long lists of finite numbers; no value where one of them does not vary.

/// @p weights may be empty.
std::optional<double> pearsonCorrelation(std::span<const double> a, std::span<const double> b,
                                         std::span<const double> weights);
/// Pearson's of the mid-ranks.
std::optional<double> spearmanCorrelation(std::span<const double> a, std::span<const double> b);
/// Tau-b, which allows for ties, by counting inversions (Knight 1966): O(n log n).
std::optional<double> kendallTau(std::span<const double> a, std::span<const double> b);

} // namespace assay::engine
