// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/delimited.h"

#include <algorithm>

namespace assay::engine {

namespace {

constexpr std::size_t chunkBytes = 1 << 20;
constexpr std::size_t shownText = 200;

} // namespace

DelimitedSource::DelimitedSource(std::string_view text, Layout layout)
    : m_rows(text.substr(layout.dataStart))
    , m_layout(std::move(layout))
    , m_starts(recordStarts(m_rows, m_layout.separators, chunkBytes))
{
}

std::vector<std::string> DelimitedSource::columnNames() const
{
    std::vector<std::string> names = m_layout.names;
    names.resize(m_layout.columns);
    return names;
}

void DelimitedSource::take(const Record &record, std::int64_t firstLine, CellChunk &chunk) const
{
    const std::size_t columns = m_layout.columns;
    const std::size_t size = record.cells.size();
    const auto isEmpty = [](std::string_view cell) { return cell.empty(); };
    if (size > 1 && std::ranges::all_of(record.cells, isEmpty)) {
        ++chunk.emptyRows;
        return;
    }
    const bool tail = size > columns && std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns),
                                                    record.cells.end(), isEmpty);
    const std::int64_t line = firstLine + record.line - 1;
    if (size != columns && !tail) {
        chunk.ragged.push_back({.line = line,
                                .column = {},
                                .text = std::string(record.text.substr(0, shownText)),
                                .message = "The row has " + std::to_string(size) + " cells instead of " +
                                           std::to_string(columns) + " and was left out."});
        chunk.raggedSizes.push_back(size);
        return;
    }
    chunk.cells.insert(chunk.cells.end(), record.cells.begin(),
                       record.cells.begin() + static_cast<std::ptrdiff_t>(columns));
    chunk.lines.push_back(line);
    chunk.trimmedCells += record.trimmed;
}

void DelimitedSource::read(std::size_t index, std::int64_t firstLine, CellChunk &chunk) const
{
    chunk = {};
    chunk.columns = m_layout.columns;
    const std::size_t start = m_starts[index];
    const bool last = index + 1 == m_starts.size();
    const std::size_t size = (last ? m_rows.size() : m_starts[index + 1]) - start;
    RecordReader reader(m_rows.substr(start), m_layout.separators);
    Record record;
    while (reader.place() < size && reader.next(record, chunk.unquoted)) {
        take(record, firstLine, chunk);
        if (record.unclosedQuote && chunk.unclosedQuote == 0)
            chunk.unclosedQuote = firstLine + record.line - 1;
    }
    chunk.lineCount = reader.lines();
    chunk.aligned = reader.place() == size;
}

void DelimitedSource::cutExactly()
{
    RecordReader reader(m_rows, m_layout.separators, false);
    Record record;
    std::deque<std::string> unquoted;
    m_starts = {0};
    while (reader.next(record, unquoted)) {
        unquoted.clear();
        if (reader.place() >= m_starts.back() + chunkBytes && reader.place() < m_rows.size())
            m_starts.push_back(reader.place());
    }
}

} // namespace assay::engine
