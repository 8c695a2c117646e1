// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/metrics/evaluation.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// What happens to one group. A rate without a denominator is undefined, not 0.
struct GroupMetrics
{
    std::string group;
    std::size_t n = 0;
    std::optional<double> baseRate, selectionRate, accuracy, tpr, fpr, tnr, fnr, precision, rocAuc;
    std::optional<Interval> selectionInterval, accuracyInterval, tprInterval, fprInterval; ///< Wilson

    bool operator==(const GroupMetrics &) const = default;
};

/// Both dialects of group fairness for one attribute: fairlearn's (unsigned, over all groups) and AIF360's (signed,
/// everyone else against the privileged group). Undefined where a group lacks what is divided by.
struct AttributeFairness
{
    std::string attribute;
    std::vector<GroupMetrics> groups; ///< sorted by label
    std::optional<double> demographicParityDifference, demographicParityRatio, equalizedOddsDifference,
        equalizedOddsRatio, equalOpportunityDifference, predictiveParityDifference;
    std::string privileged; ///< given, or the group with the largest selection rate
    std::optional<double> disparateImpact, statisticalParityDifference, averageOddsDifference, theilIndex;
    std::vector<std::string> warnings; ///< groups under 30 rows, undefined rates
};

struct FairnessReport
{
    std::vector<AttributeFairness> attributes;
    std::optional<AttributeFairness>
        intersection; ///< of all attributes, labels joined by " & ", when there are several
};

struct FairnessOptions
{
    double threshold = 0.5;
    std::map<std::string, std::string> privileged = {}; ///< by attribute
};

/// @p attributes are columns of `predictions.attributes`. Missing values are the group "(missing)". Binary task only.
/// Errors: `not_binary`, `unknown_column`, `unknown_group`.
Result<FairnessReport> fairness(const Predictions &predictions, const std::vector<std::string> &attributes,
                                const FairnessOptions &options = {});

/// `{"COLUMN":{"groups":{…},…},…,"intersection":{…}}` as the command line promises.
Json toJson(const FairnessReport &report);

} // namespace assay::engine
