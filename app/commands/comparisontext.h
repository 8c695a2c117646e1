// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"

#include <string>
#include <vector>

namespace assay::app {

/// Metrics side by side, then what each pair's difference is worth, for people.
std::string comparisonText(const std::vector<engine::ComparedModel> &models, const engine::Comparison &comparison,
                           const std::vector<std::string> &differingParams);

/// "xgboost is better than logistic in roc_auc by 0.0213 [0.0180, 0.0247], p < 0.0001 (DeLong).", or that they are
/// equivalent, or that nothing is shown. Empty where no test was possible.
std::string pairSentence(const engine::Comparison &comparison, const engine::PairComparison &pair);
std::vector<std::string> pairSentences(const engine::Comparison &comparison);
/// What may be concluded of all, in one sentence.
std::string conclusion(const std::vector<engine::ComparedModel> &models, const engine::Comparison &comparison);

} // namespace assay::app
