// SPDX-License-Identifier: GPL-3.0-or-later
#include "diskfixture.h"
#include "storefixture.h"
#include "tracking/care/check.h"

#include <QCoreApplication>
#include <QProcess>
#include <random>

using namespace assay;
using namespace assay::tracking;

/// What a store has told to be durable is there after the worst. ASSAY_KILLS and ASSAY_SEED choose how often a writer
/// is killed and when; the program starts itself again to be the writer.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void aKilledWriterLosesNothingDurable();
    void aFullDiskLosesNothingDurable();
    void aCopyTakenInUseOpens();
};

namespace {

/// A line to the parent, at once.
void tell(const char *what, qint64 number)
{
    const QByteArray line = QByteArray(what) + ' ' + QByteArray::number(number) + ' ' +
                            QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        std::_Exit(2);
}

/// Logs single points, bulks, tags and artifacts until it is killed: "point N" once point N was taken, "flushed N" once
/// N points were told to be durable, "tagged N" once the tag was.
int writeForever(const QString &path, const QString &name)
{
    const auto store = need(RunStore::open(path));
    const RunId run = need(store->begin({.name = name, .params = {{"C", 1.5}}}));
    tell("begun", 0);
    std::mt19937 random(static_cast<unsigned>(name.toInt()));
    for (qint64 step = 0;; ++step) {
        need(store->logMetric(run, "loss", static_cast<double>(step), step));
        tell("point", step + 1);
        const auto chance = random() % 1000;
        if (chance < 8) {
            need(store->flush());
            tell("flushed", step + 1);
        } else if (chance < 11) {
            need(store->logMetrics(run, "bulk",
                                   std::vector<MetricPoint>(3000, {.step = step, .time = step, .value = 0.1})));
        } else if (chance < 14) {
            need(store->setTag(run, "step", QString::number(step)));
            tell("tagged", step);
        } else if (chance < 16) {
            need(store->addArtifact(run, QStringLiteral("file %1").arg(step), "model",
                                    QByteArray::number(step).repeated(50)));
            tell("stored", step);
        }
        if (chance > 900)
            QThread::usleep(500);
    }
}

struct Told
{
    qint64 durable = 0; ///< points flushed, or taken more than a second before the end
    qint64 tagged = -1;
    std::vector<qint64> stored;
    bool begun = false;
};

Told readTold(const QByteArray &output, qint64 killed)
{
    Told told;
    for (const QByteArray &line : output.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() != 3)
            continue;
        const qint64 number = words[1].toLongLong(), when = words[2].toLongLong();
        told.begun = true;
        if (words[0] == "flushed" || (words[0] == "point" && when < killed - 1000))
            told.durable = std::max(told.durable, number);
        if (words[0] == "tagged")
            told.tagged = number;
        if (words[0] == "stored")
            told.stored.push_back(number);
    }
    return told;
}

void compare(const RunStore &store, const QString &name, const Told &told)
{
    const RunId run = need(store.resolve(name));
    const RunDetails details = need(store.details(run));
    QCOMPARE(details.run.status, RunStatus::Crashed);
    QVERIFY(details.run.params == Params({{"C", 1.5}}));
    const auto points = need(store.series(run, "loss"));
    QVERIFY2(static_cast<qint64>(points.size()) >= told.durable,
             qPrintable(QStringLiteral("%1 of %2 points").arg(points.size()).arg(told.durable)));
    for (std::size_t i = 0; i < points.size(); ++i)
        QVERIFY(points[i].step == static_cast<qint64>(i) && points[i].value == static_cast<double>(i));
    QCOMPARE(need(store.series(run, "bulk")).size() % 3000, 0u); // a batch is one transaction
    if (told.tagged >= 0)
        QVERIFY(details.run.tags.at("step").toLongLong() >= told.tagged);
    for (const qint64 step : told.stored)
        QCOMPARE(need(store.artifact(run, QStringLiteral("file %1").arg(step))), QByteArray::number(step).repeated(50));
}

int numberFrom(const char *variable, int otherwise)
{
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
}

} // namespace

void TestKilled::aKilledWriterLosesNothingDurable()
{
    const int kills = numberFrom("ASSAY_KILLS", 20);
    const int seed = numberFrom("ASSAY_SEED", 7);
    qInfo("%d kills, seed %d", kills, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    TemporaryStore store;
    store.store.reset();
    qint64 durable = 0;
    for (int i = 0; i < kills; ++i) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {"--write-forever", store.path, QString::number(100'000 + i)});
        QVERIFY(child.waitForReadyRead(30'000));
        QDeadlineTimer end(static_cast<qint64>(random() % (i % 4 == 0 ? 2500 : 400)));
        while (!end.hasExpired())
            child.waitForReadyRead(static_cast<int>(end.remainingTime()));
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        child.kill();
        QVERIFY(child.waitForFinished());
        const Told told = readTold(child.readAllStandardOutput(), killed);
        durable += told.durable;
        const CheckReport report = need(checkStore(store.path));
        for (const Finding &finding : report.findings)
            qWarning("%s", qPrintable(finding.message));
        QVERIFY(report.sound());
        const auto opened = need(RunStore::open(store.path));
        QVERIFY(!opened->limitation());
        compare(*opened, QString::number(100'000 + i), told);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%lld points were durable, all are there", static_cast<long long>(durable));
    QVERIFY(durable > 100 * kills / 4);
}

void TestKilled::aFullDiskLosesNothingDurable()
{
    const SmallDisk disk(6 << 20);
    if (!disk.error.isEmpty())
        QSKIP(qPrintable(disk.error));
    const QString path = disk.filePath("assay.db");
    const auto store = need(RunStore::open(path));
    const RunId run = need(store->begin({.name = "full"}));
    std::vector<MetricPoint> points;
    for (qint64 i = 0; i < 2'000'000; ++i)
        points.push_back({.step = i * 7919 % 104'729, .time = i, .value = static_cast<double>(i) / 3});
    const std::ptrdiff_t batch = 20'000;
    std::ptrdiff_t durable = 0, taken = 0;
    QString refused;
    while (refused.isEmpty() && taken < static_cast<std::ptrdiff_t>(points.size())) {
        if (!store->logMetrics(run, "loss", {points.begin() + taken, points.begin() + taken + batch}))
            break;
        taken += batch;
        if (const auto flushed = store->flush(); flushed)
            durable = taken;
        else
            refused = QString::fromStdString(flushed.error().message);
    }
    QVERIFY2(refused.contains(path) && refused.contains("free some space"), qPrintable(refused));
    QVERIFY(durable > 0);
    QVERIFY(need(store->series(run, "loss")).size() >= static_cast<std::size_t>(durable));
    {
        const auto other = need(RunStore::open(path)); // as a window would, now
        const auto seen = need(other->series(run, "loss"));
        QVERIFY(std::equal(seen.begin(), seen.begin() + durable, points.begin()));
    }
    // A larger disk, and everything goes on.
    QVERIFY(disk.resize(200 << 20));
    need(store->logMetrics(run, "loss", {points.begin() + taken, points.begin() + taken + batch}));
    need(store->end(run, RunStatus::Finished));
    const auto all = need(store->series(run, "loss"));
    QCOMPARE(all.size(), static_cast<std::size_t>(taken + batch));
    QVERIFY(std::equal(all.begin(), all.end(), points.begin()));
    QVERIFY(need(checkStore(path)).sound());
}

void TestKilled::aCopyTakenInUseOpens()
{
    TemporaryStore store;
    store.store.reset();
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--write-forever", store.path, "7"});
    QVERIFY(child.waitForReadyRead(30'000));
    int whole = 0;
    for (int i = 0; i < 10; ++i) {
        child.waitForReadyRead(50);
        QTemporaryDir other;
        const QString path = other.filePath("assay.db");
        // As a person copies: one file, then the other, while the log grows.
        writeBytes(path, readBytes(store.path));
        writeBytes(path + "-wal", readBytes(store.path + "-wal"));
        const auto opened = need(RunStore::open(path));
        const auto runs = need(opened->runs());
        for (const Run &run : runs) {
            // A log begun anew between the two leaves pages of both times, which is told.
            const auto points = opened->series(run.id, "loss");
            QVERIFY(points || codeOf(points) == "store_damaged");
            whole += points && !opened->limitation();
            for (std::size_t p = 0; points && p < points->size(); ++p)
                QCOMPARE((*points)[p].step, static_cast<qint64>(p));
        }
    }
    QVERIFY2(whole >= 5, qPrintable(QString::number(whole)));
    child.kill();
    QVERIFY(child.waitForFinished());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write-forever")
        return writeForever(arguments.value(2), arguments.value(3));
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
