// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/views.h"

#include "tracking/database.h"

namespace assay::tracking {

namespace {

Failure unknownView(Transaction &change, const QString &name)
{
    std::vector<std::string> known;
    change.each("SELECT name FROM views ORDER BY position", {},
                [&](const Row &row) { known.push_back(row.text(0).toStdString()); });
    if (known.empty())
        return failure(ErrorKind::NotFound, "unknown_view", "There is no view {}; none was saved yet.",
                       {name.toStdString()});
    return failure(ErrorKind::NotFound, "unknown_view", "There is no view {}; there are {}.",
                   {name.toStdString(), quotedList(known)});
}

} // namespace

Result<std::vector<SavedView>> savedViews(const RunStore &store)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    std::vector<SavedView> views;
    auto read = (*connection)->each("SELECT name, body FROM views ORDER BY position, name", {}, [&](const Row &row) {
        views.push_back({.name = row.text(0), .body = row.text(1)});
    });
    if (!read)
        return Failure(read.error());
    return views;
}

Result<void> saveView(RunStore &store, const SavedView &view)
{
    const QString name = view.name.trimmed();
    if (name.isEmpty())
        return failure(ErrorKind::Usage, "bad_view", "A view needs a name; give it one.");
    Transaction change(store.database());
    change.run("INSERT INTO views (name, body, position) VALUES (?, ?, (SELECT ifnull(max(position), 0) + 1 FROM"
               " views)) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
               {name, notNull(view.body)});
    return change.commit();
}

Result<void> removeView(RunStore &store, const QString &name)
{
    Transaction change(store.database());
    change.run("DELETE FROM views WHERE name = ?", {notNull(name)});
    if (change.ok() && change.lastChanges() == 0)
        change.fail(unknownView(change, name));
    return change.commit();
}

} // namespace assay::tracking
