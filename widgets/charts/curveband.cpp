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
        for (std::size_t i = 0; i < n; ++i) {
            if (const auto value = valueOn(*curve, places.x[i])) {
                extents[i].add(*value);
                sums[i] += *value;
                ++counts[i];
            }
        }
        for (const CurveColumn &column : curveColumns(*curve, places.borders))
            if (column.column >= 0 && column.column < static_cast<int>(n))
                extents[static_cast<std::size_t>(column.column)].add(column.y);
    }
    std::vector<double> low, mean, high;
    for (std::size_t i = 0; i < n; ++i) {
        const bool any = counts[i] > 0;
        low.push_back(any ? extents[i].low : std::nan(""));
        mean.push_back(any ? sums[i] / counts[i] : std::nan(""));
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
