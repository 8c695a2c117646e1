// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/disagreementmodel.h"

#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

void DisagreementModel::setRows(std::shared_ptr<const engine::Disagreements> rows, const QString &first,
                                const QString &second)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_order = m_rows ? m_rows->rows : std::vector<engine::Row>();
    m_first = first;
    m_second = second;
    endResetModel();
}

int DisagreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_rows ? 0 : FirstAttribute + static_cast<int>(m_rows->a.attributes.size());
}

QString DisagreementModel::className(double index) const
{
    const auto &labels = m_rows->a.labels;
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < labels.size() ? text(labels[at]) : Format::number(index);
}

/// Of the positive class, of the class decided on, or the value.
double DisagreementModel::score(const engine::Predictions &of, engine::Row row) const
{
    if (of.scores.size() == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const auto at = static_cast<Eigen::Index>(row);
    return of.task == engine::Task::Multiclass ? of.scores.row(at).maxCoeff() : of.scores(at, 0);
}

double DisagreementModel::number(engine::Row row, int column) const
{
    switch (column) {
    case Truth:
        return m_rows->a.truth[row];
    case FirstPrediction:
        return m_rows->decidedA[row];
    case SecondPrediction:
        return m_rows->decidedB[row];
    case FirstScore:
        return score(m_rows->a, row);
    case SecondScore:
        return score(m_rows->b, row);
    case Distance:
        return std::abs(score(m_rows->a, row) - score(m_rows->b, row));
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

bool DisagreementModel::isNumber(int column) const
{
    const bool classes = m_rows->a.task != engine::Task::Regression;
    return column >= FirstScore && column <= Distance ? true
                                                      : !classes && column >= Truth && column <= SecondPrediction;
}

QString DisagreementModel::cell(engine::Row row, int column) const
{
    if (column == RowId)
        return row < m_rows->a.rowIds.size() ? text(m_rows->a.rowIds[row]) : QString::number(row);
    if (column >= FirstAttribute) {
        const engine::Column &attribute = m_rows->a.attributes[static_cast<std::size_t>(column - FirstAttribute)];
        return attribute.isMissing(row) ? QStringLiteral("–") : text(attribute.text(row));
    }
    return isNumber(column) ? Format::number(number(row, column)) : className(number(row, column));
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_rows || index.row() >= rowCount())
        return {};
    const engine::Row row = m_order[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return cell(row, index.column());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const bool decision = index.column() == FirstPrediction || index.column() == SecondPrediction;
    if (decision && m_rows->a.task != engine::Task::Regression) {
        const bool right = number(row, index.column()) == m_rows->a.truth[row];
        if (role == Qt::ForegroundRole)
            return toneColor(right ? Tone::Good : Tone::Bad, QGuiApplication::palette());
        if (role == Qt::ToolTipRole)
            return right ? tr("Right") : tr("Wrong");
    }
    return {};
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_rows || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowId:
        return tr("Row");
    case Truth:
        return tr("Truth");
    case FirstPrediction:
        return m_first;
    case SecondPrediction:
        return m_second;
    case FirstScore:
        return tr("Score of the first");
    case SecondScore:
        return tr("Score of the second");
    case Distance:
        return tr("Distance");
    default:
        return text(m_rows->a.attributes[static_cast<std::size_t>(section - FirstAttribute)].name());
    }
}

void DisagreementModel::sort(int column, Qt::SortOrder order)
{
    if (!m_rows || column < 0 || column >= columnCount())
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<engine::Row> old = m_order;
    const bool byNumber = column >= Truth && column <= Distance;
    const auto less = [&](engine::Row a, engine::Row b) {
        if (byNumber)
            return number(a, column) < number(b, column);
        if (column == RowId)
            return a < b;
        const engine::Column &attribute = m_rows->a.attributes[static_cast<std::size_t>(column - FirstAttribute)];
        if (attribute.isMissing(a) || attribute.isMissing(b))
            return !attribute.isMissing(a) && attribute.isMissing(b);
        return attribute.isNumeric() ? attribute.numbers()[a] < attribute.numbers()[b]
                                     : cell(a, column) < cell(b, column);
    };
    std::ranges::stable_sort(
        m_order, [&](engine::Row a, engine::Row b) { return order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const auto at = std::ranges::find(m_order, old[static_cast<std::size_t>(index.row())]);
        after.append(this->index(static_cast<int>(at - m_order.begin()), index.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace assay::ui
