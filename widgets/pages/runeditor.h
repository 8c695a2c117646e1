// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/shell.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;
class QToolButton;

namespace assay::ui {

class NotesView;

/// Of more runs the tags are read for an open editor only: thousands of runs with all that is shown of them take long
/// to hand over.
inline constexpr std::size_t manyRuns = 500;

/// Name, note and tags of a run, or note and tags of several at once, to be changed in place. Every change is one entry
/// of the undo stack. A field that is being typed in is not overwritten when the store changes.
class RunEditor : public QWidget
{
    Q_OBJECT
public:
    explicit RunEditor(Shell &shell, QWidget *parent = nullptr);

    void setRuns(const std::vector<tracking::Run> &runs);
    void focusName();
    void focusNote();
    void focusTags();
    /// Takes over what was typed and not yet left.
    void commit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commitName();
    void commitNote();
    void addTag();
    void removeSelectedTags();
    void commitTag(int row);
    void showTags();
    bool sameRuns(const std::vector<tracking::Run> &runs) const;

    Shell &m_shell;
    std::vector<tracking::Run> m_runs;
    QLabel *m_title;
    QLineEdit *m_name;
    NotesView *m_noteSides;
    QPlainTextEdit *m_note;
    QTableWidget *m_tags;
    QLineEdit *m_newKey;
    QLineEdit *m_newValue;
    QToolButton *m_remove;
};

} // namespace assay::ui
