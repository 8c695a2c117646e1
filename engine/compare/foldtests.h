// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

#include <span>

namespace assay::engine {

/// Student's t test of paired differences, two-sided.
struct PairedT
{
    double meanDifference = 0, t = 0, pValue = 1;
    std::size_t degreesOfFreedom = 0;

    bool operator==(const PairedT &) const = default;
};
/// No value with fewer than two pairs, different numbers of them or a value that is not finite.
std::optional<PairedT> pairedT(std::span<const double> a, std::span<const double> b);

/// Over the folds both were scored on, with the interval of @p level; no value as pairedT().
std::optional<CorrectedT> correctedT(std::span<const double> a, std::span<const double> b, double testOverTrain,
                                     double level = 0.95);

/// @p a and @p b [10]: five repeats of two folds, the folds of a repeat together. No value for other numbers.
std::optional<FiveByTwo> fiveByTwo(std::span<const double> a, std::span<const double> b);

/// The correlation of folds is n_test / n_total, so that the posterior of the difference is a t distribution with the
/// spread of correctedT(). No value as pairedT().
std::optional<BayesianT> bayesianT(std::span<const double> a, std::span<const double> b, double testOverTrain,
                                   double rope, bool largerIsBetter);

} // namespace assay::engine
