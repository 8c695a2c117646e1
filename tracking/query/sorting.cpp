// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/sorting.h"

#include "tracking/query/attributes.h"
#include "tracking/query/keys.h"
#include "tracking/query/metrickey.h"
#include "tracking/query/modelparam.h"
#include "tracking/query/sortkeys.h"

namespace assay::tracking::query {

namespace {

const QByteArray startColumn = "r.start";

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
    if (column == startColumn)
        return {.order = column + direction(descending)};
    const bool folds = attribute.type == ValueType::Text;
    return {.order =
                (folds ? "nullif(" + column + ", '') COLLATE NOCASE" : column) + direction(descending) + " NULLS LAST"};
}

/// The facts of one key, found once through their index.
Sql join(const QByteArray &select, const QString &key, const QByteArray &facts)
{
    return {.text = " LEFT JOIN (" + select + " WHERE key = " + keyOf + ") " + facts + " ON " + facts + ".run = r.id",
            .values = {key}};
}

/// Last values are read where they stand together in their index, of all runs at once: one by one, each lies on a page
/// of its own. LIMIT keeps them a table of their own, and BETWEEN says that there are many, so that the database gives
/// that table an index.
Sql joinLast(const QString &key, const QByteArray &facts)
{
    return {.text = " LEFT JOIN (SELECT run, last AS value FROM metrics WHERE key BETWEEN " + keyOf + " AND " + keyOf +
                    " LIMIT -1) " + facts + " ON " + facts + ".run = r.id",
            .values = {key, key}};
}

Sorting byMetric(const MetricKey &key, bool descending, const QByteArray &facts)
{
    const QByteArray column = key.column;
    return {.join = column == "last" ? joinLast(key.name, facts)
                                     : join("SELECT run, " + column + " AS value FROM metrics", key.name, facts),
            .order = facts + ".run IS NULL, " + facts + ".value" + direction(descending) + " NULLS LAST"};
}

Sorting byParam(const QString &key, bool descending, const QByteArray &facts)
{
    const bool isModel = isModelParam(key);
    const QByteArray missing = isModel ? "(" + facts + ".run IS NULL AND r.model = '')" : facts + ".run IS NULL";
    const QByteArray text = isModel ? "ifnull(" + facts + ".text, r.model)" : facts + ".text";
    return {.join = join("SELECT run, number, text FROM params", key, facts),
            .order = missing + ", " + facts + ".number" + direction(descending) + " NULLS LAST, " + text +
                     " COLLATE NOCASE" + direction(descending)};
}

Sorting byTag(const QString &key, bool descending, const QByteArray &facts)
{
    return {.join = join("SELECT run, value FROM tags", key, facts),
            .order = facts + ".value COLLATE NOCASE" + direction(descending) + " NULLS LAST"};
}

/// The terms of one key; @p facts is what its join is called.
Result<Sorting> byKey(Connection &connection, const SortKey &key, const QByteArray &facts)
{
    const qsizetype dot = key.key.indexOf(u'.');
    const auto kind = dot > 0 ? keyKind(QStringView(key.key).left(dot)) : std::nullopt;
    const QString name = key.key.mid(dot + 1);
    if (kind && !name.isEmpty()) {
        if (*kind == Key::Metric) {
            auto metric = metricKey(connection, name);
            if (!metric)
                return Failure(metric.error());
            return byMetric(*metric, key.descending, facts);
        }
        if (*kind == Key::Param)
            return byParam(name, key.descending, facts);
        if (*kind == Key::Tag)
            return byTag(name, key.descending, facts);
    }
    const bool bare = dot < 0 || (kind && *kind == Key::AttributeKey);
    const Attribute *attribute = bare ? findAttribute(name) : nullptr;
    if (!attribute || !attribute->orders)
        return unknownSortKey(key.key);
    return byAttribute(*attribute, key.descending);
}

/// Whether @p text as a whole is the name of a metric, parameter or tag, or a summary of one metric.
Result<bool> isOneName(Connection &connection, const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    const auto kind = dot > 0 ? keyKind(QStringView(text).left(dot)) : std::nullopt;
    if (!kind)
        return false;
    QStringList names(text.mid(dot + 1));
    if (*kind == Key::Metric) {
        const auto metric = metricKey(connection, names.front());
        if (!metric)
            return Failure(metric.error());
        names << metric->name;
    }
    auto known = connection.value("SELECT 1 FROM keys WHERE name IN (?, ?)", {names.front(), names.back()});
    if (!known)
        return Failure(known.error());
    return known->has_value();
}

Result<std::vector<SortKey>> keysOf(Connection &connection, const QString &text, bool descending)
{
    const SortKey whole{.key = text, .descending = descending};
    auto keys = sortKeys(text, descending);
    if (keys && *keys == std::vector{whole})
        return keys;
    if (text.trimmed().isEmpty())
        return unknownSortKey(text);
    auto one = isOneName(connection, text);
    if (!one)
        return Failure(one.error());
    return *one ? std::vector{whole} : keys;
}

} // namespace

Result<Sorting> sorting(Connection &connection, const QString &text, bool descending)
{
    const auto keys = keysOf(connection, text, descending);
    if (!keys)
        return Failure(keys.error());
    Sorting all;
    for (std::size_t i = 0; i < keys->size(); ++i) {
        auto one = byKey(connection, (*keys)[i], "s" + QByteArray::number(static_cast<int>(i)));
        if (!one)
            return one;
        all.join.append(one->join);
        all.order += one->order + ", ";
    }
    // Runs that began in the same millisecond keep the order they were made in.
    const bool byStart = all.order.endsWith(startColumn + direction(keys->back().descending) + ", ");
    all.order += byStart ? "r.id" + direction(keys->back().descending) : startColumn + " DESC, r.id DESC";
    return all;
}

} // namespace assay::tracking::query
