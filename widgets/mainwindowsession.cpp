// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/documents.h"
#include "widgets/mainwindow.h"
#include "widgets/pagefactory.h"
#include "widgets/recent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The tabs of a store come back as they were left. What needs a file to be read again (a data set, its profile, its
/// drift) does not, and what is gone from the store is left out without a word.
namespace assay::ui {

namespace {

constexpr int storesKept = 8;
const QString sessionsKey = QStringLiteral("window/sessions"), storeName = QStringLiteral("store"),
              tabsName = QStringLiteral("tabs"), currentName = QStringLiteral("current"),
              kindName = QStringLiteral("kind"), titleName = QStringLiteral("title"), runsName = QStringLiteral("runs"),
              stateName = QStringLiteral("state");

QJsonArray savedSessions()
{
    return QJsonDocument::fromJson(Settings().value(sessionsKey).toByteArray()).array();
}

QJsonObject objectOf(const Document &document, Page *page)
{
    QJsonArray runs;
    for (const tracking::RunId &run : document.runs)
        runs.append(run.value);
    const QString state = pages::stateOf(page);
    return {{kindName, document.key.section(u':', 0, 0)},
            {titleName, page->title()},
            {runsName, runs},
            {stateName, state.isEmpty() ? document.state : state}};
}

/// Those that the store still has, deleted ones too: they can be looked at until they are purged.
std::vector<tracking::RunId> runsLeft(const tracking::RunStore &store, const QJsonArray &ids)
{
    std::vector<tracking::RunId> left;
    for (const QJsonValue &value : ids) {
        const tracking::RunId id{value.toString()};
        if (const auto found = store.resolve(id.value); found && *found == id)
            left.push_back(id);
    }
    return left;
}

} // namespace

void MainWindow::saveTabs()
{
    QJsonArray tabs;
    for (Page *page : m_documents->pages())
        tabs.append(objectOf(m_documents->document(page), page));
    QJsonArray sessions{QJsonObject{
        {storeName, m_workbench.storePath()}, {tabsName, tabs}, {currentName, m_documents->currentIndex()}}};
    for (const QJsonValue &other : savedSessions())
        if (other[storeName].toString() != m_workbench.storePath() && sessions.size() < storesKept)
            sessions.append(other);
    Settings().setValue(sessionsKey, QJsonDocument(sessions).toJson(QJsonDocument::Compact));
}

std::optional<LaterDocument> MainWindow::laterDocument(const QJsonObject &tab)
{
    const QString kind = tab[kindName].toString(), state = tab[stateName].toString();
    const auto later = [&](Document document, std::function<Page *()> make) {
        if (document.state.isEmpty())
            document.state = state;
        return LaterDocument{
            .document = std::move(document), .title = tab[titleName].toString(), .make = std::move(make)};
    };
    if (kind == QLatin1String("start"))
        return later(documents::start(), [this] { return pages::start(*this); });
    if (kind == QLatin1String("registry"))
        return later(documents::registry(), [this] { return pages::registry(*this, {}); });
    if (kind == QLatin1String("runs"))
        return later(documents::runs(), [this, state] {
            Page *page = pages::runs(*this, m_documents->pageParent());
            pages::restoreState(page, state);
            return page;
        });
    if (kind == QLatin1String("explore")) {
        const tracking::RunQuery query = pages::queryOf(state);
        return later(documents::explore(query), [this, query] { return pages::explore(*this, query); });
    }
    const auto runs = runsLeft(m_workbench.store(), tab[runsName].toArray());
    if (runs.empty())
        return {};
    if (kind == QLatin1String("run"))
        return later(documents::run(runs.front()), [this, run = runs.front()] { return pages::run(*this, run); });
    if (kind == QLatin1String("metrics"))
        return later(documents::metrics(runs), [this, runs] { return pages::metrics(*this, runs); });
    if (kind == QLatin1String("report"))
        return later(documents::report(runs), [this, runs] { return pages::report(*this, runs); });
    if (kind == QLatin1String("compare") && runs.size() > 1)
        return later(documents::compare(runs), [this, runs] { return pages::compare(*this, runs); });
    return {};
}

void MainWindow::restoreTabs()
{
    QJsonObject session;
    for (const QJsonValue &one : savedSessions())
        if (one[storeName].toString() == m_workbench.storePath())
            session = one.toObject();
    std::vector<LaterDocument> found;
    const QJsonArray tabs = session[tabsName].toArray();
    int current = 0;
    for (qsizetype i = 0; i < tabs.size(); ++i) {
        if (i == session[currentName].toInt())
            current = static_cast<int>(found.size());
        if (auto later = laterDocument(tabs[i].toObject()))
            found.push_back(std::move(*later));
    }
    if (found.empty())
        openStart();
    else
        m_documents->restore(*this, std::move(found), current);
}

} // namespace assay::ui
