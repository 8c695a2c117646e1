// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopwatch.h"
#include "tracking/runstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <cstdio>
#include <functional>

// What logging, reading back and searching cost. Figures are seconds on the clock and, in brackets, of the processor.

using namespace assay;
using namespace assay::tracking;
using bench::Cost;
using bench::cost;
using bench::need;

namespace {

void print(const char *what, Cost cost, const QString &figure, const char *goal)
{
    std::printf("%-44s %8.3f s (%.3f)  %-28s goal %s\n", what, cost.wall, cost.processor, qPrintable(figure), goal);
    std::fflush(stdout);
}

QString rate(qint64 count, Cost cost)
{
    return QStringLiteral("%1 /s").arg(static_cast<double>(count) / cost.wall, 0, 'f', 0);
}

QString bytesAPoint(qint64 bytes, qint64 points)
{
    return QStringLiteral("%1 bytes a point").arg(static_cast<double>(bytes) / static_cast<double>(points), 0, 'f', 2);
}

void logging(const QString &path)
{
    auto store = need(RunStore::open(path));
    const RunId run = need(store->begin({}));
    constexpr qint64 singles = 1'000'000, bulk = 5'000'000, million = 1'000'000;
    const Cost one = cost([&] {
        for (qint64 i = 0; i < singles; ++i)
            need(store->logMetric(run, QStringLiteral("loss"), 1.0 / static_cast<double>(i + 1), i));
        need(store->flush());
    });
    print("1,000,000 points logged one at a time", one, rate(singles, one), ">= 60,000 /s");
    store.reset(); // the log goes into the store
    const qint64 before = QFileInfo(path).size();
    print("size on disk of these", {}, bytesAPoint(before, singles), "<= 12");
    store = need(RunStore::open(path));
    std::vector<MetricPoint> points(million);
    const Cost many = cost([&] {
        for (qint64 done = 0; done < bulk; done += million) {
            for (qint64 i = 0; i < million; ++i)
                points[i] = {.step = done + i,
                             .time = 1'700'000'000'000 + (done + i) / 3,
                             .value = 1.0 / static_cast<double>(i + 1)};
            need(store->logMetrics(run, QStringLiteral("bulk %1").arg(done), points));
        }
        need(store->flush());
    });
    print("5,000,000 points in bulk", many, rate(bulk, many), ">= 1,000,000 /s");
    std::size_t count = 0;
    const Cost reading = cost([&] { count = need(store->series(run, QStringLiteral("bulk 0"))).size(); });
    print("read back one series of 1,000,000", reading, QStringLiteral("%1 points").arg(count), "<= .05 s");
    store.reset();
    print("size on disk of the bulk", {}, bytesAPoint(QFileInfo(path).size() - before, bulk), "<= 12");
}

void fill(RunStore &store, int runs, int metrics)
{
    for (int r = 0; r < runs; ++r) {
        const RunId run =
            need(store.begin({.name = QStringLiteral("run %1").arg(r),
                              .model = r % 2 ? QStringLiteral("xgboost") : QStringLiteral("logistic"),
                              .params = {{"C", r * 0.5}, {"max_depth", std::int64_t(r % 12)}},
                              .tags = {{QStringLiteral("owner"), QStringLiteral("person %1").arg(r % 7)}}}));
        for (int m = 0; m < metrics; ++m)
            need(store.logMetric(run, QStringLiteral("metric %1").arg(m), (r * 7919 + m) % 10'007, 0));
        if (r % 500 == 499)
            need(store.flush());
    }
    need(store.flush());
}

void searching(const QString &path)
{
    constexpr int runs = 10'000, metrics = 100;
    auto store = need(RunStore::open(path));
    print("10,000 runs of 100 metrics written", cost([&] { fill(*store, runs, metrics); }), {}, "-");
    std::size_t found = 0;
    const RunQuery best{
        .filter = QStringLiteral("xgb person"), .sortKey = QStringLiteral("metrics.metric 50"), .limit = 100};
    const Cost search = cost([&] { found = need(store->runs(best)).size(); });
    print("filter, order by a metric, first 100", search, QStringLiteral("%1 runs").arg(found), "<= .1 s");
    const Cost counting = cost([&] { found = static_cast<std::size_t>(need(store->count(best))); });
    print("count of the same", counting, QStringLiteral("%1 runs").arg(found), "<= .1 s");
    const Cost all = cost([&] { found = need(store->runs()).size(); });
    print("all as a table", all, QStringLiteral("%1 runs").arg(found), "<= 1 s");
    const Cost keys = cost([&] { found = static_cast<std::size_t>(need(store->metricKeys()).size()); });
    print("keys of metrics", keys, QStringLiteral("%1 keys").arg(found), "-");
    store.reset();
    print("open", cost([&] { store = need(RunStore::open(path)); }), {}, "-");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    logging(folder.filePath(QStringLiteral("log.db")));
    searching(folder.filePath(QStringLiteral("search.db")));
    return 0;
}
