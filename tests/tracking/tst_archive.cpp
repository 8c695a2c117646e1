// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of runs: out of one store, into another, and nothing of it lost; and what a bad one cannot do.
#include "samplerun.h"
#include "tracking/artifactstore.h"
#include "tracking/exporters/exporter.h"
#include "tracking/exporters/jsonrun.h"
#include "tracking/importers/archiveformat.h"
#include "tracking/importers/importer.h"
#include "tracking/registry.h"

#include <QDir>
#include <QDirIterator>
#include <functional>
#include <zip.h>

using namespace assay::tracking;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Changes the description of the only run, with its digest in the manifest.
void changeRun(const QString &folder, const RunId &run, const std::function<void(assay::Json &)> &change)
{
    const QString path = QStringLiteral("%1/runs/%2/run.json").arg(folder, run.value);
    auto json = need(assay::parseJson(readFile(path).toStdString()));
    change(json);
    const QByteArray bytes = jsonBytes(json);
    writeFile(path, bytes);
    const QString manifestPath = folder + QStringLiteral("/manifest.json");
    ArchiveManifest manifest = need(parseManifest(readFile(manifestPath)));
    manifest.runs.front().sha256 = sha256Of(bytes);
    manifest.runs.front().bytes = bytes.size();
    writeFile(manifestPath, jsonBytes(manifestJson(manifest)));
}

ImportReport import(TemporaryStore &store, const QString &path, const ImportOptions &options = {})
{
    return need(importRuns(*store.store, path, options, {}));
}

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT
private slots:
    void roundTrip_data();
    void roundTrip();
    void registeredModels();
    void intoItsOwnStore();
    void grown();
    void damagedFiles();
    void namesThatLeadOut_data();
    void namesThatLeadOut();
    void filesThatLeadOut_data();
    void filesThatLeadOut();
    void zipWithOddEntries();
    void notAnArchive();
    void cutShort();
    void laterVersion();
    void targets();
};

void TestArchive::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << QStringLiteral("runs");
    QTest::newRow("zip") << QStringLiteral("runs.zip");
}

void TestArchive::roundTrip()
{
    QFETCH(QString, name);
    TemporaryStore from, to;
    SampleRuns samples(7);
    std::vector<RunId> ids;
    for (int i = 0; i < 8; ++i)
        ids.push_back(samples.add(*from.store, i > 0 && i % 3 == 0 ? ids.front() : RunId()));
    std::reverse(ids.begin(), ids.end()); // children before their parent
    const QString path = from.folder.filePath(name);
    const ExportReport out = need(exportRuns(*from.store, ids, path, {}, {}));
    QCOMPARE(out.runs, 8);
    QCOMPARE(out.artifacts, 16);
    QVERIFY(out.bytes > 0);

    const ImportReport plan = import(to, path, {.dryRun = true});
    QCOMPARE(plan.format, QStringLiteral("assay-archive"));
    QCOMPARE(plan.runs.size(), 8U);
    qint64 planned = 0;
    for (const ImportPlanRun &run : plan.runs)
        planned += run.points;
    QCOMPARE(planned, out.points);
    QCOMPARE(need(to->count()), 0);

    const ImportReport in = import(to, path);
    QCOMPARE(in.problems.size(), 0U);
    QCOMPARE(in.added, 8);
    qint64 points = 0;
    for (const RunId &id : ids) {
        const RunDetails before = need(from->details(id)), after = need(to->details(id));
        auto json = runJson(after);
        // As `assay run` has it: nothing went wrong where nothing is said.
        QCOMPARE(json["error"].is_null(), after.run.error.isEmpty());
        QCOMPARE(json["provenance"]["git_commit"].is_null(), after.provenance.gitCommit.isEmpty());
        QCOMPARE(QString::fromStdString(json["source"].get<std::string>()), QStringLiteral("assay:") + id.value);
        json["source"] = "";
        QCOMPARE(QString::fromStdString(json.dump()), QString::fromStdString(runJson(before).dump()));
        for (const auto &[key, value] : before.run.params)
            QCOMPARE(after.run.params.at(key).index(), value.index());
        QCOMPARE(after.series.size(), before.series.size());
        for (const auto &[key, summary] : before.series) {
            const auto series = need(from->series(id, key));
            QVERIFY(sameBits(series, need(to->series(id, key))));
            points += static_cast<qint64>(series.size());
        }
        for (const Artifact &artifact : before.artifacts)
            QCOMPARE(need(to->artifact(id, artifact.name)), need(from->artifact(id, artifact.name)));
    }
    QCOMPARE(points, out.points);
    QVERIFY(points > 10'000);

    const ImportReport again = import(to, path);
    QCOMPARE(again.known, 8);
    QCOMPARE(again.added + again.grown, 0);
}

void TestArchive::registeredModels()
{
    TemporaryStore from, to;
    SampleRuns samples(3);
    const RunId run = samples.add(*from.store), other = samples.add(*from.store);
    ModelRegistry registry(*from.store);
    need(registry.add({.model = QStringLiteral("churn"), .run = other}));
    const ModelVersion version = need(registry.add({.model = QStringLiteral("churn"), .run = run}));
    need(registry.setAlias(QStringLiteral("churn"), QStringLiteral("champion"), version.number));
    need(registry.setNote(QStringLiteral("churn"), QStringLiteral("who leaves")));
    const QString path = from.folder.filePath(QStringLiteral("a.zip"));
    QCOMPARE(need(exportRuns(*from.store, {run}, path, QStringLiteral("assay"), {})).models, 1);

    const ImportReport in = import(to, path);
    QCOMPARE(in.models, 1);
    QCOMPARE(in.modelVersions, 1);
    const ModelVersion taken =
        need(ModelRegistry(*to.store).version(QStringLiteral("churn"), QStringLiteral("champion")));
    QCOMPARE(taken.number, version.number);
    QCOMPARE(taken.run, run);
    QCOMPARE(taken.sha256, version.sha256);
    QCOMPARE(need(ModelRegistry(*to.store).model(QStringLiteral("churn"))).note, QStringLiteral("who leaves"));
    import(to, path);
    QCOMPARE(need(ModelRegistry(*to.store).models()).size(), 1U);
}

void TestArchive::intoItsOwnStore()
{
    TemporaryStore store;
    SampleRuns samples(5);
    const RunId run = samples.add(*store.store);
    need(ModelRegistry(*store.store).add({.model = QStringLiteral("m"), .run = run}));
    const QString path = store.folder.filePath(QStringLiteral("a"));
    need(exportRuns(*store.store, {run}, path, {}, {}));
    const ImportReport report = import(store, path);
    QCOMPARE(report.added, 0);
    QCOMPARE(need(store->count()), 1);
    QCOMPARE(need(store->details(run)).run.source, QString());
    QCOMPARE(need(ModelRegistry(*store.store).models()).size(), 1U);
}

void TestArchive::grown()
{
    TemporaryStore from, to;
    const RunId run = need(from->begin({.name = QStringLiteral("long")}));
    need(from->logMetrics(run, QStringLiteral("loss"), {{.step = 1, .time = 1, .value = 1}}));
    need(from->flush());
    need(exportRuns(*from.store, {run}, from.folder.filePath(QStringLiteral("a")), {}, {}));
    need(from->logMetrics(run, QStringLiteral("loss"), {{.step = 2, .time = 2, .value = 2}}));
    need(from->end(run, RunStatus::Finished));
    need(exportRuns(*from.store, {run}, from.folder.filePath(QStringLiteral("b")), {}, {}));

    import(to, from.folder.filePath(QStringLiteral("a")));
    QCOMPARE(need(to->details(run)).run.status, RunStatus::Crashed);
    QCOMPARE(import(to, from.folder.filePath(QStringLiteral("b"))).grown, 1);
    QVERIFY(sameBits(need(to->series(run, QStringLiteral("loss"))), need(from->series(run, QStringLiteral("loss")))));
}

/// One byte of each file is turned: what hangs on it is told and left out, the other run is there.
void TestArchive::damagedFiles()
{
    TemporaryStore from;
    SampleRuns samples(11);
    const RunId bad = samples.add(*from.store), good = samples.add(*from.store);
    const QString path = from.folder.filePath(QStringLiteral("a"));
    need(exportRuns(*from.store, {bad, good}, path, {}, {}));
    const QString own = need(from->details(bad)).artifacts.front().sha256;
    const std::map<QString, bool> files = {
        {QStringLiteral("runs/%1/run.json").arg(bad.value), true},
        {QStringLiteral("runs/%1/points/0.csv").arg(bad.value), true},
        {QStringLiteral("artifacts/%1/%2").arg(own.left(2), own.mid(2)), false},
    };
    for (const auto &[name, fatal] : files) {
        const QByteArray whole = readFile(path + u'/' + name);
        QByteArray turned = whole;
        turned[turned.size() / 2] = static_cast<char>(turned[turned.size() / 2] ^ 1);
        for (const QByteArray &bytes : {turned, whole.chopped(1), whole + 'x', QByteArray()}) {
            writeFile(path + u'/' + name, bytes);
            TemporaryStore to;
            const ImportReport report = import(to, path);
            QCOMPARE(report.problems.size(), 1U);
            QCOMPARE(report.problems.front().fatal, fatal);
            QVERIFY(report.problems.front().path.endsWith(name));
            QCOMPARE(report.added, fatal ? 1 : 2);
            QCOMPARE(need(to->details(good)).artifacts.size(), 2U);
        }
        writeFile(path + u'/' + name, whole);
    }
}

void TestArchive::namesThatLeadOut_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"../out", "/etc/out", "a/../../out", "C:/out", "c:out", "..\\out", "\\\\host\\out", "",
                             "a//b", "./a", "con", "a/.."})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("NUL") << QStringLiteral("a%1b").arg(QChar(0));
}

/// An artifact's name that leads out of a folder is refused; the run comes without it.
void TestArchive::namesThatLeadOut()
{
    QFETCH(QString, name);
    TemporaryStore from, to;
    SampleRuns samples(13);
    const RunId run = samples.add(*from.store);
    const QString path = from.folder.filePath(QStringLiteral("a"));
    need(exportRuns(*from.store, {run}, path, {}, {}));
    changeRun(path, run, [&](assay::Json &json) { json["artifacts"][0]["name"] = name.toStdString(); });
    const ImportReport report = import(to, path);
    QCOMPARE(report.added, 1);
    QCOMPARE(report.problems.size(), 1U);
    QCOMPARE(need(to->details(run)).artifacts.size(), 1U);
}

void TestArchive::filesThatLeadOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("above") << QStringLiteral("../secret.csv");
    QTest::newRow("absolute") << QString();
    QTest::newRow("link") << QStringLiteral("link.csv");
    QTest::newRow("linked folder") << QStringLiteral("away/secret.csv");
}

/// A file of points that lies elsewhere, though its digest is right.
void TestArchive::filesThatLeadOut()
{
    QFETCH(QString, name);
    TemporaryStore from, to;
    SampleRuns samples(17);
    const RunId run = samples.add(*from.store);
    const QString path = from.folder.filePath(QStringLiteral("a"));
    need(exportRuns(*from.store, {run}, path, {}, {}));
    const QString secret = from.folder.filePath(QStringLiteral("secret.csv"));
    QVERIFY(QFile::copy(QStringLiteral("%1/runs/%2/points/0.csv").arg(path, run.value), secret));
    QVERIFY(QFile::link(secret, path + QStringLiteral("/link.csv")));
    QVERIFY(QFile::link(from.folder.path(), path + QStringLiteral("/away")));
    changeRun(path, run,
              [&](assay::Json &json) { json["series"][0]["file"] = (name.isEmpty() ? secret : name).toStdString(); });
    const ImportReport report = import(to, path);
    QCOMPARE(report.added, 0);
    QCOMPARE(report.problems.size(), 1U);
    QVERIFY(report.problems.front().fatal);
}

/// Entries that nobody asked for are never unpacked.
void TestArchive::zipWithOddEntries()
{
    TemporaryStore from, to;
    SampleRuns samples(19);
    const RunId run = samples.add(*from.store);
    const QString path = from.folder.filePath(QStringLiteral("a.zip"));
    need(exportRuns(*from.store, {run}, path, {}, {}));
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), 0, nullptr);
    QVERIFY(archive);
    for (const char *name : {"../../slipped.txt", "/tmp/slipped-by-assay.txt", "artifacts/../../slipped.txt"})
        QVERIFY(zip_file_add(archive, name, zip_source_buffer(archive, "out", 3, 0), ZIP_FL_ENC_UTF_8) >= 0);
    QCOMPARE(zip_close(archive), 0);
    QCOMPARE(import(to, path).added, 1);
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/slipped-by-assay.txt")));
    QDirIterator all(from.folder.path(), {QStringLiteral("slipped*")}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(!all.hasNext());
}

void TestArchive::notAnArchive()
{
    TemporaryStore store;
    const QString format = QStringLiteral("assay-archive");
    QTemporaryDir folder;
    QCOMPARE(codeOf(importRuns(*store.store, folder.path(), {}, {}, format)), QStringLiteral("bad_archive"));
    const QString file = folder.filePath(QStringLiteral("a.zip"));
    writeFile(file, "PK\x03\x04 but nothing more");
    QCOMPARE(codeOf(importRuns(*store.store, file, {}, {}, format)), QStringLiteral("archive_damaged"));
    writeFile(file, "Dear Ada");
    QCOMPARE(codeOf(importRuns(*store.store, file, {}, {}, format)), QStringLiteral("bad_archive"));
    writeFile(folder.filePath(QStringLiteral("manifest.json")), "{\"format\": 7}");
    QCOMPARE(codeOf(importRuns(*store.store, folder.path(), {}, {}, format)), QStringLiteral("bad_archive"));
    writeFile(folder.filePath(QStringLiteral("manifest.json")), "not json");
    QCOMPARE(codeOf(importRuns(*store.store, folder.path(), {}, {}, format)), QStringLiteral("bad_json"));
}

/// A copy that was broken off says so, at whatever byte.
void TestArchive::cutShort()
{
    TemporaryStore from, to;
    SampleRuns samples(3);
    const RunId id = samples.add(*from.store);
    const QString path = from.folder.filePath(QStringLiteral("runs.zip"));
    need(exportRuns(*from.store, {id}, path, {}, {}));
    const QByteArray whole = readFile(path);
    for (const qsizetype size : {qsizetype(4), whole.size() / 2, whole.size() - 5}) {
        writeFile(path, whole.left(size));
        const auto report = importRuns(*to.store, path, {}, {});
        QCOMPARE(codeOf(report), QStringLiteral("archive_damaged"));
        QVERIFY(report.error().message.find("incomplete") != std::string::npos);
    }
}

void TestArchive::laterVersion()
{
    TemporaryStore store;
    QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("manifest.json")),
              R"({"format": "assay-archive", "version": 99, "runs": []})");
    const auto report = importRuns(*store.store, folder.path(), {}, {});
    QCOMPARE(codeOf(report), QStringLiteral("archive_newer"));
}

void TestArchive::targets()
{
    TemporaryStore store;
    SampleRuns samples(23);
    const RunId run = samples.add(*store.store);
    const QString there = store.folder.filePath(QStringLiteral("there.zip"));
    writeFile(there, "mine");
    QCOMPARE(codeOf(exportRuns(*store.store, {run}, there, {}, {})), QStringLiteral("target_exists"));
    QCOMPARE(readFile(there), QByteArray("mine"));
    QCOMPARE(codeOf(exportRuns(*store.store, {}, store.folder.filePath(QStringLiteral("n")), {}, {})),
             QStringLiteral("nothing_to_export"));
    QCOMPARE(
        codeOf(exportRuns(*store.store, {run}, store.folder.filePath(QStringLiteral("n")), QStringLiteral("x"), {})),
        QStringLiteral("unknown_format"));
    const QStringList left =
        QDir(store.folder.path()).entryList({QStringLiteral(".assay-export*")}, QDir::AllEntries | QDir::Hidden);
    QCOMPARE(left, QStringList());
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
