// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/spread.h"

#include <cmath>
#include <limits>

namespace assay::tracking::query {

void SpreadSum::add(qint64 row, double value)
{
    if (!std::isfinite(value))
        return;
    MetricSpread &s = m_spread;
    // Of equal values the run that was made first, whatever the order they are read in.
    if (s.count == 0 || value < s.min || (value == s.min && row < s.minRow)) {
        s.min = value;
        s.minRow = row;
    }
    if (s.count == 0 || value > s.max || (value == s.max && row < s.maxRow)) {
        s.max = value;
        s.maxRow = row;
    }
    ++s.count;
    const double before = value - m_mean;
    m_mean += before / static_cast<double>(s.count);
    m_squares += before * (value - m_mean);
}

MetricSpread SpreadSum::result() const
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    MetricSpread s = m_spread;
    s.mean = s.count > 0 ? m_mean : none;
    s.sd = s.count > 1 ? std::sqrt(m_squares / static_cast<double>(s.count - 1)) : none;
    if (s.count == 0)
        s.min = s.max = none;
    return s;
}

} // namespace assay::tracking::query
