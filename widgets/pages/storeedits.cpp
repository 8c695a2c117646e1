// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/storeedits.h"

#include "widgets/pages/runsummary.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>
#include <utility>

namespace assay::ui {

namespace {

/// Does @p write for every run; stops at the first that fails.
template<class Each>
Result<void> forEachRun(const std::vector<tracking::Run> &runs, Each write)
{
    for (const tracking::Run &run : runs)
        if (Result<void> written = write(run); !written)
            return written;
    return {};
}

Result<void> putTagBack(Workbench &workbench, const tracking::Run &run, const QString &key)
{
    const auto before = run.tags.find(key);
    return before == run.tags.end() ? workbench.removeTag(run.id, key) : workbench.setTag(run.id, key, before->second);
}

} // namespace

struct StoreEdits::Command : QUndoCommand
{
    Command(const QString &text, StoreEdits *owner, Write redoWrite, Write undoWrite)
        : QUndoCommand(text)
        , edits(owner)
        , forward(std::move(redoWrite))
        , back(std::move(undoWrite))
    {
    }
    void redo() override
    {
        if (edits)
            edits->enqueue(forward);
    }
    void undo() override
    {
        if (edits)
            edits->enqueue(back);
    }

    QPointer<StoreEdits> edits;
    Write forward, back;
};

StoreEdits::StoreEdits(Shell &shell)
    : QObject(&shell.undoStack())
    , m_shell(shell)
    , m_workbench(shell.workbench())
    , m_runner(std::make_unique<JobRunner>(&shell.jobs()))
{
}

StoreEdits &StoreEdits::of(Shell &shell)
{
    if (auto *edits = shell.undoStack().findChild<StoreEdits *>(QString(), Qt::FindDirectChildrenOnly))
        return *edits;
    return *new StoreEdits(shell);
}

StoreEdits::~StoreEdits()
{
    m_runner.reset(); // waits for the write that runs, which came before those that wait
    for (const Write &write : std::exchange(m_waiting, {}))
        (void)write(m_workbench); // nobody is left to be told of a failure
}

void StoreEdits::push(const QString &text, Write redo, Write undo)
{
    m_shell.undoStack().push(new Command(text, this, std::move(redo), std::move(undo)));
}

void StoreEdits::enqueue(Write write)
{
    m_waiting.push_back(std::move(write));
    if (!m_runner->isRunning())
        next();
}

void StoreEdits::next()
{
    if (m_waiting.empty())
        return;
    Write write = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_runner->start<bool>(
        tr("Saving changes"),
        [this, write = std::move(write)](const Context &) -> Result<bool> {
            return write(m_workbench).map([] { return true; });
        },
        [this](const Result<bool> &result) {
            if (!result) {
                m_shell.report(result.error());
                emit failed(result.error());
            }
            emit written();
            m_shell.storeChanged();
            if (!m_runner->isRunning())
                next();
        });
}

/// From the thread that writes.
void StoreEdits::tellLater(const QString &text)
{
    QMetaObject::invokeMethod(
        this,
        [this, text] {
            m_shell.tell(text);
            emit said(text);
        },
        Qt::QueuedConnection);
}

void StoreEdits::rename(const tracking::Run &run, const QString &name)
{
    push(
        tr("rename “%1”").arg(run.name), [id = run.id, name](Workbench &w) { return w.rename(id, name); },
        [id = run.id, before = run.name](Workbench &w) { return w.rename(id, before); });
}

void StoreEdits::setNote(const tracking::Run &run, const QString &note)
{
    setNote(std::vector<tracking::Run>{run}, note);
}

void StoreEdits::setNote(const std::vector<tracking::Run> &runs, const QString &note)
{
    push(
        tr("change the note"),
        [runs, note](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return w.setNote(run.id, note); });
        },
        [runs](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return w.setNote(run.id, run.note); });
        });
}

void StoreEdits::setTag(const std::vector<tracking::Run> &runs, const QString &key, const QString &value)
{
    push(
        tr("set tag “%1”").arg(key),
        [runs, key, value](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return w.setTag(run.id, key, value); });
        },
        [runs, key](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return putTagBack(w, run, key); });
        });
}

void StoreEdits::removeTag(const std::vector<tracking::Run> &runs, const QString &key)
{
    push(
        tr("remove tag “%1”").arg(key),
        [runs, key](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return w.removeTag(run.id, key); });
        },
        [runs, key](Workbench &w) {
            return forEachRun(runs, [&](const tracking::Run &run) { return putTagBack(w, run, key); });
        });
}

void StoreEdits::remove(const std::vector<tracking::Run> &runs)
{
    push(
        tr("delete %n run(s)", nullptr, static_cast<int>(runs.size())),
        [ids = idsOf(runs)](Workbench &w) { return w.remove(ids); },
        [ids = idsOf(runs)](Workbench &w) { return w.restore(ids); });
}

void StoreEdits::restore(const std::vector<tracking::Run> &runs)
{
    push(
        tr("restore %n run(s)", nullptr, static_cast<int>(runs.size())),
        [ids = idsOf(runs)](Workbench &w) { return w.restore(ids); },
        [ids = idsOf(runs)](Workbench &w) { return w.remove(ids); });
}

} // namespace assay::ui
