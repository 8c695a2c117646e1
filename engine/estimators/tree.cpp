// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/tree.h"

#include "engine/estimators/savedmatrix.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

// Risk of the best subtree under each node when a leaf costs alpha, and whether that subtree is the node alone.
std::vector<bool> cutsAt(const Tree &tree, double alpha)
{
    std::vector<bool> cut(tree.nodes.size(), true);
    std::vector<double> cost(tree.nodes.size());
    // Children come after their parents.
    for (std::size_t i = tree.nodes.size(); i-- > 0;) {
        const Tree::Node &node = tree.nodes[i];
        cost[i] = node.impurity * node.samples / tree.nodes.front().samples + alpha;
        if (tree.isLeaf(i))
            continue;
        const double below = cost[static_cast<std::size_t>(node.left)] + cost[static_cast<std::size_t>(node.right)];
        cut[i] = cost[i] <= below;
        cost[i] = std::min(cost[i], below);
    }
    return cut;
}

bool isTree(const Tree &tree, Eigen::Index features)
{
    const int count = static_cast<int>(tree.nodes.size());
    for (int i = 0; i < count; ++i) {
        const Tree::Node &node = tree.nodes[static_cast<std::size_t>(i)];
        if (node.left < 0 && node.right < 0)
            continue;
        if (node.left <= i || node.right <= i || node.left >= count || node.right >= count || node.column < 0 ||
            node.column >= features)
            return false;
    }
    return count > 0 && tree.values.rows() == count;
}

} // namespace

std::size_t Tree::leaves() const
{
    return static_cast<std::size_t>(std::ranges::count_if(nodes, [](const Node &node) { return node.left < 0; }));
}

std::size_t Tree::leafOf(const double *row, std::size_t at) const
{
    while (!isLeaf(at)) {
        const Node &node = nodes[at];
        const double value = row[node.column];
        const bool left = std::isnan(value) ? node.missingLeft : value <= node.threshold;
        at = static_cast<std::size_t>(left ? node.left : node.right);
    }
    return at;
}

Matrix Tree::predict(const MatrixRef &X) const
{
    Matrix out(X.rows(), values.cols());
    for (Eigen::Index i = 0; i < X.rows(); ++i)
        out.row(i) = values.row(static_cast<Eigen::Index>(leafOf(X.row(i).data())));
    return out;
}

Tree Tree::pruned(double alpha) const
{
    const std::vector<bool> cut = cutsAt(*this, alpha);
    Tree out;
    std::vector<Eigen::Index> kept{0}; // by new index: the old one
    for (std::size_t i = 0; i < kept.size(); ++i) {
        Node node = nodes[static_cast<std::size_t>(kept[i])];
        if (cut[static_cast<std::size_t>(kept[i])]) {
            node.left = node.right = -1;
        } else {
            kept.insert(kept.end(), {node.left, node.right});
            node.left = static_cast<int>(kept.size()) - 2;
            node.right = static_cast<int>(kept.size()) - 1;
        }
        out.nodes.push_back(node);
    }
    out.values = values(kept, Eigen::all);
    return out;
}

Json Tree::toJson() const
{
    Json list = Json::array();
    for (const Node &node : nodes)
        list.push_back({node.left, node.right, node.column, jsonNumber(node.threshold), node.missingLeft,
                        jsonNumber(node.samples), jsonNumber(node.impurity)});
    return {{"nodes", std::move(list)}, {"values", assay::engine::toJson(values)}};
}

Result<Tree> Tree::fromJson(const Json &json, Eigen::Index features)
{
    Tree tree;
    try {
        for (const Json &node : json.at("nodes"))
            tree.nodes.push_back({.left = node.at(0).get<int>(),
                                  .right = node.at(1).get<int>(),
                                  .column = node.at(2).get<Eigen::Index>(),
                                  .threshold = numberFromJson(node.at(3)),
                                  .missingLeft = node.at(4).get<bool>(),
                                  .samples = numberFromJson(node.at(5)),
                                  .impurity = numberFromJson(node.at(6))});
        tree.values = matrixFromJson(json.at("values"));
    } catch (const Json::exception &error) {
        return badModel("tree", error);
    }
    if (!isTree(tree, features))
        return failure(ErrorKind::BadInput, "bad_model", "The saved {} cannot be read: {}.",
                       {"tree", "its nodes do not fit together"});
    return tree;
}

} // namespace assay::engine
