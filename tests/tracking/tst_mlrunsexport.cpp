// SPDX-License-Identifier: GPL-3.0-or-later
#include "mlflowsamples.h"

#include "tracking/database.h"
#include "tracking/exporters/mlrunsexport.h"
#include "tracking/exporters/mlrunskeys.h"
#include "tracking/importers/yaml.h"
#include "tracking/keeping.h"
#include "tracking/runartifacts.h"

using namespace assay;
using namespace assay::tracking;

namespace {

std::vector<RunId> allRuns(const RunStore &store)
{
    std::vector<RunId> ids;
    for (const bool deleted : {false, true})
        for (const Run &run : need(store.runs({.sortKey = QStringLiteral("name"), .deleted = deleted})))
            ids.push_back(run.id);
    return ids;
}

MlrunsCounts exported(RunStore &store, const QString &path)
{
    const QString root = path + QStringLiteral("/mlruns");
    return need(exportMlruns(store, allRuns(store), root, root));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

/// Names of a description, in the order they stand.
QStringList names(const QString &path)
{
    const auto node = parseYaml(read(path));
    QStringList keys;
    if (node)
        for (const auto &[key, value] : node->members)
            keys << key;
    return keys;
}

/// The files below @p folder that match @p pattern, relative.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << QDir(folder).relativeFilePath(entries.next());
    files.sort();
    return files;
}

/// Times in the format are whole milliseconds.
std::vector<MetricPoint> inMilliseconds(std::vector<MetricPoint> points)
{
    for (MetricPoint &point : points)
        point.time = point.time / 1000 * 1000;
    return points;
}

} // namespace

class TestMlrunsExport : public QObject
{
    Q_OBJECT

private slots:
    void importedRunsComeBackEqual();
    void asMlflowWritesIt();
    void ownRunsComeBackEqual();
    void deletedExperiments();
    void keysThatMlflowCannotHave();
    void keysAsLongAsTheyLike();
    void modelsWithFoldersOfTheirOwn();
};

void TestMlrunsExport::importedRunsComeBackEqual()
{
    const QString sample = samplePath("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    TemporaryStore first, second;
    QCOMPARE(need(importRuns(*first.store, sample, {}, {})).added, 9);
    const QString path = first.folder.filePath(QStringLiteral("out"));
    const MlrunsCounts report = exported(*first.store, path);
    QCOMPARE(report.runs, 9);
    QCOMPARE(report.points, 10'010);
    QCOMPARE(report.artifacts, 17);
    QCOMPARE(report.models, 1);
    // Read back and held against what MLflow's own client said of the database.
    const ImportReport back = need(importRuns(*second.store, path, {}, {}));
    QCOMPARE(back.added, 9);
    QVERIFY(back.problems.empty());
    Json expected = readExpected(samplePath("mlflow-2.22.1-sqlite/expected.json"));
    Compared compared;
    for (const Json &run : expected["runs"]) {
        compareRun(*second.store, run, compared);
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(compared.points, 10'010);
    QCOMPARE(compared.tags, 44);
    QCOMPARE(compared.files, 17);
    const ModelVersion version =
        need(ModelRegistry(*second.store).version(QStringLiteral("demo-model"), QStringLiteral("champion")));
    QCOMPARE(version.number, 2);
    QCOMPARE(version.note, QStringLiteral("v2"));
    QCOMPARE(version.artifact, QStringLiteral("model"));
    // To the store they came from they are no news.
    QCOMPARE(need(importRuns(*first.store, path, {}, {})).known, 9);
}

/// File by file and name by name against a folder that MLflow wrote.
void TestMlrunsExport::asMlflowWritesIt()
{
    const QString sample = samplePath("mlflow-2.22.1-file-mlruns");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, sample, {}, {})).added, 9);
    const QString path = store.folder.filePath(QStringLiteral("out"));
    exported(*store.store, path);
    const QString root = path + QStringLiteral("/mlruns/");
    const QString id = QDir(root).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs).value(0);
    const QString theirs = sample + QStringLiteral("/528507763130428802/"), ours = root + id + u'/';
    QCOMPARE(names(ours + QStringLiteral("meta.yaml")), names(theirs + QStringLiteral("meta.yaml")));
    QCOMPARE(read(ours + QStringLiteral("tags/team")), QByteArray("vision"));
    int runs = 0, values = 0, texts = 0;
    for (const QString &run : QDir(theirs).entryList({QString(32, u'?')}, QDir::Dirs)) {
        ++runs;
        QStringList expected = names(theirs + run + QStringLiteral("/meta.yaml"));
        QCOMPARE(names(ours + run + QStringLiteral("/meta.yaml")), expected);
        const auto their = *parseYaml(read(theirs + run + QStringLiteral("/meta.yaml")));
        const auto our = *parseYaml(read(ours + run + QStringLiteral("/meta.yaml")));
        for (const char *key : {"end_time", "lifecycle_stage", "run_id", "run_name", "run_uuid", "source_type",
                                "start_time", "status", "tags", "user_id", "entry_point_name"}) {
            QVERIFY2(our[key] == their[key], key);
            ++values;
        }
        for (const char *part : {"params", "tags", "metrics", "artifacts"}) {
            const QString below = run + u'/' + QLatin1String(part);
            QCOMPARE(filesBelow(ours + below), filesBelow(theirs + below));
            for (const QString &file : filesBelow(theirs + below)) {
                if (QLatin1String(part) == QLatin1String("metrics"))
                    QCOMPARE(read(ours + below + u'/' + file).count('\n'),
                             read(theirs + below + u'/' + file).count('\n'));
                else
                    QCOMPARE(read(ours + below + u'/' + file), read(theirs + below + u'/' + file));
                ++texts;
            }
        }
    }
    QCOMPARE(runs, 9);
    QCOMPARE(values, 99);
    QCOMPARE(texts, 9 + 44 + 10 + 17);
    const QString model = QStringLiteral("models/demo-model/");
    QCOMPARE(filesBelow(root + model), filesBelow(sample + u'/' + model));
    for (const char *file : {"meta.yaml", "version-1/meta.yaml", "version-2/meta.yaml"})
        QCOMPARE(names(root + model + QLatin1String(file)), names(sample + u'/' + model + QLatin1String(file)));
    QCOMPARE(read(root + model + QStringLiteral("meta.yaml")),
             read(sample + u'/' + model + QStringLiteral("meta.yaml")));
}

void TestMlrunsExport::ownRunsComeBackEqual()
{
    TemporaryStore first, second;
    NewRun made{.experiment = QStringLiteral("my: 'own' # é"),
                .name = QStringLiteral("null"),
                .model = QStringLiteral("xgboost"),
                .task = QStringLiteral("binary"),
                .params = {{"depth", std::int64_t{3}}, {"lr", 0.1}, {"flag", true}, {"text", std::string("a\nb ")}},
                .tags = {{QStringLiteral("a/b"), QStringLiteral(" x\n")}},
                .inputs = {{.role = QStringLiteral("train"),
                            .name = QStringLiteral("d.csv"),
                            .path = QStringLiteral("/d.csv"),
                            .digest = QStringLiteral("sha256:12"),
                            .rows = 7}}};
    made.provenance.user = QStringLiteral("ana");
    const RunId parent = need(first->begin(made));
    need(first->logMetrics(parent, QStringLiteral("val/auc"),
                           {{0, 1'700'000'000'123'456, std::numeric_limits<double>::quiet_NaN()},
                            {5, 1'700'000'000'123'999, -std::numeric_limits<double>::infinity()},
                            {2, 1'700'000'000'000'000, 0.1}}));
    need(first->setNote(parent, QStringLiteral("# note")));
    need(first->addArtifact(parent, QStringLiteral("plots/p.png"), QStringLiteral("image"), "png"));
    need(first->end(parent, RunStatus::Failed, QStringLiteral("no memory")));
    const RunId child =
        need(first->begin({.experiment = made.experiment, .name = QStringLiteral("fold"), .parent = parent}));
    need(first->end(child, RunStatus::Finished));
    const QString path = first.folder.filePath(QStringLiteral("out"));
    QCOMPARE(exported(*first.store, path).runs, 2);
    QCOMPARE(need(importRuns(*second.store, path, {}, {})).added, 2);
    const RunDetails before = need(first->details(parent)), after = need(second->details(parent));
    QCOMPARE(after.run.name, before.run.name);
    QCOMPARE(after.run.experiment, before.run.experiment);
    QCOMPARE(after.run.status, before.run.status);
    QCOMPARE(after.run.start, before.run.start);
    QCOMPARE(after.run.end, before.run.end);
    QCOMPARE(after.run.note, before.run.note);
    QCOMPARE(after.run.model, before.run.model);
    QCOMPARE(after.run.task, before.run.task);
    QCOMPARE(after.run.tags.at(QStringLiteral("a/b")), QStringLiteral(" x\n"));
    QCOMPARE(after.run.params.size(), before.run.params.size());
    for (const auto &[key, value] : before.run.params)
        QCOMPARE(toText(after.run.params.at(key)), toText(value));
    const auto points = need(second->series(parent, QStringLiteral("val/auc")));
    const auto wanted = inMilliseconds(need(first->series(parent, QStringLiteral("val/auc"))));
    QCOMPARE(points.size(), 3u);
    QVERIFY(std::isnan(points[0].value) && points[0].time == wanted[0].time);
    QVERIFY(points[1] == wanted[1] && points[2] == wanted[2]);
    QCOMPARE(after.inputs.size(), 1u);
    QCOMPARE(after.inputs.front().name, before.inputs.front().name);
    QCOMPARE(after.inputs.front().role, before.inputs.front().role);
    QCOMPARE(after.inputs.front().path, before.inputs.front().path);
    QCOMPARE(after.inputs.front().digest, before.inputs.front().digest);
    QCOMPARE(after.inputs.front().rows, before.inputs.front().rows);
    QCOMPARE(after.artifacts, before.artifacts);
    QCOMPARE(after.provenance.user, before.provenance.user);
    QCOMPARE(need(second->details(child)).run.parent.value, parent.value);
    // In their own store they are known by their ids and stay as they are.
    QCOMPARE(need(importRuns(*first.store, path, {}, {})).known, 2);
    QCOMPARE(need(first->details(parent)).run.tags.size(), 1u);
}

void TestMlrunsExport::keysThatMlflowCannotHave()
{
    const auto names =
        mlrunsKeys({QStringLiteral("a"), QStringLiteral("a/b"), QStringLiteral("../../x"), QStringLiteral("/abs"),
                    QStringLiteral("q?"), QStringLiteral("q*"), QStringLiteral("val/top 5")});
    QCOMPARE(names.at(QStringLiteral("a")), QStringLiteral("a"));
    QCOMPARE(names.at(QStringLiteral("a/b")), QStringLiteral("a.b_"));
    QCOMPARE(names.at(QStringLiteral("../../x")), QStringLiteral("_/_/x"));
    QVERIFY(!names.at(QStringLiteral("/abs")).startsWith(u'/'));
    QVERIFY(names.at(QStringLiteral("q?")) != names.at(QStringLiteral("q*")));
    QCOMPARE(names.at(QStringLiteral("val/top 5")), QStringLiteral("val/top 5"));
    std::set<QString> taken;
    for (const auto &[alias, wanted] :
         std::map<QString, QString>{{QStringLiteral("V1"), QStringLiteral("V1_")},
                                    {QStringLiteral("to.day"), QStringLiteral("to_day")},
                                    {QStringLiteral("to_day"), QStringLiteral("to_day_")}})
        QCOMPARE(mlrunsAlias(alias, taken), wanted);
    QCOMPARE(mlrunsAddress(QStringLiteral("/a b/é")), QStringLiteral("/a b/é"));
    QCOMPARE(mlrunsAddress(QStringLiteral("/a%41#")), QStringLiteral("file:///a%2541%23"));
    QCOMPARE(mlrunsAddress(QStringLiteral("a:b")), QStringLiteral("a%3Ab"));
}

/// MLflow's own place for them; one of the first experiment's name does not take its place.
void TestMlrunsExport::deletedExperiments()
{
    TemporaryStore first, second;
    const RunId gone = need(first->begin({.name = QStringLiteral("gone")}));
    need(first->addArtifact(gone, QStringLiteral("a.txt"), QStringLiteral("text"), "a"));
    need(first->end(gone, RunStatus::Finished));
    need(deleteExperiment(*first.store, need(first->details(gone)).run.experimentId));
    const RunId kept = need(first->begin({.name = QStringLiteral("kept")}));
    need(first->end(kept, RunStatus::Finished));
    QVERIFY(need(first->details(gone)).run.experimentId != need(first->details(kept)).run.experimentId);
    const QString path = first.folder.filePath(QStringLiteral("out"));
    QCOMPARE(exported(*first.store, path).runs, 2);
    const QString root = path + QStringLiteral("/mlruns/");
    QVERIFY(read(root + QStringLiteral("0/meta.yaml")).contains("lifecycle_stage: active"));
    QVERIFY(QFileInfo::exists(root + QStringLiteral("0/%1/meta.yaml").arg(kept.value)));
    const QStringList trash = QDir(root + QStringLiteral(".trash")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(trash.size(), 1);
    QVERIFY(trash[0] != u"0");
    const QString thrown = root + QStringLiteral(".trash/") + trash[0] + u'/';
    QVERIFY(read(thrown + QStringLiteral("meta.yaml")).contains("lifecycle_stage: deleted"));
    QCOMPARE(read(thrown + gone.value + QStringLiteral("/artifacts/a.txt")), QByteArray("a"));
    QCOMPARE(need(importRuns(*second.store, path, {}, {})).added, 2);
    QVERIFY(need(second->details(gone)).run.deleted);
    QVERIFY(!need(second->details(kept)).run.deleted);
    QCOMPARE(need(second->details(gone)).artifacts.size(), 1u);
}

/// A file's name has 255 bytes.
void TestMlrunsExport::keysAsLongAsTheyLike()
{
    TemporaryStore first, second;
    NewRun made{.name = QStringLiteral("long")};
    const QString fits(250, u'k'), longer(400, u'k'), wide = QString(200, QChar(0x00E9)) + QString(2'000, u'/');
    for (const QString &key : {fits, longer, longer + u'2', wide})
        made.tags[key] = key.right(3);
    made.params[longer.toStdString()] = std::int64_t{4};
    const RunId run = need(first->begin(made));
    need(first->logMetric(run, longer, 0.5, 1));
    need(first->end(run, RunStatus::Finished));
    const QString path = first.folder.filePath(QStringLiteral("out"));
    QCOMPARE(exported(*first.store, path).points, 1);
    QCOMPARE(need(importRuns(*second.store, path, {}, {})).added, 1);
    const RunDetails after = need(second->details(run));
    QCOMPARE(after.run.tags.at(fits), QStringLiteral("kkk"));
    QCOMPARE(after.run.params.size(), 1u);
    QCOMPARE(after.run.metrics.size(), 1u);
    QCOMPARE(after.run.metrics.begin()->second, 0.5);
    QStringList values;
    for (const auto &[key, value] : after.run.tags)
        if (!key.startsWith(u"mlflow.") && !key.startsWith(u"assay."))
            values << value;
    values.sort();
    QCOMPARE(values, QStringList({"///", "kk2", "kkk", "kkk"}));
}

void TestMlrunsExport::modelsWithFoldersOfTheirOwn()
{
    std::set<QString> taken;
    QCOMPARE(mlrunsModelName(QStringLiteral("a_b"), taken), QStringLiteral("a_b"));
    QCOMPARE(mlrunsModelName(QStringLiteral("a/b"), taken), QStringLiteral("a_b_"));
    QCOMPARE(mlrunsModelName(QStringLiteral("a:b"), taken), QStringLiteral("a_b__"));
    QCOMPARE(mlrunsModelName(QStringLiteral(".."), taken), QStringLiteral("_"));
    QVERIFY(mlrunsModelName(QString(255, QChar(0x00E9)), taken).toUtf8().size() <= 250);
    // A store of the time before names were checked.
    TemporaryStore store;
    const RunId run = need(store->begin({.name = QStringLiteral("r")}));
    need(store->addArtifact(run, QStringLiteral("model.json"), QStringLiteral("model"), "{}"));
    need(store->end(run, RunStatus::Finished));
    ModelRegistry registry(*store.store);
    for (const char *name : {"one", "a_b", "three"})
        need(registry.add({.model = QLatin1String(name), .run = run}));
    {
        Transaction change(store->database());
        change.run("UPDATE models SET name = '..' WHERE name = 'one'");
        change.run("UPDATE models SET name = 'a/b' WHERE name = 'three'");
        need(change.commit());
    }
    const QString path = store.folder.filePath(QStringLiteral("out"));
    QCOMPARE(exported(*store.store, path).models, 3);
    const QString models = path + QStringLiteral("/mlruns/models/");
    QCOMPARE(QDir(models).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), QStringList({"_", "a_b", "a_b_"}));
    QVERIFY(!QFileInfo::exists(path + QStringLiteral("/mlruns/meta.yaml")));
    QVERIFY(read(models + QStringLiteral("a_b_/version-1/meta.yaml")).contains("name: a_b_\n"));
}

QTEST_GUILESS_MAIN(TestMlrunsExport)
#include "tst_mlrunsexport.moc"
