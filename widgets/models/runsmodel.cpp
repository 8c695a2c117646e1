// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runsmodel.h"

#include "engine/metrics/evaluation.h"
#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QFont>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr quintptr topLevel = ~quintptr(0);

} // namespace

RunsModel::RunsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

std::vector<RunsModel::Node> RunsModel::tree(std::vector<tracking::Run> runs)
{
    QHash<QString, QString> parents;
    parents.reserve(static_cast<qsizetype>(runs.size()));
    for (const tracking::Run &run : runs)
        parents.insert(run.id.value, run.parent.value);
    // Runs below runs below a run all stand in one level below it. One whose parent is not among the runs (a filter
    // found only the fold) stands at the top itself; the depth is bounded so that a damaged store cannot hold us.
    const auto rootOf = [&parents](const tracking::Run &run) {
        QString root = run.id.value;
        for (int depth = 0; depth < 8; ++depth) {
            const QString up = parents.value(root);
            if (up.isEmpty() || !parents.contains(up))
                break;
            root = up;
        }
        return root;
    };
    std::vector<Node> nodes;
    nodes.reserve(runs.size());
    QHash<QString, std::size_t> tops;
    std::vector<std::pair<QString, tracking::Run>> folds;
    for (tracking::Run &run : runs) {
        if (const QString root = rootOf(run); root != run.id.value) {
            folds.emplace_back(root, std::move(run));
            continue;
        }
        tops.insert(run.id.value, nodes.size());
        nodes.push_back({.run = std::move(run), .folds = {}});
    }
    for (auto &[root, run] : folds)
        if (const auto top = tops.constFind(root); top != tops.cend())
            nodes[*top].folds.push_back(std::move(run));
    for (Node &node : nodes)
        std::sort(node.folds.begin(), node.folds.end(), [](const auto &a, const auto &b) { return a.start < b.start; });
    return nodes;
}

bool RunsModel::sameRows(const std::vector<Node> &nodes) const
{
    const auto sameRun = [](const tracking::Run &a, const tracking::Run &b) { return a.id == b.id; };
    return std::equal(nodes.begin(), nodes.end(), m_nodes.begin(), m_nodes.end(), [&](const Node &a, const Node &b) {
        return sameRun(a.run, b.run) &&
               std::equal(a.folds.begin(), a.folds.end(), b.folds.begin(), b.folds.end(), sameRun);
    });
}

void RunsModel::setRuns(std::vector<tracking::Run> runs, const RunColumns &columns)
{
    std::vector<Node> nodes = tree(std::move(runs));
    const bool same = columns == m_columns && sameRows(nodes);
    if (!same)
        beginResetModel();
    m_nodes = std::move(nodes);
    m_columns = columns;
    findBest();
    if (!same) {
        m_rows.clear();
        for (int row = 0; row < static_cast<int>(m_nodes.size()); ++row) {
            const Node &node = m_nodes[static_cast<std::size_t>(row)];
            m_rows.insert(node.run.id.value, {row, -1});
            for (int fold = 0; fold < static_cast<int>(node.folds.size()); ++fold)
                m_rows.insert(node.folds[static_cast<std::size_t>(fold)].id.value, {row, fold});
        }
        endResetModel();
        return;
    }
    if (m_nodes.empty())
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    for (int row = 0; row < rowCount(); ++row)
        if (const QModelIndex top = index(row, 0); rowCount(top) > 0)
            emit dataChanged(index(0, 0, top), index(rowCount(top) - 1, columnCount() - 1, top));
}

void RunsModel::setColumns(const RunColumns &columns)
{
    beginResetModel();
    m_columns = columns;
    findBest();
    endResetModel();
}

void RunsModel::findBest()
{
    m_best.clear();
    for (const RunColumn &column : m_columns) {
        if (column.kind != RunColumn::Metric)
            continue;
        const bool larger = engine::largerIsBetter(column.key.toStdString());
        std::optional<double> best;
        int values = 0;
        for (const Node &node : m_nodes) {
            const auto found = node.run.metrics.find(column.key);
            if (found == node.run.metrics.end() || !std::isfinite(found->second))
                continue;
            ++values;
            if (!best || (larger ? found->second > *best : found->second < *best))
                best = found->second;
        }
        if (best && values > 1)
            m_best.insert(column.key, *best);
    }
}

const tracking::Run *RunsModel::run(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (index.internalId() == topLevel)
        return &m_nodes[static_cast<std::size_t>(index.row())].run;
    return &m_nodes[index.internalId()].folds[static_cast<std::size_t>(index.row())];
}

QModelIndex RunsModel::indexOf(const tracking::RunId &run) const
{
    const auto found = m_rows.constFind(run.value);
    if (found == m_rows.cend())
        return {};
    return found->second < 0 ? index(found->first, 0) : index(found->second, 0, index(found->first, 0));
}

QModelIndex RunsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex RunsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, topLevel);
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_nodes[static_cast<std::size_t>(parent.row())].folds.size());
}

int RunsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_columns.size());
}

bool RunsModel::isBest(const QModelIndex &index) const
{
    const RunColumn &column = m_columns[static_cast<std::size_t>(index.column())];
    if (column.kind != RunColumn::Metric || index.internalId() != topLevel)
        return false;
    const auto best = m_best.constFind(column.key);
    const auto &metrics = run(index)->metrics;
    const auto found = metrics.find(column.key);
    return best != m_best.cend() && found != metrics.end() && found->second == *best;
}

QString RunsModel::cellText(const tracking::Run &run, const RunColumn &column) const
{
    switch (column.kind) {
    case RunColumn::Name:
        return run.name;
    case RunColumn::Status:
        return Format::status(run.status);
    case RunColumn::Model:
        return Format::model(run.model);
    case RunColumn::Experiment:
        return run.experiment;
    case RunColumn::Started:
        return Format::relativeTime(run.start);
    case RunColumn::Duration:
        return Format::duration(run);
    case RunColumn::Note:
        return run.note.section(QLatin1Char('\n'), 0, 0);
    case RunColumn::Metric: {
        const auto found = run.metrics.find(column.key);
        return found == run.metrics.end() ? QString() : Format::number(found->second);
    }
    case RunColumn::Param: {
        const auto found = run.params.find(column.key.toStdString());
        return found == run.params.end() ? QString() : Format::parameter(found->second);
    }
    case RunColumn::Tag: {
        const auto found = run.tags.find(column.key);
        return found == run.tags.end() ? QString() : found->second;
    }
    }
    return {};
}

QString RunsModel::toolTip(const tracking::Run &run, const RunColumn &column) const
{
    switch (column.kind) {
    case RunColumn::Name:
        return tr("Run %1 of experiment “%2”").arg(run.id.value, run.experiment);
    case RunColumn::Status:
        return run.error.isEmpty() ? Format::status(run.status) : run.error;
    case RunColumn::Started:
        return Format::dateTime(run.start);
    case RunColumn::Note:
        return run.note;
    case RunColumn::Metric: {
        const auto found = run.metrics.find(column.key);
        return found == run.metrics.end() ? tr("%1 was not logged").arg(column.key)
                                          : tr("%1 = %2").arg(column.key, QString::number(found->second, 'g', 17));
    }
    default:
        return {};
    }
}

QVariant RunsModel::decoration(const tracking::Run &run, const RunColumn &column) const
{
    if (column.kind != RunColumn::Status)
        return {};
    static QHash<int, QIcon> icons; // 10 small pictures, drawn once
    const int key = static_cast<int>(run.status) * 2 + (hasDarkBase(QGuiApplication::palette()) ? 1 : 0);
    auto found = icons.find(key);
    if (found == icons.end())
        found = icons.insert(key, statusIcon(run.status, QGuiApplication::palette()));
    return *found;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const tracking::Run &run = *this->run(index);
    const RunColumn &column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, column);
    case Qt::EditRole:
        return column.kind == RunColumn::Note ? run.note : cellText(run, column);
    case Qt::DecorationRole:
        return decoration(run, column);
    case Qt::ToolTipRole:
        return toolTip(run, column);
    case Qt::AccessibleTextRole:
        return isBest(index) ? tr("%1, best").arg(cellText(run, column)) : cellText(run, column);
    case Qt::TextAlignmentRole: {
        const bool figures =
            column.kind == RunColumn::Metric || column.kind == RunColumn::Param || column.kind == RunColumn::Duration;
        return int((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::FontRole: {
        if (!isBest(index))
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::ForegroundRole:
        return isBest(index) ? QVariant(toneColor(Tone::Good, QGuiApplication::palette())) : QVariant();
    case RunIdRole:
        return QVariant::fromValue(run.id);
    case BestRole:
        return isBest(index);
    default:
        return {};
    }
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const tracking::Run &run = *this->run(index);
    const bool isName = m_columns[static_cast<std::size_t>(index.column())].kind == RunColumn::Name;
    const QString given = isName ? value.toString().trimmed() : value.toString();
    if (given == (isName ? run.name : run.note) || (isName && given.isEmpty()))
        return false;
    if (isName)
        emit renameRequested(run.id, given);
    else
        emit noteRequested(run.id, given);
    return true;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const RunColumn &column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title();
    case Qt::ToolTipRole:
        return column.id();
    case Qt::TextAlignmentRole: {
        const bool figures =
            column.kind == RunColumn::Metric || column.kind == RunColumn::Param || column.kind == RunColumn::Duration;
        return int((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    const RunColumn::Kind kind = m_columns[static_cast<std::size_t>(index.column())].kind;
    if (kind == RunColumn::Name || kind == RunColumn::Note)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace assay::ui
