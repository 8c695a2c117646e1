// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/splitparts.h"

#include <algorithm>
#include <optional>

namespace assay::engine {

namespace {

double timeOf(const Column &column, Row row)
{
    return column.isNumeric() ? column.numbers()[row] : static_cast<double>(column.times()[row]);
}

// Where `order` is cut nearest to `wanted` without parting rows of one moment; none when all are of one.
std::optional<std::size_t> nearestCut(const Column &column, const Rows &order, std::size_t wanted)
{
    const auto isCut = [&](std::size_t i) {
        return i > 0 && i < order.size() && timeOf(column, order[i - 1]) < timeOf(column, order[i]);
    };
    for (std::size_t distance = 0; distance < order.size(); ++distance) {
        const std::size_t down = distance <= wanted ? wanted - distance : 0;
        const std::size_t place = isCut(wanted + distance) ? wanted + distance : down;
        if (isCut(place))
            return place;
    }
    return std::nullopt;
}

Failure tooFewMoments(const Column &column)
{
    return at(failure(ErrorKind::BadInput, "too_few_rows",
                      "All rows have the same value in `{}`, so there is no earlier and later part.", {column.name()}),
              {}, 0, column.name());
}

// Train on what lies before `begin`, test up to `end`.
Fold foldBetween(const Rows &order, std::size_t begin, std::size_t end)
{
    Rows rows(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(end));
    std::vector<bool> isTest(end);
    std::fill(isTest.begin() + static_cast<std::ptrdiff_t>(begin), isTest.end(), true);
    return makeFold(rows, isTest);
}

// As scikit-learn's TimeSeriesSplit: folds + 1 equal parts, each but the first tested after all those before it.
Result<std::vector<Fold>> expandingFolds(const Column &column, const Rows &order, const SplitSpec &spec)
{
    const auto parts = static_cast<std::size_t>(spec.folds) + 1;
    if (order.size() < parts)
        return tooFew(order.size(), parts, spec);
    std::vector<std::size_t> cuts;
    for (std::size_t part = 1; part < parts; ++part) {
        const auto cut = nearestCut(column, order, order.size() * part / parts);
        if (!cut)
            return tooFewMoments(column);
        if (!cuts.empty() && *cut <= cuts.back())
            return at(failure(ErrorKind::BadInput, "too_few_rows",
                              "The split `{}` needs more different values in `{}`: too many rows share one.",
                              {toText(spec), column.name()}),
                      {}, 0, column.name());
        cuts.push_back(*cut);
    }
    cuts.push_back(order.size());
    std::vector<Fold> folds;
    for (std::size_t fold = 0; fold + 1 < cuts.size(); ++fold)
        folds.push_back(foldBetween(order, cuts[fold], cuts[fold + 1]));
    return folds;
}

} // namespace

Result<std::vector<Fold>> splitByTime(const Column &column, const Rows &rows, const SplitSpec &spec)
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
    if (spec.rule == SplitRule::TimeKFold)
        return expandingFolds(column, order, spec);
    const auto cut = nearestCut(column, order, order.size() - testCount(order.size(), spec.testShare));
    if (!cut)
        return tooFewMoments(column);
    return std::vector{foldBetween(order, *cut, order.size())};
}

} // namespace assay::engine
