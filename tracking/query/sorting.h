// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runquery.h"

namespace assay::tracking::query {

/// What brings the fact to sort by in, and the terms of ORDER BY.
struct Sorting
{
    Sql join = {};
    QByteArray order = {};
};

/// The order of @p key: an attribute, metrics.KEY, metrics.KEY.min (max, last, count, step), params.KEY or tags.KEY.
/// Runs that have no value stand last in either direction, parameters that are numbers before those that are not.
/// Errors: `bad_query` lists the keys there are.
Result<Sorting> sorting(Connection &connection, const QString &key, bool descending);

} // namespace assay::tracking::query
