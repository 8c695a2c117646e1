// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/rejectedmodel.h"

namespace assay::ui {

void RejectedModel::setCells(std::vector<engine::RejectedCell> cells)
{
    beginResetModel();
    m_cells = std::move(cells);
    endResetModel();
}

int RejectedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int RejectedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const engine::RejectedCell &cell = m_cells[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Line:
        return static_cast<qint64>(cell.line);
    case Name:
        return QString::fromStdString(cell.column);
    case Text:
        return QString::fromStdString(cell.text);
    default:
        return QString::fromStdString(cell.message);
    }
}

QVariant RejectedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line:
        return tr("Line");
    case Name:
        return tr("Column");
    case Text:
        return tr("Written");
    default:
        return tr("Why it does not fit");
    }
}

} // namespace assay::ui
