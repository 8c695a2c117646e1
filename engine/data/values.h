// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

/// What a text is as a number under either decimal mark. Thousands marks are understood only in strict groups of three,
/// so that "0,9" is never 9 or 900.
struct NumberShape
{
    bool point = false;      ///< a number where '.' is the decimal mark
    bool comma = false;      ///< a number where ',' is
    bool wholePoint = false; ///< and a whole one, without fraction or exponent
    bool wholeComma = false;
    bool big = false;         ///< whole and beyond ±2^53, so that a double loses digits
    bool leadingZero = false; ///< whole, with more digits than it needs
    bool marked = false;      ///< holds a decimal or thousands mark
};

NumberShape numberShape(std::string_view text);
/// NaN for the text "nan"; nullopt when @p text is no number under @p decimal.
std::optional<double> parseNumber(std::string_view text, char decimal);
/// true, false, yes, no in any case.
std::optional<bool> parseBoolean(std::string_view text);

enum class DateOrder { YearFirst, DayFirst, MonthFirst };

struct Moment
{
    std::int64_t microseconds = 0; ///< since 1970-01-01 UTC
    bool hasTime = false;
};

/// 2020-03-04, 2020/03/04, 04.03.2020, 4/3/2020, each alone or followed by a time (T or blank, seconds and fraction
/// optional, Z or an offset).
std::optional<Moment> parseDate(std::string_view text, DateOrder order);

/// The texts that mean "missing".
class MissingTexts
{
public:
    explicit MissingTexts(const std::vector<std::string> &more);
    bool contains(std::string_view text) const;

private:
    std::vector<std::string> m_texts;
    std::size_t m_longest = 0;
    bool m_starts[256] = {};
};

} // namespace assay::engine
