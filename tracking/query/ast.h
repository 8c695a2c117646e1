// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/attributes.h"
#include "tracking/query/problem.h"

namespace assay::tracking::query {

/// What a comparison is about.
struct Key
{
    enum Kind { AttributeKey, Metric, Param, Tag, Dataset };
    Kind kind = AttributeKey;
    QString name = {};    ///< of attributes and facts of datasets the name of their table, not the alias
    bool quoted = false;  ///< meant letter by letter
    QString summary = {}; ///< of a metric: the word after a quoted name, "min"
    Place place = {};

    bool operator==(const Key &) const = default;
};

enum class Operator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Between, In, Like, ILike, Null };

struct Literal
{
    enum Kind { Number, Text, Word };
    Kind kind = Word;
    QString text = {}; ///< as written, without quotes
    Place place = {};

    bool operator==(const Literal &) const = default;
};

struct Comparison
{
    Key key = {};
    Operator op = Operator::Equal;
    bool negated = false; ///< `not in`, `is not null`, …
    std::vector<Literal> values = {};
    QString escape = {}; ///< one character, of `like`; empty: the backslash

    bool operator==(const Comparison &) const = default;
};

/// A query: all or any of its parts, the opposite of its part, a comparison, or a text that must occur.
struct Expression
{
    enum Kind { All, Any, Not, Compare, Term };
    Kind kind = All;
    std::vector<Expression> parts = {};
    Comparison comparison = {};
    QString term = {};
    Place place = {};

    bool operator==(const Expression &) const = default;
};

/// The query as text that parses to the same again.
QString print(const Expression &expression);
/// "metrics.auc": as it may be written.
QString print(const Key &key);
/// In double quotes.
QString quotedText(const QString &text);
/// "not between", "<=".
QString print(Operator op, bool negated);

} // namespace assay::tracking::query
