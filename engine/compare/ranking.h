// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <cstddef>
#include <string>
#include <vector>

namespace assay::engine {

/// Many models over the same blocks (folds, data sets): Friedman's test, Nemenyi's critical difference and p-values
/// (Demšar 2006). Rank 1 is best; ties share mean ranks.
struct RankTest
{
    std::string metric;
    std::size_t blocks = 0;
    std::vector<double> meanRanks; ///< [models]
    double chiSquare = 0, pValue = 1;
    double imanDavenportF = 0, imanDavenportP = 1;
    double criticalDifference = 0;                     ///< at α 0.05
    std::vector<std::vector<double>> nemenyi;          ///< [models × models] p-values
    std::vector<std::vector<std::size_t>> groups = {}; ///< maximal sets of models within the critical difference

    bool operator==(const RankTest &) const = default;
};

/// @p scores [blocks][models]. Errors: `too_few_models` (under 3), `too_few_blocks` (under 2).
Result<RankTest> rankTest(const std::string &metric, const std::vector<std::vector<double>> &scores,
                          bool largerIsBetter);

} // namespace assay::engine
