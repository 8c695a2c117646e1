// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/profile.h"

#include <span>

namespace assay::engine {

/// Everything about one column by itself.
ColumnProfile profileColumn(const Column &column);
/// At most 40 bins of equal width over @p sorted (finite, ascending); one a whole number where @p whole and they are
/// few.
Histogram numberHistogram(std::span<const double> sorted, bool whole);
/// Linear between order statistics (type 7) of @p sorted; it must not be empty.
double quantile(std::span<const double> sorted, double share);

} // namespace assay::engine
