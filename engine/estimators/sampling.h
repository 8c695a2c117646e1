// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/matrix.h"

#include <optional>
#include <string_view>

namespace assay::engine {

struct TrainingData;

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

} // namespace assay::engine
