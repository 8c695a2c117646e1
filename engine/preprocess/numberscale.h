// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/preprocess/preprocessoptions.h"

#include <cmath>
#include <vector>

namespace assay::engine {

/// Fills the gaps of a series of numbers and brings it to a scale.
struct NumberScale
{
    double fill = 0; ///< NaN: gaps stay
    double centre = 0, scale = 1;
    std::vector<double> quantiles = {}; ///< evenly spaced ones of training, rising; empty unless scaled by rank
    bool normal = false;                ///< ranks as quantiles of a standard normal distribution

    double operator()(double value) const
    {
        const double filled = std::isnan(value) ? fill : value;
        return quantiles.empty() ? (filled - centre) / scale : ranked(filled);
    }
    /// What a difference of 1 was before scaling; 1 where scaled by rank.
    double unit() const { return quantiles.empty() ? scale : 1; }

    /// Of @p values with NaN for gaps, as @p options ask.
    static NumberScale fit(std::vector<double> values, const PreprocessOptions &options);
    /// Adds "fill", "mean", "scale" and what ranks need to @p json.
    void save(Json &json) const;
    static NumberScale load(const Json &json);

private:
    /// As scikit-learn's QuantileTransformer: the mean of interpolating from below and from above, so that ties get the
    /// middle of their ranks.
    double ranked(double value) const;
};

} // namespace assay::engine
