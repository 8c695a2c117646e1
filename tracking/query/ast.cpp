// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/ast.h"

#include <array>

namespace assay::tracking::query {

namespace {

constexpr std::array prefixes = {"", "metrics.", "params.", "tags.", "datasets."};
constexpr std::array operators = {"=", "!=", "<", "<=", ">", ">=", "between", "in", "like", "ilike", "null"};

QString print(const Literal &literal)
{
    return literal.kind == Literal::Text ? quotedText(literal.text) : literal.text;
}

QString printValues(const Comparison &comparison)
{
    QStringList values;
    for (const Literal &value : comparison.values)
        values << print(value);
    if (comparison.op == Operator::In)
        return u'(' + values.join(QLatin1String(", ")) + u')';
    const QString text = values.join(QLatin1String(" and "));
    return comparison.escape.isEmpty() ? text : text + QLatin1String(" escape ") + quotedText(comparison.escape);
}

QString print(const Comparison &comparison)
{
    const QString start = print(comparison.key) + u' ' + print(comparison.op, comparison.negated);
    return comparison.op == Operator::Null ? start : start + u' ' + printValues(comparison);
}

QString printPart(const Expression &part)
{
    const bool grouped = part.kind == Expression::All || part.kind == Expression::Any;
    return grouped ? u'(' + print(part) + u')' : print(part);
}

QString joined(const std::vector<Expression> &parts, QLatin1String separator)
{
    QStringList texts;
    for (const Expression &part : parts)
        texts << printPart(part);
    return texts.join(separator);
}

} // namespace

QString quotedText(const QString &text)
{
    return u'"' + QString(text).replace(u'"', QLatin1String("\"\"")) + u'"';
}

QString print(Operator op, bool negated)
{
    if (op == Operator::Null)
        return negated ? QStringLiteral("is not null") : QStringLiteral("is null");
    const QLatin1String name(operators[static_cast<std::size_t>(op)]);
    return negated ? QLatin1String("not ") + name : QString(name);
}

QString print(const Key &key)
{
    const QString prefix = QLatin1String(prefixes[static_cast<std::size_t>(key.kind)]);
    if (!key.quoted)
        return prefix + key.name;
    return prefix + quotedText(key.name) + (key.summary.isEmpty() ? QString() : u'.' + key.summary);
}

QString print(const Expression &expression)
{
    switch (expression.kind) {
    case Expression::All:
        return joined(expression.parts, QLatin1String(" and "));
    case Expression::Any:
        return joined(expression.parts, QLatin1String(" or "));
    case Expression::Not:
        return QLatin1String("not ") + printPart(expression.parts.front());
    case Expression::Compare:
        return print(expression.comparison);
    case Expression::Term:
        break;
    }
    return quotedText(expression.term);
}

} // namespace assay::tracking::query
