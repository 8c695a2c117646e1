// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/profile.h"

#include <optional>

namespace assay::engine {

/// Warnings that a column raises by itself: constant, id_like, high_cardinality, mostly_missing, mixed_types, outliers.
std::vector<DataWarning> columnWarnings(const Column &column, const ColumnProfile &profile);
/// Whether every row has a value of its own that names it rather than measures it.
bool isIdLike(const Column &column, const ColumnProfile &profile);
/// imbalanced_target, of a target with few values.
std::optional<DataWarning> imbalance(const ColumnProfile &target);
/// leaks_target, when @p feature alone all but determines @p target.
std::optional<DataWarning> leakage(const Column &feature, const ColumnProfile &profile, const Column &target,
                                   const ColumnProfile &targetProfile);
/// Whether a target of this look is a class rather than a quantity.
bool isClassTarget(const ColumnProfile &target);
/// The column most likely to be predicted; empty when none looks like it.
std::string guessTarget(const Table &table, const std::vector<ColumnProfile> &profiles);

} // namespace assay::engine
