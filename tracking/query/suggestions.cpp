// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/suggestions.h"

#include "tracking/query/literals.h"
#include "tracking/query/modelparam.h"
#include "tracking/runquery.h"

#include <algorithm>

namespace assay::tracking::query {

namespace {

QString runsText(qint64 runs)
{
    return runs == 1 ? QStringLiteral("in 1 run") : QStringLiteral("in %1 runs").arg(runs);
}

/// As the lexer takes it for one word wherever it stands, else in quotes.
QString keyText(const QString &prefix, const QString &name)
{
    const auto read = tokens(u'(' + prefix + name);
    const bool isWord = read && read->size() == 3 && (*read)[1].kind == Token::Word &&
                        (*read)[1].text == prefix + name && (*read)[1].quoteFrom < 0;
    return isWord ? prefix + name : prefix + quotedText(name);
}

const char *typeText(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return "number";
    case ValueType::Duration:
        return "seconds";
    case ValueType::Time:
        return "time";
    case ValueType::Boolean:
        return "true or false";
    case ValueType::Status:
        return "status";
    case ValueType::Text:
    case ValueType::Mixed:
        break;
    }
    return "text";
}

const QByteArray notDeleted = " AND run NOT IN (SELECT id FROM runs WHERE deleted IS NOT NULL)";

Result<void> addFacts(Connection &connection, const QByteArray &table, const QString &typed, Suggestions &list)
{
    const QString prefix = QString::fromLatin1(table) + u'.';
    // What was typed may begin with the prefix, or be the beginning of it.
    const QString name = typed.startsWith(prefix, Qt::CaseInsensitive)   ? typed.mid(prefix.size())
                         : prefix.startsWith(typed, Qt::CaseInsensitive) ? QString()
                                                                         : typed;
    QStringList names;
    auto read = connection.each("SELECT name FROM keys", {}, [&](const Row &row) {
        if (row.text(0).contains(name, Qt::CaseInsensitive))
            names << row.text(0);
    });
    // Asking of each fact whether its run is deleted takes longer than everything else here.
    auto deleted = connection.value("SELECT EXISTS (SELECT 1 FROM runs WHERE deleted IS NOT NULL)");
    if (!deleted)
        return Failure(deleted.error());
    const QByteArray kept = deleted->value_or(false).toBool() ? notDeleted : QByteArray();
    for (const QString &one : names) {
        if (!read)
            break;
        read = connection.each("SELECT count(*) FROM " + table + " WHERE key = " + keyOf + kept, {one},
                               [&](const Row &row) {
                                   if (row.integer(0) > 0)
                                       list.push_back({.kind = Completion::Key,
                                                       .text = keyText(prefix, one),
                                                       .whole = prefix + one,
                                                       .plain = one,
                                                       .detail = runsText(row.integer(0)),
                                                       .runs = row.integer(0)});
                               });
    }
    return read;
}

/// The model, which is found among the parameters too.
Result<void> addModelParam(Connection &connection, Suggestions &list)
{
    auto runs = connection.value("SELECT count(*) FROM runs WHERE deleted IS NULL AND model <> ''");
    if (!runs)
        return Failure(runs.error());
    const QString key = QStringLiteral("params.model");
    const qint64 found = runs->value_or(0).toLongLong();
    if (found > 0 && std::ranges::find(list, key, &Suggestion::text) == list.end())
        list.push_back({.kind = Completion::Key,
                        .text = key,
                        .whole = key,
                        .plain = QStringLiteral("model"),
                        .detail = runsText(found),
                        .runs = found});
    return {};
}

void addAttributes(std::span<const Attribute> attributes, const QString &prefix, Suggestions &list)
{
    for (const Attribute &attribute : attributes)
        list.push_back({.kind = Completion::Key,
                        .text = prefix + QLatin1String(attribute.name),
                        .whole = prefix + QLatin1String(attribute.name),
                        .plain = QLatin1String(attribute.name),
                        .detail = QLatin1String(typeText(attribute.type))});
}

Suggestions fixedValues(std::initializer_list<const char *> words)
{
    Suggestions list;
    for (const char *word : words)
        list.push_back({.kind = Completion::Value, .text = QLatin1String(word), .plain = QLatin1String(word)});
    return list;
}

/// `SELECT value, runs …` of what runs have under the key.
Sql frequencies(const Key &key)
{
    const QByteArray order = " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000";
    const auto fact = [&](const QByteArray &table, const QByteArray &column) -> Sql {
        return {.text = "SELECT " + column + ", count(*) FROM " + table + " WHERE key = " + keyOf + notDeleted + order,
                .values = {key.name}};
    };
    if (key.kind == Key::Param && isModelParam(key.name)) {
        const Sql value = modelParam();
        return {.text = "SELECT " + value.text + ", count(*) FROM runs r WHERE r.deleted IS NULL" + order,
                .values = value.values};
    }
    if (key.kind == Key::Param)
        return fact("params", "text");
    if (key.kind == Key::Tag)
        return fact("tags", "value");
    const QByteArray column = attributeOf(key)->column;
    if (key.kind == Key::Dataset)
        return {.text = "SELECT " + column + ", count(DISTINCT run) FROM inputs WHERE 1" + notDeleted + order,
                .values = {}};
    return {.text = "SELECT " + column + ", count(*) FROM runs r WHERE r.deleted IS NULL" + order, .values = {}};
}

} // namespace

Result<Suggestions> keySuggestions(Connection &connection, const QString &typed)
{
    Suggestions list;
    for (const char *table : {"metrics", "params", "tags"})
        if (auto read = addFacts(connection, table, typed, list); !read)
            return Failure(read.error());
    if (auto read = addModelParam(connection, list); !read)
        return Failure(read.error());
    addAttributes(attributes(), {}, list);
    addAttributes(datasetFacts(), QStringLiteral("datasets."), list);
    return list;
}

Result<Suggestions> valueSuggestions(Connection &connection, const Key &key)
{
    switch (valueType(key)) {
    case ValueType::Status:
        return fixedValues({"finished", "running", "failed", "cancelled", "crashed"});
    case ValueType::Boolean:
        return fixedValues({"true", "false"});
    case ValueType::Time:
        return fixedValues({"today", "yesterday", "-24h", "-7d", "-30d"});
    case ValueType::Duration:
        return fixedValues({"10s", "1m", "10m", "1h"});
    default:
        break;
    }
    Suggestions list;
    if (key.kind == Key::Metric)
        return list;
    const Sql sql = frequencies(key);
    auto read = connection.each(sql.text, sql.values, [&](const Row &row) {
        const QString value = row.text(0);
        if (value.isEmpty())
            return;
        const bool bare = isNumber(value) && valueType(key) != ValueType::Text;
        list.push_back({.kind = Completion::Value,
                        .text = bare ? value : quotedText(value),
                        .plain = value,
                        .detail = runsText(row.integer(1)),
                        .runs = row.integer(1)});
    });
    if (!read)
        return Failure(read.error());
    return list;
}

Suggestions operatorSuggestions(ValueType type, bool negated)
{
    QStringList words;
    const bool isText = type == ValueType::Text || type == ValueType::Mixed || type == ValueType::Status;
    const bool orders = type != ValueType::Boolean && type != ValueType::Status;
    if (!negated) {
        const QStringList sizes = {QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("<"),
                                   QStringLiteral("<=")};
        const QStringList same = {QStringLiteral("="), QStringLiteral("!=")};
        words = isText ? same + (orders ? sizes : QStringList()) : (orders ? sizes : QStringList()) + same;
    }
    if (isText)
        words << QStringLiteral("like") << QStringLiteral("ilike");
    if (orders)
        words << QStringLiteral("between");
    words << QStringLiteral("in");
    if (!negated)
        words << QStringLiteral("is null") << QStringLiteral("is not null") << QStringLiteral("not in");
    Suggestions list;
    for (const QString &word : words)
        list.push_back({.kind = Completion::Operator, .text = word, .plain = word});
    return list;
}

Suggestions keywordSuggestions(std::initializer_list<const char *> words)
{
    Suggestions list = fixedValues(words);
    for (Suggestion &one : list)
        one.kind = Completion::Keyword;
    return list;
}

} // namespace assay::tracking::query
