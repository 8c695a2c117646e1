// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/explore/rankstrength.h"

#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// One parameter of many runs.
struct ImportanceColumn
{
    std::string name;
    std::vector<double> values; ///< [runs] numbers, or codes of categories from 0; NaN where a run has none
    bool categorical = false;
};

/// How much a metric has to do with one parameter, told in two ways.
struct ParameterImportance
{
    std::string name;
    bool categorical = false;
    /// Numbers and categories of two values: Spearman's ρ, signed, with its interval.
    std::optional<RankCorrelation> correlation = {};
    /// Of other categories: groupStrength().
    std::optional<double> strength = {};
    /// Share of the variance of the metric's ranks that a forest loses on runs it did not see when the parameter's
    /// values are shuffled (Breiman 2001), with an interval over trees; below 0 is chance.
    double forest = 0, forestLow = 0, forestHigh = 0;

    /// |ρ| or the strength, 0 where there is neither.
    double association() const { return correlation ? std::abs(correlation->rho) : strength.value_or(0); }
};

struct ImportanceReport
{
    std::vector<ParameterImportance> parameters; ///< the most important by the forest first
    std::size_t runs = 0;                        ///< with a finite value of the metric
    double explained = 0;                        ///< R² of the forest on runs its trees did not see
    std::vector<std::string> leftOut = {};       ///< parameters that do not vary, or whose every value is another name
    bool fewRuns = false;                        ///< under 30, or under 10 a parameter: read with caution
    bool weakForest = false;                     ///< explains under a tenth of the variance
};

struct ImportanceOptions
{
    int trees = 100;
    double level = 0.95;
    std::size_t bag = 4000;     ///< most runs a tree learns from
    std::size_t heldOut = 2000; ///< most runs a tree is tried on
};

/// Which of @p columns, each as long as @p metric, the metric depends on. The forest grows on the ranks of the metric,
/// so that a few diverged runs do not decide; the same seed gives the same numbers on any number of threads. Errors:
/// `too_few_runs` (fewer than 8 with a value), `no_parameters` (none varies), `cancelled`.
Result<ImportanceReport> parameterImportance(const std::vector<ImportanceColumn> &columns,
                                             const std::vector<double> &metric, const ImportanceOptions &options,
                                             const Context &context);

} // namespace assay::engine
