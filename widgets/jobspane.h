// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <map>

class QLabel;
class QVBoxLayout;

namespace assay::ui {

class JobRegistry;
class JobRunner;
class JobRow;

/// What runs, with progress, time left and a button to cancel; also one line of it for the status bar.
class JobsPane : public QWidget
{
    Q_OBJECT
public:
    explicit JobsPane(JobRegistry &registry, QWidget *parent = nullptr);

signals:
    /// "2 jobs running · 12 s left"; empty when none runs.
    void summaryChanged(const QString &text);

private:
    void rebuild();
    void update();

    JobRegistry &m_registry;
    QLabel *m_empty;
    QVBoxLayout *m_rows;
    std::map<JobRunner *, JobRow *> m_byRunner;
    QTimer m_timer;
};

/// "8 s", "3 min", "2 h 10 min": coarse on purpose.
QString durationText(double seconds);

} // namespace assay::ui
