// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/valueramp.h"

#include "widgets/charts/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace assay::ui {

namespace {

constexpr std::array<QRgb, 6> lightRamp{0xff3b1f70, 0xff2f4b8c, 0xff1f7a8c, 0xff2a9d74, 0xff8aa62a, 0xffd98a1f};
constexpr std::array<QRgb, 6> darkRamp{0xff7a68c8, 0xff5a86d8, 0xff3fb0c0, 0xff55cf98, 0xffb8d85a, 0xffffd060};

} // namespace

QColor rampColor(double share, bool dark)
{
    if (std::isnan(share))
        return slotStyle(-1, dark).color;
    const auto &ramp = dark ? darkRamp : lightRamp;
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(ramp.size() - 1);
    const auto at = std::min(static_cast<std::size_t>(place), ramp.size() - 2);
    const double t = place - static_cast<double>(at);
    const auto mix = [t](int a, int b) { return static_cast<int>(std::lround(a + t * (b - a))); };
    const QRgb a = ramp[at], b = ramp[at + 1];
    return {mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b))};
}

std::vector<double> rankShares(const std::vector<double> &values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]))
            order.push_back(i);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> shares(values.size(), std::nan(""));
    const double last = order.size() > 1 ? static_cast<double>(order.size() - 1) : 1;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            shares[order[i]] = order.size() == 1 ? 0.5 : static_cast<double>(begin + end - 1) / 2 / last;
    }
    return shares;
}

} // namespace assay::ui
