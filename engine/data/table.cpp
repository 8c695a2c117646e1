// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/table.h"

#include "engine/core/digest.h"

#include <algorithm>

namespace assay::engine {

namespace {

// Levels that no row uses do not count: a selection of rows has the digest of the same rows read from a file.
void addCodes(Sha256 &hash, const Column &column)
{
    std::vector<std::int32_t> renumbered(column.levels().size(), 0);
    for (const std::int32_t code : column.codes()) {
        if (code != Column::missingCode)
            renumbered[code] = 1;
    }
    std::int32_t next = 0;
    for (std::size_t level = 0; level < renumbered.size(); ++level) {
        if (renumbered[level] == 0)
            continue;
        hash.add(std::string_view(column.levels()[level]));
        renumbered[level] = next++;
    }
    hash.add(static_cast<std::uint64_t>(next));
    std::vector<std::int32_t> codes(column.codes().begin(), column.codes().end());
    for (std::int32_t &code : codes)
        code = code == Column::missingCode ? code : renumbered[code];
    hash.addAll(std::span<const std::int32_t>(codes));
}

std::string digestOf(const std::vector<std::shared_ptr<const Column>> &columns, std::size_t rows)
{
    Sha256 hash;
    hash.add(static_cast<std::uint64_t>(rows));
    for (const auto &column : columns) {
        hash.add(std::string_view(column->name()));
        hash.add(std::string_view(name(column->kind())));
        switch (column->storage()) {
        case Storage::Numbers:
            hash.addAll(column->numbers());
            break;
        case Storage::Codes:
            addCodes(hash, *column);
            break;
        case Storage::Times:
            hash.addAll(column->times());
            break;
        }
    }
    return "sha256:" + hash.hex();
}

std::vector<std::shared_ptr<const Column>> shared(std::vector<Column> columns)
{
    std::vector<std::shared_ptr<const Column>> out;
    out.reserve(columns.size());
    for (Column &column : columns)
        out.push_back(std::make_shared<const Column>(std::move(column)));
    return out;
}

} // namespace

Table::Table(std::vector<Column> columns)
    : m_columns(shared(std::move(columns)))
    , m_rows(m_columns.empty() ? 0 : m_columns.front()->rows())
    , m_digest(digestOf(m_columns, m_rows))
{
}

const Column *Table::find(std::string_view name) const
{
    const auto it =
        std::ranges::find(m_columns, name, [](const auto &column) { return std::string_view(column->name()); });
    return it == m_columns.end() ? nullptr : it->get();
}

Result<const Column *> Table::require(const std::string &name) const
{
    if (const Column *column = find(name))
        return column;
    return at(failure(ErrorKind::BadInput, "unknown_column", "There is no column `{}`; there are {}.",
                      {name, quotedList(columnNames())}),
              {}, 0, name);
}

std::vector<std::string> Table::columnNames() const
{
    std::vector<std::string> names;
    names.reserve(m_columns.size());
    for (const auto &column : m_columns)
        names.push_back(column->name());
    return names;
}

Table Table::select(std::span<const Row> rows) const
{
    std::vector<Column> columns;
    columns.reserve(m_columns.size());
    for (const auto &column : m_columns)
        columns.push_back(column->select(rows));
    return Table(std::move(columns));
}

Table Table::without(const std::vector<std::string> &names) const
{
    std::vector<Column> columns;
    for (const auto &column : m_columns) {
        if (std::ranges::find(names, column->name()) == names.end())
            columns.push_back(*column);
    }
    return Table(std::move(columns));
}

} // namespace assay::engine
