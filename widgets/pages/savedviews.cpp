// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/savedviews.h"

#include "widgets/shell.h"

#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>

namespace assay::ui {

namespace {

const QString filterKey = QStringLiteral("filter"), experimentKey = QStringLiteral("experiment"),
              sortName = QStringLiteral("sort"), descendingKey = QStringLiteral("descending"),
              deletedKey = QStringLiteral("deleted"), archivedKey = QStringLiteral("archived"),
              groupName = QStringLiteral("group"), columnsName = QStringLiteral("columns"),
              pinnedName = QStringLiteral("pinned");

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

QString RunsView::toBody() const
{
    const QJsonObject body{{filterKey, query.filter},   {experimentKey, query.experiment},
                           {sortName, query.sortKey},   {descendingKey, query.descending},
                           {deletedKey, query.deleted}, {archivedKey, query.archived},
                           {groupName, groupBy},        {columnsName, QJsonArray::fromStringList(idsOf(columns))},
                           {pinnedName, pinned}};
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

RunsView RunsView::fromBody(const QString &text)
{
    const QJsonObject body = QJsonDocument::fromJson(text.toUtf8()).object();
    RunsView view;
    view.query.filter = body[filterKey].toString();
    view.query.experiment = body[experimentKey].toString();
    view.query.sortKey = body[sortName].toString(view.query.sortKey);
    view.query.descending = body[descendingKey].toBool(true);
    view.query.deleted = body[deletedKey].toBool();
    view.query.archived = body[archivedKey].toBool();
    view.groupBy = body[groupName].toString();
    QStringList ids;
    const QJsonArray columns = body[columnsName].toArray();
    for (const QJsonValue &id : columns)
        ids.append(id.toString());
    view.columns = columnsFrom(ids);
    if (!view.columns.empty() && view.columns.front().kind != RunColumn::Name) {
        std::erase(view.columns, RunColumn{.kind = RunColumn::Name});
        view.columns.insert(view.columns.begin(), RunColumn{.kind = RunColumn::Name});
    }
    view.pinned = std::max(1, body[pinnedName].toInt(1));
    return view;
}

struct SavedViews::Command : QUndoCommand
{
    Command(const QString &text, SavedViews *owner, Write redoWrite, Write undoWrite)
        : QUndoCommand(text)
        , views(owner)
        , forward(std::move(redoWrite))
        , back(std::move(undoWrite))
    {
    }
    void redo() override
    {
        if (views)
            views->enqueue(forward);
        else
            setObsolete(true);
    }
    void undo() override
    {
        if (views)
            views->enqueue(back);
        else
            setObsolete(true);
    }

    QPointer<SavedViews> views;
    Write forward, back;
};

SavedViews::SavedViews(Shell &shell, QWidget *parent)
    : QToolButton(parent)
    , m_shell(shell)
    , m_runner(std::make_unique<JobRunner>(&shell.jobs()))
{
    setObjectName(QStringLiteral("savedViews"));
    setText(tr("Views ▾"));
    setAccessibleName(tr("Saved views"));
    setToolTip(tr("Filter, order, columns and groups under a name"));
    setPopupMode(InstantPopup);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedViewsMenu"));
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &SavedViews::fillMenu);
}

SavedViews::~SavedViews()
{
    m_runner.reset(); // waits for the write that runs, which came before those that wait
    for (const Write &write : std::exchange(m_waiting, {}))
        (void)write(m_shell.workbench().store()); // nobody is left to be told of a failure
}

void SavedViews::setViews(const std::vector<tracking::SavedView> &views)
{
    m_views = views;
}

const tracking::SavedView *SavedViews::find(const QString &name) const
{
    const auto found = std::ranges::find(m_views, name, &tracking::SavedView::name);
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::fillMenu()
{
    menu()->clear();
    for (const tracking::SavedView &view : m_views)
        connect(menu()->addAction(escaped(view.name)), &QAction::triggered, this,
                [this, view] { emit chosen(RunsView::fromBody(view.body)); });
    if (!m_views.empty())
        menu()->addSeparator();
    connect(menu()->addAction(tr("&Save view…")), &QAction::triggered, this,
            [this] { askName(tr("Save view"), {}, [this](const QString &name) { save(name); }); });
    if (m_views.empty())
        return;
    auto *renaming = menu()->addMenu(tr("&Rename"));
    auto *deleting = menu()->addMenu(tr("&Delete"));
    for (const tracking::SavedView &view : m_views) {
        connect(renaming->addAction(escaped(view.name) + QStringLiteral("…")), &QAction::triggered, this,
                [this, name = view.name] {
                    askName(tr("Rename view"), name, [this, name](const QString &to) { rename(name, to); });
                });
        connect(deleting->addAction(escaped(view.name)), &QAction::triggered, this,
                [this, name = view.name] { remove(name); });
    }
}

void SavedViews::askName(const QString &title, const QString &name, const std::function<void(const QString &)> &then)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("viewName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view (one of the same name is replaced)"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString &given) {
        if (!given.trimmed().isEmpty())
            then(given.trimmed());
    });
    dialog->open();
}

void SavedViews::save(const QString &name)
{
    const tracking::SavedView view{.name = name, .body = current ? current().toBody() : QString()};
    std::optional<tracking::SavedView> before;
    if (const auto *same = find(name))
        before = *same;
    push(
        tr("save view “%1”").arg(name), [view](tracking::RunStore &store) { return saveView(store, view); },
        [before, name](tracking::RunStore &store) {
            return before ? saveView(store, *before) : removeView(store, name);
        });
}

void SavedViews::rename(const QString &from, const QString &to)
{
    const auto *view = find(from);
    if (!view || from == to)
        return;
    const auto renamed = [](const tracking::SavedView &was, const QString &name, tracking::RunStore &store) {
        const auto saved = saveView(store, {.name = name, .body = was.body});
        return saved ? removeView(store, was.name) : saved;
    };
    std::optional<tracking::SavedView> replaced;
    if (const auto *same = find(to))
        replaced = *same;
    push(
        tr("rename view “%1”").arg(from),
        [view = *view, to, renamed](tracking::RunStore &store) { return renamed(view, to, store); },
        [view = *view, to, renamed, replaced](tracking::RunStore &store) {
            const auto back = renamed({.name = to, .body = view.body}, view.name, store);
            return back && replaced ? saveView(store, *replaced) : back;
        });
}

void SavedViews::remove(const QString &name)
{
    const auto *view = find(name);
    if (!view)
        return;
    push(
        tr("delete view “%1”").arg(name), [name](tracking::RunStore &store) { return removeView(store, name); },
        [view = *view](tracking::RunStore &store) { return saveView(store, view); });
}

void SavedViews::push(const QString &text, Write redo, Write undo)
{
    m_shell.undoStack().push(new Command(text, this, std::move(redo), std::move(undo)));
}

void SavedViews::enqueue(Write write)
{
    m_waiting.push_back(std::move(write));
    if (!m_runner->isRunning())
        next();
}

void SavedViews::next()
{
    if (m_waiting.empty())
        return;
    Write write = std::move(m_waiting.front());
    m_waiting.pop_front();
    using Views = std::vector<tracking::SavedView>;
    m_runner->start<Views>(
        tr("Saving the view"),
        [store = &m_shell.workbench().store(), write = std::move(write)](const Context &) -> Result<Views> {
            if (const auto written = write(*store); !written)
                return tl::unexpected(written.error());
            return tracking::savedViews(*store);
        },
        [this](const Result<Views> &views) {
            if (views)
                m_views = *views;
            else
                m_shell.report(views.error());
            next();
        });
}

} // namespace assay::ui
