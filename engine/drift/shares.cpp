// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/shares.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <limits>
#include <numbers>

namespace assay::engine {

namespace {

std::vector<double> sharesOf(const std::vector<double> &counts, double total)
{
    std::vector<double> shares;
    shares.reserve(counts.size());
    for (const double count : counts)
        shares.push_back(count / total);
    return shares;
}

TestResult chiSquareResult(double statistic, std::size_t bins)
{
    TestResult result{.statistic = statistic, .pValue = 1, .degreesOfFreedom = static_cast<double>(bins) - 1};
    if (bins > 1) {
        result.pValue = std::isinf(statistic) ? 0
                                              : boost::math::cdf(boost::math::complement(
                                                    boost::math::chi_squared(result.degreesOfFreedom), statistic));
    }
    return result;
}

} // namespace

std::vector<double> BinnedSamples::referenceShares() const
{
    return sharesOf(reference, referenceTotal);
}

std::vector<double> BinnedSamples::currentShares() const
{
    return sharesOf(current, currentTotal);
}

double populationStability(const BinnedSamples &samples)
{
    constexpr double floor = 1e-4;
    const std::vector<double> reference = samples.referenceShares(), current = samples.currentShares();
    double sum = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double p = std::max(reference[i], floor), q = std::max(current[i], floor);
        sum += (q - p) * std::log(q / p);
    }
    return sum;
}

double jensenShannonDistance(const BinnedSamples &samples, double base)
{
    const std::vector<double> reference = samples.referenceShares(), current = samples.currentShares();
    const auto entropy = [](double share, double middle) { return share > 0 ? share * std::log(share / middle) : 0.0; };
    double sum = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double middle = (reference[i] + current[i]) / 2;
        sum += entropy(reference[i], middle) + entropy(current[i], middle);
    }
    return std::sqrt(std::max(0.0, sum / 2 / std::log(base)));
}

double hellingerDistance(const BinnedSamples &samples)
{
    const std::vector<double> reference = samples.referenceShares(), current = samples.currentShares();
    double sum = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double gap = std::sqrt(reference[i]) - std::sqrt(current[i]);
        sum += gap * gap;
    }
    return std::sqrt(sum / 2);
}

TestResult chiSquareOfTable(const BinnedSamples &samples)
{
    const double all = samples.referenceTotal + samples.currentTotal;
    double statistic = 0;
    for (std::size_t i = 0; i < samples.reference.size(); ++i) {
        const double both = samples.reference[i] + samples.current[i];
        const double expectedReference = both * samples.referenceTotal / all,
                     expectedCurrent = both * samples.currentTotal / all;
        const double gap = samples.reference[i] - expectedReference;
        statistic += gap * gap / expectedReference + gap * gap / expectedCurrent;
    }
    return chiSquareResult(statistic, samples.reference.size());
}

TestResult chiSquareOfFit(const BinnedSamples &samples)
{
    const double scale = samples.currentTotal / samples.referenceTotal;
    double statistic = 0;
    for (std::size_t i = 0; i < samples.reference.size(); ++i) {
        const double expected = samples.reference[i] * scale;
        const double gap = samples.current[i] - expected;
        if (expected > 0)
            statistic += gap * gap / expected;
        else
            statistic = std::numeric_limits<double>::infinity();
    }
    return chiSquareResult(statistic, samples.reference.size());
}

TestResult proportionTest(const BinnedSamples &samples)
{
    if (samples.reference.size() < 2)
        return {};
    const double p = samples.reference[0] / samples.referenceTotal, q = samples.current[0] / samples.currentTotal;
    const double pooled = (samples.reference[0] + samples.current[0]) / (samples.referenceTotal + samples.currentTotal);
    const double error = std::sqrt(pooled * (1 - pooled) * (1 / samples.referenceTotal + 1 / samples.currentTotal));
    if (!(error > 0))
        return {};
    const double z = (p - q) / error;
    return {.statistic = z, .pValue = std::erfc(std::abs(z) / std::numbers::sqrt2)};
}

} // namespace assay::engine
