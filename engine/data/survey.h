// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/cells.h"
#include "engine/data/evidence.h"

#include <functional>
#include <map>

namespace assay::engine {

/// What one pass over all cells of a file finds out.
struct Survey
{
    std::vector<Evidence> columns;
    std::vector<std::size_t> chunkRows;
    std::vector<std::int64_t> chunkLines;
    std::size_t rows = 0;
    std::size_t emptyRows = 0;
    std::size_t raggedRows = 0;
    std::map<std::size_t, std::size_t> raggedSizes;
    RejectedCell firstRagged;
    std::size_t firstRaggedSize = 0;
    std::size_t trimmedCells = 0;
    std::int64_t unclosedQuote = 0;
    bool aligned = true;
};

/// Errors: `cancelled`.
Result<Survey> survey(const CellSource &source, std::int64_t firstLine, const MissingTexts &missing,
                      const Context &context);

/// Runs @p work for 0 … @p count − 1 on the threads of @p context, telling progress under @p stage. False when it was
/// cancelled.
bool forEachChunk(const Context &context, const char *stage, std::size_t count,
                  const std::function<void(std::size_t)> &work);

} // namespace assay::engine
