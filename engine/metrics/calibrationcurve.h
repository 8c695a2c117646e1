// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

namespace assay::engine {

/// Bins of about equal weight: a score goes to the bin in which the weight of the lower scores ends, so equal scores
/// share one. Scores in [0, 1], at least one.
CalibrationCurve quantileCalibration(const RankedScores &ranked, int bins);

/// Wilson's interval of each share. @p scale turns the weight of a bin into its effective number of rows: 1 without
/// weights, else effectiveRows() over the sum of the weights.
void addBands(CalibrationCurve &curve, double scale);

} // namespace assay::engine
