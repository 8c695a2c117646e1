// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/cells.h"
#include "engine/data/values.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// How often the cells of a column could be read in each way. Adding up the evidence of chunks gives that of the file.
struct Evidence
{
    std::size_t present = 0;
    std::size_t written = 0; ///< cells with any text, missing texts among them
    std::size_t point = 0;   ///< numbers under '.'
    std::size_t comma = 0;
    std::size_t wholePoint = 0;
    std::size_t wholeComma = 0;
    std::size_t onlyPoint = 0; ///< numbers under '.' that are none under ','
    std::size_t onlyComma = 0;
    std::size_t eitherPoint = 0; ///< such as 1.234: 1234 or 1.234
    std::size_t eitherComma = 0;
    std::size_t big = 0;
    std::size_t leadingZeros = 0;
    std::size_t booleans = 0;
    std::array<std::size_t, 3> dates{}; ///< by DateOrder
    std::size_t times = 0;              ///< dates with a time of day
    std::size_t shortest = SIZE_MAX;
    std::size_t longest = 0;

    void add(std::string_view text);
    void add(const Evidence &other);
    bool looksNumeric() const;
};

/// What holds for all cells of a file.
struct Locale
{
    char decimal = '.';
    bool dayFirst = false;
};

/// How the cells of one column are to be read.
struct ColumnPlan
{
    std::string name;
    Kind kind = Kind::Categorical;
    bool decideText = false; ///< Categorical or Text, whichever the distinct values say
    char decimal = '.';
    DateOrder order = DateOrder::YearFirst;
    bool ambiguousDates = false;
};

/// One decimal mark for the whole file. @p delimiter helps where "1,234" might be either.
char decideDecimal(const std::vector<Evidence> &columns, std::optional<char> wanted, const std::string &delimiter);
/// One order of 03/04/2020 for columns that do not tell by themselves.
bool decideDayFirst(const std::vector<Evidence> &columns, std::optional<bool> wanted, char decimal,
                    const std::string &delimiter);
/// @p wanted is a kind the user chose, @p declared one that the file gives.
ColumnPlan planColumn(std::string name, const Evidence &evidence, const Locale &locale, std::optional<Kind> wanted,
                      std::optional<Kind> declared, std::optional<bool> dayFirst);
/// Whether a column of texts holds categories (few or repeated, short) rather than free text.
bool isCategorical(std::size_t present, const std::vector<std::string> &levels);

} // namespace assay::engine
