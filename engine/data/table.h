// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/column.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// An immutable data set in columns of equal length with distinct names. Copies share the columns, so a Table is cheap
/// to pass by value and may be read from any thread.
class Table
{
public:
    Table() = default;
    /// The columns must be of equal length and distinctly named; both are the caller's to ensure.
    explicit Table(std::vector<Column> columns);

    std::size_t rows() const { return m_rows; }
    std::size_t columnCount() const { return m_columns.size(); }
    const Column &column(std::size_t index) const { return *m_columns[index]; }
    /// nullptr when there is none.
    const Column *find(std::string_view name) const;
    /// Errors: `unknown_column` lists the columns there are.
    Result<const Column *> require(const std::string &name) const;
    std::vector<std::string> columnNames() const;

    /// "sha256:…" over names, kinds and cells (texts, not codes), so the same data has the same digest wherever and in
    /// whatever format it lies. Computed at construction.
    const std::string &digest() const { return m_digest; }

    Table select(std::span<const Row> rows) const;
    Table without(const std::vector<std::string> &names) const;

private:
    std::vector<std::shared_ptr<const Column>> m_columns;
    std::size_t m_rows = 0;
    std::string m_digest;
};

} // namespace assay::engine
