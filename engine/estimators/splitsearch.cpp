// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/splitsearch.h"

#include "engine/estimators/parallel.h"

#include <cmath>

namespace assay::engine {

namespace {

// Columns are searched in this many parts, whose best splits are compared in order.
constexpr std::size_t parts = 16;
// Gains closer than this share of the node's cost are the same but for rounding.
constexpr double sameGain = 1e-11;

using Entry = SortedColumns::Entry;

/// Weight of each class on the left of a split.
template<TreeCriterion criterion>
class ClassSums
{
public:
    ClassSums(const TreeTargets &targets, const SplitNode &)
        : m_counts(static_cast<std::size_t>(targets.classes), 0.0)
    {
    }

    void add(const TreeCase &row)
    {
        m_counts[static_cast<std::size_t>(row.y)] += row.weight;
        m_weight += row.weight;
    }
    /// Weight × impurity of the node.
    static double whole(const SplitNode &node) { return node.cost; }
    /// The same of both sides, where @p total are the sums of both.
    double cost(const ClassSums &total) const
    {
        const double rest = total.m_weight - m_weight;
        double left = 0, right = 0;
        for (std::size_t k = 0; k < m_counts.size(); ++k) {
            left += term(m_counts[k], m_weight);
            right += term(total.m_counts[k] - m_counts[k], rest);
        }
        return criterion == TreeCriterion::Gini ? left / m_weight + right / rest : left + right;
    }

private:
    static double term(double count, double weight)
    {
        if constexpr (criterion == TreeCriterion::Gini)
            return count * (weight - count);
        else
            return count > 0 ? count * std::log2(weight / count) : 0;
    }

    std::vector<double> m_counts;
    double m_weight = 0;
};

/// Sum of values on the left of a split; the squares are the same whatever the split and left out.
class ValueSums
{
public:
    ValueSums(const TreeTargets &, const SplitNode &node)
        : m_centre(node.centre)
    {
    }

    void add(const TreeCase &row)
    {
        m_sum += row.weight * (row.y - m_centre);
        m_weight += row.weight;
    }
    static double whole(const SplitNode &) { return 0; }
    double cost(const ValueSums &total) const
    {
        const double rest = total.m_sum - m_sum;
        return -m_sum * m_sum / m_weight - rest * rest / (total.m_weight - m_weight);
    }

private:
    double m_centre;
    double m_sum = 0;
    double m_weight = 0;
};

template<class Sums>
class Searcher
{
public:
    Searcher(const SortedColumns &columns, const TreeTargets &targets, const SplitSearch &search)
        : m_columns(columns)
        , m_targets(targets)
        , m_search(search)
    {
    }

    Sums sums(const SplitNode &node, std::span<const Entry> entries) const
    {
        Sums out(m_targets, node);
        for (const Entry &entry : entries)
            add(out, entry);
        return out;
    }

    /// Compares the splits of @p node by @p column with the best one so far.
    void look(const SplitNode &node, const Sums &total, std::size_t column, Split &best) const
    {
        const std::span<const Entry> entries = m_columns.entries(column, node.segment);
        std::size_t present = entries.size();
        while (present > 0 && entries[present - 1].rank == SortedColumns::missing)
            --present;
        if (present == 0 || (present == entries.size() && entries.front().rank == entries.back().rank))
            return;
        walk(node, total, column, Sums(m_targets, node), 0, present, best);
        if (present < entries.size())
            walk(node, total, column, sums(node, entries.subspan(present)), entries.size() - present, present, best);
    }

    bool better(const Split &split, const Split &best, const SplitNode &node) const
    {
        const double slack = sameGain * node.cost;
        if (!best.found() || split.gain > best.gain + slack)
            return true;
        return split.gain > best.gain - slack && split.column != best.column &&
               m_search.preference[split.column] < m_search.preference[best.column];
    }

private:
    void add(Sums &side, const Entry &entry) const { side.add(m_targets.rows[entry.row]); }

    // @p left holds the missing rows, when they go left, of which there are @p count.
    void walk(const SplitNode &node, const Sums &total, std::size_t column, Sums left, std::size_t count,
              std::size_t present, Split &best) const
    {
        const std::span<const Entry> entries = m_columns.entries(column, node.segment);
        const bool missingLeft = count > 0;
        // Where missing values go right, all others may go left.
        const std::size_t last = missingLeft || present == entries.size() ? present - 1 : present;
        for (std::size_t i = 0; i < last; ++i) {
            add(left, entries[i]);
            ++count;
            if (i + 1 < entries.size() && entries[i + 1].rank == entries[i].rank)
                continue;
            if (count < m_search.minSamplesLeaf)
                continue;
            if (entries.size() - count < m_search.minSamplesLeaf)
                return;
            const Split split{.gain = Sums::whole(node) - left.cost(total),
                              .column = column,
                              .lower = entries[i].rank,
                              .upper = entries[i + 1].rank,
                              .missingLeft = missingLeft};
            if (better(split, best, node))
                best = split;
        }
    }

    const SortedColumns &m_columns;
    const TreeTargets &m_targets;
    const SplitSearch &m_search;
};

template<class Sums>
std::vector<Split> searchLevel(const SortedColumns &columns, const TreeTargets &targets,
                               std::span<const SplitNode> nodes, const SplitSearch &search, const Context &context)
{
    const Searcher<Sums> searcher(columns, targets, search);
    std::vector<Sums> totals;
    for (const SplitNode &node : nodes)
        totals.push_back(searcher.sums(node, columns.rows(node.segment)));
    std::vector<std::vector<Split>> best(parts, std::vector<Split>(nodes.size()));
    parallelFor(context.threadCount(), parts, [&](std::size_t part) {
        const std::size_t end = columns.columns() * (part + 1) / parts;
        for (std::size_t column = columns.columns() * part / parts; column < end && !context.cancelled(); ++column) {
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                if (nodes[i].columns.empty() || nodes[i].columns[column] != 0)
                    searcher.look(nodes[i], totals[i], column, best[part][i]);
            }
        }
    });
    for (std::size_t part = 1; part < parts; ++part) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (best[part][i].found() && searcher.better(best[part][i], best[0][i], nodes[i]))
                best[0][i] = best[part][i];
        }
    }
    return std::move(best[0]);
}

} // namespace

std::vector<Split> bestSplits(const SortedColumns &columns, const TreeTargets &targets,
                              std::span<const SplitNode> nodes, const SplitSearch &search, const Context &context)
{
    switch (targets.criterion) {
    case TreeCriterion::Gini:
        return searchLevel<ClassSums<TreeCriterion::Gini>>(columns, targets, nodes, search, context);
    case TreeCriterion::Entropy:
        return searchLevel<ClassSums<TreeCriterion::Entropy>>(columns, targets, nodes, search, context);
    default:
        return searchLevel<ValueSums>(columns, targets, nodes, search, context);
    }
}

} // namespace assay::engine
