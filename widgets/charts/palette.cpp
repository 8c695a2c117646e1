// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::ui {

namespace {

// Blue, vermillion, green, reddish purple, orange, sky blue, grey-black, yellow; darkened or lightened to keep a
// contrast of 3 : 1.
constexpr std::array<QRgb, 8> lightInks{0xff0072b2, 0xffd55e00, 0xff00835d, 0xffb0568a,
                                        0xffb27800, 0xff2e8fc4, 0xff3c3c3c, 0xff8a8000};
constexpr std::array<QRgb, 8> darkInks{0xff4aa8e0, 0xfff08040, 0xff2fbf95, 0xffe09ac4,
                                       0xfff0b030, 0xff7cc8f0, 0xffd0d0d0, 0xfff0e442};
constexpr std::array<Qt::PenStyle, 4> dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

} // namespace

SlotStyle slotStyle(int slot, bool dark)
{
    if (slot < 0)
        return {.color = QColor::fromRgb(dark ? 0xff8c939c : 0xff7d848c), .dash = Qt::DashLine, .marker = 0};
    const auto index = static_cast<std::size_t>(slot) % lightInks.size();
    return {.color = QColor::fromRgb(dark ? darkInks[index] : lightInks[index]),
            .dash = dashes[index % dashes.size()],
            .marker = static_cast<int>(index % 4)};
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

ChartInk chartInk(bool dark)
{
    const auto ink = [](QRgb rgb) { return QColor::fromRgb(rgb); };
    if (dark)
        return {.background = ink(0xff1f2328),
                .text = ink(0xffe6e9ed),
                .faintText = ink(0xffa3abb5),
                .grid = ink(0xff343a42),
                .axis = ink(0xff6b737d),
                .positive = ink(0xfff08040),
                .negative = ink(0xff4aa8e0),
                .shadeLow = ink(0xff4aa8e0),
                .shadeHigh = ink(0xffff6f61),
                .shadeNone = ink(0xff8c939c)};
    return {.background = ink(0xffffffff),
            .text = ink(0xff1f2933),
            .faintText = ink(0xff5b6570),
            .grid = ink(0xffe6e9ec),
            .axis = ink(0xff9aa2ab),
            .positive = ink(0xffd55e00),
            .negative = ink(0xff0072b2),
            .shadeLow = ink(0xff1e88e5),
            .shadeHigh = ink(0xffe0245e),
            .shadeNone = ink(0xff8c939c)};
}

int shadeStep(double shade)
{
    if (std::isnan(shade))
        return -1;
    return static_cast<int>(std::lround(std::clamp(shade, 0.0, 1.0) * (shadeSteps - 1)));
}

QColor shadeColor(int step, bool dark)
{
    const ChartInk ink = chartInk(dark);
    if (step < 0 || step >= shadeSteps)
        return ink.shadeNone;
    const double t = double(step) / (shadeSteps - 1);
    const auto mix = [t](int low, int high) { return static_cast<int>(std::lround(low + t * (high - low))); };
    return {mix(ink.shadeLow.red(), ink.shadeHigh.red()), mix(ink.shadeLow.green(), ink.shadeHigh.green()),
            mix(ink.shadeLow.blue(), ink.shadeHigh.blue())};
}

} // namespace assay::ui
