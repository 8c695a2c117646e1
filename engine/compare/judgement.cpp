// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/judgement.h"

#include "engine/compare/pairtests.h"

#include <optional>
#include <utility>

namespace assay::engine {

namespace {

std::optional<Judgement> measured(const PairComparison &pair, const std::string &metric)
{
    Judgement made{.a = pair.a, .b = pair.b, .rows = pair.rows};
    if (pair.delong && metric == "roc_auc") {
        made.difference = pair.delong->difference;
        made.low = pair.delong->low;
        made.high = pair.delong->high;
        made.pValue = pair.delong->pValue;
        made.test = "delong";
        return made;
    }
    const auto resampled = pair.bootstrap.find(metric);
    if (resampled == pair.bootstrap.end())
        return std::nullopt;
    made.difference = resampled->second.difference;
    made.low = resampled->second.low;
    made.high = resampled->second.high;
    made.pValue = resampled->second.pValue;
    made.test = "bootstrap";
    return made;
}

Verdict verdictOn(const Judgement &judgement, bool larger, double level, double rope)
{
    if (judgement.low >= -rope && judgement.high <= rope)
        return Verdict::Equivalent;
    if (judgement.adjustedPValue >= 1 - level)
        return Verdict::Undecided;
    return (judgement.difference > 0) == larger ? Verdict::ABetter : Verdict::BBetter;
}

} // namespace

std::vector<Judgement> judge(const Comparison &comparison, const std::string &metric, double level, double rope)
{
    std::vector<Judgement> all;
    std::vector<double> pValues;
    for (const PairComparison &pair : comparison.pairs) {
        if (auto made = measured(pair, metric)) {
            pValues.push_back(made->pValue);
            all.push_back(std::move(*made));
        }
    }
    const std::vector<double> adjusted = holm(pValues);
    const bool larger = largerIsBetter(metric);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].adjustedPValue = adjusted[i];
        all[i].verdict = verdictOn(all[i], larger, level, rope);
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
