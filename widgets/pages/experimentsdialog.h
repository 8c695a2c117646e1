// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace assay::ui {

class ExperimentsModel;
class NotesView;

/// The experiments of the store: made, renamed, described, tagged, deleted and restored, and given the runs that are
/// selected in the window. Every change is an entry of the undo stack.
class ExperimentsDialog : public QDialog
{
    Q_OBJECT
public:
    /// @p runs may be moved; empty when none are selected.
    ExperimentsDialog(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent = nullptr);
    ~ExperimentsDialog() override;

    void done(int result) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // experimentsdialoglayout.cpp
    void build();
    QWidget *buildSide();
    QWidget *buildButtons();
    QPushButton *button(const QString &text, const char *name, const QString &toolTip,
                        void (ExperimentsDialog::*slot)());

    void load();
    void fill(std::vector<tracking::Experiment> experiments);
    void chosen();
    const tracking::Experiment *current() const;
    bool showsDeleted() const;

    void make();
    void rename();
    void tag();
    void untag();
    void removeOrRestore();
    void moveHere();
    void moveToNew();
    void say(const QString &text, bool failed = false);
    /// What was typed, once the field is left.
    void commitNote();

    Shell &m_shell;
    std::vector<tracking::RunId> m_runs;
    bool m_stale = false; ///< the store changed while it was read
    tracking::ExperimentId m_chosen = {};
    tracking::Experiment m_noted = {}; ///< whose note is in the field
    JobRunner m_load;
    ExperimentsModel *m_model;
    QCheckBox *m_deleted;
    QLabel *m_summary, *m_title, *m_message;
    QTableView *m_table;
    NotesView *m_note;
    QPushButton *m_make = nullptr, *m_rename = nullptr, *m_tag = nullptr, *m_untag = nullptr, *m_remove = nullptr,
                *m_moveHere = nullptr, *m_moveNew = nullptr;
};

} // namespace assay::ui
