// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<Kind, const char *>, 7> kindNames{{{Kind::Boolean, "boolean"},
                                                                  {Kind::Integer, "integer"},
                                                                  {Kind::Real, "real"},
                                                                  {Kind::Categorical, "categorical"},
                                                                  {Kind::Text, "text"},
                                                                  {Kind::Date, "date"},
                                                                  {Kind::DateTime, "datetime"}}};

std::string numberText(double value)
{
    char buffer[32];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, result.ptr};
}

std::string timeText(std::int64_t microseconds, bool withTime)
{
    using namespace std::chrono;
    const sys_time<std::chrono::microseconds> time{std::chrono::microseconds(microseconds)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    char buffer[48];
    int size = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!withTime)
        return {buffer, static_cast<std::size_t>(size)};
    const auto rest = (time - day).count();
    size +=
        std::snprintf(buffer + size, sizeof buffer - size, "T%02d:%02d:%02d", static_cast<int>(rest / 3'600'000'000),
                      static_cast<int>(rest / 60'000'000 % 60), static_cast<int>(rest / 1'000'000 % 60));
    if (rest % 1'000'000 != 0)
        size += std::snprintf(buffer + size, sizeof buffer - size, ".%06d", static_cast<int>(rest % 1'000'000));
    return {buffer, static_cast<std::size_t>(size)};
}

// Distinct values in order, and each value's place among them.
template<class Value, class IsMissing, class Label>
Column::Groups groupValues(std::span<const Value> values, IsMissing isMissing, Label label)
{
    std::vector<Value> distinct;
    std::ranges::copy_if(values, std::back_inserter(distinct), [&](Value v) { return !isMissing(v); });
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    Column::Groups groups;
    for (const Value value : distinct)
        groups.labels.push_back(label(value));
    groups.codes.reserve(values.size());
    for (const Value value : values) {
        const auto place = std::ranges::lower_bound(distinct, value) - distinct.begin();
        groups.codes.push_back(isMissing(value) ? Column::missingCode : static_cast<std::int32_t>(place));
    }
    return groups;
}

template<class Value>
std::vector<Value> selected(const std::vector<Value> &values, std::span<const Row> rows)
{
    std::vector<Value> out;
    if (values.empty())
        return out;
    out.reserve(rows.size());
    for (const Row row : rows)
        out.push_back(values[row]);
    return out;
}

} // namespace

const char *name(Kind kind)
{
    return kindNames[static_cast<std::size_t>(kind)].second;
}

std::optional<Kind> kindFromName(std::string_view text)
{
    for (const auto &[kind, name] : kindNames) {
        if (text == name)
            return kind;
    }
    return std::nullopt;
}

Storage storageOf(Kind kind)
{
    switch (kind) {
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Real:
        return Storage::Numbers;
    case Kind::Date:
    case Kind::DateTime:
        return Storage::Times;
    case Kind::Categorical:
    case Kind::Text:
        break;
    }
    return Storage::Codes;
}

Column::Column(std::string name, Kind kind)
    : m_name(std::move(name))
    , m_kind(kind)
{
}

Column Column::numbers(std::string name, Kind kind, std::vector<double> values)
{
    Column column(std::move(name), kind);
    // One NaN and one zero, so that equal cells have equal bytes and tables equal digests.
    for (double &value : values) {
        const bool missing = std::isnan(value);
        column.m_missing += missing ? 1 : 0;
        value = missing ? std::numeric_limits<double>::quiet_NaN() : value + 0.0;
    }
    column.m_numbers = std::move(values);
    return column;
}

Column Column::codes(std::string name, Kind kind, std::vector<std::int32_t> codes, std::vector<std::string> levels)
{
    Column column(std::move(name), kind);
    std::vector<std::int32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::int32_t i) -> const std::string & { return levels[i]; });
    std::vector<std::int32_t> place(levels.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = static_cast<std::int32_t>(i);
    for (std::int32_t &code : codes) {
        if (code == missingCode)
            ++column.m_missing;
        else
            code = place[code];
    }
    column.m_codes = std::move(codes);
    column.m_levels.reserve(levels.size());
    for (const std::int32_t i : order)
        column.m_levels.push_back(std::move(levels[i]));
    return column;
}

Column Column::texts(std::string name, Kind kind, const std::vector<std::optional<std::string>> &texts)
{
    std::unordered_map<std::string, std::int32_t> index;
    std::vector<std::string> levels;
    std::vector<std::int32_t> codes;
    codes.reserve(texts.size());
    for (const auto &text : texts) {
        if (!text) {
            codes.push_back(missingCode);
            continue;
        }
        const auto [it, isNew] = index.try_emplace(*text, static_cast<std::int32_t>(levels.size()));
        if (isNew)
            levels.push_back(*text);
        codes.push_back(it->second);
    }
    return Column::codes(std::move(name), kind, std::move(codes), std::move(levels));
}

Column Column::times(std::string name, Kind kind, std::vector<std::int64_t> microseconds)
{
    Column column(std::move(name), kind);
    column.m_missing = static_cast<std::size_t>(std::ranges::count(microseconds, missingTime));
    column.m_times = std::move(microseconds);
    return column;
}

std::size_t Column::rows() const
{
    return std::max({m_numbers.size(), m_codes.size(), m_times.size()});
}

bool Column::isMissing(Row row) const
{
    switch (storage()) {
    case Storage::Numbers:
        return std::isnan(m_numbers[row]);
    case Storage::Codes:
        return m_codes[row] == missingCode;
    case Storage::Times:
        break;
    }
    return m_times[row] == missingTime;
}

std::string Column::text(Row row) const
{
    if (isMissing(row))
        return {};
    switch (storage()) {
    case Storage::Numbers:
        if (m_kind == Kind::Boolean)
            return m_numbers[row] != 0 ? "true" : "false";
        return numberText(m_numbers[row]);
    case Storage::Codes:
        return m_levels[m_codes[row]];
    case Storage::Times:
        break;
    }
    return timeText(m_times[row], m_kind == Kind::DateTime);
}

Column::Groups Column::groups() const
{
    switch (storage()) {
    case Storage::Numbers:
        return groupValues(
            numbers(), [](double v) { return std::isnan(v); },
            [this](double v) {
                if (m_kind == Kind::Boolean)
                    return std::string(v != 0 ? "true" : "false");
                return numberText(v);
            });
    case Storage::Codes:
        return {.codes = m_codes, .labels = m_levels};
    case Storage::Times:
        break;
    }
    return groupValues(
        times(), [](std::int64_t t) { return t == missingTime; },
        [this](std::int64_t t) { return timeText(t, m_kind == Kind::DateTime); });
}

Column Column::select(std::span<const Row> rows) const
{
    Column column(m_name, m_kind);
    column.m_numbers = selected(m_numbers, rows);
    column.m_codes = selected(m_codes, rows);
    column.m_times = selected(m_times, rows);
    column.m_levels = m_levels;
    for (std::size_t i = 0; i < column.rows(); ++i)
        column.m_missing += column.isMissing(static_cast<Row>(i)) ? 1 : 0;
    return column;
}

Column Column::renamed(std::string name) const
{
    Column column = *this;
    column.m_name = std::move(name);
    return column;
}

} // namespace assay::engine
