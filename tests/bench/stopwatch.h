// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QElapsedTimer>
#include <ctime>
#include <functional>
#include <utility>

namespace bench {

/// The value of a result that must be one.
template<class T>
T need(assay::Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().message.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Seconds on the clock and of the processor.
struct Cost
{
    double wall = 0, processor = 0;
};

inline Cost cost(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    work();
    const double processor = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    return {.wall = static_cast<double>(timer.nsecsElapsed()) / 1e9, .processor = processor};
}

} // namespace bench
