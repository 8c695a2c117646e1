// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

namespace assay::engine {

/// Models on the same rows in the same order, with the same truth and the weights of the first.
struct AlignedModels
{
    std::vector<std::size_t> models; ///< indices
    std::vector<Predictions> predictions;
};

/// Aligns @p chosen of @p models on the rows all of them have: by row id where each has ids without repetition, else by
/// order. Rows whose truth differs are left out. What was left out is said in @p warnings. Errors: `no_common_rows`.
Result<AlignedModels> align(const std::vector<ComparedModel> &models, const std::vector<std::size_t> &chosen,
                            std::vector<std::string> &warnings);

/// True when all models have the same set of row ids, so that one alignment serves all pairs.
bool sameRows(const std::vector<ComparedModel> &models);

} // namespace assay::engine
