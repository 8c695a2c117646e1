// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupt.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace assay::app {

namespace {

constexpr std::array stopSignals{SIGINT, SIGTERM};
constexpr char stopByte = 's';
constexpr char endByte = 'e';

/// The write end of the pipe: all that a signal handler may safely touch.
volatile std::sig_atomic_t pipeEnd = -1;
int readEnd = -1;

void send(char byte)
{
    const int saved = errno;
    [[maybe_unused]] const auto written = ::write(pipeEnd, &byte, 1);
    errno = saved;
}

void handle(int)
{
    send(stopByte);
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int signal : stopSignals)
        ::sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return; // without a pipe a signal ends the process, as it would have anyway
    readEnd = ends[0];
    pipeEnd = ends[1];
    m_watcher = std::thread([source = m_source]() mutable {
        char byte = 0;
        while (::read(readEnd, &byte, 1) < 0 && errno == EINTR) {
        }
        if (byte == stopByte)
            source.request_stop();
    });
    setHandler(handle);
}

Interrupt::~Interrupt()
{
    if (!m_watcher.joinable())
        return;
    setHandler(SIG_DFL);
    send(endByte);
    m_watcher.join();
    ::close(readEnd);
    ::close(static_cast<int>(pipeEnd));
    pipeEnd = -1;
}

} // namespace assay::app
