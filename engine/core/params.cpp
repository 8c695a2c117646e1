// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/params.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace assay {

namespace {

const ParamSpec *find(const std::vector<ParamSpec> &specs, const std::string &name)
{
    const auto it = std::ranges::find(specs, name, &ParamSpec::name);
    return it == specs.end() ? nullptr : &*it;
}

template<class Number>
std::optional<Number> readNumber(const std::string &text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string accepted(const ParamSpec &spec)
{
    if (spec.type == ParamType::Boolean)
        return "true or false";
    if (spec.type == ParamType::Choice)
        return "one of " + quotedList(spec.choices);
    std::string text = spec.type == ParamType::Integer ? "a whole number" : "a number";
    if (spec.minimum)
        text += (spec.minimumExcluded ? " above " : " of at least ") + toText(*spec.minimum);
    if (spec.maximum)
        text += (spec.minimum ? " and" : " of") + std::string(" at most ") + toText(*spec.maximum);
    return text;
}

Failure badParam(const ParamSpec &spec, const std::string &text)
{
    return failure(ErrorKind::BadInput, "bad_parameter", "The parameter `{}` cannot be `{}`: it takes {}.",
                   {spec.name, text, accepted(spec)});
}

bool inRange(const ParamSpec &spec, double value)
{
    if (!std::isfinite(value))
        return false;
    if (spec.minimum && (spec.minimumExcluded ? value <= *spec.minimum : value < *spec.minimum))
        return false;
    return !spec.maximum || value <= *spec.maximum;
}

Failure unknownParam(const std::vector<ParamSpec> &specs, const std::string &name)
{
    std::vector<std::string> names;
    for (const ParamSpec &spec : specs)
        names.push_back(spec.name);
    if (names.empty())
        return failure(ErrorKind::BadInput, "unknown_parameter", "There is no parameter `{}`: this model takes none.",
                       {name});
    return failure(ErrorKind::BadInput, "unknown_parameter", "There is no parameter `{}`; there are {}.",
                   {name, quotedList(names, 40)});
}

template<class Value, class Read>
Result<Params> resolve(const std::vector<ParamSpec> &specs, const std::map<std::string, Value> &given, Read read)
{
    Params params;
    for (const ParamSpec &spec : specs)
        params[spec.name] = spec.defaultValue;
    for (const auto &[name, value] : given) {
        const ParamSpec *spec = find(specs, name);
        if (!spec)
            return unknownParam(specs, name);
        auto parsed = read(*spec, value);
        if (!parsed)
            return Failure(parsed.error());
        params[name] = std::move(*parsed);
    }
    return params;
}

} // namespace

const char *name(ParamType type)
{
    switch (type) {
    case ParamType::Boolean:
        return "boolean";
    case ParamType::Integer:
        return "integer";
    case ParamType::Real:
        return "real";
    case ParamType::Choice:
        break;
    }
    return "choice";
}

std::string toText(const ParamValue &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    char buffer[32];
    const auto result = std::holds_alternative<double>(value)
                            ? std::to_chars(buffer, buffer + sizeof buffer, std::get<double>(value))
                            : std::to_chars(buffer, buffer + sizeof buffer, std::get<std::int64_t>(value));
    return {buffer, result.ptr};
}

Json toJson(const ParamValue &value)
{
    if (const auto *number = std::get_if<double>(&value))
        return jsonNumber(*number);
    return std::visit([](const auto &v) { return Json(v); }, value);
}

Json toJson(const Params &params)
{
    Json json = Json::object();
    for (const auto &[name, value] : params)
        json[name] = toJson(value);
    return json;
}

Json toJson(const ParamSpec &spec)
{
    Json json{{"name", spec.name}, {"type", name(spec.type)}, {"default", toJson(spec.defaultValue)}};
    json["min"] = spec.minimum ? jsonNumber(*spec.minimum) : Json();
    json["max"] = spec.maximum ? jsonNumber(*spec.maximum) : Json();
    json["choices"] = spec.choices;
    json["help"] = spec.help;
    return json;
}

Params paramsFromJson(const Json &json)
{
    Params params;
    for (const auto &[name, value] : json.items()) {
        if (value.is_boolean())
            params[name] = value.get<bool>();
        else if (value.is_number_integer())
            params[name] = value.get<std::int64_t>();
        else if (value.is_number())
            params[name] = value.get<double>();
        else if (value.is_string())
            params[name] = value.get<std::string>();
    }
    return params;
}

Result<ParamValue> parseParam(const ParamSpec &spec, const std::string &text)
{
    switch (spec.type) {
    case ParamType::Boolean:
        if (text == "true" || text == "1" || text == "false" || text == "0")
            return ParamValue(text == "true" || text == "1");
        break;
    case ParamType::Integer:
        if (const auto value = readNumber<std::int64_t>(text))
            return checkParam(spec, *value);
        break;
    case ParamType::Real:
        if (const auto value = readNumber<double>(text))
            return checkParam(spec, *value);
        break;
    case ParamType::Choice:
        return checkParam(spec, text);
    }
    return badParam(spec, text);
}

Result<ParamValue> checkParam(const ParamSpec &spec, const ParamValue &value)
{
    const auto *whole = std::get_if<std::int64_t>(&value);
    const auto *number = std::get_if<double>(&value);
    const auto *text = std::get_if<std::string>(&value);
    switch (spec.type) {
    case ParamType::Boolean:
        if (std::holds_alternative<bool>(value))
            return value;
        break;
    case ParamType::Integer:
        if (whole && inRange(spec, static_cast<double>(*whole)))
            return value;
        break;
    case ParamType::Real:
        if (whole && inRange(spec, static_cast<double>(*whole)))
            return ParamValue(static_cast<double>(*whole));
        if (number && inRange(spec, *number))
            return value;
        break;
    case ParamType::Choice:
        if (text && std::ranges::find(spec.choices, *text) != spec.choices.end())
            return value;
        break;
    }
    return badParam(spec, toText(value));
}

Result<Params> resolveParams(const std::vector<ParamSpec> &specs, const Params &given)
{
    return resolve(specs, given, checkParam);
}

Result<Params> resolveParams(const std::vector<ParamSpec> &specs, const std::map<std::string, std::string> &given)
{
    return resolve(specs, given, parseParam);
}

double real(const Params &params, const std::string &name)
{
    return std::get<double>(params.at(name));
}

std::int64_t integer(const Params &params, const std::string &name)
{
    return std::get<std::int64_t>(params.at(name));
}

bool boolean(const Params &params, const std::string &name)
{
    return std::get<bool>(params.at(name));
}

const std::string &choice(const Params &params, const std::string &name)
{
    return std::get<std::string>(params.at(name));
}

} // namespace assay
