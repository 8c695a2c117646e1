// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/duckdbsession.h"
#include "engine/data/readsource.h"
#include "engine/data/source.h"

#include <optional>

namespace assay::engine {

/// Rows that DuckDB read, each cell as text.
class DuckDbSource : public CellSource
{
public:
    DuckDbSource(std::vector<std::string> names, std::vector<std::optional<Kind>> declared, DuckDbTexts texts,
                 std::vector<std::int64_t> lines = {});

    std::vector<std::string> columnNames() const override { return m_names; }
    std::optional<Kind> declaredKind(std::size_t column) const override { return m_declared[column]; }
    std::size_t chunkCount() const override { return m_texts.chunkCount(); }
    void read(std::size_t index, std::int64_t firstLine, CellChunk &chunk) const override;

private:
    std::vector<std::string> m_names;
    std::vector<std::optional<Kind>> m_declared;
    DuckDbTexts m_texts;
    std::vector<std::int64_t> m_lines;    ///< [rows], empty where row and line agree
    std::vector<std::size_t> m_firstRows; ///< [chunks]
};

/// "json", "jsonl" or nothing, by how the text begins.
std::optional<std::string> jsonFormat(std::string_view text);
bool isParquet(std::string_view bytes);

/// Errors: `bad_json` with the line, `no_rows`, and those of readSource().
Result<DuckDbSource> openJson(const SourceText &text, const std::string &format, const std::string &path,
                              const Context &context);
/// Errors: `unreadable_file`, and those of readSource().
Result<DuckDbSource> openParquet(const FileBytes &bytes, const std::string &path, const Context &context);

} // namespace assay::engine
