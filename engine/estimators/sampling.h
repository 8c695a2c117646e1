// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/matrix.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

struct TrainingData;
enum class Task;

/// What is done about classes of different size, on training rows only.
enum class Balance {
    None,
    Weights,     ///< n / (classes × rows of the class), scikit-learn's "balanced", times the row's own weight
    Oversample,  ///< rows of smaller classes drawn again, with replacement, up to the largest class
    Undersample, ///< rows of larger classes drawn without replacement, down to the smallest class
    Smote        ///< synthetic rows between neighbours of a class (Chawla et al. 2002), up to the largest class
};

/// "none", "weights", "oversample", "undersample", "smote".
const char *name(Balance balance);
std::optional<Balance> balanceFromName(std::string_view name);

/// Errors: `bad_balance` when there are no classes to balance.
Result<void> checkBalance(Balance how, Task task);

/// Balances the classes of @p data as @p how says; its validation rows stay as they are. What it did is told to the
/// observer, with @p labels for the classes. @p levels are columns that encode one category together: synthetic rows
/// get a level there, no mixture. Errors: `bad_balance` for regression, `cancelled`.
Result<void> balanceClasses(TrainingData &data, Balance how, const std::vector<std::string> &labels,
                            const std::vector<std::vector<Eigen::Index>> &levels, const Context &context);

/// @p count synthetic rows like @p rows of @p X, which are all of one class: each lies between one of them and one of
/// its 5 nearest (Chawla et al. 2002). Nearness is counted in standard deviations of a column, gaps at its mean.
/// Columns of two values and @p levels get what most of the nearest have (SMOTE-NC); where either end has a gap the
/// first one's cell stands. @p from receives the row that each was made from. With one row only it is repeated.
Result<Matrix> syntheticRows(const MatrixRef &X, const std::vector<Eigen::Index> &rows, Eigen::Index count,
                             const std::vector<std::vector<Eigen::Index>> &levels, std::vector<Eigen::Index> &from,
                             const Context &context);

} // namespace assay::engine
