// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fairness/groupmetrics.h"

#include "engine/metrics/intervals.h"
#include "engine/metrics/ranking.h"

#include <algorithm>
#include <map>

namespace assay::engine {

namespace {

// Rows of each group, and what the ranking metrics need of them.
struct Member
{
    std::vector<double> truth, scores, weights;
};

std::vector<Member> membersOf(const Grouping &grouping, const Decisions &decisions)
{
    std::vector<Member> members(grouping.labels.size());
    for (std::size_t i = 0; i < grouping.codes.size(); ++i) {
        Member &member = members[static_cast<std::size_t>(grouping.codes[i])];
        member.truth.push_back(decisions.truth[i]);
        if (!decisions.scores.empty())
            member.scores.push_back(decisions.scores[i]);
        if (!decisions.weights.empty())
            member.weights.push_back(decisions.weights[i]);
    }
    return members;
}

// Labels renumbered so that they are sorted and all occur.
Grouping tidied(std::string name, const std::vector<std::string> &labels)
{
    std::map<std::string, std::int32_t> codeOf;
    for (const std::string &label : labels)
        codeOf.emplace(label, 0);
    Grouping grouping{.name = std::move(name), .codes = {}, .labels = {}};
    for (auto &[label, code] : codeOf) {
        code = static_cast<std::int32_t>(grouping.labels.size());
        grouping.labels.push_back(label);
    }
    for (const std::string &label : labels)
        grouping.codes.push_back(codeOf[label]);
    return grouping;
}

std::optional<Interval> intervalOf(std::optional<double> proportion, double trials)
{
    return proportion && trials > 0 ? std::optional(wilsonInterval(*proportion, trials)) : std::nullopt;
}

} // namespace

std::optional<double> rate(double hits, double all)
{
    return all > 0 ? std::optional(hits / all) : std::nullopt;
}

Grouping groupBy(const Column &column)
{
    const Column::Groups groups = column.groups();
    constexpr const char *missing = "(missing)";
    std::vector<std::int32_t> seen(groups.labels.size() + 1, -1);
    for (const std::int32_t code : groups.codes)
        seen[static_cast<std::size_t>(code + 1)] = 0;
    Grouping grouping{.name = column.name(), .codes = {}, .labels = {}};
    for (std::size_t i = 1; i < seen.size(); ++i) {
        if (seen[i] < 0)
            continue;
        seen[i] = static_cast<std::int32_t>(grouping.labels.size());
        grouping.labels.push_back(groups.labels[i - 1]);
    }
    if (seen[0] == 0) {
        // A level that is itself called so is the same group.
        const auto same = std::ranges::find(grouping.labels, missing);
        seen[0] = static_cast<std::int32_t>(same - grouping.labels.begin());
        if (same == grouping.labels.end())
            grouping.labels.emplace_back(missing);
    }
    for (const std::int32_t code : groups.codes)
        grouping.codes.push_back(seen[static_cast<std::size_t>(code + 1)]);
    return grouping;
}

Grouping intersect(std::span<const Grouping> groupings)
{
    std::vector<std::string> labels(groupings[0].codes.size());
    std::string name;
    for (const Grouping &grouping : groupings) {
        const char *joint = &grouping == &groupings[0] ? "" : " & ";
        name += joint + grouping.name;
        for (std::size_t i = 0; i < labels.size(); ++i)
            labels[i] += joint + grouping.labels[static_cast<std::size_t>(grouping.codes[i])];
    }
    return tidied(std::move(name), labels);
}

std::vector<Confusion> confusionByGroup(const Grouping &grouping, const Decisions &decisions)
{
    std::vector<Confusion> counts(grouping.labels.size());
    for (std::size_t i = 0; i < grouping.codes.size(); ++i) {
        Confusion &c = counts[static_cast<std::size_t>(grouping.codes[i])];
        const double weight = decisions.weights.empty() ? 1 : decisions.weights[i];
        if (decisions.truth[i] != 0)
            (decisions.selected[i] != 0 ? c.tp : c.fn) += weight;
        else
            (decisions.selected[i] != 0 ? c.fp : c.tn) += weight;
    }
    return counts;
}

std::vector<GroupMetrics> metricsByGroup(const Grouping &grouping, const Decisions &decisions,
                                         const std::vector<Confusion> &confusion)
{
    const std::vector<Member> members = membersOf(grouping, decisions);
    std::vector<GroupMetrics> groups;
    for (std::size_t g = 0; g < members.size(); ++g) {
        const Confusion &c = confusion[g];
        const Member &member = members[g];
        const double positives = c.tp + c.fn, negatives = c.fp + c.tn, all = positives + negatives;
        // A weighted proportion is as sure as one of the effective number of rows.
        const double scale = member.weights.empty() ? 1 : effectiveRows(member.weights) / all;
        GroupMetrics group;
        group.group = grouping.labels[g];
        group.n = member.truth.size();
        group.baseRate = rate(positives, all);
        group.selectionRate = rate(c.tp + c.fp, all);
        group.accuracy = rate(c.tp + c.tn, all);
        group.tpr = rate(c.tp, positives);
        group.fpr = rate(c.fp, negatives);
        group.tnr = rate(c.tn, negatives);
        group.fnr = rate(c.fn, positives);
        group.precision = rate(c.tp, c.tp + c.fp);
        if (!member.scores.empty())
            group.rocAuc = rankingMetrics(rankScores(member.scores, member.truth, member.weights, false)).rocAuc;
        group.selectionInterval = intervalOf(group.selectionRate, all * scale);
        group.accuracyInterval = intervalOf(group.accuracy, all * scale);
        group.tprInterval = intervalOf(group.tpr, positives * scale);
        group.fprInterval = intervalOf(group.fpr, negatives * scale);
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace assay::engine
