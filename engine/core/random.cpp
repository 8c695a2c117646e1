// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"

#include <cmath>

namespace assay {

namespace {

// SplitMix64 (Steele, Lea, Flood 2014): spreads close seeds and streams apart.
std::uint64_t mix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

Random::Random(std::uint64_t seed)
    : m_engine(mix(seed))
{
}

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : m_engine(mix(mix(seed) ^ stream))
{
}

std::uint64_t Random::below(std::uint64_t bound)
{
    const std::uint64_t reject = (0 - bound) % bound;
    std::uint64_t value = bits();
    while (value < reject)
        value = bits();
    return value % bound;
}

double Random::uniform()
{
    return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Random::normal()
{
    while (true) {
        const double u = 2 * uniform() - 1;
        const double v = 2 * uniform() - 1;
        const double s = u * u + v * v;
        if (s > 0 && s < 1)
            return u * std::sqrt(-2 * std::log(s) / s);
    }
}

} // namespace assay
