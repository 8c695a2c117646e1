// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/judgeoptions.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <cmath>

namespace assay::app {

namespace {

/// Four numbers between commas.
std::optional<engine::CostMatrix> costsFrom(std::string_view text)
{
    std::array<double, 4> values{};
    const char *at = text.data();
    const char *const end = text.data() + text.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, values[i]);
        const bool last = i + 1 == values.size();
        if (error != std::errc() || !std::isfinite(values[i]) || (last ? next != end : next == end || *next != ','))
            return std::nullopt;
        at = last ? next : next + 1;
    }
    return engine::CostMatrix{.tn = values[0], .fp = values[1], .fn = values[2], .tp = values[3]};
}

} // namespace

void addJudgeOptions(CLI::App &app, JudgeTexts &options)
{
    engine::EvaluateOptions &evaluate = options.evaluate;
    app.add_option("--threshold", evaluate.threshold, "A score from here on means positive (default: 0.5)")
        ->type_name("X");
    app.add_option("--max-fpr", evaluate.maxFpr, "How far the partial ROC AUC looks (default: 0.1)")->type_name("X");
    app.add_option("--calibration-bins", evaluate.calibrationBins, "Bins of calibration curves (default: 10)")
        ->type_name("N");
    app.add_option("--costs", options.costs, "What each outcome costs, for cost curves (default: 0,1,1,0)")
        ->type_name("TN,FP,FN,TP");
    app.add_option("--min-precision", options.minPrecision, "Find the threshold of most recall at this precision")
        ->type_name("X");
    app.add_option("--min-recall", options.minRecall, "Find the threshold of most precision at this recall")
        ->type_name("X");
    app.add_option("--resamples", evaluate.bootstrapResamples, "Resamples of bootstrap intervals (default: 1000)")
        ->type_name("N");
    app.add_flag("--no-intervals", options.noIntervals, "Leave the intervals out, which is faster");
}

Result<engine::EvaluateOptions> evaluateOptions(const JudgeTexts &options)
{
    engine::EvaluateOptions evaluate = options.evaluate;
    evaluate.intervals = !options.noIntervals;
    if (!(evaluate.maxFpr > 0 && evaluate.maxFpr <= 1))
        return badOption("The option --max-fpr takes a number above 0 and up to 1.");
    if (evaluate.calibrationBins < 1 || evaluate.calibrationBins > 1000)
        return badOption("The option --calibration-bins takes a whole number from 1 to 1000.");
    if (evaluate.bootstrapResamples < 100 || evaluate.bootstrapResamples > 1'000'000)
        return badOption("The option --resamples takes a whole number from 100 to 1000000.");
    return evaluate;
}

Result<engine::ThresholdWishes> thresholdWishes(const JudgeTexts &options)
{
    engine::ThresholdWishes wishes;
    if (!options.costs.empty()) {
        const auto costs = costsFrom(options.costs);
        if (!costs)
            return badOption("The option --costs cannot be `{}`: it takes four numbers between commas, what a true "
                             "negative, false positive, false negative and true positive cost, such as 0,1,5,0.",
                             {options.costs});
        wishes.costs = *costs;
    }
    if (options.minPrecision > 1 || options.minRecall > 1)
        return badOption("The options --min-precision and --min-recall take numbers from 0 to 1.");
    if (options.minPrecision >= 0)
        wishes.minPrecision = options.minPrecision;
    if (options.minRecall >= 0)
        wishes.minRecall = options.minRecall;
    return wishes;
}

} // namespace assay::app
