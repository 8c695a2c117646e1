// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/pairtests.h"

#include "engine/metrics/intervals.h"

#include <Eigen/Core>
#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <numbers>

namespace assay::engine {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// A difference without any spread is certain; no difference is no evidence.
double standardised(double difference, double standardError)
{
    if (difference == 0)
        return 0;
    return standardError > 0 ? difference / standardError : std::copysign(infinity, difference);
}

double normalQuantile(double share)
{
    return boost::math::quantile(boost::math::normal(), share);
}

double normalShare(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

} // namespace

std::optional<DeLong> deLongTest(const Placements &a, const Placements &b, double level)
{
    if (a.positives.size() < 2 || a.negatives.size() < 2)
        return std::nullopt;
    DeLong test{.aucA = a.auc, .aucB = b.auc, .difference = a.auc - b.auc};
    const double variance = aucCovariance(a, a) + aucCovariance(b, b) - 2 * aucCovariance(a, b);
    const bool identical = a.positives == b.positives && a.negatives == b.negatives;
    test.standardError = identical ? 0 : std::sqrt(std::max(0.0, variance));
    test.z = standardised(test.difference, test.standardError);
    test.pValue = std::erfc(std::abs(test.z) / std::sqrt(2.0));
    const double half = normalSpread(level) * test.standardError;
    test.low = test.difference - half;
    test.high = test.difference + half;
    return test;
}

McNemar mcNemarTest(double n01, double n10)
{
    constexpr double exactBelow = 25;
    McNemar test{.n01 = n01, .n10 = n10};
    const double discordant = n01 + n10;
    test.exact = discordant < exactBelow;
    if (discordant == 0)
        return test;
    const double corrected = std::max(0.0, std::abs(n01 - n10) - 1);
    test.statistic = corrected * corrected / discordant;
    const boost::math::binomial coin(discordant, 0.5);
    test.exactPValue = std::min(1.0, 2 * boost::math::cdf(coin, std::min(n01, n10)));
    test.pValue = test.exact ? test.exactPValue
                             : boost::math::cdf(boost::math::complement(boost::math::chi_squared(1), test.statistic));
    return test;
}

// Both tails beyond 0 of a normal distribution with the spread of the resamples; 1 where they do not spread.
static double normalTails(double difference, const std::vector<double> &differences)
{
    const Eigen::Map<const Eigen::ArrayXd> values(differences.data(), static_cast<Eigen::Index>(differences.size()));
    const double spread = std::sqrt((values - values.mean()).square().mean());
    return spread > 0 ? std::erfc(std::abs(difference) / spread * std::numbers::sqrt2 / 2) : 1;
}

BootstrapDifference bootstrapDifference(double difference, std::vector<double> differences, double level)
{
    std::erase_if(differences, [](double value) { return std::isnan(value); });
    BootstrapDifference result{.difference = difference, .resamples = static_cast<int>(differences.size())};
    if (differences.empty()) {
        result.low = -infinity;
        result.high = infinity;
        return result;
    }
    std::ranges::sort(differences);
    result.low = quantileOf(differences, (1 - level) / 2);
    result.high = quantileOf(differences, (1 + level) / 2);
    const auto atMost = std::ranges::count_if(differences, [](double value) { return value <= 0; });
    const auto atLeast = std::ranges::count_if(differences, [](double value) { return value >= 0; });
    const double tail = static_cast<double>(std::min(atMost, atLeast)) + 1;
    result.pValue = std::min(1.0, 2 * tail / (static_cast<double>(differences.size()) + 1));
    if (tail == 1)
        result.pValue = std::min(result.pValue, normalTails(difference, differences));
    return result;
}

// Efron 1987. The p-value is the level at which the interval would just reach 0.
BootstrapDifference acceleratedDifference(double difference, std::vector<double> differences, double acceleration,
                                          double level)
{
    BootstrapDifference result = bootstrapDifference(difference, differences, level);
    std::erase_if(differences, [](double value) { return std::isnan(value); });
    std::ranges::sort(differences);
    if (differences.empty() || differences.front() == differences.back())
        return result;
    const auto count = static_cast<double>(differences.size());
    // z of the share of resamples under a value, those equal to it counting half.
    const auto placeOf = [&](double value) {
        const auto [low, high] = std::ranges::equal_range(differences, value);
        const double below = 0.5 * static_cast<double>((low - differences.begin()) + (high - differences.begin()));
        return normalQuantile(std::clamp(below / count, 0.5 / count, 1 - 0.5 / count));
    };
    const double bias = placeOf(difference);
    const auto end = [&](double tail) {
        const double moved = bias + normalQuantile(tail);
        return quantileOf(differences, normalShare(bias + moved / (1 - acceleration * moved)));
    };
    result.low = end((1 - level) / 2);
    result.high = end((1 + level) / 2);
    const double zero = placeOf(0) - bias;
    const double tail = normalShare(zero / (1 + acceleration * zero) - bias);
    // Where no resample reaches 0 the plain p-value has looked beyond them.
    if (differences.front() <= 0 && differences.back() >= 0)
        result.pValue = std::clamp(2 * std::min(tail, 1 - tail), 2 / (count + 1), 1.0);
    result.method = "bootstrap-bca";
    return result;
}

std::vector<double> holm(std::span<const double> pValues)
{
    return adjusted(pValues, Adjustment::Holm);
}

} // namespace assay::engine
