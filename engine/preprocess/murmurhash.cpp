// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/murmurhash.h"

#include <bit>
#include <cstddef>

namespace assay::engine {

namespace {

std::uint32_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

std::uint32_t scrambled(std::uint32_t block)
{
    return std::rotl(block * 0xcc9e2d51u, 15) * 0x1b873593u;
}

} // namespace

std::uint32_t murmurHash3(std::string_view text, std::uint32_t seed)
{
    std::uint32_t hash = seed;
    const std::size_t whole = text.size() / 4 * 4;
    for (std::size_t i = 0; i < whole; i += 4) {
        const std::uint32_t block =
            byteAt(text, i) | byteAt(text, i + 1) << 8 | byteAt(text, i + 2) << 16 | byteAt(text, i + 3) << 24;
        hash = std::rotl(hash ^ scrambled(block), 13) * 5 + 0xe6546b64u;
    }
    std::uint32_t tail = 0;
    for (std::size_t i = text.size(); i > whole; --i)
        tail = tail << 8 | byteAt(text, i - 1);
    hash ^= scrambled(tail);
    hash ^= static_cast<std::uint32_t>(text.size());
    hash = (hash ^ hash >> 16) * 0x85ebca6bu;
    hash = (hash ^ hash >> 13) * 0xc2b2ae35u;
    return hash ^ hash >> 16;
}

} // namespace assay::engine
