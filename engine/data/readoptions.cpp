// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/reader.h"

namespace assay::engine {

Json toJson(const ReadOptions &options)
{
    Json json = Json::object();
    if (options.delimiter)
        json["delimiter"] = std::string(1, *options.delimiter);
    if (options.decimal)
        json["decimal"] = std::string(1, *options.decimal);
    if (options.encoding)
        json["encoding"] = *options.encoding;
    if (options.noHeader)
        json["no_header"] = true;
    if (!options.missingTexts.empty())
        json["null"] = options.missingTexts;
    for (const auto &[column, kind] : options.kinds)
        json["kinds"][column] = name(kind);
    if (options.dayFirst)
        json["day_first"] = *options.dayFirst;
    return json;
}

ReadOptions readOptionsFromJson(const Json &json)
{
    ReadOptions options;
    const auto text = [&](const char *key) {
        const auto it = json.find(key);
        return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    const auto flag = [&](const char *key) {
        const auto it = json.find(key);
        return it != json.end() && it->is_boolean() ? std::optional(it->get<bool>()) : std::nullopt;
    };
    if (!json.is_object())
        return options;
    if (const std::string delimiter = text("delimiter"); !delimiter.empty())
        options.delimiter = delimiter[0];
    if (const std::string decimal = text("decimal"); !decimal.empty())
        options.decimal = decimal[0];
    if (const std::string encoding = text("encoding"); !encoding.empty())
        options.encoding = encoding;
    options.noHeader = flag("no_header").value_or(false);
    options.dayFirst = flag("day_first");
    if (const auto it = json.find("null"); it != json.end() && it->is_array()) {
        for (const Json &missing : *it) {
            if (missing.is_string())
                options.missingTexts.push_back(missing.get<std::string>());
        }
    }
    if (const auto it = json.find("kinds"); it != json.end() && it->is_object()) {
        for (const auto &[column, word] : it->items()) {
            if (const auto kind = word.is_string() ? kindFromName(word.get<std::string>()) : std::nullopt)
                options.kinds[column] = *kind;
        }
    }
    return options;
}

} // namespace assay::engine
