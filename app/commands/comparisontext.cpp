// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/comparisontext.h"

#include "app/commands/texttable.h"

#include <cmath>

namespace assay::app {

namespace {

using engine::ComparedModel;
using engine::Comparison;
using engine::PairComparison;

std::string pairName(const Comparison &comparison, const PairComparison &pair)
{
    return comparison.models[pair.a] + " - " + comparison.models[pair.b];
}

std::string range(double low, double high)
{
    return '[' + fixedText(low) + ", " + fixedText(high) + ']';
}

std::string metricsText(const std::vector<ComparedModel> &models)
{
    std::vector<std::string> header{"metric"};
    for (const ComparedModel &model : models) {
        header.push_back(model.name);
        header.emplace_back("95 % interval");
    }
    TextTable table(header);
    for (const engine::Metric &metric : models.front().evaluation.metrics) {
        std::vector<std::string> row{metric.name};
        for (const ComparedModel &model : models) {
            row.push_back(metricText(model.evaluation.metric(metric.name)));
            row.push_back(intervalText(model.evaluation.interval(metric.name)));
        }
        table.add(row);
    }
    return table.text();
}

void addTests(TextTable &table, const std::string &name, const PairComparison &pair)
{
    const std::string rows = countText(pair.rows);
    if (pair.delong)
        table.add({name, rows, "roc_auc (DeLong)", fixedText(pair.delong->difference),
                   range(pair.delong->low, pair.delong->high), pValueText(pair.delong->pValue)});
    for (const auto &[metric, b] : pair.bootstrap)
        table.add(
            {name, rows, metric + " (bootstrap)", fixedText(b.difference), range(b.low, b.high), pValueText(b.pValue)});
    if (pair.mcnemar)
        table.add({name,
                   rows,
                   pair.mcnemar->exact ? "who is right (McNemar, exact)" : "who is right (McNemar)",
                   numberText(pair.mcnemar->n10 - pair.mcnemar->n01),
                   {},
                   pValueText(pair.mcnemar->pValue)});
    if (pair.crossValidation)
        table.add({name,
                   rows,
                   "folds (corrected t)",
                   fixedText(pair.crossValidation->difference),
                   {},
                   pValueText(pair.crossValidation->pValue)});
}

struct Verdict
{
    std::string metric, test;
    double difference = 0, low = 0, high = 0, pValue = 1;
};

std::optional<Verdict> verdict(engine::Task task, const PairComparison &pair)
{
    if (pair.delong)
        return Verdict{"roc_auc",        "DeLong",          pair.delong->difference,
                       pair.delong->low, pair.delong->high, pair.delong->pValue};
    const std::string metric = engine::headline(task).metric;
    const auto it = pair.bootstrap.find(metric);
    if (it == pair.bootstrap.end())
        return std::nullopt;
    return Verdict{metric, "bootstrap", it->second.difference, it->second.low, it->second.high, it->second.pValue};
}

} // namespace

std::vector<std::string> pairSentences(const std::vector<ComparedModel> &models, const Comparison &comparison)
{
    std::vector<std::string> sentences;
    for (const PairComparison &pair : comparison.pairs) {
        const auto found = verdict(models[pair.a].evaluation.task, pair);
        if (!found)
            continue;
        const double p = pair.adjustedPValue.value_or(found->pValue);
        const bool clear = p < 0.05;
        // A clear difference is told as what the better one is ahead by, and its interval with it.
        const bool turned = clear && found->difference < 0;
        const std::string numbers = fixedText(turned ? -found->difference : found->difference) + ' ' +
                                    (turned ? range(-found->high, -found->low) : range(found->low, found->high)) +
                                    ", p " + (p < 0.0001 ? "< 0.0001" : "= " + fixedText(p)) + " (" + found->test +
                                    (comparison.pairs.size() > 1 ? ", Holm-adjusted)" : ")");
        const bool aIsBetter = (found->difference > 0) == engine::largerIsBetter(found->metric);
        const std::string &better = comparison.models[aIsBetter ? pair.a : pair.b];
        const std::string &worse = comparison.models[aIsBetter ? pair.b : pair.a];
        sentences.push_back(
            clear ? better + " is better than " + worse + " in " + found->metric + " by " + numbers + '.'
                  : pairName(comparison, pair) + ": no clear difference in " + found->metric + ", " + numbers + '.');
    }
    return sentences;
}

std::string comparisonText(const std::vector<ComparedModel> &models, const Comparison &comparison,
                           const std::vector<std::string> &differingParams)
{
    TextTable tests({"difference", "rows", "in", "value", "95 % interval", "p"});
    for (const PairComparison &pair : comparison.pairs)
        addTests(tests, pairName(comparison, pair), pair);
    std::string text = metricsText(models) + headingText("On the same rows") + tests.text(2);
    text += listText("In words", pairSentences(models, comparison));
    if (!differingParams.empty())
        text += listText("Parameters that differ", {quotedList(differingParams, 30)});
    return text + listText("Worth knowing", comparison.warnings);
}

} // namespace assay::app
