// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/column.h"

namespace assay::engine {

/// A column whose values can serve as groups: numbers and times with more than @p distinct values become at most @p
/// bands bands of about equal size, named by their smallest and largest value ("17–28"); anything else is returned as
/// it is. Missing stays missing.
Column banded(const Column &column, std::size_t distinct = 12, int bands = 5);

} // namespace assay::engine
