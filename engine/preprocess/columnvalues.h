// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/column.h"

#include <limits>

namespace assay::engine {

inline constexpr const char *missingLevel = "(missing)";
inline constexpr const char *otherLevel = "(other)";

/// A cell of a numeric or time column as the models see it: times in seconds since 1970, missing as NaN.
inline double numericCell(const Column &column, Row row)
{
    if (column.isMissing(row))
        return std::numeric_limits<double>::quiet_NaN();
    return column.isNumeric() ? column.numbers()[row] : static_cast<double>(column.times()[row]) / 1e6;
}

} // namespace assay::engine
