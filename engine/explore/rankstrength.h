// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace assay::engine {

/// Spearman's rank correlation with an interval.
struct RankCorrelation
{
    double rho = 0;
    double low = -1, high = 1;
    double pValue = 1; ///< of no association, two-sided, by Student's t with n − 2 degrees of freedom
    std::size_t n = 0; ///< pairs of two finite values

    bool operator==(const RankCorrelation &) const = default;
};

/// Pairs of which one is not finite do not count. The interval is tanh(atanh ρ ± z·√((1 + ρ²/2) / (n − 3))) (Bonett and
/// Wright 2000). None for fewer than four pairs or where one side does not vary.
std::optional<RankCorrelation> rankCorrelation(std::span<const double> a, std::span<const double> b,
                                               double level = 0.95);

/// How far groups differ in the ranks of @p values: √ε² with ε² = (H − k + 1) / (n − k), H of Kruskal and Wallis with
/// ties (Tomczak and Tomczak 2014); 0 where chance alone would give as much. @p groups are codes, NaN for none. None
/// for fewer than two groups or without variation.
std::optional<double> groupStrength(std::span<const double> groups, std::span<const double> values);

} // namespace assay::engine
