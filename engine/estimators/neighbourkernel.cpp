// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/neighbourkernel.h"

#include <cstdint>
#include <cstring>

namespace assay::engine {

namespace {

// @p width rows side by side in a register. A panel's sums for @p queries of a group are kept in registers at once.
template<std::size_t width>
struct Register
{
    using Lanes [[gnu::vector_size(4 * width)]] = float;
    using Bits [[gnu::vector_size(4 * width)]] = std::int32_t;
    using Memory [[gnu::vector_size(4 * width), gnu::aligned(4), gnu::may_alias]] = float; ///< anywhere in an array
};

[[gnu::always_inline]] inline bool allNegative(const float *values)
{
    std::uint64_t words[panelRows / 2];
    std::memcpy(words, values, sizeof words);
    std::uint64_t all = ~std::uint64_t(0);
    for (const std::uint64_t word : words)
        all &= word;
    return (all & 0x8000000080000000ULL) == 0x8000000080000000ULL;
}

template<Distance distance, std::size_t width, std::size_t queries>
[[gnu::always_inline]] inline void scorePanel(const NeighbourScan &s, std::size_t panel, std::size_t firstQuery)
{
    using Lanes = typename Register<width>::Lanes;
    using Bits = typename Register<width>::Bits;
    using Memory = typename Register<width>::Memory;
    constexpr std::size_t parts = panelRows / width;
    const float *rows = s.panels + panel * s.features * panelRows;
    Lanes sums[queries][parts];
#pragma GCC unroll 6
    for (std::size_t q = 0; q < queries; ++q) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < parts; ++i)
            sums[q][i] = reinterpret_cast<const Memory *>(s.offsets + panel * panelRows)[i];
    }
    for (std::size_t f = 0; f < s.features; ++f) {
        Lanes x[parts];
#pragma GCC unroll 4
        for (std::size_t i = 0; i < parts; ++i)
            x[i] = reinterpret_cast<const Memory *>(rows + f * panelRows)[i];
        const float *query = s.queries + f * groupQueries + firstQuery;
#pragma GCC unroll 6
        for (std::size_t q = 0; q < queries; ++q) {
#pragma GCC unroll 4
            for (std::size_t i = 0; i < parts; ++i) {
                if constexpr (distance == Distance::Euclidean)
                    sums[q][i] += x[i] * query[q];
                else
                    sums[q][i] -= reinterpret_cast<Lanes>(reinterpret_cast<Bits>(x[i] - query[q]) & 0x7fffffff);
            }
        }
    }
#pragma GCC unroll 6
    for (std::size_t q = 0; q < queries; ++q) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < parts; ++i)
            reinterpret_cast<Memory *>(s.scores + (firstQuery + q) * panelRows)[i] = sums[q][i];
    }
}

// Whether every score lies below its query's bound. They are finite: the sign of the difference says so.
template<std::size_t width>
[[gnu::always_inline]] inline bool allBelow(const NeighbourScan &s)
{
    using Lanes = typename Register<width>::Lanes;
    using Bits = typename Register<width>::Bits;
    using Memory = typename Register<width>::Memory;
    float below[panelRows];
    for (std::size_t first = 0; first < panelRows; first += width) {
        Bits signs = ~Bits{};
#pragma GCC unroll 6
        for (std::size_t q = 0; q < groupQueries; ++q) {
            const Lanes scores = *reinterpret_cast<const Memory *>(s.scores + q * panelRows + first);
            signs &= reinterpret_cast<Bits>(scores - s.bounds[q]);
        }
        std::memcpy(below + first, &signs, sizeof signs);
    }
    return allNegative(below);
}

template<Distance distance, std::size_t width, std::size_t queries>
[[gnu::always_inline]] inline std::size_t scan(const NeighbourScan &s)
{
    for (std::size_t panel = 0; panel < s.panelCount; ++panel) {
        for (std::size_t first = 0; first < groupQueries; first += queries)
            scorePanel<distance, width, queries>(s, panel, first);
        if (!allBelow<width>(s))
            return panel;
    }
    return s.panelCount;
}

std::size_t scanPortably(const NeighbourScan &s, Distance distance)
{
    return distance == Distance::Euclidean ? scan<Distance::Euclidean, 4, 2>(s) : scan<Distance::Manhattan, 4, 2>(s);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] std::size_t scanByAvx2(const NeighbourScan &s, Distance distance)
{
    return distance == Distance::Euclidean ? scan<Distance::Euclidean, 8, 6>(s) : scan<Distance::Manhattan, 8, 6>(s);
}
#endif

using Scan = std::size_t (*)(const NeighbourScan &, Distance);

Scan widest()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0)
        return scanByAvx2;
#endif
    return scanPortably;
}

} // namespace

std::size_t scanPanels(const NeighbourScan &s, Distance distance)
{
    static const Scan chosen = widest();
    return chosen(s, distance);
}

} // namespace assay::engine
