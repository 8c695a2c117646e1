// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/adjustment.h"
#include "engine/compare/ranking.h"
#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/metrics/evaluation.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// DeLong's test of two correlated AUCs by mid-ranks (Sun & Xu 2014). Identical curves give z 0, p 1.
struct DeLong
{
    double aucA = 0, aucB = 0, difference = 0, standardError = 0, z = 0, pValue = 1, low = 0, high = 0;

    bool operator==(const DeLong &) const = default;
};

/// On right and wrong at the threshold. Exact binomial when fewer than 25 rows are discordant, else chi-square with
/// continuity correction.
struct McNemar
{
    double n01 = 0, n10 = 0; ///< a wrong and b right; a right and b wrong
    double statistic = 0, pValue = 1, exactPValue = 1;
    bool exact = false;

    bool operator==(const McNemar &) const = default;
};

/// Paired bootstrap over whole rows, stratified by class: a − b.
struct BootstrapDifference
{
    double difference = 0, low = 0, high = 0, pValue = 1;
    int resamples = 0;
    std::string method = "bootstrap-percentile"; ///< or "bootstrap-bca"

    bool operator==(const BootstrapDifference &) const = default;
};

/// Corrected resampled t test over folds (Nadeau & Bengio 2003): variance × (1/k + n_test/n_train).
struct CorrectedT
{
    double difference = 0, t = 0, pValue = 1;
    int folds = 0;
    double low = 0, high = 0; ///< of the difference

    bool operator==(const CorrectedT &) const = default;
};

/// Dietterich's test in Alpaydın's form (1999): the combined 5×2cv F test.
struct FiveByTwo
{
    double f = 0, pValue = 1;

    bool operator==(const FiveByTwo &) const = default;
};

/// Bayesian correlated t test (Corani & Benavoli 2015): posterior probabilities that a is better, that the difference
/// lies within the region of practical equivalence, and that b is better.
struct BayesianT
{
    double aBetter = 0, equivalent = 0, bBetter = 0;
    double rope = 0.01; ///< half width of that region, in units of the metric

    bool operator==(const BayesianT &) const = default;
};

/// Tests of the losses of the rows themselves, a − b: log loss of classifiers, absolute error of regressions.
struct RowLosses
{
    std::string loss; ///< "log_loss" or "absolute_error"
    double meanDifference = 0, t = 0, pValue = 1;
    std::size_t degreesOfFreedom = 0;
    std::optional<double> wilcoxonStatistic = {}, wilcoxonP = {}; ///< none where pairs times rows are too many

    bool operator==(const RowLosses &) const = default;
};

/// The difference a pair is judged by: over folds where both were scored on the same, else DeLong's for roc_auc, else
/// the bootstrap's.
struct Decision
{
    std::string metric, test; ///< test: "corrected_t", "delong" or "bootstrap"
    double difference = 0, low = 0, high = 0, pValue = 1;

    bool operator==(const Decision &) const = default;
};

/// What a reader may conclude about a pair at the chosen level, after adjustment.
enum class Verdict {
    ABetter,
    BBetter,
    Equivalent, ///< the interval of the difference lies within the region of practical equivalence
    Undecided   ///< neither a difference nor an equivalence is shown
};

struct PairComparison
{
    std::size_t a = 0, b = 0; ///< indices into `models`
    std::size_t rows = 0;     ///< paired
    std::optional<DeLong> delong;
    std::optional<McNemar> mcnemar;
    std::map<std::string, BootstrapDifference> bootstrap;
    std::optional<CorrectedT> crossValidation;
    std::optional<FiveByTwo> fiveByTwo;   ///< both were scored on 5 repeats of 2 folds
    std::optional<BayesianT> bayesian;    ///< both were scored on the same folds
    std::optional<RowLosses> rowLosses;   ///< unweighted rows
    std::optional<Decision> decision;     ///< what `verdict` rests on
    std::optional<double> adjustedPValue; ///< of the decision, over all pairs
    Verdict verdict = Verdict::Undecided;
};

struct ComparedModel
{
    std::string name;
    Predictions predictions;
    Evaluation evaluation;
    std::vector<double> foldScores = {}; ///< the metric decided on, a fold, for cross-validated runs
    double foldTestOverTrain = 0;        ///< n_test / n_train of a fold
    std::string foldKey = {};            ///< what made the folds (data, split, seed); only equal ones are paired
};

struct Comparison
{
    std::vector<std::string> models;
    std::vector<PairComparison> pairs;
    std::optional<RankTest> ranking;   ///< three models or more that were scored on the same folds
    std::vector<std::string> warnings; ///< rows without a partner, different truth, different folds
    std::string metric;                ///< decided on
    double level = 0.95;
    double rope = 0.01; ///< half width of practical equivalence used, in units of `metric`
    Adjustment adjustment = Adjustment::Holm;
};

struct CompareOptions
{
    double threshold = 0.5;
    double level = 0.95;
    int resamples = 1000;
    /// The first is decided on; empty: the headline metric and the usual few of the task.
    std::vector<std::string> bootstrapMetrics = {};
    /// Half width of practical equivalence, in units of the metric decided on; without a value 0.01, for metrics in the
    /// units of the target a hundredth of the smallest value of the models.
    std::optional<double> rope = {};
    bool accelerated = false; ///< BCa intervals instead of percentile ones
    Adjustment adjustment = Adjustment::Holm;
};

/// All pairs of @p models on the rows they share, paired by row id. Errors: `too_few_models`, `different_tasks`,
/// `no_common_rows`, `unknown_metric` lists those of the task.
Result<Comparison> compare(const std::vector<ComparedModel> &models, const CompareOptions &options = {},
                           const Context &context = {});

/// "a_better", "b_better", "equivalent", "undecided".
const char *name(Verdict verdict);

Json toJson(const Comparison &comparison);

} // namespace assay::engine
