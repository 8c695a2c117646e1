// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <array>

namespace assay::engine {

namespace {

constexpr int digitBits = 11;
constexpr std::size_t digits = std::size_t(1) << digitBits;
constexpr int passes = 6;
constexpr std::size_t comparisonLimit = 1500; // below it clearing the counters costs more than comparing

std::uint64_t keyOf(std::uint64_t key)
{
    return key;
}

std::uint64_t keyOf(const KeyedRow &item)
{
    return item.key;
}

std::size_t digitOf(std::uint64_t key, int pass)
{
    return (key >> (pass * digitBits)) & (digits - 1);
}

using Counts = std::array<std::array<std::uint32_t, digits>, passes>;

template<class Item>
std::vector<Counts> countDigits(const std::vector<Item> &items)
{
    std::vector<Counts> counts(1); // on the heap: 48 kB
    for (const Item &item : items) {
        const std::uint64_t key = keyOf(item);
        for (int pass = 0; pass < passes; ++pass)
            ++counts[0][static_cast<std::size_t>(pass)][digitOf(key, pass)];
    }
    return counts;
}

// Turns counts into first positions; false when one digit holds everything, so that the pass would change nothing.
bool toPositions(std::array<std::uint32_t, digits> &counts, std::size_t total)
{
    std::uint32_t next = 0;
    for (std::uint32_t &count : counts) {
        if (count == total)
            return false;
        const std::uint32_t size = count;
        count = next;
        next += size;
    }
    return true;
}

template<class Item>
void sortItems(std::vector<Item> &items)
{
    if (items.size() < comparisonLimit) {
        std::ranges::stable_sort(items, {}, [](const Item &item) { return keyOf(item); });
        return;
    }
    std::vector<Counts> counts = countDigits(items);
    std::vector<Item> buffer(items.size());
    for (int pass = 0; pass < passes; ++pass) {
        auto &positions = counts[0][static_cast<std::size_t>(pass)];
        if (!toPositions(positions, items.size()))
            continue;
        for (const Item &item : items)
            buffer[positions[digitOf(keyOf(item), pass)]++] = item;
        items.swap(buffer);
    }
}

} // namespace

void radixSort(std::vector<std::uint64_t> &keys)
{
    sortItems(keys);
}

void radixSort(std::vector<KeyedRow> &items)
{
    sortItems(items);
}

} // namespace assay::engine
