// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

namespace assay::engine {

/// Weight, mean and spread of every column within every class, gathered in one pass over the rows by the widest
/// instructions that the processor has.
struct ClassMoments
{
    Vector weight;  ///< [classes]
    Matrix mean;    ///< [classes × features]
    Matrix squares; ///< [classes × features] weighted sum of squared distances from the mean

    /// Rows in fixed parts that are joined in order (Chan, Golub, LeVeque 1983), so that the number of threads changes
    /// no bit and large means cost no digits. A missing or infinite value makes its class's moments NaN or infinite.
    static ClassMoments of(const TrainingData &data, int threads);

    /// Adds the moments of other rows.
    void join(const ClassMoments &other);
    /// Of all classes together [features].
    Vector totalVariance() const;
};

} // namespace assay::engine
