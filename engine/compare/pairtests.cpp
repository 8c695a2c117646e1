// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/pairtests.h"

#include "engine/metrics/intervals.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

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

std::optional<CorrectedT> correctedT(std::span<const double> a, std::span<const double> b, double testOverTrain)
{
    if (a.size() < 2 || a.size() != b.size())
        return std::nullopt;
    const auto folds = static_cast<double>(a.size());
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        mean += (a[i] - b[i]) / folds;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += (a[i] - b[i] - mean) * (a[i] - b[i] - mean);
    if (!std::isfinite(mean))
        return std::nullopt;
    const double variance = squares / (folds - 1) * (1 / folds + testOverTrain);
    CorrectedT test{
        .difference = mean, .t = standardised(mean, std::sqrt(variance)), .folds = static_cast<int>(a.size())};
    const boost::math::students_t student(folds - 1);
    test.pValue = std::isinf(test.t) ? 0 : 2 * boost::math::cdf(boost::math::complement(student, std::abs(test.t)));
    return test;
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
    return result;
}

std::vector<double> holm(std::span<const double> pValues)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pValues[i]; });
    std::vector<double> adjusted(pValues.size());
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double factor = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, factor * pValues[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

} // namespace assay::engine
