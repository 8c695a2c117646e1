// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/comparison.h"

namespace assay::engine {

namespace {

Json deLongJson(const DeLong &test)
{
    return {{"auc_a", jsonNumber(test.aucA)},
            {"auc_b", jsonNumber(test.aucB)},
            {"difference", jsonNumber(test.difference)},
            {"se", jsonNumber(test.standardError)},
            {"z", jsonNumber(test.z)},
            {"p_value", jsonNumber(test.pValue)},
            {"low", jsonNumber(test.low)},
            {"high", jsonNumber(test.high)}};
}

Json mcNemarJson(const McNemar &test)
{
    return {{"n01", jsonNumber(test.n01)},
            {"n10", jsonNumber(test.n10)},
            {"statistic", jsonNumber(test.statistic)},
            {"p_value", jsonNumber(test.pValue)},
            {"exact", test.exact},
            {"exact_p_value", jsonNumber(test.exactPValue)}};
}

Json differenceJson(const BootstrapDifference &difference)
{
    return {{"difference", jsonNumber(difference.difference)},
            {"low", jsonNumber(difference.low)},
            {"high", jsonNumber(difference.high)},
            {"p_value", jsonNumber(difference.pValue)},
            {"resamples", difference.resamples}};
}

Json pairJson(const PairComparison &pair, const std::vector<std::string> &models)
{
    Json json{{"a", models[pair.a]}, {"b", models[pair.b]}, {"rows", pair.rows}};
    if (pair.delong)
        json["delong"] = deLongJson(*pair.delong);
    if (pair.mcnemar)
        json["mcnemar"] = mcNemarJson(*pair.mcnemar);
    json["bootstrap"] = Json::object();
    for (const auto &[metric, difference] : pair.bootstrap)
        json["bootstrap"][metric] = differenceJson(difference);
    if (pair.crossValidation) {
        json["cross_validation"] = {{"difference", jsonNumber(pair.crossValidation->difference)},
                                    {"corrected_t", jsonNumber(pair.crossValidation->t)},
                                    {"p_value", jsonNumber(pair.crossValidation->pValue)},
                                    {"folds", pair.crossValidation->folds}};
    }
    json["adjusted_p_value"] = jsonNumber(pair.adjustedPValue);
    return json;
}

} // namespace

Json toJson(const Comparison &comparison)
{
    Json json{{"models", comparison.models},
              {"pairs", Json::array()},
              {"adjusted", "holm"},
              {"warnings", comparison.warnings}};
    for (const PairComparison &pair : comparison.pairs)
        json["pairs"].push_back(pairJson(pair, comparison.models));
    return json;
}

} // namespace assay::engine
