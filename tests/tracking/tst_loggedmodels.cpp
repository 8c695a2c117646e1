// SPDX-License-Identifier: GPL-3.0-or-later
// Models that MLflow 3 logs beside the runs: from a folder, from a database, and back.
#include "mlflowsamples.h"
#include "mlrunsrules.h"

#include "tracking/exporters/mlrunsexport.h"
#include "tracking/importers/mlflowmodel.h"

#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <cmath>

using namespace assay;
using namespace assay::tracking;

namespace {

const QString runA = QString(32, u'a'), runB = QString(32, u'b');

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void writeRun(const QString &folder, const QString &id)
{
    write(folder + id + QStringLiteral("/meta.yaml"),
          "artifact_uri: /nowhere\nend_time: 1700000001000\nexperiment_id: '7'\nlifecycle_stage: active\nrun_id: " +
              id.toLatin1() + "\nrun_name: r\nstart_time: 1700000000000\nstatus: 3\nuser_id: ana\n");
    write(folder + id + QStringLiteral("/metrics/loss"), "1700000000500 0.5 1\n");
}

void writeModel(const QString &folder, const QByteArray &id, const QByteArray &source)
{
    write(folder + QLatin1String("/meta.yaml"),
          "artifact_location: /nowhere\ncreation_timestamp: 1700000000100\nexperiment_id: '7'\n"
          "last_updated_timestamp: 1700000000200\nlifecycle_stage: active\nmodel_id: " +
              id + "\nmodel_type: xgboost\nname: clf\nsource_run_id: " + source +
              "\nstatus: 2\nstatus_message: fine\n");
    write(folder + QLatin1String("/params/depth"), "4");
    write(folder + QLatin1String("/tags/owner"), "ada");
}

/// Two runs; a model of the first, measured by both on several data; and one that no run made.
void makeFolder(const QString &root)
{
    const QString folder = root + QStringLiteral("/7/");
    write(folder + QStringLiteral("meta.yaml"), "artifact_location: /nowhere\ncreation_time: 1700000000000\n"
                                                "experiment_id: '7'\nlifecycle_stage: active\nname: three\n");
    writeRun(folder, runA);
    writeRun(folder, runB);
    write(folder + runA + QStringLiteral("/outputs/m-12/meta.yaml"),
          "destination_id: m-12\ndestination_type: MODEL_OUTPUT\nsource_type: RUN_OUTPUT\nstep: 3\n");
    writeModel(folder + QStringLiteral("models/m-12"), "m-12", runA.toLatin1());
    write(folder + QStringLiteral("models/m-12/metrics/val/acc"),
          "1700000000300 0.5 1 " + runA.toLatin1() + "\n1700000000400 0.75 2 " + runA.toLatin1() +
              "\n1700000000500 nan 1 " + runA.toLatin1() + " my test data 12ab\n1700000000600 0.25 1 " +
              runB.toLatin1() + "\n1700000000700 -inf 2 " + runB.toLatin1() + " my test data 12ab\n");
    write(folder + QStringLiteral("models/m-12/artifacts/MLmodel"), "flavors");
    writeModel(folder + QStringLiteral("models/m-99"), "m-99", "null");
    write(folder + QStringLiteral("models/m-99/metrics/acc"), "1700000000300 1 0 " + runB.toLatin1() + "\n");
    write(folder + QStringLiteral("models/m-99/artifacts/net/w.bin"), "weights");
    write(root + QStringLiteral("/models/lone/meta.yaml"), "name: lone\ncreation_timestamp: 5\naliases: {}\n");
    write(root + QStringLiteral("/models/lone/version-1/meta.yaml"),
          "name: lone\nversion: 1\nrun_id: null\nsource: models:/m-99\ncurrent_stage: None\ncreation_timestamp: 6\n");
    write(root + QStringLiteral("/models/made/meta.yaml"), "name: made\ncreation_timestamp: 5\naliases: {}\n");
    write(root + QStringLiteral("/models/made/version-1/meta.yaml"),
          "name: made\nversion: 1\nrun_id: " + runA.toLatin1() +
              "\nsource: models:/m-12\ncurrent_stage: None\ncreation_timestamp: 6\n");
}

/// Runs @p statements on the database at @p path.
void execute(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("made"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("made"));
}

/// The same without files, as a database has it.
void makeDatabase(const QString &path)
{
    const QString a = QLatin1Char('\'') + runA + QLatin1Char('\''), b = QLatin1Char('\'') + runB + QLatin1Char('\'');
    const QStringList statements = {
        QStringLiteral("CREATE TABLE experiments (experiment_id INTEGER PRIMARY KEY, name, lifecycle_stage,"
                       " creation_time)"),
        QStringLiteral("INSERT INTO experiments VALUES (7, 'three', 'active', 1700000000000)"),
        QStringLiteral("CREATE TABLE runs (run_uuid PRIMARY KEY, name, status, start_time, end_time, lifecycle_stage,"
                       " artifact_uri, experiment_id, user_id)"),
        QStringLiteral("INSERT INTO runs VALUES (%1, 'r', 'FINISHED', 1700000000000, 1700000001000, 'active',"
                       " '/nowhere', 7, 'ana'), (%2, 'r', 'FINISHED', 1700000000000, 1700000001000, 'active',"
                       " '/nowhere', 7, 'ana')")
            .arg(a, b),
        QStringLiteral("CREATE TABLE metrics (key, value, timestamp, step, is_nan, run_uuid)"),
        QStringLiteral("INSERT INTO metrics VALUES ('loss', 0.5, 1700000000500, 1, 0, %1),"
                       " ('loss', 0.5, 1700000000500, 1, 0, %2)")
            .arg(a, b),
        QStringLiteral("CREATE TABLE inputs (input_uuid, source_type, source_id, destination_type, destination_id,"
                       " step)"),
        QStringLiteral("INSERT INTO inputs VALUES ('i', 'RUN_OUTPUT', %1, 'MODEL_OUTPUT', 'm-12', 3)").arg(a),
        QStringLiteral("CREATE TABLE logged_models (model_id, experiment_id, name, artifact_location,"
                       " creation_timestamp_ms, last_updated_timestamp_ms, status, lifecycle_stage, model_type,"
                       " source_run_id, status_message)"),
        QStringLiteral(
            "INSERT INTO logged_models VALUES ('m-12', 7, 'clf', '/nowhere', 1700000000100, 1700000000200, 2,"
            " 'active', 'xgboost', %1, 'fine'), ('m-99', 7, 'clf', '/nowhere', 1700000000100, 1700000000200,"
            " 2, 'active', 'xgboost', NULL, 'fine')")
            .arg(a),
        QStringLiteral("CREATE TABLE logged_model_params (model_id, experiment_id, param_key, param_value)"),
        QStringLiteral("INSERT INTO logged_model_params VALUES ('m-12', 7, 'depth', '4'), ('m-99', 7, 'depth', '4')"),
        QStringLiteral("CREATE TABLE logged_model_tags (model_id, experiment_id, tag_key, tag_value)"),
        QStringLiteral("INSERT INTO logged_model_tags VALUES ('m-12', 7, 'owner', 'ada'), ('m-99', 7, 'owner', 'ada')"),
        QStringLiteral("CREATE TABLE logged_model_metrics (model_id, metric_name, metric_timestamp_ms, metric_step,"
                       " metric_value, experiment_id, run_id, dataset_uuid, dataset_name, dataset_digest)"),
        QStringLiteral("INSERT INTO logged_model_metrics VALUES"
                       " ('m-12', 'val/acc', 1700000000300, 1, 0.5, 7, %1, NULL, NULL, NULL),"
                       " ('m-12', 'val/acc', 1700000000400, 2, 0.75, 7, %1, NULL, NULL, NULL),"
                       " ('m-12', 'val/acc', 1700000000500, 1, NULL, 7, %1, 'd', 'my test data', '12ab'),"
                       " ('m-12', 'val/acc', 1700000000600, 1, 0.25, 7, %2, NULL, NULL, NULL),"
                       " ('m-12', 'val/acc', 1700000000700, 2, -1.7976931348623157e308, 7, %2, 'd', 'my test data',"
                       " '12ab'), ('m-99', 'acc', 1700000000300, 0, 1.0, 7, %2, NULL, NULL, NULL)")
            .arg(a, b)};
    execute(path, statements);
}

const QString intoMetrics = QStringLiteral("INSERT INTO logged_model_metrics VALUES ");

RunDetails loneRun(const RunStore &store)
{
    return need(store.details(*need(findImported(store, QStringLiteral("mlflow:m-99")))));
}

/// Points of @p key as "step:value" texts.
QStringList pointsOf(const RunStore &store, const RunId &run, const QString &key)
{
    QStringList texts;
    for (const MetricPoint &point : need(store.series(run, key)))
        texts << QStringLiteral("%1:%2@%3").arg(point.step).arg(point.value).arg(point.time / 1000 % 1000);
    return texts;
}

/// All that was logged, whichever way it came; @p data: what the data are called, since folders of ours have no spaces.
void compareAll(const RunStore &store, const QString &data)
{
    const RunDetails run = need(store.details({runA}));
    const QString acc = QStringLiteral("models/m-12/val/acc");
    QCOMPARE(pointsOf(store, run.run.id, acc), QStringList({"1:0.5@300", "2:0.75@400"}));
    const QString onData = acc + u'@' + data + QStringLiteral("@12ab");
    QCOMPARE(pointsOf(store, run.run.id, onData), QStringList({"1:nan@500"}));
    QCOMPARE(pointsOf(store, run.run.id, acc + u'@' + runB), QStringList({"1:0.25@600"}));
    QCOMPARE(pointsOf(store, run.run.id, onData + u'@' + runB), QStringList({"2:-inf@700"}));
    QCOMPARE(run.run.metrics.size(), 5u);
    QCOMPARE(toText(run.run.params.at("models/m-12/depth")), std::string("4"));
    QCOMPARE(run.run.tags.at(QStringLiteral("models/m-12/owner")), QStringLiteral("ada"));
    const Json facts = need(parseJson(run.run.tags.at(QStringLiteral("mlflow.loggedModel.m-12")).toStdString()));
    QCOMPARE(facts["name"], Json("clf"));
    QCOMPARE(facts["type"], Json("xgboost"));
    QCOMPARE(facts["message"], Json("fine"));
    QCOMPARE(facts["step"], Json(3));
    QCOMPARE(facts["created"], Json(1'700'000'000'100));
    QCOMPARE(facts["series"].size(), std::size_t(4));
    QCOMPARE(need(store.details({runB})).run.metrics.size(), 1u);
    const RunDetails lone = loneRun(store);
    QCOMPARE(lone.run.name, QStringLiteral("clf"));
    QCOMPARE(pointsOf(store, lone.run.id, QStringLiteral("models/m-99/acc@") + runB), QStringList({"0:1@300"}));
    QCOMPARE(toText(lone.run.params.at("models/m-99/depth")), std::string("4"));
    // And they can be asked for like any others.
    QCOMPARE(need(store.count({.filter = QStringLiteral("metrics.`models/m-12/val/acc` > 0.7")})), 1);
    QCOMPARE(need(store.count({.filter = QStringLiteral("params.`models/m-99/depth` = '4'")})), 1);
}

} // namespace

class TestLoggedModels : public QObject
{
    Q_OBJECT

private slots:
    void comeWhole_data();
    void comeWhole();
    void goBack();
    void grow();
    void laterRunsKeepTheirOwnSeries();
    void whatIsToldGrows();
    void idsAreNoPaths();
    void whatWasAddedToAStandInIsExported();
    void formerFactsAreTaken();
    void lostModelsAreTold();
    void filesThatAreCalledLikeAModelStayTheRuns();
};

void TestLoggedModels::comeWhole_data()
{
    QTest::addColumn<bool>("database");
    QTest::newRow("folder") << false;
    QTest::newRow("database") << true;
}

void TestLoggedModels::comeWhole()
{
    QFETCH(bool, database);
    QTemporaryDir folder;
    const QString path = folder.filePath(database ? QStringLiteral("mlflow.db") : QStringLiteral("mlruns"));
    database ? makeDatabase(path) : makeFolder(path);
    TemporaryStore store;
    const ImportReport dry = need(importRuns(*store.store, path, {.dryRun = true}, {}));
    QCOMPARE(dry.runs.size(), 3u);
    qint64 points = 0, params = 0;
    for (const ImportPlanRun &run : dry.runs) {
        points += run.points;
        params += run.params;
    }
    QCOMPARE(points, 2 + 6);
    QCOMPARE(params, 2);
    QCOMPARE(need(store->count()), 0);
    const ImportReport report = need(importRuns(*store.store, path, {}, {}));
    QVERIFY(report.problems.empty());
    QCOMPARE(report.added, 3);
    compareAll(*store.store, QStringLiteral("my test data"));
    const ImportReport again = need(importRuns(*store.store, path, {}, {}));
    QCOMPARE(again.known, 3);
    compareAll(*store.store, QStringLiteral("my test data"));
}

void TestLoggedModels::goBack()
{
    QTemporaryDir folder;
    makeFolder(folder.filePath(QStringLiteral("mlruns")));
    TemporaryStore first, second;
    QCOMPARE(need(importRuns(*first.store, folder.filePath(QStringLiteral("mlruns")), {}, {})).added, 3);
    const QString root = first.folder.filePath(QStringLiteral("out/mlruns"));
    const MlrunsCounts counts =
        need(exportMlruns(*first.store, {{runA}, {runB}, loneRun(*first.store).run.id}, root, root));
    QCOMPARE(counts.points, 8);
    QCOMPARE(counts.artifacts, 2);
    QCOMPARE(counts.models, 2);
    const MlrunsRules rules(root);
    QCOMPARE(rules.broken(), QStringList());
    QCOMPARE(rules.loggedModels, 2);
    QCOMPARE(rules.runs, 2);
    QCOMPARE(rules.points, 8);
    const ImportReport report = need(importRuns(*second.store, root, {}, {}));
    QCOMPARE(report.added, 3);
    QVERIFY(report.problems.empty());
    compareAll(*second.store, QStringLiteral("my_test_data"));
    QCOMPARE(need(second->artifact({runA}, QStringLiteral("models/m-12/MLmodel"))), QByteArray("flavors"));
    QCOMPARE(need(second->artifact(loneRun(*second.store).run.id, QStringLiteral("models/m-99/net/w.bin"))),
             QByteArray("weights"));
    const ModelRegistry registry(*second.store);
    const ModelVersion made = need(registry.version(QStringLiteral("made"), QStringLiteral("1")));
    QCOMPARE(made.run.value, runA);
    QCOMPARE(made.artifact, QStringLiteral("models/m-12"));
    QCOMPARE(made.bytes, 7);
    const ModelVersion lone = need(registry.version(QStringLiteral("lone"), QStringLiteral("1")));
    QCOMPARE(lone.run.value, loneRun(*second.store).run.id.value);
    QCOMPARE(lone.bytes, 7);
}

/// A point that was measured since comes with the next import, and nothing else does.
void TestLoggedModels::grow()
{
    QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("mlruns"));
    makeFolder(root);
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, root, {}, {})).added, 3);
    write(root + QStringLiteral("/7/models/m-12/metrics/f1"), "1700000000300 0.5 1 " + runA.toLatin1() + "\n");
    const ImportReport report = need(importRuns(*store.store, root, {}, {}));
    QCOMPARE(report.grown, 1);
    QCOMPARE(report.known, 2);
    QCOMPARE(pointsOf(*store.store, {runA}, QStringLiteral("models/m-12/f1")), QStringList({"1:0.5@300"}));
}

/// A run that measures the model later stands before the others in the database, and does not get their series.
void TestLoggedModels::laterRunsKeepTheirOwnSeries()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mlflow.db")), runZero(32, u'0');
    makeDatabase(path);
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 3);
    execute(path, {intoMetrics + QStringLiteral("('m-12', 'val/acc', 1700000000800, 5, 0.125, 7, '%1', NULL, NULL,"
                                                " NULL)")
                                     .arg(runZero)});
    const ImportReport report = need(importRuns(*store.store, path, {}, {}));
    QCOMPARE(report.grown, 1);
    const QString acc = QStringLiteral("models/m-12/val/acc");
    QCOMPARE(pointsOf(*store.store, {runA}, acc), QStringList({"1:0.5@300", "2:0.75@400"}));
    QCOMPARE(pointsOf(*store.store, {runA}, acc + u'@' + runB), QStringList({"1:0.25@600"}));
    QCOMPARE(pointsOf(*store.store, {runA}, acc + u'@' + runZero), QStringList({"5:0.125@800"}));
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).known, 3);
}

/// Which data a later series is about goes back with it.
void TestLoggedModels::whatIsToldGrows()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mlflow.db"));
    makeDatabase(path);
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 3);
    need(store->setTag({runA}, QStringLiteral("models/m-12/owner"), QStringLiteral("bob")));
    execute(path, {intoMetrics +
                       QStringLiteral("('m-12', 'f1', 1700000000800, 5, 0.5, 7, '%1', 'd', 'fresh', '77')").arg(runA),
                   QStringLiteral("UPDATE logged_models SET status_message = 'better' WHERE model_id = 'm-12'")});
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).grown, 1);
    const RunDetails run = need(store.store->details({runA}));
    const Json facts = need(parseJson(run.run.tags.at(QStringLiteral("mlflow.loggedModel.m-12")).toStdString()));
    QCOMPARE(facts["message"], Json("better"));
    QCOMPARE(facts["series"].size(), std::size_t(5));
    QCOMPARE(run.run.tags.at(QStringLiteral("models/m-12/owner")), QStringLiteral("bob")); // edits of ours stay
    const QString root = store.folder.filePath(QStringLiteral("out/mlruns"));
    need(exportMlruns(*store.store, {{runA}}, root, root));
    QDirIterator files(root, {QStringLiteral("f1")}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "1700000000800 0.5 5 " + runA.toLatin1() + " fresh 77\n");
}

/// An id becomes a part of paths, whoever wrote it.
void TestLoggedModels::idsAreNoPaths()
{
    const QString bad = QStringLiteral("m-1/../../../../x"), tag = QStringLiteral("mlflow.loggedModel.") + bad;
    TemporaryStore store;
    const RunId run =
        need(store->begin({.name = QStringLiteral("r"), .params = {{"models/" + bad.toStdString() + "/p", 1}}}));
    need(store->setTag(run, tag, QStringLiteral("{\"name\": \"evil\"}")));
    need(store->end(run, RunStatus::Finished));
    const QString place = store.folder.filePath(QStringLiteral("a/b/c")), root = place + QStringLiteral("/mlruns");
    need(exportMlruns(*store.store, {run}, root, root));
    QDirIterator files(store.folder.filePath(QStringLiteral("a")), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); ++count)
        QVERIFY2(files.next().startsWith(root), qPrintable(files.filePath()));
    QVERIFY(count > 0);
    QVERIFY(!QFileInfo::exists(store.folder.filePath(QStringLiteral("x"))));
    TemporaryStore second;
    QCOMPARE(need(importRuns(*second.store, root, {}, {})).added, 1); // a run as any other, no model
    // Nor out of a database.
    const QString path = second.folder.filePath(QStringLiteral("mlflow.db"));
    makeDatabase(path);
    execute(path, {QStringLiteral("UPDATE logged_models SET model_id = '%1' WHERE model_id = 'm-99'").arg(bad)});
    const ImportReport report = need(importRuns(*second.store, path, {}, {}));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.problems.size(), 1u);
    QCOMPARE(report.problems.front().path, bad);
}

/// A run that stands for a model is exported as the model, and as a run as soon as it has something of its own.
void TestLoggedModels::whatWasAddedToAStandInIsExported()
{
    QTemporaryDir folder;
    makeFolder(folder.filePath(QStringLiteral("mlruns")));
    TemporaryStore first, second;
    QCOMPARE(need(importRuns(*first.store, folder.filePath(QStringLiteral("mlruns")), {}, {})).added, 3);
    const RunId id = loneRun(*first.store).run.id;
    need(first->remove({id}));
    const QString bare = first.folder.filePath(QStringLiteral("bare/mlruns"));
    need(exportMlruns(*first.store, {id}, bare, bare));
    QCOMPARE(need(importRuns(*second.store, bare, {}, {})).added, 1);
    QVERIFY(loneRun(*second.store).run.deleted);
    need(first->restore({id}));
    need(first->setNote(id, QStringLiteral("look at this")));
    need(first->setTag(id, QStringLiteral("mine"), QStringLiteral("yes")));
    const QString root = first.folder.filePath(QStringLiteral("out/mlruns"));
    need(exportMlruns(*first.store, {id}, root, root));
    const MlrunsRules rules(root);
    QCOMPARE(rules.broken(), QStringList());
    QCOMPARE(rules.loggedModels, 1);
    QCOMPARE(rules.runs, 1);
    TemporaryStore third;
    QCOMPARE(need(importRuns(*third.store, root, {}, {})).added, 1);
    const RunDetails back = need(third->details(id));
    QVERIFY(!back.run.deleted);
    QCOMPARE(back.run.note, QStringLiteral("look at this"));
    QCOMPARE(back.run.tags.at(QStringLiteral("mine")), QStringLiteral("yes"));
    QCOMPARE(toText(back.run.params.at("models/m-99/depth")), std::string("4"));
    QCOMPARE(pointsOf(*third.store, id, QStringLiteral("models/m-99/acc@") + runB), QStringList({"0:1@300"}));
    QCOMPARE(need(third->artifact(id, QStringLiteral("models/m-99/net/w.bin"))), QByteArray("weights"));
}

/// Parameters and tags that stand among the facts of a model are written as the model's own.
void TestLoggedModels::formerFactsAreTaken()
{
    TemporaryStore store;
    const RunId run = need(store->begin({.name = QStringLiteral("r")}));
    need(store->setTag(run, QStringLiteral("mlflow.loggedModel.m-5"),
                       QStringLiteral(R"({"name": "clf", "params": {"depth": "4"}, "tags": {"owner": "ada"}})")));
    need(store->end(run, RunStatus::Finished));
    RunDetails details = need(store->details(run));
    const auto models = takeLoggedModels(details);
    QCOMPARE(models.size(), 1u);
    const std::map<QString, QString> params = {{QStringLiteral("depth"), QStringLiteral("4")}},
                                     tags = {{QStringLiteral("owner"), QStringLiteral("ada")}};
    QCOMPARE(models.front().model.params, params);
    QCOMPARE(models.front().model.tags, tags);
}

void TestLoggedModels::lostModelsAreTold()
{
    QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("mlruns"));
    makeFolder(root);
    write(root + QStringLiteral("/7/") + runA + QStringLiteral("/outputs/m-77/meta.yaml"), "step: 1\n");
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, root, {}, {}));
    QCOMPARE(report.added, 3);
    QCOMPARE(report.problems.size(), 1u);
    QVERIFY(report.problems.front().path.endsWith(QStringLiteral("/7/models/m-77")));
    QVERIFY(report.problems.front().what.contains(runA));
}

/// A version of such a file keeps the run's address.
void TestLoggedModels::filesThatAreCalledLikeAModelStayTheRuns()
{
    TemporaryStore store, second;
    const QString name = QStringLiteral("models/m-7/net.bin");
    const RunId run = need(store->begin({.name = QStringLiteral("r")}));
    need(store->addArtifact(run, name, QStringLiteral("model"), "weights"));
    need(store->end(run, RunStatus::Finished));
    need(ModelRegistry(*store.store).add({.model = QStringLiteral("net"), .run = run, .artifact = name}));
    const QString root = store.folder.filePath(QStringLiteral("out/mlruns"));
    need(exportMlruns(*store.store, {run}, root, root));
    QFile meta(root + QStringLiteral("/models/net/version-1/meta.yaml"));
    QVERIFY(meta.open(QIODevice::ReadOnly));
    const QByteArray text = meta.readAll();
    QVERIFY2(text.contains(run.value.toLatin1() + "/artifacts/models/m-7/net.bin"), text.constData());
    QVERIFY2(!text.contains("models:/"), text.constData());
    QCOMPARE(need(importRuns(*second.store, root, {}, {})).problems.size(), 0u);
    QCOMPARE(need(ModelRegistry(*second.store).version(QStringLiteral("net"), QStringLiteral("1"))).artifact, name);
}

QTEST_GUILESS_MAIN(TestLoggedModels)
#include "tst_loggedmodels.moc"
