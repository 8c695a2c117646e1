// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/json.h"

#include <cmath>
#include <limits>

namespace assay {

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
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        return failure(ErrorKind::BadInput, "bad_json", "This is not JSON: reading stopped at byte {}.",
                       {std::to_string(error.byte)});
    }
}

} // namespace assay
