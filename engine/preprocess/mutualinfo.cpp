// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/mutualinfo.h"

#include "engine/core/random.h"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

namespace assay::engine {

namespace {

constexpr std::size_t neighbours = 3;
constexpr std::size_t fewValues = 20;
constexpr std::size_t rowsPerValue = 10;

double digamma(std::size_t count)
{
    return boost::math::digamma(static_cast<double>(count));
}

double counted(const Vector &a, const Vector &b)
{
    std::map<double, double> ofA, ofB;
    std::map<std::pair<double, double>, double> ofBoth;
    for (Eigen::Index i = 0; i < a.size(); ++i) {
        ++ofA[a[i]];
        ++ofB[b[i]];
        ++ofBoth[{a[i], b[i]}];
    }
    const auto n = static_cast<double>(a.size());
    double sum = 0;
    for (const auto &[pair, count] : ofBoth)
        sum += count / n * std::log(n * count / (ofA[pair.first] * ofB[pair.second]));
    return sum;
}

// Distance to the k-th nearest of the other values, of the one at @p place of @p sorted.
double distanceToNeighbour(const std::vector<double> &sorted, std::size_t place, std::size_t k)
{
    std::size_t low = place, high = place;
    double distance = 0;
    for (std::size_t step = 0; step < k; ++step) {
        const bool left = low > 0 && (high + 1 == sorted.size() ||
                                      sorted[place] - sorted[low - 1] <= sorted[high + 1] - sorted[place]);
        distance = left ? sorted[place] - sorted[--low] : sorted[++high] - sorted[place];
    }
    return distance;
}

// How many of @p sorted lie less than @p distance from @p value, itself among them.
std::size_t countNearer(const std::vector<double> &sorted, double value, double distance)
{
    const auto low =
        std::ranges::partition_point(sorted, [&](double other) { return value - other >= distance && other < value; });
    const auto high =
        std::ranges::partition_point(sorted, [&](double other) { return other - value < distance || other <= value; });
    return static_cast<std::size_t>(high - low);
}

// Ross 2014: @p x on a line, @p y discrete. Values of y that occur once tell nothing.
double byClass(const Vector &x, const Vector &y)
{
    std::map<double, std::vector<double>> classes;
    for (Eigen::Index i = 0; i < x.size(); ++i)
        classes[y[i]].push_back(x[i]);
    std::erase_if(classes, [](const auto &entry) { return entry.second.size() < 2; });
    std::vector<double> all;
    for (auto &[label, values] : classes) {
        std::ranges::sort(values);
        all.insert(all.end(), values.begin(), values.end());
    }
    if (all.empty())
        return 0;
    std::ranges::sort(all);
    double sum = 0;
    for (const auto &[label, values] : classes) {
        const std::size_t k = std::min(neighbours, values.size() - 1);
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += digamma(k) - digamma(values.size()) -
                   digamma(std::max<std::size_t>(1, countNearer(all, values[i], distanceToNeighbour(values, i, k))));
    }
    return digamma(all.size()) + sum / static_cast<double>(all.size());
}

// Distance to the k-th nearest in the plane, the larger of both differences counting; points sorted by x.
double distanceInPlane(const std::vector<std::pair<double, double>> &points, std::size_t place)
{
    std::vector<double> nearest;
    const auto reach = [&] { return nearest.size() < neighbours ? INFINITY : nearest.back(); };
    const auto visit = [&](std::size_t other) {
        const double distance = std::max(std::abs(points[other].first - points[place].first),
                                         std::abs(points[other].second - points[place].second));
        if (distance >= reach())
            return;
        nearest.insert(std::ranges::upper_bound(nearest, distance), distance);
        nearest.resize(std::min(nearest.size(), neighbours));
    };
    for (std::size_t low = place; low > 0 && points[place].first - points[low - 1].first < reach(); --low)
        visit(low - 1);
    for (std::size_t high = place + 1; high < points.size() && points[high].first - points[place].first < reach();
         ++high)
        visit(high);
    return nearest.back();
}

double byNeighbours(const Vector &x, const Vector &y)
{
    std::vector<std::pair<double, double>> points;
    for (Eigen::Index i = 0; i < x.size(); ++i)
        points.emplace_back(x[i], y[i]);
    if (points.size() <= neighbours)
        return 0;
    std::ranges::sort(points);
    std::vector<double> xs(x.begin(), x.end()), ys(y.begin(), y.end());
    std::ranges::sort(xs);
    std::ranges::sort(ys);
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double distance = distanceInPlane(points, i);
        sum += digamma(std::max<std::size_t>(1, countNearer(xs, points[i].first, distance))) +
               digamma(std::max<std::size_t>(1, countNearer(ys, points[i].second, distance)));
    }
    return digamma(points.size()) + digamma(neighbours) - sum / static_cast<double>(points.size());
}

void tellApart(Variable &variable, Random random)
{
    if (variable.discrete)
        return;
    Vector &values = variable.values;
    const double sd = std::sqrt((values.array() - values.mean()).square().mean());
    if (sd > 0)
        values /= sd;
    const double noise = 1e-10 * std::max(1.0, values.cwiseAbs().mean());
    for (double &value : values)
        value += noise * random.normal();
}

} // namespace

double mutualInformation(Variable a, Variable b, std::uint64_t seed)
{
    if (a.values.size() == 0)
        return 0;
    tellApart(a, Random(seed, 1));
    tellApart(b, Random(seed, 2));
    double information = 0;
    if (a.discrete && b.discrete)
        information = counted(a.values, b.values);
    else if (a.discrete || b.discrete)
        information = a.discrete ? byClass(b.values, a.values) : byClass(a.values, b.values);
    else
        information = byNeighbours(a.values, b.values);
    return std::max(0.0, information);
}

bool takesFewValues(const VectorRef &values)
{
    std::vector<double> distinct;
    for (const double value : values) {
        const auto at = std::ranges::lower_bound(distinct, value);
        if (at != distinct.end() && *at == value)
            continue;
        if (distinct.size() == fewValues)
            return false;
        distinct.insert(at, value);
    }
    return distinct.size() * rowsPerValue <= static_cast<std::size_t>(values.size()) || distinct.size() <= 2;
}

} // namespace assay::engine
