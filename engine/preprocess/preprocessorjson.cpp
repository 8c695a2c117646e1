// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessor.h"

#include "engine/preprocess/encoding.h"

namespace assay::engine {

namespace {

// Numbers and levels carry no kind: they were there before the others.
EncodingPtr numericFromJson(const Json &json)
{
    return json.value("kind", "") == "dates" ? datesFromJson(json) : numbersFromJson(json);
}

EncodingPtr categoryFromJson(const Json &json)
{
    const std::string kind = json.value("kind", "");
    if (kind == "target")
        return byTargetFromJson(json);
    return kind == "text" ? textFromJson(json) : levelsFromJson(json);
}

void checkKept(const std::vector<Eigen::Index> &kept, Eigen::Index width, const Json &json)
{
    for (const Eigen::Index place : kept) {
        if (place < 0 || place >= width)
            throw Json::other_error::create(501, "a kept column that does not exist", &json);
    }
}

} // namespace

Json Preprocessor::toJson() const
{
    Json json{{"options", engine::toJson(m_options)}, {"numeric", Json::array()}, {"categories", Json::array()}};
    for (const EncodingPtr &encoding : m_numeric)
        json["numeric"].push_back(encoding->toJson());
    for (const EncodingPtr &encoding : m_categories)
        json["categories"].push_back(encoding->toJson());
    if (!m_kept.empty())
        json["kept"] = m_kept;
    if (!m_projection.isEmpty())
        json["components"] = m_projection.toJson();
    json["notes"] = m_notes;
    return json;
}

Result<Preprocessor> Preprocessor::fromJson(const Json &json)
{
    Preprocessor fitted;
    try {
        fitted.m_options = optionsFromJson(json.at("options"));
        for (const Json &item : json.at("numeric"))
            fitted.m_numeric.push_back(numericFromJson(item));
        for (const Json &item : json.at("categories"))
            fitted.m_categories.push_back(categoryFromJson(item));
        fitted.nameColumns();
        if (json.contains("kept"))
            fitted.m_kept = json.at("kept").get<std::vector<Eigen::Index>>();
        checkKept(fitted.m_kept, std::ssize(fitted.m_columns), json);
        if (json.contains("components"))
            fitted.m_projection = Projection::fromJson(json.at("components"));
        fitted.m_notes = json.at("notes").get<std::vector<std::string>>();
    } catch (const Json::exception &error) {
        return failure(ErrorKind::BadInput, "bad_model", "The saved preprocessing cannot be read: {}.", {error.what()});
    }
    fitted.nameColumns();
    return fitted;
}

} // namespace assay::engine
