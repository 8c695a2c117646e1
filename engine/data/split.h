// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assay::engine {

enum class SplitRule { Holdout, KFold, Repeated, Time, Group };

/// How rows are divided for training and testing. Text form, as on the command line: `holdout:0.25`, `kfold:5`,
/// `repeated:5x2` (folds × repeats), `time:COLUMN:0.25` (the latest share is tested), `group:COLUMN:0.25` (a group is
/// never in both).
struct SplitSpec
{
    SplitRule rule = SplitRule::Holdout;
    double testShare = 0.25;
    int folds = 5;
    int repeats = 1;
    std::string column;

    bool operator==(const SplitSpec &) const = default;
};

/// Errors: `bad_split` lists the forms.
Result<SplitSpec> parseSplit(const std::string &text);
std::string toText(const SplitSpec &spec);

/// Row indices, ascending, disjoint.
struct Fold
{
    Rows train;
    Rows test;

    bool operator==(const Fold &) const = default;
};

/// One fold for holdout, time and group; folds × repeats else. Stratified over @p strata (a code a row of @p rows,
/// empty for none) where it applies. Only @p rows (all rows with a target) are divided. Errors: `too_few_rows`,
/// `unknown_column`.
Result<std::vector<Fold>> split(const Table &table, const Rows &rows, const std::vector<std::int32_t> &strata,
                                const SplitSpec &spec, std::uint64_t seed);

} // namespace assay::engine
