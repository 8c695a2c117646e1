// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/judgement.h"

#include "engine/compare/verdict.h"

#include <utility>

namespace assay::engine {

std::vector<Judgement> judge(Comparison comparison, const std::string &metric, double level, double rope)
{
    // Scores of folds are of the metric that was decided on, and of no other.
    if (metric != comparison.metric)
        for (PairComparison &pair : comparison.pairs)
            pair.crossValidation.reset();
    comparison.metric = metric;
    comparison.level = level;
    comparison.rope = rope;
    decide(comparison);
    std::vector<Judgement> all;
    for (const PairComparison &pair : comparison.pairs) {
        if (!pair.decision)
            continue;
        all.push_back({.a = pair.a,
                       .b = pair.b,
                       .difference = pair.decision->difference,
                       .low = pair.decision->low,
                       .high = pair.decision->high,
                       .pValue = pair.decision->pValue,
                       .adjustedPValue = pair.adjustedPValue.value_or(pair.decision->pValue),
                       .test = pair.decision->test,
                       .rows = pair.rows,
                       .verdict = pair.verdict});
    }
    return all;
}

Judgement seenFrom(Judgement judgement, std::size_t from)
{
    if (judgement.a == from)
        return judgement;
    std::swap(judgement.a, judgement.b);
    judgement.difference = -judgement.difference;
    judgement.low = -std::exchange(judgement.high, -judgement.low);
    if (judgement.verdict == Verdict::ABetter)
        judgement.verdict = Verdict::BBetter;
    else if (judgement.verdict == Verdict::BBetter)
        judgement.verdict = Verdict::ABetter;
    return judgement;
}

} // namespace assay::engine
