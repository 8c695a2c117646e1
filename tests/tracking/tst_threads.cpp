// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <QSqlDatabase>
#include <atomic>
#include <set>
#include <thread>

using namespace assay;
using namespace assay::tracking;

class TestThreads : public QObject
{
    Q_OBJECT

private slots:
    void logTogether();
    void everyThreadMayDoEverything();
    void threadsMayOutliveTheStore();
    void manyShortThreads();
};

namespace {

constexpr int threads = 6;
constexpr int pointsEach = 20'000;

/// Runs @p work on as many threads, half of them Qt's, and waits.
template<class Work>
void together(int count, Work work)
{
    std::vector<std::thread> plain;
    std::vector<std::unique_ptr<QThread>> qt;
    for (int i = 0; i < count; ++i) {
        if (i % 2 == 0) {
            plain.emplace_back([=] { work(i); });
        } else {
            qt.emplace_back(QThread::create([=] { work(i); }));
            qt.back()->start();
        }
    }
    for (std::thread &thread : plain)
        thread.join();
    for (const auto &thread : qt)
        thread->wait();
}

} // namespace

void TestThreads::logTogether()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    together(threads, [&](int number) {
        for (int i = 0; i < pointsEach; ++i) {
            need(store->logMetric(run, "shared", number, i));
            need(store->logMetric(run, QStringLiteral("own %1").arg(number), i, i));
            if (i % 5000 == 0)
                need(store->flush());
        }
    });
    need(store->end(run, RunStatus::Finished));
    std::vector<int> next(threads, 0);
    for (const MetricPoint &point : need(store->series(run, "shared")))
        QCOMPARE(point.step,
                 static_cast<qint64>(next[static_cast<std::size_t>(point.value)]++)); // a thread's own order is kept
    QCOMPARE(next, std::vector<int>(threads, pointsEach));
    for (int number = 0; number < threads; ++number)
        QCOMPARE(need(store->series(run, QStringLiteral("own %1").arg(number))).size(), std::size_t(pointsEach));
}

void TestThreads::everyThreadMayDoEverything()
{
    TemporaryStore store;
    const RunId parent = need(store->begin({.name = "parent"}));
    std::atomic<int> reads = 0;
    together(threads, [&](int number) {
        for (int i = 0; i < 10; ++i) {
            const RunId run =
                need(store->begin({.parent = parent, .model = "m", .params = {{"number", std::int64_t(number)}}}));
            need(store->logMetric(run, "auc", number, i));
            need(store->setTag(run, "thread", QString::number(number)));
            need(store->addArtifact(run, "same", "model", "same bytes"));
            reads += static_cast<int>(
                         need(store->runs({.filter = "tags.thread is not null", .sortKey = "metrics.auc"})).size()) > 0;
            need(store->end(run, RunStatus::Finished));
        }
    });
    QCOMPARE(reads, threads * 10);
    const RunDetails details = need(store->details(parent));
    QCOMPARE(details.children.size(), std::size_t(threads * 10));
    std::set<QString> names;
    for (const Run &child : details.children) {
        names.insert(child.name);
        QCOMPARE(child.tags.at("thread"), QString::number(static_cast<int>(child.metrics.at("auc"))));
    }
    QCOMPARE(names.size(), details.children.size());
}

void TestThreads::threadsMayOutliveTheStore()
{
    auto store = std::make_unique<TemporaryStore>();
    const RunId run = need((*store)->begin({}));
    std::atomic<bool> used = false, gone = false;
    std::thread thread([&] {
        need((*store)->setNote(run, "from there"));
        used = true;
        used.notify_one();
        gone.wait(false);
    });
    used.wait(false);
    QCOMPARE(need((*store)->details(run)).run.note, QString("from there"));
    store.reset();
    gone = true;
    gone.notify_one();
    thread.join();
}

void TestThreads::manyShortThreads()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    for (int i = 0; i < 60; ++i)
        std::thread([&] { need(store->setTag(run, "turn", QString::number(i))); }).join();
    QCOMPARE(need(store->details(run)).run.tags.at("turn"), QString("59"));
    int connections = 0;
    for (const QString &name : QSqlDatabase::connectionNames())
        connections += name.startsWith("assay-store-");
    QVERIFY2(connections <= 2, qPrintable(QString::number(connections)));
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
