// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/readsource.h"

#include "engine/data/assemble.h"
#include "engine/data/names.h"

#include <algorithm>

namespace assay::engine {

namespace {

Failure noRows(const std::string &path)
{
    return at(failure(ErrorKind::BadInput, "no_rows", "The file `{}` has no rows that could be read.", {path}), path);
}

std::optional<Failure> unknownKinds(const ReadOptions &options, const std::vector<std::string> &names,
                                    const std::string &path)
{
    for (const auto &[column, kind] : options.kinds) {
        if (std::ranges::find(names, column) == names.end())
            return at(failure(ErrorKind::BadInput, "unknown_column",
                              "A kind is given for `{}`, but `{}` has no such column; there are {}.",
                              {column, path, quotedList(names)}),
                      path, 0, column);
    }
    return std::nullopt;
}

void noteDates(const ColumnPlan &plan, std::vector<ReadWarning> &warnings)
{
    if (!plan.ambiguousDates)
        return;
    const std::string order = plan.order == DateOrder::DayFirst ? "day before month" : "month before day";
    warnings.push_back({.code = "ambiguous_dates",
                        .column = plan.name,
                        .message = "The dates of `" + plan.name + "` fit either order; they were read " + order +
                                   ". Choose the other order if that is wrong."});
}

void noteSurvey(const Survey &survey, std::vector<ReadWarning> &warnings)
{
    if (survey.emptyRows > 0)
        warnings.push_back(
            {.code = "empty_rows",
             .column = {},
             .message = std::to_string(survey.emptyRows) + " rows hold nothing but separators and were left out."});
    if (survey.raggedRows > 0)
        warnings.push_back(
            {.code = "ragged_rows",
             .column = {},
             .message = std::to_string(survey.raggedRows) + " rows have too many or too few cells and were left out."});
    if (survey.trimmedCells > 0)
        warnings.push_back(
            {.code = "trimmed_blanks",
             .column = {},
             .message = "Blanks around " + std::to_string(survey.trimmedCells) + " unquoted cells were removed."});
}

// The first texts of the columns that are kept.
std::vector<std::vector<std::string>> firstTexts(const CellSource &source, const std::vector<bool> &dropped,
                                                 std::size_t rows)
{
    std::vector<std::vector<std::string>> out;
    CellChunk chunk;
    for (std::size_t i = 0; i < source.chunkCount() && out.size() < rows; ++i) {
        source.read(i, 1, chunk);
        for (std::size_t row = 0; row < chunk.rows() && out.size() < rows; ++row) {
            std::vector<std::string> &texts = out.emplace_back();
            for (std::size_t column = 0; column < chunk.columns; ++column) {
                if (!dropped[column])
                    texts.emplace_back(chunk.cell(row, column));
            }
        }
    }
    return out;
}

} // namespace

Result<ReadWithTexts> readSource(const CellSource &source, const Survey &survey, ReadResult result,
                                 const ReadOptions &options, const std::string &path, std::size_t textRows,
                                 const Context &context)
{
    if (survey.rows == 0)
        return noRows(path);
    const std::vector<std::string> written = source.columnNames();
    std::vector<bool> dropped(written.size());
    for (std::size_t i = 0; i < written.size(); ++i)
        dropped[i] = written[i].empty() && survey.columns[i].written == 0;
    std::vector<ReadWarning> renamed;
    const std::vector<std::string> names = distinctNames(written, result.dialect.header, renamed);
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!dropped[i])
            kept.push_back(names[i]);
        else
            result.warnings.push_back(
                {.code = "empty_column",
                 .column = {},
                 .message = "Column " + std::to_string(i + 1) + " has neither a name nor any cell and was left out."});
    }
    std::ranges::copy_if(renamed, std::back_inserter(result.warnings), [&](const ReadWarning &warning) {
        return std::ranges::find(kept, warning.column) != kept.end();
    });
    if (kept.empty())
        return at(
            failure(ErrorKind::BadInput, "no_columns", "The file `{}` has no column with a name or a value.", {path}),
            path);
    if (auto unknown = unknownKinds(options, kept, path))
        return *unknown;

    Locale locale;
    locale.decimal = decideDecimal(survey.columns, options.decimal, result.dialect.delimiter);
    locale.dayFirst = decideDayFirst(survey.columns, options.dayFirst, locale.decimal, result.dialect.delimiter);
    result.dialect.decimal = std::string(1, locale.decimal);
    std::vector<std::optional<ColumnPlan>> plans(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (dropped[i])
            continue;
        const auto wanted = options.kinds.find(names[i]);
        plans[i] = planColumn(names[i], survey.columns[i], locale,
                              wanted == options.kinds.end() ? std::nullopt : std::optional(wanted->second),
                              source.declaredKind(i), options.dayFirst);
        noteDates(*plans[i], result.warnings);
    }
    noteSurvey(survey, result.warnings);

    auto assembled = assemble(source, survey, plans, MissingTexts(options.missingTexts), context);
    if (!assembled)
        return Failure(std::move(assembled.error()));
    result.table = Table(std::move(assembled->columns));
    result.rejected = std::move(assembled->rejected);
    result.rejectedCount = assembled->rejectedCount;
    return ReadWithTexts{.result = std::move(result), .texts = firstTexts(source, dropped, textRows)};
}

} // namespace assay::engine
