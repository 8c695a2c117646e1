// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assay::engine {

double median(std::vector<double> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double mostFrequent(std::vector<double> &values)
{
    std::ranges::sort(values);
    double best = values.front();
    std::size_t bestCount = 0;
    for (std::size_t i = 0; i < values.size();) {
        const auto end = static_cast<std::size_t>(std::ranges::upper_bound(values, values[i]) - values.begin());
        if (end - i > bestCount) {
            best = values[i];
            bestCount = end - i;
        }
        i = end;
    }
    return best;
}

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double spread(const std::vector<double> &values, double centre)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    const double sd = std::sqrt(sum / static_cast<double>(values.size()));
    return sd > 10 * std::numeric_limits<double>::epsilon() * std::abs(centre) ? sd : 1;
}

} // namespace assay::engine
