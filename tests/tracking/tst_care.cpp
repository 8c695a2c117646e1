// SPDX-License-Identifier: GPL-3.0-or-later
#include "oldstore.h"
#include "tracking/care/backup.h"
#include "tracking/care/check.h"
#include "tracking/care/salvage.h"
#include "tracking/database.h"
#include "tracking/purge.h"

#include <atomic>

using namespace assay;
using namespace assay::tracking;

class TestCare : public QObject
{
    Q_OBJECT

private slots:
    void aSoundStoreHasNoFindings();
    void findsDamage_data();
    void findsDamage();
    void listsFilesNothingRefersTo();
    void checksWhileOthersWriteAndPurge();
    void stopsWhenAsked();
    void refusesWhatIsNoStore();
    void backsUpWhileOthersWrite();
    void backupsReplaceNothingUnasked();
    void backupsTellMissingArtifacts();
    void salvagesASoundStoreWhole();
    void salvagesAroundDamagedPages_data();
    void salvagesAroundDamagedPages();
    void salvagesBetweenDamageAndADamagedEnd();
    void salvagesNoPointTwice();
    void tellsWhatDoesNotGoTogether();
    void cancelledSalvageLeavesNothing();
    void salvagesAnOldStore();
};

namespace {

constexpr int runCount = 120;
constexpr int pointCount = 6000;

std::vector<MetricPoint> curve(int seed)
{
    std::vector<MetricPoint> points;
    for (qint64 i = 0; i < pointCount; ++i)
        points.push_back(
            {.step = i, .time = 1'700'000'000'000'000 + i * 1'000'003, .value = static_cast<double>(i * seed) / 7});
    return points;
}

/// A store of many runs, of which every tenth has a long series and an artifact of its own.
void fillMany(RunStore &store)
{
    for (int i = 0; i < runCount; ++i) {
        const RunId run = need(store.begin({.experiment = QString::number(i % 3),
                                            .name = QStringLiteral("run %1").arg(i),
                                            .params = {{"C", i * 0.5}, {"kind", std::string("linear")}},
                                            .tags = {{"owner", "ada"}}}));
        if (i % 10 == 0) {
            need(store.logMetrics(run, "loss", curve(i + 1)));
            need(store.addArtifact(run, "model", "model", QByteArray::number(i)));
        }
        need(store.logMetric(run, "auc", i, 1));
        need(store.end(run, RunStatus::Finished));
    }
}

struct Filled : TemporaryStore
{
    Filled()
    {
        fillMany(*store);
        store.reset();
    }

    /// Runs a statement on the file behind the store's back.
    QVariant sql(const QByteArray &statement) const
    {
        Database database(path);
        Connection &connection = *need(database.connection());
        need(connection.run("PRAGMA foreign_keys = OFF"));
        const QVariant found = need(connection.value(statement)).value_or(QVariant());
        need(connection.value("PRAGMA wal_checkpoint(TRUNCATE)"));
        return found;
    }

    /// Overwrites a leaf page of a table that is not its only one.
    void damagePage(const QByteArray &table, const QByteArray &which = "path LIMIT 1 OFFSET 1") const
    {
        const qint64 page =
            sql("SELECT pageno FROM dbstat WHERE name = '" + table + "' AND pagetype = 'leaf' ORDER BY " + which)
                .toLongLong();
        if (page < 2)
            qFatal("the table %s has one page only", table.constData());
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek((page - 1) * 4096) ||
            file.write(QByteArray(4096, 'x')) != 4096)
            qFatal("cannot damage %s", qPrintable(path));
    }

    QString artifactOf(const QString &run)
    {
        reopen();
        const auto details = need(store->details(need(store->resolve(run))));
        store.reset();
        return ArtifactStore(path).path(details.artifacts.front().sha256);
    }
};

QStringList codes(const std::vector<Finding> &findings)
{
    QStringList all;
    for (const Finding &finding : findings)
        all << finding.code;
    all.removeDuplicates();
    return all;
}

} // namespace

void TestCare::aSoundStoreHasNoFindings()
{
    Filled store;
    const QByteArray before = readBytes(store.path);
    const CheckReport report = need(checkStore(store.path));
    for (const Finding &finding : report.findings)
        qWarning("%s", qPrintable(finding.message));
    QVERIFY(report.sound());
    QCOMPARE(report.runs, qint64(runCount));
    QCOMPARE(report.series, qint64(runCount + runCount / 10));
    QCOMPARE(report.points, qint64(runCount + runCount / 10 * pointCount));
    QCOMPARE(report.artifacts, qint64(runCount / 10));
    QVERIFY(report.orphans.isEmpty());
    QCOMPARE(readBytes(store.path), before);
    placeVersion1(store.folder.filePath("old.db"));
    const CheckReport old = need(checkStore(store.folder.filePath("old.db")));
    QVERIFY(old.sound() && old.version == 1 && old.points == 2604 && old.artifacts == 1);
}

void TestCare::findsDamage_data()
{
    QTest::addColumn<QByteArray>("statement"); ///< or "page TABLE", "file cut", "file gone"
    QTest::addColumn<QString>("code");
    QTest::newRow("a page of runs") << QByteArray("page runs") << "page";
    QTest::newRow("a page of parameters") << QByteArray("page params") << "page";
    QTest::newRow("a reference") << QByteArray("UPDATE runs SET experiment = 99 WHERE id = 5") << "reference";
    QTest::newRow("a chunk that does not decode")
        << QByteArray("UPDATE chunks SET points = substr(points, 1, 300) WHERE run = 11") << "series";
    QTest::newRow("a chunk that is gone") << QByteArray("DELETE FROM chunks WHERE run = 11 AND first > 0") << "series";
    QTest::newRow("a chunk moved") << QByteArray("UPDATE chunks SET first = first + 1 WHERE run = 11 AND first > 0")
                                   << "series";
    QTest::newRow("points of no series") << QByteArray("DELETE FROM metrics WHERE run = 11") << "series";
    QTest::newRow("a greatest value") << QByteArray("UPDATE metrics SET max = max + 1 WHERE run = 11") << "series";
    QTest::newRow("an artifact cut") << QByteArray("file cut") << "artifact";
    QTest::newRow("an artifact gone") << QByteArray("file gone") << "artifact";
}

void TestCare::findsDamage()
{
    QFETCH(QByteArray, statement);
    QFETCH(QString, code);
    Filled store;
    if (statement == "file cut")
        QVERIFY(QFile::resize(store.artifactOf("run 10"), 0));
    else if (statement == "file gone")
        QVERIFY(QFile::remove(store.artifactOf("run 10")));
    else if (statement.startsWith("page "))
        store.damagePage(statement.mid(5));
    else
        store.sql(statement);
    const CheckReport report = need(checkStore(store.path));
    QVERIFY(!report.sound());
    QVERIFY2(codes(report.findings).contains(code), qPrintable(codes(report.findings).join(' ')));
    for (const Finding &finding : report.findings)
        QVERIFY(!finding.message.isEmpty() && !finding.where.isEmpty());
}

void TestCare::listsFilesNothingRefersTo()
{
    Filled store;
    need(ArtifactStore(store.path).write("nobody's"));
    const CheckReport report = need(checkStore(store.path));
    QVERIFY(report.sound());
    QCOMPARE(report.orphans.size(), 1);
    QCOMPARE(report.orphanBytes, 8);
}

void TestCare::checksWhileOthersWriteAndPurge()
{
    Filled store;
    store.reopen();
    std::atomic<bool> stop = false;
    std::atomic<qint64> rounds = 0;
    std::thread writer([&] {
        for (qint64 i = 0; !stop; ++i) {
            const RunId run = need(store->begin({.name = QString::number(i)}));
            for (qint64 step = 0; step < 8; ++step) {
                need(store->logMetric(run, "loss", static_cast<double>(step), step));
                need(store->flush());
            }
            need(store->addArtifact(run, "a", "file", "bytes " + QByteArray::number(i)));
            need(store->end(run, RunStatus::Finished));
            need(store->remove({run}));
            need(purge(*store.store, {.runs = {run}}));
            rounds = i + 1;
        }
    });
    QTRY_VERIFY(rounds > 2);
    const qint64 before = rounds;
    QStringList findings;
    int checks = 0;
    for (; checks < 5 || (rounds < before + 20 && checks < 200); ++checks)
        for (const Finding &finding : need(checkStore(store.path)).findings)
            findings << finding.message;
    stop = true;
    writer.join();
    QCOMPARE(findings, QStringList());
    qInfo("%d checks while %lld runs came and went", checks, rounds.load() - before);
}

void TestCare::stopsWhenAsked()
{
    Filled store;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(codeOf(checkStore(store.path, {.stop = stop.get_token()})), QString("cancelled"));
    QCOMPARE(codeOf(backupStore(store.path, store.folder.filePath("b.db"), false, {.stop = stop.get_token()})),
             QString("cancelled"));
    QCOMPARE(codeOf(salvageStore(store.path, store.folder.filePath("s.db"), {.stop = stop.get_token()})),
             QString("cancelled"));
    QCOMPARE(QDir(store.folder.path()).entryList({"b*", "s*"}, QDir::Files), QStringList());
}

void TestCare::refusesWhatIsNoStore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("x.db");
    QCOMPARE(codeOf(checkStore(path)), QString("store_missing"));
    QCOMPARE(codeOf(backupStore(path, folder.filePath("y.db"))), QString("store_missing"));
    QCOMPARE(codeOf(salvageStore(path, folder.filePath("y.db"))), QString("store_missing"));
    writeBytes(path, "age,income\n");
    QCOMPARE(codeOf(checkStore(path)), QString("store_not_sqlite"));
    QVERIFY(!QFile::exists(folder.filePath("y.db")));
}

void TestCare::backsUpWhileOthersWrite()
{
    Filled store;
    store.reopen();
    const RunId run = need(store->begin({.name = "writing"}));
    std::atomic<bool> stop = false;
    std::atomic<qint64> flushed = 0;
    std::thread writer([&] {
        for (qint64 i = 0; !stop; ++i) {
            need(store->logMetric(run, "loss", static_cast<double>(i), i));
            need(store->flush());
            flushed = i + 1;
        }
    });
    QTRY_VERIFY(flushed > 20);
    const qint64 before = flushed;
    const QString target = store.folder.filePath("copies/backup.db");
    const BackupReport report = need(backupStore(store.path, target));
    const qint64 after = flushed;
    stop = true;
    writer.join();
    QCOMPARE(report.runs, qint64(runCount + 1));
    QCOMPARE(report.artifacts, qint64(runCount / 10));
    QVERIFY(report.missing.empty() && report.bytes > 0);
    QVERIFY(need(checkStore(target)).sound());
    const auto copy = need(RunStore::open(target));
    const auto points = static_cast<qint64>(need(copy->series(run, "loss")).size());
    QVERIFY2(points >= before && points <= after + 1, qPrintable(QString::number(points)));
    QCOMPARE(need(copy->artifact(need(copy->resolve("run 10")), "model")), QByteArray("10"));
    QVERIFY(need(copy->series(need(copy->resolve("run 20")), "loss")) == curve(21));
}

void TestCare::backupsReplaceNothingUnasked()
{
    Filled store;
    const QString target = store.folder.filePath("backup.db");
    writeBytes(target, "mine");
    QCOMPARE(codeOf(backupStore(store.path, target)), QString("file_exists"));
    QCOMPARE(readBytes(target), QByteArray("mine"));
    QCOMPARE(codeOf(backupStore(store.path, store.path, true)), QString("file_exists"));
    writeBytes(target + "-wal", "log");
    QCOMPARE(codeOf(backupStore(store.path, target, true)), QString("store_in_use"));
    QFile::remove(target + "-wal");
    need(backupStore(store.path, target, true));
    QVERIFY(need(checkStore(target)).sound());
    QCOMPARE(QDir(store.folder.path()).entryList({"*.incomplete*", "*.part"}, QDir::Files), QStringList());
}

void TestCare::backupsTellMissingArtifacts()
{
    Filled store;
    QVERIFY(QFile::remove(store.artifactOf("run 10")));
    const BackupReport report = need(backupStore(store.path, store.folder.filePath("backup.db")));
    QCOMPARE(report.artifacts, qint64(runCount / 10 - 1));
    QCOMPARE(codes(report.missing), QStringList("artifact"));
}

void TestCare::salvagesASoundStoreWhole()
{
    Filled store;
    const QString target = store.folder.filePath("saved.db");
    const SalvageReport report = need(salvageStore(store.path, target));
    QVERIFY(report.lost.empty());
    QCOMPARE(report.points, qint64(runCount + runCount / 10 * pointCount));
    QVERIFY(need(checkStore(target)).sound());
    store.reopen();
    const auto saved = need(RunStore::open(target));
    QVERIFY(need(saved->runs()) == need(store->runs()));
    const RunId run = need(store->resolve("run 50"));
    QVERIFY(need(saved->series(run, "loss")) == curve(51));
    QCOMPARE(need(saved->artifact(run, "model")), QByteArray("50"));
    QCOMPARE(codeOf(salvageStore(store.path, target)), QString("file_exists"));
}

void TestCare::salvagesAroundDamagedPages_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("runs"); ///< that are as they were, at least
    QTest::newRow("runs") << QByteArray("runs") << runCount / 2;
    QTest::newRow("parameters") << QByteArray("params") << 0;
    QTest::newRow("series") << QByteArray("chunks") << runCount - 1;
}

void TestCare::salvagesAroundDamagedPages()
{
    QFETCH(QByteArray, table);
    QFETCH(int, runs);
    Filled store;
    store.reopen();
    const auto before = need(store->runs());
    store.store.reset();
    store.damagePage(table);
    const QByteArray damaged = readBytes(store.path);
    const QString target = store.folder.filePath("saved.db");
    const SalvageReport report = need(salvageStore(store.path, target));
    QVERIFY(!report.lost.empty());
    QCOMPARE(readBytes(store.path), damaged);
    const CheckReport checked = need(checkStore(target));
    for (const Finding &finding : checked.findings)
        qWarning("%s", qPrintable(finding.message));
    QVERIFY(checked.sound());
    const auto saved = need(RunStore::open(target));
    const auto after = need(saved->runs());
    const auto kept =
        std::ranges::count_if(before, [&](const Run &run) { return std::ranges::count(after, run) == 1; });
    QVERIFY2(kept >= runs, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(before.size())));
    QCOMPARE(after.size(), before.size()); // some under a made-up name
    qint64 points = 0;
    for (const Run &run : after)
        for (const auto &[key, summary] : need(saved->details(run.id)).series)
            points += static_cast<qint64>(need(saved->series(run.id, key)).size());
    QCOMPARE(points, report.points);
    QVERIFY(points >= qint64(runCount / 10 - 1) * pointCount);
}

void TestCare::salvagesBetweenDamageAndADamagedEnd()
{
    Filled store;
    constexpr int many = 200'000;
    store.sql("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < " +
              QByteArray::number(many) + ") INSERT INTO keys (id, name) SELECT i, 'key ' || i FROM n");
    store.damagePage("keys", "path LIMIT 1 OFFSET 3");
    store.damagePage("keys", "path DESC LIMIT 1");
    const QString target = store.folder.filePath("saved.db");
    const SalvageReport report = need(salvageStore(store.path, target));
    QVERIFY(codes(report.lost).contains("entry"));
    const auto saved = need(RunStore::open(target));
    const auto kept =
        need(need(saved->database().connection())->value("SELECT count(*) FROM keys WHERE id >= 1000"))->toLongLong();
    QVERIFY2(kept > many - 2000 && kept < many - 1000, qPrintable(QString::number(kept)));
}

void TestCare::salvagesNoPointTwice()
{
    Filled store;
    // The beginning of the second piece once more, as where a merge was torn.
    store.sql("INSERT INTO chunks (run, key, first, points) SELECT run, key, 1, points FROM chunks WHERE run = 11"
              " AND key = (SELECT id FROM keys WHERE name = 'loss') AND first = 0");
    const QString target = store.folder.filePath("saved.db");
    need(salvageStore(store.path, target));
    const auto saved = need(RunStore::open(target));
    const auto points = need(saved->series(need(saved->resolve("run 10")), "loss"));
    QCOMPARE(points.size(), std::size_t(pointCount));
    QVERIFY(need(checkStore(target)).sound());
}

void TestCare::tellsWhatDoesNotGoTogether()
{
    Filled store;
    store.sql("DROP INDEX runs_source");
    store.sql("UPDATE runs SET source = 'twice' WHERE id IN (3, 4, 5)");
    const SalvageReport report = need(salvageStore(store.path, store.folder.filePath("saved.db")));
    const auto told = std::ranges::find_if(
        report.lost, [](const Finding &finding) { return finding.message.startsWith("2 entries of runs do not"); });
    QVERIFY(told != report.lost.end());
    QCOMPARE(report.runs, qint64(runCount)); // two of them under a made-up name
}

void TestCare::cancelledSalvageLeavesNothing()
{
    Filled store;
    struct Stopper : Observer
    {
        std::stop_source stop;
        void progress(const Progress &progress) override
        {
            if (progress.stage == "Artifacts" && progress.done == 3)
                stop.request_stop();
        }
    } stopper;
    const QString target = store.folder.filePath("saved.db");
    QCOMPARE(codeOf(salvageStore(store.path, target, {.observer = &stopper, .stop = stopper.stop.get_token()})),
             QString("cancelled"));
    QCOMPARE(QDir(store.folder.path()).entryList({"saved*"}), QStringList());
    // A folder that was there before is somebody's own.
    QDir().mkpath(store.folder.filePath("saved-artifacts"));
    stopper.stop = {};
    QCOMPARE(codeOf(salvageStore(store.path, target, {.observer = &stopper, .stop = stopper.stop.get_token()})),
             QString("cancelled"));
    QCOMPARE(QDir(store.folder.path()).entryList({"saved*"}), QStringList("saved-artifacts"));
}

void TestCare::salvagesAnOldStore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("old.db"), target = folder.filePath("saved.db");
    placeVersion1(path);
    const QByteArray before = readBytes(path);
    QVERIFY(need(salvageStore(path, target)).lost.empty());
    compareWithVersion1(*need(RunStore::open(target)));
    QCOMPARE(readBytes(path), before);
}

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
