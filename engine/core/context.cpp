// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/context.h"

#include <algorithm>
#include <thread>

namespace assay {

void Context::progress(std::string stage, std::int64_t done, std::int64_t total) const
{
    if (observer)
        observer->progress({.stage = std::move(stage), .done = done, .total = total});
}

void Context::metric(std::string_view key, double value, std::int64_t step) const
{
    if (observer)
        observer->metric(key, value, step);
}

void Context::note(std::string_view text) const
{
    if (observer)
        observer->note(text);
}

int Context::threadCount() const
{
    return threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Failure cancelled()
{
    return failure(ErrorKind::Cancelled, "cancelled", "Cancelled before it was done.");
}

} // namespace assay
