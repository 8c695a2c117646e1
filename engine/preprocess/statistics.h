// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace assay::engine {

/// What preprocessing learns of a series of numbers; none may be empty. Those that take a vector may change its order.

/// The middle value, the mean of the two middle ones for an even count (numpy.median).
double median(std::vector<double> &values);
/// The smallest of the most frequent values.
double mostFrequent(std::vector<double> &values);
double mean(const std::vector<double> &values);
/// Population standard deviation about @p centre by two passes; 1 where the values do not vary beyond rounding.
double spread(const std::vector<double> &values, double centre);

} // namespace assay::engine
