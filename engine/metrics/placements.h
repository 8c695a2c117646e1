// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

#include <vector>

namespace assay::engine {

/// The structural components of an AUC (DeLong, DeLong & Clarke-Pearson 1988) by one sorted pass, as the mid-ranks of
/// Sun & Xu (2014) give them: for a positive row the share of negatives below it, for a negative row the share of
/// positives above it, ties counting half. Unweighted.
struct Placements
{
    double auc = 0;
    std::vector<double> positives; ///< in order of their rows
    std::vector<double> negatives;
};

/// @p scores without NaN, @p truth 0 or 1, both classes present.
Placements placements(std::span<const double> scores, std::span<const double> truth);

/// Covariance of the AUCs of @p a and @p b over the same rows, each class with n − 1; needs two rows of each class.
double aucCovariance(const Placements &a, const Placements &b);

} // namespace assay::engine
