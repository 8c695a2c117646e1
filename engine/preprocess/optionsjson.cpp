// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessoptions.h"

#include <iterator>

namespace assay::engine {

namespace {

template<class Choice, std::size_t n>
const char *textOf(const char *const (&texts)[n], Choice choice)
{
    return texts[static_cast<std::size_t>(choice)];
}

// The choice saved as @p key; as it is when that is absent or unknown.
template<class Choice, std::size_t n>
void read(const Json &json, const char *key, const char *const (&texts)[n], Choice &choice)
{
    const std::string saved = json.value(key, std::string());
    for (std::size_t i = 0; i < n; ++i) {
        if (saved == texts[i])
            choice = static_cast<Choice>(i);
    }
}

} // namespace

Json toJson(const PreprocessOptions &options)
{
    return {{"impute", textOf(choices::impute, options.impute)},
            {"missing_indicator", options.missingIndicator},
            {"standardize", options.standardize},
            {"max_levels", options.maxLevels},
            {"min_level_count", options.minLevelCount},
            {"drop_constant", options.dropConstant},
            {"drop_id_like", options.dropIdLike},
            {"scale", textOf(choices::scaling, options.scaling)},
            {"encode", textOf(choices::encode, options.encode)},
            {"target_smoothing", jsonNumber(options.targetSmoothing)},
            {"dates", textOf(choices::dates, options.dates)},
            {"text", textOf(choices::text, options.text)},
            {"text_features", options.textFeatures},
            {"text_ngrams", options.textNgrams},
            {"text_unit", textOf(choices::textUnit, options.textUnit)},
            {"outlier_flags", options.outlierFlags},
            {"select", textOf(choices::select, options.select)},
            {"select_k", options.selectCount},
            {"variance_threshold", jsonNumber(options.varianceThreshold)},
            {"reduce", textOf(choices::reduce, options.reduce)},
            {"pca_components", jsonNumber(options.components)}};
}

PreprocessOptions optionsFromJson(const Json &json)
{
    PreprocessOptions options;
    read(json, "impute", choices::impute, options.impute);
    options.missingIndicator = json.at("missing_indicator").get<bool>();
    options.standardize = json.at("standardize").get<bool>();
    options.maxLevels = json.at("max_levels").get<std::size_t>();
    options.minLevelCount = json.at("min_level_count").get<std::size_t>();
    options.dropConstant = json.at("drop_constant").get<bool>();
    options.dropIdLike = json.at("drop_id_like").get<bool>();
    read(json, "scale", choices::scaling, options.scaling);
    read(json, "encode", choices::encode, options.encode);
    options.targetSmoothing = json.value("target_smoothing", options.targetSmoothing);
    read(json, "dates", choices::dates, options.dates);
    read(json, "text", choices::text, options.text);
    options.textFeatures = json.value("text_features", options.textFeatures);
    options.textNgrams = json.value("text_ngrams", options.textNgrams);
    read(json, "text_unit", choices::textUnit, options.textUnit);
    options.outlierFlags = json.value("outlier_flags", options.outlierFlags);
    read(json, "select", choices::select, options.select);
    options.selectCount = json.value("select_k", options.selectCount);
    options.varianceThreshold = json.value("variance_threshold", options.varianceThreshold);
    read(json, "reduce", choices::reduce, options.reduce);
    options.components = json.value("pca_components", options.components);
    return options;
}

} // namespace assay::engine
