// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobspane.h"

#include "widgets/controls/pageheader.h"
#include "widgets/jobs/jobrunner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

/// Time left is worth saying once a job is known to be long.
constexpr double longJob = 10; // [s]

QString leftText(const JobRunner &runner)
{
    if (runner.isCancelling())
        return JobsPane::tr("Stopping…");
    const double left = runner.secondsLeft();
    if (left < 0 || runner.secondsRunning() + left < longJob)
        return durationText(runner.secondsRunning());
    return JobsPane::tr("%1 left").arg(durationText(left));
}

} // namespace

/// One job of the pane.
class JobRow : public QWidget
{
public:
    JobRow(JobRunner *runner, QWidget *parent)
        : QWidget(parent)
        , m_runner(runner)
        , m_title(roleLabel({}, "heading", this))
        , m_stage(roleLabel({}, "faint", this))
        , m_left(roleLabel({}, "faint", this))
        , m_bar(new QProgressBar(this))
        , m_cancel(new QPushButton(JobsPane::tr("Cancel"), this))
    {
        m_bar->setTextVisible(false);
        m_bar->setFixedWidth(220);
        m_left->setMinimumWidth(90);
        m_bar->setAccessibleName(JobsPane::tr("Progress of %1").arg(runner->title()));
        m_cancel->setAccessibleName(JobsPane::tr("Cancel %1").arg(runner->title()));
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 2, 0, 2);
        layout->setSpacing(12);
        layout->addWidget(m_title);
        layout->addWidget(m_stage, 1);
        layout->addWidget(m_bar);
        layout->addWidget(m_left);
        layout->addWidget(m_cancel);
        connect(m_cancel, &QPushButton::clicked, runner, &JobRunner::cancel);
        connect(runner, &JobRunner::cancelling, this, [this] { update(); });
        update();
    }

    void update()
    {
        const Progress progress = m_runner->progress();
        m_title->setText(m_runner->title());
        m_stage->setText(QString::fromStdString(progress.stage));
        m_left->setText(leftText(*m_runner));
        m_cancel->setEnabled(!m_runner->isCancelling());
        m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
        if (progress.total > 0)
            m_bar->setValue(static_cast<int>(1000 * std::min(progress.done, progress.total) / progress.total));
    }

private:
    JobRunner *m_runner;
    QLabel *m_title, *m_stage, *m_left;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

JobsPane::JobsPane(JobRegistry &registry, QWidget *parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_empty(roleLabel(tr("Nothing is running. Imports, training and comparisons show here while they work."), "faint",
                        this))
    , m_rows(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_empty);
    layout->addLayout(m_rows);
    layout->addStretch();
    m_timer.setInterval(200);
    connect(&m_timer, &QTimer::timeout, this, &JobsPane::update);
    connect(&registry, &JobRegistry::changed, this, &JobsPane::rebuild);
}

void JobsPane::rebuild()
{
    const auto &running = m_registry.running();
    for (auto at = m_byRunner.begin(); at != m_byRunner.end();) {
        if (std::ranges::find(running, at->first) != running.end()) {
            ++at;
            continue;
        }
        at->second->hide();
        at->second->deleteLater();
        at = m_byRunner.erase(at);
    }
    for (JobRunner *runner : running) {
        if (m_byRunner.contains(runner))
            continue;
        auto *row = new JobRow(runner, this);
        m_rows->addWidget(row);
        m_byRunner.emplace(runner, row);
    }
    m_empty->setVisible(running.empty());
    if (running.empty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
    update();
}

void JobsPane::update()
{
    double left = -1;
    for (const auto &[runner, row] : m_byRunner) {
        row->update();
        left = std::max(left, runner->secondsLeft());
    }
    const int count = static_cast<int>(m_byRunner.size());
    QString text = count > 0 ? tr("%n job(s) running", nullptr, count) : QString();
    if (left > 1)
        text += QStringLiteral(" · ") + tr("%1 left").arg(durationText(left));
    emit summaryChanged(text);
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(std::max(0.0, seconds)));
    if (whole < 60)
        return JobsPane::tr("%1 s").arg(whole);
    if (whole < 3600)
        return JobsPane::tr("%1 min").arg((whole + 30) / 60);
    return JobsPane::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace assay::ui
