// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

Verdict verdictOf(const PairComparison &pair, const Comparison &comparison)
{
    const Decision &decision = *pair.decision;
    if (decision.low >= -comparison.rope && decision.high <= comparison.rope)
        return Verdict::Equivalent;
    if (*pair.adjustedPValue >= 1 - comparison.level || decision.difference == 0)
        return Verdict::Undecided;
    return (decision.difference > 0) == largerIsBetter(decision.metric) ? Verdict::ABetter : Verdict::BBetter;
}

} // namespace

std::optional<Decision> decisionOf(const PairComparison &pair, const std::string &metric)
{
    if (pair.crossValidation) {
        const CorrectedT &test = *pair.crossValidation;
        return Decision{.metric = metric,
                        .test = "corrected_t",
                        .difference = test.difference,
                        .low = test.low,
                        .high = test.high,
                        .pValue = test.pValue};
    }
    if (pair.delong && metric == "roc_auc") {
        const DeLong &test = *pair.delong;
        return Decision{.metric = metric,
                        .test = "delong",
                        .difference = test.difference,
                        .low = test.low,
                        .high = test.high,
                        .pValue = test.pValue};
    }
    const auto it = pair.bootstrap.find(metric);
    if (it == pair.bootstrap.end())
        return std::nullopt;
    return Decision{.metric = metric,
                    .test = "bootstrap",
                    .difference = it->second.difference,
                    .low = it->second.low,
                    .high = it->second.high,
                    .pValue = it->second.pValue};
}

void decide(Comparison &comparison)
{
    std::vector<double> pValues;
    std::vector<PairComparison *> decided;
    for (PairComparison &pair : comparison.pairs) {
        pair.decision = decisionOf(pair, comparison.metric);
        if (!pair.decision)
            continue;
        pValues.push_back(pair.decision->pValue);
        decided.push_back(&pair);
    }
    const std::vector<double> all = adjusted(pValues, comparison.adjustment);
    for (std::size_t i = 0; i < all.size(); ++i) {
        decided[i]->adjustedPValue = all[i];
        decided[i]->verdict = verdictOf(*decided[i], comparison);
    }
}

double usualRope(const std::vector<ComparedModel> &models, const std::string &metric)
{
    constexpr double share = 0.01;
    constexpr std::array scaled{"mae", "mse", "rmse", "median_absolute_error", "max_error"};
    if (std::ranges::find(scaled, metric) == scaled.end())
        return share;
    double least = std::numeric_limits<double>::infinity();
    for (const ComparedModel &model : models) {
        for (const Metric &known : model.evaluation.metrics) {
            if (known.name == metric && known.value && *known.value >= 0)
                least = std::min(least, *known.value);
        }
    }
    return std::isfinite(least) ? share * least : 0;
}

} // namespace assay::engine
