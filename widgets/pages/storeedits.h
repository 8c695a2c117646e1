// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/keeping.h"
#include "tracking/registry/registryrecords.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <deque>
#include <memory>

class QUndoStack;

namespace assay::tracking {
class ModelRegistry;
}

namespace assay::ui {

/// Changes to runs, experiments and registered models that a person made: each an entry of the undo stack, written to
/// the store one after the other off the window's thread. Lives as long as the undo stack, so that undoing works after
/// the page is closed. What is still waiting at the end is written then.
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
    /// Takes files off a run; their bytes stay in the store until it is cleared up.
    void removeArtifacts(const tracking::RunId &run, const QStringList &names);
    void setFavourite(const std::vector<tracking::Run> &runs, bool favourite);
    void archive(const std::vector<tracking::Run> &runs);
    void unarchive(const std::vector<tracking::Run> &runs);
    /// To the experiment called @p experiment, made when there is none.
    void move(const std::vector<tracking::Run> &runs, const QString &experiment);
    void move(const std::vector<tracking::RunId> &runs, const QString &experiment);
    /// Below @p parent; to the top where it is null.
    void nest(const std::vector<tracking::Run> &runs, const tracking::RunId &parent);

    // Experiments
    void make(const QString &experiment, const QString &note);
    void rename(const tracking::Experiment &experiment, const QString &name);
    void setNote(const tracking::Experiment &experiment, const QString &note);
    void setTag(const tracking::Experiment &experiment, const QString &key, const QString &value);
    void removeTag(const tracking::Experiment &experiment, const QString &key);
    /// With its runs.
    void remove(const tracking::Experiment &experiment);
    /// One that is deleted, with the runs that were deleted with it.
    void restore(const tracking::Experiment &experiment);

    // Registered models. Undoing the move of an alias leaves one alone that somebody else has moved since.
    void setAlias(const QString &model, const QString &alias, qint64 version);
    void removeAlias(const QString &model, const QString &alias);
    void rollBack(const QString &model, const QString &alias, const QString &reason);
    /// Keeps a promotion that is in the store already, so that it can be undone.
    void promoted(const QString &model, const QString &alias, qint64 version, const tracking::Promotion &promotion);
    void setStage(const tracking::ModelVersion &version, tracking::Stage stage);
    void setNote(const tracking::ModelVersion &version, const QString &note);
    void renameModel(const QString &model, const QString &name);
    /// Makes a version of @p model, and the model where there is none of the name, from the model that @p run keeps.
    /// Undoing takes both away again; the number comes back with doing it again.
    void registerModel(const tracking::Run &run, const QString &model);
    /// With its aliases; undoing brings it back under its number, with what was said of it.
    void removeVersion(const QString &model, qint64 version);
    /// With all its versions; undoing brings back its history too.
    void removeModel(const QString &name);
    bool isIdle() const { return m_waiting.empty() && !m_runner->isRunning(); }

signals:
    /// A change was carried out or refused. Pages need not listen to look again: where it is in the store, the window
    /// tells them.
    void written();
    /// It was refused, which the window was told; what a page shows of it is not in the store.
    void failed(const assay::Error &error);
    /// What a change came to, where that is not what was asked for.
    void said(const QString &text);

private:
    using Write = std::function<Result<void>(Workbench &)>;
    using RegistryWrite = std::function<Result<void>(tracking::ModelRegistry &)>;
    struct Command;
    struct AliasMove;
    struct Registration;

    explicit StoreEdits(Shell &shell);
    void push(const QString &text, Write redo, Write undo);
    /// One transaction for all runs: @p exchange writes values and hands out those that were there.
    template<class Values, class Exchange>
    void pushExchange(const QString &text, Values wanted, Exchange exchange);
    void pushTags(const QString &text, const QString &key, std::vector<tracking::RunTag> tags);
    void pushMove(const QString &text, std::function<Result<tracking::Moved>(tracking::RunStore &)> move);
    /// @p done: it is in the store already, as @p move says.
    void pushAlias(const QString &text, AliasMove move, RegistryWrite write, bool done = false);
    void registeredLater(const QString &model, qint64 version);
    void enqueue(Write write);
    void next();
    void tellLater(const QString &text);
    Result<void> bringBack(tracking::ExperimentId experiment, const QString &name);

    Shell &m_shell;
    Workbench &m_workbench;
    std::deque<Write> m_waiting;
    std::vector<std::function<void()>> m_afterwards; ///< once the window was told of the change at work
    std::unique_ptr<JobRunner> m_runner;
};

} // namespace assay::ui
