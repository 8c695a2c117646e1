// SPDX-License-Identifier: GPL-3.0-or-later
#include "diskfixture.h"
#include "storefixture.h"
#include "tracking/migrations.h"

using namespace assay;
using namespace assay::tracking;

class TestStoreFile : public QObject
{
    Q_OBJECT

private slots:
    void makesMissingFolders();
    void refusesOtherFilesUntouched_data();
    void refusesOtherFilesUntouched();
    void takesAnEmptyFile();
    void refusesOtherPrograms();
    void refusesNewerVersions();
    void tellsDamage();
    void refusesReadOnlyFolders();
    void makesNothingOnAFullDisk();
    void keepsPointsWhileTheDiskIsFull();
    void storesArtifactsWholeOrNotAtAll();
    void tellsWhenLocked();
    void dataVersionGrows();
    void defaultPathFollowsTheEnvironment();
};

namespace {

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void TestStoreFile::makesMissingFolders()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a b/ü/assay.db");
    const auto store = need(RunStore::open(path));
    QCOMPARE(store->path(), path);
    QVERIFY(readBytes(path).startsWith("SQLite format 3"));
}

void TestStoreFile::refusesOtherFilesUntouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("age,income\n39,<=50K\n");
    QTest::newRow("shorter than a header") << QByteArray("SQL");
    QTest::newRow("almost the header") << QByteArray("SQLite format 2\0rest of it", 26);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestStoreFile::refusesOtherFilesUntouched()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath("some.csv");
    writeBytes(path, content);
    QCOMPARE(codeOf(RunStore::open(path)), QString("store_not_sqlite"));
    QCOMPARE(readBytes(path), content);
    QCOMPARE(filesIn(folder.path()), QStringList("some.csv"));
    QCOMPARE(codeOf(RunStore::open(folder.path())), QString("store_not_sqlite"));
}

void TestStoreFile::takesAnEmptyFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("assay.db");
    writeBytes(path, {});
    QVERIFY(RunStore::open(path).has_value());
}

void TestStoreFile::refusesOtherPrograms()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mlflow.db");
    {
        Database database(path);
        Connection *connection = need(database.connection());
        need(connection->run("CREATE TABLE experiments (experiment_id INTEGER)"));
    }
    const QByteArray before = readBytes(path);
    QCOMPARE(codeOf(RunStore::open(path)), QString("store_not_assay"));
    QCOMPARE(readBytes(path), before);
}

void TestStoreFile::refusesNewerVersions()
{
    TemporaryStore store;
    need(store->begin({}));
    store.store.reset();
    {
        Database database(store.path);
        need(need(database.connection())->run("PRAGMA user_version = 4711"));
    }
    const QByteArray before = readBytes(store.path);
    const auto refused = RunStore::open(store.path);
    QCOMPARE(codeOf(refused), QString("store_newer"));
    QVERIFY(QString::fromStdString(refused.error().message).contains("4711"));
    QVERIFY(QString::fromStdString(refused.error().message).contains("update the program"));
    QCOMPARE(readBytes(store.path), before);
}

void TestStoreFile::tellsDamage()
{
    TemporaryStore store;
    for (int i = 0; i < 50; ++i)
        need(store->begin({}));
    store.store.reset();
    QByteArray bytes = readBytes(store.path);
    bytes.replace(100, 3900, QByteArray(3900, 'x')); // the first page behind its header: the schema
    writeBytes(store.path, bytes);
    QCOMPARE(codeOf(RunStore::open(store.path)), QString("store_damaged"));
    QCOMPARE(readBytes(store.path), bytes);
}

void TestStoreFile::refusesReadOnlyFolders()
{
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x5555));
    {
        const OrdinaryUser user;
        QCOMPARE(codeOf(RunStore::open(folder.filePath("assay.db"))), QString("store_read_only"));
        QCOMPARE(codeOf(RunStore::open(folder.filePath("deeper/assay.db"))), QString("store_read_only"));
    }
    QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x7755));
    QVERIFY(filesIn(folder.path()).isEmpty());
}

void TestStoreFile::makesNothingOnAFullDisk()
{
    QTemporaryDir folder;
    {
        const FullDisk full(6000);
        QCOMPARE(codeOf(RunStore::open(folder.filePath("assay.db"))), QString("store_full"));
    }
    QCOMPARE(filesIn(folder.path()), QStringList());
    QVERIFY(RunStore::open(folder.filePath("assay.db")).has_value());
}

void TestStoreFile::keepsPointsWhileTheDiskIsFull()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    std::vector<MetricPoint> points(50'000);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = {.step = static_cast<qint64>(i), .time = 1, .value = 0.5};
    need(store->logMetrics(run, "loss", {points.begin(), points.begin() + 100}));
    need(store->flush());
    {
        const FullDisk full(200'000);
        (void)store->logMetrics(run, "loss", {points.begin() + 100, points.end()});
        QCOMPARE(codeOf(store->flush()), QString("store_full"));
        QCOMPARE(codeOf(store->end(run, RunStatus::Finished)), QString("store_full"));
        QCOMPARE(need(store->series(run, "loss")).size(), 100u);
    }
    need(store->end(run, RunStatus::Finished));
    QVERIFY(need(store->series(run, "loss")) == points);
}

void TestStoreFile::storesArtifactsWholeOrNotAtAll()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    const QByteArray bytes(1'000'000, 'm');
    {
        const FullDisk full(500'000);
        QCOMPARE(codeOf(store->addArtifact(run, "model", "model", bytes)), QString("store_full"));
    }
    QVERIFY(need(store->details(run)).artifacts.empty());
    QDirIterator left(store.folder.filePath("assay-artifacts"), QDir::Files | QDir::Hidden,
                      QDirIterator::Subdirectories);
    QVERIFY(!left.hasNext());
    need(store->addArtifact(run, "model", "model", bytes));
    QCOMPARE(need(store->artifact(run, "model")), bytes);
}

void TestStoreFile::tellsWhenLocked()
{
    TemporaryStore store;
    Database other(store.path);
    Transaction held(other);
    QVERIFY(held.ok());
    Database impatient(store.path, std::chrono::milliseconds(20));
    Transaction refused(impatient);
    QVERIFY(!refused.ok());
    QCOMPARE(codeOf(refused.commit()), QString("store_locked"));
    QCOMPARE(need(store->count()), 0); // readers do not wait
}

void TestStoreFile::dataVersionGrows()
{
    TemporaryStore store;
    qint64 last = store->dataVersion();
    QCOMPARE(store->dataVersion(), last);
    const auto grew = [&] {
        const qint64 before = std::exchange(last, store->dataVersion());
        return last > before;
    };
    const RunId run = need(store->begin({}));
    QVERIFY(grew());
    need(store->logMetric(run, "a", 1, 1));
    need(store->flush());
    QVERIFY(grew());
    need(store->flush());
    QVERIFY(!grew());
    {
        const auto other = need(RunStore::open(store.path));
        QVERIFY(!grew());
        need(other->setNote(run, "x"));
    }
    QVERIFY(grew());
    std::thread([&] { need(store->setTag(run, "a", "b")); }).join();
    QVERIFY(grew());
    (void)store->setNote({"none"}, "x");
    need(store->runs());
    QVERIFY(!grew());
}

void TestStoreFile::defaultPathFollowsTheEnvironment()
{
    qputenv("ASSAY_STORE", "/tmp/my store.db");
    QCOMPARE(defaultStorePath(), QString("/tmp/my store.db"));
    qunsetenv("ASSAY_STORE");
    QVERIFY2(defaultStorePath().endsWith("/assay/assay.db"), qPrintable(defaultStorePath()));
}

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
