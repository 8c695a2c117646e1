// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"

namespace assay::tracking::query {

/// Reads a query; an empty one is all of nothing, which every run satisfies.
///
///     query      = [ any ]
///     any        = all { "or" all }
///     all        = opposite { [ "and" ] opposite }
///     opposite   = ( "not" | "!" ) opposite | "(" any ")" | comparison | word | text
///     comparison = key ( ( "=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">=" ) value
///                      | [ "not" ] "between" value "and" value | [ "not" ] "in" "(" value { "," value } ")"
///                      | [ "not" ] ( "like" | "ilike" ) value [ "escape" text ] | "is" [ "not" ] "null" )
///     key        = attribute | ( "metrics" | "params" | "tags" | "datasets" | "attributes" ) "." name
///
/// Words and texts that are no part of a comparison must occur in the run's name, model, experiment, status, tags or
/// parameters.
Parsed<Expression> parse(const QString &text);

} // namespace assay::tracking::query
