// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartparts.h"
#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/treedrawing.h"

#include <QLocale>
#include <algorithm>
#include <set>

/// What a tree says in words.
namespace assay::ui {

namespace {

/// Where a split cuts: a reader expects 30, not 30.0.
QString cutText(double threshold)
{
    return QLocale().toString(threshold, 'g', 6);
}

/// Index of the node above @p node; −1 for the root.
int parentOf(const TreeDrawing &tree, int node)
{
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].left == node || tree.nodes[i].right == node)
            return static_cast<int>(i);
    }
    return -1;
}

QString side(const TreeDrawing &tree, int parent, int child)
{
    const engine::TreeNode &node = tree.node(parent);
    const QString column = QString::fromStdString(node.column);
    return child == node.left ? tree.condition(parent) : QStringLiteral("%1 > %2").arg(column, cutText(node.threshold));
}

} // namespace

int TreeDrawing::majority(int index) const
{
    const std::vector<double> &value = node(index).value;
    if (classes.isEmpty() || value.empty())
        return -1;
    return static_cast<int>(std::max_element(value.begin(), value.end()) - value.begin());
}

QString TreeDrawing::condition(int index) const
{
    return QStringLiteral("%1 ≤ %2").arg(QString::fromStdString(node(index).column), cutText(node(index).threshold));
}

QString TreeDrawing::outcome(int index) const
{
    const int most = majority(index);
    const std::vector<double> &value = node(index).value;
    if (most < 0)
        return value.empty() ? QString() : figure(value.front());
    return QStringLiteral("%1  %2").arg(classes.value(most), percent(value[static_cast<std::size_t>(most)], 0));
}

QString TreeDrawing::describe(int index) const
{
    QStringList way;
    for (int child = index, parent = parentOf(*this, index); parent >= 0;
         child = parent, parent = parentOf(*this, parent))
        way.prepend(side(*this, parent, child));
    const engine::TreeNode &at = node(index);
    QStringList shares;
    for (std::size_t c = 0; c < at.value.size() && !classes.isEmpty(); ++c)
        shares << QStringLiteral("%1 %2").arg(classes.value(static_cast<qsizetype>(c)), percent(at.value[c]));
    const QString rows = way.isEmpty() ? ChartText::tr("All rows") : way.join(ChartText::tr(" and "));
    QString text = ChartText::tr("%1: %2 rows, impurity %3.").arg(rows, rowCount(at.samples), figure(at.impurity));
    text += u' ' + (shares.isEmpty() ? ChartText::tr("Mean %1.").arg(outcome(index))
                                     : shares.join(QStringLiteral(", ")) + u'.');
    return text + u' ' + (at.left >= 0 ? ChartText::tr("Split on %1.").arg(condition(index)) : ChartText::tr("Leaf."));
}

QString TreeDrawing::summary() const
{
    if (empty())
        return {};
    const auto leaves = std::count_if(nodes.begin(), nodes.end(), [](const engine::TreeNode &n) { return n.left < 0; });
    QString text = ChartText::tr("A tree of %1 leaves, %2 levels deep.").arg(leaves).arg(treeDepth(nodes));
    if (node(0).left < 0)
        return text + u' ' + ChartText::tr("It does not split: every row gets the same prediction.");
    std::set<std::string> columns;
    for (const engine::TreeNode &n : nodes) {
        if (n.left >= 0)
            columns.insert(n.column);
    }
    QStringList names;
    for (const std::string &column : columns)
        names << QString::fromStdString(column);
    text += u' ' + ChartText::tr("The first split is on %1.").arg(condition(0));
    return text + u' ' +
           (names.size() <= 8 ? ChartText::tr("It asks for %1.").arg(sentenceList(names))
                              : ChartText::tr("It asks for %1 columns.").arg(names.size()));
}

} // namespace assay::ui
