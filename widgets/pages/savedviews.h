// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/views.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/runcolumns.h"

#include <QToolButton>
#include <deque>
#include <memory>

namespace assay::ui {

class Shell;

/// A way to look at the runs table.
struct RunsView
{
    tracking::RunQuery query = {};
    QString groupBy = {};
    RunColumns columns = {}; ///< empty: those that suit
    int pinned = 1;

    /// As it is kept in the store.
    QString toBody() const;
    static RunsView fromBody(const QString &body);
};

/// The menu of ways to look at runs that were kept in the store under a name: to be chosen, saved, renamed and deleted.
class SavedViews : public QToolButton
{
    Q_OBJECT
public:
    explicit SavedViews(Shell &shell, QWidget *parent = nullptr);
    ~SavedViews() override;

    void setViews(const std::vector<tracking::SavedView> &views);
    /// What would be saved.
    std::function<RunsView()> current;

    void save(const QString &name);
    void rename(const QString &from, const QString &to);
    void remove(const QString &name);
    bool isIdle() const { return m_waiting.empty() && !m_runner->isRunning(); }

signals:
    void chosen(const assay::ui::RunsView &view);

private:
    using Write = std::function<Result<void>(tracking::RunStore &)>;
    struct Command;

    void fillMenu();
    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &then);
    const tracking::SavedView *find(const QString &name) const;
    void push(const QString &text, Write redo, Write undo);
    void enqueue(Write write);
    void next();

    Shell &m_shell;
    std::vector<tracking::SavedView> m_views;
    std::deque<Write> m_waiting;
    std::unique_ptr<JobRunner> m_runner;
};

} // namespace assay::ui
