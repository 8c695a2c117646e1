// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessor.h"

#include <array>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<Impute, const char *>, 4> imputeNames{{{Impute::None, "none"},
                                                                      {Impute::Median, "median"},
                                                                      {Impute::Mean, "mean"},
                                                                      {Impute::MostFrequent, "most_frequent"}}};

Json toJson(const PreprocessOptions &options)
{
    Json json;
    for (const auto &[impute, text] : imputeNames) {
        if (impute == options.impute)
            json["impute"] = text;
    }
    json["missing_indicator"] = options.missingIndicator;
    json["standardize"] = options.standardize;
    json["max_levels"] = options.maxLevels;
    json["min_level_count"] = options.minLevelCount;
    json["drop_constant"] = options.dropConstant;
    json["drop_id_like"] = options.dropIdLike;
    return json;
}

PreprocessOptions optionsFromJson(const Json &json)
{
    PreprocessOptions options;
    for (const auto &[impute, text] : imputeNames) {
        if (json.at("impute") == text)
            options.impute = impute;
    }
    options.missingIndicator = json.at("missing_indicator").get<bool>();
    options.standardize = json.at("standardize").get<bool>();
    options.maxLevels = json.at("max_levels").get<std::size_t>();
    options.minLevelCount = json.at("min_level_count").get<std::size_t>();
    options.dropConstant = json.at("drop_constant").get<bool>();
    options.dropIdLike = json.at("drop_id_like").get<bool>();
    return options;
}

} // namespace

Json Preprocessor::toJson() const
{
    Json json{{"options", engine::toJson(m_options)}, {"numeric", Json::array()}, {"categories", Json::array()}};
    for (const Numeric &numeric : m_numeric)
        json["numeric"].push_back({{"column", numeric.column},
                                   {"time", numeric.time},
                                   {"fill", jsonNumber(numeric.fill)},
                                   {"mean", jsonNumber(numeric.mean)},
                                   {"scale", jsonNumber(numeric.scale)},
                                   {"indicator", numeric.indicator}});
    for (const Categories &categories : m_categories)
        json["categories"].push_back(
            {{"column", categories.column}, {"levels", categories.levels}, {"rare", categories.rare}});
    json["notes"] = m_notes;
    return json;
}

Result<Preprocessor> Preprocessor::fromJson(const Json &json)
{
    Preprocessor fitted;
    try {
        fitted.m_options = optionsFromJson(json.at("options"));
        for (const Json &item : json.at("numeric"))
            fitted.m_numeric.push_back({.column = item.at("column").get<std::string>(),
                                        .time = item.at("time").get<bool>(),
                                        .fill = numberFromJson(item.at("fill")),
                                        .mean = numberFromJson(item.at("mean")),
                                        .scale = numberFromJson(item.at("scale")),
                                        .indicator = item.at("indicator").get<bool>()});
        for (const Json &item : json.at("categories"))
            fitted.m_categories.push_back({.column = item.at("column").get<std::string>(),
                                           .levels = item.at("levels").get<std::vector<std::string>>(),
                                           .rare = item.at("rare").get<std::vector<std::string>>()});
        fitted.m_notes = json.at("notes").get<std::vector<std::string>>();
    } catch (const Json::exception &error) {
        return failure(ErrorKind::BadInput, "bad_model", "The saved preprocessing cannot be read: {}.", {error.what()});
    }
    fitted.nameColumns();
    return fitted;
}

} // namespace assay::engine
