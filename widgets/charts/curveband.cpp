// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveband.h"

#include <algorithm>

namespace assay::ui {

namespace {

constexpr std::size_t mostPlaces = 4096;
constexpr int stretches = 1024;

struct Places
{
    std::vector<double> x;       ///< where the band has a value
    std::vector<double> borders; ///< of stretches; empty: x are points
};

Places placesOf(const std::vector<const CurvePyramid *> &curves)
{
    Places out;
    Extent all;
    for (const CurvePyramid *curve : curves)
        all.add(curve->extentX());
    if (all.empty())
        return out;
    for (const CurvePyramid *curve : curves) {
        out.x.insert(out.x.end(), curve->x().begin(), curve->x().end());
        std::ranges::sort(out.x);
        const auto rest = std::ranges::unique(out.x);
        out.x.erase(rest.begin(), rest.end());
        if (out.x.size() <= mostPlaces)
            continue;
        out.x.clear();
        for (int i = 0; i <= stretches; ++i)
            out.borders.push_back(all.low + (all.high - all.low) * i / stretches);
        for (int i = 0; i < stretches; ++i)
            out.x.push_back((out.borders[static_cast<std::size_t>(i)] + out.borders[static_cast<std::size_t>(i) + 1]) /
                            2);
        break;
    }
    return out;
}

/// Where @p x lies among the places or stretches; none beside them.
std::optional<std::size_t> placeOf(const Places &places, double x)
{
    const auto &list = places.borders.empty() ? places.x : places.borders;
    if (list.empty() || !(x >= list.front() && x <= list.back()))
        return std::nullopt;
    const auto after = static_cast<std::size_t>(std::ranges::upper_bound(list, x) - list.begin());
    return std::min(after - 1, places.x.size() - 1);
}

/// [places] The mean of the points that lie in each stretch or at each x, so that several at one x and all of a stretch
/// count; between points the value on the line. NaN where the curve has none.
std::vector<double> means(const CurvePyramid &curve, const Places &places)
{
    std::vector<double> sums(places.x.size(), 0), counts(places.x.size(), 0);
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double y = curve.y()[i];
        if (const auto place = std::isnan(y) ? std::nullopt : placeOf(places, curve.x()[i])) {
            sums[*place] += y;
            ++counts[*place];
        }
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] = counts[i] > 0 ? sums[i] / counts[i] : valueOn(curve, places.x[i]).value_or(std::nan(""));
    return sums;
}

/// Every point, whatever the mean is made of.
void addPoints(std::vector<Extent> &extents, const CurvePyramid &curve, const Places &places)
{
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (const auto place = placeOf(places, curve.x()[i]))
            extents[*place].add(curve.y()[i]);
}

} // namespace

std::optional<double> valueOn(const CurvePyramid &curve, double x)
{
    const auto at = nearestPoint(curve, x);
    if (!at || x < curve.extentX().low || x > curve.extentX().high)
        return std::nullopt;
    const auto xs = curve.x(), ys = curve.y();
    if (xs[*at] == x || curve.laps().size() > 1)
        return ys[*at];
    const std::size_t other = xs[*at] < x ? *at + 1 : *at - 1; // wraps round below 0
    if (other >= curve.size() || std::isnan(ys[other]) || xs[other] == xs[*at])
        return std::nullopt;
    return ys[*at] + (x - xs[*at]) / (xs[other] - xs[*at]) * (ys[other] - ys[*at]);
}

CurveBand bandOf(const QString &name, int slot, const std::vector<const CurvePyramid *> &curves)
{
    const Places places = placesOf(curves);
    const std::size_t n = places.x.size();
    std::vector<Extent> extents(n);
    std::vector<double> sums(n, 0), counts(n, 0);
    for (const CurvePyramid *curve : curves) {
        const std::vector<double> own = means(*curve, places);
        for (std::size_t i = 0; i < n; ++i) {
            if (std::isnan(own[i]))
                continue;
            extents[i].add(own[i]);
            sums[i] += own[i];
            ++counts[i];
        }
        addPoints(extents, *curve, places);
    }
    std::vector<double> low, mean, high;
    for (std::size_t i = 0; i < n; ++i) {
        const bool any = !extents[i].empty();
        low.push_back(any ? extents[i].low : std::nan(""));
        mean.push_back(counts[i] > 0 ? sums[i] / counts[i] : std::nan(""));
        high.push_back(any ? extents[i].high : std::nan(""));
    }
    return {.name = name,
            .slot = slot,
            .runs = static_cast<int>(curves.size()),
            .low = std::make_shared<CurvePyramid>(places.x, std::move(low)),
            .high = std::make_shared<CurvePyramid>(places.x, std::move(high)),
            .mean = std::make_shared<CurvePyramid>(places.x, std::move(mean))};
}

} // namespace assay::ui
