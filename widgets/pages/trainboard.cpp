// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/trainboard.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/jobspane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr int drawInterval = 200; // [ms]
constexpr double longJob = 10;    // [s]

} // namespace

TrainBoard::TrainBoard(JobBoardModel &model, JobRunner &job, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_job(job)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView(this))
{
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(JobBoardModel::SortRole);
    m_sorted->setDynamicSortFilter(true);
    m_table->setObjectName(QStringLiteral("leaderboard"));
    m_table->setAccessibleName(tr("Leaderboard"));
    m_table->setToolTip(tr("Best first. Enter opens a run; choose several to compare only those."));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobBoardModel::FirstMetric, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrainBoard::selectionChanged);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QString run = index.data(JobBoardModel::RunRole).toString();
        if (!run.isEmpty())
            emit runOpened({run});
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(roleLabel(tr("Leaderboard"), "heading", this));
    layout->addWidget(m_table, 2);
    layout->addWidget(buildProgress());
    layout->addWidget(buildCurve(), 3);
    m_draw.setSingleShot(true);
    m_draw.setInterval(drawInterval);
    connect(&m_draw, &QTimer::timeout, this, &TrainBoard::drawCurve);
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &TrainBoard::updateProgress);
    connect(&job, &JobRunner::cancelling, this, &TrainBoard::updateProgress);
    updateProgress();
}

QWidget *TrainBoard::buildProgress()
{
    auto *row = new QWidget(this);
    m_now = roleLabel({}, "heading", row);
    m_left = roleLabel({}, "faint", row);
    m_bar = new QProgressBar(row);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of training"));
    m_cancel = new QPushButton(tr("Cancel"), row);
    m_cancel->setObjectName(QStringLiteral("cancelTraining"));
    m_cancel->setAccessibleName(tr("Cancel training and what waits"));
    connect(m_cancel, &QPushButton::clicked, this, &TrainBoard::cancelAsked);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_now);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_left);
    layout->addWidget(m_cancel);
    return row;
}

QWidget *TrainBoard::buildCurve()
{
    auto *box = new QWidget(this);
    m_metric = new QComboBox(box);
    m_metric->setAccessibleName(tr("Metric of the curve"));
    m_metric->hide();
    connect(m_metric, &QComboBox::currentIndexChanged, this, &TrainBoard::drawCurve);
    m_chart = new ChartView(box);
    m_chart->setAccessibleName(tr("Learning curves"));
    m_chart->hide();
    auto *empty =
        roleLabel(tr("Metrics of models that learn in rounds are drawn here while they train."), "faint", box);
    empty->setObjectName(QStringLiteral("noCurve"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_metric, 0, Qt::AlignLeft);
    layout->addWidget(m_chart, 1);
    layout->addWidget(empty, 1);
    return box;
}

void TrainBoard::addPoints(const QString &label, const std::vector<LivePoint> &points)
{
    for (const LivePoint &point : points) {
        const bool isNew = !m_series.contains(point.key);
        Series &series = m_series[point.key];
        auto at = std::ranges::find(series, label, &Series::value_type::first);
        if (at == series.end())
            at = series.insert(series.end(), {label, {}});
        at->second.push_back({.step = point.step, .time = 0, .value = point.value});
        if (isNew) {
            const QSignalBlocker quiet(m_metric);
            m_metric->addItem(point.key);
            m_metric->setVisible(m_metric->count() > 1);
        }
    }
    if (!m_draw.isActive())
        m_draw.start();
}

void TrainBoard::drawCurve()
{
    const auto at = m_series.find(m_metric->currentText());
    if (at == m_series.end())
        return;
    findChild<QLabel *>(QStringLiteral("noCurve"))->hide();
    m_chart->show();
    m_chart->setSpec(learningCurveChart(at->first, at->second));
}

void TrainBoard::updateProgress()
{
    const bool running = m_job.isRunning();
    if (running != m_tick.isActive())
        running ? m_tick.start() : m_tick.stop();
    m_bar->parentWidget()->setVisible(running);
    if (!running)
        return;
    const Progress progress = m_job.progress();
    const int waiting = m_model.count(Training::State::Queued);
    const QString stage = progress.stage.empty()
                              ? m_job.title()
                              : tr("%1: %2").arg(m_job.title(), QString::fromStdString(progress.stage));
    m_now->setText(waiting > 0 ? tr("%1  ·  %n waiting", nullptr, waiting).arg(stage) : stage);
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(1000 * std::min(progress.done, progress.total) / progress.total));
    const double left = m_job.secondsLeft();
    m_cancel->setEnabled(!m_job.isCancelling());
    m_left->setText(m_job.isCancelling()                                  ? tr("Stopping…")
                    : left + m_job.secondsRunning() > longJob && left > 0 ? tr("%1 left").arg(durationText(left))
                                                                          : durationText(m_job.secondsRunning()));
}

std::vector<tracking::RunId> TrainBoard::chosenRuns() const
{
    std::vector<tracking::RunId> runs;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const QString run = index.data(JobBoardModel::RunRole).toString();
        const int row = m_sorted->mapToSource(index).row();
        if (!run.isEmpty() && m_model.training(row).state == Training::State::Finished)
            runs.push_back({run});
    }
    return runs.size() >= 2 ? runs : m_model.finishedRuns();
}

} // namespace assay::ui
