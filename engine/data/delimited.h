// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/cells.h"
#include "engine/data/dialect.h"

namespace assay::engine {

/// The rows of a delimited text. The text must outlive the source.
class DelimitedSource : public CellSource
{
public:
    DelimitedSource(std::string_view text, Layout layout);

    std::vector<std::string> columnNames() const override;
    std::size_t chunkCount() const override { return m_starts.size(); }
    void read(std::size_t index, std::int64_t firstLine, CellChunk &chunk) const override;

    /// For texts with quotes in odd places: cuts by reading from the start.
    void cutExactly();
    const Layout &layout() const { return m_layout; }

private:
    void take(const Record &record, std::int64_t firstLine, CellChunk &chunk) const;

    std::string_view m_rows;
    Layout m_layout;
    std::vector<std::size_t> m_starts;
};

} // namespace assay::engine
