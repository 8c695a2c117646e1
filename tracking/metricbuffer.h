// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace assay::tracking {

/// A series in the store: the run's row and the key.
struct SeriesName
{
    qint64 run = 0;
    QString key;
    bool operator<(const SeriesName &other) const { return run != other.run ? run < other.run : key < other.key; }
};

using MetricBatch = std::map<SeriesName, std::vector<MetricPoint>>;

/// Collects points from any thread and writes them in batches, at the latest half a second after they came, on a thread
/// of its own. Points whose batch failed are kept, in order, for the next one; the failure is told by the next add() or
/// flush().
class MetricBuffer
{
public:
    using Write = std::function<Result<void>(const MetricBatch &)>;

    explicit MetricBuffer(Write write);
    ~MetricBuffer(); ///< writes what is left

    Result<void> add(const SeriesName &series, std::span<const MetricPoint> points);
    /// Everything added before is written when this succeeds.
    Result<void> flush();

private:
    enum class Caller { User, Thread };

    void work();
    Result<void> writePending(Caller caller);
    void takeBack(MetricBatch batch);
    Result<void> toldError();

    Write m_write;
    std::mutex m_writing; ///< one batch at a time, so that points keep their order; taken before m_mutex
    std::mutex m_mutex;   ///< guards what follows
    std::condition_variable m_wake;
    MetricBatch m_pending;
    std::size_t m_count = 0;
    std::optional<Error> m_error;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace assay::tracking
