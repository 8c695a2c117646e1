// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

#include <string>
#include <vector>

namespace assay::engine {

/// What the tests say of one pair on one metric: a − b, its interval, and what may be concluded. A Decision with the
/// pair it is about.
struct Judgement
{
    std::size_t a = 0, b = 0; ///< indices into the models of the comparison
    double difference = 0, low = 0, high = 0;
    double pValue = 1, adjustedPValue = 1; ///< over the pairs judged
    std::string test = {};                 ///< as in Decision
    std::size_t rows = 0;
    Verdict verdict = Verdict::Undecided;

    bool operator==(const Judgement &) const = default;
};

/// Every pair of @p comparison that was tested on @p metric, by the rule of decide() with another metric, level or
/// region of equivalence than it was computed with. Intervals are as the comparison made them.
std::vector<Judgement> judge(Comparison comparison, const std::string &metric, double level, double rope);

/// @p judgement as seen from model @p from: a is @p from, signs and verdict follow.
Judgement seenFrom(Judgement judgement, std::size_t from);

} // namespace assay::engine
