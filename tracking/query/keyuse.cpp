// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/keyuse.h"

#include <algorithm>

namespace assay::tracking::query {

namespace {

/// What the number of different values is counted of; metrics have none.
struct Table
{
    QByteArray name, value;
};
const Table metrics{.name = "metrics", .value = {}}, params{.name = "params", .value = "text"},
    tags{.name = "tags", .value = "value"};

/// The facts of all runs: each key's are counted where they stand together in the index, in its order.
Result<std::vector<KeyUse>> useOfAll(Connection &connection, const Table &table)
{
    const QByteArray ofKey = " FROM " + table.name + " f WHERE f.key = k.id)";
    const QByteArray distinct = table.value.isEmpty() ? "0" : "(SELECT count(DISTINCT " + table.value + ")" + ofKey;
    std::vector<KeyUse> all;
    auto read =
        connection.each("SELECT k.name, (SELECT count(*)" + ofKey + " AS runs, " + distinct +
                            " FROM keys k WHERE EXISTS (SELECT 1" + ofKey + " ORDER BY k.name",
                        {}, [&](const Row &row) {
                            all.push_back({.key = row.text(0), .runs = row.integer(1), .distinct = row.integer(2)});
                        });
    if (!read)
        return Failure(read.error());
    return all;
}

/// Of some runs: their facts lie together by run.
Result<std::vector<KeyUse>> useOf(Connection &connection, const Table &table, const Sql &chosen)
{
    std::vector<KeyUse> all;
    auto read =
        connection.each("SELECT k.name, u.runs, u.different FROM (SELECT key, count(*) AS runs, count(DISTINCT " +
                            table.value + ") AS different FROM " + table.name + " WHERE run IN (SELECT r.id" +
                            chosen.text + ") GROUP BY key) u JOIN keys k ON k.id = u.key ORDER BY k.name",
                        chosen.values, [&](const Row &row) {
                            all.push_back({.key = row.text(0), .runs = row.integer(1), .distinct = row.integer(2)});
                        });
    if (!read)
        return Failure(read.error());
    return all;
}

/// Runs mostly log the same metrics as others: which sets of them there are is found without sorting every fact.
Result<std::vector<KeyUse>> metricsOf(Connection &connection, const Sql &chosen)
{
    QHash<QByteArray, qint64> runs; // by id of the key
    auto read = connection.each("SELECT logged, count(*) FROM (SELECT (SELECT group_concat(f.key) FROM metrics f"
                                " WHERE f.run = r.id) AS logged" +
                                    chosen.text + ") GROUP BY logged",
                                chosen.values, [&](const Row &row) {
                                    for (const QByteArray &key : row.bytes(0).split(','))
                                        runs[key] += row.integer(1);
                                });
    std::vector<KeyUse> all;
    if (read)
        read = connection.each("SELECT id, name FROM keys ORDER BY name", {}, [&](const Row &row) {
            if (const auto found = runs.constFind(row.bytes(0)); found != runs.cend())
                all.push_back({.key = row.text(1), .runs = *found, .distinct = 0});
        });
    if (!read)
        return Failure(read.error());
    return all;
}

/// The runs of @p query; none where these are all there are, which spares asking of each fact.
Result<std::optional<Sql>> chosenRuns(Connection &connection, const RunQuery &query)
{
    auto chosen = selection(connection, query);
    if (!chosen)
        return Failure(chosen.error());
    auto all =
        connection.value("SELECT (SELECT count(*)" + chosen->text + ") = (SELECT count(*) FROM runs)", chosen->values);
    if (!all)
        return Failure(all.error());
    if (all->value_or(false).toBool())
        return std::nullopt;
    return std::move(*chosen);
}

} // namespace

Result<std::vector<KeyUse>> metricUse(Connection &connection, const RunQuery &query)
{
    const Snapshot view(connection);
    const auto chosen = chosenRuns(connection, query);
    if (!chosen)
        return Failure(chosen.error());
    return *chosen ? metricsOf(connection, **chosen) : useOfAll(connection, metrics);
}

Result<RunKeyUse> factUse(Connection &connection, const RunQuery &query)
{
    const Snapshot view(connection);
    const auto chosen = chosenRuns(connection, query);
    if (!chosen)
        return Failure(chosen.error());
    const auto use = [&](const Table &table) {
        return *chosen ? useOf(connection, table, **chosen) : useOfAll(connection, table);
    };
    auto ofParams = use(params);
    if (!ofParams)
        return Failure(ofParams.error());
    auto ofTags = use(tags);
    if (!ofTags)
        return Failure(ofTags.error());
    return RunKeyUse{.metrics = {}, .params = std::move(*ofParams), .tags = std::move(*ofTags)};
}

} // namespace assay::tracking::query
