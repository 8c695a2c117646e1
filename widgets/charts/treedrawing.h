// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/treelayout.h"

#include <QString>
#include <QStringList>
#include <vector>

class QByteArray;
class QFont;
class QImage;
class QPainter;

namespace assay::ui {

/// A decision tree as it is drawn and told: nodes with the names of their classes; no classes for a regression.
struct TreeDrawing
{
    std::vector<engine::TreeNode> nodes;
    QStringList classes;
    QString title;

    bool empty() const { return nodes.empty(); }
    const engine::TreeNode &node(int index) const { return nodes[static_cast<std::size_t>(index)]; }
    /// The class most rows are of, or −1 for a regression.
    int majority(int index) const;
    /// "age ≤ 30.5"
    QString condition(int index) const;
    /// What the node says of its rows: "yes 75 %", "12.3".
    QString outcome(int index) const;
    /// Conditions from the root, rows and shares: for a tool tip and for screen readers.
    QString describe(int index) const;
    /// The tree in two or three sentences.
    QString summary() const;
};

/// Paints @p layout in its own coordinates; the box at @p chosen has a frame.
void paintTree(QPainter &painter, const TreeDrawing &tree, const TreeLayout &layout, int chosen, const QFont &font,
               bool dark);
/// The whole layout at @p scale, not more than 16,000 pixels a side.
QImage treePicture(const TreeDrawing &tree, const TreeLayout &layout, const QFont &font, bool dark, double scale = 2);
QByteArray treeSvg(const TreeDrawing &tree, const TreeLayout &layout, const QFont &font, bool dark);

} // namespace assay::ui
