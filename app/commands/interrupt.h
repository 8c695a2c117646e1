// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace assay::app {

/// While it lives, Ctrl-C and SIGTERM ask the work to stop instead of ending the process, so that an open run is closed
/// as cancelled. A second signal ends the process at once. One object a process.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::thread m_watcher;
};

} // namespace assay::app
