// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/compile.h"

#include "tracking/query/conditions.h"
#include "tracking/query/keys.h"
#include "tracking/query/metrickey.h"
#include "tracking/query/modelparam.h"

namespace assay::tracking::query {

namespace {

/// The opposite of a condition on a value that is there.
Sql opposite(const Sql &condition)
{
    return {.text = "NOT ifnull(" + condition.text + ", 0)", .values = condition.values};
}

bool isNegative(const Comparison &comparison)
{
    return comparison.negated || comparison.op == Operator::NotEqual;
}

Sql signedCondition(const Sql &condition, const Comparison &comparison)
{
    return isNegative(comparison) ? opposite(condition) : condition;
}

/// That a run has a row in @p table that satisfies the condition.
Sql among(const QByteArray &table, const Sql &condition, const char *in = "IN")
{
    return {.text = "r.id " + QByteArray(in) + " (SELECT run FROM " + table + " WHERE " + condition.text + ")",
            .values = condition.values};
}

/// That it has a fact under @p key, if @p condition is none, else one that satisfies it.
Sql fact(const QByteArray &table, const QString &key, const Comparison &comparison, const Sql &condition)
{
    Sql where{.text = "key = " + keyOf, .values = {key}};
    if (comparison.op == Operator::Null)
        return among(table, where, comparison.negated ? "IN" : "NOT IN");
    where.append(" AND ");
    where.append(signedCondition(condition, comparison));
    return among(table, where);
}

class Compiler
{
public:
    Compiler(Connection &connection, const QDateTime &now)
        : m_connection(connection)
        , m_now(now)
    {
    }

    Result<Sql> compile(const Expression &expression)
    {
        switch (expression.kind) {
        case Expression::All:
            return joined(expression.parts, " AND ", "1");
        case Expression::Any:
            return joined(expression.parts, " OR ", "0");
        case Expression::Compare:
            return comparison(expression.comparison);
        case Expression::Term:
            return term(expression.term);
        case Expression::Not:
            break;
        }
        auto part = compile(expression.parts.front());
        if (!part)
            return part;
        return Sql{.text = "NOT (" + part->text + ")", .values = part->values};
    }

private:
    Result<Sql> joined(const std::vector<Expression> &parts, const QByteArray &by, const QByteArray &none)
    {
        if (parts.empty())
            return Sql{.text = none, .values = {}};
        Sql sql{.text = "(", .values = {}};
        for (const Expression &part : parts) {
            auto compiled = compile(part);
            if (!compiled)
                return compiled;
            if (sql.text.size() > 1)
                sql.append(by);
            sql.append(*compiled);
        }
        sql.append(")");
        return sql;
    }

    static Sql term(const QString &text)
    {
        const QString folded = text.toCaseFolded();
        if (folded.isEmpty())
            return {.text = "1", .values = {}};
        return {.text = "(instr(r.search, ?) OR instr(r.status, ?))", .values = {folded, folded}};
    }

    Result<Sql> comparison(const Comparison &compared)
    {
        switch (compared.key.kind) {
        case Key::Metric:
            return metric(compared);
        case Key::Param:
            return param(compared);
        case Key::Tag:
            return fact("tags", compared.key.name, compared,
                        compared.op == Operator::Null ? Sql{} : textCondition("value", compared));
        case Key::Dataset:
            return dataset(compared);
        case Key::AttributeKey:
            break;
        }
        return attribute(compared);
    }

    static Sql param(const Comparison &compared)
    {
        const bool isNull = compared.op == Operator::Null;
        Sql own = fact("params", compared.key.name, compared, isNull ? Sql{} : paramCondition(compared));
        if (!isModelParam(compared.key.name))
            return own;
        const Sql model = hasModelOnly();
        if (isNull && !compared.negated)
            return {.text = "(" + own.text + " AND NOT " + model.text + ")", .values = own.values + model.values};
        Sql either{.text = "(" + own.text + " OR " + model.text, .values = own.values + model.values};
        if (!isNull) {
            const Sql condition = signedCondition(paramCondition(compared, "NULL", "r.model"), compared);
            either.append(" AND ifnull(" + condition.text + ", 0)", condition.values);
        }
        either.append(")");
        return either;
    }

    Result<Sql> metric(const Comparison &compared)
    {
        MetricKey key{.name = compared.key.name};
        if (!compared.key.summary.isEmpty()) {
            key.column = summaryColumn(compared.key.summary);
        } else if (!compared.key.quoted) {
            auto found = metricKey(m_connection, key.name);
            if (!found)
                return Failure(found.error());
            key = *found;
        }
        return fact("metrics", key.name, compared,
                    compared.op == Operator::Null ? Sql{} : numberCondition(key.column, compared));
    }

    Sql condition(const QByteArray &column, ValueType type, const Comparison &compared) const
    {
        if (compared.op == Operator::Null)
            return {.text = type == ValueType::Text ? "ifnull(" + column + ", '') = ''" : column + " IS NULL",
                    .values = {}};
        switch (type) {
        case ValueType::Number:
            return numberCondition(column, compared);
        case ValueType::Duration:
            return durationCondition(column, compared);
        case ValueType::Time:
            return timeCondition(column, compared, m_now);
        case ValueType::Boolean:
            return booleanCondition(column, compared);
        case ValueType::Status:
            return statusCondition(column, compared);
        case ValueType::Text:
        case ValueType::Mixed:
            break;
        }
        return textCondition(column, compared);
    }

    Sql dataset(const Comparison &compared) const
    {
        const Attribute *known = attributeOf(compared.key);
        const QByteArray column = known->column;
        const Sql found = condition(column, known->type, compared);
        if (compared.op != Operator::Null)
            return among("inputs", signedCondition(found, compared));
        return among("inputs", opposite(found), compared.negated ? "IN" : "NOT IN");
    }

    Sql attribute(const Comparison &compared) const
    {
        const Attribute *known = attributeOf(compared.key);
        const QByteArray column = known->column;
        const bool isNull = compared.op == Operator::Null;
        const bool isId = !isNull && (compared.key.name == u"run_id" || compared.key.name == u"parent");
        const Sql found = isId ? idCondition(column, compared) : condition(column, known->type, compared);
        Sql sql = signedCondition(found, compared);
        // What is unknown satisfies nothing. Columns of the run itself but its end are never unknown.
        const bool optional = column.startsWith('(') || column == "r.end";
        if (!isNull && optional && isNegative(compared))
            return {.text = "(" + column + " IS NOT NULL AND " + sql.text + ")", .values = sql.values};
        if (!isNull && optional)
            return {.text = "(" + column + " IS NOT NULL AND ifnull(" + sql.text + ", 0))", .values = sql.values};
        return sql;
    }

    Connection &m_connection;
    QDateTime m_now;
};

} // namespace

Result<Sql> compile(Connection &connection, const Expression &expression, const QDateTime &now)
{
    return Compiler(connection, now).compile(expression);
}

bool asksArchived(const Expression &expression)
{
    if (expression.kind == Expression::Compare)
        return expression.comparison.key.kind == Key::AttributeKey && expression.comparison.key.name == u"archived";
    return std::ranges::any_of(expression.parts, asksArchived);
}

} // namespace assay::tracking::query
