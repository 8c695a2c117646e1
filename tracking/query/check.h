// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/ast.h"

namespace assay::tracking::query {

/// What is wrong with comparing this key by this operator with these values.
std::optional<QueryProblem> check(const Comparison &comparison, const Place &op);

} // namespace assay::tracking::query
