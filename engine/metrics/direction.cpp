// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace assay::engine {

namespace {

// Words that make a metric one to be kept small, in our own names and those that other programs log: `train/loss`,
// `validation_0-mlogloss`, `val_rmse`, `test error`.
constexpr std::array smallWords{"loss",     "losses", "logloss", "mlogloss", "error", "errors", "merror",     "mae",
                                "mse",      "rmse",   "mape",    "smape",    "rmsle", "nll",    "perplexity", "ppl",
                                "deviance", "cost",   "fpr",     "fnr",      "wer",   "cer",    "latency"};

// Those that no word tells.
constexpr std::array smallNames{"brier",
                                "ece",
                                "mce",
                                "ece_l2",
                                "ece_right_closed",
                                "ece_top_label",
                                "mce_top_label",
                                "ece_equal_count",
                                "negative_likelihood_ratio",
                                "pinball_0_1",
                                "pinball_0_9",
                                "residual_sd"};

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalnum(letter))
            words.back() += static_cast<char>(std::tolower(letter));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

// By name or, for metrics of other programs, by the words in it.
bool largerIsBetter(std::string_view metric)
{
    if (std::ranges::find(smallNames, metric) != smallNames.end())
        return false;
    const std::vector<std::string> words = wordsOf(metric);
    // scikit-learn turns losses round in `neg_log_loss` and in `d2_absolute_error_score`.
    if (words.empty() || words.front() == "neg" || words.back() == "score")
        return true;
    return std::ranges::none_of(
        words, [](const std::string &word) { return std::ranges::find(smallWords, word) != smallWords.end(); });
}

} // namespace assay::engine
