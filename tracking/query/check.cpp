// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/query/check.h"

#include "tracking/query/keys.h"
#include "tracking/query/literals.h"

namespace assay::tracking::query {

namespace {

bool isLike(Operator op)
{
    return op == Operator::Like || op == Operator::ILike;
}

bool orders(Operator op)
{
    using enum Operator;
    return op == Less || op == LessEqual || op == Greater || op == GreaterEqual || op == Between;
}

const char *kindOf(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return "a number";
    case ValueType::Duration:
        return "a number of seconds";
    case ValueType::Time:
        return "a time";
    case ValueType::Boolean:
        return "true or false";
    case ValueType::Status:
        return "a status";
    case ValueType::Text:
    case ValueType::Mixed:
        break;
    }
    return "a text";
}

const char *example(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return "a number such as 0.9 or 1e-3, without quotes";
    case ValueType::Duration:
        return "seconds, or a time such as 90s, 5m or 2h";
    case ValueType::Time:
        return "a date or time such as \"2026-11-01\" or \"2026-11-01 14:30\", or today, yesterday, -7d or -12h";
    case ValueType::Boolean:
        return "true or false";
    case ValueType::Status:
        return "running, finished, failed, cancelled or crashed";
    case ValueType::Text:
    case ValueType::Mixed:
        break;
    }
    return "a text in quotes";
}

bool fits(const Literal &value, ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return number(value).has_value();
    case ValueType::Duration:
        return duration(value).has_value();
    case ValueType::Time:
        return moment(value, QDateTime::currentDateTime()).has_value();
    case ValueType::Boolean:
        return boolean(value).has_value();
    case ValueType::Status:
        return status(value).has_value();
    case ValueType::Text:
    case ValueType::Mixed:
        break;
    }
    return true;
}

std::optional<QueryProblem> checkOperator(const Comparison &comparison, ValueType type, const Place &place)
{
    const std::string key = print(comparison.key).toStdString();
    const std::string op = print(comparison.op, comparison.negated).toStdString();
    const bool isText = type == ValueType::Text || type == ValueType::Mixed || type == ValueType::Status;
    if (isLike(comparison.op) && !isText)
        return problem(place,
                       "`{}` is {}, which has no letters to compare by `{}`; use =, !=, <, <=, >, >=, `between`"
                       " or `in`.",
                       {key, kindOf(type), op});
    if (orders(comparison.op) && (type == ValueType::Boolean || type == ValueType::Status))
        return problem(place, "`{}` has no order to compare by `{}`; use =, != or `in`.", {key, op});
    return {};
}

std::optional<QueryProblem> checkValue(const Comparison &comparison, const Literal &value, ValueType type)
{
    const std::string key = print(comparison.key).toStdString();
    const std::string text = value.text.left(60).toStdString();
    if (type == ValueType::Text && orders(comparison.op) && value.kind == Literal::Number)
        return problem(value.place, "`{}` is text and comes before or after other texts; write \"{}\" in quotes.",
                       {key, text});
    if (!isLike(comparison.op) && !fits(value, type))
        return problem(value.place, "`{}` is {}, which `{}` is not; write {}.",
                       {key, kindOf(type), text, example(type)});
    if (value.kind == Literal::Word && keyKind(value.text.section(u'.', 0, 0)) && value.text.contains(u'.'))
        return problem(value.place,
                       "a key is compared with a value, not with another key; put \"{}\" in quotes if it"
                       " is a text.",
                       {text});
    return {};
}

} // namespace

std::optional<QueryProblem> check(const Comparison &comparison, const Place &op)
{
    constexpr qsizetype longestPattern = 4000;
    const ValueType type = valueType(comparison.key);
    if (auto wrong = checkOperator(comparison, type, op))
        return wrong;
    for (const Literal &value : comparison.values)
        if (auto wrong = checkValue(comparison, value, type))
            return wrong;
    if (isLike(comparison.op) && comparison.values.front().text.size() > longestPattern)
        return problem(comparison.values.front().place, "the pattern has more than {} characters; shorten it.",
                       {std::to_string(longestPattern)});
    const bool mixes = comparison.op == Operator::Between && type == ValueType::Mixed &&
                       number(comparison.values[0]).has_value() != number(comparison.values[1]).has_value();
    if (mixes)
        return problem(comparison.values[1].place,
                       "`between` needs two numbers or two texts; `{}` and `{}` are one of each.",
                       {comparison.values[0].text.toStdString(), comparison.values[1].text.toStdString()});
    return {};
}

} // namespace assay::tracking::query
