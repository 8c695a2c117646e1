// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explore/importanceforest.h"

#include "engine/core/random.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/treegrowth.h"

#include <algorithm>
#include <atomic>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace assay::engine {

namespace {

/// What one tree has to say.
struct Vote
{
    std::vector<Eigen::Index> rows;  ///< that it did not learn from
    std::vector<double> predictions; ///< of those
    std::vector<double> lost;        ///< [columns] mean squared error gained by shuffling
    bool grown = false;
};

class Grower
{
public:
    Grower(const Matrix &X, const std::vector<double> &y, const ImportanceOptions &options, const Context &context)
        : m_X(X)
        , m_y(y)
        , m_options(options)
        , m_context(context)
    {
    }

    Vote vote(std::size_t number) const
    {
        Vote out;
        Random random(m_context.seed, number);
        TreeTargets targets{.criterion = TreeCriterion::SquaredError, .classes = 0};
        for (const double value : m_y)
            targets.rows.push_back({.y = value, .weight = 0});
        for (std::size_t i = 0; i < std::min(m_options.bag, m_y.size()); ++i)
            ++targets.rows[random.below(m_y.size())].weight;
        for (std::size_t i = 0; i < m_y.size(); ++i)
            if (targets.rows[i].weight == 0)
                out.rows.push_back(static_cast<Eigen::Index>(i));
        random.shuffle(std::span(out.rows));
        out.rows.resize(std::min(out.rows.size(), m_options.heldOut));
        const auto columns = static_cast<std::size_t>(m_X.cols());
        const TreeGrowth growth{.minSamplesLeaf = m_y.size() < 100 ? std::size_t(2) : std::size_t(5),
                                .maxFeatures = std::max<std::size_t>(1, (columns + 2) / 3)};
        const auto tree = growTree(m_X, targets, growth, {.stop = m_context.stop, .threads = 1, .seed = random.bits()});
        if (!tree || out.rows.empty())
            return out;
        out.predictions = predictions(*tree, out.rows, -1, {});
        const double base = error(out.rows, out.predictions);
        for (std::size_t column = 0; column < columns; ++column)
            out.lost.push_back(uses(*tree, column) ? shuffledError(*tree, out.rows, column, random) - base : 0);
        out.grown = true;
        return out;
    }

private:
    static bool uses(const Tree &tree, std::size_t column)
    {
        return std::ranges::any_of(tree.nodes, [column](const Tree::Node &node) {
            return node.left >= 0 && node.column == static_cast<Eigen::Index>(column);
        });
    }

    /// With the values of @p column taken from the rows @p from; −1: as they are.
    std::vector<double> predictions(const Tree &tree, const std::vector<Eigen::Index> &rows, Eigen::Index column,
                                    const std::vector<Eigen::Index> &from) const
    {
        std::vector<double> out, row(static_cast<std::size_t>(m_X.cols()));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (Eigen::Index j = 0; j < m_X.cols(); ++j)
                row[static_cast<std::size_t>(j)] = m_X(rows[i], j);
            if (column >= 0)
                row[static_cast<std::size_t>(column)] = m_X(from[i], column);
            out.push_back(tree.values(static_cast<Eigen::Index>(tree.leafOf(row.data())), 0));
        }
        return out;
    }

    double shuffledError(const Tree &tree, const std::vector<Eigen::Index> &rows, std::size_t column,
                         Random &random) const
    {
        std::vector<Eigen::Index> from = rows;
        random.shuffle(std::span(from));
        return error(rows, predictions(tree, rows, static_cast<Eigen::Index>(column), from));
    }

    double error(const std::vector<Eigen::Index> &rows, const std::vector<double> &predicted) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double d = predicted[i] - m_y[static_cast<std::size_t>(rows[i])];
            sum += d * d;
        }
        return sum / static_cast<double>(rows.size());
    }

    const Matrix &m_X;
    const std::vector<double> &m_y;
    const ImportanceOptions &m_options;
    const Context &m_context;
};

/// Of the mean of what trees said about each row they did not see.
double explainedShare(const std::vector<Vote> &votes, const std::vector<double> &y, double variance)
{
    std::vector<double> sum(y.size(), 0), count(y.size(), 0);
    for (const Vote &vote : votes)
        for (std::size_t i = 0; i < vote.predictions.size(); ++i) {
            sum[static_cast<std::size_t>(vote.rows[i])] += vote.predictions[i];
            ++count[static_cast<std::size_t>(vote.rows[i])];
        }
    double squares = 0, n = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (count[i] == 0)
            continue;
        squares += (sum[i] / count[i] - y[i]) * (sum[i] / count[i] - y[i]);
        ++n;
    }
    return n > 0 ? 1 - squares / n / variance : 0;
}

} // namespace

Result<ForestImportance> forestImportance(const Matrix &X, const std::vector<double> &y,
                                          const ImportanceOptions &options, const Context &context)
{
    double mean = 0, variance = 0;
    for (const double value : y)
        mean += value / static_cast<double>(y.size());
    for (const double value : y)
        variance += (value - mean) * (value - mean) / static_cast<double>(y.size());
    const Grower grower(X, y, options, context);
    const auto trees = static_cast<std::size_t>(std::max(1, options.trees));
    std::vector<Vote> votes(trees);
    parallelFor(context.threadCount(), trees, [&](std::size_t number) {
        if (!context.cancelled())
            votes[number] = grower.vote(number);
    });
    if (context.cancelled())
        return cancelled();
    ForestImportance out;
    out.explained = variance > 0 ? explainedShare(votes, y, variance) : 0;
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + options.level / 2);
    for (std::size_t column = 0; column < static_cast<std::size_t>(X.cols()); ++column) {
        double sum = 0, squares = 0, n = 0;
        for (const Vote &vote : votes) {
            if (!vote.grown)
                continue;
            const double lost = vote.lost[column] / variance;
            sum += lost;
            squares += lost * lost;
            ++n;
        }
        const double average = n > 0 ? sum / n : 0;
        const double sd = n > 1 ? std::sqrt(std::max(0.0, (squares - n * average * average) / (n - 1))) : 0;
        out.mean.push_back(average);
        out.low.push_back(average - z * sd / std::sqrt(std::max(1.0, n)));
        out.high.push_back(average + z * sd / std::sqrt(std::max(1.0, n)));
    }
    return out;
}

} // namespace assay::engine
