// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profile.h"

namespace assay::engine {

namespace {

Json columnJson(const ColumnProfile &column)
{
    Json top = Json::array();
    for (const ValueCount &value : column.top)
        top.push_back({{"value", value.value}, {"count", value.count}});
    Json histogram{{"edges", jsonNumbers(column.histogram.edges)},
                   {"labels", column.histogram.labels},
                   {"counts", column.histogram.counts}};
    return {{"name", column.name},
            {"kind", name(column.kind)},
            {"missing", column.missing},
            {"distinct", column.distinct},
            {"min", jsonNumber(column.min)},
            {"max", jsonNumber(column.max)},
            {"mean", jsonNumber(column.mean)},
            {"std", jsonNumber(column.std)},
            {"q25", jsonNumber(column.q25)},
            {"median", jsonNumber(column.median)},
            {"q75", jsonNumber(column.q75)},
            {"min_text", column.minText},
            {"max_text", column.maxText},
            {"top", std::move(top)},
            {"histogram", std::move(histogram)}};
}

Json dialectJson(const Dialect &dialect)
{
    return {{"format", dialect.format},        {"delimiter", dialect.delimiter}, {"quote", dialect.quote},
            {"decimal", dialect.decimal},      {"encoding", dialect.encoding},   {"header", dialect.header},
            {"compressed", dialect.compressed}};
}

template<class Warning>
void addWarnings(Json &list, const std::vector<Warning> &warnings)
{
    for (const Warning &warning : warnings)
        list.push_back({{"code", warning.code}, {"column", warning.column}, {"message", warning.message}});
}

} // namespace

Json profileJson(const std::string &file, const ReadResult &read, const Profile &profile)
{
    Json columns = Json::array();
    for (const ColumnProfile &column : profile.columns)
        columns.push_back(columnJson(column));
    Json rejected = Json::array();
    for (const RejectedCell &cell : read.rejected)
        rejected.push_back(
            {{"line", cell.line}, {"column", cell.column}, {"text", cell.text}, {"message", cell.message}});
    Json warnings = Json::array();
    addWarnings(warnings, read.warnings);
    addWarnings(warnings, profile.warnings);
    Json document;
    document["file"] = file;
    document["digest"] = read.table.digest();
    document["rows"] = profile.rows;
    document["columns"] = std::move(columns);
    document["duplicate_rows"] = profile.duplicateRows;
    document["rejected"] = std::move(rejected);
    document["rejected_count"] = read.rejectedCount;
    document["dialect"] = dialectJson(read.dialect);
    document["suggested_target"] = profile.suggestedTarget;
    document["warnings"] = std::move(warnings);
    return document;
}

} // namespace assay::engine
