// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/keyuse.h"

namespace assay::tracking::query {

namespace {

Result<std::vector<KeyUse>> use(Connection &connection, const QByteArray &table, const QByteArray &distinct,
                                const Sql &condition)
{
    std::vector<KeyUse> all;
    auto read = connection.each(
        "SELECT k.name, u.runs, u.different FROM (SELECT key, count(*) AS runs, " + distinct + " AS different FROM " +
            table + condition.text + " GROUP BY key) u JOIN keys k ON k.id = u.key ORDER BY k.name",
        condition.values, [&](const Row &row) {
            all.push_back({.key = row.text(0), .runs = row.integer(1), .distinct = row.integer(2)});
        });
    if (!read)
        return Failure(read.error());
    return all;
}

/// `WHERE …` of facts of the runs of @p query; nothing where these are all runs, which spares asking of each fact.
Result<Sql> conditionOf(Connection &connection, const RunQuery &query)
{
    auto chosen = selection(connection, query);
    if (!chosen)
        return chosen;
    auto all =
        connection.value("SELECT (SELECT count(*)" + chosen->text + ") = (SELECT count(*) FROM runs)", chosen->values);
    if (!all)
        return Failure(all.error());
    if (all->value_or(false).toBool())
        return Sql{};
    return Sql{.text = " WHERE run IN (SELECT r.id" + chosen->text + ")", .values = chosen->values};
}

} // namespace

Result<RunKeyUse> keyUse(Connection &connection, const RunQuery &query)
{
    const Snapshot view(connection);
    auto chosen = conditionOf(connection, query);
    if (!chosen)
        return Failure(chosen.error());
    auto metrics = use(connection, "metrics", "0", *chosen);
    if (!metrics)
        return Failure(metrics.error());
    auto params = use(connection, "params", "count(DISTINCT text)", *chosen);
    if (!params)
        return Failure(params.error());
    auto tags = use(connection, "tags", "count(DISTINCT value)", *chosen);
    if (!tags)
        return Failure(tags.error());
    return RunKeyUse{.metrics = std::move(*metrics), .params = std::move(*params), .tags = std::move(*tags)};
}

} // namespace assay::tracking::query
