// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace assay::engine {

namespace {

// What is divided: places in the list of rows, turned into rows at the end.
using Places = std::vector<std::size_t>;

Failure tooFew(std::size_t have, std::size_t need, const SplitSpec &spec)
{
    return failure(ErrorKind::BadInput, "too_few_rows",
                   "The split `{}` needs at least {} rows with a target; there are {}.",
                   {toText(spec), std::to_string(need), std::to_string(have)});
}

// Places by stratum, each shuffled. Without strata there is one.
std::vector<Places> shuffledStrata(std::size_t rows, const std::vector<std::int32_t> &strata, Random &random)
{
    std::map<std::int32_t, Places> byCode;
    for (std::size_t i = 0; i < rows; ++i)
        byCode[strata.empty() ? 0 : strata[i]].push_back(i);
    std::vector<Places> out;
    for (auto &[code, places] : byCode) {
        random.shuffle(std::span(places));
        out.push_back(std::move(places));
    }
    return out;
}

Fold makeFold(const Rows &rows, const std::vector<bool> &isTest)
{
    Fold fold;
    for (std::size_t i = 0; i < rows.size(); ++i)
        (isTest[i] ? fold.test : fold.train).push_back(rows[i]);
    std::ranges::sort(fold.train);
    std::ranges::sort(fold.test);
    return fold;
}

// At least one row on either side.
std::size_t testCount(std::size_t rows, double share)
{
    const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(rows)));
    return std::clamp<std::size_t>(wanted, 1, rows - 1);
}

// How many of each stratum are tested: its share, the rows left over by rounding going where the rest was largest.
std::vector<std::size_t> testCounts(const std::vector<Places> &strata, std::size_t rows, std::size_t total)
{
    std::vector<std::size_t> counts;
    std::vector<std::pair<double, std::size_t>> rests;
    std::size_t given = 0;
    for (const Places &stratum : strata) {
        const double exact =
            static_cast<double>(stratum.size()) * static_cast<double>(total) / static_cast<double>(rows);
        const double whole = std::floor(exact);
        counts.push_back(static_cast<std::size_t>(whole));
        // A stratum of one row stays in training, if anything.
        rests.emplace_back(stratum.size() > 1 ? exact - whole : -1, counts.size() - 1);
        given += counts.back();
    }
    std::ranges::stable_sort(rests, std::greater(), &std::pair<double, std::size_t>::first);
    for (std::size_t i = 0; given < total; i = (i + 1) % rests.size()) {
        const std::size_t stratum = rests[i].second;
        if (counts[stratum] < strata[stratum].size()) {
            ++counts[stratum];
            ++given;
        }
    }
    return counts;
}

Result<std::vector<Fold>> holdout(const Rows &rows, const std::vector<std::int32_t> &strata, const SplitSpec &spec,
                                  std::uint64_t seed)
{
    if (rows.size() < 2)
        return tooFew(rows.size(), 2, spec);
    Random random(seed);
    const auto parts = shuffledStrata(rows.size(), strata, random);
    const auto counts = testCounts(parts, rows.size(), testCount(rows.size(), spec.testShare));
    std::vector<bool> isTest(rows.size());
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::size_t i = 0; i < counts[part]; ++i)
            isTest[parts[part][i]] = true;
    }
    return std::vector{makeFold(rows, isTest)};
}

Result<std::vector<Fold>> folds(const Rows &rows, const std::vector<std::int32_t> &strata, const SplitSpec &spec,
                                std::uint64_t seed)
{
    const auto count = static_cast<std::size_t>(spec.folds);
    const int repeats = spec.rule == SplitRule::Repeated ? spec.repeats : 1;
    if (rows.size() < count)
        return tooFew(rows.size(), count, spec);
    std::vector<Fold> out;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        Random random(seed, static_cast<std::uint64_t>(repeat));
        std::vector<std::size_t> foldOf(rows.size());
        // Dealt out like cards, on through the strata, so that folds differ by one row at most.
        std::size_t next = 0;
        for (const Places &stratum : shuffledStrata(rows.size(), strata, random)) {
            for (const std::size_t place : stratum)
                foldOf[place] = next++ % count;
        }
        for (std::size_t fold = 0; fold < count; ++fold) {
            std::vector<bool> isTest(rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                isTest[i] = foldOf[i] == fold;
            out.push_back(makeFold(rows, isTest));
        }
    }
    return out;
}

double timeOf(const Column &column, Row row)
{
    return column.isNumeric() ? column.numbers()[row] : static_cast<double>(column.times()[row]);
}

// Rows without a time are in neither part: they cannot be said to come before or after.
Result<std::vector<Fold>> byTime(const Column &column, const Rows &rows, const SplitSpec &spec)
{
    if (column.storage() == Storage::Codes)
        return at(failure(ErrorKind::BadInput, "bad_split",
                          "A split by time needs a column of dates or numbers; `{}` is {}.",
                          {column.name(), name(column.kind())}),
                  {}, 0, column.name());
    Rows order;
    std::ranges::copy_if(rows, std::back_inserter(order), [&](Row row) { return !column.isMissing(row); });
    if (order.size() < 2)
        return tooFew(order.size(), 2, spec);
    std::ranges::stable_sort(order, {}, [&](Row row) { return timeOf(column, row); });
    // Rows of one moment stay together: the cut moves to where the time changes, the nearer way.
    const std::size_t cut = order.size() - testCount(order.size(), spec.testShare);
    const auto isCut = [&](std::size_t i) {
        return i > 0 && i < order.size() && timeOf(column, order[i - 1]) < timeOf(column, order[i]);
    };
    for (std::size_t distance = 0; distance < order.size(); ++distance) {
        const std::size_t down = distance <= cut ? cut - distance : 0;
        const std::size_t place = isCut(cut + distance) ? cut + distance : down;
        if (!isCut(place))
            continue;
        std::vector<bool> isTest(order.size());
        std::fill(isTest.begin() + static_cast<std::ptrdiff_t>(place), isTest.end(), true);
        return std::vector{makeFold(order, isTest)};
    }
    return at(failure(ErrorKind::BadInput, "too_few_rows",
                      "All rows have the same value in `{}`, so there is no earlier and later part.", {column.name()}),
              {}, 0, column.name());
}

Result<std::vector<Fold>> byGroup(const Column &column, const Rows &rows, const SplitSpec &spec, std::uint64_t seed)
{
    const auto groups = column.groups();
    std::map<std::int32_t, std::size_t> sizes; // rows without a group are a group
    for (const Row row : rows)
        ++sizes[groups.codes[row]];
    if (sizes.size() < 2)
        return at(failure(ErrorKind::BadInput, "too_few_rows",
                          "A split by group needs at least two groups; `{}` has {}.",
                          {column.name(), std::to_string(sizes.size())}),
                  {}, 0, column.name());
    std::vector<std::int32_t> order;
    for (const auto &[code, size] : sizes)
        order.push_back(code);
    Random(seed).shuffle(std::span(order));
    const std::size_t wanted = testCount(rows.size(), spec.testShare);
    std::map<std::int32_t, bool> inTest;
    std::size_t tested = 0;
    // A group joins the test rows when that brings their number nearer to what is wanted.
    for (const std::int32_t code : order) {
        const std::size_t with = tested + sizes[code];
        const bool nearer = with <= wanted || (tested < wanted && with - wanted < wanted - tested);
        if (!nearer || inTest.size() + 1 == order.size())
            continue;
        inTest[code] = true;
        tested = with;
    }
    if (inTest.empty())
        inTest[*std::ranges::min_element(order, {}, [&](std::int32_t code) { return sizes[code]; })] = true;
    std::vector<bool> isTest;
    for (const Row row : rows)
        isTest.push_back(inTest.contains(groups.codes[row]));
    return std::vector{makeFold(rows, isTest)};
}

} // namespace

Result<std::vector<Fold>> split(const Table &table, const Rows &rows, const std::vector<std::int32_t> &strata,
                                const SplitSpec &spec, std::uint64_t seed)
{
    switch (spec.rule) {
    case SplitRule::Holdout:
        return holdout(rows, strata, spec, seed);
    case SplitRule::KFold:
    case SplitRule::Repeated:
        return folds(rows, strata, spec, seed);
    case SplitRule::Time:
    case SplitRule::Group:
        break;
    }
    const auto column = table.require(spec.column);
    if (!column)
        return Failure(column.error());
    return spec.rule == SplitRule::Time ? byTime(**column, rows, spec) : byGroup(**column, rows, spec, seed);
}

} // namespace assay::engine
