// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/numberscale.h"

#include "engine/data/columnprofile.h"
#include "engine/preprocess/statistics.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <limits>

namespace assay::engine {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t mostQuantiles = 1000;
constexpr double outermost = 1e-7 - std::numeric_limits<double>::epsilon(); // ranks closer to 0 or 1 are not told apart

double fillValue(Impute impute, std::vector<double> present)
{
    if (impute == Impute::None)
        return nan;
    if (present.empty())
        return 0;
    switch (impute) {
    case Impute::Mean:
        return mean(present);
    case Impute::MostFrequent:
        return mostFrequent(present);
    default:
        return median(present);
    }
}

double notZero(double range)
{
    return range > 0 ? range : 1;
}

void scaleByRank(std::vector<double> sorted, bool normal, NumberScale &scale)
{
    const std::size_t count = std::min(mostQuantiles, sorted.size());
    for (std::size_t i = 0; i < count; ++i)
        scale.quantiles.push_back(
            quantile(sorted, count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0));
    // Interpolating may break the order by a rounding.
    for (std::size_t i = 1; i < count; ++i)
        scale.quantiles[i] = std::max(scale.quantiles[i], scale.quantiles[i - 1]);
    scale.normal = normal;
}

void fitScaling(std::vector<double> values, Scaling scaling, NumberScale &scale)
{
    if (scaling == Scaling::Standard) {
        scale.centre = mean(values);
        scale.scale = spread(values, scale.centre);
        return;
    }
    std::ranges::sort(values);
    if (scaling == Scaling::Robust) {
        scale.centre = quantile(values, 0.5);
        scale.scale = notZero(quantile(values, 0.75) - quantile(values, 0.25));
    } else if (scaling == Scaling::MinMax) {
        scale.centre = values.front();
        scale.scale = notZero(values.back() - values.front());
    } else {
        scaleByRank(std::move(values), scaling == Scaling::QuantileNormal, scale);
    }
}

// The place of @p value among @p knots, evenly spaced from 0 to 1; of equal knots the last (or first) counts.
double place(const std::vector<double> &knots, double value, bool last)
{
    const auto steps = static_cast<double>(knots.size() - 1);
    if (last) {
        const auto it = std::ranges::upper_bound(knots, value);
        if (it == knots.end())
            return 1;
        if (it == knots.begin())
            return 0;
        const double below = *(it - 1);
        return (static_cast<double>(it - knots.begin() - 1) + (value - below) / (*it - below)) / steps;
    }
    const auto it = std::ranges::lower_bound(knots, value);
    if (it == knots.begin())
        return 0;
    if (it == knots.end())
        return 1;
    const double below = *(it - 1);
    return (static_cast<double>(it - knots.begin() - 1) + (value - below) / (*it - below)) / steps;
}

} // namespace

NumberScale NumberScale::fit(std::vector<double> values, const PreprocessOptions &options)
{
    std::vector<double> present;
    present.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(present), [](double value) { return !std::isnan(value); });
    NumberScale scale{.fill = fillValue(options.impute, present)};
    if (!options.standardize || present.empty())
        return scale;
    if (options.impute != Impute::None) {
        for (double &value : values)
            value = std::isnan(value) ? scale.fill : value;
        present = std::move(values);
    }
    fitScaling(std::move(present), options.scaling, scale);
    return scale;
}

double NumberScale::ranked(double value) const
{
    if (std::isnan(value))
        return value;
    double rank = 0.5 * (place(quantiles, value, true) + place(quantiles, value, false));
    if (value <= quantiles.front())
        rank = 0;
    else if (value >= quantiles.back())
        rank = 1;
    if (!normal)
        return rank;
    static const boost::math::normal standard;
    return boost::math::quantile(standard, std::clamp(rank, outermost, 1 - outermost));
}

void NumberScale::save(Json &json) const
{
    json["fill"] = jsonNumber(fill);
    json["mean"] = jsonNumber(centre);
    json["scale"] = jsonNumber(scale);
    if (quantiles.empty())
        return;
    json["quantiles"] = jsonNumbers(quantiles);
    json["normal"] = normal;
}

NumberScale NumberScale::load(const Json &json)
{
    NumberScale scale{.fill = numberFromJson(json.at("fill")),
                      .centre = numberFromJson(json.at("mean")),
                      .scale = numberFromJson(json.at("scale"))};
    if (!json.contains("quantiles"))
        return scale;
    for (const Json &item : json.at("quantiles"))
        scale.quantiles.push_back(numberFromJson(item));
    if (scale.quantiles.empty())
        throw Json::other_error::create(501, "no quantiles", &json);
    scale.normal = json.at("normal").get<bool>();
    return scale;
}

} // namespace assay::engine
