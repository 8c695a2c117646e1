// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on stores that must not be written, or cannot be read whole.
#include "../tracking/oldstore.h"
#include "programrun.h"
#include "tracking/database.h"
#include "tracking/processowner.h"

#include <QDirIterator>
#include <QTest>

using namespace assay::tracking;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

/// Every file of the folder with its bytes, but for the index and the empty log that SQLite makes to read beside
/// others.
std::map<QString, QByteArray> state(const QString &folder)
{
    std::map<QString, QByteArray> files;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        if (!file.fileName().endsWith(S("-shm")) && !(file.fileName().endsWith(S("-wal")) && file.size() == 0))
            files[file.fileName()] = readBytes(file.filePath());
    return files;
}

} // namespace

class TestDamagedStore : public QObject
{
    Q_OBJECT

private slots:
    void dryRunsLeaveOldStoresAlone();
    void dryRunsLeaveRunningRunsAlone();
    void dryRunsLeaveBackupsAlone();
    void dryRunsSayWhatIsWrong();
    void readingIsDoneAndWritingRefused();
    void noRunIsNotSaidOfADamagedStore();
    void checkTellsByItsExitCode();

private:
    static void damage(const Sandbox &box, const char *table = "tags");
};

void TestDamagedStore::dryRunsLeaveOldStoresAlone()
{
    const Sandbox box;
    placeVersion1(box.store());
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    const auto before = state(box.path());
    const Ran dry = box.run({S("import"), S("train.csv"), S("--dry-run"), S("--json")});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.object().value(QLatin1String("points")).toInt(), 1);
    QVERIFY(state(box.path()) == before);
    // It is the dry run that makes the difference.
    QCOMPARE(box.run({S("import"), S("train.csv")}).code, 0);
    QVERIFY(QFile::exists(box.store() + S(".v1-backup")));
}

/// A run left behind by a dead process is closed by whatever opens the store to write.
void TestDamagedStore::dryRunsLeaveRunningRunsAlone()
{
    const Sandbox box;
    placeVersion1(box.store());
    QCOMPARE(box.run({S("runs")}).code, 0); // migrated
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    {
        Database database(box.store());
        Transaction change(database);
        change.run("UPDATE runs SET status = 'running', host = ?, boot = '0000', pid = 1 WHERE id = 1",
                   {currentProcess().host});
        need(change.commit());
    }
    const auto status = [&] {
        Database database(box.store());
        return need(need(database.connection())->value("SELECT status FROM runs WHERE id = 1"))->toString();
    };
    const auto before = state(box.path());
    QCOMPARE(box.run({S("import"), S("train.csv"), S("--dry-run")}).code, 0);
    QVERIFY(state(box.path()) == before);
    QCOMPARE(status(), S("running"));
    QCOMPARE(box.run({S("runs")}).code, 0);
    QCOMPARE(status(), S("crashed"));
}

/// A backup keeps no log to write ahead, and opening it would begin one.
void TestDamagedStore::dryRunsLeaveBackupsAlone()
{
    const Sandbox box;
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    QCOMPARE(box.run({S("import"), S("train.csv")}).code, 0);
    QCOMPARE(box.run({S("backup"), S("kept.db")}).code, 0);
    const auto before = state(box.path());
    QVERIFY(before.contains(S("kept.db")));
    const Ran dry = box.run({S("import"), S("train.csv"), S("--dry-run"), S("--json"), S("--store"), S("kept.db")});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.object().value(QLatin1String("points")).toInt(), 1);
    QVERIFY(state(box.path()) == before);
    // It is the dry run that makes the difference.
    QCOMPARE(box.run({S("runs"), S("--store"), S("kept.db")}).code, 0);
    QVERIFY(state(box.path()) != before);
}

/// An empty file is as good as none; of a store whose first page is damaged it is said that it is.
void TestDamagedStore::dryRunsSayWhatIsWrong()
{
    const Sandbox box;
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    box.write(S("empty.db"), {});
    const QStringList dry = {S("import"), S("train.csv"), S("--dry-run"), S("--store")};
    QCOMPARE(box.run(dry + QStringList(S("empty.db"))).code, 0);
    QCOMPARE(QFileInfo(box.path(S("empty.db"))).size(), 0);
    QCOMPARE(box.run({S("import"), S("train.csv"), S("--store"), S("broken.db")}).code, 0);
    QFile file(box.path(S("broken.db")));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100));
    QCOMPARE(file.write(QByteArray(2000, '\x5a')), 2000);
    file.close();
    const Ran broken = box.run(dry + QStringList(S("broken.db")));
    QCOMPARE(broken.code, 5);
    QVERIFY2(broken.err.contains("damaged"), broken.err.constData());
    QVERIFY2(!broken.err.contains("only looked at"), broken.err.constData());
}

/// Breaks the first page of the table.
void TestDamagedStore::damage(const Sandbox &box, const char *table)
{
    box.write(S("train.csv"), "step,loss\n1,0.5\n2,0.25\n");
    QCOMPARE(box.run({S("import"), S("train.csv")}).code, 0);
    QCOMPARE(box.run({S("tag"), S("train"), S("a=b")}).code, 0);
    qint64 page = 0, size = 0;
    {
        Database database(box.store());
        Connection &connection = *need(database.connection());
        page = need(connection.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", {S(table)}))->toLongLong();
        size = need(connection.value("PRAGMA page_size"))->toLongLong();
        need(connection.run("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    QFile file(box.store());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size));
    QCOMPARE(file.write(QByteArray(size, '\x5a')), size);
}

void TestDamagedStore::readingIsDoneAndWritingRefused()
{
    const Sandbox box;
    damage(box);
    const QByteArray before = readBytes(box.store());
    for (const QStringList &reading :
         {QStringList{S("runs")}, QStringList{S("runs"), S("--json")}, QStringList{S("run"), S("train")},
          QStringList{S("import"), S("train.csv"), S("--dry-run")}, QStringList{S("experiment"), S("list")}}) {
        const Ran read = box.run(reading);
        QVERIFY2(read.code == 0, (reading.join(u' ').toUtf8() + ": " + read.err).constData());
        QVERIFY2(read.err.contains("damaged"), (reading.join(u' ').toUtf8() + ": " + read.err).constData());
        QVERIFY(!read.out.isEmpty());
    }
    box.write(S("other.csv"), "step,loss\n1,0.5\n");
    for (const QStringList &writing :
         {QStringList{S("tag"), S("train"), S("c=d")}, QStringList{S("rename"), S("train"), S("x")},
          QStringList{S("import"), S("other.csv")}, QStringList{S("delete"), S("train")},
          QStringList{S("experiment"), S("create"), S("E")}, QStringList{S("favourite"), S("train")}}) {
        const Ran written = box.run(writing);
        QVERIFY2(written.code == 5, (writing.join(u' ').toUtf8() + ": " + written.out + written.err).constData());
        QVERIFY2(written.err.contains("damaged"), written.err.constData());
    }
    QCOMPARE(readBytes(box.store()), before);
}

void TestDamagedStore::noRunIsNotSaidOfADamagedStore()
{
    const Sandbox box;
    damage(box, "runs");
    for (const QStringList &more : {QStringList(), QStringList(S("--json")), QStringList(S("loss"))}) {
        const Ran read = box.run(QStringList(S("runs")) + more);
        QVERIFY2(read.code == 5, read.out.constData());
        QVERIFY2(read.err.contains("damaged"), read.err.constData());
        QVERIFY2(!read.out.contains("makes one") && !read.out.contains("No run matches"), read.out.constData());
    }
    // The file was emptied, but what runs kept is there.
    const Sandbox other;
    other.write(S("a.txt"), "abc");
    other.write(S("train.csv"), "step,loss\n1,0.5\n");
    QCOMPARE(other.run({S("import"), S("train.csv")}).code, 0);
    QCOMPARE(other.run({S("artifact"), S("add"), S("train"), S("a.txt")}).code, 0);
    QVERIFY(QFile::resize(other.store(), 0));
    const QStringList all[] = {{S("runs")}, {S("salvage"), S("saved.db")}, {S("import"), S("train.csv")}};
    for (const QStringList &command : all) {
        const Ran refused = other.run(command);
        QVERIFY2(refused.code == 5, (command.join(u' ').toUtf8() + ": " + refused.out).constData());
        QVERIFY2(refused.err.contains("is empty, although its artifacts"), refused.err.constData());
    }
    QCOMPARE(QFileInfo(other.store()).size(), 0);
}

void TestDamagedStore::checkTellsByItsExitCode()
{
    const Sandbox box;
    box.write(S("good.csv"), "step,loss\n1,0.5\n");
    QCOMPARE(box.run({S("import"), S("good.csv")}).code, 0);
    QCOMPARE(box.run({S("check")}).code, 0);
    const Sandbox other;
    damage(other);
    const Ran text = other.run({S("check")}), json = other.run({S("check"), S("--json")});
    QCOMPARE(text.code, 5);
    QVERIFY(text.out.contains("assay salvage"));
    QCOMPARE(json.code, 5);
    QCOMPARE(json.object().value(QLatin1String("sound")), QJsonValue(false));
    // What runs refer to is part of it.
    const Sandbox third;
    third.write(S("a.txt"), "abc");
    third.write(S("good.csv"), "step,loss\n1,0.5\n");
    QCOMPARE(third.run({S("import"), S("good.csv")}).code, 0);
    QCOMPARE(third.run({S("artifact"), S("add"), S("good"), S("a.txt")}).code, 0);
    QCOMPARE(third.run({S("check")}).code, 0);
    QDirIterator files(third.path(), QDir::Files, QDirIterator::Subdirectories);
    bool broken = false;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(S("artifacts")) && file.open(QIODevice::ReadOnly) && file.readAll() == "abc") {
            file.close();
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            QVERIFY(file.open(QIODevice::WriteOnly));
            broken = file.write("abd") == 3;
        }
    }
    QVERIFY(broken);
    QCOMPARE(third.run({S("check")}).code, 5);
}

QTEST_GUILESS_MAIN(TestDamagedStore)
#include "tst_damagedstore.moc"
