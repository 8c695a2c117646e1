// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobrunner.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QThreadPool>
#include <algorithm>
#include <future>
#include <limits>
#include <mutex>
#include <stop_token>

namespace assay::ui {

namespace {

constexpr int deliveryInterval = 100; // [ms]
constexpr int idleTime = 30'000;      // [ms] until a thread without work ends

/// As many as there is work. They stay for a while: a thread's connection to the store, and what it has read of it, is
/// there for the next job.
QThreadPool &threads()
{
    struct Threads : QThreadPool
    {
        Threads()
        {
            setMaxThreadCount(std::numeric_limits<int>::max());
            setExpiryTimeout(idleTime);
        }
    };
    static Threads pool;
    return pool;
}

} // namespace

/// One piece of work and its thread. The observer's functions run on that thread, all else on the window's.
class JobRunner::Job : public Observer
{
public:
    struct Pending
    {
        std::optional<Progress> progress = {};
        std::vector<LivePoint> points = {};
        QStringList notes = {};
    };

    Job() { m_clock.start(); }
    ~Job() override { stopAndWait(); }

    void run(std::function<void(const Context &)> work, std::function<void()> atEnd)
    {
        auto ended = std::make_shared<std::promise<void>>();
        m_ended = ended->get_future();
        threads().start([this, work = std::move(work), atEnd = std::move(atEnd), ended]() mutable {
            work(Context{.observer = this, .stop = m_stop.get_token()});
            atEnd();
            work = nullptr; // what it holds goes before whoever waits goes on
            atEnd = nullptr;
            ended->set_value();
        });
    }

    void requestStop() { m_stop.request_stop(); }
    bool isStopping() const { return m_stop.stop_requested(); }

    void stopAndWait()
    {
        requestStop();
        if (m_ended.valid())
            m_ended.wait();
    }

    Pending takePending()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_pending, {});
    }

    Progress latest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_progress;
    }

    double seconds() const { return static_cast<double>(m_clock.elapsed()) / 1000.0; }

    double secondsLeft() const
    {
        const std::lock_guard lock(m_mutex);
        const auto done = m_progress.done - m_stageDone;
        if (m_progress.total <= 0 || done <= 0)
            return -1;
        const auto left = std::max<std::int64_t>(0, m_progress.total - m_progress.done);
        return (seconds() - m_stageStart) * static_cast<double>(left) / static_cast<double>(done);
    }

    std::function<void()> deliver;

private:
    void progress(const Progress &progress) override
    {
        const std::lock_guard lock(m_mutex);
        // Each stage has a speed of its own.
        if (progress.stage != m_progress.stage || progress.done < m_progress.done ||
            progress.total != m_progress.total) {
            m_stageStart = seconds();
            m_stageDone = progress.done;
        }
        m_progress = progress;
        m_pending.progress = progress;
    }

    void metric(std::string_view key, double value, std::int64_t step) override
    {
        const auto size = static_cast<qsizetype>(key.size());
        const std::lock_guard lock(m_mutex);
        m_pending.points.push_back({.key = QString::fromUtf8(key.data(), size), .step = step, .value = value});
    }

    void note(std::string_view text) override
    {
        const std::lock_guard lock(m_mutex);
        m_pending.notes.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }

    mutable std::mutex m_mutex;
    Pending m_pending;
    Progress m_progress;
    double m_stageStart = 0; // [s]
    std::int64_t m_stageDone = 0;
    QElapsedTimer m_clock;
    std::stop_source m_stop;
    std::future<void> m_ended;
};

JobRunner::JobRunner(JobRegistry *registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    m_throttle.setTimerType(Qt::PreciseTimer);
    m_throttle.setInterval(deliveryInterval);
    connect(&m_throttle, &QTimer::timeout, this, &JobRunner::deliverPending);
}

JobRunner::~JobRunner()
{
    // All are asked before any is waited for, so that they stop side by side.
    if (m_job)
        m_job->requestStop();
    for (const auto &job : m_abandoned)
        job->stopAndWait();
    if (m_job)
        m_job->stopAndWait();
    if (m_registry)
        m_registry->remove(this);
}

void JobRunner::abandonCurrent()
{
    if (!m_job)
        return;
    m_job->requestStop();
    m_abandoned.push_back(std::move(m_job));
    m_job.reset();
}

void JobRunner::startErased(const QString &title, std::function<void(const Context &)> work,
                            std::function<void()> deliver)
{
    abandonCurrent();
    m_title = title;
    m_job = std::make_shared<Job>();
    m_job->deliver = std::move(deliver);
    // The destructor waits for the thread, so the runner is there whenever the thread posts.
    m_job->run(std::move(work), [this, job = std::weak_ptr(m_job)] {
        QMetaObject::invokeMethod(
            this,
            [this, job] {
                if (const auto ended = job.lock())
                    complete(ended);
            },
            Qt::QueuedConnection);
    });
    m_throttle.start();
    if (m_registry)
        m_registry->add(this);
    emit started();
}

void JobRunner::cancel()
{
    if (!m_job || m_job->isStopping())
        return;
    m_job->requestStop();
    emit cancelling();
}

bool JobRunner::isRunning() const
{
    return m_job != nullptr;
}

bool JobRunner::isCancelling() const
{
    return m_job && m_job->isStopping();
}

Progress JobRunner::progress() const
{
    return m_job ? m_job->latest() : Progress{};
}

double JobRunner::secondsLeft() const
{
    return m_job ? m_job->secondsLeft() : -1;
}

double JobRunner::secondsRunning() const
{
    return m_job ? m_job->seconds() : 0;
}

void JobRunner::deliverPending()
{
    if (!m_job)
        return;
    const QPointer guard(this);
    const auto pending = m_job->takePending();
    if (pending.progress)
        emit progressed(*pending.progress);
    if (guard && !pending.points.empty())
        emit metricsLogged(pending.points);
    for (const QString &note : pending.notes) {
        if (guard)
            emit noted(note);
    }
}

void JobRunner::complete(const std::shared_ptr<Job> &job)
{
    if (std::erase(m_abandoned, job) > 0) {
        job->stopAndWait();
        return;
    }
    const QPointer guard(this);
    deliverPending();
    if (!guard || m_job != job)
        return;
    job->stopAndWait();
    m_job.reset();
    m_throttle.stop();
    if (m_registry)
        m_registry->remove(this);
    emit finished();
    // A slot may have closed the page, or begun something newer that makes this result stale.
    if (guard && !m_job)
        job->deliver();
}

Failure JobRunner::escaped(const char *what)
{
    return failure(ErrorKind::Internal, "unexpected", "The work ended unexpectedly: {}.",
                   {what && *what ? what : "no reason was given"});
}

void JobRegistry::add(JobRunner *runner)
{
    if (std::ranges::find(m_running, runner) == m_running.end())
        m_running.push_back(runner);
    emit changed();
}

void JobRegistry::remove(JobRunner *runner)
{
    if (std::erase(m_running, runner) > 0)
        emit changed();
}

} // namespace assay::ui
