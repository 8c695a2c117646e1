// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runquery.h"

#include <array>

namespace assay::tracking {

namespace {

struct SortColumn
{
    const char *key;
    const char *column;
};

constexpr std::array sortColumns = {
    SortColumn{"start_time", "r.start"},
    SortColumn{"end_time", "r.end"},
    SortColumn{"name", "r.name COLLATE NOCASE"},
    SortColumn{"model", "r.model COLLATE NOCASE"},
    SortColumn{"task", "r.task"},
    SortColumn{"status", "r.status"},
    SortColumn{"experiment", "e.name COLLATE NOCASE"},
};

struct SortFact
{
    const char *prefix;
    const char *table;
    const char *column;
};

constexpr std::array sortFacts = {
    SortFact{"metrics.", "metrics", "s.last"},
    SortFact{"params.", "params", "s.value COLLATE NOCASE"},
    SortFact{"tags.", "tags", "s.value COLLATE NOCASE"},
};

/// What to sort by, and the join that brings it in.
struct Sorting
{
    Sql join;
    QByteArray column;
};

Failure unknownSortKey(const QString &key)
{
    std::vector<std::string> known;
    for (const SortColumn &column : sortColumns)
        known.emplace_back(column.key);
    for (const SortFact &fact : sortFacts)
        known.push_back(std::string(fact.prefix) + "NAME");
    return failure(ErrorKind::Usage, "bad_query", "Runs cannot be sorted by `{}`; choose one of {}.",
                   {key.toStdString(), quotedList(known)});
}

Result<Sorting> sorting(const QString &key)
{
    for (const SortColumn &column : sortColumns)
        if (key == QLatin1String(column.key))
            return Sorting{.join = {}, .column = column.column};
    for (const SortFact &fact : sortFacts) {
        const QLatin1String prefix(fact.prefix);
        if (!key.startsWith(prefix) || key.size() == prefix.size())
            continue;
        Sorting by{.join = {}, .column = fact.column};
        by.join.append(" LEFT JOIN " + QByteArray(fact.table) +
                           " s ON s.run = r.id AND s.key = (SELECT id FROM keys WHERE name = ?)",
                       {key.mid(prefix.size())});
        return by;
    }
    return unknownSortKey(key);
}

Sql conditions(const RunQuery &query)
{
    Sql where;
    where.append(query.deleted ? " WHERE r.deleted IS NOT NULL" : " WHERE r.deleted IS NULL");
    if (!query.experiment.isEmpty())
        where.append(" AND e.name = ?", {query.experiment});
    // A run whose parent is on the other side of the deletion stands at the top of its own list.
    if (query.topLevelOnly)
        where.append(" AND NOT EXISTS (SELECT 1 FROM runs p WHERE p.id = r.parent AND (p.deleted IS NULL) ="
                     " (r.deleted IS NULL))");
    const QStringList words = query.filter.toCaseFolded().split(QChar::Space, Qt::SkipEmptyParts);
    for (const QString &word : words)
        where.append(" AND (instr(r.search, ?) OR instr(r.status, ?))", {word, word});
    return where;
}

const QByteArray source = " FROM runs r JOIN experiments e ON e.id = r.experiment";

} // namespace

void Sql::append(const QByteArray &more, const QVariantList &moreValues)
{
    text += more;
    values += moreValues;
}

Sql selection(const RunQuery &query)
{
    Sql sql{.text = source, .values = {}};
    const Sql where = conditions(query);
    sql.append(where.text, where.values);
    return sql;
}

Result<Sql> orderedSelection(const RunQuery &query)
{
    auto by = sorting(query.sortKey);
    if (!by)
        return Failure(by.error());
    Sql sql{.text = source, .values = {}};
    sql.append(by->join.text, by->join.values);
    const Sql where = conditions(query);
    sql.append(where.text, where.values);
    const QByteArray direction = query.descending ? " DESC" : " ASC";
    // Runs that began in the same millisecond keep the order they were made in.
    const QByteArray ties = by->column == "r.start" ? "r.id" + direction : QByteArray("r.start DESC, r.id DESC");
    sql.append(" ORDER BY " + by->column + direction + " NULLS LAST, " + ties + " LIMIT ? OFFSET ?",
               {query.limit, query.offset});
    return sql;
}

} // namespace assay::tracking
