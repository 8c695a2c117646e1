// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of event files as runs of the store: once, again, and while they are written.
#include "storefixture.h"
#include "tracking/importers/importer.h"
#include "tracking/importers/tfrecord.h"

#include "engine/core/json.h"

#include <QDir>
#include <cmath>
#include <set>

using namespace assay::tracking;

namespace {

QString samples()
{
    return QDir::cleanPath(QStringLiteral(ASSAY_SOURCE_DIR "/../shared/formats/samples/tb"));
}

/// loss = step at 1000 s + step.
QByteArray lossRecord(int step, double from = 1000)
{
    const double time = from + step;
    const auto loss = static_cast<float>(step);
    QByteArray event(9, '\x09');
    std::memcpy(event.data() + 1, &time, sizeof time);
    QByteArray value("\x0a\x04loss\x15");
    value.append(reinterpret_cast<const char *>(&loss), sizeof loss);
    event.append("\x10").append(static_cast<char>(step));
    event.append("\x2a").append(static_cast<char>(value.size() + 2));
    event.append("\x0a").append(static_cast<char>(value.size())).append(value);
    return tfRecord(event);
}

void append(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

ImportReport import(TemporaryStore &store, const QString &path, const ImportOptions &options = {})
{
    return need(importRuns(*store.store, path, options, {}));
}

std::map<QString, Run> byName(TemporaryStore &store)
{
    std::map<QString, Run> runs;
    for (const Run &run : need(store->runs()))
        runs[run.name] = run;
    return runs;
}

} // namespace

class TestTensorBoardImport : public QObject
{
    Q_OBJECT
private slots:
    void samplesWhole();
    void onlySome();
    void live();
    void liveInSeveralFiles();
    void liveRestart();
    void durationIsOfScalars();
    void trials_data();
    void trials();
    void laterTrial();
    void damageToldAgain();
    void nothingThere();
};

void TestTensorBoardImport::samplesWhole()
{
    QFile file(samples() + QStringLiteral("/expected_scalars.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the samples are not here");
    const auto expected = need(assay::parseJson(file.readAll().toStdString()));
    TemporaryStore store;
    const ImportReport plan = import(store, samples(), {.dryRun = true});
    QCOMPARE(plan.format, QStringLiteral("tensorboard"));
    QCOMPARE(plan.runs.size(), expected.at("runs").size());
    QCOMPARE(need(store->count()), 0);

    const ImportReport done = import(store, samples());
    QCOMPARE(done.added, 12);
    const auto runs = byName(store);
    qint64 series = 0, values = 0;
    for (const auto &[name, wanted] : expected.at("runs").items()) {
        const Run &run = runs.at(QString::fromStdString(name));
        QCOMPARE(run.experiment, QStringLiteral("tb"));
        QCOMPARE(run.status, RunStatus::Finished);
        const bool restarted = name == "restart";
        QCOMPARE(run.metrics.size(), wanted.at("scalars").size() + (restarted ? 1 : 0));
        QVERIFY2(run.start <= run.end && run.start.daysTo(run.end) < 2, name.c_str());
        for (const auto &[tag, points] : wanted.at("scalars").items()) {
            auto stored = need(store->series(run.id, QString::fromStdString(tag)));
            if (restarted) {
                QVERIFY(std::ranges::is_sorted(stored, {}, &MetricPoint::step));
                const auto gone =
                    need(store->series(run.id, QStringLiteral("superseded/") + QString::fromStdString(tag)));
                QCOMPARE(gone.size(), 10U);
                stored.insert(stored.begin() + 50, gone.begin(), gone.end());
            }
            // One record of this file is damaged, where the reference reader stops.
            QVERIFY(name == "bad_crc" ? stored.size() >= points.size() : stored.size() == points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double value = assay::numberFromJson(points[i][2]);
                QCOMPARE(stored[i].step, points[i][0].get<qint64>());
                QCOMPARE(stored[i].time, static_cast<qint64>(std::llround(points[i][1].get<double>() * 1e6)));
                QVERIFY(stored[i].value == value || (std::isnan(stored[i].value) && std::isnan(value)));
                ++values;
            }
            ++series;
        }
    }
    QCOMPARE(series, 17);
    QCOMPARE(values, 13'347);
    const Run &trial = runs.at(QStringLiteral("hp/trial1"));
    QCOMPARE(QString::fromStdString(assay::toText(trial.params.at("opt"))), QStringLiteral("adam"));
    QCOMPARE(trial.params.size(), 4U);

    const ImportReport again = import(store, samples());
    QCOMPARE(again.added, 0);
    QCOMPARE(again.grown, 0);
    QCOMPARE(again.known, 12);
    QCOMPARE(need(store->count()), 12);
}

void TestTensorBoardImport::onlySome()
{
    QTemporaryDir root;
    append(root.filePath(QStringLiteral("a/events.out.tfevents.1.h")), lossRecord(1));
    append(root.filePath(QStringLiteral("b/events.out.tfevents.1.h")), lossRecord(1));
    TemporaryStore store;
    const ImportReport plan = import(store, root.path(), {.dryRun = true});
    const ImportReport done =
        import(store, root.path(), {.experiment = QStringLiteral("mine"), .sources = {plan.runs.back().source}});
    QCOMPARE(done.added, 1);
    const auto runs = need(store->runs());
    QCOMPARE(runs.size(), 1U);
    QCOMPARE(runs.front().name, QStringLiteral("b"));
    QCOMPARE(runs.front().experiment, QStringLiteral("mine"));
}

/// Points that were shown until a restart made them obsolete leave the series.
void TestTensorBoardImport::liveRestart()
{
    QTemporaryDir root;
    TemporaryStore store;
    const QString loss = QStringLiteral("loss");
    for (int step = 0; step < 60; ++step)
        append(root.filePath(QStringLiteral("run/events.out.tfevents.1.h")), lossRecord(step));
    import(store, root.path());
    const RunId id = need(store->runs()).front().id;
    QCOMPARE(need(store->series(id, loss)).size(), 60U);
    for (int step = 50; step < 55; ++step)
        append(root.filePath(QStringLiteral("run/events.out.tfevents.2.h")), lossRecord(step, 5000));
    const ImportReport again = import(store, root.path());
    QCOMPARE(again.grown, 1);
    QCOMPARE(again.problems.size(), 1U);
    const auto points = need(store->series(id, loss));
    QCOMPARE(points.size(), 55U);
    QVERIFY(std::ranges::is_sorted(points, {}, &MetricPoint::time));
    QCOMPARE(need(store->series(id, QStringLiteral("superseded/loss"))).size(), 10U);
    QCOMPARE(need(store->details(id)).series.at(loss).lastStep, 54);
    QCOMPARE(import(store, root.path()).known, 1);
}

/// The record that begins a file is of the time the file was made, which for a copy is another.
void TestTensorBoardImport::durationIsOfScalars()
{
    QTemporaryDir root;
    const double made = 9'000'000;
    QByteArray version(9, '\x09');
    std::memcpy(version.data() + 1, &made, sizeof made);
    append(root.filePath(QStringLiteral("run/events.out.tfevents.1.h")),
           tfRecord(version + "\x1a\x0d" + "brain.Event:2") + lossRecord(3) + lossRecord(8));
    TemporaryStore store;
    import(store, root.path());
    const Run run = need(store->runs()).front();
    QCOMPARE(run.start.toMSecsSinceEpoch(), 1'003'000);
    QCOMPARE(run.end.toMSecsSinceEpoch(), 1'008'000);
}

/// Another program writes on, and stops within a record now and then.
void TestTensorBoardImport::live()
{
    QTemporaryDir root;
    const QString path = root.filePath(QStringLiteral("run/events.out.tfevents.1700000000.h"));
    QByteArray all;
    for (int step = 0; step < 40; ++step)
        all += lossRecord(step);
    TemporaryStore store;
    qsizetype written = 0;
    qint64 grown = 0;
    for (qsizetype next : {100, 101, 500, 500, 1234, static_cast<int>(all.size())}) {
        append(path, all.mid(written, next - written));
        written = next;
        const ImportReport report = import(store, root.path());
        QCOMPARE(report.problems.size(), 0U);
        grown += report.grown;
        const Run run = need(store->runs()).front();
        const auto points = need(store->series(run.id, QStringLiteral("loss")));
        QCOMPARE(static_cast<qsizetype>(points.size()), next / lossRecord(0).size());
        QCOMPARE(run.end.toMSecsSinceEpoch(), points.back().time / 1000);
    }
    QCOMPARE(grown, 3);
    const auto points = need(store->series(need(store->runs()).front().id, QStringLiteral("loss")));
    QCOMPARE(points.size(), 40U);
    for (int step = 0; step < 40; ++step)
        QCOMPARE(points[static_cast<std::size_t>(step)].step, step);
}

/// A second file of the folder grows together with the first: every point is there once.
void TestTensorBoardImport::liveInSeveralFiles()
{
    QTemporaryDir root;
    const QString first = root.filePath(QStringLiteral("events.out.tfevents.1.a"));
    const QString second = root.filePath(QStringLiteral("events.out.tfevents.2.b"));
    TemporaryStore store;
    append(first, lossRecord(1));
    append(second, lossRecord(11));
    QCOMPARE(import(store, root.path()).added, 1);
    append(first, lossRecord(2));
    append(second, lossRecord(12));
    QCOMPARE(import(store, root.path()).grown, 1);
    append(first, lossRecord(3));
    QCOMPARE(import(store, root.path()).grown, 1);
    std::multiset<qint64> steps;
    for (const MetricPoint &point : need(store->series(need(store->runs()).front().id, QStringLiteral("loss"))))
        steps.insert(point.step);
    QCOMPARE(steps, (std::multiset<qint64>{1, 2, 3, 11, 12}));
}

void TestTensorBoardImport::trials_data()
{
    QTest::addColumn<bool>("join");
    QTest::addColumn<int>("trials");
    QTest::addColumn<int>("runs");
    QTest::newRow("one, joined") << true << 1 << 1;
    QTest::newRow("one, apart") << false << 1 << 2;
    QTest::newRow("two are runs of their own") << true << 2 << 3;
}

void TestTensorBoardImport::trials()
{
    QFETCH(bool, join);
    QFETCH(int, trials);
    QFETCH(int, runs);
    const QDir sample(samples() + QStringLiteral("/hp/trial1"));
    if (!sample.exists())
        QSKIP("the samples are not here");
    const QString file = sample.entryList(QDir::Files).first();
    QTemporaryDir root;
    append(root.filePath(QStringLiteral("run/events.out.tfevents.1.h")), lossRecord(1));
    for (int i = 0; i < trials; ++i) {
        const QString folder = root.filePath(QStringLiteral("run/1795303771.%1").arg(576 + i));
        QDir().mkpath(folder);
        QVERIFY(QFile::copy(sample.filePath(file), folder + u'/' + file));
    }
    TemporaryStore store;
    QCOMPARE(import(store, root.path(), {.joinTrials = join}).added, runs);
    const Run run = byName(store).at(QStringLiteral("run"));
    QCOMPARE(run.params.size(), runs == 1 ? 4U : 0U);
    QCOMPARE(run.metrics.size(), runs == 1 ? 2U : 1U);
    for (const Run &one : need(store->runs()))
        QCOMPARE(one.parent.isNull(), one.id == run.id);
}

/// A second trial appears beside the one that was joined: only the new one is a run of its own.
void TestTensorBoardImport::laterTrial()
{
    const QDir sample(samples() + QStringLiteral("/hp/trial1"));
    if (!sample.exists())
        QSKIP("the samples are not here");
    const QString file = sample.entryList(QDir::Files).first();
    QTemporaryDir root;
    append(root.filePath(QStringLiteral("run/events.out.tfevents.1.h")), lossRecord(1));
    const auto addTrial = [&](const QString &name) {
        QDir().mkpath(root.filePath(name));
        QVERIFY(QFile::copy(sample.filePath(file), root.filePath(name) + u'/' + file));
    };
    addTrial(QStringLiteral("run/1795303771.6"));
    TemporaryStore store;
    QCOMPARE(import(store, root.path()).added, 1);
    addTrial(QStringLiteral("run/1795303771.5"));
    const ImportReport second = import(store, root.path());
    QCOMPARE(second.added, 1);
    QCOMPARE(second.known, 1);
    const auto runs = byName(store);
    QCOMPARE(runs.size(), 2U);
    QVERIFY(runs.contains(QStringLiteral("run/1795303771.5")));
    QCOMPARE(runs.at(QStringLiteral("run")).params.size(), 4U);
    // Nor does a trial that is a run of its own become part of another once it is the only one.
    QVERIFY(QDir(root.filePath(QStringLiteral("run/1795303771.6"))).removeRecursively());
    QCOMPARE(import(store, root.path()).known, 2);
    QCOMPARE(need(store->count()), 2);
}

/// A dry run tells what is damaged, and so does the import after it, though it does not read that part again.
void TestTensorBoardImport::damageToldAgain()
{
    QTemporaryDir root;
    QByteArray damaged = lossRecord(2);
    damaged[damaged.size() - 1] = static_cast<char>(damaged[damaged.size() - 1] ^ 1);
    append(root.filePath(QStringLiteral("events.out.tfevents.1.h")), lossRecord(1) + damaged + lossRecord(3));
    TemporaryStore store;
    const auto told = import(store, root.path(), {.dryRun = true}).problems;
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told.front().offset, lossRecord(1).size());
    for (int i = 0; i < 2; ++i)
        QVERIFY(import(store, root.path()).problems == told);
    QCOMPARE(need(store->runs()).front().metrics.at(QStringLiteral("loss")), 3.0);
}

void TestTensorBoardImport::nothingThere()
{
    QTemporaryDir root;
    TemporaryStore store;
    QCOMPARE(codeOf(importRuns(*store.store, root.path(), {}, {}, QStringLiteral("tensorboard"))),
             QStringLiteral("nothing_to_import"));
    append(root.filePath(QStringLiteral("events.out.tfevents.1.h")), "this is no record at all, but text");
    const ImportReport report = import(store, root.path());
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(report.problems.front().offset, 0);
}

QTEST_GUILESS_MAIN(TestTensorBoardImport)
#include "tst_tensorboardimport.moc"
