// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace assay::engine {

/// Of the values that are present; all 0 without any.
struct Moments
{
    double count = 0, mean = 0;
    double variance = 0; ///< population, about the mean, by two passes
};

/// NaN is missing.
template<class Values>
Moments moments(const Values &values)
{
    Moments result;
    double sum = 0, squares = 0;
    for (const double value : values) {
        sum += std::isnan(value) ? 0 : value;
        result.count += std::isnan(value) ? 0 : 1;
    }
    if (result.count == 0)
        return result;
    result.mean = sum / result.count;
    for (const double value : values)
        squares += std::isnan(value) ? 0 : (value - result.mean) * (value - result.mean);
    result.variance = squares / result.count;
    return result;
}

} // namespace assay::engine
