// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <array>

namespace assay::engine {

namespace {

constexpr int digitBits = 11;
constexpr std::size_t digits = std::size_t(1) << digitBits;
constexpr int passes = 6;
constexpr int firstPass = 2; // the 22 lowest bits rarely decide: what they leave is put right among equal upper bits
constexpr std::size_t longRun = 24;
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
        for (int pass = firstPass; pass < passes; ++pass)
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

// Items agree in order but for their lowest bits; runs that share the others are sorted by what is left, stably.
template<class Item>
void sortRuns(std::vector<Item> &items)
{
    constexpr int low = firstPass * digitBits;
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        const std::uint64_t high = keyOf(items[begin]) >> low;
        for (end = begin + 1; end < items.size() && keyOf(items[end]) >> low == high;)
            ++end;
        if (end - begin > longRun) {
            std::stable_sort(items.begin() + static_cast<std::ptrdiff_t>(begin),
                             items.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const Item &a, const Item &b) { return keyOf(a) < keyOf(b); });
            continue;
        }
        for (std::size_t i = begin + 1; i < end; ++i) {
            const Item item = items[i];
            std::size_t j = i;
            for (; j > begin && keyOf(items[j - 1]) > keyOf(item); --j)
                items[j] = items[j - 1];
            items[j] = item;
        }
    }
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
    for (int pass = firstPass; pass < passes; ++pass) {
        auto &positions = counts[0][static_cast<std::size_t>(pass)];
        if (!toPositions(positions, items.size()))
            continue;
        for (const Item &item : items)
            buffer[positions[digitOf(keyOf(item), pass)]++] = item;
        items.swap(buffer);
    }
    sortRuns(items);
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
