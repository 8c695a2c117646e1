// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fairness/fairness.h"

#include "engine/fairness/groupmetrics.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr std::size_t fewRows = 30;

using Rate = std::optional<double> GroupMetrics::*;

struct Range
{
    double low = 0, high = 0;

    double difference() const { return high - low; }
    std::optional<double> ratio() const { return rate(low, high); }
};

// Over the groups in which the rate is defined; two of them are needed unless there is but one group at all.
std::optional<Range> rangeOf(const std::vector<GroupMetrics> &groups, Rate member)
{
    std::vector<double> values;
    for (const GroupMetrics &group : groups) {
        if (group.*member)
            values.push_back(*(group.*member));
    }
    if (values.empty() || (values.size() < 2 && groups.size() > 1))
        return std::nullopt;
    const auto [low, high] = std::ranges::minmax(values);
    return Range{.low = low, .high = high};
}

std::optional<double> differenceOf(const std::optional<Range> &range)
{
    return range ? std::optional(range->difference()) : std::nullopt;
}

void addUnsigned(AttributeFairness &fairness)
{
    const auto selection = rangeOf(fairness.groups, &GroupMetrics::selectionRate);
    const auto tpr = rangeOf(fairness.groups, &GroupMetrics::tpr);
    const auto fpr = rangeOf(fairness.groups, &GroupMetrics::fpr);
    fairness.demographicParityDifference = differenceOf(selection);
    fairness.demographicParityRatio = selection ? selection->ratio() : std::nullopt;
    fairness.equalOpportunityDifference = differenceOf(tpr);
    fairness.predictiveParityDifference = differenceOf(rangeOf(fairness.groups, &GroupMetrics::precision));
    if (!tpr || !fpr)
        return;
    fairness.equalizedOddsDifference = std::max(tpr->difference(), fpr->difference());
    const auto tprRatio = tpr->ratio(), fprRatio = fpr->ratio();
    if (tprRatio && fprRatio)
        fairness.equalizedOddsRatio = std::min(*tprRatio, *fprRatio);
}

// Generalised entropy (1) of b = 1 + ŷ − y, which is 2 for a false positive, 0 for a false negative and 1 else.
std::optional<double> theilIndex(const Confusion &c)
{
    const double all = c.tn + c.fp + c.fn + c.tp;
    const double mean = (c.tn + c.tp + 2 * c.fp) / all;
    if (!(mean > 0))
        return std::nullopt;
    const auto term = [mean](double benefit) { return benefit / mean * std::log(benefit / mean); };
    return ((c.tn + c.tp) * term(1) + c.fp * term(2)) / all;
}

Confusion sum(const Confusion &a, const Confusion &b)
{
    return {.tn = a.tn + b.tn, .fp = a.fp + b.fp, .fn = a.fn + b.fn, .tp = a.tp + b.tp};
}

void addSigned(const std::vector<Confusion> &counts, std::size_t privileged, AttributeFairness &fairness)
{
    Confusion others;
    for (std::size_t g = 0; g < counts.size(); ++g) {
        if (g != privileged)
            others = sum(others, counts[g]);
    }
    const Confusion &own = counts[privileged];
    fairness.theilIndex = theilIndex(sum(own, others));
    const auto selection = rate(others.tp + others.fp, others.tn + others.fp + others.fn + others.tp);
    const auto ownSelection = fairness.groups[privileged].selectionRate;
    if (selection && ownSelection) {
        fairness.statisticalParityDifference = *selection - *ownSelection;
        fairness.disparateImpact = rate(*selection, *ownSelection);
    }
    const auto tpr = rate(others.tp, others.tp + others.fn), fpr = rate(others.fp, others.fp + others.tn);
    const auto ownTpr = fairness.groups[privileged].tpr, ownFpr = fairness.groups[privileged].fpr;
    if (tpr && fpr && ownTpr && ownFpr)
        fairness.averageOddsDifference = ((*fpr - *ownFpr) + (*tpr - *ownTpr)) / 2;
}

std::vector<std::string> groupsWhere(const AttributeFairness &fairness, auto condition)
{
    std::vector<std::string> names;
    for (const GroupMetrics &group : fairness.groups) {
        if (condition(group))
            names.push_back(group.group);
    }
    return names;
}

void addWarnings(AttributeFairness &fairness)
{
    const auto add = [&](auto condition, const std::string &before, const std::string &after) {
        const std::vector<std::string> names = groupsWhere(fairness, condition);
        if (!names.empty())
            fairness.warnings.push_back(before + quotedList(names) + after);
    };
    add([](const GroupMetrics &g) { return g.n < fewRows; }, "Fewer than 30 rows are in ",
        ": rates there are uncertain.");
    add([](const GroupMetrics &g) { return !g.tpr; }, "No row is positive in ",
        ": the true positive rate is undefined there and left out of differences.");
    add([](const GroupMetrics &g) { return !g.fpr; }, "No row is negative in ",
        ": the false positive rate is undefined there and left out of differences.");
    add([](const GroupMetrics &g) { return !g.precision; }, "No row is selected in ",
        ": precision is undefined there and left out of differences.");
    if (fairness.groups.size() < 2)
        fairness.warnings.emplace_back("There is only one group: nothing to compare.");
}

Result<AttributeFairness> judge(const Grouping &grouping, const Decisions &decisions, const FairnessOptions &options)
{
    const std::vector<Confusion> counts = confusionByGroup(grouping, decisions);
    AttributeFairness fairness;
    fairness.attribute = grouping.name;
    fairness.groups = metricsByGroup(grouping, decisions, counts);
    auto privileged = std::ranges::max_element(fairness.groups, {},
                                               [](const GroupMetrics &g) { return g.selectionRate.value_or(0); });
    if (const auto given = options.privileged.find(grouping.name); given != options.privileged.end()) {
        privileged = std::ranges::find(fairness.groups, given->second, &GroupMetrics::group);
        if (privileged == fairness.groups.end()) {
            return failure(ErrorKind::BadInput, "unknown_group", "Column {} has no group {}; it has {}.",
                           {grouping.name, given->second, quotedList(grouping.labels)});
        }
    }
    fairness.privileged = privileged->group;
    addUnsigned(fairness);
    addSigned(counts, static_cast<std::size_t>(privileged - fairness.groups.begin()), fairness);
    addWarnings(fairness);
    return fairness;
}

Decisions decide(const Predictions &p, double threshold)
{
    Decisions decisions{.truth = p.truth,
                        .scores = {p.scores.data(), static_cast<std::size_t>(p.scores.size())},
                        .weights = p.weights,
                        .selected = {}};
    for (std::size_t i = 0; i < p.size(); ++i)
        decisions.selected.push_back(
            (p.predicted.empty() ? decisions.scores[i] >= threshold : p.predicted[i] != 0) ? 1 : 0);
    return decisions;
}

} // namespace

Result<FairnessReport> fairness(const Predictions &predictions, const std::vector<std::string> &attributes,
                                const FairnessOptions &options)
{
    if (predictions.task != Task::Binary) {
        return failure(ErrorKind::BadInput, "not_binary", "Group fairness is defined for binary tasks; this one is {}.",
                       {name(predictions.task)});
    }
    if (const auto checked = checkPredictions(predictions); !checked)
        return tl::unexpected(checked.error());
    const std::optional<Predictions> kept = withoutZeroWeights(predictions);
    const Predictions &used = kept ? *kept : predictions;
    const Decisions decisions = decide(used, options.threshold);
    FairnessReport report;
    std::vector<Grouping> groupings;
    for (const std::string &attribute : attributes) {
        const Column *column = used.attribute(attribute);
        if (!column) {
            std::vector<std::string> known;
            for (const Column &c : used.attributes)
                known.push_back(c.name());
            return failure(ErrorKind::BadInput, "unknown_column", "The predictions carry no column {}; they carry {}.",
                           {attribute, known.empty() ? "none" : quotedList(known)});
        }
        groupings.push_back(groupBy(*column));
        auto judged = judge(groupings.back(), decisions, options);
        if (!judged)
            return tl::unexpected(judged.error());
        report.attributes.push_back(std::move(*judged));
    }
    if (groupings.size() > 1) {
        auto judged = judge(intersect(groupings), decisions, options);
        if (!judged)
            return tl::unexpected(judged.error());
        report.intersection = std::move(*judged);
    }
    return report;
}

} // namespace assay::engine
