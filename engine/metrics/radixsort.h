// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <span>

namespace assay::engine {

/// An integer that orders as the double does: negative numbers with all bits flipped, the others with the sign bit set.
/// Both zeros give the same integer; NaN must not be asked for.
inline std::uint64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    const auto sign = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63);
    return bits ^ (sign | 0x8000000000000000ULL);
}

/// The double that orderedBits() was given.
inline double fromOrderedBits(std::uint64_t bits)
{
    const std::uint64_t flip = (bits >> 63) != 0 ? 0x8000000000000000ULL : ~std::uint64_t(0);
    return std::bit_cast<double>(bits ^ flip);
}

struct KeyedRow
{
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

/// Stable ascending sorts, most significant digit first: a pass divides the keys over their own range, and the parts
/// are small enough to be finished in cache.
void radixSort(std::span<std::uint64_t> keys);
void radixSort(std::span<KeyedRow> items);

} // namespace assay::engine
