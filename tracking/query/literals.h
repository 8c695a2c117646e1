// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"

#include <QDateTime>

namespace assay::tracking::query {

// What literals mean; none: they mean nothing of the kind.

/// Numbers with or without exponent, nan, inf and infinity with a sign or without.
std::optional<double> number(const Literal &literal);
/// [s]: a number, or one followed by s, m, h, d or w.
std::optional<double> duration(const Literal &literal);
std::optional<bool> boolean(const Literal &literal);
/// As the store spells it; MLflow's spellings are understood, `scheduled` is a status that no run has.
std::optional<QString> status(const Literal &literal);

/// What a time literal stands for: a day, a minute, a second or a millisecond. [ms] since 1970; `to` is its last one.
struct Moment
{
    qint64 from = 0, to = 0;

    bool operator==(const Moment &) const = default;
};
/// [ms] since 1970, an ISO 8601 date or time (local where it names no zone), `now`, `today`, `yesterday`, or how long
/// ago: -7d.
std::optional<Moment> moment(const Literal &literal, const QDateTime &now);

/// Whether @p text reads as a number where it is not quoted.
bool isNumber(const QString &text);

} // namespace assay::tracking::query
