// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/studentizedrange.h"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace assay::engine {

namespace {

double normalDensity(double z)
{
    return std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
}

double normalBetween(double low, double high)
{
    // Both ends on the side where erfc keeps its digits.
    if (low > 0)
        return normalBetween(-high, -low);
    return 0.5 * (std::erfc(-high / std::numbers::sqrt2) - std::erfc(-low / std::numbers::sqrt2));
}

} // namespace

double rangeExceeds(double range, int groups)
{
    if (!(range > 0))
        return 1;
    if (std::isinf(range))
        return 0;
    // P(W <= w) = k · integral of phi(z) · (Phi(z + w) - Phi(z))^(k - 1), z being where the smallest lies.
    const auto density = [&](double z) {
        return groups * normalDensity(z) * std::pow(normalBetween(z, z + range), groups - 1);
    };
    constexpr double reach = 9, step = 1;
    double within = 0;
    for (double z = -reach; z < reach; z += step)
        within += boost::math::quadrature::gauss<double, 20>::integrate(density, z, z + step);
    return std::clamp(1 - within, 0.0, 1.0);
}

double rangeQuantile(double alpha, int groups)
{
    const auto excess = [&](double range) { return rangeExceeds(range, groups) - alpha; };
    double high = 2;
    while (excess(high) > 0 && high < 64)
        high *= 2;
    std::uintmax_t steps = 200;
    const auto bracket =
        boost::math::tools::toms748_solve(excess, 0.0, high, boost::math::tools::eps_tolerance<double>(48), steps);
    return (bracket.first + bracket.second) / 2;
}

} // namespace assay::engine
