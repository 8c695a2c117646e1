// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"

namespace assay::engine {

/// What the rules of splitting share.
Failure tooFew(std::size_t have, std::size_t need, const SplitSpec &spec);
/// @p isTest [rows]
Fold makeFold(const Rows &rows, const std::vector<bool> &isTest);
/// Of @p rows > 1, @p share, but at least one row on either side.
std::size_t testCount(std::size_t rows, double share);

/// `time` and `time-kfold`: rows without a time are in neither part, as they cannot be said to come before or after;
/// rows of one moment stay together. Errors: `bad_split` for a column of categories, `too_few_rows`.
Result<std::vector<Fold>> splitByTime(const Column &column, const Rows &rows, const SplitSpec &spec);
/// `group` and `group-kfold`: rows without a group are a group. Errors: `too_few_rows` with fewer groups than folds.
Result<std::vector<Fold>> splitByGroup(const Column &column, const Rows &rows, const std::vector<std::int32_t> &strata,
                                       const SplitSpec &spec, std::uint64_t seed);

} // namespace assay::engine
