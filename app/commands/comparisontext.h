// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

#include <string>
#include <vector>

namespace assay::app {

/// Metrics side by side, then what each pair's difference is worth, for people.
std::string comparisonText(const std::vector<engine::ComparedModel> &models, const engine::Comparison &comparison,
                           const std::vector<std::string> &differingParams);

/// "xgboost has the larger roc_auc, by 0.0213 [0.0180, 0.0247], p < 0.0001 (DeLong).", one sentence a pair.
std::vector<std::string> pairSentences(const std::vector<engine::ComparedModel> &models,
                                       const engine::Comparison &comparison);

} // namespace assay::app
