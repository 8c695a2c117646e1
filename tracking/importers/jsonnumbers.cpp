// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/jsonnumbers.h"

namespace assay::tracking {

namespace {

bool isNumber(const Json &json)
{
    return json.is_number() || json == "NaN" || json == "Infinity" || json == "-Infinity";
}

} // namespace

void eachNumber(const std::string &key, const Json &value, const std::function<void(const std::string &, double)> &take)
{
    if (isNumber(value))
        take(key, numberFromJson(value));
    else if (value.is_object() && !value.contains("_type"))
        for (const auto &[name, inner] : value.items())
            eachNumber(key.empty() ? name : key + '.' + name, inner, take);
}

} // namespace assay::tracking
