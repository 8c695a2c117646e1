// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/storeedits.h"

#include "tracking/runartifacts.h"
#include "widgets/pages/runsummary.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>
#include <utility>

namespace assay::ui {

namespace {

std::vector<tracking::RunTag> tagsOf(const std::vector<tracking::Run> &runs, const std::optional<QString> &value)
{
    std::vector<tracking::RunTag> tags;
    for (const tracking::Run &run : runs)
        tags.push_back({.run = run.id, .value = value});
    return tags;
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
            if (result) {
                m_shell.storeChanged();
            } else {
                m_shell.report(result.error());
                emit failed(result.error());
            }
            emit written();
            for (const auto &act : std::exchange(m_afterwards, {}))
                act();
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
    std::vector<tracking::RunNote> notes;
    for (const tracking::Run &run : runs)
        notes.push_back({.run = run.id, .note = note});
    pushExchange<std::vector<tracking::RunNote>>(
        tr("change the note"), std::move(notes),
        [](Workbench &w, const auto &wanted) { return tracking::setNotes(w.store(), wanted); });
}

void StoreEdits::setTag(const std::vector<tracking::Run> &runs, const QString &key, const QString &value)
{
    pushTags(tr("set tag “%1”").arg(key), key, tagsOf(runs, value));
}

void StoreEdits::removeTag(const std::vector<tracking::Run> &runs, const QString &key)
{
    pushTags(tr("remove tag “%1”").arg(key), key, tagsOf(runs, std::nullopt));
}

void StoreEdits::pushTags(const QString &text, const QString &key, std::vector<tracking::RunTag> tags)
{
    pushExchange<std::vector<tracking::RunTag>>(text, std::move(tags), [key](Workbench &w, const auto &wanted) {
        return tracking::setTags(w.store(), key, wanted);
    });
}

/// Each run gets back what it said itself, not what another said. What a write handed out is kept until it is back in
/// the store, so that a refused undo can be tried again.
template<class Values, class Exchange>
void StoreEdits::pushExchange(const QString &text, Values wanted, Exchange exchange)
{
    const auto before = std::make_shared<std::optional<Values>>();
    push(
        text,
        [wanted = std::move(wanted), before, exchange](Workbench &w) {
            return exchange(w, wanted).map([&](Values &&was) {
                if (!*before) // else an undo was refused, and these are what was written the first time
                    *before = std::move(was);
            });
        },
        [before, exchange](Workbench &w) -> Result<void> {
            return *before ? exchange(w, **before).map([&](Values &&) { before->reset(); }) : Result<void>();
        });
}

void StoreEdits::removeArtifacts(const tracking::RunId &run, const QStringList &names)
{
    const auto removed = std::make_shared<std::vector<tracking::Artifact>>();
    push(
        tr("remove %n artifact(s)", nullptr, static_cast<int>(names.size())),
        [run, names, removed](Workbench &w) -> Result<void> {
            if (!removed->empty())
                return {}; // an undo was refused, and they are still gone
            auto gone = tracking::removeArtifacts(w.store(), run, names);
            if (!gone)
                return Failure(gone.error());
            *removed = std::move(*gone);
            return {};
        },
        [run, removed](Workbench &w) {
            return tracking::restoreArtifacts(w.store(), run, *removed).map([&] { removed->clear(); });
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
