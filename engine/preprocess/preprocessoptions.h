// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"

#include <cstddef>

namespace assay::engine {

enum class Impute { None, Median, Mean, MostFrequent };
enum class Scaling {
    Standard,        ///< (x − mean) / sd, population sd
    Robust,          ///< (x − median) / (third − first quartile)
    MinMax,          ///< onto [0, 1]
    QuantileUniform, ///< by rank onto [0, 1]
    QuantileNormal   ///< by rank onto a standard normal distribution
};
enum class Encode { OneHot, Target };
enum class Dates { Seconds, Parts, Cyclic };
enum class TextUse { Drop, Hash };
enum class TextUnit { Word, Character };
enum class Select { None, Variance, MutualInfo, L1, Rfe };
enum class Reduce { None, Pca };

struct PreprocessOptions
{
    Impute impute = Impute::Median; ///< None keeps NaN, for estimators that take it
    bool missingIndicator = false;  ///< a 0/1 column beside each numeric column that had missing values in training
    bool standardize = true;        ///< scale numeric columns, the way `scaling` says
    std::size_t maxLevels = 100;    ///< rarer levels of a categorical column become "(other)"
    std::size_t minLevelCount = 1;  ///< levels with fewer training rows become "(other)"
    bool dropConstant = true;
    bool dropIdLike = true; ///< texts and integers distinct in (nearly) every row, free text
    Scaling scaling = Scaling::Standard;
    Encode encode = Encode::OneHot;
    double targetSmoothing = 0; ///< rows the prior counts for; 0: empirical Bayes
    Dates dates = Dates::Seconds;
    TextUse text = TextUse::Drop;
    std::size_t textFeatures = 256;
    std::size_t textNgrams = 2;
    TextUnit textUnit = TextUnit::Word;
    bool outlierFlags = false;
    Select select = Select::None;
    std::size_t selectCount = 20; ///< encoded columns to keep
    double varianceThreshold = 0;
    Reduce reduce = Reduce::None;
    double components = 0.95; ///< below 1 a share of the variance, else a number of components

    bool operator==(const PreprocessOptions &) const = default;

    /// Whether a step learns from the target.
    bool needsTarget() const
    {
        return encode == Encode::Target || (select != Select::None && select != Select::Variance);
    }
};

/// Every option by its parameter's name; what an older model has not saved keeps its default.
Json toJson(const PreprocessOptions &options);
PreprocessOptions optionsFromJson(const Json &json);

/// Texts of the choices, in the order of their enumerations.
namespace choices {
inline constexpr const char *impute[] = {"none", "median", "mean", "most_frequent"};
inline constexpr const char *scaling[] = {"standard", "robust", "minmax", "quantile", "quantile_normal"};
inline constexpr const char *encode[] = {"onehot", "target"};
inline constexpr const char *dates[] = {"seconds", "parts", "cyclic"};
inline constexpr const char *text[] = {"drop", "hash"};
inline constexpr const char *textUnit[] = {"word", "char"};
inline constexpr const char *select[] = {"none", "variance", "mutual_info", "l1", "rfe"};
inline constexpr const char *reduce[] = {"none", "pca"};
} // namespace choices

} // namespace assay::engine
