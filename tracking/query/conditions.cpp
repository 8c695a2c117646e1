// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/conditions.h"

#include "tracking/hexadecimal.h"
#include "tracking/query/literals.h"
#include "tracking/query/pattern.h"

#include <algorithm>
#include <cmath>

namespace assay::tracking::query {

namespace {

QByteArray symbol(Operator op)
{
    switch (op) {
    case Operator::Less:
        return " < ?";
    case Operator::LessEqual:
        return " <= ?";
    case Operator::Greater:
        return " > ?";
    case Operator::GreaterEqual:
        return " >= ?";
    default:
        return " = ?";
    }
}

/// Any of @p parts. SQLite nests what OR joins as deep as there are parts, and has a limit for that: long lists become
/// groups of groups.
Sql anyOf(std::vector<Sql> parts)
{
    constexpr std::size_t wide = 32;
    while (parts.size() > 1) {
        std::vector<Sql> groups;
        for (std::size_t first = 0; first < parts.size(); first += wide) {
            Sql group{.text = "(", .values = {}};
            for (std::size_t i = first; i < std::min(first + wide, parts.size()); ++i) {
                if (i > first)
                    group.append(" OR ");
                group.append(parts[i]);
            }
            group.append(")");
            groups.push_back(std::move(group));
        }
        parts = std::move(groups);
    }
    return parts.empty() ? Sql{.text = "0", .values = {}} : std::move(parts.front());
}

/// One comparison of a column with a bound value, or a list or range of them.
Sql plain(const QByteArray &column, Operator op, const QVariantList &values)
{
    if (op == Operator::Between)
        return {.text = column + " BETWEEN ? AND ?", .values = values};
    if (op != Operator::In)
        return {.text = column + symbol(op), .values = values};
    QByteArray marks = "?";
    for (qsizetype i = 1; i < values.size(); ++i)
        marks += ", ?";
    return {.text = column + " IN (" + marks + ")", .values = values};
}

Sql numbers(const QByteArray &column, Operator op, const std::vector<double> &values)
{
    QVariantList known;
    for (const double value : values)
        if (!std::isnan(value))
            known << value;
    const bool hasNaN = static_cast<std::size_t>(known.size()) < values.size();
    if (!hasNaN)
        return plain(column, op, known);
    // NaN is neither less nor greater than anything.
    if (op != Operator::Equal && op != Operator::NotEqual && op != Operator::In)
        return {.text = "0", .values = {}};
    const Sql isNaN{.text = column + " IS NULL", .values = {}};
    if (known.isEmpty())
        return isNaN;
    Sql sql = plain(column, Operator::In, known);
    return {.text = "(" + sql.text + " OR " + isNaN.text + ")", .values = sql.values};
}

Sql like(const QByteArray &column, const Comparison &comparison)
{
    const QString glob = globFrom(comparison.values.front().text, comparison.escape, comparison.op == Operator::ILike);
    return {.text = column + " GLOB ?", .values = {notNull(glob)}};
}

/// A day is the whole of it, whatever it is compared by: what is later than a day begins after its end.
Sql momentCondition(const QByteArray &column, Operator op, const Moment &moment)
{
    switch (op) {
    case Operator::Less:
    case Operator::GreaterEqual:
        return {.text = column + symbol(op), .values = {moment.from}};
    case Operator::Greater:
    case Operator::LessEqual:
        return {.text = column + symbol(op), .values = {moment.to}};
    default:
        return {.text = column + " BETWEEN ? AND ?", .values = {moment.from, moment.to}};
    }
}

/// Python writes True where we write true.
bool isTruth(const Literal &literal)
{
    return literal.kind == Literal::Word && boolean(literal);
}

/// The columns that a parameter stands in.
struct ParamColumns
{
    QByteArray number, text;

    QByteArray isNaN() const { return "(" + number + " IS NULL AND lower(" + text + ") = 'nan')"; }
};

Sql paramOne(const ParamColumns &columns, const Literal &literal, Operator op)
{
    const auto value = number(literal);
    if (value && std::isnan(*value))
        return {.text = op == Operator::Equal ? columns.isNaN() : "0", .values = {}};
    if (value)
        return plain(columns.number, op, {*value});
    if (isTruth(literal) && op == Operator::Equal)
        return {.text = "lower(" + columns.text + ") = ?", .values = {literal.text.toLower()}};
    return plain(columns.text, op, {notNull(literal.text)});
}

/// Each kind of literal as one list.
Sql paramIn(const ParamColumns &columns, const std::vector<Literal> &literals)
{
    QVariantList known, truths, texts;
    bool hasNaN = false;
    for (const Literal &literal : literals) {
        const auto value = number(literal);
        if (value && std::isnan(*value))
            hasNaN = true;
        else if (value)
            known << *value;
        else if (isTruth(literal))
            truths << literal.text.toLower();
        else
            texts << notNull(literal.text);
    }
    std::vector<Sql> parts;
    if (!known.isEmpty())
        parts.push_back(plain(columns.number, Operator::In, known));
    if (!truths.isEmpty())
        parts.push_back(plain("lower(" + columns.text + ")", Operator::In, truths));
    if (!texts.isEmpty())
        parts.push_back(plain(columns.text, Operator::In, texts));
    if (hasNaN)
        parts.push_back({.text = columns.isNaN(), .values = {}});
    return anyOf(std::move(parts));
}

/// Whether @p text is the beginning of an id that is long enough to mean one run, and not a whole one.
bool isIdPrefix(const QString &text)
{
    constexpr qsizetype shortest = 8, whole = 32;
    return text.size() >= shortest && text.size() < whole && isHexadecimal(text.toLower());
}

} // namespace

Sql numberCondition(const QByteArray &column, const Comparison &comparison)
{
    std::vector<double> values;
    for (const Literal &literal : comparison.values)
        values.push_back(number(literal).value_or(0));
    return numbers(column, comparison.op, values);
}

Sql durationCondition(const QByteArray &column, const Comparison &comparison)
{
    std::vector<double> values;
    for (const Literal &literal : comparison.values)
        values.push_back(duration(literal).value_or(0));
    return numbers(column, comparison.op, values);
}

Sql timeCondition(const QByteArray &column, const Comparison &comparison, const QDateTime &now)
{
    std::vector<Moment> moments;
    for (const Literal &literal : comparison.values)
        moments.push_back(moment(literal, now).value_or(Moment{}));
    if (comparison.op == Operator::Between) // to the end of a day
        return {.text = column + " BETWEEN ? AND ?", .values = {moments.at(0).from, moments.at(1).to}};
    std::vector<Sql> parts;
    for (const Moment &one : moments)
        parts.push_back(momentCondition(column, comparison.op, one));
    return anyOf(std::move(parts));
}

Sql textCondition(const QByteArray &column, const Comparison &comparison)
{
    if (comparison.op == Operator::Like || comparison.op == Operator::ILike)
        return like(column, comparison);
    QVariantList values;
    for (const Literal &literal : comparison.values)
        values << notNull(literal.text);
    return plain(column, comparison.op, values);
}

Sql statusCondition(const QByteArray &column, const Comparison &comparison)
{
    if (comparison.op == Operator::Like || comparison.op == Operator::ILike)
        return like(column, comparison);
    QVariantList values;
    for (const Literal &literal : comparison.values)
        values << status(literal).value_or(QString());
    return plain(column, comparison.op, values);
}

Sql booleanCondition(const QByteArray &column, const Comparison &comparison)
{
    QVariantList values;
    for (const Literal &literal : comparison.values)
        values << (boolean(literal).value_or(false) ? 1 : 0);
    return plain("(" + column + " <> 0)", comparison.op, values);
}

Sql idCondition(const QByteArray &column, const Comparison &comparison)
{
    const Operator op = comparison.op;
    const bool isEqual = op == Operator::Equal || op == Operator::NotEqual || op == Operator::In;
    const auto isShort = [](const Literal &literal) { return isIdPrefix(literal.text); };
    if (!isEqual || std::ranges::none_of(comparison.values, isShort))
        return textCondition(column, comparison);
    std::vector<Sql> parts;
    for (const Literal &literal : comparison.values) {
        if (!isShort(literal)) {
            parts.push_back(plain(column, Operator::Equal, {notNull(literal.text)}));
            continue;
        }
        const QString first = literal.text.toLower(), beyond = first + u'g'; // no digit comes after f
        parts.push_back({.text = "(" + column + " >= ? AND " + column + " < ?)", .values = {first, beyond}});
    }
    return anyOf(std::move(parts));
}

Sql paramCondition(const Comparison &comparison, const QByteArray &number, const QByteArray &text)
{
    const ParamColumns columns{.number = number, .text = text};
    if (comparison.op == Operator::Like || comparison.op == Operator::ILike)
        return like(text, comparison);
    if (comparison.op == Operator::In)
        return paramIn(columns, comparison.values);
    if (comparison.op == Operator::Between) {
        Sql sql = paramOne(columns, comparison.values.at(0), Operator::GreaterEqual);
        const Sql upper = paramOne(columns, comparison.values.at(1), Operator::LessEqual);
        sql.append(" AND " + upper.text, upper.values);
        return {.text = "(" + sql.text + ")", .values = sql.values};
    }
    const bool isEqual = comparison.op == Operator::NotEqual;
    return paramOne(columns, comparison.values.front(), isEqual ? Operator::Equal : comparison.op);
}

} // namespace assay::tracking::query
