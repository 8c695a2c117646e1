// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/evidence.h"

#include <algorithm>

namespace assay::engine {

namespace {

// Nearly all: up to one cell in twenty may be a slip of the pen, as may a single one among at least four.
bool nearlyAll(std::size_t fitting, std::size_t present)
{
    const std::size_t rest = present - fitting;
    return fitting > 0 && (rest * 20 <= present || (rest == 1 && fitting >= 3));
}

DateOrder bestOrder(const Evidence &evidence, bool dayFirst)
{
    const auto &[year, day, month] = evidence.dates;
    if (year >= day && year >= month)
        return DateOrder::YearFirst;
    if (day == month)
        return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    return day > month ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

Kind decideKind(const Evidence &evidence, bool wholeNumbers, std::size_t numbers)
{
    if (evidence.present == 0)
        return Kind::Real;
    if (evidence.booleans == evidence.present)
        return Kind::Boolean;
    if (nearlyAll(*std::ranges::max_element(evidence.dates), evidence.present))
        return evidence.times > 0 ? Kind::DateTime : Kind::Date;
    // Digits that a double would lose, and codes such as 01067, are names rather than numbers.
    const bool codes = evidence.leadingZeros > 0 && evidence.shortest == evidence.longest;
    if (!nearlyAll(numbers, evidence.present) || (wholeNumbers && (evidence.big > 0 || codes)))
        return Kind::Categorical;
    return wholeNumbers ? Kind::Integer : Kind::Real;
}

} // namespace

void Evidence::add(std::string_view text)
{
    ++present;
    shortest = std::min(shortest, text.size());
    longest = std::max(longest, text.size());
    const char first = text[0];
    const bool digit = first >= '0' && first <= '9';
    if (!digit && first != '-' && first != '+' && first != '.' && first != ',') {
        // Only true and false decide for a boolean: "yes" and "no" are the file's own words for two classes.
        if (std::string_view("tTfF").find(first) != std::string_view::npos && parseBoolean(text))
            ++booleans;
        if (first != 'n' && first != 'N' && first != 'i' && first != 'I')
            return;
    }
    const NumberShape shape = numberShape(text);
    if (shape.point || shape.comma) {
        point += shape.point ? 1 : 0;
        comma += shape.comma ? 1 : 0;
        wholePoint += shape.wholePoint ? 1 : 0;
        wholeComma += shape.wholeComma ? 1 : 0;
        onlyPoint += shape.point && !shape.comma ? 1 : 0;
        onlyComma += shape.comma && !shape.point ? 1 : 0;
        const bool either = shape.marked && shape.point && shape.comma;
        eitherComma += either && shape.wholePoint ? 1 : 0;
        eitherPoint += either && !shape.wholePoint ? 1 : 0;
        big += shape.big ? 1 : 0;
        leadingZeros += shape.leadingZero ? 1 : 0;
        return;
    }
    bool timed = false;
    for (std::size_t order = 0; digit && order < dates.size(); ++order) {
        if (const auto moment = parseDate(text, static_cast<DateOrder>(order))) {
            ++dates[order];
            timed = timed || moment->hasTime;
        }
    }
    times += timed ? 1 : 0;
}

void Evidence::add(const Evidence &other)
{
    present += other.present;
    written += other.written;
    point += other.point;
    comma += other.comma;
    wholePoint += other.wholePoint;
    wholeComma += other.wholeComma;
    onlyPoint += other.onlyPoint;
    onlyComma += other.onlyComma;
    eitherPoint += other.eitherPoint;
    eitherComma += other.eitherComma;
    big += other.big;
    leadingZeros += other.leadingZeros;
    booleans += other.booleans;
    for (std::size_t i = 0; i < dates.size(); ++i)
        dates[i] += other.dates[i];
    times += other.times;
    shortest = std::min(shortest, other.shortest);
    longest = std::max(longest, other.longest);
}

bool Evidence::looksNumeric() const
{
    return present > 0 && nearlyAll(std::min(present, std::max(point, comma)), present);
}

char decideDecimal(const std::vector<Evidence> &columns, std::optional<char> wanted, const std::string &delimiter)
{
    if (wanted)
        return *wanted;
    Evidence sum;
    for (const Evidence &column : columns) {
        // A column may mix 1.5 and 1,5: then each counts for its side.
        const std::size_t either = column.point + column.onlyComma;
        if (column.present > 0 && nearlyAll(either, column.present))
            sum.add(column);
    }
    if (sum.onlyPoint != sum.onlyComma)
        return sum.onlyPoint > sum.onlyComma ? '.' : ',';
    return delimiter != "," && sum.eitherComma > sum.eitherPoint ? ',' : '.';
}

bool decideDayFirst(const std::vector<Evidence> &columns, std::optional<bool> wanted, char decimal,
                    const std::string &delimiter)
{
    if (wanted)
        return *wanted;
    std::size_t day = 0;
    std::size_t month = 0;
    for (const Evidence &column : columns) {
        const auto order = [&](DateOrder o) { return column.dates[static_cast<std::size_t>(o)]; };
        day += order(DateOrder::DayFirst) > order(DateOrder::MonthFirst) ? 1 : 0;
        month += order(DateOrder::MonthFirst) > order(DateOrder::DayFirst) ? 1 : 0;
    }
    if (day != month)
        return day > month;
    return decimal == ',' || delimiter == ";";
}

ColumnPlan planColumn(std::string name, const Evidence &evidence, const Locale &locale, std::optional<Kind> wanted,
                      std::optional<Kind> declared, std::optional<bool> dayFirst)
{
    ColumnPlan plan{.name = std::move(name),
                    .kind = Kind::Real,
                    .decideText = false,
                    .decimal = locale.decimal,
                    .order = bestOrder(evidence, locale.dayFirst),
                    .ambiguousDates = false};
    const auto &[year, day, month] = evidence.dates;
    if (dayFirst && plan.order != DateOrder::YearFirst)
        plan.order = *dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    const std::size_t numbers = locale.decimal == ',' ? evidence.comma : evidence.point;
    const std::size_t whole = locale.decimal == ',' ? evidence.wholeComma : evidence.wholePoint;
    if (declared == Kind::Integer && evidence.big > 0)
        declared = Kind::Categorical;
    plan.kind = wanted ? *wanted : declared ? *declared : decideKind(evidence, whole == numbers, numbers);
    plan.decideText = !wanted && plan.kind == Kind::Categorical;
    const bool isDate = plan.kind == Kind::Date || plan.kind == Kind::DateTime;
    plan.ambiguousDates = isDate && !dayFirst && year < day && day == month;
    return plan;
}

bool isCategorical(std::size_t present, const std::vector<std::string> &levels)
{
    std::size_t bytes = 0;
    for (const std::string &level : levels)
        bytes += level.size();
    const bool isLong = !levels.empty() && bytes / levels.size() > 60;
    return !isLong && (levels.size() <= 20 || levels.size() * 2 <= present);
}

} // namespace assay::engine
