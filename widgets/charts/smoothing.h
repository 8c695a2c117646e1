// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace assay::ui {

enum class Smoothing {
    None,
    /// Exponential moving average with bias correction: a₀ = 0, aᵢ = w·aᵢ₋₁ + (1 − w)·yᵢ, shown as aᵢ / (1 − wⁿ) with n
    /// the values so far (Kingma and Ba 2015, section 3, as TensorBoard's scalars smooth).
    Exponential,
    /// Weights exp(−d² / 2σ²) with d in points, cut at 3σ and summing to 1 at every point, also near the ends.
    Gaussian
};

struct SmoothingOptions
{
    Smoothing kind = Smoothing::None;
    double weight = 0.6; ///< exponential: [0, 1)
    double sigma = 5;    ///< Gaussian: [points]

    bool operator==(const SmoothingOptions &) const = default;
};

/// @p y in the order it was logged. Values that are not finite stay as they are and change nothing around them.
std::vector<double> smoothed(std::span<const double> y, const SmoothingOptions &options);

/// A range of values that a few extreme ones do not widen.
struct RobustRange
{
    double low = 0, high = 0;
    std::size_t outside = 0, count = 0; ///< finite values

    bool operator==(const RobustRange &) const = default;
};

/// From the 2nd to the 98th percentile (linear between values), a tenth of that further out, but never beyond the
/// extremes. @p values may change their order; those not finite do not count. No values: low > high.
RobustRange robustRange(std::vector<double> &values);

} // namespace assay::ui
