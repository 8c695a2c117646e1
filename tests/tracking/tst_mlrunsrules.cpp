// SPDX-License-Identifier: GPL-3.0-or-later
// Exported `mlruns` folders held against the rules by which MLflow reads them (mlrunsrules.h).
#include "mlflowsamples.h"
#include "mlrunsrules.h"
#include "samplerun.h"

#include "tracking/exporters/mlrunsexport.h"
#include "tracking/importers/importer.h"
#include "tracking/keeping.h"

using namespace assay;
using namespace assay::tracking;

namespace {

MlrunsCounts exported(RunStore &store, const QString &root)
{
    std::vector<RunId> ids;
    for (const bool deleted : {false, true})
        for (const Run &run : need(store.runs({.sortKey = QStringLiteral("name"), .deleted = deleted})))
            ids.push_back(run.id);
    return need(exportMlruns(store, ids, root, root));
}

/// Names, keys and values that other programs trip over.
RunId addAwkward(RunStore &store, const QString &experiment, const QString &name)
{
    NewRun made{.experiment = experiment, .name = name};
    for (const char *key :
         {"..hidden", "a//b",        "./a", "a/../b", "/root",     "tail/",    ".", "..", "a:b", "é", "e\u0301", "x‿y",
          "quote\"s", "line\nbreak", "😀",   "50%",    "trailing ", " leading", "Ⅻ", "a",  "a/b"}) {
        made.tags[QString::fromUtf8(key)] = QStringLiteral("value\r\nof %1\u0085\u2028").arg(QString::fromUtf8(key));
        made.params[key] = std::string(key);
    }
    made.tags[QString(300, u'k')] = QString(20'000, u'v');
    made.params["empty"] = std::string();
    made.inputs = {{.role = QStringLiteral("train"),
                    .name = QStringLiteral("2024-01-01"),
                    .path = QStringLiteral("/d#1?x%41"),
                    .digest = QStringLiteral("123456"),
                    .rows = 3},
                   {.role = {}, .name = QStringLiteral("null"), .path = {}, .digest = {}}};
    const RunId run = need(store.begin(made));
    for (const auto &[key, value] : made.tags)
        need(store.logMetrics(run, key,
                              {{-5, 1'700'000'000'123'456, std::numeric_limits<double>::quiet_NaN()},
                               {0, -1, std::numeric_limits<double>::infinity()},
                               {0, 0, -std::numeric_limits<double>::infinity()},
                               {std::numeric_limits<qint64>::max(), 1, -0.0},
                               {7, 2, std::numeric_limits<double>::denorm_min()},
                               {7, 2, 1e308}}));
    need(store.addArtifact(run, QStringLiteral("model/a #1 %41.json"), QStringLiteral("model"), "{}"));
    return run;
}

/// Runs, experiments and models of every kind that a store can have and another program can trip over.
void fill(RunStore &store)
{
    SampleRuns samples(7);
    RunId parent;
    for (int i = 0; i < 4; ++i)
        parent = samples.add(store, i % 2 ? parent : RunId());
    // What YAML takes for something else, and one that is deleted with its name taken again.
    const QStringList names = {QStringLiteral("null"),         QStringLiteral("-0x1F"), QStringLiteral("12:30:45.5"),
                               QStringLiteral("on"),           QStringLiteral("1_000"), QStringLiteral("2024-01-01"),
                               QStringLiteral("# a: 'b' \"c"), QString(600, u'n'),      QStringLiteral("- x\n  y: {z")};
    std::vector<RunId> runs;
    for (const QString &name : names)
        runs.push_back(addAwkward(store, name, name));
    need(deleteExperiment(store, need(store.details(runs[0])).run.experimentId));
    runs.push_back(addAwkward(store, names[0], names[0]));
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) // one goes on
        need(store.end(runs[i], i % 2 ? RunStatus::Failed : RunStatus::Cancelled, QStringLiteral("why")));
    need(store.remove({runs[1]}));
    ModelRegistry registry(store);
    for (const char *name : {"100%", "a%b", "a_b", "plain", "back\\slash", "null", "1.5"}) {
        need(registry.add({.model = QLatin1String(name), .run = runs[2]}));
        need(registry.add({.model = QLatin1String(name), .run = runs[3], .note = QStringLiteral("n: 1")}));
        for (const char *alias : {"champion", "to.day", "V1", "to_day"})
            need(registry.setAlias(QLatin1String(name), QLatin1String(alias), 2));
        need(registry.setTag(QLatin1String(name), QStringLiteral("..tag"), QStringLiteral("x")));
    }
}

} // namespace

class TestMlrunsRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { fill(*m_store.store); }
    void theRulesHoldForMlflowsOwn();
    void theRulesTellWhatIsWrong();
    void exportsKeepTheRules_data();
    void exportsKeepTheRules();

private:
    TemporaryStore m_store;
};

void TestMlrunsRules::theRulesHoldForMlflowsOwn()
{
    const QString sample = samplePath("mlflow-2.22.1-file-mlruns");
    if (!QFileInfo::exists(sample))
        QSKIP("the samples are not here");
    const MlrunsRules rules(QFileInfo(sample).canonicalFilePath(), false);
    QCOMPARE(rules.broken(), QStringList());
    QCOMPARE(rules.experiments(), 2);
    QCOMPARE(rules.runs, 9);
    QCOMPARE(rules.points, 10'010);
    QCOMPARE(rules.inputs, 2);
    QCOMPARE(rules.versions, 2);
}

/// A checker that never finds anything would be of no use.
void TestMlrunsRules::theRulesTellWhatIsWrong()
{
    for (const char *bad : {"..x", "a//b", "a/", "/a", ".", "a?b", "e\u0301"})
        QVERIFY2(!MlrunsRules::validName(QString::fromUtf8(bad)), bad);
    for (const char *good : {"a", "a/b", "a b.c-d_e", "é", "a:b", "a..b"})
        QVERIFY2(MlrunsRules::validName(QString::fromUtf8(good)), good);
    QCOMPARE(pythonType(QStringLiteral("-0x1F")), PythonType::Int);
    QCOMPARE(pythonType(QStringLiteral("1:30")), PythonType::Int);
    QCOMPARE(pythonType(QStringLiteral("1.5")), PythonType::Float);
    QCOMPARE(pythonType(QStringLiteral("1e5")), PythonType::Text);
    QCOMPARE(pythonType(QStringLiteral("2024-01-01")), PythonType::Time);
    QCOMPARE(pythonType(QStringLiteral("'1'")), PythonType::Text);
    QTemporaryDir folder;
    const QString run = folder.filePath(QStringLiteral("1/") + QString(32, u'a'));
    QDir().mkpath(run + QStringLiteral("/metrics"));
    QFile meta(run + QStringLiteral("/meta.yaml")), metric(run + QStringLiteral("/metrics/m"));
    QVERIFY(meta.open(QIODevice::WriteOnly) && metric.open(QIODevice::WriteOnly));
    meta.write("run_id: 5\nstatus: FINISHED\nstart_time: null\nend_time: null\nuser_id: null\nexperiment_id: '2'\n");
    metric.write("1 nan\n");
    meta.close();
    metric.close();
    const QString told = MlrunsRules(folder.path()).broken().join(u'\n');
    for (const char *rule : {"run_id has", "run_uuid", "status has", "start_time", "user_id", "another experiment",
                             "no point: 1 nan", "1/meta.yaml: is missing", "experiment 0"})
        QVERIFY2(told.contains(QLatin1String(rule)), rule);
}

void TestMlrunsRules::exportsKeepTheRules_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << QStringLiteral("out/mlruns");
    QTest::newRow("spaces") << QStringLiteral("my runs/é/mlruns");
    QTest::newRow("address") << QStringLiteral("100%41 #1?a;b:c/mlruns");
    QTest::newRow("long") << QString(100, u'l') + u' ' + QString(100, u'w') + QStringLiteral("/mlruns");
}

void TestMlrunsRules::exportsKeepTheRules()
{
    QFETCH(QString, folder);
    const QString root = m_store.folder.filePath(folder);
    const MlrunsCounts counts = exported(*m_store.store, root);
    const MlrunsRules rules(root);
    QVERIFY2(rules.broken().isEmpty(), qPrintable(rules.broken().join(u'\n')));
    QCOMPARE(rules.runs, 4 + 10);
    QCOMPARE(rules.points, counts.points);
    QCOMPARE(rules.inputs, 4 + 2 * 10);
    QCOMPARE(rules.models, 7);
    QCOMPARE(rules.versions, 14);
    QVERIFY(rules.keys > 10 * 3 * 20);
    if (QLatin1String(QTest::currentDataTag()) != QLatin1String("address"))
        return;
    // Whatever stands in the addresses, the folder leads back to the same.
    TemporaryStore back;
    const ImportReport report = need(importRuns(*back.store, root, {}, {}));
    QCOMPARE(report.added, 14);
    QVERIFY2(report.problems.empty(), qPrintable(report.problems.empty() ? QString() : report.problems[0].what));
    const ModelVersion version = need(ModelRegistry(*back.store).version(QStringLiteral("plain"), QStringLiteral("2")));
    QCOMPARE(version.artifact, QStringLiteral("model/a #1 %41.json"));
}

QTEST_GUILESS_MAIN(TestMlrunsRules)
#include "tst_mlrunsrules.moc"
