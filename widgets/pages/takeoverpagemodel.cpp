// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/takeoverpagemodel.h"

#include "widgets/models/format.h"

#include <QApplication>
#include <QPalette>

namespace assay::ui {

void TakeOverPageModel::setRuns(std::vector<tracking::ImportPlanRun> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_ticked.clear();
    for (const tracking::ImportPlanRun &run : m_runs)
        m_ticked.push_back(!run.known);
    endResetModel();
    emit tickedChanged();
}

void TakeOverPageModel::tick(bool all)
{
    std::fill(m_ticked.begin(), m_ticked.end(), all);
    if (!m_runs.empty())
        emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
    emit tickedChanged();
}

QStringList TakeOverPageModel::ticked() const
{
    QStringList sources;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (m_ticked[i])
            sources << m_runs[i].source;
    return sources;
}

int TakeOverPageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int TakeOverPageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString TakeOverPageModel::text(const tracking::ImportPlanRun &run, int column) const
{
    switch (column) {
    case Name:
        return run.name.isEmpty() ? run.source : run.name;
    case Experiment:
        return run.experiment;
    case Status:
        return Format::status(run.status);
    case Started:
        return run.start.isValid() ? Format::dateTime(run.start) : QString();
    case Points:
        return Format::count(run.points);
    case Params:
        return Format::count(run.params);
    case Files:
        return Format::count(run.files);
    case Size:
        return run.files > 0 ? Format::bytes(run.fileBytes) : QString();
    default:
        return run.known ? tr("in the store") : run.deleted ? tr("deleted there") : tr("new");
    }
}

QVariant TakeOverPageModel::sortValue(const tracking::ImportPlanRun &run, int column)
{
    switch (column) {
    case Started:
        return run.start;
    case Points:
        return run.points;
    case Params:
        return run.params;
    case Files:
        return run.files;
    case Size:
        return run.fileBytes;
    default:
        return {};
    }
}

QVariant TakeOverPageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const tracking::ImportPlanRun &run = m_runs[row];
    const bool number = index.column() >= Points && index.column() <= Size;
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case SortRole: {
        const QVariant value = sortValue(run, index.column());
        return value.isValid() ? value : QVariant(text(run, index.column()));
    }
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(m_ticked[row] ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return run.known ? QVariant(QApplication::palette().brush(QPalette::Disabled, QPalette::Text)) : QVariant();
    case Qt::ToolTipRole:
        return run.known
                   ? tr("%1\nThe store has this run. Tick it to take over what it has grown by since.").arg(run.source)
                   : run.source;
    default:
        return {};
    }
}

bool TakeOverPageModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole || index.column() != Name)
        return false;
    m_ticked[static_cast<std::size_t>(index.row())] = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit tickedChanged();
    return true;
}

QVariant TakeOverPageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QStringList names = {tr("Run"),        tr("Experiment"), tr("Status"), tr("Started"), tr("Points"),
                               tr("Parameters"), tr("Files"),      tr("Size"),   tr("State")};
    return names.value(section);
}

Qt::ItemFlags TakeOverPageModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace assay::ui
