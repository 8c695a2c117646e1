// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/thresholdsjson.h"
#include "engine/metrics/confusionmetrics.h"
#include "engine/metrics/curvesjson.h"

namespace assay::engine {

namespace {

Json choiceJson(const std::optional<ThresholdChoice> &choice, const CostMatrix &costs)
{
    if (!choice)
        return nullptr;
    const Confusion &c = choice->confusion;
    const BinaryRates rates = binaryRates(c);
    return {{"threshold", jsonNumber(choice->threshold)},
            {"value", jsonNumber(choice->value)},
            {"tn", jsonNumber(c.tn)},
            {"fp", jsonNumber(c.fp)},
            {"fn", jsonNumber(c.fn)},
            {"tp", jsonNumber(c.tp)},
            {"precision", jsonNumber(rates.precision)},
            {"recall", jsonNumber(rates.recall)},
            {"specificity", jsonNumber(rates.specificity)},
            {"f1", jsonNumber(rates.f1)},
            {"expected_cost", jsonNumber(expectedCost(c, costs))}};
}

// Shares of either class selected at each threshold, whose largest gap is KS.
Json ksJson(const ThresholdSweep &sweep)
{
    std::vector<double> tpr, fpr;
    for (std::size_t i = 0; i < sweep.thresholds.size() && sweep.positives > 0 && sweep.negatives > 0; ++i) {
        tpr.push_back(sweep.tp[i] / sweep.positives);
        fpr.push_back(sweep.fp[i] / sweep.negatives);
    }
    return {{"thresholds", tpr.empty() ? Json::array() : thinnedNumbers(sweep.thresholds, tpr.size())},
            {"tpr", thinnedNumbers(tpr, tpr.size())},
            {"fpr", thinnedNumbers(fpr, fpr.size())}};
}

} // namespace

Json thresholdsJson(const ThresholdSweep &sweep, const ThresholdWishes &wishes)
{
    Json json = Json::object();
    const auto add = [&](const char *name, ThresholdRule rule, double floor) {
        json[name] = choiceJson(bestThreshold(sweep, rule, wishes.costs, floor), wishes.costs);
    };
    add("best_f1", ThresholdRule::BestF1, 0);
    add("youden", ThresholdRule::Youden, 0);
    add("lowest_cost", ThresholdRule::LowestCost, 0);
    if (wishes.minPrecision)
        add("min_precision", ThresholdRule::PrecisionFloor, *wishes.minPrecision);
    if (wishes.minRecall)
        add("min_recall", ThresholdRule::RecallFloor, *wishes.minRecall);
    return json;
}

Json sweepCurvesJson(const ThresholdSweep &sweep, const CostMatrix &costs)
{
    const std::vector<double> cost = costCurve(sweep, costs);
    const NetBenefitCurve benefit = netBenefit(sweep);
    const CostEnvelope envelope = costEnvelope(sweep);
    return {{"ks", ksJson(sweep)},
            {"cost",
             {{"thresholds", thinnedNumbers(sweep.thresholds, cost.size())},
              {"expected_cost", thinnedNumbers(cost, cost.size())},
              {"costs",
               {{"tn", jsonNumber(costs.tn)},
                {"fp", jsonNumber(costs.fp)},
                {"fn", jsonNumber(costs.fn)},
                {"tp", jsonNumber(costs.tp)}}}}},
            {"cost_envelope",
             {{"probability_cost", jsonNumbers(envelope.probabilityCost)},
              {"model", jsonNumbers(envelope.model)},
              {"trivial", jsonNumbers(envelope.trivial)}}},
            {"net_benefit",
             {{"thresholds", jsonNumbers(benefit.thresholds)},
              {"model", jsonNumbers(benefit.model)},
              {"treat_all", jsonNumbers(benefit.treatAll)}}}};
}

} // namespace assay::engine
