// SPDX-License-Identifier: GPL-3.0-or-later
// A store's file as anything may have left it: bytes that are no database, and a good store with some of its bytes
// changed or cut off. Opening it and reading everything in it gives values or errors.
#include "fuzzinput.h"
#include "tracking/runstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace assay;
using namespace assay::tracking;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A small store with some of everything, in one file.
QByteArray goodStore(const QString &folder)
{
    const QString path = folder + QStringLiteral("/good.db");
    {
        auto store = std::move(*RunStore::open(path));
        const auto run = store->begin({.name = QStringLiteral("one"),
                                       .params = {{"C", 1.5}, {"model", std::string("svm")}},
                                       .tags = {{QStringLiteral("owner"), QStringLiteral("ada")}},
                                       .inputs = {{.role = QStringLiteral("train"), .name = QStringLiteral("a.csv")}}});
        std::vector<MetricPoint> points;
        for (int i = 0; i < 3000; ++i)
            points.push_back({.step = i, .time = i * 1000, .value = 1.0 / (i + 1)});
        (void)store->logMetrics(*run, QStringLiteral("loss"), points);
        (void)store->end(*run, RunStatus::Finished);
        (void)store->begin({.name = QStringLiteral("two"), .parent = *run});
    }
    return readFile(path);
}

void readAll(const QString &path)
{
    auto store = RunStore::open(path);
    if (!store)
        return;
    (void)(*store)->experiments();
    (void)(*store)->metricKeys();
    const auto runs = (*store)->runs({.filter = QStringLiteral("metrics.loss < 2 or params.C > 0")});
    (void)(*store)->runs();
    if (!runs)
        return;
    for (const Run &run : *runs) {
        (void)(*store)->details(run.id);
        (void)(*store)->series(run.id, QStringLiteral("loss"));
        (void)(*store)->series(run.id, QStringLiteral("loss"), 2500);
    }
    (void)(*store)->begin({.name = QStringLiteral("three")});
}

struct Setting
{
    QTemporaryDir folder{QStringLiteral("/dev/shm/assay-fuzz-XXXXXX")};
    QByteArray good = goodStore(folder.path());
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static char name[] = "fuzz_store";
    static char *arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments); // finds Qt's SQLite
    static const Setting setting;

    fuzz::Input input(data, size);
    QByteArray bytes;
    if (input.byte() == 0) {
        bytes = input.rest();
    } else {
        bytes = setting.good;
        const int cut = input.number();
        if (cut < 0x8000)
            bytes.chop(cut * 8 % bytes.size());
        while (!input.isEmpty()) {
            const qsizetype page = input.byte(), place = input.number() % 4096;
            const QByteArray change = input.take(input.byte() % 16);
            const qsizetype at = page * 4096 + place;
            if (at + change.size() < bytes.size())
                bytes.replace(at, change.size(), change);
        }
    }
    // A folder of its own each time: what one leaves beside its store is not the next one's.
    const QTemporaryDir folder(setting.folder.filePath(QStringLiteral("XXXXXX")));
    const QString path = folder.filePath(QStringLiteral("assay.db"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    file.close();
    readAll(path);
    return 0;
}
