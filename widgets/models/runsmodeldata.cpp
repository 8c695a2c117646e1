// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"
#include "widgets/models/format.h"
#include "widgets/models/runcells.h"
#include "widgets/models/runsmodel.h"
#include "widgets/models/tone.h"

#include <QFont>
#include <QGuiApplication>
#include <algorithm>

/// What the cells of the runs table say.
namespace assay::ui {

namespace {

QVariant alignment(const RunColumn &column)
{
    const auto across = column.kind == RunColumn::Favourite ? Qt::AlignHCenter
                        : column.isFigure()                 ? Qt::AlignRight
                                                            : Qt::AlignLeft;
    return int(across | Qt::AlignVCenter);
}

QVariant bold()
{
    QFont font;
    font.setBold(true);
    return font;
}

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

QVariant ink(Tone tone)
{
    return toneColor(tone, QGuiApplication::palette());
}

} // namespace

const RunColumn &RunsModel::columnOf(const QModelIndex &index) const
{
    return m_columns[static_cast<std::size_t>(index.column())];
}

bool RunsModel::isBest(const tracking::Run &run, const QModelIndex &index) const
{
    const RunColumn &column = columnOf(index);
    if (column.kind != RunColumn::Metric || nodeOf(index).parent >= 0)
        return false;
    const auto best = m_best.constFind(column.key);
    const auto value = RunCell::metric(run, column.key);
    return best != m_best.cend() && value && *value == *best;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(columnOf(index));
    if (const RunGroupRows *group = this->group(index))
        return groupData(*group, index, role);
    const RunTree::Node &node = nodeOf(index);
    if (role == Qt::DisplayRole) {
        if (!m_cache.isFresh(node.key))
            want(static_cast<int>(index.internalId()));
        else if (index.column() == 0)
            lookAhead(node);
    }
    if (const tracking::Run *run = m_cache.find(node.key))
        return runData(*run, index, role);
    // Until it is here: something where its name will stand, so that the row is seen to be one.
    if (index.column() == 0 && role == Qt::DisplayRole)
        return QStringLiteral("…");
    if (role == Qt::AccessibleTextRole)
        return tr("Being read");
    return role == Qt::ForegroundRole ? ink(Tone::Faint) : QVariant();
}

QVariant RunsModel::runData(const tracking::Run &run, const QModelIndex &index, int role) const
{
    const RunColumn &column = columnOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return RunCell::text(run, column);
    case Qt::EditRole:
        return column.kind == RunColumn::Note ? run.note : RunCell::text(run, column);
    case Qt::DecorationRole:
        return RunCell::mark(run, column);
    case Qt::ToolTipRole:
        return RunCell::toolTip(run, column);
    case Qt::AccessibleTextRole:
        return isBest(run, index) ? tr("%1, best").arg(RunCell::spoken(run, column)) : RunCell::spoken(run, column);
    case Qt::FontRole:
        return isBest(run, index) ? bold() : QVariant();
    case Qt::ForegroundRole:
        if (column.kind == RunColumn::Favourite)
            return ink(run.favourite ? Tone::Warning : Tone::Faint);
        return isBest(run, index) ? ink(Tone::Good) : QVariant();
    case RunIdRole:
        return QVariant::fromValue(run.id);
    case BestRole:
        return isBest(run, index);
    default:
        return {};
    }
}

QVariant RunsModel::groupData(const RunGroupRows &group, const QModelIndex &index, int role) const
{
    const RunColumn &column = columnOf(index);
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return GroupCell::title(group.group, m_groupKey);
        return role == Qt::FontRole ? bold() : QVariant();
    }
    const qsizetype metric = column.kind == RunColumn::Metric ? m_groupMetrics.indexOf(column.key) : -1;
    if (metric < 0 || metric >= static_cast<qsizetype>(group.group.metrics.size()))
        return {};
    const tracking::MetricSpread &spread = group.group.metrics[static_cast<std::size_t>(metric)];
    if (role == Qt::DisplayRole)
        return GroupCell::metric(spread, engine::largerIsBetter(column.key.toStdString()));
    if (role == Qt::ToolTipRole && spread.count > 0)
        return GroupCell::metricToolTip(spread, column.key);
    return {};
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const tracking::Run &run = *this->run(index);
    const bool isName = columnOf(index).kind == RunColumn::Name;
    const QString given = isName ? value.toString().trimmed() : value.toString();
    if (given == (isName ? run.name : run.note) || (isName && given.isEmpty()))
        return false;
    if (isName)
        emit renameRequested(run.id, given);
    else
        emit noteRequested(run.id, given);
    return true;
}

/// From 1; 0: the rows are not sorted by the column, or by it alone.
int RunsModel::placeInSorting(const RunColumn &column) const
{
    const auto found = std::ranges::find(m_sorting, column.sortKey(), &tracking::SortKey::key);
    return m_sorting.size() < 2 || found == m_sorting.end() ? 0 : static_cast<int>(found - m_sorting.begin()) + 1;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const RunColumn &column = m_columns[static_cast<std::size_t>(section)];
    const bool isStar = column.kind == RunColumn::Favourite;
    const int place = placeInSorting(column);
    const bool down = place > 0 && m_sorting[static_cast<std::size_t>(place - 1)].descending;
    switch (role) {
    case Qt::DisplayRole: {
        const QString title = isStar ? QStringLiteral("★") : column.title();
        // The header has an arrow for one column, which is the first.
        const QString arrow = place < 2 ? QString() : down ? QStringLiteral("↓") : QStringLiteral("↑");
        return place == 0 ? title : title + QLatin1Char(' ') + arrow + superscript(place);
    }
    case Qt::AccessibleTextRole:
        if (place == 0)
            return column.title();
        return (down ? tr("%1, sorting key %2, largest first") : tr("%1, sorting key %2, smallest first"))
            .arg(column.title())
            .arg(place);
    case Qt::ToolTipRole:
        return (isStar ? column.title() : column.id()) + QLatin1Char('\n') +
               (place == 0 ? tr("Click to sort; Shift+click to sort by it after the others")
                : down     ? tr("Sorting key %1, largest first; Shift+click to change it").arg(place)
                           : tr("Sorting key %1, smallest first; Shift+click to change it").arg(place));
    case Qt::TextAlignmentRole:
        return alignment(column);
    default:
        return {};
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || !run(index))
        return flags;
    const RunColumn::Kind kind = columnOf(index).kind;
    if (kind == RunColumn::Name || kind == RunColumn::Note)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace assay::ui
