// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

#include <optional>

namespace assay::engine {

/// ln(p / (1 − p)), with p clipped as log loss clips it.
double logitOf(double probability);

/// How far probabilities are off, as clinical prediction models report it (Cox 1958): truth regressed on their
/// log-odds. Perfect probabilities give slope 1 and intercept 0. No value where the likelihood has no maximum.
struct CalibrationFit
{
    std::optional<double> intercept, slope;
    std::optional<double> inTheLarge; ///< intercept when the slope is held at 1
};

/// Of scores in [0, 1].
CalibrationFit calibrationFit(const RankedScores &ranked);

} // namespace assay::engine
