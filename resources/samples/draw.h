// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

namespace assay::samples {

/// A word and how often it is drawn.
struct Choice
{
    const char *word;
    double share;
};

/// Index into @p choices; the shares add up to 1.
inline std::size_t draw(Random &random, std::span<const Choice> choices)
{
    double place = random.uniform();
    for (std::size_t i = 0; i + 1 < choices.size(); ++i) {
        place -= choices[i].share;
        if (place < 0)
            return i;
    }
    return choices.size() - 1;
}

inline double within(double value, double low, double high)
{
    return std::clamp(value, low, high);
}

inline double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

/// Fixed decimals; "-0.0" cannot come out.
inline std::string text(double value, int decimals)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value + 0.0);
    return buffer;
}

inline std::string isoDate(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

inline void addRow(std::string &csv, const std::vector<std::string> &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        csv += (i == 0 ? "" : ",") + cells[i];
    csv += '\n';
}

} // namespace assay::samples
