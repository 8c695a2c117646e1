// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profilewarnings.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>

namespace assay::engine {

namespace {

// How strongly a feature alone tells the target, in the measure that suits both.
struct Association
{
    const char *measure = "";
    double value = 0;
    double limit = 1;
};

struct Pairs
{
    std::vector<double> feature;
    std::vector<double> target;
};

double numberOf(const Column &column, Row row)
{
    switch (column.storage()) {
    case Storage::Numbers:
        return column.numbers()[row];
    case Storage::Times:
        return static_cast<double>(column.times()[row]);
    case Storage::Codes:
        break;
    }
    return column.codes()[row];
}

// Rows that have both; classes are told by their codes.
Pairs pairsOf(const Column &feature, const Column &target, bool classes)
{
    const auto codes = classes ? target.groups().codes : std::vector<std::int32_t>();
    Pairs pairs;
    for (Row row = 0; row < feature.rows(); ++row) {
        if (feature.isMissing(row) || target.isMissing(row))
            continue;
        pairs.feature.push_back(numberOf(feature, row));
        pairs.target.push_back(classes ? codes[row] : numberOf(target, row));
    }
    return pairs;
}

double correlation(const Pairs &pairs)
{
    const auto count = static_cast<double>(pairs.feature.size());
    const double meanX = std::accumulate(pairs.feature.begin(), pairs.feature.end(), 0.0) / count;
    const double meanY = std::accumulate(pairs.target.begin(), pairs.target.end(), 0.0) / count;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < pairs.feature.size(); ++i) {
        const double x = pairs.feature[i] - meanX;
        const double y = pairs.target[i] - meanY;
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    return xx > 0 && yy > 0 ? std::fabs(xy) / std::sqrt(xx * yy) : 0;
}

// Share of the rows whose target one would say right, knowing only into which of a few intervals of the feature they
// fall: the order by the feature changes class no more often than there are classes.
double separation(const Pairs &pairs, std::size_t classes)
{
    std::vector<std::size_t> order(pairs.feature.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(pairs.feature[i], pairs.target[i]); });
    std::size_t changes = 0;
    for (std::size_t i = 1; i < order.size(); ++i)
        changes += pairs.target[order[i]] != pairs.target[order[i - 1]] ? 1 : 0;
    const std::size_t surplus = changes < classes ? 0 : changes - classes + 1;
    return 1 - static_cast<double>(surplus) / static_cast<double>(order.size());
}

// Area under the ROC curve of the feature as a score, ties half, whichever way round.
double areaUnderCurve(const Pairs &pairs)
{
    std::map<double, std::pair<double, double>> byValue;
    double positives = 0;
    double negatives = 0;
    const double first = *std::ranges::min_element(pairs.target);
    for (std::size_t i = 0; i < pairs.feature.size(); ++i) {
        const bool positive = pairs.target[i] != first;
        auto &[p, n] = byValue[pairs.feature[i]];
        (positive ? p : n) += 1;
        (positive ? positives : negatives) += 1;
    }
    double below = 0;
    double area = 0;
    for (const auto &[value, counts] : byValue) {
        area += counts.first * (below + counts.second / 2);
        below += counts.second;
    }
    area /= positives * negatives;
    return std::max(area, 1 - area);
}

// Cramér's V of the table of feature levels by classes.
double cramersV(const Pairs &pairs)
{
    std::map<std::pair<double, double>, double> cells;
    std::map<double, double> rows;
    std::map<double, double> columns;
    for (std::size_t i = 0; i < pairs.feature.size(); ++i) {
        ++cells[{pairs.feature[i], pairs.target[i]}];
        ++rows[pairs.feature[i]];
        ++columns[pairs.target[i]];
    }
    const auto total = static_cast<double>(pairs.feature.size());
    double sum = 0; // chi-square is n·(Σ cell²/(row·column) − 1)
    for (const auto &[place, count] : cells)
        sum += count * count / (rows[place.first] * columns[place.second]);
    const auto smaller = static_cast<double>(std::min(rows.size(), columns.size()));
    return smaller > 1 && total > 0 ? std::sqrt(std::max(0.0, sum - 1) / (smaller - 1)) : 0;
}

// Correlation ratio: how much of a quantity's spread lies between the levels of the feature.
double correlationRatio(const Pairs &pairs)
{
    std::map<double, std::pair<double, double>> levels;
    double sum = 0;
    for (std::size_t i = 0; i < pairs.feature.size(); ++i) {
        auto &[count, total] = levels[pairs.feature[i]];
        count += 1;
        total += pairs.target[i];
        sum += pairs.target[i];
    }
    const double mean = sum / static_cast<double>(pairs.feature.size());
    double between = 0;
    double all = 0;
    for (const auto &[level, counts] : levels)
        between += counts.first * std::pow(counts.second / counts.first - mean, 2);
    for (const double value : pairs.target)
        all += (value - mean) * (value - mean);
    return all > 0 ? std::sqrt(between / all) : 0;
}

Association associate(const Column &feature, const Pairs &pairs, bool classes)
{
    const auto [low, high] = std::ranges::minmax(pairs.target);
    if (low == high)
        return {};
    const bool levels = feature.storage() == Storage::Codes || feature.kind() == Kind::Boolean;
    if (!classes)
        return levels ? Association{.measure = "correlation ratio", .value = correlationRatio(pairs), .limit = 0.999}
                      : Association{.measure = "correlation", .value = correlation(pairs), .limit = 0.999};
    if (levels)
        return {.measure = "Cramér's V", .value = cramersV(pairs), .limit = 0.99};
    std::vector<double> distinct = pairs.target;
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() == 2)
        return {.measure = "AUC by itself", .value = areaUnderCurve(pairs), .limit = 0.995};
    return {.measure = "share told right", .value = separation(pairs, distinct.size()), .limit = 0.995};
}

} // namespace

std::optional<DataWarning> leakage(const Column &feature, const ColumnProfile &profile, const Column &target,
                                   const ColumnProfile &targetProfile)
{
    // Nearly as many levels as rows determine anything, which says nothing.
    const bool sparse = feature.storage() == Storage::Codes && profile.distinct * 5 > feature.rows();
    if (sparse || profile.distinct < 2 || isIdLike(feature, profile))
        return std::nullopt;
    const bool classes = isClassTarget(targetProfile);
    const Pairs pairs = pairsOf(feature, target, classes);
    if (pairs.feature.size() < 20)
        return std::nullopt;
    const Association found = associate(feature, pairs, classes);
    if (found.value < found.limit)
        return std::nullopt;
    char value[32];
    std::snprintf(value, sizeof value, "%.4g", found.value);
    return DataWarning{.code = "leaks_target",
                       .column = feature.name(),
                       .message = "`" + feature.name() + "` alone all but determines `" + target.name() + "` (" +
                                  found.measure + " " + value +
                                  "); leave it out unless it is known before the outcome."};
}

} // namespace assay::engine
