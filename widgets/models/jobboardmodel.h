// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QAbstractTableModel>

namespace assay::ui {

/// One training of a queue, from waiting to its result.
struct Training
{
    enum class State { Queued, Running, Finished, Failed, Cancelled };

    QString label; ///< of the model, told apart where one is trained twice
    TrainRequest request;
    State state = State::Queued;
    double done = 0; ///< share, while it runs
    tracking::RunId run = {};
    std::optional<TrainOutcome> outcome = {};
    std::optional<engine::Interval> interval = {}; ///< of the metric by which models of the task are ranked
    QString problem = {};
};

/// The trainings of a page as a leaderboard: state, the metrics of the task, time. Columns follow the task.
class JobBoardModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Model, State, FirstMetric };
    enum Role {
        SortRole = Qt::UserRole, ///< larger is better in metric columns; what has no value comes last
        RunRole                  ///< QString id
    };

    explicit JobBoardModel(QObject *parent = nullptr);

    void setTask(engine::Task task);
    engine::Task task() const { return m_task; }
    void add(Training training);
    /// Changes row @p row by @p edit and tells the views.
    template<class F>
    void edit(int row, F edit)
    {
        edit(m_trainings[static_cast<std::size_t>(row)]);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    const Training &training(int row) const { return m_trainings[static_cast<std::size_t>(row)]; }
    int firstQueued() const; ///< −1 when none waits
    std::vector<tracking::RunId> finishedRuns() const;
    int count(Training::State state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::optional<double> metric(const Training &training, int section) const;
    QString stateText(const Training &training) const;
    bool isMetric(int section) const;

    engine::Task m_task = engine::Task::Binary;
    QStringList m_metrics;
    std::vector<Training> m_trainings;
};

} // namespace assay::ui
