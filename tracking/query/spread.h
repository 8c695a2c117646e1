// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runtable.h"

namespace assay::tracking::query {

/// Mean, deviation and extremes of values that come one by one (Welford 1962). Values that are not finite do not count.
class SpreadSum
{
public:
    void add(qint64 row, double value);
    MetricSpread result() const;

private:
    MetricSpread m_spread; ///< but for mean and deviation
    double m_mean = 0;
    double m_squares = 0; ///< sum of squared distances from the mean
};

} // namespace assay::tracking::query
