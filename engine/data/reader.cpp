// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/reader.h"

#include "engine/data/duckdbsource.h"
#include "engine/data/readsource.h"
#include "engine/data/source.h"

#include <algorithm>
#include <numeric>

namespace assay::engine {

namespace {

Result<ReadWithTexts> readFrom(const Result<DuckDbSource> &source, Dialect dialect, ReadOptions options,
                               const std::string &path, std::size_t textRows, const Context &context)
{
    if (!source)
        return Failure(source.error());
    if (dialect.format == "parquet")
        options.decimal = '.';
    auto found = survey(*source, 1, MissingTexts(options.missingTexts), context);
    if (!found)
        return Failure(std::move(found.error()));
    return readSource(*source, *found,
                      {.table = {}, .dialect = std::move(dialect), .rejected = {}, .rejectedCount = 0, .warnings = {}},
                      options, path, textRows, context);
}

Result<ReadWithTexts> readAny(const std::string &path, const ReadOptions &options, std::size_t textRows,
                              const Context &context)
{
    auto bytes = FileBytes::open(path, context);
    if (!bytes)
        return Failure(std::move(bytes.error()));
    Dialect dialect;
    dialect.compressed = bytes->compressed();
    if (isParquet(bytes->data())) {
        dialect.format = "parquet";
        return readFrom(openParquet(*bytes, path, context), dialect, options, path, textRows, context);
    }
    auto text = decodeText(*bytes, path, options.encoding);
    if (!text)
        return Failure(std::move(text.error()));
    dialect.encoding = text->encoding;
    if (const auto format = jsonFormat(text->text)) {
        dialect.format = *format;
        return readFrom(openJson(*text, *format, path, context), dialect, options, path, textRows, context);
    }
    return readDelimited(text->text, dialect, options, path, textRows, context);
}

} // namespace

Result<ReadResult> readTable(const std::string &path, const ReadOptions &options, const Context &context)
{
    return readAny(path, options, 0, context).map([](ReadWithTexts &&read) { return std::move(read.result); });
}

Result<ReadPreview> previewTable(const std::string &path, const ReadOptions &options, std::size_t rows,
                                 const Context &context)
{
    auto read = readAny(path, options, rows, context);
    if (!read)
        return Failure(std::move(read.error()));
    ReadPreview preview{
        .parsed = std::move(read->result), .columns = {}, .raw = std::move(read->texts), .totalRows = 0};
    preview.totalRows = preview.parsed.table.rows();
    preview.columns = preview.parsed.table.columnNames();
    Rows first(std::min(rows, preview.totalRows));
    std::iota(first.begin(), first.end(), Row(0));
    preview.parsed.table = preview.parsed.table.select(first);
    return preview;
}

} // namespace assay::engine
