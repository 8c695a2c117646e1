// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

namespace assay {

/// How far a long computation has come. `total` is 0 while it is unknown.
struct Progress
{
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// What a long computation tells while it runs. Calls come from the thread that does the work, one at a time.
class Observer
{
public:
    virtual ~Observer() = default;
    virtual void progress(const Progress &) {}
    /// One point of a series, such as the log loss after a boosting round.
    virtual void metric(std::string_view /*key*/, double /*value*/, std::int64_t /*step*/) {}
    /// A sentence for the reader of the run: a column left out, a solver that stopped early.
    virtual void note(std::string_view /*text*/) {}
};

/// What every long computation is given. A default-made context is silent and cannot be stopped.
struct Context
{
    Observer *observer = nullptr;
    std::stop_token stop = {};
    int threads = 0; ///< 0: all cores; results do not depend on it
    std::uint64_t seed = 42;

    bool cancelled() const { return stop.stop_requested(); }
    void progress(std::string stage, std::int64_t done, std::int64_t total) const;
    void metric(std::string_view key, double value, std::int64_t step) const;
    void note(std::string_view text) const;
    int threadCount() const; ///< at least 1
};

/// The ordinary result of a computation that was asked to stop.
Failure cancelled();

} // namespace assay
