// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/metricbuffer.h"

#include <chrono>
#include <iterator>

namespace assay::tracking {

namespace {

constexpr std::chrono::milliseconds writeInterval(400);
constexpr std::size_t writeEarlyAt = 200'000; ///< points
constexpr std::size_t writeNowAt = 2'000'000; ///< points: who adds more has to wait for the disk

} // namespace

MetricBuffer::MetricBuffer(Write write)
    : m_write(std::move(write))
{
}

MetricBuffer::~MetricBuffer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    (void)writePending(Caller::Thread); // nobody is left to be told
}

Result<void> MetricBuffer::add(const SeriesName &series, std::span<const MetricPoint> points)
{
    std::unique_lock lock(m_mutex);
    if (m_count >= writeNowAt) {
        lock.unlock();
        if (auto written = flush(); !written)
            return written;
        lock.lock();
    }
    auto &pending = m_pending[series];
    pending.insert(pending.end(), points.begin(), points.end());
    const std::size_t before = m_count;
    m_count += points.size();
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    else if (before == 0 || (before < writeEarlyAt && m_count >= writeEarlyAt))
        m_wake.notify_one();
    return toldError();
}

Result<void> MetricBuffer::flush()
{
    return writePending(Caller::User);
}

void MetricBuffer::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        m_wake.wait(lock, [this] { return m_stop || m_count > 0; });
        m_wake.wait_for(lock, writeInterval, [this] { return m_stop || (m_count >= writeEarlyAt && !m_error); });
        if (m_stop)
            break;
        lock.unlock();
        (void)writePending(Caller::Thread);
        lock.lock();
    }
}

Result<void> MetricBuffer::writePending(Caller caller)
{
    const std::lock_guard order(m_writing);
    MetricBatch batch;
    {
        const std::lock_guard lock(m_mutex);
        batch.swap(m_pending);
        m_count = 0;
    }
    if (batch.empty()) {
        const std::lock_guard lock(m_mutex);
        return toldError();
    }
    auto written = m_write(batch);
    const std::lock_guard lock(m_mutex);
    m_error.reset();
    if (!written) {
        takeBack(std::move(batch));
        if (caller == Caller::Thread)
            m_error = written.error();
    }
    return written;
}

void MetricBuffer::takeBack(MetricBatch batch)
{
    for (auto &[series, points] : batch) {
        m_count += points.size();
        auto &later = m_pending[series];
        points.insert(points.end(), later.begin(), later.end());
        later = std::move(points);
    }
}

/// A failure is told once; m_mutex is held.
Result<void> MetricBuffer::toldError()
{
    if (!m_error)
        return {};
    Failure failure(std::move(*m_error));
    m_error.reset();
    return failure;
}

} // namespace assay::tracking
