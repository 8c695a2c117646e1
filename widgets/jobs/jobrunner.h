// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace assay::ui {

class JobRegistry;

/// One point of a metric series as it came from the work.
struct LivePoint
{
    QString key;
    qint64 step = 0;
    double value = 0;
};

/// The one bridge between the window's thread and long work. `start` runs a function on a thread of its own and hands
/// its result, moved, to a function on the window's thread. The latest job wins: starting again stops the one before,
/// whose result is dropped. Progress and metrics arrive at most 10 times a second. Destruction stops the work and waits
/// for it. Lives on the window's thread.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(JobRegistry *registry, QObject *parent = nullptr);
    ~JobRunner() override;

    template<class T>
    void start(const QString &title, std::function<Result<T>(const Context &)> work,
               std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        startErased(
            title,
            [work = std::move(work), result](const Context &context) {
                try {
                    result->emplace(work(context));
                } catch (const std::exception &exception) {
                    result->emplace(escaped(exception.what()));
                } catch (...) {
                    result->emplace(escaped({}));
                }
            },
            [done = std::move(done), result] { done(std::move(**result)); });
    }

    /// Asks the work to stop and says so at once with `cancelling`; the work returns soon after with `cancelled`, and
    /// `done` is called with that.
    void cancel();
    bool isRunning() const;
    bool isCancelling() const;
    QString title() const { return m_title; }
    Progress progress() const;
    /// Seconds left by the progress so far; negative while unknown.
    double secondsLeft() const;
    double secondsRunning() const;

signals:
    void started();
    void cancelling();
    void progressed(const assay::Progress &progress);
    void metricsLogged(const std::vector<assay::ui::LivePoint> &points);
    void noted(const QString &text);
    void finished();

private:
    class Job;
    static Failure escaped(const char *what);
    void abandonCurrent();
    void startErased(const QString &title, std::function<void(const Context &)> work, std::function<void()> deliver);
    void deliverPending();
    void complete(const std::shared_ptr<Job> &job);

    QPointer<JobRegistry> m_registry;
    QString m_title;
    std::shared_ptr<Job> m_job;
    std::vector<std::shared_ptr<Job>> m_abandoned; ///< stopping; joined before destruction ends
    QTimer m_throttle;
};

/// All running jobs of a window, for the Jobs pane and the status bar. Lives on the window's thread and outlives the
/// runners.
class JobRegistry : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<JobRunner *> &running() const { return m_running; }
    void add(JobRunner *runner);
    void remove(JobRunner *runner);

signals:
    void changed();

private:
    std::vector<JobRunner *> m_running;
};

} // namespace assay::ui
