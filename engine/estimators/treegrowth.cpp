// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/treegrowth.h"

#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

std::vector<std::uint32_t> weightedRows(const TreeTargets &targets)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < targets.rows.size(); ++i) {
        if (targets.rows[i].weight > 0)
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

std::vector<std::size_t> shuffled(std::size_t count, Random random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    random.shuffle(std::span(order));
    return order;
}

class Grower
{
public:
    Grower(const Matrix &X, const TreeTargets &targets, const TreeGrowth &growth, const Context &context)
        : m_targets(targets)
        , m_growth(growth)
        , m_context(context)
        , m_columns(X, weightedRows(targets), context.threadCount())
        , m_goesLeft(static_cast<std::size_t>(X.rows()), 0)
    {
        m_search.minSamplesLeaf = growth.minSamplesLeaf;
        m_search.preference = shuffled(m_columns.columns(), Random(context.seed));
    }

    Result<Tree> grow(std::size_t rows);

private:
    /// A leaf of the level that has just grown.
    struct Open
    {
        std::size_t node = 0;
        Segment segment;
        double centre = 0;
        bool pure = false;
    };

    Open addNode(Segment segment);
    double describeClasses(Segment segment, Open &open);
    double describeValues(Segment segment, Open &open);
    bool maySplit(const Open &open, int depth) const;
    std::vector<std::uint8_t> drawColumns(const Open &open) const;
    std::vector<Split> search(std::span<const Open> open) const;
    bool worthIt(const Split &split) const;
    Segment divide(const Open &open, const Split &split);
    void finishLevel(std::vector<Open> &level, std::span<const Split> splits);

    const TreeTargets &m_targets;
    const TreeGrowth &m_growth;
    const Context &m_context;
    SortedColumns m_columns;
    SplitSearch m_search;
    std::vector<std::uint8_t> m_goesLeft; ///< [rows of X]
    Tree m_tree;
    std::vector<double> m_values; ///< of the nodes, as Tree has them
};

double Grower::describeClasses(Segment segment, Open &open)
{
    Vector counts = Vector::Zero(m_targets.classes);
    for (const auto &entry : m_columns.rows(segment))
        counts[static_cast<Eigen::Index>(m_targets.rows[entry.row].y)] += m_targets.rows[entry.row].weight;
    const double weight = counts.sum();
    counts /= weight;
    m_values.insert(m_values.end(), counts.begin(), counts.end());
    open.pure = (counts.array() > 0).count() < 2;
    double impurity = 0;
    for (const double share : counts) {
        if (m_targets.criterion == TreeCriterion::Entropy)
            impurity -= share > 0 ? share * std::log2(share) : 0;
        else
            impurity += share * (1 - share);
    }
    m_tree.nodes.back().samples = weight;
    return impurity;
}

double Grower::describeValues(Segment segment, Open &open)
{
    double weight = 0, sum = 0, squares = 0;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    const auto rows = m_columns.rows(segment);
    const double first = m_targets.rows[rows.front().row].y;
    for (const auto &entry : rows) {
        const auto &[value, rowWeight] = m_targets.rows[entry.row];
        weight += rowWeight;
        sum += rowWeight * (value - first);
        least = std::min(least, value);
        most = std::max(most, value);
    }
    open.centre = first + sum / weight;
    open.pure = least == most;
    for (const auto &entry : rows) {
        const auto &[value, rowWeight] = m_targets.rows[entry.row];
        squares += rowWeight * (value - open.centre) * (value - open.centre);
    }
    m_values.push_back(open.centre);
    m_tree.nodes.back().samples = weight;
    return squares / weight;
}

Grower::Open Grower::addNode(Segment segment)
{
    Open open{.node = m_tree.nodes.size(), .segment = segment};
    m_tree.nodes.emplace_back();
    const double impurity = m_targets.classes > 0 ? describeClasses(segment, open) : describeValues(segment, open);
    m_tree.nodes.back().impurity = impurity;
    return open;
}

bool Grower::maySplit(const Open &open, int depth) const
{
    return !open.pure && (m_growth.maxDepth == 0 || depth < m_growth.maxDepth) &&
           open.segment.size() >= std::max(m_growth.minSamplesSplit, 2 * m_growth.minSamplesLeaf);
}

// The first of a node's own shuffle of the columns that vary in it.
std::vector<std::uint8_t> Grower::drawColumns(const Open &open) const
{
    std::vector<std::uint8_t> drawn(m_columns.columns(), 0);
    std::size_t count = 0;
    for (const std::size_t column : shuffled(drawn.size(), Random(m_context.seed, open.node + 1))) {
        const auto entries = m_columns.entries(column, open.segment);
        if (count == m_growth.maxFeatures)
            break;
        if (entries.front().rank != entries.back().rank) {
            drawn[column] = 1;
            ++count;
        }
    }
    return drawn;
}

std::vector<Split> Grower::search(std::span<const Open> open) const
{
    std::vector<SplitNode> nodes;
    const bool draws = m_growth.maxFeatures > 0 && m_growth.maxFeatures < m_columns.columns();
    for (const Open &leaf : open) {
        const Tree::Node &node = m_tree.nodes[leaf.node];
        nodes.push_back({.segment = leaf.segment,
                         .centre = leaf.centre,
                         .cost = node.samples * node.impurity,
                         .columns = draws ? drawColumns(leaf) : std::vector<std::uint8_t>()});
    }
    std::vector<Split> splits = bestSplits(m_columns, m_targets, nodes, m_search, m_context);
    if (!draws)
        return splits;
    // A node that none of the drawn columns can split is split by another, as scikit-learn does.
    std::vector<SplitNode> again;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (splits[i].found())
            continue;
        for (std::uint8_t &column : nodes[i].columns)
            column = column == 0 ? 1 : 0;
        again.push_back(nodes[i]);
        which.push_back(i);
    }
    const std::vector<Split> others = bestSplits(m_columns, m_targets, again, m_search, m_context);
    for (std::size_t i = 0; i < which.size(); ++i)
        splits[which[i]] = others[i];
    return splits;
}

bool Grower::worthIt(const Split &split) const
{
    return split.found() && split.gain / m_tree.nodes.front().samples + std::numeric_limits<double>::epsilon() >=
                                m_growth.minImpurityDecrease;
}

// Marks the rows that go left; they are the first of the segment afterwards.
Segment Grower::divide(const Open &open, const Split &split)
{
    std::size_t left = 0;
    for (const auto &entry : m_columns.entries(split.column, open.segment)) {
        const bool goes = entry.rank == SortedColumns::missing ? split.missingLeft : entry.rank <= split.lower;
        m_goesLeft[entry.row] = goes ? 1 : 0;
        left += goes ? 1 : 0;
    }
    return {.begin = open.segment.begin, .end = open.segment.begin + left};
}

void Grower::finishLevel(std::vector<Open> &level, std::span<const Split> splits)
{
    std::vector<Segment> segments, lefts;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (!worthIt(splits[i]))
            continue;
        which.push_back(i);
        segments.push_back(level[i].segment);
        lefts.push_back(divide(level[i], splits[i]));
    }
    m_columns.part(segments, m_goesLeft, m_context.threadCount());
    std::vector<Open> next;
    for (std::size_t s = 0; s < which.size(); ++s) {
        const Open &parent = level[which[s]];
        const Split &split = splits[which[s]];
        next.push_back(addNode(lefts[s]));
        next.push_back(addNode({.begin = lefts[s].end, .end = segments[s].end}));
        const std::size_t left = next[next.size() - 2].node, right = next.back().node;
        Tree::Node &node = m_tree.nodes[parent.node];
        node.left = static_cast<int>(left);
        node.right = static_cast<int>(right);
        node.column = static_cast<Eigen::Index>(split.column);
        node.threshold = m_columns.between(split.column, split.lower, split.upper);
        // Without missing values here, those to come go with most.
        const auto last = m_columns.entries(split.column, next.back().segment).back();
        const auto lastLeft = m_columns.entries(split.column, lefts[s]).back();
        const bool sawMissing = last.rank == SortedColumns::missing || lastLeft.rank == SortedColumns::missing;
        node.missingLeft = sawMissing ? split.missingLeft : m_tree.nodes[left].samples > m_tree.nodes[right].samples;
    }
    level = std::move(next);
}

Result<Tree> Grower::grow(std::size_t rows)
{
    std::vector<Open> level{addNode({.begin = 0, .end = rows})};
    for (int depth = 0; !level.empty(); ++depth) {
        std::erase_if(level, [&](const Open &open) { return !maySplit(open, depth); });
        if (m_context.cancelled())
            return cancelled();
        const std::vector<Split> splits = search(level);
        if (m_context.cancelled())
            return cancelled();
        finishLevel(level, splits);
        const auto count = static_cast<Eigen::Index>(m_tree.nodes.size());
        m_tree.values = Eigen::Map<const Matrix>(m_values.data(), count, std::ssize(m_values) / count);
        if (m_growth.grown && (depth == 0 || !level.empty()))
            m_growth.grown(m_tree, depth + 1);
        m_context.progress("Growing the tree", depth + 1, m_growth.maxDepth);
    }
    return std::move(m_tree);
}

} // namespace

Result<Tree> growTree(const Matrix &X, const TreeTargets &targets, const TreeGrowth &growth, const Context &context)
{
    return Grower(X, targets, growth, context).grow(weightedRows(targets).size());
}

} // namespace assay::engine
