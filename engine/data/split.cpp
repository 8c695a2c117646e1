// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include "engine/core/random.h"
#include "engine/data/splitparts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace assay::engine {

namespace {

// What is divided: places in the list of rows, turned into rows at the end.
using Places = std::vector<std::size_t>;

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

} // namespace

Failure tooFew(std::size_t have, std::size_t need, const SplitSpec &spec)
{
    return failure(ErrorKind::BadInput, "too_few_rows",
                   "The split `{}` needs at least {} rows with a target; there are {}.",
                   {toText(spec), std::to_string(need), std::to_string(have)});
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

std::size_t testCount(std::size_t rows, double share)
{
    const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(rows)));
    return std::clamp<std::size_t>(wanted, 1, rows - 1);
}

Result<std::vector<Fold>> split(const Table &table, const Rows &rows, const std::vector<std::int32_t> &strata,
                                const SplitSpec &spec, std::uint64_t seed)
{
    switch (spec.rule) {
    case SplitRule::Holdout:
        return holdout(rows, strata, spec, seed);
    case SplitRule::KFold:
    case SplitRule::Repeated:
    case SplitRule::Nested:
        return folds(rows, strata, spec, seed);
    case SplitRule::Time:
    case SplitRule::Group:
    case SplitRule::GroupKFold:
    case SplitRule::TimeKFold:
        break;
    }
    const auto column = table.require(spec.column);
    if (!column)
        return Failure(column.error());
    if (spec.rule == SplitRule::Time || spec.rule == SplitRule::TimeKFold)
        return splitByTime(**column, rows, spec);
    return splitByGroup(**column, rows, strata, spec, seed);
}

double testOverTrain(const SplitSpec &spec)
{
    switch (spec.rule) {
    case SplitRule::KFold:
    case SplitRule::Repeated:
    case SplitRule::GroupKFold:
    case SplitRule::Nested:
        return 1.0 / (spec.folds - 1);
    case SplitRule::TimeKFold: {
        double sum = 0; // one part is tested after one, two, … parts
        for (int fold = 1; fold <= spec.folds; ++fold)
            sum += 1.0 / fold;
        return sum / spec.folds;
    }
    case SplitRule::Holdout:
    case SplitRule::Time:
    case SplitRule::Group:
        break;
    }
    return spec.testShare / (1 - spec.testShare);
}

std::size_t foldsOfOnePass(const SplitSpec &spec)
{
    const bool single =
        spec.rule == SplitRule::Holdout || spec.rule == SplitRule::Time || spec.rule == SplitRule::Group;
    return single ? 1 : static_cast<std::size_t>(spec.folds);
}

} // namespace assay::engine
