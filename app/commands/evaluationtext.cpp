// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/evaluationtext.h"

#include "app/commands/texttable.h"
#include "engine/metrics/confusionmetrics.h"

namespace assay::app {

namespace {

std::string confusionText(const engine::Evaluation &e)
{
    TextTable table({"", "predicted no", "predicted yes"});
    table.add({"is not " + e.positive, numberText(e.confusion.tn), numberText(e.confusion.fp)});
    table.add({"is " + e.positive, numberText(e.confusion.fn), numberText(e.confusion.tp)});
    return headingText("At threshold " + numberText(e.threshold)) + table.text(2);
}

std::string classesText(const engine::Evaluation &e)
{
    TextTable table({"class", "rows", "precision", "recall", "F1", "ROC AUC"});
    for (const engine::ClassMetrics &c : e.perClass)
        table.add({c.label, numberText(c.support), metricText(c.precision), metricText(c.recall), metricText(c.f1),
                   metricText(c.rocAuc)});
    return headingText("Classes") + table.text(2);
}

std::string furtherText(const std::vector<engine::Metric> &metrics)
{
    if (metrics.empty())
        return {};
    TextTable table({"metric", "value"});
    for (const engine::Metric &metric : metrics)
        table.add({metric.name, metricText(metric.value)});
    return headingText("Further metrics") + table.text(2);
}

std::string groupsText(const engine::AttributeFairness &fairness)
{
    TextTable table(
        {"group", "rows", "base rate", "selected", "95 % interval", "accuracy", "TPR", "FPR", "precision", "ROC AUC"});
    for (const engine::GroupMetrics &g : fairness.groups)
        table.add({g.group, countText(g.n), metricText(g.baseRate), metricText(g.selectionRate),
                   intervalText(g.selectionInterval ? &*g.selectionInterval : nullptr), metricText(g.accuracy),
                   metricText(g.tpr), metricText(g.fpr), metricText(g.precision), metricText(g.rocAuc)});
    return table.text(2);
}

std::string attributeText(const engine::AttributeFairness &f)
{
    TextTable overall({"over all groups (fairlearn)", "value"});
    overall.add({"demographic parity difference", metricText(f.demographicParityDifference)});
    overall.add({"demographic parity ratio", metricText(f.demographicParityRatio)});
    overall.add({"equalized odds difference", metricText(f.equalizedOddsDifference)});
    overall.add({"equalized odds ratio", metricText(f.equalizedOddsRatio)});
    overall.add({"equal opportunity difference", metricText(f.equalOpportunityDifference)});
    overall.add({"predictive parity difference", metricText(f.predictiveParityDifference)});
    TextTable signedGaps({"others against " + f.privileged + " (AIF360)", "value"});
    signedGaps.add({"disparate impact", metricText(f.disparateImpact)});
    signedGaps.add({"statistical parity difference", metricText(f.statisticalParityDifference)});
    signedGaps.add({"average odds difference", metricText(f.averageOddsDifference)});
    signedGaps.add({"Theil index", metricText(f.theilIndex)});
    return headingText("Fairness by " + f.attribute) + groupsText(f) + '\n' + overall.text(2) + '\n' +
           signedGaps.text(2) + listText("Worth knowing about " + f.attribute, f.warnings);
}

} // namespace

std::string evaluationText(const engine::Evaluation &evaluation)
{
    TextTable table({"metric", "value", "95 % interval"});
    for (const engine::Metric &metric : evaluation.metrics)
        table.add({metric.name, metricText(metric.value), intervalText(evaluation.interval(metric.name))});
    std::string text = table.text();
    if (evaluation.task == engine::Task::Binary)
        text += confusionText(evaluation);
    if (!evaluation.perClass.empty())
        text += classesText(evaluation);
    return text + furtherText(evaluation.further) + listText("Worth knowing", evaluation.warnings);
}

std::string thresholdsText(const engine::ThresholdSweep &sweep, const engine::ThresholdWishes &wishes)
{
    using Rule = engine::ThresholdRule;
    TextTable table({"best by", "threshold", "precision", "recall", "F1", "cost a row"});
    const auto add = [&](const std::string &what, Rule rule, double floor) {
        const auto best = engine::bestThreshold(sweep, rule, wishes.costs, floor);
        if (!best) {
            table.add({what, "none", "", "", "", ""});
            return;
        }
        const engine::BinaryRates rates = engine::binaryRates(best->confusion);
        table.add({what, numberText(best->threshold), metricText(rates.precision), metricText(rates.recall),
                   metricText(rates.f1), numberText(engine::expectedCost(best->confusion, wishes.costs))});
    };
    add("F1", Rule::BestF1, 0);
    add("Youden's J", Rule::Youden, 0);
    add("cost", Rule::LowestCost, 0);
    if (wishes.minPrecision)
        add("precision of at least " + numberText(*wishes.minPrecision), Rule::PrecisionFloor, *wishes.minPrecision);
    if (wishes.minRecall)
        add("recall of at least " + numberText(*wishes.minRecall), Rule::RecallFloor, *wishes.minRecall);
    return headingText("Thresholds") + table.text(2);
}

std::string fairnessText(const engine::FairnessReport &report)
{
    std::string text;
    for (const engine::AttributeFairness &attribute : report.attributes)
        text += attributeText(attribute);
    return report.intersection ? text + attributeText(*report.intersection) : text;
}

} // namespace assay::app
