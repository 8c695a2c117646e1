// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/previewmodel.h"

#include <QCoreApplication>

namespace assay::ui {

QString kindText(engine::Kind kind)
{
    switch (kind) {
    case engine::Kind::Boolean:
        return QCoreApplication::translate("Kinds", "Yes or no");
    case engine::Kind::Integer:
        return QCoreApplication::translate("Kinds", "Whole number");
    case engine::Kind::Real:
        return QCoreApplication::translate("Kinds", "Number");
    case engine::Kind::Categorical:
        return QCoreApplication::translate("Kinds", "Category");
    case engine::Kind::Text:
        return QCoreApplication::translate("Kinds", "Text");
    case engine::Kind::Date:
        return QCoreApplication::translate("Kinds", "Date");
    case engine::Kind::DateTime:
        return QCoreApplication::translate("Kinds", "Date and time");
    }
    return {};
}

QString kindHelp(engine::Kind kind)
{
    switch (kind) {
    case engine::Kind::Boolean:
        return QCoreApplication::translate("Kinds", "Two values, such as true and false");
    case engine::Kind::Integer:
        return QCoreApplication::translate("Kinds", "Counts and other numbers without a fraction");
    case engine::Kind::Real:
        return QCoreApplication::translate("Kinds", "Measurements");
    case engine::Kind::Categorical:
        return QCoreApplication::translate("Kinds", "One of a few names; becomes a feature for each");
    case engine::Kind::Text:
        return QCoreApplication::translate("Kinds", "Free text and identifiers");
    case engine::Kind::Date:
        return QCoreApplication::translate("Kinds", "A day");
    case engine::Kind::DateTime:
        return QCoreApplication::translate("Kinds", "A moment");
    }
    return {};
}

PreviewModel::PreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PreviewModel::setPreview(engine::ReadPreview preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_columns.clear();
    for (const std::string &name : m_preview.columns)
        m_columns.push_back(m_preview.parsed.table.find(name));
    endResetModel();
}

const engine::Column *PreviewModel::column(int index) const
{
    return m_columns[static_cast<std::size_t>(index)];
}

engine::Kind PreviewModel::kind(int index) const
{
    const engine::Column *found = column(index);
    return found ? found->kind() : engine::Kind::Text;
}

QString PreviewModel::raw(int row, int column) const
{
    const auto &rows = m_preview.raw;
    const auto r = static_cast<std::size_t>(row), c = static_cast<std::size_t>(column);
    return r < rows.size() && c < rows[r].size() ? QString::fromStdString(rows[r][c]) : QString();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.parsed.table.rows());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const engine::Column *cells = column(index.column());
    const auto row = static_cast<engine::Row>(index.row());
    const bool missing = !cells || cells->isMissing(row);
    const QString written = raw(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return missing ? QString() : QString::fromStdString(cells->text(row));
    case Qt::ToolTipRole:
        return missing ? tr("Written: %1\nRead as missing").arg(written)
                       : tr("Written: %1\nRead as %2").arg(written, QString::fromStdString(cells->text(row)));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((cells && cells->isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case RawRole:
        return written;
    case LostRole: {
        const auto &rejected = m_preview.parsed.rejected;
        return missing && !written.isEmpty() &&
               std::any_of(rejected.begin(), rejected.end(), [&](const engine::RejectedCell &cell) {
                   return cell.column == m_preview.columns[static_cast<std::size_t>(index.column())] &&
                          cell.text == written.toStdString();
               });
    }
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const QString name = QString::fromStdString(m_preview.columns[static_cast<std::size_t>(section)]);
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1\n%2").arg(name, kindText(kind(section)));
    if (role == Qt::ToolTipRole)
        return tr("%1: %2. Click to read it as another kind.").arg(name, kindHelp(kind(section)));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (column(section) && column(section)->isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

} // namespace assay::ui
