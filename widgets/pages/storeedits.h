// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/keeping.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <deque>

class QUndoStack;

namespace assay::ui {

/// Changes to runs that a person made: each an entry of the undo stack, written to the store one after the other off
/// the window's thread. Lives as long as the undo stack, so that undoing works after the page is closed. What is still
/// waiting at the end is written then.
class StoreEdits : public QObject
{
    Q_OBJECT
public:
    /// The one of @p shell's undo stack.
    static StoreEdits &of(Shell &shell);
    ~StoreEdits() override;

    void rename(const tracking::Run &run, const QString &name);
    void setNote(const tracking::Run &run, const QString &note);
    void setNote(const std::vector<tracking::Run> &runs, const QString &note);
    void setTag(const std::vector<tracking::Run> &runs, const QString &key, const QString &value);
    void removeTag(const std::vector<tracking::Run> &runs, const QString &key);
    void remove(const std::vector<tracking::Run> &runs);
    void restore(const std::vector<tracking::Run> &runs);
    void setFavourite(const std::vector<tracking::Run> &runs, bool favourite);
    void archive(const std::vector<tracking::Run> &runs);
    void unarchive(const std::vector<tracking::Run> &runs);
    /// To the experiment called @p experiment, made when there is none.
    void move(const std::vector<tracking::Run> &runs, const QString &experiment);
    /// Below @p parent; to the top where it is null.
    void nest(const std::vector<tracking::Run> &runs, const tracking::RunId &parent);
    void rename(const tracking::Experiment &experiment, const QString &name);
    void setNote(const tracking::Experiment &experiment, const QString &note);
    void remove(const tracking::Experiment &experiment);
    bool isIdle() const { return m_waiting.empty() && !m_runner.isRunning(); }

signals:
    /// A change is in the store.
    void written();

private:
    using Write = std::function<Result<void>(Workbench &)>;
    struct Command;

    explicit StoreEdits(Shell &shell);
    void push(const QString &text, Write redo, Write undo);
    void pushMove(const QString &text, std::function<Result<tracking::Moved>(tracking::RunStore &)> move);
    void enqueue(Write write);
    void next();

    Shell &m_shell;
    Workbench &m_workbench;
    std::deque<Write> m_waiting;
    JobRunner m_runner;
};

} // namespace assay::ui
