// SPDX-License-Identifier: GPL-3.0-or-later
#include "mlflowsamples.h"

#include "tracking/care/check.h"
#include "tracking/importers/yaml.h"

using namespace assay;
using namespace assay::tracking;

namespace {

/// A tree written as text: a path a file.
class Tree
{
public:
    QTemporaryDir folder;

    QString path(const QString &name = {}) const { return folder.filePath(QStringLiteral("mlruns/") + name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    void experiment(const QString &id, const QByteArray &name, const QByteArray &more = {}) const
    {
        write(id + QStringLiteral("/meta.yaml"), "artifact_location: /nowhere/" + id.toUtf8() + "\nexperiment_id: '" +
                                                     id.toUtf8() + "'\nlifecycle_stage: active\nname: " + name + "\n" +
                                                     more);
    }

    void run(const QString &folderName, char digit, const QByteArray &more = {}) const
    {
        const QByteArray id(32, digit);
        write(folderName + u'/' + QString::fromLatin1(id) + QStringLiteral("/meta.yaml"),
              "artifact_uri: file:///nowhere/" + id +
                  "/artifacts\nend_time: 1700000001000\nlifecycle_stage: active\n"
                  "run_id: " +
                  id + "\nrun_name: r" + digit + "\nstart_time: 1700000000000\nstatus: 3\nuser_id: ana\n" + more);
    }
};

RunId idOf(char digit)
{
    return {QString(32, QLatin1Char(digit))};
}

QString inRun(char digit, const char *rest)
{
    return QStringLiteral("7/") + idOf(digit).value + u'/' + QLatin1String(rest);
}

} // namespace

class TestMlruns : public QObject
{
    Q_OBJECT

private slots:
    void everyValue_data();
    void everyValue();
    void linesOfEveryVersion();
    void lastIsByStep();
    void keysWithFolders();
    void brokenDescriptions();
    void trash();
    void modelsOfThree();
    void oneExperiment();
    void valuesOfManyLines();
    void linksAreNotFollowed();
    void nothingThere();
    void yaml_data();
    void yaml();
    void hostileYaml_data();
    void hostileYaml();
};

void TestMlruns::everyValue_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the folder itself") << samplePath("mlflow-2.22.1-file-mlruns");
    QTest::newRow("the folder around it") << samplePath("");
}

void TestMlruns::everyValue()
{
    QFETCH(QString, path);
    const QString sample = samplePath("mlflow-2.22.1-file-mlruns");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    const QByteArray before = stateOf(sample);
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, path, {}, {}, QStringLiteral("mlruns")));
    QCOMPARE(report.added, 9);
    QVERIFY(report.problems.empty());
    compareAll(*store.store, readExpected(samplePath("mlflow-2.22.1-file-expected.json.gz")));
    QCOMPARE(need(importRuns(*store.store, path, {}, {}, QStringLiteral("mlruns"))).known, 9);
    QCOMPARE(stateOf(sample), before);
}

void TestMlruns::linesOfEveryVersion()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "lines");
    tree.run(QStringLiteral("7"), 'a');
    const QByteArray text = "1700000000001 0.5\n"
                            "1700000000002 nan 2\n"
                            "1700000000003 -inf -3\n"
                            "1700000000004 1e-300 4 train 8cf6\n"
                            "1700000000005 inf 4 my data set 8cf6\r\n"
                            "no point at all\n"
                            "1700000000006 1.5 5\n"
                            "1700000000007 1.25 1";
    tree.write(inRun('a', "metrics/m"), text);
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, tree.path(), {}, {}));
    QCOMPARE(report.format, QStringLiteral("mlruns"));
    QCOMPARE(report.added, 1);
    const auto points = need(store->series(idOf('a'), QStringLiteral("m")));
    QCOMPARE(points.size(), 6u);
    QCOMPARE(points[0].step, 0);
    QCOMPARE(points[0].time, 1'700'000'000'001'000);
    QVERIFY(std::isnan(points[1].value));
    QCOMPARE(points[2].step, -3);
    QCOMPARE(points[2].value, -std::numeric_limits<double>::infinity());
    QCOMPARE(points[3].value, 1e-300);
    QCOMPARE(points[4].step, 4);
    QCOMPARE(points[5].value, 1.5);
    QCOMPARE(report.problems.size(), 2u);
    QCOMPARE(report.problems[0].path, tree.path(inRun('a', "metrics/m")));
    QCOMPARE(report.problems[0].offset, text.indexOf("no point"));
    QCOMPARE(report.problems[1].offset, text.lastIndexOf('\n') + 1);
    QVERIFY(!report.problems[1].fatal);
    // Once the line is whole, it is what the run grows by.
    tree.write(inRun('a', "metrics/m"), text + "0\n");
    QCOMPARE(need(importRuns(*store.store, tree.path(), {}, {})).grown, 1);
    QCOMPARE(need(store->series(idOf('a'), QStringLiteral("m"))).back().step, 10);
}

/// The experiment keeps its time, and the points their order. MLflow's rule: by step, then time, then the larger value.
void TestMlruns::lastIsByStep()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "last", "creation_time: 1600000000123\n");
    tree.run(QStringLiteral("7"), 'a');
    TemporaryStore store;
    const auto lastOf = [&](const QByteArray &lines) {
        tree.write(inRun('a', "metrics/m"), lines);
        need(importRuns(*store.store, tree.path(), {}, {}));
        const RunDetails run = need(store->details(idOf('a')));
        const MetricSummary &series = run.series.at(QStringLiteral("m"));
        return std::isnan(series.last) || run.run.metrics.at(QStringLiteral("m")) == series.last
                   ? std::pair(series.lastStep, series.last)
                   : std::pair(qint64(-1), 0.0);
    };
    const QByteArray first = "1795302006141 1.0 10\n1795302007141 2.0 3\n";
    QCOMPARE(lastOf(first), std::pair(qint64(10), 1.0));
    const auto points = need(store->series(idOf('a'), QStringLiteral("m")));
    QCOMPARE(points[0].step, 10);
    QCOMPARE(points[1].step, 3);
    QCOMPARE(lastOf(first + "1795302007142 3.0 4\n"), std::pair(qint64(10), 1.0));
    QCOMPARE(lastOf(first + "1795302007142 3.0 4\n1795302006141 0.5 10\n1795302006142 0.25 10\n"),
             std::pair(qint64(10), 0.25));
    // Another order, which the series takes.
    QCOMPARE(lastOf("1795302006142 0.75 10\n" + first), std::pair(qint64(10), 0.75));
    QByteArray many;
    for (int step = 6000; step > 0; --step)
        many += "1795302009000 0.5 " + QByteArray::number(step) + "\n";
    QCOMPARE(lastOf(many), std::pair(qint64(6000), 0.5));
    QCOMPARE(need(store->experiments()).front().created.toMSecsSinceEpoch(), 1'600'000'000'123);
    QVERIFY(need(checkStore(store->path())).findings.empty());
}

void TestMlruns::keysWithFolders()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "keys");
    tree.run(QStringLiteral("7"), 'a');
    tree.write(inRun('a', "metrics/val/top 5/acc"), "1 0.5 1\n");
    tree.write(inRun('a', "params/model/depth"), "3");
    tree.write(inRun('a', "tags/a b"), "c\n");
    tree.write(inRun('a', "tags/mlflow.note.content"), "# title\n\ntext é\n");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, tree.path(), {}, {})).added, 1);
    const RunDetails run = need(store->details(idOf('a')));
    QCOMPARE(run.series.count(QStringLiteral("val/top 5/acc")), 1u);
    QCOMPARE(std::get<std::string>(run.run.params.at("model/depth")), std::string("3"));
    QCOMPARE(run.run.tags.at(QStringLiteral("a b")), QStringLiteral("c\n"));
    QCOMPARE(run.run.note, QStringLiteral("# title\n\ntext é\n"));
}

void TestMlruns::brokenDescriptions()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "good");
    for (const char digit : {'a', 'b', 'c'})
        tree.run(QStringLiteral("7"), digit);
    tree.write(inRun('b', "meta.yaml"), "run_id: x\nstatus: \"3\n");
    QVERIFY(QFile::remove(tree.path(inRun('c', "meta.yaml"))));
    tree.write(inRun('c', "params/lr"), "1");
    tree.experiment(QStringLiteral("8"), "other");
    tree.run(QStringLiteral("8"), 'd');
    tree.write(QStringLiteral("8/meta.yaml"), QByteArray("\x00\x01\x02", 3));
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, tree.path(), {}, {}));
    QCOMPARE(report.added, 2);
    QCOMPARE(need(store->details(idOf('d'))).run.experiment, QStringLiteral("8"));
    QCOMPARE(report.problems.size(), 3u);
    int fatal = 0;
    for (const ImportProblem &problem : report.problems) {
        fatal += problem.fatal;
        QVERIFY(problem.path.endsWith(QStringLiteral("/meta.yaml")));
        if (problem.path.contains(idOf('b').value))
            QVERIFY2(problem.offset >= 11, qPrintable(QString::number(problem.offset)));
    }
    QCOMPARE(fatal, 2);
}

void TestMlruns::trash()
{
    const Tree tree;
    tree.experiment(QStringLiteral(".trash/9"), "thrown away");
    tree.run(QStringLiteral(".trash/9"), 'a');
    tree.experiment(QStringLiteral("7"), "kept");
    tree.run(QStringLiteral("7"), 'b');
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, tree.path(), {}, {})).added, 2);
    QVERIFY(need(store->details(idOf('a'))).run.deleted);
    QVERIFY(!need(store->details(idOf('b'))).run.deleted);
    const auto experiments = need(store->experiments());
    QCOMPARE(experiments.size(), 1u);
    QCOMPARE(experiments.front().name, QStringLiteral("kept"));
}

void TestMlruns::modelsOfThree()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "three");
    tree.run(QStringLiteral("7"), 'a');
    tree.write(inRun('a', "outputs/m-12/meta.yaml"),
               "destination_id: m-12\ndestination_type: MODEL_OUTPUT\nsource_type: RUN_OUTPUT\nstep: 0\n");
    tree.write(inRun('a', "inputs/x/meta.yaml"),
               "destination_type: RUN\nsource_id: d1\nsource_type: DATASET\ntags:\n  mlflow.data.context: eval\n");
    tree.write(inRun('a', "inputs/y/meta.yaml"), "source_id: m-99\nsource_type: MODEL\n");
    tree.write(QStringLiteral("7/datasets/d1/meta.yaml"),
               "digest: 12ab\nname: a long name\nprofile: null\nschema: ''\nsource: '{\"uri\": \"s3://b/k\"}'\n"
               "source_type: s3\n");
    tree.write(QStringLiteral("7/models/m-12/meta.yaml"),
               "experiment_id: '7'\nmodel_id: m-12\nmodel_type: sklearn\nname: clf\nstatus: 2\n");
    tree.write(QStringLiteral("7/models/m-12/params/depth"), "4");
    tree.write(QStringLiteral("7/models/m-12/artifacts/MLmodel"), "flavors");
    tree.write(QStringLiteral("models/churn/meta.yaml"), "name: churn\ncreation_timestamp: 5\naliases: {}\n");
    tree.write(QStringLiteral("models/churn/version-1/meta.yaml"),
               "name: churn\nversion: 1\nrun_id: " + QByteArray(32, 'a') +
                   "\nsource: models:/m-12\ncurrent_stage: Production\ncreation_timestamp: 6\n");
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, tree.folder.path(), {}, {}));
    QCOMPARE(report.added, 1);
    QCOMPARE(report.modelVersions, 1);
    QVERIFY(report.problems.empty());
    const RunDetails run = need(store->details(idOf('a')));
    QCOMPARE(run.inputs.size(), 1u);
    QCOMPARE(run.inputs.front().role, QStringLiteral("eval"));
    QCOMPARE(run.inputs.front().path, QStringLiteral("s3://b/k"));
    QCOMPARE(run.artifacts.size(), 1u);
    QCOMPARE(run.artifacts.front().name, QStringLiteral("models/m-12/MLmodel"));
    QCOMPARE(run.run.tags.count(QStringLiteral("mlflow.inputModel.m-99")), 1u);
    const Json model = need(parseJson(run.run.tags.at(QStringLiteral("mlflow.loggedModel.m-12")).toStdString()));
    QCOMPARE(model["name"], Json("clf"));
    QCOMPARE(model["status"], Json(2));
    QCOMPARE(toText(run.run.params.at("models/m-12/depth")), std::string("4"));
    const ModelVersion version =
        need(ModelRegistry(*store.store).version(QStringLiteral("churn"), QStringLiteral("1")));
    QCOMPARE(version.artifact, QStringLiteral("models/m-12"));
    QCOMPARE(version.stage, Stage::Production);
    QCOMPARE(version.run.value, idOf('a').value);
}

void TestMlruns::oneExperiment()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "one");
    tree.run(QStringLiteral("7"), 'a');
    tree.experiment(QStringLiteral("8"), "other");
    tree.run(QStringLiteral("8"), 'b');
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, tree.path(QStringLiteral("7")), {}, {}));
    QCOMPARE(report.added, 1);
    QCOMPARE(report.runs.front().experiment, QStringLiteral("one"));
}

void TestMlruns::valuesOfManyLines()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "\"\\xE9t\\xE9: # 'a'\"");
    tree.run(QStringLiteral("7"), 'a');
    tree.write(inRun('a', "params/query"), "SELECT *\nFROM t\n");
    tree.write(inRun('a', "params/empty"), "");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, tree.path(), {}, {})).added, 1);
    const RunDetails run = need(store->details(idOf('a')));
    QCOMPARE(run.run.experiment, QStringLiteral("été: # 'a'"));
    QCOMPARE(std::get<std::string>(run.run.params.at("query")), std::string("SELECT *\nFROM t\n"));
    QCOMPARE(std::get<std::string>(run.run.params.at("empty")), std::string());
}

void TestMlruns::linksAreNotFollowed()
{
    const Tree tree;
    tree.experiment(QStringLiteral("7"), "links");
    tree.run(QStringLiteral("7"), 'a');
    tree.write(inRun('a', "params/x"), "1");
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), tree.path(inRun('a', "params/secret"))));
    QVERIFY(QFile::link(QStringLiteral("/etc"), tree.path(inRun('a', "artifacts"))));
    tree.write(inRun('a', "inputs/x/meta.yaml"), "source_id: ../../../../../etc\nsource_type: DATASET\n");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, tree.path(), {}, {})).added, 1);
    const RunDetails run = need(store->details(idOf('a')));
    QCOMPARE(run.run.params.size(), 1u);
    QVERIFY(run.artifacts.empty());
    QVERIFY(run.inputs.empty());
}

void TestMlruns::nothingThere()
{
    TemporaryStore store;
    QTemporaryDir empty;
    QCOMPARE(codeOf(importRuns(*store.store, empty.path(), {}, {}, QStringLiteral("mlruns"))),
             QStringLiteral("nothing_to_import"));
}

void TestMlruns::yaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("a: x y") << QStringLiteral("x y");
    QTest::newRow("number stays text") << QByteArray("a: 0123") << QStringLiteral("0123");
    QTest::newRow("quoted null") << QByteArray("a: 'null'") << QStringLiteral("null");
    QTest::newRow("single quotes") << QByteArray("a: 'it''s'") << QStringLiteral("it's");
    QTest::newRow("escapes") << QByteArray("a: \"\\u6F22\\n\"") << QStringLiteral("漢\n");
    QTest::newRow("folded") << QByteArray("a: '{\"x\": 1,\n  \"y\": 2}'") << QStringLiteral("{\"x\": 1, \"y\": 2}");
    QTest::newRow("escaped line end") << QByteArray("a: \"long\\\n  \\ text\"") << QStringLiteral("long text");
    QTest::newRow("block") << QByteArray("a: |\n  x\n  y\n") << QStringLiteral("x\ny\n");
}

void TestMlruns::yaml()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, value);
    const auto node = parseYaml(text);
    QVERIFY(node);
    QCOMPARE((*node)["a"].text, value);
    QVERIFY(!(*node)["b"].isMap());
    QVERIFY(!parseYaml("a: null\n")->has("a"));
    QVERIFY((*parseYaml("a: {b: {c: d}}"))["a"]["b"]["c"].text == u"d");
}

void TestMlruns::hostileYaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("offset");
    QTest::newRow("alias bomb") << QByteArray("a: &a [x]\nb: [*a, *a, *a]") << qint64(3);
    QTest::newRow("deep") << QByteArray(100'000, '[') << qint64(-2);
    QTest::newRow("huge") << QByteArray(17 * 1024 * 1024, 'x') << qint64(-2);
    QTest::newRow("binary") << QByteArray("a: \x01\x02", 5) << qint64(3);
    QTest::newRow("not UTF-8") << QByteArray("a: \xff\xfe", 5) << qint64(3);
    QTest::newRow("unclosed") << QByteArray("é: \"x") << qint64(-2);
    QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n") << qint64(5);
    QTest::newRow("key is a map") << QByteArray("? {a: 1}\n: 2\n") << qint64(2);
}

void TestMlruns::hostileYaml()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, offset);
    const auto node = parseYaml(text);
    QVERIFY(!node);
    QVERIFY(!node.error().what.isEmpty());
    QVERIFY(node.error().offset >= 0 && node.error().offset <= text.size());
    if (offset >= 0)
        QCOMPARE(node.error().offset, offset);
}

QTEST_GUILESS_MAIN(TestMlruns)
#include "tst_mlruns.moc"
