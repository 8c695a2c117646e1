// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/predictions.h"

#include <string>
#include <vector>

namespace assay::engine {

/// Residuals of a regression against normal quantiles: theoretical Φ⁻¹((i − ½)/n) against the i-th smallest residual
/// over its standard deviation (n − 1). Ascending; at most @p points evenly chosen, both ends always among them.
struct NormalQuantiles
{
    std::vector<double> theoretical, sample;
};
NormalQuantiles residualQuantiles(const Predictions &predictions, std::size_t points = 2000);

/// Truth minus prediction, a row. Regression only.
std::vector<double> residuals(const Predictions &predictions);

/// How well a part of the rows is predicted.
struct Segment
{
    std::string label; ///< a group of the attribute; numeric attributes are cut into bands of equal count
    std::size_t n = 0;
    double meanError = 0;     ///< mean of prediction − truth
    double value = 0;         ///< rmse for regression, accuracy for classification
    double low = 0, high = 0; ///< interval of `value`: bootstrap or Wilson, 95 %
};

/// Errors: `unknown_column` when there is no such attribute. Segments in the order of their labels; missing last.
Result<std::vector<Segment>> errorBySegment(const Predictions &predictions, const std::string &attribute,
                                            double threshold = 0.5, int bands = 5);

} // namespace assay::engine
