// SPDX-License-Identifier: GPL-3.0-or-later
// Run files of W&B: framing, what was logged, and damage.
#include "storefixture.h"
#include "tracking/importers/importer.h"
#include "tracking/importers/wandblog.h"
#include "tracking/importers/wandbrun.h"

#include <QBuffer>
#include <cmath>

using namespace assay::tracking;

namespace {

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7)
        bytes.append(static_cast<char>(value | 0x80));
    return bytes.append(static_cast<char>(value));
}

QByteArray field(int number, const QByteArray &bytes)
{
    return varint(static_cast<quint64>(number) << 3 | 2) + varint(static_cast<quint64>(bytes.size())) + bytes;
}

QByteArray number(int field, quint64 value)
{
    return varint(static_cast<quint64>(field) << 3) + varint(value);
}

QByteArray item(const QByteArray &key, const QByteArray &json)
{
    return field(1, key) + field(16, json);
}

QByteArray history(int step, const QByteArray &loss)
{
    return field(2, field(1, item("loss", loss)) + field(1, item("_step", QByteArray::number(step))) +
                        field(1, item("_timestamp", "1700000000.5")) +
                        field(1, item("image", R"({"_type": "image-file", "size": 3})")) +
                        field(1, item("nested", R"({"a": 1, "b": {"c": 2}})")));
}

QByteArray runRecord()
{
    const QByteArray config =
        field(1, item("lr", "0.1")) + field(1, item("net", R"({"depth": 3})")) + field(1, item("_wandb", "{}"));
    return field(17, field(1, "abc123") + field(3, "churn") + field(4, config) + field(8, "brave-sun") +
                         field(9, "a note") + field(10, "baseline") + field(13, "host") +
                         field(17, number(1, 1'700'000'000)));
}

std::vector<QByteArray> records()
{
    std::vector<QByteArray> all = {runRecord()};
    for (int step = 0; step < 100; ++step)
        all.push_back(history(step, step == 7 ? QByteArray("NaN") : QByteArray::number(1.0 / (1 + step), 'g', 17)));
    all.push_back(field(3, field(1, item("best", "0.01")) + field(1, item("loss", "0.01"))));
    all.push_back(field(18, number(1, 0) + number(2, 60)));
    return all;
}

} // namespace

class TestWandb : public QObject
{
    Q_OBJECT
private slots:
    void framing();
    void wholeRun();
    void cut();
    void damage();
    void throughTheStore();
};

/// Records of all sizes around the blocks' borders come back as they were.
void TestWandb::framing()
{
    std::vector<QByteArray> all;
    for (const qsizetype size : {0, 1, 100, 32747, 32748, 32749, 7, 32768, 100'000, 5, 32761 * 2})
        all.push_back(QByteArray(size, static_cast<char>('a' + all.size())));
    const QByteArray bytes = wandbLog(all);
    WandbLog log(bytes);
    for (const QByteArray &record : all) {
        QVERIFY(log.next());
        QCOMPARE(log.record(), record);
    }
    QVERIFY(!log.next());
    QCOMPARE(log.damage().size(), 0U);
    // The same from a file, of which only a piece is read at a time.
    QBuffer file;
    file.setData(bytes);
    QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    WandbLog pieces(file);
    QVERIFY(pieces.isOne());
    QVERIFY(file.pos() <= ByteWindow::pieceBytes);
    for (const QByteArray &record : all) {
        QVERIFY(pieces.next());
        QCOMPARE(pieces.record(), record);
    }
    QVERIFY(!pieces.next());
    QCOMPARE(file.pos(), bytes.size());
}

void TestWandb::wholeRun()
{
    std::vector<ImportProblem> problems;
    const ImportedRun run = need(parseWandb(wandbLog(records()), QStringLiteral("run-abc123.wandb"), problems));
    QCOMPARE(problems.size(), 0U);
    QCOMPARE(run.source, QStringLiteral("wandb:churn/abc123"));
    QCOMPARE(run.experiment, QStringLiteral("churn"));
    QCOMPARE(run.name, QStringLiteral("brave-sun"));
    QCOMPARE(run.note, QStringLiteral("a note"));
    QCOMPARE(run.status, RunStatus::Finished);
    QCOMPARE(run.start.secsTo(run.end), 60);
    QCOMPARE(std::get<double>(run.params.at("lr")), 0.1);
    QCOMPARE(std::get<std::int64_t>(run.params.at("net/depth")), 3);
    QCOMPARE(run.params.size(), 2U);
    QVERIFY(run.tags.contains(QStringLiteral("wandb.tag.baseline")));
    const auto &loss = run.metrics.at(QStringLiteral("loss"));
    QCOMPARE(loss.size(), 100U);
    QVERIFY(std::isnan(loss[7].value));
    QCOMPARE(loss[9], (MetricPoint{.step = 9, .time = 1'700'000'000'500'000, .value = 0.1}));
    QCOMPARE(run.metrics.at(QStringLiteral("nested.b.c")).size(), 100U);
    QCOMPARE(run.metrics.at(QStringLiteral("best")).front().step, 99);
    QVERIFY(!run.metrics.contains(QStringLiteral("image.size")));
}

/// A run that is still logged: what is whole is taken, the rest is no problem.
void TestWandb::cut()
{
    const QByteArray bytes = wandbLog(records());
    std::size_t before = 0;
    for (qsizetype size = 7; size < bytes.size(); size += 13) {
        std::vector<ImportProblem> problems;
        const ImportedRun run = need(parseWandb(bytes.left(size), QStringLiteral("r.wandb"), problems));
        QCOMPARE(problems.size(), 0U);
        const auto loss = run.metrics.find(QStringLiteral("loss"));
        const std::size_t now = loss == run.metrics.end() ? 0 : loss->second.size();
        QVERIFY(now >= before);
        before = now;
    }
    QVERIFY(before >= 99);
}

void TestWandb::damage()
{
    std::vector<QByteArray> all = records();
    all.insert(all.begin() + 50, field(4, QByteArray(70'000, 'x'))); // console output over three blocks
    QByteArray bytes = wandbLog(all);
    bytes[40'000] = static_cast<char>(bytes[40'000] ^ 1);
    std::vector<ImportProblem> problems;
    const ImportedRun run = need(parseWandb(bytes, QStringLiteral("r.wandb"), problems));
    QCOMPARE(problems.size(), 1U);
    QVERIFY(problems.front().offset > 0 && problems.front().offset <= 40'000);
    QCOMPARE(run.metrics.at(QStringLiteral("loss")).size(), 100U);
    QCOMPARE(codeOf(parseWandb("not one", QStringLiteral("x"), problems)), QStringLiteral("not_wandb"));
}

void TestWandb::throughTheStore()
{
    QTemporaryDir root;
    QDir(root.path()).mkpath(QStringLiteral("wandb/offline-run-1"));
    QFile file(root.filePath(QStringLiteral("wandb/offline-run-1/run-abc123.wandb")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(wandbLog(records()));
    file.close();
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, root.path(), {}, {}));
    QCOMPARE(report.format, QStringLiteral("wandb"));
    QCOMPARE(report.added, 1);
    QCOMPARE(need(importRuns(*store.store, file.fileName(), {}, {})).known, 1);
    const Run run = need(store->runs()).front();
    QCOMPARE(need(store->series(run.id, QStringLiteral("loss"))).size(), 100U);
}

QTEST_GUILESS_MAIN(TestWandb)
#include "tst_wandb.moc"
