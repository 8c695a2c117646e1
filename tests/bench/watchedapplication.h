// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/cost.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <ctime>
#include <functional>

namespace bench {

/// [s] the calling thread was computing.
inline double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// What something asked of the window cost until the answer was painted, in milliseconds.
struct Answer
{
    double clock = -1;       ///< on the wall; below 0: it did not come
    double window = 0;       ///< of the processor, the window's thread
    double process = 0;      ///< of the processor, all threads
    double stall = 0;        ///< the longest that one event kept the window's thread computing
    double stallOnClock = 0; ///< the same on the wall, where other programs count too
    QByteArray stalledBy;    ///< receiver and event of the longest
};

/// An application that sees each event of the window's thread from outside: how long it took, and whether a widget was
/// painted by it.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    /// Does @p act, as a person would, and waits until @p shown holds right after @p painted was painted.
    Answer ask(QWidget *painted, const std::function<void()> &act, const std::function<bool()> &shown)
    {
        constexpr int patience = 30'000; // [ms]
        m_answer = {};
        m_painted = painted;
        m_shown = shown;
        m_wasPainted = false;
        QEventLoop waiting;
        m_waiting = &waiting;
        QTimer::singleShot(patience, &waiting, &QEventLoop::quit);
        m_before = {.window = threadSeconds(), .process = processorSeconds()};
        m_clock.start();
        observe([&] { act(); }, nullptr, nullptr);
        if (m_waiting) // else the answer was painted at once
            waiting.exec();
        m_waiting = nullptr;
        return m_answer;
    }

    /// Goes on until nothing happened for @p quiet [ms]; the stalls of that time count for @p answer.
    void rest(int quiet, Answer &answer)
    {
        QEventLoop waiting;
        QTimer::singleShot(quiet, &waiting, &QEventLoop::quit);
        m_answer.stall = 0;
        waiting.exec();
        if (m_answer.stall > answer.stall) {
            answer.stall = m_answer.stall;
            answer.stalledBy = m_answer.stalledBy;
        }
        answer.stallOnClock = std::max(answer.stallOnClock, m_answer.stallOnClock);
    }

    /// The time starts anew, as when the pause after typing is over.
    void startAnew()
    {
        m_clock.start();
        m_before = {.window = threadSeconds(), .process = processorSeconds()};
    }
    /// As ask() does with its first argument, where the widget is made by what is done.
    void watch(QWidget *painted) { m_painted = painted; }
    double elapsed() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && receiver == m_painted)
            m_wasPainted = true;
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        bool taken = false;
        const QByteArray name = receiver->metaObject()->className();
        observe([&] { taken = QApplication::notify(receiver, event); }, name, event);
        return taken;
    }

private:
    struct Before
    {
        double window = 0, process = 0;
    };

    void observe(const std::function<void()> &work, const QByteArray &receiver, const QEvent *event)
    {
        const int type = event ? event->type() : 0;
        ++m_depth;
        QElapsedTimer clock;
        clock.start();
        const double before = threadSeconds();
        work();
        const double computed = (threadSeconds() - before) * 1000;
        --m_depth;
        m_answer.stallOnClock = std::max(m_answer.stallOnClock, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        if (computed > m_answer.stall) {
            m_answer.stall = computed;
            m_answer.stalledBy = receiver.isEmpty() ? "what was done" : receiver + ' ' + QByteArray::number(type);
        }
        if (!m_waiting || !std::exchange(m_wasPainted, false) || !m_shown())
            return;
        m_answer.clock = elapsed();
        m_answer.window = (threadSeconds() - m_before.window) * 1000;
        m_answer.process = (processorSeconds() - m_before.process) * 1000;
        std::exchange(m_waiting, nullptr)->quit();
    }

    QWidget *m_painted = nullptr;
    std::function<bool()> m_shown;
    QEventLoop *m_waiting = nullptr;
    QElapsedTimer m_clock;
    Before m_before;
    Answer m_answer;
    int m_depth = 0;
    bool m_wasPainted = false;
};

} // namespace bench
