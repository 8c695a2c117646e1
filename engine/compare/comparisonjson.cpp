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
            {"resamples", difference.resamples},
            {"method", difference.method}};
}

Json foldsJson(const CorrectedT &test)
{
    return {{"difference", jsonNumber(test.difference)},
            {"corrected_t", jsonNumber(test.t)},
            {"p_value", jsonNumber(test.pValue)},
            {"low", jsonNumber(test.low)},
            {"high", jsonNumber(test.high)},
            {"folds", test.folds}};
}

Json bayesianJson(const BayesianT &test)
{
    return {{"a_better", jsonNumber(test.aBetter)},
            {"equivalent", jsonNumber(test.equivalent)},
            {"b_better", jsonNumber(test.bBetter)},
            {"rope", jsonNumber(test.rope)}};
}

Json lossesJson(const RowLosses &test)
{
    Json json{{"loss", test.loss},
              {"paired_t",
               {{"mean_difference", jsonNumber(test.meanDifference)},
                {"t", jsonNumber(test.t)},
                {"p_value", jsonNumber(test.pValue)},
                {"dof", test.degreesOfFreedom}}}};
    if (test.wilcoxonP)
        json["wilcoxon"] = {{"statistic", jsonNumber(test.wilcoxonStatistic)}, {"p_value", jsonNumber(test.wilcoxonP)}};
    return json;
}

Json decisionJson(const Decision &decision)
{
    return {{"metric", decision.metric},
            {"test", decision.test},
            {"difference", jsonNumber(decision.difference)},
            {"low", jsonNumber(decision.low)},
            {"high", jsonNumber(decision.high)},
            {"p_value", jsonNumber(decision.pValue)}};
}

// Groups by the models' names, as everything else in the document.
Json rankingJson(const RankTest &test, const std::vector<std::string> &models)
{
    Json ranks = Json::object(), nemenyi = Json::array(), groups = Json::array();
    for (std::size_t m = 0; m < models.size(); ++m) {
        ranks[models[m]] = jsonNumber(test.meanRanks[m]);
        nemenyi.push_back(jsonNumbers(test.nemenyi[m]));
    }
    for (const std::vector<std::size_t> &group : test.groups) {
        Json members = Json::array();
        for (const std::size_t m : group)
            members.push_back(models[m]);
        groups.push_back(members);
    }
    return {{"metric", test.metric},
            {"blocks", test.blocks},
            {"mean_ranks", ranks},
            {"friedman", {{"chi2", jsonNumber(test.chiSquare)}, {"p_value", jsonNumber(test.pValue)}}},
            {"iman_davenport", {{"f", jsonNumber(test.imanDavenportF)}, {"p_value", jsonNumber(test.imanDavenportP)}}},
            {"nemenyi", {{"critical_difference", jsonNumber(test.criticalDifference)}, {"p_values", nemenyi}}},
            {"groups", groups}};
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
    if (pair.crossValidation)
        json["cross_validation"] = foldsJson(*pair.crossValidation);
    if (pair.fiveByTwo)
        json["five_by_two"] = {{"f", jsonNumber(pair.fiveByTwo->f)}, {"p_value", jsonNumber(pair.fiveByTwo->pValue)}};
    if (pair.bayesian)
        json["bayesian"] = bayesianJson(*pair.bayesian);
    if (pair.rowLosses)
        json["row_losses"] = lossesJson(*pair.rowLosses);
    if (pair.decision)
        json["decision"] = decisionJson(*pair.decision);
    json["adjusted_p_value"] = jsonNumber(pair.adjustedPValue);
    json["verdict"] = name(pair.verdict);
    return json;
}

} // namespace

const char *name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::ABetter:
        return "a_better";
    case Verdict::BBetter:
        return "b_better";
    case Verdict::Equivalent:
        return "equivalent";
    case Verdict::Undecided:
        break;
    }
    return "undecided";
}

Json toJson(const Comparison &comparison)
{
    Json json{{"models", comparison.models},
              {"pairs", Json::array()},
              {"adjusted", name(comparison.adjustment)},
              {"metric", comparison.metric},
              {"level", jsonNumber(comparison.level)},
              {"rope", jsonNumber(comparison.rope)}};
    for (const PairComparison &pair : comparison.pairs)
        json["pairs"].push_back(pairJson(pair, comparison.models));
    if (comparison.ranking)
        json["ranking"] = rankingJson(*comparison.ranking, comparison.models);
    json["warnings"] = comparison.warnings;
    return json;
}

} // namespace assay::engine
