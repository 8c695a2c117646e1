// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/ticks.h"

#include "widgets/charts/charttext.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <cmath>

namespace assay::ui {

namespace {

double niceStep(double range, int target)
{
    const double rough = range / std::max(1, target);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * 0.75)
            return factor * power;
    }
    return 10 * power;
}

/// Large values as "250k" or "1.5M", so that an axis stays narrow.
QString tickLabel(double value, double step, double largest)
{
    const QLocale locale;
    const auto decimals = [](double s) {
        return std::clamp(static_cast<int>(std::ceil(-std::log10(s) - 1e-9)), 0, 12);
    };
    if (largest >= 1e15 || step < 1e-6)
        return locale.toString(value, 'g', 4);
    if (largest >= 1e9)
        return locale.toString(value / 1e9, 'f', decimals(step / 1e9)) + QStringLiteral("G");
    if (largest >= 1e6)
        return locale.toString(value / 1e6, 'f', decimals(step / 1e6)) + QStringLiteral("M");
    if (largest >= 2e4)
        return locale.toString(value / 1e3, 'f', decimals(step / 1e3)) + QStringLiteral("k");
    return locale.toString(value == 0 ? 0.0 : value, 'f', decimals(step));
}

struct TimeStep
{
    double seconds;
    const char *format;
};

constexpr std::array<TimeStep, 15> timeSteps{{{1, "HH:mm:ss"},
                                              {10, "HH:mm:ss"},
                                              {60, "HH:mm"},
                                              {600, "HH:mm"},
                                              {3600, "HH:mm"},
                                              {6 * 3600, "MM-dd HH:mm"},
                                              {86400, "MM-dd"},
                                              {7 * 86400, "MM-dd"},
                                              {30.4375 * 86400, "yyyy-MM"},
                                              {91.3125 * 86400, "yyyy-MM"},
                                              {365.25 * 86400, "yyyy"},
                                              {5 * 365.25 * 86400, "yyyy"},
                                              {10 * 365.25 * 86400, "yyyy"},
                                              {50 * 365.25 * 86400, "yyyy"},
                                              {100 * 365.25 * 86400, "yyyy"}}};

QDateTime utc(double microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(microseconds / 1000), QTimeZone::utc());
}

/// The first day of a month or year at or after @p from, and each @p months later up to @p to.
std::vector<double> monthStarts(double from, double to, int months)
{
    std::vector<double> at;
    const QDate first = utc(from).date();
    const int index = (first.year() * 12 + first.month() - 1) / months * months;
    for (int month = index; at.size() < 100; month += months) {
        const QDateTime start(QDate(month / 12, month % 12 + 1, 1), QTime(0, 0), QTimeZone::utc());
        const double value = static_cast<double>(start.toMSecsSinceEpoch()) * 1000;
        if (!start.isValid() || value > to)
            break;
        if (value >= from)
            at.push_back(value);
    }
    return at;
}

} // namespace

Ticks linearTicks(double min, double max, int target)
{
    Ticks ticks;
    if (!(max > min) || !std::isfinite(max - min))
        return ticks;
    const double step = niceStep(max - min, target);
    const double slack = step * 1e-9;
    const double largest = std::max(std::abs(min), std::abs(max));
    for (double k = std::ceil((min - slack) / step); k * step <= max + slack && ticks.at.size() < 200; ++k) {
        const double value = k == 0 ? 0 : k * step;
        ticks.at.push_back(value);
        ticks.labels << tickLabel(value, step, largest);
    }
    return ticks;
}

Ticks logTicks(double min, double max, int target)
{
    Ticks ticks;
    if (!(min > 0) || !(max > min))
        return ticks;
    const int first = static_cast<int>(std::floor(std::log10(min) + 1e-9));
    const int last = static_cast<int>(std::ceil(std::log10(max) - 1e-9));
    const int every = std::max(1, (last - first) / std::max(1, target));
    // Two more within each power of ten while they are not too many.
    const double powers = std::log10(max / min);
    const bool between = powers < 3 && 3 * powers < 1.6 * target;
    for (int power = first; power <= last; power += every) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, power);
            if ((factor > 1 && !between) || value < min * (1 - 1e-9) || value > max * (1 + 1e-9))
                continue;
            ticks.at.push_back(value);
            ticks.labels << (value >= 1e-4 && value < 1e12 ? tickLabel(value, value, value)
                                                           : QLocale().toString(value, 'g', 3));
        }
    }
    return ticks;
}

Ticks deviateTicks(double min, double max, int target)
{
    static const std::vector<std::vector<double>> choices{
        {.0001, .001, .005, .01, .02, .05, .1, .2, .4, .6, .8, .9, .95, .98, .99, .995, .999, .9999},
        {.0001, .001, .01, .05, .2, .5, .8, .95, .99, .999, .9999},
        {.001, .01, .1, .5, .9, .99, .999},
        {.01, .5, .99}};
    Ticks ticks;
    for (const std::vector<double> &choice : choices) {
        ticks = {};
        for (const double value : choice) {
            if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9))
                continue;
            ticks.at.push_back(value);
            ticks.labels << ChartText::tr("%1 %", "a share").arg(QLocale().toString(value * 100, 'g', 4));
        }
        if (ticks.at.size() <= static_cast<std::size_t>(std::max(1, target)))
            break;
    }
    return ticks;
}

Ticks timeTicks(double min, double max, int target)
{
    Ticks ticks;
    if (!(max > min))
        return ticks;
    const double rough = (max - min) / 1e6 / std::max(1, target);
    const auto *step =
        std::find_if(timeSteps.begin(), timeSteps.end() - 1, [rough](const TimeStep &s) { return s.seconds >= rough; });
    if (step->seconds >= 28 * 86400) {
        ticks.at = monthStarts(min, max, static_cast<int>(std::lround(step->seconds / (30.4375 * 86400))));
    } else {
        const double width = step->seconds * 1e6;
        for (double value = std::ceil(min / width) * width; value <= max && ticks.at.size() < 100; value += width)
            ticks.at.push_back(value);
    }
    for (const double value : ticks.at)
        ticks.labels << utc(value).toString(QString::fromLatin1(step->format));
    return ticks;
}

QString figure(double value, int decimals)
{
    const QLocale locale;
    if (std::isnan(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    if (value == 0)
        return locale.toString(0.0, 'f', 0);
    if (size < 0.5 * std::pow(10.0, -decimals) || size >= 1e9)
        return locale.toString(value, 'g', 3);
    if (size >= 1e4)
        return locale.toString(value, 'f', 0);
    return locale.toString(value, 'f', std::max(0, size >= 100 ? decimals - 2 : size >= 10 ? decimals - 1 : decimals));
}

QString plainFigure(double value)
{
    return std::isnan(value) ? QString() : QString::number(value, 'g', 9);
}

QString percent(double share, int decimals)
{
    return ChartText::tr("%1 %", "a share").arg(QLocale().toString(share * 100, 'f', decimals));
}

QString pValueText(double p)
{
    if (p < 0.001)
        return QStringLiteral("p < ") + QLocale().toString(0.001, 'f', 3);
    return QStringLiteral("p = ") + QLocale().toString(p, 'f', 3);
}

} // namespace assay::ui
