// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/error.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// A table of texts that DuckDB answered with.
class DuckDbTexts
{
public:
    std::size_t rows() const { return m_rows; }
    std::size_t columnCount() const { return m_columns; }
    std::size_t chunkCount() const { return m_chunks.size(); }
    std::size_t chunkRows(std::size_t chunk) const;
    /// Empty for NULL. Valid as long as the object is.
    std::string_view cell(std::size_t chunk, std::size_t row, std::size_t column) const;

private:
    friend class DuckDbSession;
    std::vector<std::shared_ptr<void>> m_chunks;
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
};

/// A DuckDB of its own, in memory, that loads nothing from the network.
class DuckDbSession
{
public:
    explicit DuckDbSession(const Context &context);
    ~DuckDbSession();
    DuckDbSession(const DuckDbSession &) = delete;
    DuckDbSession &operator=(const DuckDbSession &) = delete;

    /// Every column of the answer must be VARCHAR. Errors: `duckdb` with its message as it stands, `cancelled`.
    Result<DuckDbTexts> texts(const std::string &sql) const;
    /// Runs a statement for its effect.
    Result<void> run(const std::string &sql) const;

private:
    struct Connection;
    Context m_context;
    std::unique_ptr<Connection> m_connection;
};

/// 'text' and "name" as SQL writes them.
std::string sqlText(std::string_view text);
std::string sqlName(std::string_view name);

} // namespace assay::engine
