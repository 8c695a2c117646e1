// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runtable.h"

#include "tracking/query/attributes.h"
#include "tracking/query/grouping.h"
#include "tracking/query/keyuse.h"
#include "tracking/query/modelparam.h"
#include "tracking/runquery.h"
#include "tracking/runreader.h"

#include <algorithm>
#include <future>

namespace assay::tracking {

namespace {

/// Runs @p read with this thread's connection.
template<class Read>
auto with(const RunStore &store, Read read) -> decltype(read(std::declval<Connection &>()))
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    return read(**connection);
}

Result<std::vector<RunRow>> readOrder(Connection &connection, const RunQuery &query)
{
    auto sql = orderedSelection(connection, query);
    if (!sql)
        return Failure(sql.error());
    std::vector<RunRow> rows;
    auto read = connection.each("SELECT r.id, r.parent" + sql->text, sql->values, [&](const Row &row) {
        rows.push_back({.row = row.integer(0), .parent = row.integer(1)});
    });
    if (!read)
        return Failure(read.error());
    return rows;
}

} // namespace

Result<std::vector<RunRow>> RunTable::rows(const RunQuery &query) const
{
    return with(m_store, [&](Connection &connection) { return readOrder(connection, query); });
}

Result<std::vector<Run>> RunTable::read(std::span<const qint64> rows, const RunFields &fields) const
{
    auto runs = with(m_store, [&](Connection &connection) { return readRows(connection, rows, fields); });
    const auto model = std::ranges::find_if(fields.params, query::isModelParam);
    if (!runs || model == fields.params.end())
        return runs;
    for (Run &run : *runs)
        if (!run.model.isEmpty())
            run.params.try_emplace(model->toStdString(), run.model.toStdString());
    return runs;
}

Result<RunKeyUse> RunTable::keys(const RunQuery &query) const
{
    // Side by side: either half walks through every fact of its kind.
    auto metrics = std::async(std::launch::async, [&] {
        return with(m_store, [&](Connection &connection) { return query::metricUse(connection, query); });
    });
    auto use = with(m_store, [&](Connection &connection) { return query::factUse(connection, query); });
    auto logged = metrics.get();
    if (!use)
        return use;
    if (!logged)
        return Failure(logged.error());
    use->metrics = std::move(*logged);
    return use;
}

Result<QStringList> RunTable::metricKeys(std::span<const qint64> rows) const
{
    QByteArray list = "0";
    for (const qint64 row : rows)
        list += "," + QByteArray::number(row);
    QStringList keys;
    auto read = with(m_store, [&](Connection &connection) {
        return connection.each("SELECT name FROM keys WHERE id IN (SELECT key FROM metrics WHERE run IN (" + list +
                                   ")) ORDER BY name",
                               {}, [&](const Row &row) { keys << row.text(0); });
    });
    if (!read)
        return Failure(read.error());
    return keys;
}

bool RunTable::groupsNested(const QString &key)
{
    const query::Attribute *attribute = query::findAttribute(key);
    return attribute && QByteArrayView(attribute->name) == "parent";
}

Result<std::vector<MetricSpread>> RunTable::spread(const RunQuery &query, const QStringList &metrics) const
{
    return with(m_store, [&](Connection &connection) { return query::spread(connection, query, metrics); });
}

Result<std::vector<RunGroup>> RunTable::groups(const RunQuery &query, const QString &key, const QStringList &metrics,
                                               bool nested) const
{
    return with(m_store, [&](Connection &connection) {
        return query::groups(connection, query, key, metrics, nested || groupsNested(key));
    });
}

} // namespace assay::tracking
