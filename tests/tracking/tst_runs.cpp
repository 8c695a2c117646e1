// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <cmath>
#include <limits>
#include <set>

using namespace assay;
using namespace assay::tracking;

class TestRuns : public QObject
{
    Q_OBJECT

private slots:
    void everythingOfANewRunComesBack();
    void paramsKeepTypeAndBits_data();
    void paramsKeepTypeAndBits();
    void endsOnce_data();
    void endsOnce();
    void closedRunsRefusePoints();
    void namesAreInvented();
    void childrenAreListed();
    void summariesFollowTheSeries();
    void undefinedValuesComeBack();
    void artifactsAreStoredOnce();
    void damagedArtifactsAreRefused();
    void unknownArtifactsListTheKnown();
    void notesTagsAndNames();
    void survivesReopening();
};

namespace {

const DatasetInput trainInput{.role = "train",
                              .name = "adult.csv",
                              .path = "/data/adult.csv",
                              .digest = "sha256:ab",
                              .rows = 32561,
                              .columns = 15,
                              .readOptions = R"({"delimiter":","})"};
const DatasetInput testInput{.role = "test",
                             .name = "adult_test.csv",
                             .path = "/data/adult_test.csv",
                             .digest = "sha256:cd",
                             .rows = 16281,
                             .columns = 15,
                             .readOptions = "{}"};

Provenance fullProvenance()
{
    return {.program = "assay 0.1.0",
            .commandLine = "assay train 'a b.csv'",
            .gitCommit = "0123abcd",
            .gitDirty = true,
            .host = "bench",
            .user = "ada",
            .os = "Debian 12",
            .cpu = "EPYC",
            .threads = 8,
            .seed = std::numeric_limits<quint64>::max(),
            .libraries = {{"xgboost", "1.7.4"}, {"duckdb", "1.4.4"}}};
}

} // namespace

void TestRuns::everythingOfANewRunComesBack()
{
    TemporaryStore store;
    const NewRun given{.experiment = "Income",
                       .name = "first",
                       .parent = {},
                       .model = "xgboost",
                       .task = "binary",
                       .params = {{"max_depth", std::int64_t(6)}, {"booster", std::string("gbtree")}},
                       .tags = {{"owner", "ada"}, {"größe", "klein"}},
                       .inputs = {trainInput, testInput},
                       .provenance = fullProvenance()};
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const RunId id = need(store->begin(given));
    QCOMPARE(id.value.size(), 32);
    const RunDetails details = need(store->details(id));
    QCOMPARE(details.run.id, id);
    QCOMPARE(details.run.name, QString("first"));
    QCOMPARE(details.run.experiment, QString("Income"));
    QCOMPARE(details.run.model, QString("xgboost"));
    QCOMPARE(details.run.task, QString("binary"));
    QCOMPARE(details.run.status, RunStatus::Running);
    QVERIFY(details.run.end.isNull());
    QVERIFY(qAbs(before.msecsTo(details.run.start)) < 60'000);
    QVERIFY(details.run.params == given.params);
    QVERIFY(details.run.tags == given.tags);
    QVERIFY(details.inputs == given.inputs);
    QVERIFY(details.provenance == given.provenance);
    need(store->addInput(id, {.role = "reference", .name = "x", .path = {}, .digest = {}, .readOptions = {}}));
    QCOMPARE(need(store->details(id)).inputs.back().role, QString("reference"));
    const auto experiments = need(store->experiments());
    QCOMPARE(experiments.size(), 1u);
    QCOMPARE(experiments.front().runs, 1);
}

void TestRuns::paramsKeepTypeAndBits_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("true") << 0;
    QTest::newRow("largest integer") << 1;
    QTest::newRow("smallest real") << 2;
    QTest::newRow("whole real") << 3;
    QTest::newRow("infinite") << 4;
    QTest::newRow("empty text") << 5;
    QTest::newRow("text like a number") << 6;
    QTest::newRow("text with quotes") << 7;
}

void TestRuns::paramsKeepTypeAndBits()
{
    const std::vector<ParamValue> values = {true,
                                            std::numeric_limits<std::int64_t>::max(),
                                            std::numeric_limits<double>::denorm_min(),
                                            3.0,
                                            std::numeric_limits<double>::infinity(),
                                            std::string(),
                                            std::string("0123"),
                                            std::string("'; DROP TABLE runs; --")};
    QFETCH(int, which);
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    need(store->logParams(id, {{"p", values[0]}}));
    need(store->logParams(id, {{"p", values[which]}}));
    QVERIFY(need(store->details(id)).run.params == Params({{"p", values[which]}}));
}

void TestRuns::endsOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("finished") << static_cast<int>(RunStatus::Finished);
    QTest::newRow("failed") << static_cast<int>(RunStatus::Failed);
    QTest::newRow("cancelled") << static_cast<int>(RunStatus::Cancelled);
    QTest::newRow("crashed") << static_cast<int>(RunStatus::Crashed);
}

void TestRuns::endsOnce()
{
    QFETCH(int, status);
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    need(store->end(id, static_cast<RunStatus>(status), QStringLiteral("why")));
    const Run run = need(store->details(id)).run;
    QCOMPARE(run.status, static_cast<RunStatus>(status));
    QCOMPARE(run.error, QString("why"));
    QVERIFY(run.end >= run.start);
    QCOMPARE(codeOf(store->end(id, RunStatus::Finished)), QString("run_closed"));
    QCOMPARE(codeOf(store->logParams(id, {{"a", true}})), QString("run_closed"));
    QCOMPARE(codeOf(store->end({"nothing"}, RunStatus::Finished)), QString("unknown_run"));
}

void TestRuns::closedRunsRefusePoints()
{
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    need(store->logMetric(id, "loss", 1, 0));
    need(store->end(id, RunStatus::Finished));
    QCOMPARE(codeOf(store->logMetric(id, "loss", 1, 1)), QString("run_closed"));
    QCOMPARE(codeOf(store->logMetrics(id, "loss", {{}})), QString("run_closed"));
    QCOMPARE(codeOf(store->logMetric({"gone"}, "loss", 1, 1)), QString("unknown_run"));
    QCOMPARE(need(store->series(id, "loss")).size(), 1u);
}

void TestRuns::namesAreInvented()
{
    TemporaryStore store;
    std::set<QString> names;
    for (int i = 0; i < 3; ++i)
        names.insert(need(store->details(need(store->begin({.model = "logistic"})))).run.name);
    QCOMPARE(names.size(), 3u);
    for (const QString &name : names)
        QVERIFY2(name.startsWith("logistic-"), qPrintable(name));
}

void TestRuns::childrenAreListed()
{
    TemporaryStore store;
    const RunId parent = need(store->begin({.name = "cv"}));
    const RunId first = need(store->begin({.name = "fold 1", .parent = parent}));
    const RunId second = need(store->begin({.name = "fold 2", .parent = parent}));
    const auto children = need(store->details(parent)).children;
    QCOMPARE(children.size(), 2u);
    QCOMPARE(children[0].id, first);
    QCOMPARE(children[1].id, second);
    QCOMPARE(children[1].parent, parent);
    QCOMPARE(need(store->runs({.topLevelOnly = true})).size(), 1u);
    QCOMPARE(codeOf(store->begin({.parent = {"none"}})), QString("unknown_run"));
    QCOMPARE(need(store->count()), 3);
}

void TestRuns::summariesFollowTheSeries()
{
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    need(store->logMetric(id, "loss", 3, 10));
    need(store->logMetric(id, "loss", -1, 11));
    need(store->flush());
    need(store->logMetric(id, "loss", 2, 12));
    need(store->flush());
    const auto details = need(store->details(id));
    const MetricSummary expected{.last = 2, .min = -1, .max = 3, .count = 3, .lastStep = 12};
    QVERIFY(details.series.at("loss") == expected);
    QCOMPARE(details.run.metrics.at("loss"), 2.0);
    QCOMPARE(need(store->metricKeys()), QStringList("loss"));
    QVERIFY(need(store->series(id, "unheard of")).empty());
}

void TestRuns::undefinedValuesComeBack()
{
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    need(store->logMetric(id, "loss", nan, 0));
    need(store->flush());
    QVERIFY(std::isnan(need(store->details(id)).series.at("loss").min));
    need(store->logMetric(id, "loss", -std::numeric_limits<double>::infinity(), 1));
    need(store->logMetric(id, "loss", nan, 2));
    need(store->flush());
    const MetricSummary summary = need(store->details(id)).series.at("loss");
    QVERIFY(std::isnan(summary.last));
    QCOMPARE(summary.max, -std::numeric_limits<double>::infinity());
    QVERIFY(std::isnan(need(store->series(id, "loss"))[2].value));
}

void TestRuns::artifactsAreStoredOnce()
{
    TemporaryStore store;
    const RunId a = need(store->begin({}));
    const RunId b = need(store->begin({}));
    const QByteArray bytes("model\0bytes", 11);
    const Artifact artifact = need(store->addArtifact(a, "model.json", "model", bytes));
    QCOMPARE(artifact.bytes, 11);
    QCOMPARE(artifact.sha256, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(need(store->addArtifact(b, "copy", "model", bytes)).sha256, artifact.sha256);
    need(store->addArtifact(b, "empty", "model", {}));
    QCOMPARE(need(store->artifact(b, "copy")), bytes);
    QCOMPARE(need(store->artifact(b, "empty")), QByteArray());
    need(store->addArtifact(a, "model.json", "model", "other"));
    QCOMPARE(need(store->artifact(a, "model.json")), QByteArray("other"));
    QCOMPARE(need(store->details(a)).artifacts.size(), 1u);
    QCOMPARE(codeOf(store->addArtifact({"none"}, "x", "y", "z")), QString("unknown_run"));
    int files = 0;
    QDirIterator found(store.folder.filePath("assay-artifacts"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    for (; found.hasNext(); found.next())
        ++files;
    QCOMPARE(files, 3);
}

void TestRuns::damagedArtifactsAreRefused()
{
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    const Artifact artifact = need(store->addArtifact(id, "a", "model", "good"));
    QFile file(store.folder.filePath("assay-artifacts/" + artifact.sha256.left(2) + "/" + artifact.sha256.mid(2)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("evil");
    file.close();
    QCOMPARE(codeOf(store->artifact(id, "a")), QString("artifact_damaged"));
    need(store->addArtifact(id, "a", "model", "good"));
    QCOMPARE(need(store->artifact(id, "a")), QByteArray("good"));
    QVERIFY(file.remove());
    QCOMPARE(codeOf(store->artifact(id, "a")), QString("artifact_damaged"));
}

void TestRuns::unknownArtifactsListTheKnown()
{
    TemporaryStore store;
    const RunId id = need(store->begin({}));
    QCOMPARE(codeOf(store->artifact(id, "x")), QString("unknown_artifact"));
    need(store->addArtifact(id, "model.json", "model", "m"));
    const auto missing = store->artifact(id, "x");
    QCOMPARE(codeOf(missing), QString("unknown_artifact"));
    QVERIFY(QString::fromStdString(missing.error().message).contains("model.json"));
}

void TestRuns::notesTagsAndNames()
{
    TemporaryStore store;
    const RunId id = need(store->begin({.tags = {{"stage", "draft"}}}));
    need(store->setNote(id, "line 1\nline 2"));
    need(store->rename(id, "renamed"));
    need(store->setTag(id, "stage", "final"));
    need(store->setTag(id, "empty", {}));
    need(store->removeTag(id, "never there"));
    Run run = need(store->details(id)).run;
    QCOMPARE(run.note, QString("line 1\nline 2"));
    QCOMPARE(run.name, QString("renamed"));
    QCOMPARE(run.tags.at("stage"), QString("final"));
    QCOMPARE(need(store->tagKeys()), QStringList({"empty", "stage"}));
    need(store->removeTag(id, "empty"));
    QCOMPARE(need(store->tagKeys()), QStringList("stage"));
    QCOMPARE(codeOf(store->rename({"none"}, "x")), QString("unknown_run"));
}

void TestRuns::survivesReopening()
{
    TemporaryStore store;
    const RunId id = need(store->begin({.name = "kept", .params = {{"C", 0.5}}}));
    need(store->logMetric(id, "auc", 0.9, 1));
    store.reopen();
    const RunDetails running = need(store->details(id));
    QCOMPARE(running.run.status, RunStatus::Running); // its process is this one
    QCOMPARE(running.series.at("auc").count, 1);
    need(store->end(id, RunStatus::Finished));
    const RunDetails before = need(store->details(id));
    store.reopen();
    QVERIFY(need(store->details(id)).run == before.run);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
