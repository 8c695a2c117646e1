// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/cells.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assay::engine {

/// How cells and records are told apart.
struct Separators
{
    char delimiter = ',';
    char quote = '"'; ///< 0: none
    bool operator==(const Separators &) const = default;
};

/// One record of a delimited file.
struct Record
{
    std::vector<std::string_view> cells;
    std::int64_t line = 0; ///< where it starts, counted from the start of the text given
    std::string_view text; ///< as written, without the line end
    bool unclosedQuote = false;
    std::size_t trimmed = 0;
};

/// Walks through delimited text. Records end with \n, \r\n or \r; empty lines are skipped; a quoted cell may hold
/// separators, line ends and doubled quotes; a quote inside an unquoted cell is an ordinary character.
class RecordReader
{
public:
    RecordReader(std::string_view text, Separators separators, bool trim = true);

    /// Cells stay valid as long as the text and @p unquoted do. False at the end.
    bool next(Record &record, std::deque<std::string> &unquoted);
    /// Where the next record starts.
    std::size_t place() const { return m_place; }
    /// Lines passed so far.
    std::int64_t lines() const { return m_lines; }

private:
    void skipEmptyLines();
    std::string_view plainCell(Record &record);
    std::string_view quotedCell(Record &record, std::deque<std::string> &unquoted);
    void endLine();
    bool isEnd(std::size_t place) const;

    std::string_view m_text;
    Separators m_separators;
    bool m_trim;
    std::size_t m_place = 0;
    std::int64_t m_lines = 0;
    std::array<bool, 256> m_stops{};
};

/// Places in @p text where a record starts, about every @p size bytes: the first is 0. Exact when quotes stand only
/// around cells, a guess otherwise.
std::vector<std::size_t> recordStarts(std::string_view text, Separators separators, std::size_t size);

} // namespace assay::engine
