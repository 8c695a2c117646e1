// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"
#include "tracking/runquery.h"

#include <QDateTime>

namespace assay::tracking::query {

/// A condition on `runs r` that is always true or false. What people wrote stands in its values, never in its text.
///
/// A run that lacks the metric, parameter, tag or dataset satisfies no comparison with it, neither `!=` nor `not in`,
/// only `is null`; `not (…)` turns true and false around and nothing else. Attributes that are empty texts are null
/// and compare as empty texts. NaN equals NaN alone and is neither less nor greater than anything.
Result<Sql> compile(Connection &connection, const Expression &expression, const QDateTime &now);

/// Whether the query says itself which runs it wants of those in the archive.
bool asksArchived(const Expression &expression);

} // namespace assay::tracking::query
