// SPDX-License-Identifier: GPL-3.0-or-later
#include "mlflowsamples.h"

#include "tracking/exporters/jsonrun.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <algorithm>

using namespace assay;
using namespace assay::tracking;

namespace {

/// Writes a database as an MLflow server would, and may hold it open.
class Source
{
public:
    explicit Source(const QString &path)
        : m_name(QStringLiteral("source"))
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("cannot open %s", qPrintable(path));
    }
    ~Source()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    void run(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

/// The sample, that is changed after it was imported.
struct ChangedSample
{
    inline static const RunId changed{QStringLiteral("75aca4a0962740b69635f2d0e9c980d6")};
    inline static const RunId removed{QStringLiteral("a9b39a037a044bb69d0ec26a7293dbdf")};
    inline static const RunId restored{QStringLiteral("cf536ca38e744039a3e4b8329c8d8546")};

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("mlflow.db"));

    ChangedSample()
    {
        QFile::copy(samplePath("mlflow-2.22.1-sqlite/mlflow.db"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }

    void change() const
    {
        Source source(path);
        for (const char *sql :
             {"UPDATE runs SET name = 'renamed' WHERE name = 'parent'",
              "UPDATE tags SET value = 'renamed' WHERE key = 'mlflow.runName' AND value = 'parent'",
              "UPDATE tags SET value = 'ada' WHERE key = 'mlflow.user' AND run_uuid LIKE '75aca%'",
              "DELETE FROM tags WHERE key = 'mlflow.source.type' AND run_uuid LIKE '75aca%'",
              "INSERT INTO tags (key, value, run_uuid) VALUES ('mlflow.note.content', 'told',"
              " '75aca4a0962740b69635f2d0e9c980d6')",
              "UPDATE runs SET lifecycle_stage = 'deleted' WHERE name = 'fails'",
              "UPDATE runs SET lifecycle_stage = 'active' WHERE name = 'deleted'",
              "UPDATE registered_model_aliases SET version = 1", "UPDATE registered_models SET description = 'another'",
              "UPDATE registered_model_tags SET value = '2'",
              "UPDATE model_versions SET current_stage = 'Production', description = 'v1 b' WHERE version = 1",
              "DELETE FROM model_version_tags WHERE version = 1"})
            source.run(QLatin1String(sql));
    }
};

/// A database of the first versions: no steps, no experiment tags, no datasets, no registry.
void makeOldDatabase(Source &source)
{
    source.run(QStringLiteral("CREATE TABLE experiments (experiment_id INTEGER PRIMARY KEY, name VARCHAR,"
                              " artifact_location VARCHAR, lifecycle_stage VARCHAR)"));
    source.run(QStringLiteral("CREATE TABLE runs (run_uuid VARCHAR PRIMARY KEY, name VARCHAR, status VARCHAR,"
                              " start_time BIGINT, end_time BIGINT, lifecycle_stage VARCHAR, artifact_uri VARCHAR,"
                              " experiment_id INTEGER, user_id VARCHAR)"));
    source.run(QStringLiteral("CREATE TABLE params (key VARCHAR, value VARCHAR, run_uuid VARCHAR)"));
    source.run(QStringLiteral("CREATE TABLE metrics (key VARCHAR, value FLOAT, timestamp BIGINT, run_uuid VARCHAR)"));
    source.run(QStringLiteral("CREATE TABLE tags (key VARCHAR, value VARCHAR, run_uuid VARCHAR)"));
    source.run(
        QStringLiteral("INSERT INTO experiments VALUES (0, 'Default', '', 'active'), (1, 'gone', '', 'deleted')"));
    source.run(QStringLiteral("INSERT INTO runs VALUES ('%1', '', 'RUNNING', 1500000000000, NULL, 'active',"
                              " 's3://bucket/0/%1/artifacts', 0, 'ana')")
                   .arg(QString(32, u'a')));
    source.run(QStringLiteral("INSERT INTO runs VALUES ('%1', 'x', 'FINISHED', 1500000000000, 1500000001000, 'active',"
                              " '/etc', 1, 'ana')")
                   .arg(QString(32, u'b')));
    source.run(QStringLiteral("INSERT INTO metrics VALUES ('m', 2.5, 1500000000002, '%1'), ('m', 1.5, 1500000000001,"
                              " '%1')")
                   .arg(QString(32, u'a')));
}

} // namespace

class TestMlflowDb : public QObject
{
    Q_OBJECT

private slots:
    void everyValue();
    void dryRunWritesNothing();
    void secondTimeIsKnown();
    void onlyTheChosenRuns();
    void oldVersionsAndDeletedExperiments();
    void pointsInTheOrderOfSteps();
    void followsItsSource();
    void keepsWhatWasEditedHere();
    void aServerGoesOnWriting();
    void writeAheadFilesAreCopied();
    void aCrashedWriterIsUndone();
    void damagedFile();
    void otherDatabases();
    void artifactsWhereTheUserSays();
    void cancelledBetweenRuns();
};

void TestMlflowDb::everyValue()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    const QByteArray before = stateOf(sample);
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, sample + QStringLiteral("/mlflow.db"), {}, {}));
    QCOMPARE(report.format, QStringLiteral("mlflow-db"));
    QCOMPARE(report.added, 9);
    QCOMPARE(report.models, 1);
    QCOMPARE(report.modelVersions, 2);
    QVERIFY(report.problems.empty());
    compareAll(*store.store, readExpected(sample + QStringLiteral("/expected.json")));
    QCOMPARE(stateOf(sample), before);
}

void TestMlflowDb::dryRunWritesNothing()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    TemporaryStore store;
    const qint64 version = store->dataVersion();
    // The folder in which MLflow was used stands for the database in it.
    const ImportReport report = need(importRuns(*store.store, sample, {.dryRun = true}, {}));
    QCOMPARE(store->dataVersion(), version);
    QCOMPARE(report.runs.size(), 9u);
    qint64 points = 0, params = 0, tags = 0, files = 0, bytes = 0;
    for (const ImportPlanRun &run : report.runs) {
        QVERIFY(!run.known);
        points += run.points;
        params += run.params;
        tags += run.tags;
        files += run.files;
        bytes += run.fileBytes;
    }
    QCOMPARE(points, 10'010);
    QCOMPARE(params, 9);
    QCOMPARE(tags, 44);
    QCOMPARE(files, 17);
    QVERIFY(bytes > 6000);
    QCOMPARE(report.added + report.known + report.grown, 0);
}

void TestMlflowDb::secondTimeIsKnown()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, sample, {}, {})).added, 9);
    const ImportReport again = need(importRuns(*store.store, sample, {}, {}));
    QCOMPARE(again.added, 0);
    QCOMPARE(again.grown, 0);
    QCOMPARE(again.known, 9);
    QVERIFY(again.runs.front().known);
    QCOMPARE(need(store->count()) + need(store->count({.deleted = true})), 9);
    QCOMPARE(need(ModelRegistry(*store.store).versions(QStringLiteral("demo-model"))).size(), 2u);
}

void TestMlflowDb::onlyTheChosenRuns()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    TemporaryStore store;
    const QString child = QStringLiteral("mlflow:f9e0e5a25e6f4c5594c3aff67e64b60a");
    const ImportReport report =
        need(importRuns(*store.store, sample, {.experiment = QStringLiteral("taken over"), .sources = {child}}, {}));
    QCOMPARE(report.added, 1);
    const auto id = need(findImported(*store.store, child));
    QVERIFY(id);
    QCOMPARE(need(store->details(*id)).run.experiment, QStringLiteral("taken over"));
    QVERIFY(need(store->details(*id)).run.parent.isNull());
    QVERIFY(need(ModelRegistry(*store.store).models()).empty());
    // The parent that comes later takes its child.
    QCOMPARE(need(importRuns(*store.store, sample, {}, {})).added, 8);
    QVERIFY(!need(store->details(*id)).run.parent.isNull());
}

void TestMlflowDb::oldVersionsAndDeletedExperiments()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.db"));
    {
        Source source(path);
        makeOldDatabase(source);
    }
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, path, {}, {}));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.problems.size(), 1u);
    const RunDetails run = need(store->details({QString(32, u'a')}));
    QCOMPARE(run.run.status, RunStatus::Running);
    QCOMPARE(run.run.name, QStringLiteral("run-aaaa"));
    QCOMPARE(run.run.tags.at(QStringLiteral("mlflow.artifactUri")),
             QStringLiteral("s3://bucket/0/%1/artifacts").arg(QString(32, u'a')));
    const auto points = need(store->series(run.run.id, QStringLiteral("m")));
    QCOMPARE(points.size(), 2u);
    QCOMPARE(points[0].value, 1.5);
    QCOMPARE(points[1].time, 1'500'000'000'002'000);
    const RunDetails gone = need(store->details({QString(32, u'b')}));
    QVERIFY(gone.run.deleted);
    // An address that is not one of MLflow's opens nothing.
    QVERIFY(gone.artifacts.empty());
    QCOMPARE(need(store->experiments()).size(), 1u);
}

void TestMlflowDb::pointsInTheOrderOfSteps()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("m.db"));
    QVERIFY(QFile::copy(sample, path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const QString run = QStringLiteral("75aca4a0962740b69635f2d0e9c980d6");
    Source source(path);
    for (const char *row : {"9.0, 3000, 5", "1.0, 2000, -2", "2.0, 1000, 5", "3.0, 4000, 1"})
        source.run(QStringLiteral("INSERT INTO metrics (key, value, timestamp, step, run_uuid, is_nan)"
                                  " VALUES ('m', %1, '%2', 0)")
                       .arg(QLatin1String(row), run));
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 9);
    const std::vector<MetricPoint> wanted = {
        {-2, 2'000'000, 1}, {1, 4'000'000, 3}, {5, 1'000'000, 2}, {5, 3'000'000, 9}};
    QVERIFY(need(store->series({run}, QStringLiteral("m"))) == wanted);
    // A step between others, logged since: it takes its place, and is the only thing that is new.
    source.run(QStringLiteral("INSERT INTO metrics (key, value, timestamp, step, run_uuid, is_nan)"
                              " VALUES ('m', 7, 5000, 3, '%1', 0)")
                   .arg(run));
    const ImportReport grown = need(importRuns(*store.store, path, {}, {}));
    QCOMPARE(grown.grown, 1);
    QCOMPARE(grown.known, 8);
    const auto now = need(store->series({run}, QStringLiteral("m")));
    QCOMPARE(now.size(), 5u);
    QCOMPARE(now[2].step, 3);
}

/// Whatever is changed at the source comes along when nobody edited it here.
void TestMlflowDb::followsItsSource()
{
    if (!QFileInfo::exists(samplePath("mlflow-2.22.1-sqlite/mlflow.db")))
        QSKIP("the samples are not here");
    const ChangedSample sample;
    TemporaryStore store;
    const ImportReport first = need(importRuns(*store.store, sample.path, {}, {}));
    QCOMPARE(first.added, 9);
    sample.change();
    const ImportReport report = need(importRuns(*store.store, sample.path, {}, {}));
    QCOMPARE(report.problems, first.problems); // of files that are not beside the copy
    QCOMPARE(report.grown, 3);
    QCOMPARE(report.known, 6);
    QCOMPARE(report.modelChanges, 6);
    const RunDetails details = need(store->details(ChangedSample::changed));
    const Json made = provenanceJson(details.provenance);
    QVERIFY(made.at("seed").is_null() && made.at("threads").is_null()); // MLflow told of neither
    const Run &run = details.run;
    QCOMPARE(run.name, QStringLiteral("renamed"));
    QCOMPARE(run.note, QStringLiteral("told"));
    QCOMPARE(run.tags.at(QStringLiteral("mlflow.user")), QStringLiteral("ada"));
    QVERIFY(!run.tags.contains(QStringLiteral("mlflow.source.type")));
    QVERIFY(need(store->details(ChangedSample::removed)).run.deleted);
    QVERIFY(!need(store->details(ChangedSample::restored)).run.deleted);
    const ModelRegistry registry(*store.store);
    const QString name = QStringLiteral("demo-model");
    const RegisteredModel model = need(registry.model(name));
    QCOMPARE(model.aliases, (std::map<QString, qint64>{{QStringLiteral("champion"), 1}}));
    QCOMPARE(model.note, QStringLiteral("another"));
    QCOMPARE(model.tags.at(QStringLiteral("t")), QStringLiteral("2"));
    const ModelVersion version = need(registry.version(name, QStringLiteral("1")));
    QVERIFY(version.stage == Stage::Production);
    QCOMPARE(version.note, QStringLiteral("v1 b"));
    QVERIFY(version.tags.empty());
    const ImportReport again = need(importRuns(*store.store, sample.path, {}, {}));
    QCOMPARE(again.known, 9);
    QCOMPARE(again.modelChanges, 0);
}

void TestMlflowDb::keepsWhatWasEditedHere()
{
    if (!QFileInfo::exists(samplePath("mlflow-2.22.1-sqlite/mlflow.db")))
        QSKIP("the samples are not here");
    const ChangedSample sample;
    TemporaryStore store;
    const ImportReport first = need(importRuns(*store.store, sample.path, {}, {}));
    QCOMPARE(first.added, 9);
    const RunId id = ChangedSample::changed;
    need(store->rename(id, QStringLiteral("mine")));
    need(store->setTag(id, QStringLiteral("mlflow.user"), QStringLiteral("me")));
    need(store->restore({ChangedSample::restored}));
    ModelRegistry registry(*store.store);
    const QString name = QStringLiteral("demo-model");
    need(registry.setStage(name, 1, Stage::Archived, QStringLiteral("old")));
    need(registry.removeAlias(name, QStringLiteral("champion"), QStringLiteral("none is")));
    // Nothing is said of it as long as the source stays as it is.
    QCOMPARE(need(importRuns(*store.store, sample.path, {}, {})).grown, 0);
    sample.change();
    const ImportReport report = need(importRuns(*store.store, sample.path, {}, {}));
    const Run run = need(store->details(id)).run;
    QCOMPARE(run.name, QStringLiteral("mine"));
    QCOMPARE(run.tags.at(QStringLiteral("mlflow.user")), QStringLiteral("me"));
    QCOMPARE(run.note, QStringLiteral("told"));
    QVERIFY(need(registry.version(name, QStringLiteral("1"))).stage == Stage::Archived);
    QVERIFY(need(registry.model(name)).aliases.empty());
    QCOMPARE(need(registry.model(name)).note, QStringLiteral("another"));
    QStringList told;
    for (const ImportProblem &problem : report.problems)
        if (std::ranges::find(first.problems, problem) == first.problems.end())
            told << problem.what;
    told.sort();
    QCOMPARE(told,
             QStringList({QStringLiteral("Edited here and changed at its source since, which is kept as it is here: "
                                         "name, tag `mlflow.user`."),
                          QStringLiteral("The alias `champion` of the model demo-model was changed here and is kept: "
                                         "its source has another."),
                          QStringLiteral("The stage of version 1 of the model demo-model was changed here and is "
                                         "kept: its source has another.")}));
    // Of runs it is said once.
    const ImportReport again = need(importRuns(*store.store, sample.path, {}, {}));
    QCOMPARE(again.known, 9);
    QCOMPARE(need(store->details(id)).run.name, QStringLiteral("mine"));
}

void TestMlflowDb::aServerGoesOnWriting()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("live.db"));
    Source source(path);
    makeOldDatabase(source);
    source.run(QStringLiteral("BEGIN IMMEDIATE"));
    source.run(QStringLiteral("INSERT INTO params VALUES ('lr', '0.1', '%1')").arg(QString(32, u'a')));
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 2);
    QVERIFY(need(store->details({QString(32, u'a')})).run.params.empty());
    source.run(QStringLiteral("COMMIT"));
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).grown, 1);
    QCOMPARE(need(store->details({QString(32, u'a')})).run.params.size(), 1u);
}

void TestMlflowDb::writeAheadFilesAreCopied()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wal.db"));
    Source source(path);
    source.run(QStringLiteral("PRAGMA journal_mode = WAL"));
    makeOldDatabase(source);
    const QByteArray before = stateOf(folder.path());
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 2);
    QCOMPARE(stateOf(folder.path()), before);
}

/// What lies there after a writer died within a transaction: pages half-way, and the journal that takes them back.
void TestMlflowDb::aCrashedWriterIsUndone()
{
    QTemporaryDir folder, crashed;
    const QString path = folder.filePath(QStringLiteral("live.db"));
    const QString copy = crashed.filePath(QStringLiteral("live.db"));
    {
        Source source(path);
        makeOldDatabase(source);
        source.run(QStringLiteral("PRAGMA cache_size = 2"));
        source.run(QStringLiteral("BEGIN"));
        source.run(QStringLiteral("UPDATE runs SET name = 'half'"));
        source.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                                  " INSERT INTO params SELECT 'p' || i, hex(randomblob(500)), '%1' FROM n")
                       .arg(QString(32, u'a')));
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(QFile::copy(path + QStringLiteral("-journal"), copy + QStringLiteral("-journal")));
    }
    QVERIFY(QFileInfo(copy).size() > 100'000);
    const QByteArray before = stateOf(crashed.path());
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, copy, {}, {})).added, 2);
    QCOMPARE(stateOf(crashed.path()), before);
    const RunDetails run = need(store->details({QString(32, u'a')}));
    QVERIFY(run.run.params.empty());
    QCOMPARE(run.run.name, QStringLiteral("run-aaaa"));
}

void TestMlflowDb::damagedFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cut.db"));
    {
        Source source(path);
        makeOldDatabase(source);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    TemporaryStore store;
    const auto report = importRuns(*store.store, path, {}, {}, QStringLiteral("mlflow-db"));
    QCOMPARE(codeOf(report), QStringLiteral("source_damaged"));
    QCOMPARE(need(store->count()), 0);
}

void TestMlflowDb::otherDatabases()
{
    TemporaryStore store, other; // a store is a database too, but no MLflow's
    QCOMPARE(codeOf(importRuns(*store.store, other.path, {}, {}, QStringLiteral("mlflow-db"))),
             QStringLiteral("not_mlflow"));
    QCOMPARE(codeOf(importRuns(*store.store, store.path, {}, {}, QStringLiteral("mlflow-db"))),
             QStringLiteral("own_store"));
}

void TestMlflowDb::artifactsWhereTheUserSays()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("server.db"));
    {
        Source source(path);
        makeOldDatabase(source);
        source.run(QStringLiteral("UPDATE runs SET artifact_uri = 'mlflow-artifacts:/0/%1/artifacts'"
                                  " WHERE experiment_id = 0")
                       .arg(QString(32, u'a')));
    }
    QTemporaryDir elsewhere;
    const QString files = elsewhere.filePath(QStringLiteral("0/%1/artifacts/plots").arg(QString(32, u'a')));
    QVERIFY(QDir().mkpath(files));
    QFile picture(files + QStringLiteral("/p.png"));
    QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write("png") == 3);
    picture.close();
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), files + QStringLiteral("/link")));
    TemporaryStore store;
    const ImportReport without = need(importRuns(*store.store, path, {}, {}));
    QCOMPARE(without.problems.size(), 1u);
    const ImportReport with = need(importRuns(*store.store, path, {.artifactRoot = elsewhere.path()}, {}));
    QCOMPARE(with.grown, 1);
    QCOMPARE(with.problems.size(), 1u); // the link
    QVERIFY(with.problems.front().path.endsWith(QStringLiteral("/link")));
    const RunDetails run = need(store->details({QString(32, u'a')}));
    QCOMPARE(run.artifacts.size(), 1u);
    QCOMPARE(need(store->artifact(run.run.id, QStringLiteral("plots/p.png"))), QByteArray("png"));
}

void TestMlflowDb::cancelledBetweenRuns()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    class StopAfter : public Observer
    {
    public:
        explicit StopAfter(std::stop_source &stop)
            : m_stop(stop)
        {
        }
        void progress(const Progress &progress) override
        {
            if (progress.stage == "Taking over runs" && progress.done == 3)
                m_stop.request_stop();
        }

    private:
        std::stop_source &m_stop;
    };
    std::stop_source stop;
    StopAfter observer(stop);
    TemporaryStore store;
    QCOMPARE(codeOf(importRuns(*store.store, sample, {}, {.observer = &observer, .stop = stop.get_token()})),
             QStringLiteral("cancelled"));
    const qint64 there = need(store->count());
    QVERIFY(there >= 3 && there < 8);
    QCOMPARE(need(importRuns(*store.store, sample, {}, {})).known, there);
}

QTEST_GUILESS_MAIN(TestMlflowDb)
#include "tst_mlflowdb.moc"
