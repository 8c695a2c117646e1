// SPDX-License-Identifier: GPL-3.0-or-later
#include "oldstore.h"
#include "tracking/migrations.h"
#include "tracking/runreader.h"
#include "tracking/storefile.h"

#include <QProcess>
#include <random>

using namespace assay;
using namespace assay::tracking;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void versionsAreNumberedInOrder();
    void firstVersionIsMadeFromNothing();
    void everyStepKeepsWhatWasThere();
    void aBackupIsMadeFirst();
    void backupsAreNotOverwritten();
    void aFailedStepChangesNothing();
    void brokenReferencesAreRefused();
    void tablesCanBeRebuilt();
    void version1ComesAlongWhole();
    void aLockLeftBehindHoldsNobodyUp();
    void killedAnywhereItIsOldOrNew();

private:
    static qint64 version(const QString &path);
};

namespace {

/// The built-in versions and two that a later program might have.
std::vector<Migration> later()
{
    auto all = builtinMigrations();
    const int next = all.back().version + 1;
    all.push_back({.version = next,
                   .statements = {"ALTER TABLE runs ADD COLUMN stars INTEGER NOT NULL DEFAULT 0",
                                  "UPDATE runs SET stars = length(name)"}});
    all.push_back({.version = next + 1, .statements = {"CREATE TABLE stars AS SELECT id, stars FROM runs"}});
    return all;
}

QVariant value(const QString &path, const QByteArray &sql)
{
    Database database(path);
    return need(need(database.connection())->value(sql)).value_or(QVariant());
}

/// A closed store of the built-in version with one run in it.
std::unique_ptr<TemporaryStore> filled()
{
    auto store = std::make_unique<TemporaryStore>();
    const RunId run = need((*store)->begin({.name = "three"}));
    need((*store)->logMetric(run, "auc", 0.75, 3));
    need((*store)->end(run, RunStatus::Finished));
    store->store.reset();
    return store;
}

Result<void> migrateTo(const QString &path, const std::vector<Migration> &migrations)
{
    Database database(path);
    return openStore(database, migrations);
}

} // namespace

qint64 TestMigrations::version(const QString &path)
{
    return value(path, "PRAGMA user_version").toLongLong();
}

void TestMigrations::versionsAreNumberedInOrder()
{
    int expected = 1;
    for (const Migration &migration : builtinMigrations())
        QCOMPARE(migration.version, expected++);
}

void TestMigrations::firstVersionIsMadeFromNothing()
{
    TemporaryStore store;
    QCOMPARE(version(store.path), qint64(builtinMigrations().back().version));
    QCOMPARE(value(store.path, "PRAGMA application_id").toLongLong(), applicationId);
    QCOMPARE(value(store.path, "PRAGMA journal_mode").toString(), QString("wal"));
    QCOMPARE(value(store.path, "PRAGMA foreign_keys").toInt(), 1);
    QCOMPARE(value(store.path, "PRAGMA integrity_check").toString(), QString("ok"));
    QVERIFY(!QFile::exists(store.path + ".v0-backup"));
}

void TestMigrations::everyStepKeepsWhatWasThere()
{
    const auto store = filled();
    const auto all = later();
    for (std::size_t known = builtinMigrations().size() + 1; known <= all.size(); ++known) {
        const std::vector<Migration> list(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(known));
        need(migrateTo(store->path, list));
        QCOMPARE(version(store->path), qint64(list.back().version));
        Database database(store->path);
        Connection &connection = *need(database.connection());
        const Run run = need(readRuns(connection, {})).front();
        QCOMPARE(run.name, QString("three"));
        QCOMPARE(run.metrics.at("auc"), 0.75);
        QCOMPARE(need(connection.value("SELECT stars FROM runs"))->toInt(), 5);
    }
    QCOMPARE(value(store->path, "SELECT stars FROM stars").toInt(), 5);
    QCOMPARE(codeOf(RunStore::open(store->path)), QString("store_newer"));
}

void TestMigrations::aBackupIsMadeFirst()
{
    const auto store = filled();
    const qint64 before = version(store->path);
    need(migrateTo(store->path, later()));
    const QString backup = QStringLiteral("%1.v%2-backup").arg(store->path).arg(before);
    QCOMPARE(version(backup), before);
    const auto old = need(RunStore::open(backup)); // a whole store, as it was
    QCOMPARE(need(old->series(need(old->resolve("three")), "auc")).size(), 1u);
    need(migrateTo(store->path, later()));
    QCOMPARE(QDir(store->folder.path()).entryList({"*backup*"}, QDir::Files).filter("backup-2"), QStringList());
}

void TestMigrations::backupsAreNotOverwritten()
{
    const auto store = filled();
    const qint64 before = version(store->path);
    const QString first = backupPath(store->path, static_cast<int>(before));
    QFile taken(first);
    QVERIFY(taken.open(QIODevice::WriteOnly));
    taken.write("mine");
    taken.close();
    need(migrateTo(store->path, later()));
    QVERIFY(taken.open(QIODevice::ReadOnly));
    QCOMPARE(taken.readAll(), QByteArray("mine"));
    QCOMPARE(version(first + "-2"), before);
}

void TestMigrations::aFailedStepChangesNothing()
{
    const auto store = filled();
    const qint64 before = version(store->path);
    auto broken = later();
    broken.back().statements.push_back("INSERT INTO nowhere VALUES (1)");
    QVERIFY(!migrateTo(store->path, broken));
    QCOMPARE(version(store->path), before);
    QCOMPARE(value(store->path, "SELECT count(*) FROM sqlite_schema WHERE name = 'stars'").toInt(), 0);
    const auto opened = need(RunStore::open(store->path));
    QCOMPARE(need(opened->count()), 1);
}

void TestMigrations::brokenReferencesAreRefused()
{
    const auto store = filled();
    auto broken = later();
    broken.back().statements.push_back("DELETE FROM experiments");
    QCOMPARE(codeOf(migrateTo(store->path, broken)), QString("store_damaged"));
    QVERIFY(RunStore::open(store->path).has_value());
}

void TestMigrations::tablesCanBeRebuilt()
{
    const auto store = filled();
    auto all = builtinMigrations();
    all.push_back({.version = all.back().version + 1,
                   .statements = {"CREATE TABLE new_experiments (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                                  " created INTEGER NOT NULL, note TEXT)",
                                  "INSERT INTO new_experiments SELECT id, name, created, NULL FROM experiments",
                                  "DROP TABLE experiments", "ALTER TABLE new_experiments RENAME TO experiments"}});
    need(migrateTo(store->path, all));
    Database database(store->path);
    QCOMPARE(need(readRuns(*need(database.connection()), {})).front().experiment, QString("Default"));
    QCOMPARE(need(need(database.connection())->value("PRAGMA foreign_keys"))->toInt(), 1);
}

void TestMigrations::version1ComesAlongWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("assay.db");
    placeVersion1(path);
    QCOMPARE(version(path), 1);
    {
        const auto store = need(RunStore::open(path));
        QVERIFY(!store->limitation());
        compareWithVersion1(*store);
        const RunId run = need(store->begin({.experiment = "Credit"}));
        need(store->end(run, RunStatus::Finished));
    }
    QCOMPARE(version(path), qint64(builtinMigrations().back().version));
    QCOMPARE(value(path, "PRAGMA integrity_check").toString(), QString("ok"));
    QCOMPARE(value(path, "SELECT number FROM params JOIN keys ON id = key WHERE name = 'eta'").toDouble(), 0.25);
    QCOMPARE(value(path, "SELECT number FROM params JOIN keys ON id = key WHERE name = 'seed_text'").toDouble(), 42.0);
    QCOMPARE(value(path, "SELECT count(number) FROM params").toInt(), 3);
    QCOMPARE(version(path + ".v1-backup"), 1);
    QCOMPARE(value(path + ".v1-backup", "SELECT count(*) FROM runs").toInt(), 4);
}

void TestMigrations::aLockLeftBehindHoldsNobodyUp()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("assay.db");
    placeVersion1(path);
    QFile left(path + "-migrating"); // of a process that was killed right after it had made it
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    compareWithVersion1(*need(RunStore::open(path)));
    QVERIFY(!left.exists());
}

/// A process that migrates is killed after a random time; what it leaves opens as if nothing had happened.
void TestMigrations::killedAnywhereItIsOldOrNew()
{
    std::mt19937 random(20);
    for (int round = 0; round < 12; ++round) {
        QTemporaryDir folder;
        const QString path = folder.filePath("assay.db");
        placeVersion1(path);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {"--migrate", path});
        QVERIFY(child.waitForReadyRead(20'000));
        QTest::qSleep(static_cast<int>(random() % 25));
        child.kill();
        QVERIFY(child.waitForFinished());
        compareWithVersion1(*need(RunStore::open(path)));
        QCOMPARE(value(path, "PRAGMA integrity_check").toString(), QString("ok"));
        const QString backup = path + ".v1-backup";
        QCOMPARE(version(backup), 1);
        QCOMPARE(value(backup, "PRAGMA integrity_check").toString(), QString("ok"));
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--migrate") {
        std::puts("ready");
        std::fflush(stdout);
        return RunStore::open(arguments.value(2)) ? 0 : 1;
    }
    TestMigrations test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_migrations.moc"
