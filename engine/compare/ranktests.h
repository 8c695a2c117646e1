// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace assay::engine {

/// Ranks from 1, equal values sharing the mean of theirs.
struct MidRanks
{
    std::vector<double> ranks; ///< in the order of the values
    double ties = 0;           ///< sum of t³ − t over runs of t equal values
};
MidRanks midRanks(std::span<const double> values);

/// Wilcoxon's signed-rank test of paired differences, two-sided; differences of 0 are left out.
struct SignedRank
{
    double statistic = 0;  ///< the smaller of the sums of positive and of negative ranks
    double pValue = 1;     ///< exact up to 50 differences without ties, else normal
    double exactP = 1;     ///< only where `exact`
    double normalP = 1;    ///< with the variance of ties, without continuity correction
    double correctedP = 1; ///< the same with it
    int pairs = 0;         ///< that differ
    bool exact = false;

    bool operator==(const SignedRank &) const = default;
};
SignedRank signedRankTest(std::span<const double> differences);

/// The sign test, two-sided and exact; differences of 0 are left out.
struct SignTest
{
    int positive = 0, negative = 0;
    double pValue = 1;

    bool operator==(const SignTest &) const = default;
};
SignTest signTest(std::span<const double> differences);

} // namespace assay::engine
