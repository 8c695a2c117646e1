// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/terminalobserver.h"

#include "app/commands/texttable.h"

#include <cstdio>
#include <unistd.h>

namespace assay::app {

namespace {

constexpr auto interval = std::chrono::milliseconds(100);
/// Before this many seconds an estimate of what is left is noise.
constexpr double soonestEstimate = 0.5;

} // namespace

TerminalObserver::TerminalObserver(bool enabled)
    : m_enabled(enabled)
{
}

TerminalObserver::~TerminalObserver()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
}

bool TerminalObserver::isTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

void TerminalObserver::progress(const Progress &progress)
{
    if (!m_enabled)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    const bool newStage = progress.stage != m_stage;
    if (newStage) {
        m_stage = progress.stage;
        m_stageStart = now;
        m_metric.clear();
    }
    if (newStage || now - m_lastShown >= interval)
        show(progress, now);
}

void TerminalObserver::metric(std::string_view key, double value, std::int64_t)
{
    if (!m_enabled)
        return;
    const std::scoped_lock lock(m_mutex);
    m_metric = std::string(key) + ' ' + numberText(value);
}

void TerminalObserver::show(const Progress &progress, Clock::time_point now)
{
    m_lastShown = now;
    m_shown = true;
    std::string line = progressText(progress, std::chrono::duration<double>(now - m_stageStart).count());
    if (!m_metric.empty())
        line += "  " + m_metric;
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
}

std::string progressText(const Progress &progress, double elapsed)
{
    if (progress.total <= 0)
        return progress.done > 0 ? progress.stage + "  " + countText(static_cast<std::uint64_t>(progress.done))
                                 : progress.stage;
    const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    std::string text = progress.stage + "  " + fixedText(100 * share, 0) + " %";
    if (share > 0 && share < 1 && elapsed >= soonestEstimate)
        text += "  " + secondsText(elapsed * (1 - share) / share) + " left";
    return text;
}

} // namespace assay::app
