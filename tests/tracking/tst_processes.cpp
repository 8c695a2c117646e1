// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/database.h"
#include "tracking/processowner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <iostream>
#include <set>
#include <unistd.h>

using namespace assay;
using namespace assay::tracking;

/// The program starts itself again, with an argument, to be the other process.
class TestProcesses : public QObject
{
    Q_OBJECT

private slots:
    void ownersAreToldApart_data();
    void ownersAreToldApart();
    void aKilledProcessLosesLessThanASecond();
    void aProcessThatJustStopsLeavesACrashedRun();
    void liveAndForeignRunsAreLeftAlone();
    void eightProcessesWriteAtOnce();
    void severalProcessesMakeOneStore();
};

namespace {

constexpr int writers = 7; ///< beside this process
constexpr int runsOfAWriter = 15;
constexpr int pointsOfAWriter = 3000;

/// Logs a point a millisecond, telling each with its time, until it is killed.
int logForever(const QString &path)
{
    const auto store = need(RunStore::open(path));
    const RunId run = need(store->begin({.name = "killed", .params = {{"C", 1.5}}}));
    std::cout << run.value.toStdString() << std::endl;
    for (qint64 step = 0;; ++step) {
        need(store->logMetric(run, "loss", static_cast<double>(step), step));
        std::cout << QDateTime::currentMSecsSinceEpoch() << std::endl;
        QThread::msleep(1);
    }
}

int beginAndStop(const QString &path)
{
    const auto store = need(RunStore::open(path)).release(); // no destructor: as if it crashed
    need(store->begin({.name = "stopped"}));
    std::cout.flush();
    std::_Exit(1);
}

/// Begins and ends runs and logs into a shared one, like a command line beside a window.
int writeMuch(const QString &path, const QString &shared, int number)
{
    const auto store = need(RunStore::open(path));
    for (int i = 0; i < runsOfAWriter; ++i) {
        const RunId run = need(store->begin({.name = QStringLiteral("%1-%2").arg(number).arg(i)}));
        need(store->logMetric(run, "auc", i, i));
        for (int p = 0; p < pointsOfAWriter / runsOfAWriter; ++p)
            need(store->logMetric({shared}, "shared", number, p));
        need(store->addArtifact(run, "same", "model", "the same bytes everywhere"));
        need(store->end(run, RunStatus::Finished));
    }
    return 0;
}

std::unique_ptr<QProcess> startSelf(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), arguments);
    return process;
}

/// Makes the owner of every running run another process.
void disown(const QString &path, const QByteArray &assignment)
{
    Database database(path);
    Transaction change(database);
    change.run("UPDATE runs SET " + assignment);
    need(change.commit());
}

} // namespace

void TestProcesses::ownersAreToldApart_data()
{
    const ProcessOwner self = currentProcess();
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("boot");
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<qint64>("started");
    QTest::addColumn<bool>("dead");
    const qint64 unused = 0x7fffffff;
    QTest::newRow("self") << self.host << self.boot << self.pid << self.started << false;
    QTest::newRow("number used again") << self.host << self.boot << self.pid << self.started - 1 << true;
    QTest::newRow("no such process") << self.host << self.boot << unused << self.started << true;
    QTest::newRow("before the last start of the machine") << self.host << "0000" << self.pid << self.started << true;
    QTest::newRow("another machine") << "elsewhere" << self.boot << unused << self.started << false;
    QTest::newRow("another namespace") << self.host << self.boot.section('/', 0, 0) + "/pid:[1]" << unused
                                       << self.started << false;
}

void TestProcesses::ownersAreToldApart()
{
    QFETCH(QString, host);
    QFETCH(QString, boot);
    QFETCH(qint64, pid);
    QFETCH(qint64, started);
    if (currentProcess().started == 0)
        QSKIP("this system does not tell when a process started");
    QTEST(isDead({.host = host, .boot = boot, .pid = pid, .started = started}), "dead");
}

/// How long the disk below @p folder takes to keep a few bytes now [ms].
static qint64 syncTime(const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    QFile file(folder + QStringLiteral("/sync"));
    if (!file.open(QIODevice::WriteOnly) || file.write("here") != 4 || !file.flush() || ::fsync(file.handle()) != 0)
        return -1;
    return timer.elapsed();
}

// A second, and as long as the disk lets everybody wait: other programs may keep it busy.
void TestProcesses::aKilledProcessLosesLessThanASecond()
{
    TemporaryStore store;
    const auto child = startSelf({"--log-forever", store.path});
    QVERIFY(child->waitForStarted());
    QByteArray output;
    const auto times = [&] {
        std::vector<qint64> list;
        const QByteArrayList lines = output.split('\n');
        for (qsizetype i = 1; i + 1 < lines.size(); ++i) // the run's id first, a cut line last
            list.push_back(lines[i].toLongLong());
        return list;
    };
    const QString folder = QFileInfo(store.path).path();
    qint64 slowest = 0;
    std::vector<qint64> logged;
    do {
        const qint64 took = syncTime(folder);
        QVERIFY(took >= 0);
        slowest = std::max(slowest, took);
        QVERIFY(child->waitForReadyRead(20'000));
        output += child->readAllStandardOutput();
        logged = times();
    } while (logged.empty() || logged.back() - logged.front() < 2500);
    const qint64 killed = QDateTime::currentMSecsSinceEpoch();
    child->kill();
    QVERIFY(child->waitForFinished());
    output += child->readAllStandardOutput();
    logged = times();
    // A transaction syncs the log, and the database where it folds the log into it.
    const qint64 safe = killed - 1000 - 3 * slowest;
    const auto durable = std::count_if(logged.begin(), logged.end(), [&](qint64 time) { return time < safe; });
    QVERIFY2(durable > 100 || slowest > 300, qPrintable(QString::number(slowest)));
    store.reopen();
    const RunId run{QString::fromLatin1(output.split('\n').front())};
    const RunDetails details = need(store->details(run));
    QCOMPARE(details.run.status, RunStatus::Crashed);
    QVERIFY(details.run.params == Params({{"C", 1.5}}));
    QVERIFY(details.run.end.toMSecsSinceEpoch() <= killed &&
            details.run.end.toMSecsSinceEpoch() > killed - 1500 - 3 * slowest);
    const auto points = need(store->series(run, "loss"));
    QVERIFY2(static_cast<qint64>(points.size()) >= durable,
             qPrintable(QStringLiteral("%1 of %2").arg(points.size()).arg(durable)));
    for (std::size_t i = 0; i < points.size(); ++i)
        QCOMPARE(points[i].step, static_cast<qint64>(i));
}

void TestProcesses::aProcessThatJustStopsLeavesACrashedRun()
{
    TemporaryStore store;
    const auto child = startSelf({"--begin-and-stop", store.path});
    QVERIFY(child->waitForFinished());
    QCOMPARE(child->exitCode(), 1);
    const RunId run = need(store->resolve("stopped"));
    QCOMPARE(need(store->details(run)).run.status, RunStatus::Running);
    store.reopen();
    const Run after = need(store->details(run)).run;
    QCOMPARE(after.status, RunStatus::Crashed);
    QVERIFY(after.end >= after.start);
    QCOMPARE(codeOf(store->logMetric(run, "a", 1, 1)), QString("run_closed"));
}

void TestProcesses::liveAndForeignRunsAreLeftAlone()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    const auto status = [&] {
        store.reopen();
        return need(store->details(run)).run.status;
    };
    QCOMPARE(status(), RunStatus::Running);
    disown(store.path, "host = 'elsewhere', pid = 1");
    QCOMPARE(status(), RunStatus::Running);
    const ProcessOwner self = currentProcess();
    disown(store.path,
           "host = '" + self.host.toUtf8() + "', pid = " + QByteArray::number(self.pid) + ", started = started - 5");
    QCOMPARE(status(), RunStatus::Crashed);
}

void TestProcesses::eightProcessesWriteAtOnce()
{
    TemporaryStore store;
    const RunId shared = need(store->begin({.name = "shared"}));
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < writers; ++i)
        children.push_back(startSelf({"--write-much", store.path, shared.value, QString::number(i)}));
    for (int p = 0; p < pointsOfAWriter; ++p)
        need(store->logMetric(shared, "shared", writers, p));
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(120'000));
        QCOMPARE(child->exitCode(), 0);
    }
    need(store->flush());
    QCOMPARE(need(store->count()), 1 + writers * runsOfAWriter);
    for (const Run &run : need(store->runs()))
        if (run.id != shared)
            QVERIFY(run.status == RunStatus::Finished && run.metrics.contains("auc"));
    std::map<double, std::vector<qint64>> steps;
    for (const MetricPoint &point : need(store->series(shared, "shared")))
        steps[point.value].push_back(point.step);
    QCOMPARE(steps.size(), static_cast<std::size_t>(writers + 1));
    for (const auto &[writer, own] : steps)
        QCOMPARE(own.size(), static_cast<std::size_t>(pointsOfAWriter));
    QVERIFY(std::is_sorted(steps[writers].begin(), steps[writers].end()));
}

void TestProcesses::severalProcessesMakeOneStore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("new/assay.db");
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < 4; ++i)
        children.push_back(startSelf({"--begin-and-stop", path}));
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished());
        QCOMPARE(child->exitStatus(), QProcess::NormalExit);
    }
    const auto store = need(RunStore::open(path));
    QCOMPARE(need(store->count()), 4);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--log-forever")
        return logForever(arguments.value(2));
    if (arguments.value(1) == "--begin-and-stop")
        return beginAndStop(arguments.value(2));
    if (arguments.value(1) == "--write-much")
        return writeMuch(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    TestProcesses test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_processes.moc"
