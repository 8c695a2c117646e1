// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobrunner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace assay;
using namespace assay::ui;

namespace {

/// Blocks until the context is asked to stop, as long work does between two chunks.
void waitForStop(const Context &context)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait(lock, context.stop, [] { return false; });
}

Result<int> untilStopped(const Context &context)
{
    waitForStop(context);
    return cancelled();
}

} // namespace

class TestJobRunner : public QObject
{
    Q_OBJECT

private slots:
    void worksOnAThreadOfItsOwnAndDeliversHere();
    void movesTheResult();
    void latestWins();
    void staleResultIsDroppedEvenWhenAlreadyPosted();
    void cancelIsAcknowledgedAtOnceAndDelivered();
    void destructionStopsAndWaits();
    void exceptionBecomesAnInternalError();
    void progressArrivesAtMostTenTimesASecond();
    void metricsAndNotesAllArriveInOrder();
    void timeLeftFollowsTheStage();
    void mayBeDeletedByItsOwnResult();
    void mayStartAgainFromItsOwnResult();
    void registryKnowsWhatRuns();

private:
    JobRegistry m_registry;
};

void TestJobRunner::worksOnAThreadOfItsOwnAndDeliversHere()
{
    JobRunner runner(&m_registry);
    QSignalSpy started(&runner, &JobRunner::started);
    QSignalSpy finished(&runner, &JobRunner::finished);
    const auto here = std::this_thread::get_id();
    std::thread::id workedOn, deliveredOn;
    int value = 0;
    runner.start<int>(
        QStringLiteral("Sum"),
        [&](const Context &) -> Result<int> {
            workedOn = std::this_thread::get_id();
            return 42;
        },
        [&](Result<int> result) {
            deliveredOn = std::this_thread::get_id();
            value = result.value();
        });
    QCOMPARE(started.count(), 1);
    QVERIFY(runner.isRunning());
    QCOMPARE(runner.title(), QStringLiteral("Sum"));
    QVERIFY(finished.wait());
    QCOMPARE(value, 42);
    QVERIFY(!runner.isRunning());
    QVERIFY(workedOn != here);
    QVERIFY(deliveredOn == here);
}

void TestJobRunner::movesTheResult()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::unique_ptr<int> got;
    runner.start<std::unique_ptr<int>>(
        QStringLiteral("Move"),
        [](const Context &) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); },
        [&](Result<std::unique_ptr<int>> result) { got = std::move(result.value()); });
    QVERIFY(finished.wait());
    QVERIFY(got);
    QCOMPARE(*got, 7);
}

void TestJobRunner::latestWins()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<int> delivered;
    std::atomic<bool> firstStopped = false;
    runner.start<int>(
        QStringLiteral("First"),
        [&](const Context &context) -> Result<int> {
            waitForStop(context);
            firstStopped = true;
            return 1;
        },
        [&](const Result<int> &result) { delivered.push_back(result.value()); });
    runner.start<int>(
        QStringLiteral("Second"), [](const Context &) -> Result<int> { return 2; },
        [&](const Result<int> &result) { delivered.push_back(result.value()); });
    QVERIFY(finished.wait());
    QTRY_VERIFY(firstStopped);
    QCoreApplication::processEvents();
    QCOMPARE(delivered, std::vector<int>{2});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_registry.running().size(), std::size_t{0});
}

void TestJobRunner::staleResultIsDroppedEvenWhenAlreadyPosted()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<int> delivered;
    std::latch worked(1);
    runner.start<int>(
        QStringLiteral("First"),
        [&](const Context &) -> Result<int> {
            worked.count_down();
            return 1;
        },
        [&](const Result<int> &result) { delivered.push_back(result.value()); });
    worked.wait();
    runner.start<int>(
        QStringLiteral("Second"), [](const Context &) -> Result<int> { return 2; },
        [&](const Result<int> &result) { delivered.push_back(result.value()); });
    QVERIFY(finished.wait());
    QCOMPARE(delivered, std::vector<int>{2});
}

void TestJobRunner::cancelIsAcknowledgedAtOnceAndDelivered()
{
    JobRunner runner(&m_registry);
    QSignalSpy cancelling(&runner, &JobRunner::cancelling);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::string code;
    runner.start<int>(QStringLiteral("Long"), untilStopped,
                      [&](const Result<int> &result) { code = result.error().code; });
    QElapsedTimer clock;
    clock.start();
    runner.cancel();
    runner.cancel();
    QCOMPARE(cancelling.count(), 1);
    QVERIFY(runner.isCancelling());
    QVERIFY(clock.elapsed() < 100);
    QVERIFY(finished.wait(1000));
    QCOMPARE(code, cancelled().value().code);
    QVERIFY(!runner.isCancelling());
}

void TestJobRunner::destructionStopsAndWaits()
{
    std::atomic<bool> ended = false;
    bool delivered = false;
    {
        JobRunner runner(&m_registry);
        for (int i = 0; i < 3; ++i) {
            runner.start<int>(
                QStringLiteral("Long"),
                [&](const Context &context) -> Result<int> {
                    waitForStop(context);
                    ended = true;
                    return cancelled();
                },
                [&](const Result<int> &) { delivered = true; });
        }
    }
    QVERIFY(ended);
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
    QVERIFY(m_registry.running().empty());
}

void TestJobRunner::exceptionBecomesAnInternalError()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::optional<Error> error;
    runner.start<int>(
        QStringLiteral("Bug"), [](const Context &) -> Result<int> { throw std::runtime_error("out of cheese"); },
        [&](const Result<int> &result) { error = result.error(); });
    QVERIFY(finished.wait());
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Internal);
    QCOMPARE(error->arguments, std::vector<std::string>{"out of cheese"});
}

void TestJobRunner::progressArrivesAtMostTenTimesASecond()
{
    JobRunner runner(&m_registry);
    QSignalSpy progressed(&runner, &JobRunner::progressed);
    QSignalSpy finished(&runner, &JobRunner::finished);
    QElapsedTimer clock;
    clock.start();
    runner.start<int>(
        QStringLiteral("Chatty"),
        [](const Context &context) -> Result<int> {
            const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(450);
            int i = 0;
            while (std::chrono::steady_clock::now() < until)
                context.progress("chunks", ++i, 1'000'000'000);
            return i;
        },
        [](const Result<int> &) {});
    QVERIFY(finished.wait());
    const auto seconds = static_cast<double>(clock.elapsed()) / 1000;
    QVERIFY(progressed.count() >= 1);
    QVERIFY2(static_cast<double>(progressed.count()) <= 10 * seconds + 1,
             qPrintable(QString::number(progressed.count())));
}

void TestJobRunner::metricsAndNotesAllArriveInOrder()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<LivePoint> points;
    QStringList notes;
    connect(&runner, &JobRunner::metricsLogged, this,
            [&](const std::vector<LivePoint> &more) { points.insert(points.end(), more.begin(), more.end()); });
    connect(&runner, &JobRunner::noted, this, [&](const QString &note) { notes.append(note); });
    runner.start<int>(
        QStringLiteral("Fit"),
        [](const Context &context) -> Result<int> {
            for (int step = 0; step < 5000; ++step)
                context.metric("log_loss", 1.0 / (step + 1), step);
            context.note("a column was left out");
            return 0;
        },
        [](const Result<int> &) {});
    QVERIFY(finished.wait());
    QCOMPARE(points.size(), std::size_t{5000});
    for (std::size_t i = 0; i < points.size(); ++i)
        QCOMPARE(points[i].step, static_cast<qint64>(i));
    QCOMPARE(points.front().key, QStringLiteral("log_loss"));
    QCOMPARE(notes, QStringList{QStringLiteral("a column was left out")});
}

void TestJobRunner::timeLeftFollowsTheStage()
{
    JobRunner runner(&m_registry);
    QSignalSpy progressed(&runner, &JobRunner::progressed);
    QCOMPARE(runner.secondsLeft(), -1.0);
    runner.start<int>(
        QStringLiteral("Fit"),
        [](const Context &context) -> Result<int> {
            context.progress("reading", 0, 0);
            context.progress("fitting", 0, 10);
            QTest::qSleep(40);
            context.progress("fitting", 5, 10);
            return untilStopped(context);
        },
        [](const Result<int> &) {});
    QVERIFY(progressed.wait());
    QCOMPARE(runner.progress().stage, std::string("fitting"));
    QCOMPARE(runner.progress().done, std::int64_t{5});
    QVERIFY(runner.secondsLeft() > 0.03);
    QVERIFY(runner.secondsLeft() < 5);
    QVERIFY(runner.secondsRunning() >= runner.secondsLeft() / 2);
}

void TestJobRunner::mayBeDeletedByItsOwnResult()
{
    QPointer runner(new JobRunner(&m_registry));
    runner->start<int>(
        QStringLiteral("Last words"), [](const Context &) -> Result<int> { return 1; },
        [&](const Result<int> &) { delete runner.data(); });
    QTRY_VERIFY(runner.isNull());
    QVERIFY(m_registry.running().empty());
}

void TestJobRunner::mayStartAgainFromItsOwnResult()
{
    JobRunner runner(&m_registry);
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<int> delivered;
    const auto one = [](const Context &) -> Result<int> { return 1; };
    runner.start<int>(QStringLiteral("First"), one, [&](const Result<int> &) {
        delivered.push_back(1);
        runner.start<int>(QStringLiteral("Second"), one, [&](const Result<int> &) { delivered.push_back(2); });
    });
    QTRY_COMPARE(finished.count(), 2);
    QTRY_COMPARE(delivered, (std::vector<int>{1, 2}));
}

void TestJobRunner::registryKnowsWhatRuns()
{
    QSignalSpy changed(&m_registry, &JobRegistry::changed);
    JobRunner runner(&m_registry);
    QVERIFY(m_registry.running().empty());
    runner.start<int>(QStringLiteral("Long"), untilStopped, [](const Result<int> &) {});
    QCOMPARE(m_registry.running(), std::vector<JobRunner *>{&runner});
    QCOMPARE(changed.count(), 1);
    runner.cancel();
    QTRY_VERIFY(m_registry.running().empty());
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_jobrunner.moc"
