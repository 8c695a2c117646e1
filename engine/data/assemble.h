// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/survey.h"

namespace assay::engine {

/// The parsed columns of a file and what did not fit them.
struct Assembled
{
    std::vector<Column> columns;
    std::vector<RejectedCell> rejected; ///< the first 10,000, by line
    std::size_t rejectedCount = 0;
};

/// Reads all cells again, now under @p plans [columns of the source]; nullopt leaves a column out. Errors: `cancelled`.
Result<Assembled> assemble(const CellSource &source, const Survey &survey,
                           const std::vector<std::optional<ColumnPlan>> &plans, const MissingTexts &missing,
                           const Context &context);

} // namespace assay::engine
