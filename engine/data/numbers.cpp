// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace assay::engine {

namespace {

constexpr std::uint64_t exactLimit = std::uint64_t(1) << 53;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equalsLower(std::string_view text, std::string_view word)
{
    return text.size() == word.size() && std::ranges::equal(text, word, {}, lower);
}

// Length of "e+12" at the end of a number, 0 when there is none, npos when what is there is no exponent.
std::size_t exponentLength(std::string_view rest)
{
    if (rest.empty())
        return 0;
    std::size_t i = 1;
    if (lower(rest[0]) != 'e')
        return std::string_view::npos;
    if (i < rest.size() && (rest[i] == '+' || rest[i] == '-'))
        ++i;
    const std::size_t digits = i;
    while (i < rest.size() && isDigit(rest[i]))
        ++i;
    return i > digits && i == rest.size() ? i : std::string_view::npos;
}

// Whether @p body (digits and marks only) is grouped as 1.234.567 by @p group up to @p decimal.
bool wellFormed(std::string_view body, char decimal, char group)
{
    const std::size_t point = body.find(decimal);
    const std::string_view whole = body.substr(0, point);
    if (point != std::string_view::npos) {
        const std::string_view fraction = body.substr(point + 1);
        if (fraction.find(decimal) != std::string_view::npos || fraction.find(group) != std::string_view::npos)
            return false;
    }
    const std::size_t first = whole.find(group);
    if (first == std::string_view::npos)
        return true;
    if (first == 0 || first > 3 || whole[0] == '0' || (whole.size() - first) % 4 != 0)
        return false;
    for (std::size_t i = first; i < whole.size(); ++i) {
        if ((whole[i] == group) != ((i - first) % 4 == 0))
            return false;
    }
    return true;
}

std::string_view withoutSign(std::string_view text)
{
    return !text.empty() && (text[0] == '+' || text[0] == '-') ? text.substr(1) : text;
}

std::optional<double> special(std::string_view text)
{
    const std::string_view word = withoutSign(text);
    const double sign = text[0] == '-' ? -1 : 1;
    if (equalsLower(word, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (equalsLower(word, "inf") || equalsLower(word, "infinity"))
        return sign * std::numeric_limits<double>::infinity();
    return std::nullopt;
}

std::optional<double> fromChars(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        const std::size_t exponent = text.find_first_of("eE");
        const bool tiny =
            exponent != std::string_view::npos ? text.substr(exponent + 1, 1) == "-" : text.starts_with('0');
        return tiny ? 0.0 : std::numeric_limits<double>::infinity();
    }
    return value;
}

constexpr std::array<double, 16> powersOfTen{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

} // namespace

NumberShape numberShape(std::string_view text)
{
    NumberShape shape;
    const std::string_view number = withoutSign(text);
    if (number.empty())
        return shape;
    std::size_t size = 0;
    std::size_t points = 0;
    std::size_t commas = 0;
    for (; size < number.size(); ++size) {
        const char c = number[size];
        points += c == '.' ? 1 : 0;
        commas += c == ',' ? 1 : 0;
        if (!isDigit(c) && c != '.' && c != ',')
            break;
    }
    if (size == points + commas) {
        const bool word = special(text).has_value();
        shape.point = shape.comma = word;
        return shape;
    }
    const std::size_t exponent = exponentLength(number.substr(size));
    if (exponent == std::string_view::npos)
        return shape;
    const std::string_view body = number.substr(0, size);
    shape.marked = points + commas > 0;
    shape.point = !shape.marked || wellFormed(body, '.', ',');
    shape.comma = !shape.marked || wellFormed(body, ',', '.');
    shape.wholePoint = shape.point && points == 0 && exponent == 0;
    shape.wholeComma = shape.comma && commas == 0 && exponent == 0;
    if (!shape.marked && exponent == 0) {
        shape.leadingZero = body.size() > 1 && body[0] == '0';
        std::uint64_t value = 0;
        const auto result = body.size() < 16 ? std::from_chars_result{}
                                             : std::from_chars(body.data(), body.data() + body.size(), value);
        shape.big = result.ec != std::errc() || value > exactLimit;
    }
    return shape;
}

std::optional<double> parseNumber(std::string_view text, char decimal)
{
    // Up to 15 digits and a short fraction: the quotient of two exact doubles is the nearest double (Clinger 1990).
    std::uint64_t mantissa = 0;
    std::size_t digits = 0;
    std::size_t point = std::string_view::npos;
    std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    for (; i < text.size(); ++i) {
        if (isDigit(text[i])) {
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[i] - '0');
            ++digits;
        } else if (text[i] == decimal && point == std::string_view::npos) {
            point = i;
        } else {
            break;
        }
    }
    if (i == text.size() && digits > 0 && digits <= 15) {
        const std::size_t fraction = point == std::string_view::npos ? 0 : text.size() - point - 1;
        const double value = static_cast<double>(mantissa) / powersOfTen[fraction];
        return text[0] == '-' ? 0.0 - value : value;
    }
    const NumberShape shape = numberShape(text);
    if (!(decimal == ',' ? shape.comma : shape.point))
        return std::nullopt;
    if (const auto word = special(text))
        return word;
    std::string plain;
    plain.reserve(text.size());
    const char group = decimal == ',' ? '.' : ',';
    for (const char c : text.substr(text[0] == '+' ? 1 : 0)) {
        if (c != group)
            plain += c == decimal ? '.' : c;
    }
    const auto value = fromChars(plain);
    return value ? std::optional(*value + 0.0) : value; // no negative zero
}

std::optional<bool> parseBoolean(std::string_view text)
{
    if (equalsLower(text, "true") || equalsLower(text, "yes"))
        return true;
    if (equalsLower(text, "false") || equalsLower(text, "no"))
        return false;
    return std::nullopt;
}

MissingTexts::MissingTexts(const std::vector<std::string> &more)
    : m_texts{"NA", "N/A", "NaN", "null", "NULL", "None", "?"}
{
    m_texts.insert(m_texts.end(), more.begin(), more.end());
    for (const std::string &text : m_texts) {
        m_longest = std::max(m_longest, text.size());
        if (!text.empty())
            m_starts[static_cast<unsigned char>(text[0])] = true;
    }
}

bool MissingTexts::contains(std::string_view text) const
{
    if (text.empty())
        return true;
    if (text.size() > m_longest || !m_starts[static_cast<unsigned char>(text[0])])
        return false;
    return std::ranges::find(m_texts, text) != m_texts.end();
}

} // namespace assay::engine
