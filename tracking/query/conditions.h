// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"
#include "tracking/runquery.h"

#include <QDateTime>

namespace assay::tracking::query {

// Conditions on a value that is there, as SQL over its columns. NULL counts as false; negation is left to the caller.

/// On numbers, for which NULL stands for NaN.
Sql numberCondition(const QByteArray &column, const Comparison &comparison);
Sql durationCondition(const QByteArray &column, const Comparison &comparison);
Sql timeCondition(const QByteArray &column, const Comparison &comparison, const QDateTime &now);
Sql textCondition(const QByteArray &column, const Comparison &comparison);
Sql statusCondition(const QByteArray &column, const Comparison &comparison);
Sql booleanCondition(const QByteArray &column, const Comparison &comparison);
/// On parameters, which are texts and may be numbers.
Sql paramCondition(const Comparison &comparison, const QByteArray &number = "number", const QByteArray &text = "text");
/// On ids of runs, of which the first eight digits or more are enough.
Sql idCondition(const QByteArray &column, const Comparison &comparison);

} // namespace assay::tracking::query
