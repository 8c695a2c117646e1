// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"

namespace assay::tracking::query {

/// What brings the facts to sort by in, and the terms of ORDER BY.
struct Sorting
{
    Sql join = {};
    QByteArray order = {};
};

/// The order that @p text says, as sortKeys() reads it: of an attribute, metrics.KEY, metrics.KEY.min (max, last,
/// count, step), params.KEY or tags.KEY, or of several. A text that is the name of one metric, parameter or tag of the
/// store with its prefix means that one, commas or not. Runs that have no value stand last in either direction,
/// parameters that are numbers before those that are not, and the latest first where all is equal. Errors: `bad_query`
/// lists the keys there are.
Result<Sorting> sorting(Connection &connection, const QString &text, bool descending);

} // namespace assay::tracking::query
