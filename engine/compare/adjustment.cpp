// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/adjustment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<Adjustment, const char *>, 7> names{{
    {Adjustment::Holm, "holm"},
    {Adjustment::Bonferroni, "bonferroni"},
    {Adjustment::HolmSidak, "holm-sidak"},
    {Adjustment::Hommel, "hommel"},
    {Adjustment::BenjaminiHochberg, "fdr_bh"},
    {Adjustment::BenjaminiYekutieli, "fdr_by"},
    {Adjustment::None, "none"},
}};

// The functions below take and return p-values in ascending order.

template<class Factor>
std::vector<double> stepDown(std::vector<double> p, Factor factor)
{
    double largest = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        largest = std::max(largest, std::min(1.0, factor(p[i], static_cast<double>(p.size() - i))));
        p[i] = largest;
    }
    return p;
}

std::vector<double> stepUp(std::vector<double> p, double factor)
{
    double smallest = 1;
    for (std::size_t i = p.size(); i-- > 0;) {
        const double share = static_cast<double>(i + 1) / static_cast<double>(p.size());
        smallest = std::min(smallest, p[i] * factor / share);
        p[i] = smallest;
    }
    return p;
}

std::vector<double> hommel(const std::vector<double> &p)
{
    std::vector<double> a = p;
    const std::size_t n = p.size();
    for (std::size_t m = n; m > 1; --m) {
        const auto size = static_cast<double>(m);
        double least = 1;
        for (std::size_t i = n - m; i < n; ++i)
            least = std::min(least, size * p[i] / static_cast<double>(i + m - n + 1));
        for (std::size_t i = n - m; i < n; ++i)
            a[i] = std::max(a[i], least);
        for (std::size_t i = 0; i < n - m; ++i)
            a[i] = std::max(a[i], std::min(size * p[i], least));
    }
    return a;
}

double harmonic(std::size_t n)
{
    double sum = 0;
    for (std::size_t i = 1; i <= n; ++i)
        sum += 1 / static_cast<double>(i);
    return sum;
}

std::vector<double> adjustSorted(const std::vector<double> &p, Adjustment adjustment)
{
    switch (adjustment) {
    case Adjustment::Holm:
        return stepDown(p, [](double value, double left) { return value * left; });
    case Adjustment::HolmSidak:
        return stepDown(p, [](double value, double left) { return -std::expm1(left * std::log1p(-value)); });
    case Adjustment::Bonferroni: {
        const auto n = static_cast<double>(p.size());
        return stepDown(p, [n](double value, double) { return value * n; });
    }
    case Adjustment::Hommel:
        return hommel(p);
    case Adjustment::BenjaminiHochberg:
        return stepUp(p, 1);
    case Adjustment::BenjaminiYekutieli:
        return stepUp(p, harmonic(p.size()));
    case Adjustment::None:
        break;
    }
    return p;
}

} // namespace

const char *name(Adjustment adjustment)
{
    return std::ranges::find(names, adjustment, &std::pair<Adjustment, const char *>::first)->second;
}

std::optional<Adjustment> adjustmentFromName(std::string_view name)
{
    for (const auto &[adjustment, known] : names) {
        if (name == known)
            return adjustment;
    }
    return std::nullopt;
}

std::vector<std::string> adjustmentNames()
{
    std::vector<std::string> all;
    for (const auto &[adjustment, known] : names)
        all.emplace_back(known);
    return all;
}

std::vector<double> adjusted(std::span<const double> pValues, Adjustment adjustment)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pValues[i]; });
    std::vector<double> sorted;
    for (const std::size_t i : order)
        sorted.push_back(pValues[i]);
    sorted = adjustSorted(sorted, adjustment);
    std::vector<double> result(pValues.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        result[order[rank]] = sorted[rank];
    return result;
}

} // namespace assay::engine
