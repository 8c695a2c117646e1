// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/artifactstore.h"
#include "tracking/database.h"
#include "tracking/keeping.h"
#include "tracking/purge.h"
#include "tracking/registry.h"
#include "tracking/runartifacts.h"

#include <QDeadlineTimer>
#include <QDir>
#include <atomic>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace assay;
using namespace assay::tracking;

class TestPurge : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void deleteUndoRestorePurge();
    void leavesNoRowBehind();
    void keepsWhatOthersReferTo();
    void registeredModelsKeepBytesAndLineage();
    void versionsThatAreFoldersKeepEachFile();
    void takesWhatIsBelowAndFreesTheRest();
    void onlyTheLongDeleted();
    void leavesRunningRunsAlone();
    void takenOverRunsHaveNobodyToWaitFor();
    void runsOfDeadProcessesGo();
    void experimentsGoWithTheirLastRun();
    void tellsTheRoomBefore();
    void givesPagesBack();
    void sweepsLeftOvers();
    void filesOfOthersStay();
    void cancellingLeavesAWholeStore();
    void aCrashLeavesOnlyFiles();
    void addingMeanwhileLosesNothing();

private:
    RunId deletedRun(const QString &name, const QByteArray &bytes = {});
    bool has(const QString &sha256) { return QFileInfo::exists(m_store->store->artifacts().path(sha256)); }
    qint64 number(const QByteArray &sql)
    {
        return need(need(m_store->store->database().connection())->value(sql)).value_or(0).toLongLong();
    }
    void execute(const QByteArray &sql, const QVariantList &values = {})
    {
        need(need(m_store->store->database().connection())->run(sql, values));
    }
    int files()
    {
        int count = 0;
        m_store->store->artifacts().each([&](const StoredFile &) { ++count; });
        return count;
    }
    void setAge(const QString &path, qint64 seconds)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-seconds), QFileDevice::FileModificationTime));
    }

    std::unique_ptr<TemporaryStore> m_store;
};

void TestPurge::init()
{
    m_store = std::make_unique<TemporaryStore>();
}

/// With points, parameters, a tag, an input and an artifact.
RunId TestPurge::deletedRun(const QString &name, const QByteArray &bytes)
{
    auto &store = *m_store;
    const RunId run = need(store->begin({.name = name,
                                         .model = "logistic",
                                         .params = {{"C", 1.5}},
                                         .tags = {{"owner", "ada"}},
                                         .inputs = {{.role = "train", .name = "a.csv"}}}));
    need(store->logMetrics(run, "loss", {{0, 1, 0.5}, {1, 2, 0.25}}));
    need(store->addArtifact(run, "model.json", "model", bytes.isEmpty() ? name.toUtf8() : bytes));
    need(store->end(run, RunStatus::Finished));
    need(store->remove({run}));
    return run;
}

void TestPurge::deleteUndoRestorePurge()
{
    auto &store = *m_store;
    const RunId run = deletedRun("baseline");
    need(store->restore({run})); // undo
    QCOMPARE(codeOf(purge(*store.store, {.runs = {run}})), QString("run_not_deleted"));
    need(store->remove({run})); // redo
    need(store->restore({run}));
    QCOMPARE(need(store->artifact(run, "model.json")), QByteArray("baseline"));
    need(store->remove({run}));
    const PurgeReport report = need(purge(*store.store, {.runs = {run}}));
    QCOMPARE(report.size.runs, 1);
    QCOMPARE(report.size.points, 2);
    QCOMPARE(report.size.artifacts, 1);
    QCOMPARE(report.size.files, 1);
    QCOMPARE(report.size.fileBytes, 8);
    QCOMPARE(codeOf(store->details(run)), QString("unknown_run"));
    QCOMPARE(codeOf(store->restore({run})), QString("unknown_run"));
    QCOMPARE(codeOf(store->resolve("baseline")), QString("unknown_run"));
    QCOMPARE(codeOf(purge(*store.store, {.runs = {run}})), QString("unknown_run"));
    QCOMPARE(files(), 0);

    const RunId again = need(store->begin({.name = "baseline"}));
    QVERIFY(again != run);
    QCOMPARE(need(store->resolve("baseline")), again);
    need(store->addArtifact(again, "model.json", "model", "baseline"));
    QCOMPARE(need(store->artifact(again, "model.json")), QByteArray("baseline"));
    QVERIFY(need(store->series(again, "loss")).empty()); // nothing of the one before
}

void TestPurge::leavesNoRowBehind()
{
    auto &store = *m_store;
    const RunId kept = need(store->begin({.name = "kept", .params = {{"C", 1.0}}}));
    for (int i = 0; i < 120; ++i) // more than one batch
        deletedRun(QString("run %1").arg(i));
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.runs, 120);
    QCOMPARE(report.size.files, 120);
    QCOMPARE(number("SELECT count(*) FROM runs"), 1);
    for (const char *table : {"params", "tags", "inputs", "artifacts", "provenance", "metrics", "chunks"})
        QVERIFY2(number(QByteArray("SELECT count(*) FROM ") + table + " WHERE run <> (SELECT id FROM runs)") == 0,
                 table);
    QVERIFY(!need(need(store->database().connection())->value("PRAGMA foreign_key_check")));
    QCOMPARE(need(need(store->database().connection())->value("PRAGMA integrity_check"))->toString(), QString("ok"));
    QCOMPARE(need(store->details(kept)).run.params.size(), 1u);
    QCOMPARE(files(), 0);
}

void TestPurge::keepsWhatOthersReferTo()
{
    auto &store = *m_store;
    const RunId live = need(store->begin({.name = "live"}));
    const QString shared = need(store->addArtifact(live, "copy", "model", "shared bytes")).sha256;
    const RunId a = deletedRun("a", "shared bytes");
    const RunId b = deletedRun("b", "of both");
    const RunId c = deletedRun("c", "of both");
    const QString ofBoth = sha256Of("of both");
    const PurgeSize both = need(planPurge(*store.store, {.runs = {b, c}}));
    QCOMPARE(both.files, 1);
    QCOMPARE(both.fileBytes, 7);
    QCOMPARE(need(planPurge(*store.store, {.runs = {b}})).files, 0);

    const PurgeReport first = need(purge(*store.store, {.runs = {a, b}}));
    QCOMPARE(first.size.files, 0);
    QCOMPARE(first.size.keptFiles, 2);
    QCOMPARE(first.size.keptBytes, 19);
    QVERIFY(has(shared) && has(ofBoth));
    QCOMPARE(need(store->artifact(live, "copy")), QByteArray("shared bytes"));
    QCOMPARE(need(purge(*store.store, {.runs = {c}})).size.files, 1);
    QVERIFY(has(shared) && !has(ofBoth));
}

void TestPurge::registeredModelsKeepBytesAndLineage()
{
    auto &store = *m_store;
    const RunId run = deletedRun("champion", "a model");
    const QString digest = sha256Of("a model");
    execute("INSERT INTO models (name, created, updated) VALUES ('churn', 1, 1)");
    execute("INSERT INTO versions (model, number, run, artifact, sha256, bytes, created, updated)"
            " SELECT 1, 3, id, 'model.json', ?, 7, 1, 1 FROM runs WHERE uuid = ?",
            {digest, run.value});
    QCOMPARE(need(planPurge(*store.store, {.all = true})).models, QStringList("churn 3"));
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.models, QStringList("churn 3"));
    QCOMPARE(report.size.keptFiles, 1);
    QVERIFY(has(digest));
    QCOMPARE(number("SELECT count(*) FROM versions WHERE run IS NULL AND run_uuid = '" + run.value.toUtf8() + "'"), 1);
    QCOMPARE(need(sweepArtifacts(*store.store, QDateTime::currentDateTime().addDays(1))).first, 0);
    QVERIFY(has(digest));
    execute("DELETE FROM versions");
    QCOMPARE(need(sweepArtifacts(*store.store, QDateTime::currentDateTime().addDays(1))).first, 1);
    QVERIFY(!has(digest));
}

void TestPurge::versionsThatAreFoldersKeepEachFile()
{
    auto &store = *m_store;
    const RunId run = need(store->begin({.name = "taken over"}));
    need(store->addArtifact(run, "model/MLmodel", "file", "flavors"));
    need(store->addArtifact(run, "model/data/model.pkl", "model", "weights"));
    need(store->addArtifact(run, "model2/MLmodel", "file", "another"));
    need(store->addArtifact(run, "models.csv", "table", "a,b"));
    need(store->end(run, RunStatus::Finished));
    ModelRegistry registry(*store.store);
    need(registry.importModel(
        {.source = "mlflow:m", .name = "churn", .versions = {{.number = 1, .run = run, .artifact = "model"}}}));
    need(registry.verify("churn", 1));
    QCOMPARE(need(registry.version("churn", "1")).bytes, 14);
    need(store->remove({run}));
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.keptFiles, 2);
    QCOMPARE(report.size.keptBytes, 14);
    QCOMPARE(report.size.files, 2);
    const QDateTime tomorrow = QDateTime::currentDateTime().addDays(1);
    QCOMPARE(need(sweepArtifacts(*store.store, tomorrow)).first, 0);
    QVERIFY(has(sha256Of("flavors")) && has(sha256Of("weights")));
    QVERIFY(!has(sha256Of("another")) && !has(sha256Of("a,b")));
    need(registry.verify("churn", 1));
    QVERIFY(QFile::resize(store->artifacts().path(sha256Of("weights")), 3));
    QCOMPARE(codeOf(registry.verify("churn", 1)), QString("artifact_damaged"));
    need(registry.removeVersion("churn", 1));
    QCOMPARE(need(sweepArtifacts(*store.store, tomorrow)).first, 2);
}

void TestPurge::takesWhatIsBelowAndFreesTheRest()
{
    auto &store = *m_store;
    const RunId parent = deletedRun("parent");
    const RunId gone = deletedRun("gone");
    const RunId restored = deletedRun("restored");
    const QVariantList both = {gone.value, restored.value};
    execute("UPDATE runs SET parent = (SELECT id FROM runs WHERE uuid = '" + parent.value.toUtf8() +
                "') WHERE uuid IN (?, ?)",
            both);
    need(store->restore({restored}));
    QCOMPARE(need(purge(*store.store, {.runs = {parent}})).size.runs, 2);
    QCOMPARE(codeOf(store->details(gone)), QString("unknown_run"));
    QVERIFY(need(store->details(restored)).run.parent.isNull());
    QCOMPARE(need(store->artifact(restored, "model.json")), QByteArray("restored"));
}

void TestPurge::onlyTheLongDeleted()
{
    auto &store = *m_store;
    const RunId old = deletedRun("old"), fresh = deletedRun("fresh");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    execute("UPDATE runs SET deleted = ? WHERE uuid = ?", {now.addDays(-31).toMSecsSinceEpoch(), old.value});
    QCOMPARE(need(purge(*store.store, {.all = true, .before = now.addDays(-30)})).size.runs, 1);
    QCOMPARE(codeOf(store->details(old)), QString("unknown_run"));
    QVERIFY(need(store->details(fresh)).run.deleted);
    QCOMPARE(need(purge(*store.store, {.all = true, .before = now.addDays(-30)})).size.runs, 0);
}

void TestPurge::leavesRunningRunsAlone()
{
    auto &store = *m_store;
    const RunId running = need(store->begin({.name = "running"}));
    need(store->remove({running}));
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.runs, 0);
    QCOMPARE(report.size.running, 1);
    need(store->logMetric(running, "loss", 1, 1));
    need(store->end(running, RunStatus::Finished));
    QCOMPARE(need(purge(*store.store, {.runs = {running}})).size.points, 1);
}

void TestPurge::takenOverRunsHaveNobodyToWaitFor()
{
    auto &store = *m_store;
    const RunId run = need(store->begin({.name = "taken over while it ran"}));
    need(store->remove({run}));
    execute("UPDATE runs SET host = '', boot = '', pid = 0, started = 0");
    QCOMPARE(need(planPurge(*store.store, {.all = true})).runs, 1);
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.runs, 1);
    QCOMPARE(report.size.running, 0);
    QCOMPARE(codeOf(store->details(run)), QString("unknown_run"));
}

void TestPurge::runsOfDeadProcessesGo()
{
    auto &store = *m_store;
    const RunId run = need(store->begin({.name = "abandoned"}));
    need(store->remove({run}));
    execute("UPDATE runs SET started = started + 1"); // another process had this one's number
    QCOMPARE(need(planPurge(*store.store, {.all = true})).runs, 1);
    QCOMPARE(need(purge(*store.store, {.all = true})).size.running, 0);
    QCOMPARE(number("SELECT count(*) FROM runs"), 0);
}

void TestPurge::experimentsGoWithTheirLastRun()
{
    auto &store = *m_store;
    const RunId run = need(store->begin({.experiment = "Short", .name = "run"}));
    need(store->end(run, RunStatus::Finished));
    const ExperimentId experiment = need(findExperiment(*store.store, "Short")).id;
    need(setExperimentTag(*store.store, experiment, "k", "v"));
    need(deleteExperiment(*store.store, experiment));
    need(purge(*store.store, {.all = true}));
    QCOMPARE(codeOf(findExperiment(*store.store, "Short", true)), QString("unknown_experiment"));
    QCOMPARE(number("SELECT count(*) FROM experiment_tags"), 0);
}

void TestPurge::tellsTheRoomBefore()
{
    auto &store = *m_store;
    for (int i = 0; i < 5; ++i)
        deletedRun(QString("run %1").arg(i), QByteArray(1000 * (i + 1), 'x'));
    const qint64 version = store->dataVersion();
    const PurgeSize planned = need(planPurge(*store.store, {.all = true}));
    QCOMPARE(store->dataVersion(), version);
    QCOMPARE(planned.fileBytes, 15'000);
    QVERIFY(planned.storeBytes > 5 * 300 && planned.storeBytes < 10'000);
    QCOMPARE(need(purge(*store.store, {.all = true})).size, planned);
}

void TestPurge::givesPagesBack()
{
    auto &store = *m_store;
    const RunId kept = need(store->begin({.name = "kept"}));
    const RunId large = need(store->begin({.name = "large"}));
    std::vector<MetricPoint> points(400'000);
    quint32 noise = 1;
    for (std::size_t i = 0; i < points.size(); ++i) {
        noise = noise * 1664525 + 1013904223;
        points[i] = {.step = qint64(i), .time = qint64(i) * 1000, .value = noise / 4294967296.0};
    }
    need(store->logMetrics(large, "loss", points));
    need(store->logMetrics(kept, "loss", {{0, 1, 0.5}}));
    need(store->end(large, RunStatus::Finished));
    need(store->remove({large}));
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.size.points, 400'000);
    QVERIFY(report.size.storeBytes > 2'000'000);
    QVERIFY(report.compacted);
    QVERIFY2(report.storeAfter < 500'000 && QFileInfo(store.path).size() == report.storeAfter,
             qPrintable(QString::number(report.storeAfter)));
    QCOMPARE(number("PRAGMA freelist_count"), 0);
    QCOMPARE(need(store->series(kept, "loss")).size(), 1u);
    need(store->logMetric(kept, "loss", 1, 1));
    store.reopen();
    QCOMPARE(need(store->series(kept, "loss")).size(), 2u);
}

void TestPurge::sweepsLeftOvers()
{
    auto &store = *m_store;
    const ArtifactStore &artifacts = store->artifacts();
    const RunId run = need(store->begin({}));
    const QString used = need(store->addArtifact(run, "a", "text", "used")).sha256;
    const QString old = need(artifacts.write("old")), fresh = need(artifacts.write("fresh"));
    QDir().mkpath(artifacts.incomingFolder());
    for (const char *name : {"half", "half-2"}) {
        QFile half(artifacts.incomingFolder() + '/' + name);
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("12345") == 5);
    }
    setAge(artifacts.path(used), 3 * 86400);
    setAge(artifacts.path(old), 3 * 86400);
    setAge(artifacts.incomingFolder() + "/half", 3 * 86400);
    const PurgeReport report = need(purge(*store.store, {.all = true}));
    QCOMPARE(report.leftOvers, 2);
    QCOMPARE(report.leftOverBytes, 8);
    QVERIFY(has(used) && !has(old) && has(fresh));
    QVERIFY(!QFileInfo::exists(artifacts.incomingFolder() + "/half"));
    QVERIFY(QFileInfo::exists(artifacts.incomingFolder() + "/half-2"));

    setAge(artifacts.path(fresh), 3 * 86400);
    QCOMPARE(need(artifacts.write("fresh")), fresh); // asked for again: somebody is adding it
    QCOMPARE(need(purge(*store.store, {.all = true})).leftOvers, 0);
    QVERIFY(has(fresh));
}

void TestPurge::filesOfOthersStay()
{
    auto &store = *m_store;
    const ArtifactStore &artifacts = store->artifacts();
    const QString left = need(artifacts.write("left over"));
    const QString folder = artifacts.folder();
    QDir().mkpath(folder + "/zz");
    QDir().mkpath(folder + "/notes/deep");
    const QStringList own = {"README", "notes/deep/a.txt", "zz/" + QString(62, 'z'), left.left(2) + "/b.txt"};
    for (const QString &name : own) {
        QFile file(folder + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    }
    const auto swept = need(sweepArtifacts(*store.store, QDateTime::currentDateTime().addDays(1)));
    QCOMPARE(swept.first, 1);
    QVERIFY(!has(left));
    for (const QString &name : own)
        QVERIFY2(QFileInfo::exists(folder + '/' + name), qPrintable(name));
}

struct Stopper : Observer
{
    std::string stage;
    std::stop_source stop;
    std::function<void()> act = {};

    void progress(const Progress &progress) override
    {
        if (progress.stage == stage) {
            stop.request_stop();
            if (act)
                act();
        }
    }
};

void TestPurge::cancellingLeavesAWholeStore()
{
    auto &store = *m_store;
    for (int i = 0; i < 120; ++i)
        deletedRun(QString("run %1").arg(i));
    Stopper stopper;
    stopper.stage = "Removing runs";
    const Context context{.observer = &stopper, .stop = stopper.stop.get_token()};
    QCOMPARE(codeOf(purge(*store.store, {.all = true}, context)), QString("cancelled"));
    QCOMPARE(number("SELECT count(*) FROM runs"), 70);
    QCOMPARE(files(), 70);
    for (const Run &run : need(store->runs({.deleted = true})))
        QCOMPARE(need(store->artifact(run.id, "model.json")), run.name.toUtf8());
    QCOMPARE(need(purge(*store.store, {.all = true})).size.runs, 70);
    QCOMPARE(files(), 0);
}

void TestPurge::aCrashLeavesOnlyFiles()
{
    auto &store = *m_store;
    for (int i = 0; i < 80; ++i)
        deletedRun(QString("run %1").arg(i));
    store.store.reset();
    const pid_t child = ::fork();
    if (child == 0) {
        Stopper killer;
        killer.stage = "Removing runs"; // the first rows are gone, and no file is
        killer.act = [] { ::kill(::getpid(), SIGKILL); };
        auto own = RunStore::open(store.path);
        if (own)
            (void)purge(**own, {.all = true}, {.observer = &killer});
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    store.reopen();
    QCOMPARE(number("SELECT count(*) FROM runs"), 30);
    QCOMPARE(files(), 80);
    for (const Run &run : need(store->runs({.deleted = true})))
        QCOMPARE(need(store->artifact(run.id, "model.json")), run.name.toUtf8());
    QCOMPARE(need(sweepArtifacts(*store.store, QDateTime::currentDateTime().addDays(1))).first, 50);
    QCOMPARE(files(), 30);
}

/// One adds the bytes that the purge of other runs is just clearing away; each finds them as long as its run is
/// there.
void TestPurge::addingMeanwhileLosesNothing()
{
    auto &store = *m_store;
    const QByteArray bytes(1000, 'x');
    constexpr qint64 enough = 3;
    const QDeadlineTimer deadline(60'000);
    std::atomic<bool> stop = false;
    std::atomic<qint64> cleared = 0;
    const auto add = [&] {
        auto own = need(RunStore::open(store.path));
        while (cleared < enough && !deadline.hasExpired()) {
            const RunId run = need(own->begin({}));
            need(own->addArtifact(run, "a", "file", bytes));
            need(own->end(run, RunStatus::Finished));
            if (need(own->artifact(run, "a")) != bytes)
                qFatal("other bytes");
            need(own->remove({run}));
        }
    };
    std::thread purger([&] {
        auto own = need(RunStore::open(store.path));
        while (!stop)
            cleared += need(purge(*own, {.all = true})).size.files;
    });
    std::thread adder(add);
    adder.join();
    stop = true;
    purger.join();
    QVERIFY(cleared >= enough);
    qInfo("the same bytes were cleared away %lld times", cleared.load());
}

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_purge.moc"
