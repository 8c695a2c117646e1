// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/kolmogorov.h"

#include "engine/data/matrix.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace assay::engine {

namespace {

constexpr double pi = std::numbers::pi;

// Where SciPy takes the exact matrix power: small samples, and of larger ones the small statistics, whose matrix is
// small.
bool takesMatrix(double n, double d)
{
    return n <= 140 || (n <= 100'000 && n * d * std::sqrt(d) <= 1.4);
}

double clamped(double probability)
{
    return std::clamp(probability, 0.0, 1.0);
}

// Gnedenko & Korolyuk 1951: an alternating sum over reflections at distance h.
double equalSizes(std::uint64_t n, std::uint64_t h)
{
    double sum = 0, share = 1;
    std::uint64_t step = 0;
    for (std::uint64_t k = 1; k * h <= n; ++k) {
        for (; step < k * h; ++step)
            share *= static_cast<double>(n - step) / static_cast<double>(n + 1 + step);
        sum += k % 2 != 0 ? share : -share;
    }
    return clamped(2 * sum);
}

// Marsaglia, Tsang & Wang 2003: n!/nⁿ times an entry of the n-th power of a banded matrix.
double matrixCdf(double n, double d)
{
    const int k = static_cast<int>(n * d) + 1;
    const int size = 2 * k - 1;
    const double h = k - n * d;
    Matrix base(size, size);
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j)
            base(i, j) = i - j + 1 < 0 ? 0 : 1;
    }
    for (int i = 0; i < size; ++i) {
        base(i, 0) -= std::pow(h, i + 1);
        base(size - 1, i) -= std::pow(h, size - i);
    }
    base(size - 1, 0) += 2 * h - 1 > 0 ? std::pow(2 * h - 1, size) : 0;
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j <= i; ++j)
            base(i, j) /= std::tgamma(i - j + 2);
    }
    Matrix power = Matrix::Identity(size, size);
    double logScale = 0, baseScale = 0;
    for (auto rest = static_cast<std::uint64_t>(n); rest > 0; rest /= 2) {
        if (rest % 2 != 0) {
            power = power * base;
            logScale += baseScale;
            const double largest = power.cwiseAbs().maxCoeff();
            power /= largest;
            logScale += std::log(largest);
        }
        base = base * base;
        const double largest = base.cwiseAbs().maxCoeff();
        base /= largest;
        baseScale = 2 * baseScale + std::log(largest);
    }
    const double entry = power(k - 1, k - 1);
    return entry > 0 ? clamped(entry * std::exp(logScale + std::lgamma(n + 1) - n * std::log(n))) : 0;
}

// Pelz & Good 1976: the limiting distribution with three corrections in 1/√n.
double pelzGoodCdf(double n, double d)
{
    const double z = std::sqrt(n) * d;
    const double z2 = z * z, z4 = z2 * z2, z6 = z4 * z2;
    const double pi2 = pi * pi, pi4 = pi2 * pi2, pi6 = pi4 * pi2;
    double k0 = 0, k1 = 0, k2 = 0, k3 = 0, k2b = 0, k3b = 0;
    for (int k = 0; k < 40; ++k) {
        const double half = k + 0.5, h2 = half * half, h4 = h2 * h2, h6 = h4 * h2;
        const double e = std::exp(-pi2 * h2 / (2 * z2));
        k0 += e;
        k1 += (pi2 * h2 - z2) * e;
        k2 += (6 * z6 + 2 * z4 + pi2 * (2 * z4 - 5 * z2) * h2 + pi4 * (1 - 2 * z2) * h4) * e;
        k3 += (pi6 * h6 * (5 - 30 * z2) + pi4 * h4 * (-60 * z2 + 212 * z4) + pi2 * h2 * (135 * z4 - 96 * z6) - 30 * z6 -
               90 * z4 * z4) *
              e;
        const double w2 = static_cast<double>(k) * k;
        const double ew = std::exp(-pi2 * w2 / (2 * z2));
        k2b += pi2 * w2 * ew;
        k3b += (3 * pi2 * w2 * z2 - pi4 * w2 * w2) * ew;
    }
    // Each sum runs over all integers; its terms are even, so twice the half with k ≥ 0.
    const double root = 2 * std::sqrt(pi / 2);
    const double c0 = root / z * k0;
    const double c1 = root / (6 * z4) * k1;
    const double c2 = root * (k2 / (72 * z6 * z) - k2b / (36 * z2 * z));
    const double c3 = root * (k3 / (6480 * z6 * z4) + k3b / (216 * z6));
    return clamped(c0 + c1 / std::sqrt(n) + c2 / n + c3 / (n * std::sqrt(n)));
}

double smirnovTerm(double n, double d, double j)
{
    const double share = d + j / n;
    if (share >= 1)
        return j == n ? 1 : 0;
    const double choose = std::lgamma(n + 1) - std::lgamma(j + 1) - std::lgamma(n - j + 1);
    return std::exp(choose + (j - 1) * std::log(share) + (n - j) * std::log1p(-share));
}

} // namespace

double ksExactByPaths(std::uint64_t n1, std::uint64_t n2, std::uint64_t gap)
{
    if (gap == 0)
        return 1;
    // share[i]: of the paths to i steps of the first kind out of s, how many touched the boundary |i·n2 − (s−i)·n1| ≥
    // gap.
    const auto a = static_cast<std::int64_t>(n1), b = static_cast<std::int64_t>(n2),
               limit = static_cast<std::int64_t>(gap);
    const std::int64_t all = a + b;
    std::vector<double> storage(static_cast<std::size_t>(2 * (a + 3)), 1.0);
    double *last = storage.data() + 1, *next = last + a + 3; // index −1 is there
    last[0] = 0;
    for (std::int64_t s = 1; s <= all; ++s) {
        const std::int64_t centre = s * a;
        // Smallest and largest i strictly inside; the numerators may be negative.
        const std::int64_t low = centre - limit >= 0 ? (centre - limit) / all + 1 : 0;
        const std::int64_t high = (centre + limit - 1) / all;
        const std::int64_t first = std::max(low, std::max<std::int64_t>(0, s - b));
        const std::int64_t end = std::min(high, std::min(s, a));
        if (first > end)
            return 1;
        const double scale = 1 / static_cast<double>(s);
        for (std::int64_t i = first; i <= end; ++i)
            next[i] = (last[i - 1] * static_cast<double>(i) + last[i] * static_cast<double>(s - i)) * scale;
        next[first - 1] = 1;
        next[end + 1] = 1;
        std::swap(last, next);
    }
    return clamped(last[a]);
}

double ksExactPValue(std::uint64_t n1, std::uint64_t n2, std::uint64_t gap)
{
    if (gap == 0)
        return 1;
    return n1 == n2 ? equalSizes(n1, gap / n1) : ksExactByPaths(n1, n2, gap);
}

double smirnovSurvival(double n, double d)
{
    if (d <= 0)
        return 1;
    if (d >= 1)
        return 0;
    constexpr double many = 20'000, terms = 8192;
    const double stride = n > many ? std::floor(n / terms) : 1;
    double sum = 0;
    for (double j = 0; j <= n * (1 - d); j += stride)
        sum += smirnovTerm(n, d, j);
    return clamped(d * stride * sum);
}

double kolmogorovSurvival(double n, double d)
{
    if (d <= 0)
        return 1;
    if (d >= 1)
        return 0;
    const double t = n * d;
    const double z2 = t * d;
    if (t <= 0.5)
        return 1;
    if (t <= 1)
        return 1 - std::exp(std::lgamma(n + 1) - n * std::log(n) + n * std::log(2 * t - 1));
    if (t >= n - 1)
        return clamped(2 * std::pow(1 - d, n));
    if (z2 >= 370)
        return 0;
    // Beyond these both one-sided events never meet, or so rarely that a double does not show it.
    if (d >= 0.5 || z2 >= (n <= 140 ? 4 : 2.2))
        return clamped(2 * smirnovSurvival(n, d));
    return clamped(1 - (takesMatrix(n, d) ? matrixCdf(n, d) : pelzGoodCdf(n, d)));
}

double ksAsymptoticPValue(double n1, double n2, double statistic)
{
    return kolmogorovSurvival(std::max(1.0, std::nearbyint(n1 * n2 / (n1 + n2))), statistic);
}

} // namespace assay::engine
