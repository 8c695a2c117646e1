// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace assay {

/// Random numbers that are the same on every machine and compiler: the standard fixes the engine's bits but not its
/// distributions, so these are our own.
class Random
{
public:
    explicit Random(std::uint64_t seed);
    /// A stream of its own for part @p stream of the work, so that parts may run in any order on any thread.
    Random(std::uint64_t seed, std::uint64_t stream);

    std::uint64_t bits() { return m_engine(); }
    /// Uniform in [0, @p bound), without bias; @p bound > 0.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Standard normal, by the polar method (Marsaglia).
    double normal();

    template<class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace assay
