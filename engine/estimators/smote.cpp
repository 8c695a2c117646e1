// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/sampling.h"
#include "engine/preprocess/moments.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace assay::engine {

namespace {

using Indices = std::vector<Eigen::Index>;

constexpr std::size_t neighbourCount = 5;
constexpr Eigen::Index blockRows = 256;
// Beyond so many rows of a class, neighbours are sought among a random share of them.
constexpr std::size_t mostCandidates = 20'000;

/// Columns that hold one thing together: a category's levels, or a flag of two values.
std::vector<Indices> nominalColumns(const MatrixRef &X, const std::vector<Indices> &levels)
{
    std::vector<Indices> groups;
    std::vector<bool> grouped(static_cast<std::size_t>(X.cols()), false);
    for (const Indices &group : levels) {
        for (const Eigen::Index column : group)
            grouped[static_cast<std::size_t>(column)] = true;
        if (!group.empty())
            groups.push_back(group);
    }
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        double first = std::nan(""), second = first;
        bool two = !grouped[static_cast<std::size_t>(j)];
        for (Eigen::Index i = 0; i < X.rows() && two; ++i) {
            const double value = X(i, j);
            if (std::isnan(value) || value == first || value == second)
                continue;
            if (std::isnan(first))
                first = value;
            else if (std::isnan(second))
                second = value;
            else
                two = false;
        }
        if (two)
            groups.push_back({j});
    }
    return groups;
}

// The rows as nearness sees them: gaps at the mean, columns that are not nominal in standard deviations of all rows.
Matrix nearnessSpace(const MatrixRef &X, const Indices &rows, const std::vector<Indices> &nominal)
{
    Matrix space = X(rows, Eigen::all);
    std::vector<bool> flags(static_cast<std::size_t>(X.cols()), false);
    for (const Indices &group : nominal) {
        for (const Eigen::Index column : group)
            flags[static_cast<std::size_t>(column)] = true;
    }
    for (Eigen::Index j = 0; j < X.cols(); ++j) {
        const Moments column = moments(X.col(j));
        const double sd = flags[static_cast<std::size_t>(j)] ? 1 : std::sqrt(column.variance);
        for (double &value : space.col(j))
            value = std::isnan(value) ? 0 : (value - column.mean) / (sd > 0 ? sd : 1);
    }
    return space;
}

// The nearest candidates of row @p row, nearest first, ties by place; not itself.
Indices nearest(const Vector &distances, const Indices &candidates, Eigen::Index row)
{
    Indices order;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i] != row)
            order.push_back(static_cast<Eigen::Index>(i));
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(neighbourCount, order.size()));
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](Eigen::Index a, Eigen::Index b) {
        return distances[a] != distances[b] ? distances[a] < distances[b] : a < b;
    });
    order.resize(static_cast<std::size_t>(count));
    for (Eigen::Index &place : order)
        place = candidates[static_cast<std::size_t>(place)];
    return order;
}

// Neighbours of the rows of @p space that are @p wanted; others stay empty.
Result<std::vector<Indices>> neighboursOf(const Matrix &space, const std::vector<bool> &wanted, Random random,
                                          const Context &context)
{
    Indices candidates(static_cast<std::size_t>(space.rows()));
    std::iota(candidates.begin(), candidates.end(), Eigen::Index(0));
    if (candidates.size() > mostCandidates) {
        random.shuffle(std::span(candidates));
        candidates.resize(mostCandidates);
        std::ranges::sort(candidates);
    }
    const Matrix others = space(candidates, Eigen::all);
    const Vector lengths = others.rowwise().squaredNorm();
    std::vector<Indices> found(wanted.size());
    Indices asked;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i])
            asked.push_back(static_cast<Eigen::Index>(i));
    }
    const auto total = std::ssize(asked);
    for (Eigen::Index begin = 0; begin < total; begin += blockRows) {
        if (context.cancelled())
            return cancelled();
        const Indices block(asked.begin() + begin, asked.begin() + std::min(total, begin + blockRows));
        // Squared distances but for the row's own length, which changes no order. [block × candidates]
        Matrix distances = -2 * (space(block, Eigen::all) * others.transpose());
        distances.rowwise() += lengths.transpose();
        for (std::size_t i = 0; i < block.size(); ++i)
            found[static_cast<std::size_t>(block[i])] =
                nearest(distances.row(static_cast<Eigen::Index>(i)).transpose(), candidates, block[i]);
        context.progress("Making rows of smaller classes", begin, total);
    }
    return found;
}

// The cells of @p group that most of @p rows have; of equally many the first one's.
void takeMajority(const MatrixRef &X, const Indices &rows, const Indices &group, Matrix &made, Eigen::Index at)
{
    Eigen::Index best = rows.front();
    std::size_t bestCount = 0;
    const auto alike = [&](Eigen::Index a, Eigen::Index b) {
        return std::ranges::all_of(group, [&](Eigen::Index column) {
            return X(a, column) == X(b, column) || (std::isnan(X(a, column)) && std::isnan(X(b, column)));
        });
    };
    for (const Eigen::Index row : rows) {
        const auto count = static_cast<std::size_t>(
            std::ranges::count_if(rows, [&](Eigen::Index other) { return alike(row, other); }));
        if (count > bestCount) {
            best = row;
            bestCount = count;
        }
    }
    for (const Eigen::Index column : group)
        made(at, column) = X(best, column);
}

} // namespace

Result<Matrix> syntheticRows(const MatrixRef &X, const Indices &rows, Eigen::Index count,
                             const std::vector<Indices> &levels, Indices &from, const Context &context)
{
    Random random(context.seed, 0x5307e);
    const std::vector<Indices> nominal = nominalColumns(X, levels);
    std::vector<std::size_t> bases;
    std::vector<bool> wanted(rows.size(), false);
    for (Eigen::Index i = 0; i < count; ++i) {
        bases.push_back(random.below(rows.size()));
        wanted[bases.back()] = true;
    }
    const auto neighbours =
        neighboursOf(nearnessSpace(X, rows, nominal), wanted, Random(context.seed, 0xca4d), context);
    if (!neighbours)
        return Failure(neighbours.error());
    Matrix made(count, X.cols());
    for (Eigen::Index i = 0; i < count; ++i) {
        const std::size_t base = bases[static_cast<std::size_t>(i)];
        const Indices &near = (*neighbours)[base];
        from.push_back(rows[base]);
        made.row(i) = X.row(rows[base]);
        if (near.empty())
            continue;
        Indices there;
        for (const Eigen::Index place : near)
            there.push_back(rows[static_cast<std::size_t>(place)]);
        const Eigen::Index other = there[random.below(there.size())];
        const double share = random.uniform();
        for (Eigen::Index j = 0; j < X.cols(); ++j) {
            const double step = X(other, j) - made(i, j);
            if (!std::isnan(step))
                made(i, j) += share * step;
        }
        for (const Indices &group : nominal)
            takeMajority(X, there, group, made, i);
    }
    return made;
}

} // namespace assay::engine
