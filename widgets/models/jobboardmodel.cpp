// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobboardmodel.h"

#include "widgets/charts/charttext.h"
#include "widgets/controls/format.h"

#include <algorithm>
#include <limits>

namespace assay::ui {

namespace {

QStringList metricsOf(engine::Task task)
{
    switch (task) {
    case engine::Task::Binary:
        return {QStringLiteral("roc_auc"), QStringLiteral("average_precision"), QStringLiteral("log_loss"),
                QStringLiteral("accuracy")};
    case engine::Task::Multiclass:
        return {QStringLiteral("roc_auc_ovr_macro"), QStringLiteral("accuracy"), QStringLiteral("f1_macro"),
                QStringLiteral("log_loss")};
    case engine::Task::Regression:
        return {QStringLiteral("rmse"), QStringLiteral("mae"), QStringLiteral("r2")};
    }
    return {};
}

} // namespace

JobBoardModel::JobBoardModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_metrics(metricsOf(m_task))
{
}

void JobBoardModel::setTask(engine::Task task)
{
    beginResetModel();
    m_task = task;
    m_metrics = metricsOf(task);
    endResetModel();
}

void JobBoardModel::add(Training training)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_trainings.push_back(std::move(training));
    endInsertRows();
}

int JobBoardModel::firstQueued() const
{
    const auto at = std::ranges::find(m_trainings, Training::State::Queued, &Training::state);
    return at == m_trainings.end() ? -1 : static_cast<int>(at - m_trainings.begin());
}

std::vector<tracking::RunId> JobBoardModel::finishedRuns() const
{
    std::vector<tracking::RunId> runs;
    for (const Training &training : m_trainings) {
        if (training.state == Training::State::Finished)
            runs.push_back(training.run);
    }
    return runs;
}

int JobBoardModel::count(Training::State state) const
{
    return static_cast<int>(std::ranges::count(m_trainings, state, &Training::state));
}

int JobBoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_trainings.size());
}

int JobBoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstMetric + static_cast<int>(m_metrics.size()) + 1;
}

bool JobBoardModel::isMetric(int section) const
{
    return section >= FirstMetric && section < FirstMetric + m_metrics.size();
}

std::optional<double> JobBoardModel::metric(const Training &training, int section) const
{
    if (!training.outcome || !isMetric(section))
        return std::nullopt;
    const QString key = m_metrics[section - FirstMetric];
    for (const auto &[name, value] : training.outcome->metrics) {
        if (name == key)
            return value;
    }
    return std::nullopt;
}

QString JobBoardModel::stateText(const Training &training) const
{
    switch (training.state) {
    case Training::State::Queued:
        return tr("Waiting");
    case Training::State::Running:
        return training.done > 0 ? tr("Training, %1").arg(shareText(training.done)) : tr("Training");
    case Training::State::Finished:
        return tr("Done");
    case Training::State::Failed:
        return tr("Failed");
    case Training::State::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QVariant JobBoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Training &training = this->training(index.row());
    const int section = index.column();
    const auto value = metric(training, section);
    const bool isTime = section == columnCount() - 1;
    switch (role) {
    case Qt::DisplayRole:
        if (section == Model)
            return training.label;
        if (section == State)
            return stateText(training);
        if (isTime)
            return training.outcome ? tr("%1 s").arg(numberText(training.outcome->fitSeconds, 2)) : QString();
        if (value && section == FirstMetric && training.interval)
            return tr("%1  [%2, %3]")
                .arg(numberText(*value), numberText(training.interval->low, 3), numberText(training.interval->high, 3));
        return value ? numberText(*value) : QString();
    case Qt::ToolTipRole:
        if (section == FirstMetric && training.interval)
            return tr("%1 with its interval of %2 confidence")
                .arg(metricLabel(m_metrics.first()), shareText(training.interval->level));
        return training.problem.isEmpty() ? QVariant() : QVariant(training.problem);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((section >= FirstMetric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SortRole: {
        const double last = -std::numeric_limits<double>::infinity();
        if (isTime)
            return training.outcome ? -training.outcome->fitSeconds : last;
        if (!isMetric(section))
            return index.data();
        const bool larger = engine::largerIsBetter(m_metrics[section - FirstMetric].toStdString());
        return value ? (larger ? *value : -*value) : last;
    }
    case RunRole:
        return training.run.value;
    default:
        return {};
    }
}

QVariant JobBoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section >= FirstMetric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && isMetric(section))
        return engine::largerIsBetter(m_metrics[section - FirstMetric].toStdString()) ? tr("Larger is better")
                                                                                      : tr("Smaller is better");
    if (role != Qt::DisplayRole)
        return {};
    if (section == Model)
        return tr("Model");
    if (section == State)
        return tr("State");
    return isMetric(section) ? metricLabel(m_metrics[section - FirstMetric]) : tr("Fit");
}

} // namespace assay::ui
