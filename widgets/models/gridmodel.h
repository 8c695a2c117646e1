// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/tone.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace assay::ui {

/// One cell as it is read: formatted, with what to sort by and how it is marked.
struct Cell
{
    QString text;
    QString detail = {}; ///< a second, fainter line
    QVariant sort = {};  ///< by `text` when it is not set
    QString toolTip = {};
    Tone tone = Tone::Normal;
    bool strong = false; ///< the best of its row or column
    bool marked = false; ///< differs from the others
    bool figure = false; ///< right-aligned
    QColor swatch = {};

    bool operator==(const Cell &) const = default;
};

Cell figure(const QString &text, const QVariant &sort = {});

/// What tables of results have in common: a grid of finished cells. Models derive from it, name their columns by an
/// enum and take a whole result through one setter; the result is formatted once, not at every paint.
class GridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, SortRole, ToneRole, StrongRole, MarkedRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    using Grid = std::vector<std::vector<Cell>>;
    /// Every row of @p rows has as many cells as @p header; only text, tool tip, alignment and swatch of a header cell
    /// count.
    void setGrid(std::vector<Cell> header, Grid rows);
    /// Other values in the same cells: selection and place stay. As many rows as before.
    void replaceRows(Grid rows);

private:
    std::vector<Cell> m_header;
    Grid m_rows;
};

} // namespace assay::ui
