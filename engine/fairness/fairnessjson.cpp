// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fairness/fairness.h"

namespace assay::engine {

namespace {

void addInterval(Json &json, const char *name, const std::optional<Interval> &interval)
{
    if (!interval)
        return;
    json[name] = {{"low", jsonNumber(interval->low)},
                  {"high", jsonNumber(interval->high)},
                  {"level", jsonNumber(interval->level)},
                  {"method", interval->method}};
}

Json groupJson(const GroupMetrics &group)
{
    Json json{{"n", group.n},
              {"base_rate", jsonNumber(group.baseRate)},
              {"selection_rate", jsonNumber(group.selectionRate)},
              {"accuracy", jsonNumber(group.accuracy)},
              {"tpr", jsonNumber(group.tpr)},
              {"fpr", jsonNumber(group.fpr)},
              {"tnr", jsonNumber(group.tnr)},
              {"fnr", jsonNumber(group.fnr)},
              {"precision", jsonNumber(group.precision)},
              {"roc_auc", jsonNumber(group.rocAuc)},
              {"intervals", Json::object()}};
    addInterval(json["intervals"], "selection_rate", group.selectionInterval);
    addInterval(json["intervals"], "accuracy", group.accuracyInterval);
    addInterval(json["intervals"], "tpr", group.tprInterval);
    addInterval(json["intervals"], "fpr", group.fprInterval);
    return json;
}

Json attributeJson(const AttributeFairness &fairness)
{
    Json json{{"attribute", fairness.attribute}, {"groups", Json::object()}};
    for (const GroupMetrics &group : fairness.groups)
        json["groups"][group.group] = groupJson(group);
    json["demographic_parity_difference"] = jsonNumber(fairness.demographicParityDifference);
    json["demographic_parity_ratio"] = jsonNumber(fairness.demographicParityRatio);
    json["equalized_odds_difference"] = jsonNumber(fairness.equalizedOddsDifference);
    json["equalized_odds_ratio"] = jsonNumber(fairness.equalizedOddsRatio);
    json["equal_opportunity_difference"] = jsonNumber(fairness.equalOpportunityDifference);
    json["predictive_parity_difference"] = jsonNumber(fairness.predictiveParityDifference);
    json["privileged"] = fairness.privileged;
    json["disparate_impact"] = jsonNumber(fairness.disparateImpact);
    json["statistical_parity_difference"] = jsonNumber(fairness.statisticalParityDifference);
    json["average_odds_difference"] = jsonNumber(fairness.averageOddsDifference);
    json["theil_index"] = jsonNumber(fairness.theilIndex);
    json["warnings"] = fairness.warnings;
    return json;
}

} // namespace

Json toJson(const FairnessReport &report)
{
    Json json = Json::object();
    for (const AttributeFairness &fairness : report.attributes)
        json[fairness.attribute] = attributeJson(fairness);
    if (report.intersection)
        json["intersection"] = attributeJson(*report.intersection);
    return json;
}

} // namespace assay::engine
