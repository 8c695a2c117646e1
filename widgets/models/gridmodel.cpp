// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/gridmodel.h"

#include <QFont>
#include <QGuiApplication>

namespace assay::ui {

namespace {

int alignment(const Cell &cell)
{
    return (cell.figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

Cell figure(const QString &text, const QVariant &sort)
{
    return {.text = text, .sort = sort, .figure = true};
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_header.size());
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Cell &cell = m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return cell.detail.isEmpty() ? cell.text : cell.text + QStringLiteral(", ") + cell.detail;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    case Qt::TextAlignmentRole:
        return alignment(cell);
    case Qt::DecorationRole:
        return cell.swatch.isValid() ? QVariant(swatchIcon(cell.swatch)) : QVariant();
    case Qt::ForegroundRole:
        return cell.tone == Tone::Normal ? QVariant() : toneColor(cell.tone, QGuiApplication::palette());
    case Qt::BackgroundRole:
        return cell.marked ? QVariant(toneBackground(Tone::Warning, QGuiApplication::palette())) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return cell.strong ? QVariant(font) : QVariant();
    }
    case DetailRole:
        return cell.detail;
    case SortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case ToneRole:
        return static_cast<int>(cell.tone);
    case StrongRole:
        return cell.strong;
    case MarkedRole:
        return cell.marked;
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Cell &cell = m_header[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? QVariant() : cell.toolTip;
    case Qt::TextAlignmentRole:
        return alignment(cell);
    case Qt::DecorationRole:
        return cell.swatch.isValid() ? QVariant(swatchIcon(cell.swatch)) : QVariant();
    default:
        return {};
    }
}

void GridModel::setGrid(std::vector<Cell> header, Grid rows)
{
    beginResetModel();
    m_header = std::move(header);
    m_rows = std::move(rows);
    endResetModel();
}

void GridModel::replaceRows(Grid rows)
{
    Q_ASSERT(rows.size() == m_rows.size());
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace assay::ui
