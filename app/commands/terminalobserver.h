// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <chrono>
#include <mutex>
#include <string>

namespace assay::app {

/// One line on standard error that tells how far the work is and how long it will take; at most ten times a second.
/// Silent unless @p enabled, which is for terminals only. The line is wiped when the observer ends.
class TerminalObserver : public Observer
{
public:
    explicit TerminalObserver(bool enabled);
    ~TerminalObserver() override;

    void progress(const Progress &progress) override;
    void metric(std::string_view key, double value, std::int64_t step) override;

    /// Whether standard error is a terminal.
    static bool isTerminal();

private:
    using Clock = std::chrono::steady_clock;

    void show(const Progress &progress, Clock::time_point now);

    bool m_enabled;
    bool m_shown = false;
    std::mutex m_mutex; ///< a workbench may run folds on several threads
    std::string m_stage;
    std::string m_metric; ///< "logloss 0.312", shown beside the progress
    Clock::time_point m_stageStart;
    Clock::time_point m_lastShown;
};

/// "Training  45 %  12 s left": what the line says, @p elapsed seconds into the stage.
std::string progressText(const Progress &progress, double elapsed);

} // namespace assay::app
