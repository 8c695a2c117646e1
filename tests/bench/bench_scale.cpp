// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalestore.h"
#include "stopwatch.h"

#include "tracking/query/completion.h"
#include "tracking/runtable.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>

// What opening, filtering, sorting and grouping cost in a store of 10,000 runs, 100 metrics, 30 parameters and 10
// million points. usage: bench_scale [STORE made by makestore]. Seconds on the clock, and in brackets of the processor:
// the first time, and the median of the next times. The peer's figures were measured on another day on such a machine.

using namespace assay;
using namespace assay::tracking;
using bench::Cost;
using bench::cost;
using bench::need;

namespace {

/// @p work answers how much it found.
void measure(const char *what, double goal, const char *peer, const std::function<std::size_t()> &work)
{
    std::size_t found = 0;
    const Cost first = cost([&] { found = work(); });
    std::vector<Cost> again;
    for (int i = 0; i < 5; ++i)
        again.push_back(cost([&] { found = work(); }));
    std::ranges::sort(again, {}, &Cost::wall);
    const Cost usual = again[again.size() / 2];
    std::printf("%-44s %7.4f (%.4f) first %7.4f  %9zu found  goal %.3g s %-6s %s\n", what, usual.wall, usual.processor,
                first.wall, found, goal, usual.wall <= goal ? "held" : "MISSED", peer);
    std::fflush(stdout);
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

std::vector<qint64> page(const std::vector<RunRow> &rows, std::size_t count)
{
    std::vector<qint64> first;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i)
        first.push_back(rows[i].row);
    return first;
}

const RunFields shown{
    .metrics = {QStringLiteral("loss"), QStringLiteral("roc_auc"), QStringLiteral("f1"),
                QStringLiteral("val/metric_40")},
    .params = {QStringLiteral("learning_rate"), QStringLiteral("max_depth"), QStringLiteral("booster")},
    .tags = {QStringLiteral("owner")}};

void opening(const QString &path)
{
    measure("open, order, first page of 60 rows", 0.5, "MLflow: server 7 s", [&] {
        const auto store = need(RunStore::open(path));
        const RunTable table(*store);
        return need(table.read(page(need(table.rows({})), 60), shown)).size();
    });
}

void listing(const RunStore &store)
{
    const RunTable table(store);
    const auto rows = [&](const char *filter, const char *sort, qint64 limit = -1) {
        return [&table, filter, sort, limit] {
            return need(table.rows(
                            {.filter = QString::fromUtf8(filter), .sortKey = QString::fromUtf8(sort), .limit = limit}))
                .size();
        };
    };
    measure("order by time", 0.1, "", rows("", "start_time"));
    measure("order by a metric", 0.1, "", rows("", "metrics.roc_auc"));
    measure("order by the minimum of a metric", 0.1, "", rows("", "metrics.loss.min"));
    measure("order by a parameter", 0.1, "", rows("", "params.learning_rate"));
    measure("order by a tag", 0.1, "", rows("", "tags.owner"));
    measure("order by name", 0.1, "", rows("", "name"));
    measure("filter by a metric", 0.1, "", rows("metrics.roc_auc > 1.5", "start_time"));
    measure("filter and order by a metric, first 100", 0.1, "MLflow 1.1 s",
            rows("metrics.roc_auc > 0.5", "metrics.roc_auc", 100));
    measure("filter by words", 0.1, "", rows("xgb ada", "start_time"));
    measure("filter by five comparisons", 0.1, "",
            rows("metrics.roc_auc > 0.5 and params.learning_rate < 0.01 and params.booster = 'dart' and"
                 " (tags.owner like 'a%' or not metrics.f1 between 0.2 and 0.4)",
                 "metrics.f1"));
    measure("filter by date and duration", 0.1, "", rows("start_time > '2025-10-20' duration > 30m", "duration"));
    measure("filter by dataset", 0.1, "", rows("datasets.name = 'data_1.csv' status = finished", "start_time"));
    measure("read a page of 60 rows", 0.016, "",
            [&table, all = need(table.rows({}))] { return need(table.read(page(all, 60), shown)).size(); });
    measure("all 10,000 rows of 8 columns", 1, "",
            [&table, all = need(table.rows({}))] { return need(table.read(page(all, all.size()), shown)).size(); });
    measure("all as a table, every fact", 1, "MLflow 14 s", [&store] { return need(store.runs()).size(); });
}

void summing(const RunStore &store)
{
    const RunTable table(store);
    const QStringList metrics = {QStringLiteral("loss"), QStringLiteral("roc_auc"), QStringLiteral("f1")};
    measure("keys with how many runs have them", 0.1, "", [&] { return need(table.keys({})).metrics.size(); });
    measure("keys of filtered runs", 0.1, "",
            [&] { return need(table.keys({.filter = QStringLiteral("model = xgboost")})).metrics.size(); });
    measure("names of metrics", 0.1, "", [&] { return static_cast<std::size_t>(need(store.metricKeys()).size()); });
    measure("spread of 3 metrics", 0.1, "", [&] { return need(table.spread({}, metrics)).size(); });
    measure("group by a parameter, 3 metrics", 0.1, "",
            [&] { return need(table.groups({}, QStringLiteral("params.max_depth"), metrics)).size(); });
    measure("group by model, 3 metrics", 0.1, "",
            [&] { return need(table.groups({}, QStringLiteral("model"), metrics)).size(); });
    const auto complete = [&](const char *text) {
        return [&store, query = QString::fromUtf8(text)] {
            return need(completeQuery(store, query, static_cast<int>(query.size()))).size();
        };
    };
    measure("complete a key", 0.1, "", complete("metrics.val/"));
    measure("complete anything", 0.2, "", complete(""));
    measure("complete a value", 0.1, "", complete("params.param_29 = "));
}

void reading(const RunStore &store)
{
    const RunTable table(store);
    const auto all = need(table.rows({.descending = false, .limit = 101}));
    const auto runs = need(table.read(page(all, all.size()), {}));
    measure("read the series of 1,000,000 points", 0.05, "MLflow 33 s",
            [&] { return need(store.series(runs.at(0).id, bench::curveKey)).size(); });
    measure("read 100 series of 10,000 points", 0.1, "", [&] {
        std::size_t points = 0;
        for (std::size_t i = 1; i < runs.size(); ++i)
            points += need(store.series(runs[i].id, bench::curveKey)).size();
        return points;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("scale.db"));
    if (argc > 1)
        path = QString::fromLocal8Bit(argv[1]);
    else
        std::printf("made in %.1f s\n", cost([&] {
                                            if (const auto made = bench::makeScaleStore(path, {}); !made)
                                                qFatal("%s", made.error().message.c_str());
                                        }).wall);
    std::printf("%.0f MB on disk\n", static_cast<double>(QFileInfo(path).size()) / 1e6);
    opening(path);
    const auto store = need(RunStore::open(path));
    listing(*store);
    summing(*store);
    std::printf("%.0f MB of memory at most before curves (goal 300)\n", residentMegabytes());
    reading(*store);
    std::printf("%.0f MB of memory at most\n", residentMegabytes());
    return 0;
}
