// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/sorting.h"

#include "tracking/query/attributes.h"
#include "tracking/query/metrickey.h"

namespace assay::tracking::query {

namespace {

// Runs that began in the same millisecond keep the order they were made in.
const QByteArray latestFirst = "r.start DESC, r.id DESC";

Failure unknownSortKey(const QString &key)
{
    std::vector<std::string> known;
    for (const Attribute &attribute : attributes())
        if (attribute.orders)
            known.emplace_back(attribute.name);
    for (const char *kind : {"metrics.NAME", "params.NAME", "tags.NAME"})
        known.emplace_back(kind);
    return failure(ErrorKind::Usage, "bad_query", "Runs cannot be sorted by `{}`; choose one of {}.",
                   {key.toStdString(), quotedList(known, 30)});
}

QByteArray direction(bool descending)
{
    return descending ? " DESC" : " ASC";
}

Sorting byAttribute(const Attribute &attribute, bool descending)
{
    const QByteArray column = attribute.column;
    if (column == "r.start")
        return {.order = "r.start" + direction(descending) + ", r.id" + direction(descending)};
    const bool folds = attribute.type == ValueType::Text;
    return {.order = (folds ? "nullif(" + column + ", '') COLLATE NOCASE" : column) + direction(descending) +
                     " NULLS LAST, " + latestFirst};
}

/// The facts of one key, found once through their index.
Sql join(const QByteArray &select, const QString &key)
{
    return {.text = " LEFT JOIN (" + select + " WHERE key = " + keyOf + ") s ON s.run = r.id", .values = {key}};
}

Sorting byMetric(const MetricKey &key, bool descending)
{
    return {.join = join("SELECT run, " + QByteArray(key.column) + " AS value FROM metrics", key.name),
            .order = "s.run IS NULL, s.value" + direction(descending) + " NULLS LAST, " + latestFirst};
}

Sorting byParam(const QString &key, bool descending)
{
    return {.join = join("SELECT run, number, text FROM params", key),
            .order = "s.run IS NULL, s.number" + direction(descending) + " NULLS LAST, s.text COLLATE NOCASE" +
                     direction(descending) + ", " + latestFirst};
}

Sorting byTag(const QString &key, bool descending)
{
    return {.join = join("SELECT run, value FROM tags", key),
            .order = "s.value COLLATE NOCASE" + direction(descending) + " NULLS LAST, " + latestFirst};
}

} // namespace

Result<Sorting> sorting(Connection &connection, const QString &key, bool descending)
{
    const qsizetype dot = key.indexOf(u'.') + 1;
    const QString prefix = key.left(dot);
    const QString name = key.mid(dot);
    if (dot > 0 && !name.isEmpty()) {
        if (prefix == u"metrics.") {
            auto metric = metricKey(connection, name);
            if (!metric)
                return Failure(metric.error());
            return byMetric(*metric, descending);
        }
        if (prefix == u"params.")
            return byParam(name, descending);
        if (prefix == u"tags.")
            return byTag(name, descending);
    }
    const Attribute *attribute = findAttribute(key);
    if (!attribute || !attribute->orders)
        return unknownSortKey(key);
    return byAttribute(*attribute, descending);
}

} // namespace assay::tracking::query
