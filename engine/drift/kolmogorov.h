// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace assay::engine {

/// P(two samples of @p n1 and @p n2 values of one distribution differ at least as much), where @p gap is the largest
/// |i · n2 − j · n1| over the counts i and j at or under a value: exact, by counting paths (Hodges 1958; the outer
/// recursion of Viehmann 2021, which keeps small p-values), or in closed form for equal sizes. O(n1 · n2) at most.
double ksExactPValue(std::uint64_t n1, std::uint64_t n2, std::uint64_t gap);
double ksExactByPaths(std::uint64_t n1, std::uint64_t n2, std::uint64_t gap);

/// As SciPy 1.10 does for large samples: the one-sample distribution at the rounded effective size n1·n2/(n1+n2).
double ksAsymptoticPValue(double n1, double n2, double statistic);

/// P(D_n ≥ d) of the two-sided one-sample statistic, by the regions of Simard & L'Ecuyer (2011).
double kolmogorovSurvival(double n, double d);

/// P(D⁺_n ≥ d), Smirnov's sum. From 20,000 on it is taken at 8,192 evenly spaced terms, which leaves no error a double
/// shows: the terms vary smoothly and vanish at both ends.
double smirnovSurvival(double n, double d);

} // namespace assay::engine
