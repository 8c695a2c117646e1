// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"
#include "engine/data/survey.h"

#include <string>

namespace assay::engine {

/// A table and the first cells it was made from, as texts [rows][columns of the table].
struct ReadWithTexts
{
    ReadResult result;
    std::vector<std::vector<std::string>> texts;
};

/// Names, plans and parses the columns of a surveyed source. @p result brings dialect and warnings so far; @p textRows
/// rows of texts are kept. Errors: `unknown_column`, `no_rows`, `no_columns`, `cancelled`.
Result<ReadWithTexts> readSource(const CellSource &source, const Survey &survey, ReadResult result,
                                 const ReadOptions &options, const std::string &path, std::size_t textRows,
                                 const Context &context);

/// Reads delimited text. Errors as of readTable().
Result<ReadWithTexts> readDelimited(std::string_view text, Dialect dialect, const ReadOptions &options,
                                    const std::string &path, std::size_t textRows, const Context &context);

} // namespace assay::engine
