// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/data/table.h"

#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

struct TestResult
{
    double statistic = 0, pValue = 1;
    double degreesOfFreedom = 0; ///< chi-square only

    bool operator==(const TestResult &) const = default;
};

/// Shares of both samples in the same bins, for drawing.
struct DriftHistogram
{
    std::vector<double> edges;       ///< numbers: [bins + 1]
    std::vector<std::string> labels; ///< categories: [bins]
    std::vector<double> reference, current;

    bool operator==(const DriftHistogram &) const = default;
};

struct ColumnDrift
{
    std::string name;
    Kind kind = Kind::Real;
    std::optional<double> psi, jensenShannon, wassersteinNormed, hellinger;
    std::optional<TestResult> ks, chi2;
    /// The one that decided: "ks", "wasserstein_normed", "chi2" (against the reference's shares, as evidently tests,
    /// not the table's test in `chi2`), "z", "jensen_shannon" (base e); "missing" where a sample has no values and only
    /// missing shares are left.
    std::string test;
    double score = 0; ///< its p-value or distance
    double threshold = 0;
    bool drifted = false;
    double movement = 0; ///< effect size in [0, 1] to sort by, independent of n: Jensen-Shannon distance, base 2
    double missingReference = 0, missingCurrent = 0; ///< shares
    std::vector<std::string> newCategories;
    DriftHistogram histogram;
};

struct DriftReport
{
    std::vector<ColumnDrift> columns; ///< in table order
    double shareDrifted = 0;
    bool datasetDrift = false;   ///< at least half of the columns
    std::string action = "none"; ///< none, watch, retrain, experiment, by the share that drifted
    std::size_t referenceRows = 0, currentRows = 0;
    std::vector<std::string> warnings; ///< columns in only one of the tables, of different kinds
};

struct DriftOptions
{
    std::vector<std::string> columns = {}; ///< empty: all that both tables have
    int psiBins = 10;
};

/// Errors: `unknown_column`, `no_common_columns`, `no_rows`.
Result<DriftReport> drift(const Table &reference, const Table &current, const DriftOptions &options = {},
                          const Context &context = {});

Json toJson(const DriftReport &report);

} // namespace assay::engine
