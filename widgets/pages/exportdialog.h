// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/exporters/exporter.h"
#include "tracking/exporters/exportplan.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace assay::ui {

/// Runs leave the store: which, in what form and where to. Says how much that is before anything is written, and shows
/// the command line that does the same. Closing it while it writes stops that; nothing half-written is left.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    enum Scope { Selected, Shown, All };

    /// @p selected, those @p shown in a table of runs where there is one, or all.
    ExportDialog(Shell &shell, std::vector<tracking::RunId> selected, std::optional<tracking::RunQuery> shown,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// The `assay` command line that does what the dialog would.
    QString command() const;
    void done(int result) override;

private:
    // exportdialoglayout.cpp
    void build();
    QWidget *buildChoices();
    QWidget *buildScope();
    QWidget *buildTarget();
    QWidget *buildCommand();
    QWidget *buildButtons();

    /// With the first runs only where there are more than @p atMost.
    QString command(std::size_t atMost) const;
    Scope scope() const;
    QString format() const;
    QString target() const;
    tracking::ExportChoice choice() const;
    void plan();
    void showPlan();
    void formatChosen();
    void packedChosen(bool packed);
    void chooseTarget();
    void check();
    void write();
    void showProgress(const Progress &progress);
    void showWritten(const tracking::ExportReport &report);

    Shell &m_shell;
    std::vector<tracking::RunId> m_selected;
    std::optional<tracking::RunQuery> m_shown;
    std::optional<tracking::ExportPlan> m_plan;
    QString m_written; ///< where to
    JobRunner m_planning, m_writing;

    QButtonGroup *m_scope;
    QCheckBox *m_children, *m_packed;
    QComboBox *m_format;
    QLabel *m_about, *m_size, *m_outcome;
    QLineEdit *m_target, *m_command;
    QProgressBar *m_bar;
    QPushButton *m_ok = nullptr, *m_cancel = nullptr, *m_look = nullptr;
};

} // namespace assay::ui
