// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/comparisontext.h"

#include "app/commands/texttable.h"

#include <algorithm>
#include <numeric>

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

std::string percentText(double level)
{
    return numberText(100 * level) + " %";
}

std::string metricsText(const std::vector<ComparedModel> &models)
{
    constexpr std::size_t side = 8; // beyond that a row a metric is too wide to read
    if (models.size() > side) {
        const std::string metric = engine::headline(models.front().evaluation.task).metric;
        TextTable table({"model", metric, "95 % interval"});
        for (const ComparedModel &model : models)
            table.add({model.name, metricText(model.evaluation.metric(metric)),
                       intervalText(model.evaluation.interval(metric))});
        return table.text();
    }
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
    if (pair.rowLosses)
        table.add({name,
                   rows,
                   pair.rowLosses->loss + " a row (paired t)",
                   fixedText(pair.rowLosses->meanDifference),
                   {},
                   pValueText(pair.rowLosses->pValue)});
    if (pair.crossValidation)
        table.add({name, rows, "folds (corrected t)", fixedText(pair.crossValidation->difference),
                   range(pair.crossValidation->low, pair.crossValidation->high),
                   pValueText(pair.crossValidation->pValue)});
    if (pair.fiveByTwo)
        table.add({name, rows, "folds (5x2cv F)", {}, {}, pValueText(pair.fiveByTwo->pValue)});
}

std::string testName(const std::string &test)
{
    return test == "delong" ? "DeLong" : test == "corrected_t" ? "corrected t over folds" : "bootstrap";
}

std::string testsText(const Comparison &comparison)
{
    constexpr std::size_t shown = 45; // ten models
    TextTable tests({"difference", "rows", "in", "value", percentText(comparison.level) + " interval", "p"});
    for (std::size_t i = 0; i < comparison.pairs.size() && i < shown; ++i)
        addTests(tests, pairName(comparison, comparison.pairs[i]), comparison.pairs[i]);
    std::string text = headingText("On the same rows") + tests.text(2);
    if (comparison.pairs.size() > shown)
        text += "  … and " + countText(comparison.pairs.size() - shown, "pair") + " more; --json has all.\n";
    return text;
}

std::string bayesianText(const Comparison &comparison)
{
    TextTable table({"probability that", "a is better", "they are equivalent", "b is better"});
    for (const PairComparison &pair : comparison.pairs) {
        if (pair.bayesian)
            table.add({pairName(comparison, pair), fixedText(pair.bayesian->aBetter, 3),
                       fixedText(pair.bayesian->equivalent, 3), fixedText(pair.bayesian->bBetter, 3)});
    }
    if (table.isEmpty() || comparison.pairs.size() > 45)
        return {};
    return headingText("Over the folds, equivalent meaning within " + numberText(comparison.rope)) + table.text(2);
}

std::string rankingText(const Comparison &comparison)
{
    if (!comparison.ranking)
        return {};
    const engine::RankTest &test = *comparison.ranking;
    std::vector<std::size_t> order(comparison.models.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t m) { return test.meanRanks[m]; });
    TextTable table({"model", "mean rank"});
    for (const std::size_t m : order)
        table.add({comparison.models[m], fixedText(test.meanRanks[m], 2)});
    return headingText("Ranks in " + test.metric + " over " + std::to_string(test.blocks) + " folds") + table.text(2) +
           "  Friedman p " + pValueText(test.pValue) + ", Iman-Davenport p " + pValueText(test.imanDavenportP) +
           "; ranks further apart than " + fixedText(test.criticalDifference, 2) + " differ (Nemenyi, 5 %).\n";
}

std::string adjustmentText(const Comparison &comparison)
{
    if (comparison.pairs.size() < 2 || comparison.adjustment == engine::Adjustment::None)
        return {};
    return comparison.adjustment == engine::Adjustment::Holm
               ? ", Holm-adjusted"
               : std::string(", adjusted by ") + name(comparison.adjustment);
}

// Models that are neither shown to be worse than `best` nor equivalent to it, and those that are equivalent.
struct Rivals
{
    std::vector<std::string> undecided, equivalent;
    std::size_t worse = 0;
};

Rivals rivalsOf(const Comparison &comparison, std::size_t best)
{
    using engine::Verdict;
    Rivals rivals;
    for (const PairComparison &pair : comparison.pairs) {
        if (pair.a != best && pair.b != best)
            continue;
        const std::string &other = comparison.models[pair.a == best ? pair.b : pair.a];
        const bool wins = pair.verdict == (pair.a == best ? Verdict::ABetter : Verdict::BBetter);
        if (wins)
            ++rivals.worse;
        else
            (pair.verdict == Verdict::Equivalent ? rivals.equivalent : rivals.undecided).push_back(other);
    }
    return rivals;
}

std::optional<std::size_t> bestOf(const std::vector<ComparedModel> &models, const std::string &metric)
{
    const double sign = engine::largerIsBetter(metric) ? 1 : -1;
    std::optional<std::size_t> best;
    for (std::size_t m = 0; m < models.size(); ++m) {
        const auto value = models[m].evaluation.metric(metric);
        if (value && (!best || sign * *value > sign * *models[*best].evaluation.metric(metric)))
            best = m;
    }
    return best;
}

} // namespace

std::string pairSentence(const Comparison &comparison, const PairComparison &pair)
{
    if (!pair.decision)
        return {};
    const engine::Decision &decision = *pair.decision;
    const double p = pair.adjustedPValue.value_or(decision.pValue);
    const bool clear = pair.verdict == engine::Verdict::ABetter || pair.verdict == engine::Verdict::BBetter;
    // A clear difference is told as what the better one is ahead by, and its interval with it.
    const bool turned = clear && decision.difference < 0;
    const std::string numbers = fixedText(turned ? -decision.difference : decision.difference) + ' ' +
                                (turned ? range(-decision.high, -decision.low) : range(decision.low, decision.high)) +
                                ", p " + (p < 0.0001 ? "< 0.0001" : "= " + fixedText(p)) + " (" +
                                testName(decision.test) + adjustmentText(comparison) + ')';
    if (pair.verdict == engine::Verdict::Equivalent)
        return pairName(comparison, pair) + ": equivalent in " + decision.metric + " for practical purposes, " +
               numbers + ": the whole interval lies within " + numberText(comparison.rope) + " of no difference.";
    if (!clear)
        return pairName(comparison, pair) + ": no clear difference in " + decision.metric + ", " + numbers +
               "; nor are they shown to be equivalent.";
    const bool aIsBetter = pair.verdict == engine::Verdict::ABetter;
    const std::string &better = comparison.models[aIsBetter ? pair.a : pair.b];
    const std::string &worse = comparison.models[aIsBetter ? pair.b : pair.a];
    return better + " is better than " + worse + " in " + decision.metric + " by " + numbers + '.';
}

std::vector<std::string> pairSentences(const Comparison &comparison)
{
    std::vector<std::string> sentences;
    for (const PairComparison &pair : comparison.pairs) {
        std::string sentence = pairSentence(comparison, pair);
        if (!sentence.empty())
            sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::string conclusion(const std::vector<ComparedModel> &models, const Comparison &comparison)
{
    if (comparison.pairs.size() == 1)
        return pairSentence(comparison, comparison.pairs.front());
    const auto best = bestOf(models, comparison.metric);
    if (!best)
        return "Nothing can be concluded: " + comparison.metric + " is undefined for all models.";
    const Rivals rivals = rivalsOf(comparison, *best);
    std::string text = comparison.models[*best] + " has the best " + comparison.metric;
    if (rivals.worse > 0)
        text += " and is shown to be better than " + std::to_string(rivals.worse) + " of the " +
                std::to_string(models.size() - 1) + " others";
    if (!rivals.equivalent.empty())
        text += "; " + quotedList(rivals.equivalent) + (rivals.equivalent.size() == 1 ? " is" : " are") +
                " equivalent to it within " + numberText(comparison.rope);
    if (!rivals.undecided.empty())
        text += "; against " + quotedList(rivals.undecided) + " the data do not decide";
    return text + " (" + percentText(comparison.level) + adjustmentText(comparison) + ").";
}

std::string comparisonText(const std::vector<ComparedModel> &models, const Comparison &comparison,
                           const std::vector<std::string> &differingParams)
{
    std::vector<std::string> words{conclusion(models, comparison)};
    if (comparison.pairs.size() > 1 && comparison.pairs.size() <= 45)
        std::ranges::copy(pairSentences(comparison), std::back_inserter(words));
    std::string text = metricsText(models) + testsText(comparison) + bayesianText(comparison) +
                       rankingText(comparison) + listText("In words", words);
    if (!differingParams.empty())
        text += listText("Parameters that differ", {quotedList(differingParams, 30)});
    return text + listText("Worth knowing", comparison.warnings);
}

} // namespace assay::app
