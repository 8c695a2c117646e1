// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace assay::ui {

/// Doing a run again: the command line that does, a button that does, and whether the same came of it.
class ReproducePane : public QWidget
{
    Q_OBJECT
public:
    explicit ReproducePane(Shell &shell, QWidget *parent = nullptr);

    void setRun(const tracking::RunDetails &run);

private:
    void again();
    void show(const Result<RerunOutcome> &made);
    void checkButton();

    Shell &m_shell;
    tracking::RunId m_run, m_again;
    bool m_ended = false, m_imported = false;
    JobRunner m_rerun;
    QLineEdit *m_command;
    QPushButton *m_button, *m_cancel, *m_compare;
    QLabel *m_outcome;
};

} // namespace assay::ui
