// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/jobboardmodel.h"

#include <QWidget>
#include <map>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace assay::ui {

class ChartView;

/// The right half of the train page: what runs with progress and cancel, its metrics as they come, and the leaderboard.
class TrainBoard : public QWidget
{
    Q_OBJECT
public:
    TrainBoard(JobBoardModel &model, JobRunner &job, QWidget *parent = nullptr);

    /// Points of the training called @p label.
    void addPoints(const QString &label, const std::vector<LivePoint> &points);
    void updateProgress();
    /// Runs chosen in the leaderboard; all finished ones when none is.
    std::vector<tracking::RunId> chosenRuns() const;

signals:
    void runOpened(const assay::tracking::RunId &run);
    void cancelAsked();
    void selectionChanged();

private:
    QWidget *buildProgress();
    QWidget *buildCurve();
    void drawCurve();

    using Series = std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>>;

    JobBoardModel &m_model;
    JobRunner &m_job;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_now = nullptr, *m_left = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    QComboBox *m_metric = nullptr;
    ChartView *m_chart = nullptr;
    std::map<QString, Series> m_series; ///< by metric
    QTimer m_draw;
    QTimer m_tick;
};

} // namespace assay::ui
