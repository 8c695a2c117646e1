// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>

namespace assay {

/// Keys keep the order they were written in.
using Json = nlohmann::ordered_json;

/// A double as the command line promises it: shortest round-trip, and the strings "NaN", "Infinity", "-Infinity".
Json jsonNumber(double value);
/// `null` for an undefined value.
Json jsonNumber(const std::optional<double> &value);
Json jsonNumbers(std::span<const double> values);
/// Reads what jsonNumber() wrote; NaN for anything that is no number.
double numberFromJson(const Json &json);

/// Parses a document. Errors: `bad_json` with the byte where it stopped.
Result<Json> parseJson(const std::string &text);

} // namespace assay
