// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of trackio, also one that is open elsewhere.
#include "storefixture.h"
#include "tracking/importers/importer.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <cmath>

using namespace assay::tracking;

class TestTrackio : public QObject
{
    Q_OBJECT
private slots:
    void project_data();
    void project();
    void others();
};

void TestTrackio::project_data()
{
    QTest::addColumn<bool>("open");
    QTest::newRow("closed") << false;
    QTest::newRow("open elsewhere, with a log beside it") << true;
}

void TestTrackio::project()
{
    QFETCH(bool, open);
    QTemporaryDir root;
    const QString path = root.filePath(QStringLiteral("my project.db"));
    TemporaryStore store;
    {
        QSqlDatabase writer = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("writer"));
        writer.setDatabaseName(path);
        QVERIFY(writer.open());
        QSqlQuery query(writer);
        const auto run = [&](const QString &sql) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        };
        if (open)
            run(QStringLiteral("PRAGMA journal_mode = WAL"));
        run(QStringLiteral("CREATE TABLE metrics (id INTEGER PRIMARY KEY, timestamp TEXT, run_name TEXT, step INTEGER,"
                           " metrics TEXT)"));
        run(QStringLiteral(
            "CREATE TABLE configs (id INTEGER PRIMARY KEY, run_name TEXT, config TEXT, created_at TEXT)"));
        run(QStringLiteral(
            "INSERT INTO configs (run_name, config) VALUES ('a', '{\"lr\": 0.1, \"_Username\": \"x\"}')"));
        for (int i = 0; i < 20; ++i)
            run(QStringLiteral("INSERT INTO metrics (timestamp, run_name, step, metrics) VALUES"
                               " ('2024-01-02T03:04:%1.012345', '%2', %3, '{\"loss\": %4, \"media\": {\"_type\": "
                               "\"image\", \"w\": 1}}')")
                    .arg(i, 2, 10, QLatin1Char('0'))
                    .arg(i % 2 == 0 ? QStringLiteral("a") : QStringLiteral("b"))
                    .arg(i / 2)
                    .arg(i == 4 ? QStringLiteral("\"NaN\"") : QString::number(1.0 / (i + 1), 'g', 17)));
        run(QStringLiteral("INSERT INTO metrics (timestamp, run_name, step, metrics) VALUES ('', 'b', 9, 'not json')"));
        if (!open)
            writer.close();
        const QStringList before = QDir(root.path()).entryList(QDir::Files);
        const ImportReport report = need(importRuns(*store.store, path, {}, {}));
        QCOMPARE(report.format, QStringLiteral("trackio"));
        QCOMPARE(report.added, 2);
        QCOMPARE(report.problems.size(), 1U);
        QCOMPARE(need(importRuns(*store.store, path, {}, {})).known, 2);
        QCOMPARE(QDir(root.path()).entryList(QDir::Files), before);
        writer.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("writer"));
    for (const Run &run : need(store->runs())) {
        QCOMPARE(run.experiment, QStringLiteral("my project"));
        const auto points = need(store->series(run.id, QStringLiteral("loss")));
        QCOMPARE(points.size(), 10U);
        QCOMPARE(run.metrics.size(), 1U);
        if (run.name != QLatin1String("a"))
            continue;
        QCOMPARE(std::get<double>(run.params.at("lr")), 0.1);
        QCOMPARE(run.params.size(), 1U);
        QVERIFY(std::isnan(points[2].value));
        QCOMPARE(points[1], (MetricPoint{.step = 1, .time = 1'704'164'642'012'345, .value = 1.0 / 3}));
    }
}

void TestTrackio::others()
{
    TemporaryStore store, other;
    const auto report = importRuns(*store.store, other.path, {}, {}, QStringLiteral("trackio"));
    QCOMPARE(codeOf(report), QStringLiteral("not_trackio"));
}

QTEST_GUILESS_MAIN(TestTrackio)
#include "tst_trackio.moc"
