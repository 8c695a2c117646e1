// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

/// What is wrong with a query, and under which of its characters to say so.
struct QueryProblem
{
    Error error = {}; ///< `bad_query`
    int from = 0, length = 0;

    bool operator==(const QueryProblem &) const = default;
};

/// Reads @p text without a store; none: it is a query.
std::optional<QueryProblem> checkQuery(const QString &text);

/// Something that may stand at the cursor.
struct Completion
{
    enum Kind { Key, Operator, Value, Keyword };
    Kind kind = Key;
    QString text = {};   ///< what replaces the characters [from, from + length)
    QString detail = {}; ///< "in 312 runs"
    int from = 0, length = 0;

    bool operator==(const Completion &) const = default;
};

/// Keys, operators or values that fit at @p cursor, best first, at most @p limit.
Result<std::vector<Completion>> completeQuery(const RunStore &store, const QString &text, int cursor, int limit = 50);

} // namespace assay::tracking
