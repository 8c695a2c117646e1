// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"
#include "tracking/records.h"

#include <QHash>
#include <cmath>
#include <functional>
#include <optional>

namespace assay::tracking {

// What a query means, said of one run after the other and without a database. Slow and plain: a check on the other.

namespace plain {

using query::Comparison;
using query::Expression;
using query::Key;
using query::Literal;
using query::Operator;

inline double numberOf(const Literal &literal)
{
    const QString text = literal.text.toLower();
    if (text == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (text.endsWith("inf"))
        return text.startsWith('-') ? -std::numeric_limits<double>::infinity()
                                    : std::numeric_limits<double>::infinity();
    return text.toDouble();
}

inline bool isNumeric(const Literal &literal)
{
    return literal.kind != Literal::Text;
}

template<class T>
bool compares(Operator op, const T &left, const T &right)
{
    switch (op) {
    case Operator::Less:
        return left < right;
    case Operator::LessEqual:
        return left <= right;
    case Operator::Greater:
        return left > right;
    case Operator::GreaterEqual:
        return left >= right;
    default:
        return left == right;
    }
}

/// As IEEE 754 has it, but that NaN equals NaN.
inline bool numberIs(Operator op, double left, double right)
{
    if (std::isnan(left) || std::isnan(right))
        return op == Operator::Equal && std::isnan(left) && std::isnan(right);
    return compares(op, left, right);
}

/// By code points, as the bytes of UTF-8 stand.
inline bool textIs(Operator op, const QString &left, const QString &right)
{
    return compares(op, left.toUtf8().toStdString(), right.toUtf8().toStdString());
}

inline bool likeFrom(const QList<uint> &text, qsizetype t, const QList<uint> &pattern, qsizetype p, uint escape,
                     bool any, bool folds)
{
    if (p == pattern.size())
        return t == text.size();
    const auto same = [&](uint a, uint b) { return folds ? QChar::toLower(a) == QChar::toLower(b) : a == b; };
    const uint next = p + 1 < pattern.size() ? pattern[p + 1] : 0;
    if (pattern[p] == escape && next && (any || next == '%' || next == '_' || next == escape))
        return t < text.size() && same(text[t], next) && likeFrom(text, t + 1, pattern, p + 2, escape, any, folds);
    if (pattern[p] == '%') {
        for (qsizetype rest = t; rest <= text.size(); ++rest)
            if (likeFrom(text, rest, pattern, p + 1, escape, any, folds))
                return true;
        return false;
    }
    return t < text.size() && (pattern[p] == '_' || same(text[t], pattern[p])) &&
           likeFrom(text, t + 1, pattern, p + 1, escape, any, folds);
}

inline bool isLike(const Comparison &compared, const QString &text)
{
    const uint escape = compared.escape.isEmpty() ? uint('\\') : compared.escape.toUcs4().front();
    return likeFrom(text.toUcs4(), 0, compared.values[0].text.toUcs4(), 0, escape, !compared.escape.isEmpty(),
                    compared.op == Operator::ILike);
}

/// A comparison with a value that is there; @p is compares it with one literal.
inline bool holds(const Comparison &compared, const std::function<bool(Operator, const Literal &)> &is,
                  const QString &text)
{
    const auto &values = compared.values;
    bool result = false;
    switch (compared.op) {
    case Operator::Like:
    case Operator::ILike:
        result = isLike(compared, text);
        break;
    case Operator::In:
        for (const Literal &value : values)
            result = result || is(Operator::Equal, value);
        break;
    case Operator::Between:
        result = is(Operator::GreaterEqual, values[0]) && is(Operator::LessEqual, values[1]);
        break;
    case Operator::NotEqual:
        return !is(Operator::Equal, values[0]);
    default:
        result = is(compared.op, values[0]);
    }
    return result != compared.negated;
}

inline bool number(const Comparison &compared, std::optional<double> value)
{
    if (compared.op == Operator::Null)
        return value.has_value() == compared.negated;
    return value &&
           holds(compared, [&](Operator op, const Literal &to) { return numberIs(op, *value, numberOf(to)); }, {});
}

inline bool text(const Comparison &compared, const std::optional<QString> &value, bool emptyIsNull)
{
    if (compared.op == Operator::Null)
        return (!value || (emptyIsNull && value->isEmpty())) != compared.negated;
    return value && holds(
                        compared, [&](Operator op, const Literal &to) { return textIs(op, *value, to.text); }, *value);
}

inline bool boolean(const Comparison &compared, bool value)
{
    if (compared.op == Operator::Null)
        return compared.negated;
    return holds(compared, [&](Operator, const Literal &to) { return value == (to.text == "true"); }, {});
}

inline bool status(const Comparison &compared, RunStatus value)
{
    if (compared.op == Operator::Null)
        return compared.negated;
    static const QHash<QString, QString> spelled = {{"FINISHED", "finished"}, {"killed", "cancelled"}};
    return holds(
        compared, [&](Operator, const Literal &to) { return name(value) == spelled.value(to.text, to.text); },
        name(value));
}

inline bool metric(const Comparison &compared, const RunDetails &run)
{
    QString key = compared.key.name, summary = compared.key.summary;
    // The store of the test has a metric "n.x", which is no summary, and none that ends as one.
    if (!compared.key.quoted)
        for (const char *word : {"min", "max", "count", "step", "last"})
            if (key.endsWith(QString(".") + word)) {
                summary = word;
                key.chop(summary.size() + 1);
                break;
            }
    const auto series = run.series.find(key);
    if (series == run.series.end())
        return number(compared, {});
    const MetricSummary &of = series->second;
    const double value = summary == "min"     ? of.min
                         : summary == "max"   ? of.max
                         : summary == "count" ? double(of.count)
                         : summary == "step"  ? double(of.lastStep)
                                              : of.last;
    return number(compared, value);
}

inline bool param(const Comparison &compared, const RunDetails &run)
{
    const auto found = run.run.params.find(compared.key.name.toStdString());
    // A model is a text, however it reads.
    if (found == run.run.params.end() && compared.key.name == "model" && !run.run.model.isEmpty())
        return compared.op == Operator::Null ? compared.negated
                                             : holds(
                                                   compared,
                                                   [&](Operator op, const Literal &to) {
                                                       if (!isNumeric(to))
                                                           return textIs(op, run.run.model, to.text);
                                                       return op == Operator::Equal && std::isnan(numberOf(to)) &&
                                                              run.run.model.toLower() == "nan";
                                                   },
                                                   run.run.model);
    if (found == run.run.params.end() || compared.op == Operator::Null)
        return text(compared, found == run.run.params.end() ? std::nullopt : std::optional(QString("x")), false);
    const QString written = QString::fromStdString(toText(found->second));
    bool reads = false;
    const double parsed = written.toDouble(&reads);
    const bool isBoolean = std::holds_alternative<bool>(found->second);
    const auto is = [&](Operator op, const Literal &to) {
        if (!isNumeric(to))
            return textIs(op, written, to.text);
        if (std::isnan(numberOf(to)))
            return op == Operator::Equal && written.toLower() == "nan";
        return reads && !isBoolean && numberIs(op, parsed, numberOf(to));
    };
    return holds(compared, is, written);
}

inline bool dataset(const Comparison &compared, const RunDetails &run)
{
    const auto value = [&](const DatasetInput &input) {
        return compared.key.name == "name" ? input.name : compared.key.name == "digest" ? input.digest : input.role;
    };
    Comparison one = compared;
    one.negated = compared.op == Operator::Null || compared.negated;
    const bool any = std::ranges::any_of(run.inputs, [&](const DatasetInput &input) {
        return compared.key.name == "rows" ? number(one, double(input.rows)) : text(one, value(input), true);
    });
    return compared.op == Operator::Null ? any == compared.negated : any;
}

inline bool attribute(const Comparison &compared, const RunDetails &details, const std::vector<RunDetails> &all)
{
    const Run &run = details.run;
    const QString &key = compared.key.name;
    if (key == "status")
        return status(compared, run.status);
    if (key == "favourite" || key == "archived")
        return boolean(compared, key == "favourite" ? run.favourite : run.archived);
    if (key == "duration")
        return number(compared,
                      run.end.isValid() ? std::optional(double(run.start.msecsTo(run.end)) / 1000) : std::nullopt);
    if (key == "parent_name") {
        const auto parent = std::ranges::find_if(all, [&](const RunDetails &one) { return one.run.id == run.parent; });
        return text(compared, parent == all.end() ? std::nullopt : std::optional(parent->run.name), true);
    }
    return text(compared,
                key == "name"    ? run.name
                : key == "model" ? run.model
                : key == "note"  ? run.note
                                 : run.experiment,
                true);
}

inline bool term(const QString &wanted, const Run &run)
{
    QStringList places = {run.name, run.model, run.experiment, name(run.status)};
    for (const auto &[key, value] : run.tags)
        places << key + "=" + value;
    for (const auto &[key, value] : run.params)
        places << QString::fromStdString(toText(value));
    return std::ranges::any_of(
        places, [&](const QString &place) { return place.toCaseFolded().contains(wanted.toCaseFolded()); });
}

} // namespace plain

inline bool plainlySatisfies(const RunDetails &run, const query::Expression &expression,
                             const std::vector<RunDetails> &all)
{
    using enum query::Expression::Kind;
    const auto satisfied = [&](const query::Expression &part) { return plainlySatisfies(run, part, all); };
    switch (expression.kind) {
    case All:
        return std::ranges::all_of(expression.parts, satisfied);
    case Any:
        return std::ranges::any_of(expression.parts, satisfied);
    case Not:
        return !satisfied(expression.parts.front());
    case Term:
        return plain::term(expression.term, run.run);
    case Compare:
        break;
    }
    const query::Comparison &compared = expression.comparison;
    switch (compared.key.kind) {
    case query::Key::Metric:
        return plain::metric(compared, run);
    case query::Key::Param:
        return plain::param(compared, run);
    case query::Key::Tag: {
        const auto found = run.run.tags.find(compared.key.name);
        return plain::text(compared, found == run.run.tags.end() ? std::nullopt : std::optional(found->second), false);
    }
    case query::Key::Dataset:
        return plain::dataset(compared, run);
    case query::Key::AttributeKey:
        break;
    }
    return plain::attribute(compared, run, all);
}

} // namespace assay::tracking
