// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/drift/drift.h"

#include <span>
#include <vector>

namespace assay::engine {

/// How two samples fall into the same bins.
struct BinnedSamples
{
    std::vector<double> reference, current; ///< [bins] counts
    double referenceTotal = 0, currentTotal = 0;

    std::vector<double> referenceShares() const;
    std::vector<double> currentShares() const;
};

/// Population stability index; shares below 1e-4 are raised to it, the sum is not scaled back.
double populationStability(const BinnedSamples &samples);
/// Square root of the Jensen–Shannon divergence; @p base 2 or e.
double jensenShannonDistance(const BinnedSamples &samples, double base);
double hellingerDistance(const BinnedSamples &samples);

/// On the 2 × K table of counts, without continuity correction.
TestResult chiSquareOfTable(const BinnedSamples &samples);
/// Against the reference's shares as if they were exact, as evidently tests; p 0 where the reference has none of a bin.
TestResult chiSquareOfFit(const BinnedSamples &samples);
/// Two-sided z test with pooled variance that the share of the first of at most two bins is the same.
TestResult proportionTest(const BinnedSamples &samples);

} // namespace assay::engine
