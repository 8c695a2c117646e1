// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/artifacts/artifactname.h"
#include "tracking/artifacts/incomingfile.h"
#include "tracking/purge.h"
#include "tracking/runartifacts.h"

#include <QDirIterator>
#include <thread>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace assay;
using namespace assay::tracking;

namespace {

QString put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray got(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

/// Names of all files below @p folder, links too.
QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext())
        names << QDir(folder).relativeFilePath(files.next());
    names.sort();
    return names;
}

/// What /proc/self/status says in [kB].
qint64 memory(const char *what)
{
    for (const QByteArray &line : got("/proc/self/status").split('\n'))
        if (line.startsWith(what))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

struct Watch : Observer
{
    std::vector<Progress> seen;
    std::stop_source stop;
    qint64 stopAfter = -1;

    void progress(const Progress &progress) override
    {
        seen.push_back(progress);
        if (stopAfter >= 0 && progress.done >= stopAfter)
            stop.request_stop();
    }
    Context context() { return {.observer = this, .stop = stop.get_token()}; }
};

} // namespace

class TestArtifacts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void names_data();
    void names();
    void streamsLargeFiles();
    void manyThreadsAddTheSame();
    void tellsAndHealsDamage();
    void cancellingLeavesNothing();
    void aFullDiskLeavesNothing();
    void takesOnlyFiles();
    void addsFolders();
    void tellsProgressOfAFolder();
    void refusesLinksThatLeaveTheFolder_data();
    void refusesLinksThatLeaveTheFolder();
    void namesDoNotCollide();
    void savesBelowTheFolderOnly();
    void replacesOnlyWhenAsked();
    void replacesOnlyWhenToldTo();
    void takesArtifactsOffRuns();
    void knowsAbandonedFiles();

private:
    QString path(const QString &name) const { return m_store->folder.filePath(name); }
    QStringList kept() const { return filesIn(m_store->store->artifacts().folder()); }

    std::unique_ptr<TemporaryStore> m_store;
    RunId m_run;
};

void TestArtifacts::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_run = need((*m_store)->begin({.name = "run"}));
}

void TestArtifacts::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept"); // empty: refused
    const auto fine = [](const char *row, const QString &name) { QTest::newRow(row) << name << name; };
    const auto bad = [](const char *row, const QString &name) { QTest::newRow(row) << name << QString(); };
    fine("plain", "model.json");
    fine("folders", "plots/2024/roc.png");
    fine("spaces and signs", "my plot (1) ä – 図.png");
    fine("hidden", ".config/settings");
    fine("beyond the basic plane", QString::fromUtf8("\xf0\x9f\x93\x88.png"));
    fine("three dots within", "a...b");
    fine("like a device", "console/auxiliary.txt");
    fine("COM0", "COM0");
    fine("255 bytes", QString(255, 'x'));
    QTest::newRow("composed") << QString::fromUtf8("a\xcc\x88.txt") << QString::fromUtf8("\xc3\xa4.txt");
    bad("empty", "");
    bad("absolute", "/etc/passwd");
    bad("up", "../secret");
    bad("up within", "plots/../../secret");
    bad("up at the end", "plots/..");
    bad("here", "./model");
    bad("twice", "plots//roc.png");
    bad("ends in a slash", "plots/");
    bad("drive", "C:/Windows/system.ini");
    bad("drive relative", "c:file");
    bad("drive within", "plots/d:file");
    for (const QChar foreign : QStringLiteral(":<>\"|?*"))
        bad(qPrintable(QString("holds ") + foreign), QString("metrics%1loss.csv").arg(foreign));
    bad("backslash", "..\\secret");
    bad("network", "\\\\server\\share");
    bad("nul", QString::fromLatin1("model\0.json", 11));
    bad("newline", "a\nb");
    bad("escape", "a\x1b[31mb");
    bad("delete", QString("a") + QChar(0x7f));
    bad("c1", QString("a") + QChar(0x9b) + "b");
    bad("line separator", QString("a") + QChar(0x2028));
    bad("turns writing", QString("cod") + QChar(0x202e) + "gpj.exe");
    bad("half a character", QString("a") + QChar(0xd83d));
    bad("device", "nul");
    bad("device with an ending", "plots/Con.txt");
    bad("numbered device", "lpt9.csv");
    bad("trailing dots", "plots/.. ./x");
    bad("trailing dot", "model.");
    bad("trailing space", "model ");
    bad("256 bytes", QString(254, 'x') + QChar(0xe4));
    bad("1025 bytes", QString("abc/").repeated(256) + "d");
}

void TestArtifacts::names()
{
    QFETCH(QString, name);
    QFETCH(QString, kept);
    auto &store = *m_store;
    const auto checked = checkedName(name);
    QCOMPARE(checked ? *checked : QString(), kept);
    const auto added = store->addArtifact(m_run, name, "text", "bytes");
    QCOMPARE(codeOf(added), kept.isEmpty() ? QString("bad_artifact_name") : QString());
    if (!kept.isEmpty()) {
        QCOMPARE(added->name, kept);
        const auto saved = need(saveArtifacts(*store.store, {*added}, path("out")));
        QCOMPARE(filesIn(path("out")), QStringList(kept));
        QCOMPARE(got(saved.front()), QByteArray("bytes"));
    } else {
        QCOMPARE(codeOf(addArtifactFile(*store.store, m_run, name, {}, put(path("f"), "x"))),
                 QString("bad_artifact_name"));
        // A store made by others may hold such a name: it is not written even then.
        QCOMPARE(codeOf(saveArtifacts(*store.store, {{.name = name}}, path("out"))), QString("bad_artifact_name"));
        QCOMPARE(kept.isEmpty(), filesIn(path("out")).isEmpty());
        QVERIFY(this->kept().isEmpty());
    }
}

void TestArtifacts::streamsLargeFiles()
{
    auto &store = *m_store;
    constexpr qint64 size = 300 << 20;
    QFile large(path("large.bin"));
    QVERIFY(large.open(QIODevice::ReadWrite));
    QVERIFY(large.resize(size));
    QVERIFY(large.seek(size - 5) && large.write("there") == 5 && large.seek(size / 2) && large.write("middle") == 6);
    large.close();

    put("/proc/self/clear_refs", "5"); // the peak starts anew
    const qint64 before = memory("VmRSS:");
    const Artifact artifact = need(addArtifactFile(*store.store, m_run, "large.bin", {}, large.fileName()));
    QCOMPARE(artifact.bytes, size);
    QCOMPARE(artifact.kind, QString("file"));
    const auto device = need(openArtifact(*store.store, m_run, "large.bin"));
    QVERIFY(device->seek(size / 2));
    QCOMPARE(device->read(6), QByteArray("middle"));
    need(store->artifacts().verify(artifact));
    need(store->artifacts().copyTo(artifact, path("copy.bin")));
    need(addArtifactFile(*store.store, m_run, "again.bin", {}, path("copy.bin")));
    const qint64 growth = memory("VmHWM:") - before;
    if (before > 0)
        QVERIFY2(growth < 20 * 1024, qPrintable(QString("%1 kB").arg(growth)));
    qInfo("peak memory grew by %lld kB for a file of %lld MB", growth, size >> 20);

    QCOMPARE(kept().size(), 1);
    QCOMPARE(QFileInfo(path("copy.bin")).size(), size);
    QCOMPARE(need(store->details(m_run)).artifacts.size(), 2u);
}

void TestArtifacts::manyThreadsAddTheSame()
{
    auto &store = *m_store;
    const QString source = put(path("source"), QByteArray(3 << 20, 'x') + "end");
    std::vector<std::thread> threads;
    std::vector<QString> digests(8);
    for (std::size_t i = 0; i < digests.size(); ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < 4; ++round)
                digests[i] =
                    need(addArtifactFile(*store.store, m_run, QString("copy %1-%2").arg(i).arg(round), {}, source))
                        .sha256;
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &digest : digests)
        QCOMPARE(digest, sha256Of(got(source)));
    QCOMPARE(kept().size(), 1);
    QCOMPARE(need(store->artifact(m_run, "copy 7-3")), got(source));
}

void TestArtifacts::tellsAndHealsDamage()
{
    auto &store = *m_store;
    const ArtifactStore &artifacts = store->artifacts();
    const QByteArray bytes = QByteArray(2'000'000, 'a') + "tail";
    const QString source = put(path("source"), bytes);
    const Artifact artifact = need(addArtifactFile(*store.store, m_run, "a", "file", source));
    const QString place = artifacts.path(artifact.sha256);
    const auto spoil = [&](const QByteArray &with) {
        put(place, with);
        QCOMPARE(codeOf(artifacts.verify(artifact)), QString("artifact_damaged"));
        QCOMPARE(codeOf(artifacts.copyTo(artifact, path("out/copy"))), QString("artifact_damaged"));
        QCOMPARE(codeOf(store->artifact(m_run, "a")), QString("artifact_damaged"));
        QVERIFY(filesIn(path("out")).isEmpty());
        need(addArtifactFile(*store.store, m_run, "a", "file", source));
        need(artifacts.verify(artifact));
    };
    QVERIFY(QDir().mkpath(path("out")));
    QByteArray flipped = bytes;
    flipped[1'500'000] = 'b';
    spoil(flipped);
    spoil(bytes.left(bytes.size() - 1));
    spoil(bytes + "more");
    spoil({});
    QVERIFY(QFile::remove(place));
    QCOMPARE(codeOf(artifacts.open(artifact)), QString("artifact_damaged"));
    need(store->addArtifact(m_run, "b", "file", bytes));
    QCOMPARE(need(store->artifact(m_run, "a")), bytes);
    QCOMPARE(kept().size(), 1);
}

void TestArtifacts::cancellingLeavesNothing()
{
    auto &store = *m_store;
    const QString source = put(path("source"), QByteArray(8 << 20, 'x'));
    Watch watch;
    watch.stopAfter = 3 << 20;
    QCOMPARE(codeOf(addArtifactFile(*store.store, m_run, "a", {}, source, watch.context())), QString("cancelled"));
    QCOMPARE(watch.seen.back().done, 3 << 20);
    QCOMPARE(watch.seen.back().total, 8 << 20);
    QVERIFY(kept().isEmpty());
    QVERIFY(need(store->details(m_run)).artifacts.empty());

    const Artifact artifact = need(addArtifactFile(*store.store, m_run, "a", {}, source));
    Watch reading;
    reading.stopAfter = 1 << 20;
    QCOMPARE(codeOf(store->artifacts().verify(artifact, reading.context())), QString("cancelled"));
    QCOMPARE(codeOf(store->artifacts().copyTo(artifact, path("out"), reading.context())), QString("cancelled"));
    QVERIFY(!QFileInfo::exists(path("out")));
}

void TestArtifacts::aFullDiskLeavesNothing()
{
#ifdef Q_OS_UNIX
    auto &store = *m_store;
    const QString source = put(path("folder/source"), QByteArray(2 << 20, 'x'));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{.rlim_cur = 1'500'000, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto added = addArtifactFile(*store.store, m_run, "a", {}, source);
    const auto folder = addArtifactFolder(*store.store, m_run, {}, {}, path("folder"));
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(codeOf(added), QString("store_full"));
    QCOMPARE(codeOf(folder), QString("store_full"));
    QVERIFY(QString::fromStdString(added.error().message).contains("assay-artifacts"));
    QVERIFY(kept().isEmpty());
    QVERIFY(need(store->details(m_run)).artifacts.empty());
    need(addArtifactFile(*store.store, m_run, "a", {}, source));
    QCOMPARE(kept().size(), 1);
#endif
}

void TestArtifacts::takesOnlyFiles()
{
    auto &store = *m_store;
    const auto code = [&](const QString &from) { return codeOf(addArtifactFile(*store.store, m_run, "a", {}, from)); };
    QCOMPARE(code(path("none")), QString("unreadable_file"));
    QCOMPARE(code(store.folder.path()), QString("unreadable_file"));
#ifdef Q_OS_UNIX
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
    QCOMPARE(code(path("pipe")), QString("unreadable_file")); // and does not wait for a writer
    QCOMPARE(code("/dev/zero"), QString("unreadable_file"));
#endif
    QCOMPARE(codeOf(addArtifactFile(*store.store, {"none"}, "a", {}, path("assay.db"))), QString("unknown_run"));
    QVERIFY(kept().isEmpty());
    need(addArtifactFile(*store.store, m_run, "empty", {}, put(path("empty"), {})));
    QCOMPARE(need(store->artifact(m_run, "empty")), QByteArray());
}

void TestArtifacts::addsFolders()
{
    auto &store = *m_store;
    put(path("model/MLmodel"), "flavors");
    put(path("model/data/weights.bin"), QByteArray(100'000, 'w'));
    put(path("model/data/copy of weights.bin"), QByteArray(100'000, 'w'));
    put(path("model/.hidden"), "h");
    put(path("model/plots/roc.png"), "png");
    QVERIFY(QDir().mkpath(path("model/nothing in it")));
    QVERIFY(QFile::link("data/weights.bin", path("model/latest.bin")));
    const auto added = need(addArtifactFolder(*store.store, m_run, "best", {}, path("model")));
    QStringList names;
    for (const Artifact &artifact : added)
        names << artifact.name + ' ' + artifact.kind;
    QCOMPARE(names.join('|'), QString("best/.hidden file|best/MLmodel file|best/data/copy of weights.bin file|"
                                      "best/data/weights.bin file|best/latest.bin file|best/plots/roc.png image"));
    QCOMPARE(kept().size(), 4);
    QCOMPARE(need(store->artifact(m_run, "best/latest.bin")).size(), 100'000);
    const auto saved = need(saveArtifacts(*store.store, need(store->details(m_run)).artifacts, path("out")));
    QCOMPARE(saved.size(), 6);
    QCOMPARE(got(path("out/best/data/weights.bin")), QByteArray(100'000, 'w'));
    QCOMPARE(codeOf(addArtifactFolder(*store.store, m_run, "..", {}, path("model"))), QString("bad_artifact_name"));
    QCOMPARE(codeOf(addArtifactFolder(*store.store, m_run, {}, {}, path("none"))), QString("unreadable_file"));
}

void TestArtifacts::tellsProgressOfAFolder()
{
    auto &store = *m_store;
    for (int i = 0; i < 4; ++i)
        put(path(QString("many/%1.bin").arg(i)), QByteArray(2 << 20, char('0' + i)));
    Watch watch;
    need(addArtifactFolder(*store.store, m_run, {}, {}, path("many"), watch.context()));
    QCOMPARE(watch.seen.size(), 8u);
    for (std::size_t i = 0; i < watch.seen.size(); ++i) {
        QCOMPARE(watch.seen[i].done, qint64(i + 1) << 20);
        QCOMPARE(watch.seen[i].total, 8 << 20);
    }
    const RunId other = need(store->begin({}));
    Watch stopped;
    stopped.stopAfter = 3 << 20;
    QCOMPARE(codeOf(addArtifactFolder(*store.store, other, {}, {}, path("many"), stopped.context())),
             QString("cancelled"));
    QVERIFY(need(store->details(other)).artifacts.empty());
    QVERIFY(filesIn(store->artifacts().incomingFolder()).isEmpty());
}

void TestArtifacts::refusesLinksThatLeaveTheFolder_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("to a file outside") << "../secret";
    QTest::newRow("absolute") << "/etc/passwd";
    QTest::newRow("to a folder outside") << "..";
    QTest::newRow("to a folder inside") << "sub";
    QTest::newRow("to itself") << "link";
    QTest::newRow("to nothing") << "gone";
    QTest::newRow("to a name that only begins alike") << "../folder-beside/file";
}

void TestArtifacts::refusesLinksThatLeaveTheFolder()
{
    QFETCH(QString, target);
    auto &store = *m_store;
    put(path("secret"), "s");
    put(path("folder-beside/file"), "s");
    put(path("folder/a"), "a");
    put(path("folder/sub/b"), "b");
    QVERIFY(QFile::link(target, path("folder/link")));
    const auto added = addArtifactFolder(*store.store, m_run, {}, {}, path("folder"));
    QCOMPARE(codeOf(added), QString("link_outside"));
    QVERIFY(QString::fromStdString(added.error().message).contains("folder/link"));
    QVERIFY(kept().isEmpty());
    QVERIFY(QFile::remove(path("folder/link")));
    QCOMPARE(need(addArtifactFolder(*store.store, m_run, {}, {}, path("folder"))).size(), 2u);
}

void TestArtifacts::namesDoNotCollide()
{
    auto &store = *m_store;
    need(store->addArtifact(m_run, "plots/roc.png", "image", "1"));
    need(store->addArtifact(m_run, "plots.txt", "text", "2"));
    need(store->addArtifact(m_run, "plots-2/a", "text", "2"));
    QCOMPARE(codeOf(store->addArtifact(m_run, "plots", "text", "3")), QString("artifact_conflict"));
    QCOMPARE(codeOf(store->addArtifact(m_run, "plots.txt/a/b", "text", "3")), QString("artifact_conflict"));
    need(store->addArtifact(m_run, "plots/roc.png", "image", "new"));
    QCOMPARE(need(store->artifact(m_run, "plots/roc.png")), QByteArray("new"));
    put(path("mixed/fine"), "f");
    put(path("mixed/plots"), "p");
    QCOMPARE(codeOf(addArtifactFolder(*store.store, m_run, {}, {}, path("mixed"))), QString("artifact_conflict"));
    QCOMPARE(need(store->details(m_run)).artifacts.size(), 3u);
}

void TestArtifacts::savesBelowTheFolderOnly()
{
    auto &store = *m_store;
    const Artifact deep = need(store->addArtifact(m_run, "plots/roc.png", "image", "png"));
    QVERIFY(QDir().mkpath(path("out")) && QDir().mkpath(path("elsewhere")));
    QVERIFY(QFile::link(path("elsewhere"), path("out/plots")));
    QCOMPARE(codeOf(saveArtifacts(*store.store, {deep}, path("out"), true)), QString("link_outside"));
    QVERIFY(filesIn(path("elsewhere")).isEmpty());

    put(path("elsewhere/victim"), "precious");
    const Artifact flat = need(store->addArtifact(m_run, "flat", "text", "new"));
    QVERIFY(QFile::link(path("elsewhere/victim"), path("out/flat")));
    QCOMPARE(codeOf(saveArtifacts(*store.store, {flat}, path("out"))), QString("file_exists"));
    need(saveArtifacts(*store.store, {flat}, path("out"), true));
    QCOMPARE(got(path("elsewhere/victim")), QByteArray("precious"));
    QVERIFY(!QFileInfo(path("out/flat")).isSymLink());
    QCOMPARE(got(path("out/flat")), QByteArray("new"));
}

void TestArtifacts::replacesOnlyWhenAsked()
{
    auto &store = *m_store;
    const Artifact a = need(store->addArtifact(m_run, "a", "text", "first"));
    const Artifact b = need(store->addArtifact(m_run, "b", "text", "second"));
    put(path("out/b"), "mine");
    QCOMPARE(codeOf(saveArtifacts(*store.store, {a, b}, path("out"))), QString("file_exists"));
    QCOMPARE(filesIn(path("out")), QStringList("b")); // none was written
    QCOMPARE(need(saveArtifacts(*store.store, {a, b}, path("out"), true)).size(), 2);
    QCOMPARE(got(path("out/b")), QByteArray("second"));
    QCOMPARE(codeOf(findArtifact(*store.store, m_run, "c")), QString("unknown_artifact"));
    QCOMPARE(codeOf(openArtifact(*store.store, {"none"}, "a")), QString("unknown_run"));
}

void TestArtifacts::replacesOnlyWhenToldTo()
{
    RunStore &store = *m_store->store;
    const auto add = [&](const char *file, const char *name, Existing existing) {
        return addArtifactFile(store, m_run, name, {}, path(file), {}, existing);
    };
    put(path("one.txt"), "one");
    put(path("two.txt"), "two");
    put(path("longer.txt"), "a longer one");
    need(add("one.txt", "a.txt", Existing::Refuse));
    need(add("one.txt", "a.txt", Existing::Refuse)); // the same bytes
    QCOMPARE(codeOf(add("two.txt", "a.txt", Existing::Refuse)), QString("artifact_exists"));
    QCOMPARE(codeOf(add("longer.txt", "a.txt", Existing::Refuse)), QString("artifact_exists"));
    QCOMPARE(need(store.artifact(m_run, "a.txt")), QByteArray("one"));
    // Of a folder all or none.
    put(path("folder/a.txt"), "two");
    put(path("folder/b.txt"), "b");
    QCOMPARE(codeOf(addArtifactFolder(store, m_run, {}, {}, path("folder"), {}, Existing::Refuse)),
             QString("artifact_exists"));
    QCOMPARE(codeOf(findArtifact(store, m_run, "b.txt")), QString("unknown_artifact"));
    need(add("two.txt", "a.txt", Existing::Replace));
    QCOMPARE(need(store.artifact(m_run, "a.txt")), QByteArray("two"));
    // What training wrote is told of as such.
    need(store.addArtifact(m_run, "model.json", "model", "{}"));
    const auto refused = add("two.txt", "model.json", Existing::Refuse);
    QCOMPARE(codeOf(refused), QString("artifact_exists"));
    QVERIFY(refused.error().message.find("training") != std::string::npos);
}

void TestArtifacts::takesArtifactsOffRuns()
{
    RunStore &store = *m_store->store;
    const Artifact a = need(store.addArtifact(m_run, "a", "text", "first"));
    need(store.addArtifact(m_run, "b", "text", "second"));
    QCOMPARE(codeOf(removeArtifacts(store, m_run, {"a", "none"})), QString("unknown_artifact"));
    QCOMPARE(need(store.details(m_run)).artifacts.size(), 2u); // all or none
    const auto removed = need(removeArtifacts(store, m_run, {"a"}));
    QCOMPARE(removed, std::vector{a});
    QCOMPARE(codeOf(findArtifact(store, m_run, "a")), QString("unknown_artifact"));
    need(restoreArtifacts(store, m_run, removed));
    QCOMPARE(need(store.artifact(m_run, "a")), QByteArray("first"));
    // Not over another of the name, and not without bytes.
    need(removeArtifacts(store, m_run, {"a"}));
    need(store.addArtifact(m_run, "a", "text", "third"));
    QCOMPARE(codeOf(restoreArtifacts(store, m_run, removed)), QString("artifact_exists"));
    need(removeArtifacts(store, m_run, {"a"}));
    need(sweepArtifacts(store, QDateTime::currentDateTimeUtc().addSecs(60)));
    QCOMPARE(codeOf(restoreArtifacts(store, m_run, removed)), QString("artifact_gone"));
    QCOMPARE(need(store.artifact(m_run, "b")), QByteArray("second"));
}

void TestArtifacts::knowsAbandonedFiles()
{
    const ArtifactStore &artifacts = m_store->store->artifacts();
    const auto leftOver = [&] {
        std::vector<StoredFile> files;
        artifacts.each([&](const StoredFile &file) {
            if (file.sha256.isEmpty())
                files.push_back(file);
        });
        return files;
    };
    {
        IncomingFile file(artifacts);
        need(file.open());
        need(file.add({"half", 4}));
        QCOMPARE(leftOver().size(), 1u);
        QCOMPARE(leftOver().front().bytes, 4);
        QVERIFY(!IncomingFile::isAbandoned(leftOver().front().path));
    }
    QVERIFY(leftOver().empty());
    QVERIFY(IncomingFile::isAbandoned(put(artifacts.incomingFolder() + "/of-a-dead-process", "half")));
    need(artifacts.write("whole"));
    std::vector<StoredFile> files;
    artifacts.each([&](const StoredFile &file) { files.push_back(file); });
    QCOMPARE(files.size(), 2u);
}

QTEST_GUILESS_MAIN(TestArtifacts)
#include "tst_artifacts.moc"
