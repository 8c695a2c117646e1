// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

#include <optional>
#include <vector>

namespace assay::engine {

/// What every threshold gives, from one sort: the source of threshold sliders, best thresholds and cost curves. Entry 0
/// stands for +infinity (nothing is selected), then one entry a distinct score, descending.
struct ThresholdSweep
{
    std::vector<double> thresholds; ///< [k]
    std::vector<double> tp, fp;     ///< [k] weights selected at score ≥ threshold
    double positives = 0, negatives = 0;

    /// Counts at score ≥ @p threshold, by binary search; any threshold, not only those listed.
    Confusion at(double threshold) const;
};

struct RankedScores;
ThresholdSweep thresholdSweep(const RankedScores &ranked);
/// Binary predictions with scores. Errors: those of evaluate(), `bad_task` for another task.
Result<ThresholdSweep> thresholdSweep(const Predictions &predictions);

/// What each outcome costs, in the reader's own unit; a benefit is negative.
struct CostMatrix
{
    double tn = 0, fp = 1, fn = 1, tp = 0;

    bool operator==(const CostMatrix &) const = default;
};

/// Mean cost of a row; 0 without rows.
double expectedCost(const Confusion &confusion, const CostMatrix &costs);

enum class ThresholdRule {
    BestF1,
    Youden,         ///< largest TPR − FPR
    LowestCost,     ///< least expected cost
    PrecisionFloor, ///< largest recall with at least this precision
    RecallFloor     ///< largest precision with at least this recall
};

struct ThresholdChoice
{
    double threshold = 0.5;
    Confusion confusion;
    double value = 0; ///< what the rule maximises or, for cost, minimises
};

/// The first entry (highest threshold) that is best. @p floor for the two floors in [0, 1]. No value when no threshold
/// reaches the floor, or the rule needs a class that does not occur.
std::optional<ThresholdChoice> bestThreshold(const ThresholdSweep &sweep, ThresholdRule rule,
                                             const CostMatrix &costs = {}, double floor = 0);

/// Expected cost a row at each entry of the sweep.
std::vector<double> costCurve(const ThresholdSweep &sweep, const CostMatrix &costs);

/// Decision-curve analysis (Vickers & Elkin 2006): net benefit tp/n − fp/n · p/(1 − p) at threshold probabilities p.
/// Treating nobody is 0.
struct NetBenefitCurve
{
    std::vector<double> thresholds, model, treatAll;
};
/// At @p points equal steps over (0, 1).
NetBenefitCurve netBenefit(const ThresholdSweep &sweep, int points = 99);

/// Drummond & Holte's cost curve: the lower envelope of normalised expected cost over the probability-cost function in
/// [0, 1], and the two trivial classifiers beside it.
struct CostEnvelope
{
    std::vector<double> probabilityCost, model, trivial;
};
CostEnvelope costEnvelope(const ThresholdSweep &sweep, int points = 101);

} // namespace assay::engine
