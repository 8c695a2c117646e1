// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/data/table.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// How to read a file where the reader should not decide by itself.
struct ReadOptions
{
    std::optional<char> delimiter = {};
    std::optional<char> decimal = {};         ///< '.' or ','
    std::optional<std::string> encoding = {}; ///< "utf-8", "utf-16", "latin-1"
    bool noHeader = false;
    std::vector<std::string> missingTexts = {}; ///< beside "", "NA", "N/A", "NaN", "null", "NULL", "None", "?"
    std::map<std::string, Kind> kinds = {};     ///< by column name, decided kinds for the rest
    std::optional<bool> dayFirst = {};          ///< date order of 03/04/2020

    bool operator==(const ReadOptions &) const = default;
};

Json toJson(const ReadOptions &options);
ReadOptions readOptionsFromJson(const Json &json);

/// What was found out about the file.
struct Dialect
{
    std::string format; ///< "csv", "tsv", "json", "jsonl", "parquet"
    std::string delimiter;
    std::string quote;
    std::string decimal = ".";
    std::string encoding = "utf-8";
    bool header = true;
    bool compressed = false;

    bool operator==(const Dialect &) const = default;
};

/// A cell or row that could not be read under the decided kind; the cell is missing in the table, never changed
/// silently.
struct RejectedCell
{
    std::int64_t line = 0; ///< 1-based line in the file (record number for formats without lines)
    std::string column;
    std::string text;
    std::string message;

    bool operator==(const RejectedCell &) const = default;
};

/// A note about the file as a whole, such as a renamed duplicate column.
struct ReadWarning
{
    std::string code;
    std::string column;
    std::string message;

    bool operator==(const ReadWarning &) const = default;
};

struct ReadResult
{
    Table table;
    Dialect dialect;
    std::vector<RejectedCell> rejected; ///< the first 10,000
    std::size_t rejectedCount = 0;
    std::vector<ReadWarning> warnings;
};

/// The first rows of a file, raw beside parsed, for the import sheet.
struct ReadPreview
{
    ReadResult parsed; ///< of the first rows only; kinds are those decided over the whole file
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> raw; ///< [rows][columns], as written in the file
    std::size_t totalRows = 0;
};

/// Reads CSV, TSV, JSON, JSON Lines or Parquet, each also gzip-compressed, recognised by content. Dialect and kinds are
/// decided over the whole file. Errors: `unreadable_file`, `is_directory`, `empty_file`, `no_columns`, `no_rows`,
/// `binary_file`, `ragged_rows`, `line_too_long`, `unknown_column` (in @p options.kinds), `bad_encoding`, each with
/// file and, where there is one, line.
Result<ReadResult> readTable(const std::string &path, const ReadOptions &options = {}, const Context &context = {});
Result<ReadPreview> previewTable(const std::string &path, const ReadOptions &options = {}, std::size_t rows = 200,
                                 const Context &context = {});

} // namespace assay::engine
