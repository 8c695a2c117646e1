// SPDX-License-Identifier: GPL-3.0-or-later
#include "damagefixture.h"
#include "samplerun.h"
#include "tracking/care/check.h"
#include "tracking/care/pages/btreepage.h"

using namespace assay;
using namespace assay::tracking;

/// Stores whose list of tables is destroyed: their tables are found again by what their pages hold.
class TestSalvagePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheTablesAgain_data();
    void findsTheTablesAgain();
    void takesWhatIsOnlyInTheLog();
    void doesNotBringBackWhatWasPurged();
    void findsTheRowsOfATornTable();
    void tellsWhatItCannotTellApart();
    void refusesOtherFiles();
    void readsDamagedPagesWithinBounds();
    void survivesAnyDamage();

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath("good.db"), m_rewritten = m_folder.filePath("rewritten.db");
};

namespace {

constexpr int runCount = 20;

void fillRegistry(const QString &path)
{
    for (const char *statement :
         {"INSERT INTO models (id, name, created, updated) VALUES (1, 'credit', 5, 6), (2, 'churn', 7, 8)",
          "INSERT INTO model_tags VALUES (1, 'team', 'risk')",
          "INSERT INTO versions (id, model, number, run, run_uuid, artifact, sha256, created, updated)"
          " SELECT id, 1 + id % 2, id, id, uuid, 'model', '', 9, 9 FROM runs WHERE id <= 6",
          "INSERT INTO version_tags VALUES (1, 'checked', 'yes'), (2, 'checked', 'no')",
          "INSERT INTO version_files VALUES (1, 'a.bin', 'f00d', 3)", "INSERT INTO aliases VALUES (2, 'champion', 1)",
          "INSERT INTO events (model, version, what, user, at) VALUES (2, 1, 'alias', 'ada', 10)",
          "INSERT INTO experiment_tags VALUES (1, 'area', 'finance')",
          "INSERT INTO views VALUES ('mine', '{\"filter\":\"\"}', 1)"})
        sql(path, statement);
}

} // namespace

void TestSalvagePages::initTestCase()
{
    {
        const auto store = need(RunStore::open(m_path));
        SampleRuns sample(7);
        RunId parent;
        for (int i = 0; i < runCount; ++i)
            parent = sample.add(*store, i % 5 == 0 ? RunId() : parent);
    }
    fillRegistry(m_path);
    (void)valueOf(m_path, "PRAGMA wal_checkpoint(TRUNCATE)");
    QCOMPARE(QFileInfo(m_path + "-wal").size(), 0);
    sql(m_path, "VACUUM INTO '" + m_rewritten.toUtf8() + "'");
}

void TestSalvagePages::findsTheTablesAgain_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"zeros", "random", "header", "magic", "list", "all of the list", "cut", "cut within"})
        for (const char *store : {"good", "rewritten", "small pages", "large pages"})
            QTest::addRow("%s of %s", damage, store) << QString::fromLatin1(damage);
}

void TestSalvagePages::findsTheTablesAgain()
{
    QFETCH(QString, damage);
    const QString kind = QString::fromLatin1(QTest::currentDataTag()).section(" of ", -1);
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    qint64 page = pageBytes;
    if (kind.endsWith("pages")) {
        page = kind.startsWith("small") ? 1024 : 65536;
        QVERIFY(QFile::copy(m_path, folder.filePath("whole.db")));
        Database whole(folder.filePath("whole.db"));
        Connection &copy = *need(whole.connection());
        need(copy.value("PRAGMA journal_mode = DELETE"));
        need(copy.run("PRAGMA page_size = " + QByteArray::number(page)));
        need(copy.run("VACUUM INTO '" + path.toUtf8() + "'"));
    } else {
        QVERIFY(QFile::copy(kind == "good" ? m_path : m_rewritten, path));
    }
    const auto before = everything(path);
    QCOMPARE(before.at("runs").size(), runCount);
    for (const auto &[table, rows] : before)
        QVERIFY2(!rows.isEmpty(), qPrintable(table));
    const QString listed = QStringLiteral("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' AND pagetype = "
                                          "'leaf' AND pageno > 1");
    Random random(11);
    if (damage == "zeros")
        overwrite(path, 0, QByteArray(page, '\0'));
    else if (damage == "random")
        overwrite(path, 0, randomBytes(random, page));
    else if (damage == "header")
        overwrite(path, 0, QByteArray(100, '\0'));
    else if (damage == "magic")
        overwrite(path, 0, "SQLite format 4");
    else if (damage == "list") {
        const qint64 leaf = valueOf(path, listed.toUtf8()).toLongLong();
        overwrite(path, leaf > 1 ? (leaf - 1) * page : 100, randomBytes(random, leaf > 1 ? page : page - 100));
    } else if (damage == "all of the list") {
        std::vector<qint64> leaves;
        {
            Database database(path);
            need(need(database.connection())->each(listed.toUtf8(), {}, [&](const Row &row) {
                leaves.push_back(row.integer(0));
            }));
        }
        overwrite(path, 0, randomBytes(random, page));
        for (const qint64 leaf : leaves)
            overwrite(path, (leaf - 1) * page, QByteArray(page, '\0'));
    } else {
        const QByteArray bytes = readBytes(path);
        writeBytes(path, bytes.mid(damage == "cut" ? page : page - 300));
    }
    for (const char *end : {"-wal", "-shm"})
        QFile::remove(path + QLatin1String(end));

    const CheckReport checked = need(checkStore(path));
    QVERIFY(!checked.sound());
    QVERIFY2(checked.findings.front().message.contains("is damaged ("), qPrintable(checked.findings.front().message));
    QCOMPARE(codeOf(RunStore::open(path)), QString("store_damaged"));
    const QByteArray damaged = readBytes(path);
    const SalvageReport report = need(salvageStore(path, target));
    QCOMPARE(readBytes(path), damaged);
    const auto after = everything(target);
    QStringList differing;
    for (const auto &[table, rows] : before)
        if (after.at(table) != rows)
            differing << table;
    QCOMPARE(differing, QStringList());
    QStringList others = told(report);
    others.removeIf([](const QString &message) { return message.contains("artifact"); });
    QCOMPARE(others.size(), 1);
    QVERIFY2(others.front().startsWith("The list of tables was destroyed, "), qPrintable(others.front()));
    QVERIFY(!report.mostLost);
    QCOMPARE(report.runs, qint64(runCount));
    QVERIFY(report.points > 100'000);
    QCOMPARE(QDir(folder.path()).entryList({".assay-salvage*"}, QDir::AllEntries | QDir::Hidden), QStringList());
}

void TestSalvagePages::takesWhatIsOnlyInTheLog()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), copy = folder.filePath("copy.db");
    std::map<QString, QStringList> before;
    {
        const auto store = need(RunStore::open(path));
        SampleRuns sample(3);
        need(need(store->database().connection())->run("PRAGMA wal_autocheckpoint = 0"));
        for (int i = 0; i < 3; ++i)
            sample.add(*store);
        before = everything(path);
        for (const char *end : {"", "-wal"})
            QVERIFY(QFile::copy(path + QLatin1String(end), copy + QLatin1String(end)));
    }
    QVERIFY(QFileInfo(copy + "-wal").size() > QFileInfo(copy).size());
    overwrite(copy, 0, QByteArray(pageBytes, '\0'));
    // Half a transaction that was never finished.
    QFile log(copy + "-wal");
    QVERIFY(log.open(QIODevice::Append) && log.write(QByteArray(3000, 'x')) == 3000);
    log.close();
    need(salvageStore(copy, folder.filePath("saved.db")));
    QVERIFY(everything(folder.filePath("saved.db")) == before);
    // Into a folder that is made for it.
    need(salvageStore(copy, folder.filePath("far/away/saved.db")));
    QVERIFY(everything(folder.filePath("far/away/saved.db")) == before);
}

void TestSalvagePages::doesNotBringBackWhatWasPurged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    QVERIFY(QFile::copy(m_path, path));
    sql(path, "DELETE FROM runs WHERE id > 4 AND parent IS NULL AND id NOT IN (SELECT parent FROM runs WHERE parent IS"
              " NOT NULL)");
    sql(path, "DELETE FROM chunks WHERE run > 10");
    sql(path, "DELETE FROM metrics WHERE run > 10");
    QVERIFY(valueOf(path, "PRAGMA freelist_count").toInt() > 50);
    (void)valueOf(path, "PRAGMA wal_checkpoint(TRUNCATE)");
    const auto before = everything(path);
    overwrite(path, 0, QByteArray(pageBytes, '\0'));
    const SalvageReport report = need(salvageStore(path, target));
    const auto after = everything(target);
    for (const auto &[table, rows] : before)
        QVERIFY2(after.at(table) == rows, qPrintable(table));
}

void TestSalvagePages::findsTheRowsOfATornTable()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    QVERIFY(QFile::copy(m_path, path));
    const auto before = everything(path);
    std::vector<qint64> roots;
    for (const char *table : {"chunks", "runs", "params"})
        roots.push_back(
            valueOf(path, QByteArray("SELECT rootpage FROM sqlite_schema WHERE name = '") + table + "'").toLongLong());
    overwrite(path, 0, QByteArray(pageBytes, '\0'));
    for (const qint64 root : roots)
        overwrite(path, (root - 1) * pageBytes, QByteArray(pageBytes, '\0'));
    const SalvageReport report = need(salvageStore(path, target));
    const auto after = everything(target);
    QVERIFY(after.at("chunks") == before.at("chunks"));
    QVERIFY(after.at("runs") == before.at("runs"));
    // An upper page of a table without row numbers holds rows itself.
    QVERIFY(after.at("params").size() >= before.at("params").size() * 9 / 10);
    QVERIFY(need(checkStore(target)).findings.empty() || report.lost.size() > 0);
}

void TestSalvagePages::tellsWhatItCannotTellApart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
    // Laid out as this program never does: every table lies one page later.
    {
        Database database(path);
        Connection &connection = *need(database.connection());
        need(connection.run("CREATE TABLE first (x)"));
        need(connection.run("ATTACH '" + m_path.toUtf8() + "' AS good"));
        QByteArrayList statements, tables;
        need(connection.each("SELECT sql, type, name FROM good.sqlite_schema WHERE sql IS NOT NULL", {},
                             [&](const Row &row) {
                                 statements << row.text(0).toUtf8();
                                 if (row.text(1) == "table")
                                     tables << row.text(2).toUtf8();
                             }));
        need(connection.run("PRAGMA foreign_keys = OFF"));
        for (const QByteArray &statement : statements)
            need(connection.run(statement));
        for (const QByteArray &table : tables)
            need(connection.run("INSERT INTO main." + table + " SELECT * FROM good." + table));
    }
    const auto before = everything(path);
    std::vector<qint64> leaves = {1};
    {
        Database database(path);
        need(need(database.connection())
                 ->each("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'", {},
                        [&](const Row &row) { leaves.push_back(row.integer(0)); }));
    }
    for (const qint64 leaf : leaves)
        overwrite(path, (leaf - 1) * pageBytes, QByteArray(pageBytes, '\0'));
    const SalvageReport report = need(salvageStore(path, target));
    const auto after = everything(target);
    QStringList differing;
    for (const auto &[table, rows] : after)
        if (before.at(table) != rows)
            differing << table;
    QCOMPARE(differing, QStringList({"aliases", "experiment_tags", "model_tags", "version_tags"}));
    const QString all = told(report).join(u'\n');
    QVERIFY2(all.contains("1 entries may be of experiment_tags or model_tags or version_tags, which cannot be told"),
             qPrintable(all));
    QVERIFY2(all.contains("may be of aliases"), qPrintable(all));
}

void TestSalvagePages::refusesOtherFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("x.db"), target = folder.filePath("y.db");
    Random random(5);
    for (const QByteArray &bytes : {randomBytes(random, 300'000), QByteArray(300'000, '\0'), QByteArray("a,b\n1,2\n"),
                                    QByteArray("SQLite format 3\0", 16) + randomBytes(random, 100'000)}) {
        writeBytes(path, bytes);
        const QString code = codeOf(salvageStore(path, target));
        QVERIFY2(code == "store_not_sqlite" || code == "store_damaged", qPrintable(code));
        QVERIFY(!QFile::exists(target));
    }
    {
        QFile::remove(path);
        sql(path, "CREATE TABLE runs (id INTEGER PRIMARY KEY, name TEXT)");
    }
    overwrite(path, 0, QByteArray(4096, '\0'));
    QCOMPARE(codeOf(salvageStore(path, target)), QString("store_not_sqlite"));
}

void TestSalvagePages::readsDamagedPagesWithinBounds()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    Random random(23);
    int pages = 0;
    qint64 records = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto number = static_cast<qint64>(random.bits() % static_cast<quint64>(file.size() / pageBytes - 1)) + 1;
        QVERIFY(file.seek(number * pageBytes));
        // On the heap and no byte longer than a page, so that a sanitizer sees what reads beyond it.
        std::vector<char> bytes(pageBytes);
        QVERIFY(file.read(bytes.data(), pageBytes) == pageBytes);
        for (int i = 0; i < 6; ++i) {
            const bool head = random.bits() % 2 == 0;
            bytes[random.bits() % (head ? 64 : pageBytes)] = static_cast<char>(random.bits() & 0xff);
        }
        if (round % 2 == 0)
            bytes[0] = "\x02\x05\x0a\x0d"[random.bits() % 4];
        const auto page = BtreePage::parse(QByteArrayView(bytes.data(), pageBytes));
        if (!page)
            continue;
        ++pages;
        (void)page->children();
        for (std::size_t cell = 0; cell < page->cells(); ++cell)
            if (const auto record = page->record(cell)) {
                ++records;
                for (std::size_t i = 0; i < record->size(); ++i)
                    (void)(record->text(i).size() + record->integer(i));
            }
    }
    QVERIFY2(pages > 1000 && records > 2000,
             qPrintable(QStringLiteral("%1 pages, %2 records").arg(pages).arg(records)));
}

void TestSalvagePages::survivesAnyDamage()
{
    const QByteArray good = readBytes(m_rewritten);
    Random random(17);
    const int rounds =
        qEnvironmentVariableIsSet("ASSAY_DAMAGE_ROUNDS") ? qEnvironmentVariableIntValue("ASSAY_DAMAGE_ROUNDS") : 120;
    int saved = 0;
    qint64 runs = 0;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        const QString path = folder.filePath("assay.db"), target = folder.filePath("saved.db");
        QByteArray bytes = good.first(std::min<qsizetype>(good.size(), 100 * pageBytes));
        bytes.replace(0, round % 3 == 0 ? pageBytes : 16, QByteArray(round % 3 == 0 ? pageBytes : 16, '\0'));
        for (quint64 i = random.bits() % 40; i > 0; --i) {
            const QByteArray junk = randomBytes(random, static_cast<qint64>(random.bits() % 64 + 1));
            bytes.replace(static_cast<qsizetype>(random.bits() % static_cast<quint64>(bytes.size() - 64)), junk.size(),
                          junk);
        }
        writeBytes(path, bytes);
        const auto report = salvageStore(path, target);
        if (!report)
            continue;
        ++saved;
        runs += report->runs;
        const CheckReport checked = need(checkStore(target));
        for (const Finding &finding : checked.findings)
            if (finding.code != "artifact")
                QFAIL(qPrintable(finding.message));
    }
    qInfo("%d of %d salvaged, %lld runs", saved, rounds, runs);
    QVERIFY(saved > rounds * 9 / 10);
}

QTEST_GUILESS_MAIN(TestSalvagePages)
#include "tst_salvagepages.moc"
