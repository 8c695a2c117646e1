// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QTableWidget;

namespace assay::ui {

class JobRunner;
class Shell;

/// Asks how runs are put together: averaged, with a weight each, or stacked.
class EnsembleDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EnsembleDialog(const std::vector<tracking::Run> &runs, QWidget *parent = nullptr);

    EnsembleRequest request() const;

    /// Asks about @p runs and, when accepted, trains the ensemble as a job of @p runner; opens its run when it is
    /// there.
    static void ask(Shell &shell, JobRunner &runner, const std::vector<tracking::Run> &runs, QWidget *parent);

private:
    void check();

    std::vector<tracking::Run> m_runs;
    QRadioButton *m_average, *m_stack;
    QTableWidget *m_weights;
    QLineEdit *m_name;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace assay::ui
