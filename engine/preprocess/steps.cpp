// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/steps.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

const char *const automatic = "auto";

template<std::size_t n>
ParamSpec choiceSpec(const char *name, const char *help, const char *const (&texts)[n],
                     std::vector<std::string> before = {})
{
    ParamSpec spec{.name = name, .type = ParamType::Choice, .defaultValue = std::string(texts[0]), .help = help};
    spec.choices = std::move(before);
    spec.choices.insert(spec.choices.end(), std::begin(texts), std::end(texts));
    spec.defaultValue = spec.choices.front();
    return spec;
}

ParamSpec countSpec(const char *name, std::int64_t value, double maximum, const char *help)
{
    return {.name = name,
            .type = ParamType::Integer,
            .defaultValue = value,
            .help = help,
            .minimum = 1,
            .maximum = maximum};
}

ParamSpec flagSpec(const char *name, bool value, const char *help)
{
    return {.name = name, .type = ParamType::Boolean, .defaultValue = value, .help = help};
}

ParamSpec realSpec(const char *name, double value, bool minimumExcluded, const char *help)
{
    return {.name = name,
            .type = ParamType::Real,
            .defaultValue = value,
            .help = help,
            .minimum = 0,
            .minimumExcluded = minimumExcluded};
}

std::vector<ParamSpec> columnSpecs()
{
    static constexpr const char *yesNo[] = {"true", "false"};
    return {
        choiceSpec("impute", "What fills gaps in numbers; auto: the median, or nothing for models that take gaps.",
                   choices::impute, {automatic}),
        choiceSpec("missing_indicator", "A 0/1 column beside each column of numbers that has gaps.", yesNo,
                   {automatic}),
        choiceSpec("scale",
                   "Numbers to a common scale: standard (mean and standard deviation), robust (median and quartiles), "
                   "minmax (0 to 1), quantile (ranks, 0 to 1), quantile_normal (ranks, as a normal distribution).",
                   choices::scaling, {automatic, "none"}),
        choiceSpec("encode",
                   "Categories as one column a level, or by the mean of the target over their rows, out of fold in "
                   "training (Micci-Barreca 2001).",
                   choices::encode, {automatic}),
        realSpec("target_smoothing", 0, false,
                 "Rows that the overall mean counts for in target encoding; 0: by the spread within and between levels "
                 "(empirical Bayes)."),
        countSpec("max_levels", 100, 100000, "Most levels of a category with a column each; rarer ones share one."),
        countSpec("min_level_count", 1, 1000000000, "Levels with fewer training rows share one column."),
        choiceSpec("dates",
                   "Dates as seconds since 1970, as year, month, day, weekday and hour, or as those on a circle (sine "
                   "and cosine).",
                   choices::dates),
        choiceSpec("text", "Free text is left out, or its n-grams are hashed into columns.", choices::text),
        countSpec("text_features", 256, 65536, "Columns a text is hashed into."),
        countSpec("text_ngrams", 2, 8, "Longest n-gram of a text."),
        choiceSpec("text_unit", "What n-grams are made of.", choices::textUnit),
        flagSpec("outlier_flags", false,
                 "A 0/1 column beside each column of numbers with values beyond 1.5 interquartile ranges of the "
                 "quartiles (Tukey's fences)."),
    };
}

std::vector<ParamSpec> matrixSpecs()
{
    return {
        flagSpec("drop_constant", true, "Leave out columns with one value only."),
        flagSpec("drop_id_like", true, "Leave out columns that number or name the rows."),
        choiceSpec("select",
                   "Keep only the encoded columns that vary, tell most about the target (mutual_info), last on a path "
                   "of L1 penalties (l1), or survive elimination by a linear model (rfe).",
                   choices::select),
        countSpec("select_k", 20, 1000000, "Encoded columns to keep by mutual_info, l1 and rfe."),
        realSpec("variance_threshold", 0, false, "Columns that vary no more than this are left out by variance."),
        choiceSpec("reduce", "Principal components instead of columns; numbers are filled and scaled before.",
                   choices::reduce),
        realSpec("pca_components", 0.95, true,
                 "Principal components: their number, or below 1 the share of the variance they keep."),
    };
}

template<std::size_t n>
bool given(const Params &params, const char *key, const char *const (&texts)[n], std::size_t &place)
{
    const auto it = params.find(key);
    if (it == params.end())
        return false;
    const auto found = std::ranges::find(texts, std::get<std::string>(it->second));
    place = static_cast<std::size_t>(found - std::begin(texts));
    return found != std::end(texts);
}

template<class Choice, std::size_t n>
bool take(const Params &params, const char *key, const char *const (&texts)[n], Choice &out)
{
    std::size_t place = 0;
    if (!given(params, key, texts, place))
        return false;
    out = static_cast<Choice>(place);
    return true;
}

template<class Value, class Out>
void take(const Params &params, const char *key, Out &out)
{
    if (const auto it = params.find(key); it != params.end())
        out = static_cast<Out>(std::get<Value>(it->second));
}

void takeColumns(const Params &params, PreprocessOptions &options)
{
    take(params, "impute", choices::impute, options.impute);
    if (const auto it = params.find("missing_indicator"); it != params.end() && toText(it->second) != automatic)
        options.missingIndicator = toText(it->second) == "true";
    if (const auto it = params.find("scale"); it != params.end() && toText(it->second) != automatic)
        options.standardize = take(params, "scale", choices::scaling, options.scaling);
    take(params, "encode", choices::encode, options.encode);
    take<double>(params, "target_smoothing", options.targetSmoothing);
    take<std::int64_t>(params, "max_levels", options.maxLevels);
    take<std::int64_t>(params, "min_level_count", options.minLevelCount);
    take(params, "dates", choices::dates, options.dates);
    take(params, "text", choices::text, options.text);
    take<std::int64_t>(params, "text_features", options.textFeatures);
    take<std::int64_t>(params, "text_ngrams", options.textNgrams);
    take(params, "text_unit", choices::textUnit, options.textUnit);
    take<bool>(params, "outlier_flags", options.outlierFlags);
}

// Components are of filled and comparable columns: what the estimator alone would leave as it is is filled and scaled.
Result<void> prepareForComponents(const Params &params, PreprocessOptions &options)
{
    const auto isGiven = [&](const char *key) {
        const auto it = params.find(key);
        return it != params.end() && toText(it->second) != automatic;
    };
    if (options.reduce != Reduce::Pca)
        return {};
    if (options.impute == Impute::None && isGiven("impute"))
        return failure(
            ErrorKind::BadInput, "bad_parameter",
            "The parameter `impute` cannot be `none` with `reduce` `pca`: components need every gap filled.");
    if (options.components >= 1 && options.components != std::floor(options.components))
        return failure(ErrorKind::BadInput, "bad_parameter",
                       "The parameter `pca_components` cannot be `{}`: it takes a share below 1 or a whole number.",
                       {toText(options.components)});
    if (options.impute == Impute::None)
        options.impute = Impute::Median;
    options.standardize = options.standardize || !isGiven("scale");
    return {};
}

} // namespace

const std::vector<ParamSpec> &preprocessParams()
{
    static const std::vector<ParamSpec> all = [] {
        std::vector<ParamSpec> specs = columnSpecs();
        std::ranges::move(matrixSpecs(), std::back_inserter(specs));
        return specs;
    }();
    return all;
}

Result<PreprocessOptions> preprocessOptions(const PreprocessOptions &base, const Params &given)
{
    const auto resolved = resolveParams(preprocessParams(), given);
    if (!resolved)
        return Failure(resolved.error());
    Params params; // resolved, but only what was given: the rest stays as the estimator wants it
    for (const auto &[name, value] : given)
        params[name] = resolved->at(name);
    PreprocessOptions options = base;
    takeColumns(params, options);
    take<bool>(params, "drop_constant", options.dropConstant);
    take<bool>(params, "drop_id_like", options.dropIdLike);
    take(params, "select", choices::select, options.select);
    take<std::int64_t>(params, "select_k", options.selectCount);
    take<double>(params, "variance_threshold", options.varianceThreshold);
    take(params, "reduce", choices::reduce, options.reduce);
    take<double>(params, "pca_components", options.components);
    if (auto ready = prepareForComponents(params, options); !ready)
        return Failure(ready.error());
    return options;
}

} // namespace assay::engine
