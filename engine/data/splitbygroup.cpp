// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/data/splitparts.h"

#include <algorithm>
#include <map>

namespace assay::engine {

namespace {

using Groups = Column::Groups;

// Codes that occur in `rows`, shuffled, with how many rows each has.
struct Sizes
{
    std::vector<std::int32_t> order;
    std::map<std::int32_t, std::size_t> rows;
};

Sizes sizesOf(const Groups &groups, const Rows &rows, std::uint64_t seed)
{
    Sizes sizes;
    for (const Row row : rows)
        ++sizes.rows[groups.codes[row]];
    for (const auto &[code, size] : sizes.rows)
        sizes.order.push_back(code);
    Random(seed).shuffle(std::span(sizes.order));
    return sizes;
}

Fold holdOut(const Groups &groups, const Rows &rows, const Sizes &sizes, double share)
{
    const std::size_t wanted = testCount(rows.size(), share);
    std::map<std::int32_t, bool> inTest;
    std::size_t tested = 0;
    // A group joins the test rows when that brings their number nearer to what is wanted.
    for (const std::int32_t code : sizes.order) {
        const std::size_t with = tested + sizes.rows.at(code);
        const bool nearer = with <= wanted || (tested < wanted && with - wanted < wanted - tested);
        if (!nearer || inTest.size() + 1 == sizes.order.size())
            continue;
        inTest[code] = true;
        tested = with;
    }
    if (inTest.empty())
        inTest[*std::ranges::min_element(sizes.order, {}, [&](std::int32_t code) { return sizes.rows.at(code); })] =
            true;
    std::vector<bool> isTest;
    for (const Row row : rows)
        isTest.push_back(inTest.contains(groups.codes[row]));
    return makeFold(rows, isTest);
}

// Counts of each stratum in one group or fold, the last entry counting all rows so that sizes balance too.
using Counts = std::vector<double>;

std::map<std::int32_t, Counts> countsOf(const Groups &groups, const Rows &rows, const std::vector<std::int32_t> &strata)
{
    const std::int32_t classes = strata.empty() ? 0 : *std::ranges::max_element(strata) + 1;
    std::map<std::int32_t, Counts> counts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Counts &of = counts[groups.codes[rows[i]]];
        of.resize(static_cast<std::size_t>(classes) + 1);
        ++of.back();
        if (!strata.empty())
            ++of[static_cast<std::size_t>(strata[i])];
    }
    return counts;
}

// The largest groups first, each to the fold where it adds least to the sum of squares of the strata's shares: that
// keeps sizes and classes level at once, as scikit-learn's StratifiedGroupKFold means to.
std::map<std::int32_t, std::size_t> foldOfGroup(const Groups &groups, const Rows &rows, Sizes sizes,
                                                const std::vector<std::int32_t> &strata, std::size_t folds)
{
    const auto counts = countsOf(groups, rows, strata);
    Counts totals(counts.begin()->second.size());
    for (const auto &[code, of] : counts) {
        for (std::size_t k = 0; k < of.size(); ++k)
            totals[k] += of[k];
    }
    std::ranges::stable_sort(sizes.order, std::greater(), [&](std::int32_t code) { return sizes.rows.at(code); });
    std::vector<Counts> filled(folds, Counts(totals.size()));
    std::map<std::int32_t, std::size_t> foldOf;
    for (const std::int32_t code : sizes.order) {
        const Counts &adding = counts.at(code);
        const auto cost = [&](const Counts &fold) {
            double sum = 0;
            for (std::size_t k = 0; k < totals.size(); ++k)
                sum += totals[k] > 0 ? adding[k] * fold[k] / (totals[k] * totals[k]) : 0;
            return sum;
        };
        const auto best = std::ranges::min_element(filled, {}, cost);
        foldOf[code] = static_cast<std::size_t>(best - filled.begin());
        for (std::size_t k = 0; k < totals.size(); ++k)
            (*best)[k] += adding[k];
    }
    return foldOf;
}

} // namespace

Result<std::vector<Fold>> splitByGroup(const Column &column, const Rows &rows, const std::vector<std::int32_t> &strata,
                                       const SplitSpec &spec, std::uint64_t seed)
{
    const std::size_t folds = spec.rule == SplitRule::GroupKFold ? static_cast<std::size_t>(spec.folds) : 2;
    const Groups groups = column.groups();
    Sizes sizes = sizesOf(groups, rows, seed);
    if (sizes.order.size() < folds)
        return at(failure(ErrorKind::BadInput, "too_few_rows", "The split `{}` needs at least {} groups; `{}` has {}.",
                          {toText(spec), std::to_string(folds), column.name(), std::to_string(sizes.order.size())}),
                  {}, 0, column.name());
    if (spec.rule == SplitRule::Group)
        return std::vector{holdOut(groups, rows, sizes, spec.testShare)};
    const auto foldOf = foldOfGroup(groups, rows, std::move(sizes), strata, folds);
    std::vector<Fold> out;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<bool> isTest;
        for (const Row row : rows)
            isTest.push_back(foldOf.at(groups.codes[row]) == fold);
        out.push_back(makeFold(rows, isTest));
    }
    return out;
}

} // namespace assay::engine
