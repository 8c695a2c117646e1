// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

#include <cstdint>
#include <vector>

namespace assay::engine {

/// Training rows for learning, and rows held back to tell when to stop: the rows a run is tested on must not choose
/// that. Both in the order of the data.
struct HeldBack
{
    std::vector<Eigen::Index> kept, heldBack;
};

/// Holds back @p fraction of the rows of positive weight at random, of each class its share (rounded; of two
/// rows or more at least one is held back and one kept); rows of no weight are in neither part. A fraction of 0 holds
/// back none.
HeldBack holdBack(const TrainingData &data, const Vector &weights, double fraction, std::uint64_t seed);

} // namespace assay::engine
