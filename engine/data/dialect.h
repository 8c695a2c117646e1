// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// Where the table lies in a delimited text and how it is written.
struct Layout
{
    Separators separators;
    std::size_t columns = 0; ///< cells of an ordinary record
    std::size_t start = 0;   ///< byte of the first record, after comments and titles
    std::int64_t startLine = 1;
    std::size_t dataStart = 0; ///< byte of the first row
    std::int64_t dataLine = 1;
    bool header = true;
    std::vector<std::string> names; ///< [columns], as written, empty without a header
    std::vector<ReadWarning> warnings;
};

/// Decides on the first records of @p text under @p separators; whether it holds for all shows when they are read. @p
/// columns is the number of cells a record where the whole file told, 0 else. Errors: `no_rows`, `line_too_long`.
Result<Layout> layoutWith(std::string_view text, const ReadOptions &options, Separators separators, std::size_t columns,
                          const std::string &path);
/// Separators worth trying, the likeliest first.
std::vector<Separators> likelySeparators(std::string_view text, const ReadOptions &options);

} // namespace assay::engine
