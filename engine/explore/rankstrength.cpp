// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explore/rankstrength.h"

#include "engine/compare/ranktests.h"
#include "engine/metrics/correlation.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <map>
#include <vector>

namespace assay::engine {

namespace {

struct Pairs
{
    std::vector<double> a, b;
};

Pairs finitePairs(std::span<const double> a, std::span<const double> b)
{
    Pairs out;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (!std::isfinite(a[i]) || !std::isfinite(b[i]))
            continue;
        out.a.push_back(a[i]);
        out.b.push_back(b[i]);
    }
    return out;
}

} // namespace

std::optional<RankCorrelation> rankCorrelation(std::span<const double> a, std::span<const double> b, double level)
{
    const Pairs pairs = finitePairs(a, b);
    if (pairs.a.size() < 4)
        return std::nullopt;
    const auto rho = spearmanCorrelation(pairs.a, pairs.b);
    if (!rho)
        return std::nullopt;
    const auto n = static_cast<double>(pairs.a.size());
    RankCorrelation out{.rho = *rho, .low = *rho, .high = *rho, .pValue = 0, .n = pairs.a.size()};
    if (std::abs(*rho) >= 1)
        return out;
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + level / 2);
    const double half = z * std::sqrt((1 + *rho * *rho / 2) / (n - 3));
    out.low = std::tanh(std::atanh(*rho) - half);
    out.high = std::tanh(std::atanh(*rho) + half);
    const double t = *rho * std::sqrt((n - 2) / (1 - *rho * *rho));
    out.pValue = 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(n - 2), std::abs(t)));
    return out;
}

std::optional<double> groupStrength(std::span<const double> groups, std::span<const double> values)
{
    const Pairs pairs = finitePairs(groups, values);
    const std::vector<double> ranks = midRanks(pairs.b).ranks;
    struct Group
    {
        double n = 0, sum = 0;
    };
    std::map<double, Group> byCode;
    const auto n = static_cast<double>(ranks.size());
    const double mean = (n + 1) / 2;
    double total = 0, between = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        Group &group = byCode[pairs.a[i]];
        ++group.n;
        group.sum += ranks[i];
        total += (ranks[i] - mean) * (ranks[i] - mean);
    }
    const auto k = static_cast<double>(byCode.size());
    if (k < 2 || n <= k || !(total > 0))
        return std::nullopt;
    for (const auto &[code, group] : byCode)
        between += group.n * (group.sum / group.n - mean) * (group.sum / group.n - mean);
    const double h = (n - 1) * between / total;
    return std::sqrt(std::clamp((h - k + 1) / (n - k), 0.0, 1.0));
}

} // namespace assay::engine
