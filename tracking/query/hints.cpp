// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/hints.h"

#include "tracking/query/keys.h"
#include "tracking/query/metrickey.h"
#include "tracking/query/modelparam.h"
#include "tracking/query/parser.h"

#include <algorithm>

namespace assay::tracking {

namespace {

using namespace query;

struct Facts
{
    Key::Kind kind;
    const char *table, *one;
};
constexpr Facts facts[] = {
    {Key::Metric, "metrics", "metric"}, {Key::Param, "params", "parameter"}, {Key::Tag, "tags", "tag"}};

void addKeys(const Expression &expression, std::vector<Key> &keys)
{
    if (expression.kind == Expression::Compare)
        keys.push_back(expression.comparison.key);
    for (const Expression &part : expression.parts)
        addKeys(part, keys);
}

/// The names that runs have in @p table.
Result<QStringList> namesIn(Connection &connection, const QByteArray &table)
{
    QStringList names;
    auto read = connection.each("SELECT k.name FROM keys k WHERE EXISTS (SELECT 1 FROM " + table +
                                    " f WHERE f.key = k.id) ORDER BY k.name",
                                {}, [&](const Row &row) { names << row.text(0); });
    if (!read)
        return Failure(read.error());
    return names;
}

QueryProblem unknown(const Facts &table, const Key &key, const std::string &instead)
{
    const std::string sentence = "There is no {} {}" + std::string(instead.empty() ? "." : "; did you mean {}?");
    const Failure made =
        failure(ErrorKind::NotFound, "unknown_key", sentence,
                instead.empty() ? std::vector<std::string>{table.one, key.name.toStdString()}
                                : std::vector<std::string>{table.one, key.name.toStdString(), instead});
    return {.error = made.value(), .from = key.place.from, .length = key.place.length};
}

/// What is nearest among the names of its own kind, else what is called so among the others.
Result<std::optional<QueryProblem>> hint(Connection &connection, const Facts &table, const Key &key)
{
    auto own = namesIn(connection, table.table);
    if (!own)
        return Failure(own.error());
    if (table.kind == Key::Param)
        own->append(QStringLiteral("model"));
    if (own->contains(key.name))
        return std::nullopt;
    if (const QString near = nearest(key.name, *own); !near.isEmpty())
        return unknown(table, key, near.toStdString());
    for (const Facts &other : facts) {
        const auto names = namesIn(connection, other.table);
        if (!names)
            return Failure(names.error());
        if (names->contains(key.name))
            return unknown(table, key, other.table + ('.' + key.name.toStdString()));
    }
    return unknown(table, key, findAttribute(key.name) ? key.name.toStdString() : std::string());
}

Result<std::vector<QueryProblem>> hints(const RunStore &store, std::vector<Key> keys)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    std::vector<QueryProblem> all;
    auto any = (*connection)->value("SELECT 1 FROM runs LIMIT 1");
    if (!any)
        return Failure(any.error());
    if (!*any)
        return all; // of an empty store that goes without saying
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        const auto table = std::ranges::find(facts, key->kind, &Facts::kind);
        if (table == std::end(facts))
            continue;
        if (key->kind == Key::Metric && !key->quoted) {
            auto metric = metricKey(**connection, key->name);
            if (!metric)
                return Failure(metric.error());
            key->name = metric->name;
        }
        const auto isSame = [&](const Key &other) { return other.kind == key->kind && other.name == key->name; };
        if (std::any_of(keys.begin(), key, isSame))
            continue;
        auto found = hint(**connection, *table, *key);
        if (!found)
            return Failure(found.error());
        if (*found)
            all.push_back(std::move(**found));
    }
    return all;
}

} // namespace

Result<std::vector<QueryProblem>> queryHints(const RunStore &store, const QString &filter)
{
    const auto parsed = parse(filter);
    std::vector<Key> keys;
    if (parsed)
        addKeys(*parsed, keys);
    return keys.empty() ? std::vector<QueryProblem>() : hints(store, std::move(keys));
}

Result<std::vector<QueryProblem>> keyHints(const RunStore &store, const QStringList &keys)
{
    std::vector<Key> asked;
    for (const QString &key : keys) {
        const qsizetype dot = key.indexOf(u'.');
        if (const auto kind = dot > 0 ? keyKind(QStringView(key).left(dot)) : std::nullopt)
            asked.push_back({.kind = *kind, .name = key.mid(dot + 1)});
    }
    return asked.empty() ? std::vector<QueryProblem>() : hints(store, std::move(asked));
}

} // namespace assay::tracking
