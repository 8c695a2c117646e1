// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/json.h"

#include <cmath>
#include <limits>

namespace assay {

namespace {

/// Nothing that is read here is nested deeper; whoever walks a document by recursion may rely on it.
constexpr int deepestJson = 64;

/// Where the first bracket opens below the deepest level; the size of @p text when none does. Brackets in strings are
/// text.
std::size_t tooDeepAt(const std::string &text)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > deepestJson)
            return i;
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
    }
    return text.size();
}

} // namespace

Json jsonNumber(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    return value;
}

Json jsonNumber(const std::optional<double> &value)
{
    return value ? jsonNumber(*value) : Json();
}

Json jsonNumbers(std::span<const double> values)
{
    Json array = Json::array();
    for (const double value : values)
        array.push_back(jsonNumber(value));
    return array;
}

double numberFromJson(const Json &json)
{
    if (json.is_number())
        return json.get<double>();
    if (json == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (json == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    return std::numeric_limits<double>::quiet_NaN();
}

Result<Json> parseJson(const std::string &text)
{
    if (const std::size_t deep = tooDeepAt(text); deep < text.size())
        return failure(ErrorKind::BadInput, "bad_json",
                       "This JSON is nested more than {} levels deep at byte {}: nothing that is read here is.",
                       {std::to_string(deepestJson), std::to_string(deep)});
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        return failure(ErrorKind::BadInput, "bad_json", "This is not JSON: reading stopped at byte {}.",
                       {std::to_string(error.byte)});
    } catch (const Json::exception &) {
        return failure(ErrorKind::BadInput, "bad_json", "This JSON holds a number that is too large to be read.");
    }
}

} // namespace assay
