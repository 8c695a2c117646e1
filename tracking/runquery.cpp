// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runquery.h"

#include "tracking/query/compile.h"
#include "tracking/query/parser.h"
#include "tracking/query/sorting.h"

namespace assay::tracking {

namespace {

/// Whether a run belongs to the list that is asked for: the deleted ones, the archived ones or the others.
QByteArray listed(const RunQuery &query, const QByteArray &run, bool filterAsksArchived)
{
    if (query.deleted)
        return run + ".deleted IS NOT NULL";
    const QByteArray kept = run + ".deleted IS NULL";
    if (filterAsksArchived)
        return kept;
    return kept + " AND " + run + (query.archived ? ".archived IS NOT NULL" : ".archived IS NULL");
}

Result<Sql> conditions(Connection &connection, const RunQuery &query)
{
    const auto filter = query::parse(query.filter);
    if (!filter)
        return Failure(filter.error().error);
    const bool asksArchived = query::asksArchived(*filter);
    Sql where;
    where.append(" WHERE " + listed(query, "r", asksArchived));
    if (!query.experiment.isEmpty())
        where.append(" AND r.experiment IN (SELECT id FROM experiments WHERE name = ?)", {query.experiment});
    // A run whose parent is in another list stands at the top of its own.
    if (query.topLevelOnly)
        where.append(" AND NOT EXISTS (SELECT 1 FROM runs p WHERE p.id = r.parent AND " +
                     listed(query, "p", asksArchived) + ")");
    if (*filter == query::Expression{})
        return where;
    auto condition = query::compile(connection, *filter, QDateTime::currentDateTime());
    if (!condition)
        return condition;
    where.append(" AND " + condition->text, condition->values);
    return where;
}

} // namespace

void Sql::append(const QByteArray &more, const QVariantList &moreValues)
{
    text += more;
    values += moreValues;
}

Result<Sql> selection(Connection &connection, const RunQuery &query)
{
    auto where = conditions(connection, query);
    if (!where)
        return where;
    Sql sql{.text = " FROM runs r", .values = {}};
    sql.append(*where);
    return sql;
}

Result<Sql> orderedSelection(Connection &connection, const RunQuery &query)
{
    auto by = query::sorting(connection, query.sortKey, query.descending);
    if (!by)
        return Failure(by.error());
    auto where = conditions(connection, query);
    if (!where)
        return where;
    Sql sql{.text = " FROM runs r", .values = {}};
    sql.append(by->join);
    sql.append(*where);
    sql.append(" ORDER BY " + by->order + " LIMIT ? OFFSET ?", {query.limit, query.offset});
    return sql;
}

} // namespace assay::tracking
