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

/// Weight of each class on one side of a split.
class ClassSums
{
public:
    ClassSums(const TreeTargets &targets, const SplitNode &)
        : m_entropy(targets.criterion == TreeCriterion::Entropy)
        , m_counts(static_cast<std::size_t>(targets.classes), 0.0)
    {
    }

    void add(double label, double weight)
    {
        m_counts[static_cast<std::size_t>(label)] += weight;
        m_weight += weight;
    }
    ClassSums &operator-=(const ClassSums &other)
    {
        for (std::size_t k = 0; k < m_counts.size(); ++k)
            m_counts[k] -= other.m_counts[k];
        m_weight -= other.m_weight;
        return *this;
    }
    /// Weight × impurity.
    double cost() const
    {
        double sum = 0;
        for (const double count : m_counts) {
            if (m_entropy)
                sum += count > 0 ? count * std::log2(m_weight / count) : 0;
            else
                sum += count * (m_weight - count) / m_weight;
        }
        return sum;
    }

private:
    bool m_entropy;
    std::vector<double> m_counts;
    double m_weight = 0;
};

/// Sum of values on one side of a split; the squares are the same whatever the split and left out.
class ValueSums
{
public:
    ValueSums(const TreeTargets &, const SplitNode &node)
        : m_centre(node.centre)
    {
    }

    void add(double value, double weight)
    {
        m_sum += weight * (value - m_centre);
        m_weight += weight;
    }
    ValueSums &operator-=(const ValueSums &other)
    {
        m_sum -= other.m_sum;
        m_weight -= other.m_weight;
        return *this;
    }
    double cost() const { return -m_sum * m_sum / m_weight; }

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
    void add(Sums &side, const Entry &entry) const { side.add(m_targets.y[entry.row], m_targets.weights[entry.row]); }

    // @p left holds the missing rows, when they go left, of which there are @p count.
    void walk(const SplitNode &node, const Sums &total, std::size_t column, Sums left, std::size_t count,
              std::size_t present, Split &best) const
    {
        const std::span<const Entry> entries = m_columns.entries(column, node.segment);
        const bool missingLeft = count > 0;
        Sums right = total;
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
            right = total;
            right -= left;
            const Split split{.gain = total.cost() - left.cost() - right.cost(),
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
    return targets.classes > 0 ? searchLevel<ClassSums>(columns, targets, nodes, search, context)
                               : searchLevel<ValueSums>(columns, targets, nodes, search, context);
}

} // namespace assay::engine
