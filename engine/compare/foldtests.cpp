// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/foldtests.h"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Differences
{
    double mean = 0, variance = 0; // n − 1
    std::size_t count = 0;
};

std::optional<Differences> differences(std::span<const double> a, std::span<const double> b)
{
    if (a.size() < 2 || a.size() != b.size())
        return std::nullopt;
    Differences result{.count = a.size()};
    const auto n = static_cast<double>(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result.mean += (a[i] - b[i]) / n;
    for (std::size_t i = 0; i < a.size(); ++i)
        result.variance += (a[i] - b[i] - result.mean) * (a[i] - b[i] - result.mean) / (n - 1);
    return std::isfinite(result.mean) ? std::optional(result) : std::nullopt;
}

// A difference without any spread is certain; no difference is no evidence.
double standardised(double difference, double standardError)
{
    if (difference == 0)
        return 0;
    return standardError > 0 ? difference / standardError : std::copysign(infinity, difference);
}

double twoSided(double t, double degreesOfFreedom)
{
    if (std::isinf(t))
        return 0;
    const boost::math::students_t student(degreesOfFreedom);
    return 2 * boost::math::cdf(boost::math::complement(student, std::abs(t)));
}

// The standard error that remembers that the training parts of folds overlap.
double correctedError(const Differences &found, double testOverTrain)
{
    return std::sqrt(found.variance * (1 / static_cast<double>(found.count) + testOverTrain));
}

} // namespace

std::optional<PairedT> pairedT(std::span<const double> a, std::span<const double> b)
{
    const auto found = differences(a, b);
    if (!found)
        return std::nullopt;
    PairedT test{.meanDifference = found->mean, .degreesOfFreedom = found->count - 1};
    test.t = standardised(found->mean, std::sqrt(found->variance / static_cast<double>(found->count)));
    test.pValue = twoSided(test.t, static_cast<double>(test.degreesOfFreedom));
    return test;
}

std::optional<CorrectedT> correctedT(std::span<const double> a, std::span<const double> b, double testOverTrain,
                                     double level)
{
    const auto found = differences(a, b);
    if (!found)
        return std::nullopt;
    const double error = correctedError(*found, testOverTrain);
    const auto freedom = static_cast<double>(found->count - 1);
    CorrectedT test{
        .difference = found->mean, .t = standardised(found->mean, error), .folds = static_cast<int>(found->count)};
    test.pValue = twoSided(test.t, freedom);
    const double half = boost::math::quantile(boost::math::students_t(freedom), 0.5 + level / 2) * error;
    test.low = found->mean - half;
    test.high = found->mean + half;
    return test;
}

std::optional<FiveByTwo> fiveByTwo(std::span<const double> a, std::span<const double> b)
{
    constexpr std::size_t scores = 10;
    if (a.size() != scores || b.size() != scores)
        return std::nullopt;
    double squares = 0, variances = 0;
    for (std::size_t i = 0; i < scores; i += 2) {
        const double first = a[i] - b[i], second = a[i + 1] - b[i + 1], mean = (first + second) / 2;
        squares += first * first + second * second;
        variances += (first - mean) * (first - mean) + (second - mean) * (second - mean);
    }
    if (!std::isfinite(squares))
        return std::nullopt;
    if (squares == 0)
        return FiveByTwo{};
    if (variances == 0)
        return FiveByTwo{.f = infinity, .pValue = 0};
    FiveByTwo test{.f = squares / (2 * variances)};
    test.pValue = boost::math::cdf(boost::math::complement(boost::math::fisher_f(10, 5), test.f));
    return test;
}

std::optional<BayesianT> bayesianT(std::span<const double> a, std::span<const double> b, double testOverTrain,
                                   double rope, bool largerIsBetter)
{
    const auto found = differences(a, b);
    if (!found)
        return std::nullopt;
    const double error = correctedError(*found, testOverTrain);
    // Probability that the difference lies below `edge`; the lower edge of a point mass belongs to the region.
    const auto below = [&](double edge) {
        const double t = standardised(edge - found->mean, error);
        if (std::isinf(t) || error == 0)
            return t > 0 ? 1.0 : 0.0;
        return boost::math::cdf(boost::math::students_t(static_cast<double>(found->count - 1)), t);
    };
    const double low = below(-rope), high = below(rope);
    const bool insideExactly = error == 0 && std::abs(found->mean) <= rope;
    BayesianT test{.aBetter = 1 - high, .equivalent = high - low, .bBetter = low, .rope = rope};
    if (insideExactly)
        test = {.aBetter = 0, .equivalent = 1, .bBetter = 0, .rope = rope};
    if (!largerIsBetter)
        std::swap(test.aBetter, test.bBetter);
    return test;
}

} // namespace assay::engine
