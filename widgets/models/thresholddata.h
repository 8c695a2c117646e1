// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/thresholds.h"

#include <utility>

namespace assay::ui {

/// What every threshold of a binary run gives, made once by a job and then only looked up.
struct ThresholdData
{
    engine::ThresholdSweep sweep; ///< every distinct score
    engine::ThresholdSweep shown; ///< entries enough for any screen: what charts draw
    engine::NetBenefitCurve netBenefit;
    engine::CostEnvelope envelope;
    double lowest = 0, highest = 1; ///< where a threshold makes a difference: [0, 1] for probabilities

    bool probabilities() const { return lowest == 0 && highest == 1; }
    double rows() const { return sweep.positives + sweep.negatives; }
};

/// Errors: those of engine::thresholdSweep().
Result<ThresholdData> thresholdData(const engine::Predictions &predictions);

/// The entries of @p sweep that differ from the one before by 1/@p steps of an axis or more, in threshold or either
/// rate; first and last always.
engine::ThresholdSweep thinned(const engine::ThresholdSweep &sweep, double steps = 4000);

} // namespace assay::ui
