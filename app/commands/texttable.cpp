// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/texttable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assay::app {

namespace {

constexpr std::size_t widestCell = 40;
constexpr std::size_t gap = 2;

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Line breaks and control characters would break the table.
std::string oneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return text;
}

std::string shortened(std::string text)
{
    if (textWidth(text) <= widestCell)
        return text;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (startsCharacter(text[i]) && characters++ == widestCell - 3)
            return text.substr(0, i) + "...";
    }
    return text;
}

bool looksNumeric(std::string_view cell)
{
    return cell.empty() || cell == "undefined" ||
           std::string_view("0123456789-<[").find(cell.front()) != std::string_view::npos;
}

template<class... Format>
std::string converted(double value, Format... format)
{
    std::array<char, 512> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...);
    return {buffer.data(), result.ptr};
}

} // namespace

TextTable::TextTable(std::vector<std::string> header)
    : m_header(std::move(header))
{
}

void TextTable::add(std::vector<std::string> row)
{
    row.resize(m_header.size());
    for (std::string &cell : row)
        cell = shortened(oneLine(std::move(cell)));
    m_rows.push_back(std::move(row));
}

bool TextTable::isNumeric(std::size_t column) const
{
    return column > 0 && std::ranges::all_of(m_rows, [column](const auto &row) { return looksNumeric(row[column]); });
}

std::string TextTable::text(int indent) const
{
    std::vector<std::size_t> widths;
    std::vector<bool> right;
    for (std::size_t c = 0; c < m_header.size(); ++c) {
        std::size_t width = textWidth(m_header[c]);
        for (const auto &row : m_rows)
            width = std::max(width, textWidth(row[c]));
        widths.push_back(width);
        right.push_back(isNumeric(c));
    }
    std::string text;
    const auto addRow = [&](const std::vector<std::string> &row) {
        std::string line(static_cast<std::size_t>(indent), ' ');
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string padding(widths[c] - textWidth(row[c]), ' ');
            line += (c > 0 ? std::string(gap, ' ') : std::string()) + (right[c] ? padding + row[c] : row[c] + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    };
    addRow(m_header);
    for (const auto &row : m_rows)
        addRow(row);
    return text;
}

std::string countText(std::uint64_t count)
{
    std::string digits = std::to_string(count);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string countText(std::uint64_t count, const char *noun)
{
    return countText(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    const bool whole = std::nearbyint(value) == value && std::abs(value) < 1e9;
    return whole ? converted(value, std::chars_format::fixed, 0) : converted(value, std::chars_format::general, 5);
}

std::string numberText(const std::optional<double> &value)
{
    return value ? numberText(*value) : std::string();
}

std::string fixedText(double value, int decimals)
{
    if (!std::isfinite(value) || std::abs(value) >= 1e6)
        return numberText(value);
    return converted(value, std::chars_format::fixed, decimals);
}

std::string metricText(const std::optional<double> &value)
{
    return value ? fixedText(*value) : "undefined";
}

std::string intervalText(const engine::Interval *interval)
{
    return interval ? '[' + fixedText(interval->low) + ", " + fixedText(interval->high) + ']' : std::string();
}

std::string pValueText(double value)
{
    return value < 0.0001 ? "< 0.0001" : fixedText(value);
}

std::string secondsText(double seconds)
{
    if (seconds < 60)
        return fixedText(seconds, seconds < 10 ? 2 : 0) + " s";
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string bytesText(std::uint64_t bytes)
{
    constexpr std::array units{"kB", "MB", "GB", "TB"};
    if (bytes < 1000)
        return std::to_string(bytes) + " B";
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    for (; value >= 999.95 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    return fixedText(value, 1) + ' ' + units[unit];
}

std::size_t textWidth(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, startsCharacter));
}

std::string headingText(std::string_view heading)
{
    return '\n' + std::string(heading) + '\n';
}

std::string listText(std::string_view heading, const std::vector<std::string> &items)
{
    if (items.empty())
        return {};
    std::string text = headingText(heading);
    for (const std::string &item : items)
        text += "  " + oneLine(item) + '\n';
    return text;
}

} // namespace assay::app
