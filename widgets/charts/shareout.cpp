// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/shareout.h"

#include <QRunnable>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <atomic>
#include <deque>

namespace assay::ui {

namespace {

constexpr int mostThreads = 8;

/// Of their own, so that a frame does not stand in line behind jobs of seconds.
QThreadPool &helpers()
{
    static QThreadPool pool;
    static const bool sized = [] {
        pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, mostThreads) - 1);
        return true;
    }();
    Q_UNUSED(sized);
    return pool;
}

class Helper : public QRunnable
{
public:
    Helper(const std::function<void()> &loop, QSemaphore &done)
        : m_loop(loop)
        , m_done(done)
    {
        setAutoDelete(false);
    }
    void run() override
    {
        m_loop();
        m_done.release();
    }

private:
    const std::function<void()> &m_loop;
    QSemaphore &m_done;
};

} // namespace

void shareOut(int count, const std::function<void(int)> &work)
{
    std::atomic<int> next = 0;
    const std::function<void()> loop = [&] {
        for (int i = next++; i < count; i = next++)
            work(i);
    };
    QThreadPool &pool = helpers();
    QSemaphore done;
    std::deque<Helper> others;
    for (int i = 0; i < std::min(pool.maxThreadCount(), count - 1); ++i)
        pool.start(&others.emplace_back(loop, done));
    loop();
    int started = 0;
    for (Helper &helper : others)
        started += pool.tryTake(&helper) ? 0 : 1;
    done.acquire(started);
}

} // namespace assay::ui
