// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// Index of a row in a Table. Splits, folds and groups are lists of these, never copies of rows.
using Row = std::uint32_t;
using Rows = std::vector<Row>;

enum class Kind { Boolean, Integer, Real, Categorical, Text, Date, DateTime };

/// "boolean", "integer", "real", "categorical", "text", "date", "datetime".
const char *name(Kind kind);
std::optional<Kind> kindFromName(std::string_view name);

/// Boolean, Integer and Real hold numbers; Categorical and Text hold codes into levels; Date and DateTime hold times.
enum class Storage { Numbers, Codes, Times };
Storage storageOf(Kind kind);

/// One named, immutable column of a Table. A missing cell has NaN, code -1 or `missingTime`, by its storage.
class Column
{
public:
    static constexpr std::int32_t missingCode = -1;
    static constexpr std::int64_t missingTime = INT64_MIN;

    /// @p kind is Boolean (0 and 1), Integer or Real; NaN is missing.
    static Column numbers(std::string name, Kind kind, std::vector<double> values);
    /// @p kind is Categorical or Text. @p levels must be distinct; they are sorted as bytes and codes renumbered to
    /// match.
    static Column codes(std::string name, Kind kind, std::vector<std::int32_t> codes, std::vector<std::string> levels);
    /// As above from one text a row; nullopt is missing.
    static Column texts(std::string name, Kind kind, const std::vector<std::optional<std::string>> &texts);
    /// @p kind is Date or DateTime; microseconds since 1970-01-01 UTC.
    static Column times(std::string name, Kind kind, std::vector<std::int64_t> microseconds);

    const std::string &name() const { return m_name; }
    Kind kind() const { return m_kind; }
    Storage storage() const { return storageOf(m_kind); }
    bool isNumeric() const { return storage() == Storage::Numbers; }
    std::size_t rows() const;

    /// [rows]; empty unless the storage is the one named.
    std::span<const double> numbers() const { return m_numbers; }
    std::span<const std::int32_t> codes() const { return m_codes; }
    std::span<const std::int64_t> times() const { return m_times; }
    /// [levels], sorted as bytes; a code indexes it.
    const std::vector<std::string> &levels() const { return m_levels; }

    bool isMissing(Row row) const;
    std::size_t missingCount() const { return m_missing; }

    /// What a person reads in a cell: shortest round-trip number (`true`/`false` for Boolean), the level, an ISO 8601
    /// date or date-time; empty where missing.
    std::string text(Row row) const;

    /// The column as group labels, whatever its kind: codes [rows] (missingCode where missing) into sorted labels.
    /// Numbers sort by value, texts as bytes. This is how any column serves as target classes, protected attribute or
    /// chi-square table.
    struct Groups
    {
        std::vector<std::int32_t> codes;
        std::vector<std::string> labels;
    };
    Groups groups() const;

    /// The rows @p rows, in that order, as a column of their own; levels stay as they are.
    Column select(std::span<const Row> rows) const;
    Column renamed(std::string name) const;

private:
    Column(std::string name, Kind kind);

    std::string m_name;
    Kind m_kind;
    std::size_t m_missing = 0;
    std::vector<double> m_numbers;
    std::vector<std::int32_t> m_codes;
    std::vector<std::string> m_levels;
    std::vector<std::int64_t> m_times;
};

} // namespace assay::engine
