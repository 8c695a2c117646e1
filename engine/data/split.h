// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assay::engine {

enum class SplitRule { Holdout, KFold, Repeated, Time, Group, GroupKFold, TimeKFold, Nested };

/// How rows are divided for training and testing. Text form, as on the command line: `holdout:0.25`, `kfold:5`,
/// `repeated:5x2` (folds × repeats), `time:COLUMN:0.25` (the latest share is tested), `group:COLUMN:0.25` (a group is
/// never in both), `group-kfold:COLUMN:5` (nor here), `time-kfold:COLUMN:5` (each fold is tested on the rows that come
/// next after those it learns from), `nested:5x3` (outer folds × inner folds in which parameters are chosen).
struct SplitSpec
{
    SplitRule rule = SplitRule::Holdout;
    double testShare = 0.25;
    int folds = 5;
    int repeats = 1;
    std::string column;
    int innerFolds = 3;

    bool operator==(const SplitSpec &) const = default;
};

/// The forms above, as a sentence lists them.
std::string splitForms();
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

/// n_test / n_train of a fold, on average where folds differ.
double testOverTrain(const SplitSpec &spec);
/// How many of the folds of @p spec, from the first, test every row once (or, ordered by time, at most once).
std::size_t foldsOfOnePass(const SplitSpec &spec);

} // namespace assay::engine
