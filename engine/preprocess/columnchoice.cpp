// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/columnchoice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace assay::engine {

namespace {

// Below this many rows nothing can be told from all values being distinct.
constexpr std::size_t fewRows = 20;

// The words of a name: "PassengerId" and "passenger_id" end in the word "id".
std::string lastWord(const std::string &name)
{
    const auto letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    std::size_t end = name.size();
    while (end > 0 && !letter(name[end - 1]))
        --end;
    std::size_t begin = end;
    while (begin > 0 && letter(name[begin - 1])) {
        --begin;
        const bool capital = std::isupper(static_cast<unsigned char>(name[begin])) != 0;
        if (capital && begin > 0 && std::islower(static_cast<unsigned char>(name[begin - 1])) != 0)
            break;
    }
    std::string word = name.substr(begin, end - begin);
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

bool namedLikeId(const std::string &name)
{
    static constexpr std::array words{"id", "ids", "uuid", "guid", "index", "rowid", "rownum"};
    return std::ranges::find(words, lastWord(name)) != words.end();
}

std::vector<double> presentNumbers(const Column &column, const Rows &rows)
{
    std::vector<double> values;
    values.reserve(rows.size());
    for (const Row row : rows) {
        if (!column.isMissing(row))
            values.push_back(column.isNumeric() ? column.numbers()[row] : static_cast<double>(column.times()[row]));
    }
    return values;
}

// Values that rise (or fall) from row to row, or fill their range nearly without gaps: a counter, in order or shuffled.
bool countsUp(const std::vector<double> &inRowOrder, const std::vector<double> &sorted)
{
    const bool rises = std::ranges::adjacent_find(inRowOrder, std::greater_equal{}) == inRowOrder.end();
    const bool falls = std::ranges::adjacent_find(inRowOrder, std::less_equal{}) == inRowOrder.end();
    const double span = sorted.back() - sorted.front() + 1;
    return rises || falls || span <= 1.02 * static_cast<double>(sorted.size());
}

std::optional<std::string> dropNumeric(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    const std::vector<double> values = presentNumbers(column, rows);
    const std::string name = '`' + column.name() + '`';
    if (values.empty())
        return name + " is left out: it has no value in the training rows.";
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const bool gapsTell = values.size() < rows.size() && (options.impute == Impute::None || options.missingIndicator);
    if (options.dropConstant && sorted.front() == sorted.back() && !gapsTell)
        return name + " is left out: it is constant in the training rows.";
    if (!options.dropIdLike || column.kind() != Kind::Integer || values.size() < fewRows)
        return std::nullopt;
    const auto repeats = static_cast<std::size_t>(std::ranges::distance(std::ranges::unique(sorted)));
    sorted.resize(sorted.size() - repeats);
    const bool nearlyDistinct = static_cast<double>(sorted.size()) >= 0.98 * static_cast<double>(values.size());
    if (nearlyDistinct && (namedLikeId(column.name()) || countsUp(values, sorted)))
        return name + " is left out: it numbers the rows.";
    return std::nullopt;
}

struct Distinct
{
    std::size_t present = 0;
    std::size_t distinct = 0;

    bool nearlyAll() const
    {
        return present >= fewRows && static_cast<double>(distinct) >= 0.9 * static_cast<double>(present);
    }
    bool tooManyFor(std::size_t maxLevels) const { return distinct > maxLevels || 2 * distinct > present; }
};

Distinct distinctLevels(const Column &column, const Rows &rows)
{
    Distinct count;
    std::vector<bool> seen(column.levels().size(), false);
    for (const Row row : rows) {
        const std::int32_t code = column.codes()[row];
        if (code == Column::missingCode)
            continue;
        ++count.present;
        count.distinct += seen[code] ? 0 : 1;
        seen[code] = true;
    }
    return count;
}

std::optional<std::string> dropCategories(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    const Distinct count = distinctLevels(column, rows);
    const std::string name = '`' + column.name() + '`';
    if (count.present == 0)
        return name + " is left out: it has no value in the training rows.";
    if (options.dropConstant && count.distinct == 1 && count.present == rows.size())
        return name + " is left out: it is constant in the training rows.";
    if (!options.dropIdLike || options.text == TextUse::Hash || count.present < fewRows)
        return std::nullopt;
    if (count.nearlyAll())
        return name + " is left out: its text is different in nearly every row.";
    if (column.kind() == Kind::Text && count.tooManyFor(options.maxLevels))
        return name + " is left out: it is free text.";
    return std::nullopt;
}

} // namespace

std::optional<std::string> reasonToDrop(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    return column.storage() == Storage::Codes ? dropCategories(column, rows, options)
                                              : dropNumeric(column, rows, options);
}

bool isFreeText(const Column &column, const Rows &rows, const PreprocessOptions &options)
{
    const Distinct count = distinctLevels(column, rows);
    return count.nearlyAll() || (column.kind() == Kind::Text && count.tooManyFor(options.maxLevels));
}

} // namespace assay::engine
