// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace assay::engine {

/// Tukey's box of some values.
struct BoxStatistics
{
    double low = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, high = 0; ///< low and high: the furthest values
                                                                                ///< within 1.5 of the box's height
    std::vector<double> outliers = {};
    std::size_t n = 0;

    bool operator==(const BoxStatistics &) const = default;
};

/// Quartiles are linear between values (type 7). Values that are not finite do not count; none without any.
std::optional<BoxStatistics> boxStatistics(std::vector<double> values);

/// Ends of at most @p count stretches with about as many of the finite @p values in each, ascending, without repeats.
std::vector<std::pair<double, double>> equalStretches(std::vector<double> values, std::size_t count);

} // namespace assay::engine
