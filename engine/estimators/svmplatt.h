// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

#include <cstdint>
#include <vector>

namespace assay::engine {

/// Platt's sigmoid: probability = 1 / (1 + exp(−slope · margin − offset)).
struct Sigmoid
{
    double slope = 1;
    double offset = 0;

    double operator()(double margin) const;
};

/// The sigmoid of greatest likelihood for the rows of @p positive, with Platt's smoothed targets so that a perfect
/// division gives a finite slope (Platt 1999; Newton steps as Lin, Lin & Weng 2007).
Sigmoid fitSigmoid(const Vector &margins, const std::vector<bool> &positive, const Vector &weights);

/// A fold of each row, −1 for rows of no weight; every class is spread evenly over the folds. Rows that equal each
/// other share a fold, so that none is judged by a machine that has seen its twin, and a row of weight two counts as
/// two rows. As many folds as @p most, or as the smallest class has different rows.
struct Folds
{
    std::vector<int> of;
    int count = 0;
};
Folds foldsOfDistinctRows(const Matrix &X, const Vector &y, const Vector &weights, int most, std::uint64_t seed);

} // namespace assay::engine
