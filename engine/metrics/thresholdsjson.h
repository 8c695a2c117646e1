// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/thresholds.h"

namespace assay::engine {

/// What a reader asks of a threshold beside the usual.
struct ThresholdWishes
{
    CostMatrix costs;
    std::optional<double> minPrecision = {}, minRecall = {};
};

/// {"best_f1": {threshold, value, counts, rates, expected_cost}, "youden", "lowest_cost", and where wished
/// "min_precision" and "min_recall"}; null where no threshold is good enough.
Json thresholdsJson(const ThresholdSweep &sweep, const ThresholdWishes &wishes);

/// Curves over thresholds: ks, cost, cost_envelope, net_benefit.
Json sweepCurvesJson(const ThresholdSweep &sweep, const CostMatrix &costs);

} // namespace assay::engine
