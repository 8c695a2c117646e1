// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/core/json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assay {

using ParamValue = std::variant<bool, std::int64_t, double, std::string>;
using Params = std::map<std::string, ParamValue>;

enum class ParamType { Boolean, Integer, Real, Choice };

/// A parameter that describes itself: the one source of validation, of what a run logs, of command line options and of
/// the form in the window. Bounds are inclusive unless `minimumExcluded`.
struct ParamSpec
{
    std::string name; ///< the field's standard name (`C`, `max_depth`)
    ParamType type = ParamType::Real;
    ParamValue defaultValue = 0.0;
    std::string help;
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    std::vector<std::string> choices = {};
    bool minimumExcluded = false;
    bool logarithmic = false; ///< a form steps it by factors
};

/// "boolean", "integer", "real", "choice".
const char *name(ParamType type);

/// What a value looks like to a person and in the store: shortest text that reads back the same.
std::string toText(const ParamValue &value);
Json toJson(const ParamValue &value);
Json toJson(const Params &params);
/// `{"name","type","default","min","max","choices","help"}` as the command line promises.
Json toJson(const ParamSpec &spec);
Params paramsFromJson(const Json &json);

/// Reads @p text under @p spec. Errors: `bad_parameter` says type, range or choices.
Result<ParamValue> parseParam(const ParamSpec &spec, const std::string &text);
/// Checks @p value under @p spec, turning whole numbers into reals where a real is asked for.
Result<ParamValue> checkParam(const ParamSpec &spec, const ParamValue &value);
/// Defaults, overridden by @p given. Errors: `unknown_parameter` lists the known ones, `bad_parameter`.
Result<Params> resolveParams(const std::vector<ParamSpec> &specs, const Params &given);
Result<Params> resolveParams(const std::vector<ParamSpec> &specs, const std::map<std::string, std::string> &given);

/// Typed reads of resolved parameters; asking for a name or type that was never declared is a bug and throws.
double real(const Params &params, const std::string &name);
std::int64_t integer(const Params &params, const std::string &name);
bool boolean(const Params &params, const std::string &name);
const std::string &choice(const Params &params, const std::string &name);

} // namespace assay
