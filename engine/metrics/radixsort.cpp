// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/radixsort.h"

#include "engine/metrics/scratch.h"

#include <algorithm>
#include <array>

namespace assay::engine {

namespace {

constexpr int mostDigitBits = 11;
constexpr std::size_t mostDigits = std::size_t(1) << mostDigitBits;
constexpr std::size_t shortRun = 24; // runs up to here are sorted by insertion
constexpr std::size_t comparisonLimit = 200;

std::uint64_t keyOf(std::uint64_t key)
{
    return key;
}

std::uint64_t keyOf(const KeyedRow &item)
{
    return item.key;
}

template<class Item>
void insertionSort(std::span<Item> items)
{
    for (std::size_t i = 1; i < items.size(); ++i) {
        const Item item = items[i];
        std::size_t j = i;
        for (; j > 0 && keyOf(items[j - 1]) > keyOf(item); --j)
            items[j] = items[j - 1];
        items[j] = item;
    }
}

// How keys of a range become digits.
struct Digits
{
    std::uint64_t least = 0;
    int shift = 0;
    std::size_t count = 0; // digits in use; 0 when all keys are equal

    std::size_t of(std::uint64_t key) const { return static_cast<std::size_t>((key - least) >> shift); }
};

// About four keys a digit, over the range that the keys span.
template<class Item>
Digits digitsFor(std::span<const Item> items)
{
    std::uint64_t least = ~std::uint64_t(0), most = 0;
    for (const Item &item : items) {
        least = std::min(least, keyOf(item));
        most = std::max(most, keyOf(item));
    }
    if (least == most)
        return {};
    const int bits = std::min(mostDigitBits, std::max(1, static_cast<int>(std::bit_width(items.size())) - 2));
    const int shift = std::max(0, static_cast<int>(std::bit_width(most - least)) - bits);
    return {.least = least, .shift = shift, .count = static_cast<std::size_t>((most - least) >> shift) + 1};
}

using Ends = std::array<std::uint32_t, mostDigits>;

// Writes the items to @p to by digit, in their order inside a digit; returns the size of the largest part.
template<class Item>
std::size_t scatter(std::span<const Item> from, std::span<Item> to, const Digits &digits, Ends &ends)
{
    std::fill_n(ends.begin(), digits.count, 0U);
    for (const Item &item : from)
        ++ends[digits.of(keyOf(item))];
    std::uint32_t next = 0, largest = 0;
    for (std::size_t digit = 0; digit < digits.count; ++digit) {
        const std::uint32_t size = ends[digit];
        largest = std::max(largest, size);
        ends[digit] = next;
        next += size;
    }
    for (const Item &item : from)
        to[ends[digits.of(keyOf(item))]++] = item;
    return largest;
}

template<class Item>
void sortTo(std::span<Item> from, std::span<Item> to);

// @p spare is as large; what it holds is lost.
template<class Item>
void sortInPlace(std::span<Item> items, std::span<Item> spare)
{
    if (items.size() <= shortRun) {
        insertionSort(items);
        return;
    }
    const Digits digits = digitsFor(std::span<const Item>(items));
    if (digits.count == 0)
        return;
    Ends ends;
    scatter(std::span<const Item>(items), spare, digits, ends);
    std::size_t begin = 0;
    for (std::size_t digit = 0; digit < digits.count; ++digit) {
        const std::size_t size = ends[digit] - begin;
        sortTo(spare.subspan(begin, size), items.subspan(begin, size));
        begin += size;
    }
}

// Leaves the sorted items in @p to, which is as large.
template<class Item>
void sortTo(std::span<Item> from, std::span<Item> to)
{
    const Digits digits = from.size() > shortRun ? digitsFor(std::span<const Item>(from)) : Digits();
    if (digits.count == 0) {
        std::ranges::copy(from, to.begin());
        if (from.size() <= shortRun)
            insertionSort(to);
        return;
    }
    Ends ends;
    if (scatter(std::span<const Item>(from), to, digits, ends) <= shortRun) {
        insertionSort(to); // digits are in order already, so nothing moves far
        return;
    }
    std::size_t begin = 0;
    for (std::size_t digit = 0; digit < digits.count; ++digit) {
        const std::size_t size = ends[digit] - begin;
        sortInPlace(to.subspan(begin, size), from.subspan(begin, size));
        begin += size;
    }
}

template<class Item>
void sortItems(std::span<Item> items)
{
    if (items.size() < comparisonLimit) {
        std::ranges::stable_sort(items, {}, [](const Item &item) { return keyOf(item); });
        return;
    }
    ScratchVector<Item> spare(items.size());
    sortInPlace(items, std::span<Item>(spare));
}

} // namespace

void radixSort(std::span<std::uint64_t> keys)
{
    sortItems(keys);
}

void radixSort(std::span<KeyedRow> items)
{
    sortItems(items);
}

} // namespace assay::engine
