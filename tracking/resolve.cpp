// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/deleted.h"
#include "tracking/hexadecimal.h"
#include "tracking/jsonlist.h"
#include "tracking/runreader.h"
#include "tracking/runrows.h"

namespace assay::tracking {

namespace {

constexpr qsizetype fullLength = 32;
constexpr qsizetype shortestPrefix = 6;

struct Candidate
{
    QString uuid;
    QString name;
};

using Candidates = std::vector<Candidate>;

/// "`logistic` (4f2a9c01)", …
std::string listed(const Candidates &candidates)
{
    constexpr std::size_t limit = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(candidates.size(), limit); ++i)
        text += (i > 0 ? ", `" : "`") + candidates[i].name.toStdString() + "` (" +
                candidates[i].uuid.left(8).toStdString() + ")";
    if (candidates.size() > limit)
        text += " and " + std::to_string(candidates.size() - limit) + " more";
    return text;
}

Result<Candidates> find(Connection &connection, const QByteArray &condition, const QVariantList &values)
{
    Candidates found;
    auto read = connection.each("SELECT uuid, name FROM runs WHERE " + condition + " ORDER BY start DESC, id DESC",
                                values, [&](const Row &row) {
                                    found.push_back({row.text(0), row.text(1)});
                                });
    if (!read)
        return Failure(read.error());
    return found;
}

Failure unknown(Connection &connection, const QString &text)
{
    auto latest = find(connection, "deleted IS NULL", {});
    if (!latest)
        return Failure(latest.error());
    if (latest->empty())
        return failure(ErrorKind::NotFound, "unknown_run", "There is no run {}: the store {} has no runs yet.",
                       {text.toStdString(), connection.path().toStdString()});
    return failure(ErrorKind::NotFound, "unknown_run",
                   "There is no run {}; give a run's name or at least the first 6 digits of its id. The latest are {}.",
                   {text.toStdString(), listed(*latest)});
}

/// A condition on runs with its values.
using Attempt = std::pair<QByteArray, QVariantList>;

void addId(const QString &text, const QByteArray &more, std::vector<Attempt> &attempts)
{
    const QString id = text.toLower();
    if (id.size() >= shortestPrefix && id.size() <= fullLength && isHexadecimal(id))
        attempts.push_back({"uuid >= ? AND uuid < ?" + more, {id, QString(id + u'g')}});
}

/// What the first of @p attempts finds that finds anything.
Result<std::optional<RunId>> firstFound(Connection &connection, const QString &text,
                                        const std::vector<Attempt> &attempts)
{
    for (const auto &[condition, values] : attempts) {
        auto found = find(connection, condition, values);
        if (!found)
            return Failure(found.error());
        if (found->size() == 1)
            return RunId{found->front().uuid};
        if (found->size() > 1)
            return failure(ErrorKind::NotFound, "ambiguous_run", "{} means {} runs: {}; give more digits of the id.",
                           {text.toStdString(), std::to_string(found->size()), listed(*found)});
    }
    return std::nullopt;
}

} // namespace

Result<RunId> resolveRun(Connection &connection, const QString &idOrName)
{
    const QString text = idOrName.trimmed();
    std::vector<Attempt> attempts;
    addId(text, {}, attempts);
    attempts.push_back({"name = ? AND deleted IS NULL", {text}});
    attempts.push_back({"name = ? AND deleted IS NOT NULL", {text}});
    auto found = firstFound(connection, text, attempts);
    if (!found)
        return Failure(found.error());
    return *found ? Result<RunId>(std::move(**found)) : unknown(connection, text);
}

Result<RunId> resolveDeleted(const RunStore &store, const QString &idOrName)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    const QString text = idOrName.trimmed();
    std::vector<Attempt> attempts;
    addId(text, " AND deleted IS NOT NULL", attempts);
    attempts.push_back({"name = ? AND deleted IS NOT NULL", {text}});
    auto found = firstFound(**connection, text, attempts);
    if (!found)
        return Failure(found.error());
    if (*found)
        return std::move(**found);
    auto kept = resolveRun(**connection, text);
    if (!kept)
        return kept;
    return failure(ErrorKind::Refused, "run_not_deleted",
                   "The run {} is not deleted, and no deleted run is called so; `assay runs --deleted` lists them.",
                   {text.toStdString()});
}

Result<qint64> countBelow(const RunStore &store, const std::vector<RunId> &runs, bool deleted)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    std::vector<qint64> rows;
    for (const RunId &run : runs) {
        const auto row = findRow(**connection, run);
        if (!row)
            return Failure(row.error());
        rows.push_back(*row);
    }
    const QString list = jsonList(rows);
    auto count = (*connection)
                     ->value(withRunsBelowAll + "SELECT count(*) FROM runs WHERE id IN below AND (deleted IS NOT NULL)"
                                                " = ? AND id NOT IN (SELECT value FROM json_each(?))",
                             {list, deleted ? 1 : 0, list});
    if (!count)
        return Failure(count.error());
    return count->value_or(0).toLongLong();
}

} // namespace assay::tracking
