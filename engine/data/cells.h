// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// Some consecutive rows of a file as texts. An empty cell is missing.
struct CellChunk
{
    std::size_t columns = 0;
    std::vector<std::string_view> cells;  ///< [rows × columns]
    std::vector<std::int64_t> lines;      ///< [rows], 1-based
    std::vector<RejectedCell> ragged;     ///< whole rows left out, as written
    std::vector<std::size_t> raggedSizes; ///< how many cells each of them has
    std::size_t emptyRows = 0;            ///< rows of separators only, left out
    std::size_t trimmedCells = 0;         ///< unquoted cells that had blanks around them
    std::int64_t lineCount = 0;
    std::int64_t unclosedQuote = 0;   ///< line of a quote that is never closed
    bool aligned = true;              ///< the chunk ends where the next one starts
    std::deque<std::string> unquoted; ///< texts of cells that are not in the file as such

    std::size_t rows() const { return lines.size(); }
    std::string_view cell(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
};

/// A file cut into chunks that may be read in any order, from any thread, as often as needed.
class CellSource
{
public:
    virtual ~CellSource() = default;
    virtual std::vector<std::string> columnNames() const = 0; ///< as written: perhaps empty or not distinct
    /// The kind that the file itself gives a column, where the format has types.
    virtual std::optional<Kind> declaredKind(std::size_t /*column*/) const { return std::nullopt; }
    virtual std::size_t chunkCount() const = 0;
    /// @p firstLine is the line the chunk starts at, where lines are wanted; @p chunk is overwritten.
    virtual void read(std::size_t index, std::int64_t firstLine, CellChunk &chunk) const = 0;
};

} // namespace assay::engine
