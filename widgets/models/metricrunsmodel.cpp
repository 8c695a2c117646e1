// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricrunsmodel.h"

#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QFont>

namespace assay::ui {

void MetricRunsModel::setRuns(const std::vector<tracking::RunDetails> &runs, const std::vector<RunLook> &looks,
                              const MetricView &view, bool dark)
{
    const bool same = runs.size() == m_rows.size();
    if (!same)
        beginResetModel();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const tracking::Run &run = runs[i].run;
        rows.push_back({.id = run.id,
                        .name = run.name,
                        .group = looks[i].group,
                        .tip = tr("%1, %2, %3").arg(run.name, Format::model(run.model), Format::status(run.status)),
                        .swatch = swatchIcon(curveColor(looks[i].slot, looks[i].shade, dark)),
                        .value = same ? m_rows[i].value : std::nan("")});
    }
    m_rows = std::move(rows);
    m_hidden = view.hidden;
    m_groupTitle = view.group.section(u'.', -1);
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    emit headerDataChanged(Qt::Horizontal, Group, Group);
}

void MetricRunsModel::setValues(std::vector<double> values, const QString &title, const QString &tip)
{
    m_valueTip = tip;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].value = i < values.size() ? values[i] : std::nan("");
    if (!m_rows.empty())
        emit dataChanged(index(0, Value), index(rowCount() - 1, Value), {Qt::DisplayRole});
    if (title != m_valueTitle) {
        m_valueTitle = title;
        emit headerDataChanged(Qt::Horizontal, Value, Value);
    }
}

void MetricRunsModel::setLit(int run)
{
    const int before = std::exchange(m_lit, run);
    for (const int row : {before, run})
        if (row >= 0 && row < rowCount())
            emit dataChanged(index(row, 0), index(row, columns - 1), {Qt::FontRole});
}

void MetricRunsModel::setHidden(std::set<QString> hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = std::move(hidden);
    if (!m_rows.empty())
        emit dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
    emit hiddenChanged();
}

int MetricRunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetricRunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant MetricRunsModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name    ? QVariant(row.name)
               : index.column() == Group ? QVariant(row.group)
                                         : QVariant(Format::number(row.value));
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(row.swatch) : QVariant();
    case Qt::CheckStateRole:
        if (index.column() != Name)
            return {};
        return m_hidden.contains(row.id.value) ? Qt::Unchecked : Qt::Checked;
    case Qt::ToolTipRole:
        return row.tip;
    case Qt::TextAlignmentRole:
        return index.column() == Value ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setWeight(index.row() == m_lit ? QFont::DemiBold : QFont::Normal);
        return index.row() == m_lit ? QVariant(font) : QVariant();
    }
    case RunRole:
        return index.row();
    default:
        return {};
    }
}

QVariant MetricRunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Value)
        return m_valueTip;
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Name)
        return tr("Run");
    return section == Value ? m_valueTitle : m_groupTitle;
}

Qt::ItemFlags MetricRunsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractTableModel::flags(index);
    return index.column() == Name ? all | Qt::ItemIsUserCheckable : all;
}

bool MetricRunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    std::set<QString> hidden = m_hidden;
    if (value.toInt() == Qt::Checked)
        hidden.erase(run(index.row()).value);
    else
        hidden.insert(run(index.row()).value);
    setHidden(std::move(hidden));
    return true;
}

} // namespace assay::ui
