// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

#include <string>
#include <vector>

namespace assay::engine {

/// What the tests say of one pair on one metric: a − b, its interval, and what may be concluded.
struct Judgement
{
    std::size_t a = 0, b = 0; ///< indices into the models of the comparison
    double difference = 0, low = 0, high = 0;
    double pValue = 1, adjustedPValue = 1; ///< Holm over the pairs judged
    std::string test = {};                 ///< "delong" or "bootstrap"
    std::size_t rows = 0;
    Verdict verdict = Verdict::Undecided;

    bool operator==(const Judgement &) const = default;
};

/// Every pair of @p comparison that was tested on @p metric: by DeLong's test where that applies (roc_auc), else by the
/// paired bootstrap. A pair is equivalent when its interval lies within ±@p rope, whether or not a difference is shown;
/// else one is better when its adjusted p-value is below 1 − @p level. Intervals are as the comparison made them.
std::vector<Judgement> judge(const Comparison &comparison, const std::string &metric, double level, double rope);

/// @p judgement as seen from model @p from: a is @p from, signs and verdict follow.
Judgement seenFrom(Judgement judgement, std::size_t from);

} // namespace assay::engine
