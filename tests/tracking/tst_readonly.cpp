// SPDX-License-Identifier: GPL-3.0-or-later
#include "oldstore.h"
#include "tracking/care/untouched.h"
#include "tracking/database.h"
#include "tracking/processowner.h"
#include "tracking/storecopy.h"

using namespace assay;
using namespace assay::tracking;

class TestReadOnly : public QObject
{
    Q_OBJECT

private slots:
    void aReadOnlyFileIsRead();
    void aReadOnlyDiskIsRead_data();
    void aReadOnlyDiskIsRead();
    void anOldStoreIsReadFromACopy();
    void aFullDiskIsRead();
    void aDamagedStoreIsRead();
    void aCutStoreIsRead();
    void aTornLogLosesItsLastWriteOnly();
    void looksAtWhatOpeningDoesNotChange();
    void saysWhyItCannotLook();
};

namespace {

RunId fillStore(RunStore &store, int points)
{
    const RunId run = need(store.begin({.experiment = "Credit", .name = "kept", .params = {{"C", 1.5}}}));
    for (int i = 0; i < points; ++i)
        need(store.logMetric(run, "loss", i, i));
    need(store.addArtifact(run, "model", "model", "bytes"));
    need(store.setTag(run, "owner", "ada"));
    need(store.flush());
    return run;
}

void compareReading(const RunStore &store, const RunId &run, std::size_t points)
{
    QCOMPARE(need(store.runs()).size(), 1u);
    QCOMPARE(need(store.count()), 1);
    QCOMPARE(need(store.resolve("kept")), run);
    QCOMPARE(need(store.details(run)).run.tags.at("owner"), QString("ada"));
    QCOMPARE(need(store.series(run, "loss")).size(), points);
    QCOMPARE(need(store.artifact(run, "model")), QByteArray("bytes"));
    QCOMPARE(need(store.experiments()).size(), 1u);
    QCOMPARE(need(store.metricKeys()), QStringList("loss"));
    QCOMPARE(need(store.paramKeys()), QStringList("C"));
    QCOMPARE(need(store.tagKeys()), QStringList("owner"));
    QVERIFY(store.dataVersion() > 0);
    std::thread([&] { QCOMPARE(need(store.series(run, "loss")).size(), points); }).join();
}

/// Every way to change something fails with @p code, at once and at a flush.
void compareWriting(RunStore &store, const RunId &run, const QString &code)
{
    QVERIFY(store.limitation());
    QCOMPARE(QString::fromStdString(store.limitation()->code), code);
    QVERIFY(QString::fromStdString(store.limitation()->message).contains(store.path()));
    QCOMPARE(codeOf(store.begin({})), code);
    QCOMPARE(codeOf(store.end(run, RunStatus::Finished)), code);
    QCOMPARE(codeOf(store.logMetric(run, "loss", 1, 1)), code);
    QCOMPARE(codeOf(store.logMetrics(run, "loss", {{.step = 1}})), code);
    QVERIFY(store.flush().has_value());
    QCOMPARE(codeOf(store.logParams(run, {{"C", 2.0}})), code);
    QCOMPARE(codeOf(store.addInput(run, {})), code);
    QCOMPARE(codeOf(store.addArtifact(run, "other", "model", "other")), code);
    QCOMPARE(codeOf(store.rename(run, "x")), code);
    QCOMPARE(codeOf(store.setNote(run, "x")), code);
    QCOMPARE(codeOf(store.setTag(run, "a", "b")), code);
    QCOMPARE(codeOf(store.removeTag(run, "owner")), code);
    QCOMPARE(codeOf(store.remove({run})), code);
    QCOMPARE(codeOf(store.restore({run})), code);
}

/// Copies the files of a store in use: its log too.
void copyInUse(const QString &from, const QString &to)
{
    for (const char *end : {"", "-wal"})
        if (QFile::exists(from + end))
            writeBytes(to + end, readBytes(from + end));
}

} // namespace

void TestReadOnly::aReadOnlyFileIsRead()
{
    TemporaryStore store;
    const RunId run = fillStore(*store.store, 5);
    store.store.reset();
    QFile::setPermissions(store.path, QFileDevice::Permissions(0x4444));
    QFile::setPermissions(store.folder.path(), QFileDevice::Permissions(0x7777));
    const QByteArray before = readBytes(store.path);
    {
        const OrdinaryUser user;
        const auto opened = need(RunStore::open(store.path));
        compareReading(*opened, run, 5);
        compareWriting(*opened, run, "store_read_only");
    }
    QCOMPARE(readBytes(store.path), before);
    QCOMPARE(QDir(store.folder.path()).entryList(QDir::Files), QStringList("assay.db"));
}

void TestReadOnly::aReadOnlyDiskIsRead_data()
{
    QTest::addColumn<bool>("inUse");
    QTest::newRow("closed") << false;
    QTest::newRow("copied in use, with a log and no index of it") << true;
}

void TestReadOnly::aReadOnlyDiskIsRead()
{
    QFETCH(bool, inUse);
    const SmallDisk disk(8 << 20);
    if (!disk.error.isEmpty())
        QSKIP(qPrintable(disk.error));
    const QString path = disk.filePath("a store #1.db");
    TemporaryStore store;
    const RunId run = fillStore(*store.store, 3000);
    if (inUse)
        QVERIFY(QFileInfo(store.path + "-wal").size() > 0);
    else
        store.store.reset();
    copyInUse(store.path, path);
    need(ArtifactStore(path).write("bytes"));
    QVERIFY(disk.setReadOnly(true));
    {
        const auto opened = need(RunStore::open(path));
        compareReading(*opened, run, 3000);
        compareWriting(*opened, run, "store_read_only");
    }
    QVERIFY(disk.setReadOnly(false));
    const auto opened = need(RunStore::open(path));
    QVERIFY(!opened->limitation());
    compareReading(*opened, run, 3000);
    need(opened->setNote(run, "written"));
}

void TestReadOnly::anOldStoreIsReadFromACopy()
{
    const SmallDisk disk(8 << 20);
    if (!disk.error.isEmpty())
        QSKIP(qPrintable(disk.error));
    const QString path = disk.filePath("assay.db");
    placeVersion1(path);
    QVERIFY(disk.setReadOnly(true));
    const auto store = need(RunStore::open(path));
    compareWithVersion1(*store);
    QCOMPARE(store->path(), path);
    QCOMPARE(QString::fromStdString(store->limitation()->code), QString("store_read_only"));
    QVERIFY(QString::fromStdString(store->limitation()->message).contains("older version 1"));
    QCOMPARE(codeOf(store->begin({})), QString("store_read_only"));
}

void TestReadOnly::aFullDiskIsRead()
{
    const SmallDisk disk(4 << 20);
    if (!disk.error.isEmpty())
        QSKIP(qPrintable(disk.error));
    const QString path = disk.filePath("assay.db");
    RunId run;
    {
        const auto store = need(RunStore::open(path));
        run = fillStore(*store, 5);
    }
    disk.fill(0);
    {
        const auto store = need(RunStore::open(path));
        compareReading(*store, run, 5);
        QCOMPARE(codeOf(store->setNote(run, QString(100'000, 'n'))), QString("store_full"));
    }
    disk.freeSpace();
    need(need(RunStore::open(path))->setNote(run, "x"));
}

void TestReadOnly::aDamagedStoreIsRead()
{
    TemporaryStore store;
    std::vector<RunId> runs;
    for (int i = 0; i < 200; ++i)
        runs.push_back(need(store->begin({.name = QString::number(i), .params = {{"C", i}}})));
    need(store->logMetric(runs.front(), "loss", 1, 1));
    store.store.reset();
    qint64 page = 0;
    {
        Database database(store.path);
        Connection &connection = *need(database.connection());
        page = need(connection.value("SELECT pageno FROM dbstat WHERE name = 'runs' AND pagetype = 'leaf'"
                                     " ORDER BY path DESC LIMIT 1"))
                   ->toLongLong();
        need(connection.value("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    QByteArray bytes = readBytes(store.path);
    bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, 'x'));
    writeBytes(store.path, bytes);
    const auto opened = need(RunStore::open(store.path));
    compareWriting(*opened, runs.front(), "store_damaged");
    QVERIFY(QString::fromStdString(opened->limitation()->message).contains("salvage"));
    const auto shown = need(opened->runs({.sortKey = "start_time", .descending = false}));
    QVERIFY2(shown.size() > 100 && shown.size() < 200, qPrintable(QString::number(shown.size())));
    QCOMPARE(need(opened->series(runs.front(), "loss")).size(), 1u);
    QCOMPARE(readBytes(store.path), bytes);
}

void TestReadOnly::aCutStoreIsRead()
{
    TemporaryStore store;
    const RunId run = fillStore(*store.store, 3000);
    store.store.reset();
    QFile file(store.path);
    QVERIFY(file.resize(file.size() - 1000));
    const auto opened = need(RunStore::open(store.path));
    QCOMPARE(QString::fromStdString(opened->limitation()->code), QString("store_damaged"));
    QCOMPARE(need(opened->runs()).front().id, run);
}

/// The last frame of the log as a power cut may leave it: without its end, or other bytes than were written.
void TestReadOnly::aTornLogLosesItsLastWriteOnly()
{
    TemporaryStore store;
    const RunId run = fillStore(*store.store, 300);
    need(store->setNote(run, "first"));
    const qint64 before = QFileInfo(store.path + "-wal").size();
    need(store->setNote(run, "second"));
    const QByteArray log = readBytes(store.path + "-wal");
    QVERIFY(log.size() > before);
    for (qint64 cut = before; cut < log.size(); cut += 1111)
        for (const bool overwritten : {false, true}) {
            QTemporaryDir other;
            const QString path = other.filePath("assay.db");
            writeBytes(path, readBytes(store.path));
            writeBytes(path + "-wal",
                       overwritten ? log.left(cut) + QByteArray(log.size() - cut, '\xaa') : log.left(cut));
            const auto opened = need(RunStore::open(path));
            QVERIFY(!opened->limitation());
            QCOMPARE(need(opened->details(run)).run.note, QString("first"));
            QCOMPARE(need(opened->series(run, "loss")).size(), 300u);
        }
}

/// A store in which somebody trains is looked at as it is, one that opening would change in a copy.
void TestReadOnly::looksAtWhatOpeningDoesNotChange()
{
    TemporaryStore store;
    fillStore(*store.store, 3);
    QTemporaryDir aside, second;
    QCOMPARE(need(untouchedStore(store.path, aside.path())), store.path);
    const auto ownedBy = [&](const QString &host, const QString &boot) {
        Transaction change(store->database());
        change.run("UPDATE runs SET host = ?, boot = ?", {host, boot});
        need(change.commit());
        return need(untouchedStore(store.path, aside.path()));
    };
    QCOMPARE(ownedBy(QStringLiteral("elsewhere"), QStringLiteral("0000")), store.path); // nobody knows whether it lives
    QVERIFY(ownedBy(currentProcess().host, QStringLiteral("0000")).startsWith(aside.path()));
    need(store->end(need(store->resolve("kept")), RunStatus::Finished));
    QCOMPARE(need(untouchedStore(store.path, aside.path())), store.path);
    // A backup has no log to write ahead, and opening would begin one.
    const QString backup = store.folder.filePath(QStringLiteral("backup.db"));
    need(copyStore(*need(store->database().connection()), backup));
    const QByteArray before = readBytes(backup);
    const QString looked = need(untouchedStore(backup, second.path()));
    QVERIFY(looked.startsWith(second.path()));
    QCOMPARE(need(need(RunStore::open(looked))->count()), 1);
    QVERIFY(readBytes(backup) == before);
    need(RunStore::open(backup)); // it is the copy that makes the difference
    QVERIFY(readBytes(backup) != before);
}

void TestReadOnly::saysWhyItCannotLook()
{
    TemporaryStore store;
    fillStore(*store.store, 3);
    const QString empty = store.folder.filePath(QStringLiteral("empty.db")),
                  broken = store.folder.filePath(QStringLiteral("broken.db"));
    writeBytes(empty, {});
    QCOMPARE(codeOf(untouchedStore(empty, store.folder.path())), QStringLiteral("store_missing"));
    need(copyStore(*need(store->database().connection()), broken));
    QByteArray bytes = readBytes(broken);
    bytes.replace(100, 2000, QByteArray(2000, '\x5a')); // the list of tables
    writeBytes(broken, bytes);
    QCOMPARE(codeOf(untouchedStore(broken, store.folder.path())), QStringLiteral("store_damaged"));
    QVERIFY(readBytes(broken) == bytes);
}

QTEST_GUILESS_MAIN(TestReadOnly)
#include "tst_readonly.moc"
