// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profilewarnings.h"

#include "engine/data/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace assay::engine {

namespace {

std::string percent(std::size_t part, std::size_t whole)
{
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.3g %%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return buffer;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// "id", "customer_id", "PassengerId", "row index": what names of identifiers end with.
bool isIdName(const std::string &written)
{
    const std::string name = lowered(written);
    const bool camel = written.ends_with("Id") || written.ends_with("ID");
    return name == "id" || name == "index" || name == "key" || name == "uuid" || name == "row" ||
           name.ends_with("_id") || name.ends_with(" id") || name.ends_with("-id") || name.ends_with("_key") ||
           name.ends_with("uuid") || camel;
}

bool isConsecutive(const ColumnProfile &profile)
{
    return profile.min && *profile.max - *profile.min + 1 == static_cast<double>(profile.distinct);
}

// Cells of a text column that are numbers.
std::size_t numberCells(const Column &column)
{
    std::vector<bool> isNumber;
    for (const std::string &level : column.levels()) {
        const NumberShape shape = level.empty() ? NumberShape{} : numberShape(level);
        isNumber.push_back(shape.point || shape.comma);
    }
    return static_cast<std::size_t>(std::ranges::count_if(
        column.codes(), [&](std::int32_t code) { return code != Column::missingCode && isNumber[code]; }));
}

std::optional<DataWarning> mixedTypes(const Column &column)
{
    if (column.storage() != Storage::Codes)
        return std::nullopt;
    const std::size_t present = column.rows() - column.missingCount();
    const std::size_t numbers = numberCells(column);
    if (numbers * 20 < present || numbers == present || numbers == 0)
        return std::nullopt;
    return DataWarning{.code = "mixed_types",
                       .column = column.name(),
                       .message = "`" + column.name() + "` mixes numbers (" + percent(numbers, present) +
                                  ") with other texts and is treated as text."};
}

std::optional<DataWarning> outliers(const Column &column, const ColumnProfile &profile)
{
    if (!column.isNumeric() || column.kind() == Kind::Boolean || profile.distinct <= 20)
        return std::nullopt;
    const double spread = *profile.q75 - *profile.q25;
    if (!(spread > 0))
        return std::nullopt;
    const double low = *profile.q25 - 3 * spread;
    const double high = *profile.q75 + 3 * spread;
    const auto count = std::ranges::count_if(column.numbers(), [&](double v) { return v < low || v > high; });
    if (count == 0)
        return std::nullopt;
    char bounds[80];
    std::snprintf(bounds, sizeof bounds, "%.6g to %.6g", low, high);
    return DataWarning{.code = "outliers",
                       .column = column.name(),
                       .message = std::to_string(count) + " values of `" + column.name() +
                                  "` lie beyond three quartile ranges (" + bounds +
                                  "); they may be slips or marks for missing values."};
}

} // namespace

bool isIdLike(const Column &column, const ColumnProfile &profile)
{
    const bool allDistinct = profile.missing == 0 && profile.distinct == column.rows() && column.rows() >= 20;
    if (!allDistinct)
        return false;
    if (column.storage() == Storage::Codes)
        return true;
    return column.kind() == Kind::Integer && (isIdName(column.name()) || isConsecutive(profile));
}

std::vector<DataWarning> columnWarnings(const Column &column, const ColumnProfile &profile)
{
    std::vector<DataWarning> warnings;
    const std::string quoted = "`" + column.name() + "`";
    const auto warn = [&](const char *code, std::string message) {
        warnings.push_back({.code = code, .column = column.name(), .message = std::move(message)});
    };
    if (profile.distinct == 0)
        warn("constant", quoted + " has no value in any row.");
    else if (profile.distinct == 1)
        warn("constant", quoted + " is `" + profile.minText + "` wherever it has a value.");
    const bool idLike = isIdLike(column, profile);
    if (idLike)
        warn("id_like", quoted + " has a value of its own in every row, so it names rows rather than describing them.");
    if (!idLike && column.storage() == Storage::Codes && profile.distinct > 50)
        warn("high_cardinality", quoted + " has " + std::to_string(profile.distinct) + " different values.");
    if (profile.missing * 2 > column.rows())
        warn("mostly_missing", quoted + " is missing in " + percent(profile.missing, column.rows()) + " of the rows.");
    if (auto mixed = mixedTypes(column))
        warnings.push_back(std::move(*mixed));
    if (auto far = outliers(column, profile))
        warnings.push_back(std::move(*far));
    return warnings;
}

bool isClassTarget(const ColumnProfile &target)
{
    const bool quantity = target.kind == Kind::Real || target.kind == Kind::Integer;
    return target.distinct <= 20 || !quantity;
}

std::optional<DataWarning> imbalance(const ColumnProfile &target)
{
    if (!isClassTarget(target) || target.distinct < 2 || target.distinct > 10)
        return std::nullopt;
    std::size_t total = 0;
    for (const ValueCount &value : target.top)
        total += value.count;
    const ValueCount &rarest = target.top.back();
    // Two classes: under a tenth; more: under a fifth of an even share.
    const double limit = 0.2 / static_cast<double>(target.distinct);
    if (static_cast<double>(rarest.count) >= limit * static_cast<double>(total))
        return std::nullopt;
    return DataWarning{.code = "imbalanced_target",
                       .column = target.name,
                       .message = "Only " + percent(rarest.count, total) + " of the rows have `" + rarest.value +
                                  "` in `" + target.name + "`: accuracy says little here."};
}

std::string guessTarget(const Table &table, const std::vector<ColumnProfile> &profiles)
{
    static constexpr std::array known{"target",   "label",     "class",   "y",        "outcome",
                                      "survived", "diagnosis", "income",  "default",  "approved",
                                      "churn",    "churned",   "fraud",   "is_fraud", "response",
                                      "species",  "price",     "quality", "result",   "progression"};
    const auto usable = [&](std::size_t i) {
        return profiles[i].distinct >= 2 && !isIdLike(table.column(i), profiles[i]);
    };
    const auto isClass = [&](std::size_t i) {
        const bool isTime = storageOf(profiles[i].kind) == Storage::Times;
        return profiles[i].distinct <= 20 && profiles[i].distinct * 2 <= table.rows() && !isTime &&
               profiles[i].missing * 2 < table.rows();
    };
    const auto byName = [&](bool classes) {
        for (const char *name : known) {
            for (std::size_t i = profiles.size(); i-- > 0;) {
                if (lowered(profiles[i].name) == name && usable(i) && (!classes || isClass(i)))
                    return profiles[i].name;
            }
        }
        return std::string();
    };
    if (std::string name = byName(true); !name.empty() || profiles.empty())
        return name;
    const std::size_t last = profiles.size() - 1;
    return usable(last) && isClass(last) ? profiles[last].name : byName(false);
}

} // namespace assay::engine
