// SPDX-License-Identifier: GPL-3.0-or-later
#include "damagefixture.h"
#include "samplerun.h"
#include "tracking/care/backup.h"
#include "tracking/care/check.h"

#include <QProcess>

using namespace assay;
using namespace assay::tracking;

/// Stores that lost their end, upper pages of their tables, or everything.
class TestTornStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatIsLeft_data();
    void readsWhatIsLeft();
    void findsWhatHungOnUpperPages_data();
    void findsWhatHungOnUpperPages();
    void tellsWhenMostIsLost();
    void doesNotTakeAnEmptiedStoreForANewOne();
    void keepsItsLogWhileItIsLookedAt();

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath("good.db");
    std::map<QString, QStringList> m_all;
};

namespace {

constexpr int runCount = 20;

/// How many of the entries before are there after.
qsizetype kept(const QStringList &before, const QStringList &after)
{
    const QSet<QString> there(after.begin(), after.end());
    return std::ranges::count_if(before, [&](const QString &entry) { return there.contains(entry); });
}

qint64 rootOf(const QString &path, const QString &table)
{
    return valueOf(path, "SELECT rootpage FROM sqlite_schema WHERE name = '" + table.toUtf8() + "'").toLongLong();
}

} // namespace

void TestTornStore::initTestCase()
{
    {
        const auto store = need(RunStore::open(m_path));
        SampleRuns sample(7);
        for (int i = 0; i < runCount; ++i)
            sample.add(*store);
    }
    m_all = everything(m_path);
    QVERIFY(m_all.at("chunks").size() > 50);
}

void TestTornStore::readsWhatIsLeft_data()
{
    QTest::addColumn<qint64>("cut"); ///< [bytes]
    QTest::addColumn<int>("least");  ///< [percent] of the entries there are then
    const qint64 all = QFileInfo(m_path).size();
    QTest::newRow("half a page") << pageBytes / 2 << 95;
    QTest::newRow("a page") << pageBytes << 95;
    QTest::newRow("ten pages") << 10 * pageBytes << 90;
    QTest::newRow("a fifth") << all / 5 << 50;
    QTest::newRow("half") << all / 2 << 20;
}

void TestTornStore::readsWhatIsLeft()
{
    QFETCH(qint64, cut);
    QFETCH(int, least);
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), padded = folder.filePath("padded.db");
    const QByteArray bytes = readBytes(m_path);
    writeBytes(path, bytes.chopped(cut));
    writeBytes(padded, bytes.chopped(cut) + QByteArray(cut, '\0'));
    {
        const auto opened = RunStore::open(path);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
        const auto limitation = (*opened)->limitation();
        QVERIFY(limitation);
        const QString said = QString::fromStdString(limitation->message);
        QVERIFY2(said.contains(QStringLiteral("its end is missing: %1 of %2 bytes are there")
                                   .arg(bytes.size() - cut)
                                   .arg(bytes.size())),
                 qPrintable(said));
        QVERIFY(!(*opened)->begin({.experiment = "e", .name = "n"}));
    }
    const CheckReport checked = need(checkStore(path));
    QVERIFY(checked.findings.front().message.contains("its end is missing"));
    QCOMPARE(codeOf(backupStore(path, folder.filePath("backup.db"))), QString("store_damaged"));
    const SalvageReport report = need(salvageStore(path, folder.filePath("saved.db")));
    QCOMPARE(readBytes(path), bytes.chopped(cut));
    QVERIFY(report.lost.front().message.contains("its end is missing"));
    const SalvageReport other = need(salvageStore(padded, folder.filePath("other.db")));
    QCOMPARE(report.runs, other.runs);
    QVERIFY2(report.points >= other.points && report.points > 0,
             qPrintable(QStringLiteral("%1 points, padded %2").arg(report.points).arg(other.points)));
    const auto after = everything(folder.filePath("saved.db"));
    QVERIFY2(100 * kept(m_all.at("chunks"), after.at("chunks")) >= least * m_all.at("chunks").size(),
             qPrintable(told(report).join(u'\n')));
}

void TestTornStore::findsWhatHungOnUpperPages_data()
{
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<QStringList>("whole"); ///< those of which nothing is lost
    QTest::newRow("chunks") << QStringList("chunks") << QStringList("chunks");
    QTest::newRow("runs") << QStringList("runs") << QStringList({"runs", "chunks"});
    QTest::newRow("runs and chunks") << QStringList({"runs", "chunks"}) << QStringList({"runs", "chunks"});
    // Its upper pages hold entries themselves, which are lost with them.
    QTest::newRow("params") << QStringList("params") << QStringList({"runs", "chunks"});
}

void TestTornStore::findsWhatHungOnUpperPages()
{
    QFETCH(QStringList, tables);
    QFETCH(QStringList, whole);
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    QVERIFY(QFile::copy(m_path, path));
    Random random(3);
    for (const QString &table : tables)
        overwrite(path, (rootOf(m_path, table) - 1) * pageBytes, randomBytes(random, pageBytes));
    const SalvageReport report = need(salvageStore(path, target));
    const auto after = everything(target);
    for (const QString &table : whole)
        QVERIFY2(after.at(table) == m_all.at(table), qPrintable(told(report).join(u'\n')));
    for (const QString &table : tables)
        QVERIFY2(kept(m_all.at(table), after.at(table)) * 4 >= m_all.at(table).size() * 3, qPrintable(table));
    for (const QString &table : tables)
        QVERIFY2(told(report).join(u'\n').contains(table + " is damaged: "), qPrintable(told(report).join(u'\n')));
    QVERIFY(!report.mostLost);
    QCOMPARE(report.runs, qint64(runCount));
    QCOMPARE(QDir(folder.path()).entryList({".assay-salvage*"}, QDir::AllEntries | QDir::Hidden), QStringList());
}

void TestTornStore::tellsWhenMostIsLost()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db");
    QVERIFY(QFile::copy(m_path, path));
    std::vector<qint64> pages;
    {
        Database database(m_path);
        need(need(database.connection())
                 ->each("SELECT pageno FROM dbstat WHERE name = 'chunks'", {},
                        [&](const Row &row) { pages.push_back(row.integer(0)); }));
    }
    for (const qint64 page : pages)
        overwrite(path, (page - 1) * pageBytes, QByteArray(pageBytes, 'x'));
    const SalvageReport report = need(salvageStore(path, folder.filePath("saved.db")));
    QCOMPARE(report.runs, qint64(runCount));
    QVERIFY(report.mostLost);
    QVERIFY(report.lostPoints > 100'000);

    QProcess program;
    program.start(QStringLiteral(ASSAY_PROGRAM), {"salvage", folder.filePath("second.db"), "--store", path});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 5);
    QVERIFY(program.readAllStandardOutput().startsWith("Most of the store is lost: only 20 runs, "));
}

void TestTornStore::doesNotTakeAnEmptiedStoreForANewOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    writeBytes(path, {});
    QDir(folder.path()).mkpath("assay-artifacts/ab");
    need(RunStore::open(path)); // nothing was ever in it
    QFile::remove(path);
    for (const char *end : {"-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));
    writeBytes(path, {});
    writeBytes(folder.filePath("assay-artifacts/ab/cdef"), "bytes");
    const auto opened = RunStore::open(path);
    QCOMPARE(codeOf(opened), QString("store_damaged"));
    QVERIFY(QString::fromStdString(opened.error().message).contains("is empty, although its artifacts lie beside it"));
    const auto saved = salvageStore(path, target);
    QCOMPARE(codeOf(saved), QString("store_damaged"));
    QVERIFY(!QString::fromStdString(saved.error().message).contains("assay salvage"));
    QVERIFY(!need(checkStore(path)).sound());
    QCOMPARE(QFileInfo(path).size(), 0);
    QVERIFY(!QFile::exists(target));
}

/// Closing a file takes away all locks a process has on it: another program would then think nobody uses the store.
void TestTornStore::keepsItsLogWhileItIsLookedAt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db");
    const auto store = need(RunStore::open(path));
    const RunId first = need(store->begin({.experiment = "e", .name = "first"}));
    QVERIFY(need(checkStore(path)).sound());
    need(backupStore(path, folder.filePath("copy.db")));
    const auto runs = [&] {
        QProcess program;
        program.start(QStringLiteral(ASSAY_PROGRAM), {"runs", "--store", path});
        if (!program.waitForFinished() || program.exitCode() != 0)
            qFatal("%s", program.readAllStandardError().constData());
        return program.readAllStandardOutput();
    };
    QVERIFY(runs().contains("first"));
    QVERIFY(QFile::exists(path + "-wal")); // removed by the last program that closes the store
    need(store->begin({.experiment = "e", .name = "second"}));
    QVERIFY(runs().contains("second"));
}

QTEST_GUILESS_MAIN(TestTornStore)
#include "tst_tornstore.moc"
