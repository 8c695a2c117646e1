// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// Quotients without a denominator count as 0, as scikit-learn's zero_division=0 does; balanced accuracy is the mean
/// over the classes that occur; MCC is 0 where truth or prediction does not vary; kappa has no value where agreement
/// cannot be by chance.
struct BinaryRates
{
    double accuracy = 0, balancedAccuracy = 0, precision = 0, recall = 0, specificity = 0, f1 = 0, mcc = 0;
    std::optional<double> kappa;
};

BinaryRates binaryRates(const Confusion &confusion);
/// A sentence for each quotient that had no denominator.
std::vector<std::string> undefinedRates(const Confusion &confusion);

struct MatrixRates
{
    double accuracy = 0, balancedAccuracy = 0, mcc = 0;
    std::optional<double> kappa;
    std::vector<double> support, predicted, precision, recall, f1; ///< [classes]
    double precisionMacro = 0, recallMacro = 0, f1Macro = 0;       ///< over classes in truth or prediction
    double precisionWeighted = 0, recallWeighted = 0, f1Weighted = 0;
};

/// @p matrix [true][predicted], weights; not all 0.
MatrixRates matrixRates(const std::vector<std::vector<double>> &matrix);

} // namespace assay::engine
