// SPDX-License-Identifier: GPL-3.0-or-later
// Training logs in CSV as runs: Keras, Lightning, TensorBoard's downloads, and what is no log.
#include "storefixture.h"
#include "tracking/importers/csvlogtable.h"
#include "tracking/importers/csvrows.h"
#include "tracking/importers/importer.h"

#include <QBuffer>
#include <QDir>
#include <cmath>

using namespace assay::tracking;

namespace {

constexpr qint64 someTime = 1'700'000'000'000'000;

/// AddressSanitizer holds on to what was freed, so that the memory of the process tells nothing.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool keepsFreedMemory = true;
#else
constexpr bool keepsFreedMemory = false;
#endif

CsvLog parsed(const QByteArray &bytes)
{
    return need(parseCsvLog(bytes, {.time = someTime}));
}

QString written(const QTemporaryDir &root, const QString &name, const QByteArray &bytes)
{
    const QString path = root.filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// As if it had been written an hour ago.
void age(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
}

} // namespace

class TestCsvLog : public QObject
{
    Q_OBJECT
private slots:
    void keras();
    void lightning();
    void downloads();
    void separators_data();
    void separators();
    void decimalCommas();
    void oddNumbers();
    void brokenRows();
    void halfARow();
    void longFilesPieceByPiece();
    void endsWhereTheFileEndedOnce();
    void noLogs_data();
    void noLogs();
    void folder();
    void folderWithAnother();
    void eachFilePassedOverIsTold();
    void ownTables();
    void growing();
    void longFilesInLittleMemory();
};

void TestCsvLog::keras()
{
    const CsvLog log = parsed("epoch,loss,val_loss\n0,0.5,0.6\n1,0.25,NA\n2,0.125,0.3\n");
    QCOMPARE(log.stepColumn, QStringLiteral("epoch"));
    QCOMPARE(log.metrics.size(), 2U);
    QCOMPARE(log.metrics.at(QStringLiteral("loss")),
             (std::vector<MetricPoint>{{.step = 0, .time = someTime, .value = 0.5},
                                       {.step = 1, .time = someTime, .value = 0.25},
                                       {.step = 2, .time = someTime, .value = 0.125}}));
    QCOMPARE(log.metrics.at(QStringLiteral("val_loss")).size(), 2U);
    QCOMPARE(log.metrics.at(QStringLiteral("val_loss")).back().step, 2);
}

/// Each row holds what was logged at once; steps and epochs both stand there.
void TestCsvLog::lightning()
{
    const CsvLog log = parsed("epoch,step,train_loss,val_loss\n0,49,0.9,\n0,49,,0.8\n1,99,0.7,\n1,99,,0.6\n");
    QCOMPARE(log.stepColumn, QStringLiteral("step"));
    const auto &train = log.metrics.at(QStringLiteral("train_loss"));
    QCOMPARE(train.size(), 2U);
    QCOMPARE(train.back().step, 99);
    QCOMPARE(train.back().value, 0.7);
    QCOMPARE(log.metrics.at(QStringLiteral("epoch")).size(), 4U);
}

void TestCsvLog::downloads()
{
    const CsvLog log = parsed("Wall time,Step,Value\n1700000000.25,3,0.5\n1700000001.5,4,0.25\n");
    QVERIFY(log.timed);
    QCOMPARE(log.metrics.size(), 1U);
    QCOMPARE(log.metrics.at(QStringLiteral("Value")).front(),
             (MetricPoint{.step = 3, .time = 1'700'000'000'250'000, .value = 0.5}));
    const CsvLog iso = parsed("step,loss,timestamp\n1,2,2024-01-02T03:04:05Z\n2,1,2024-01-02 04:04:05.1234567+01:00\n");
    QCOMPARE(iso.metrics.at(QStringLiteral("loss")).front().time, 1'704'164'645'000'000);
    QCOMPARE(iso.metrics.at(QStringLiteral("loss")).back().time, 1'704'164'645'123'456);
    // Seconds since it began are a metric, and no time of day.
    const CsvLog elapsed = parsed("step,loss,time\n1,2,0.5\n2,1,1.5\n");
    QVERIFY(!elapsed.timed);
    QCOMPARE(elapsed.metrics.at(QStringLiteral("time")).size(), 2U);
}

void TestCsvLog::separators_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("semicolon") << QByteArray("epoch;loss\n1;0.5\n");
    QTest::newRow("decimal comma") << QByteArray("epoch;loss\n1;0,5\n");
    QTest::newRow("tabulator") << QByteArray("epoch\tloss\n1\t0.5\n");
    QTest::newRow("Windows") << QByteArray("\xef\xbb\xbf"
                                           "epoch,loss\r\n1,0.5\r\n");
    QTest::newRow("old Mac") << QByteArray("epoch,loss\r1,0.5\r");
    QTest::newRow("quoted") << QByteArray("\"epoch\",\"loss\"\n\"1\",\"0.5\"\n");
    QTest::newRow("empty lines") << QByteArray("epoch, loss\n\n1, 0.5\n\n\n");
    QTest::newRow("no end of line") << QByteArray("epoch,loss\n1,0.5");
    QTest::newRow("whole number as real") << QByteArray("epoch,loss\n1.0,5e-1\n");
}

void TestCsvLog::separators()
{
    QFETCH(QByteArray, bytes);
    const CsvLog log = parsed(bytes);
    QCOMPARE(log.metrics.size(), 1U);
    QCOMPARE(log.metrics.at(QStringLiteral("loss")),
             (std::vector<MetricPoint>{{.step = 1, .time = someTime, .value = 0.5}}));
}

/// Of steps and times too.
void TestCsvLog::decimalCommas()
{
    const CsvLog log =
        parsed("step;loss;timestamp\n0,0;0,5;1700000000,25\n1,0;0,25;1700000001,5\n2,0;0,125;1700000002\n");
    QCOMPARE(log.metrics.size(), 1U);
    QCOMPARE(log.metrics.at(QStringLiteral("loss")),
             (std::vector<MetricPoint>{{.step = 0, .time = 1'700'000'000'250'000, .value = 0.5},
                                       {.step = 1, .time = 1'700'000'001'500'000, .value = 0.25},
                                       {.step = 2, .time = 1'700'000'002'000'000, .value = 0.125}}));
}

void TestCsvLog::oddNumbers()
{
    const CsvLog log = parsed("step,a\n-5,nan\n3,inf\n3,-Infinity\n2,1e-400\n1,+7\n");
    const auto &a = log.metrics.at(QStringLiteral("a"));
    QCOMPARE(a.size(), 5U);
    QVERIFY(std::isnan(a[0].value));
    QCOMPARE(a[0].step, -5);
    QVERIFY(std::isinf(a[1].value) && a[1].value > 0);
    QVERIFY(std::isinf(a[2].value) && a[2].value < 0);
    QCOMPARE(a[3].value, 0.0);
    QCOMPARE(a[4].value, 7.0);
}

void TestCsvLog::brokenRows()
{
    const QByteArray head = "step,a,b\n1,1,1\n";
    const CsvLog log = parsed(head + "2,2\n" + "3,x,3\n" + "4,4,4\n");
    QCOMPARE(log.problems.size(), 2U);
    QCOMPARE(log.problems.front().offset, head.size());
    QCOMPARE(log.problems.back().offset, head.size() + 4);
    QCOMPARE(log.metrics.at(QStringLiteral("a")).size(), 2U);
    QCOMPARE(log.metrics.at(QStringLiteral("b")).size(), 3U);
}

void TestCsvLog::halfARow()
{
    const QByteArray bytes = "step,a\n1,1\n2,0.12";
    QCOMPARE(parsed(bytes).rows, 2);
    const CsvLog log = need(parseCsvLog(bytes, {.lastLine = false}));
    QCOMPARE(log.rows, 1);
    QCOMPARE(log.problems.size(), 1U);
    QCOMPARE(log.problems.front().offset, 11);
}

/// 64 MB of rows that are made while they are read, with texts and a cell longer than any: never more than a piece is
/// asked for, and every row comes out as from memory.
void TestCsvLog::longFilesPieceByPiece()
{
    class Rows : public QIODevice
    {
    public:
        qint64 made = 0, largest = 0, rows = 0;

        bool isSequential() const override { return true; }
        qint64 readData(char *data, qint64 size) override
        {
            largest = std::max(largest, size);
            while (m_next.size() < size && made < 64 << 20) {
                const QByteArray row = rows % 1000 == 7
                                           ? QByteArray("\"a \"\"quoted\"\"\r\ntext\",") + QByteArray(3000, 'x')
                                           : "," + QByteArray(3000, ' ');
                const QByteArray line = rows == 0 ? QByteArray("step,loss,acc,note,pad\n")
                                                  : QByteArray::number(rows - 1) + ',' + QByteArray::number(rows % 7) +
                                                        ".5,1," + row + '\n';
                m_next += line;
                made += line.size();
                ++rows;
            }
            const qint64 count = std::min(size, qint64(m_next.size()));
            std::copy_n(m_next.constData(), count, data);
            m_next.remove(0, count);
            return count;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        QByteArray m_next;
    } rows, again;
    QVERIFY(rows.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QVERIFY(again.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    ByteWindow window(rows), windowAgain(again);
    const CsvLogOptions options{.lastLine = false};
    const CsvLog log = need(surveyCsvLog(window, options));
    std::vector<MetricPoint> loss;
    std::size_t largestBatch = 0;
    PointBatches points([&](const QString &series, std::span<const MetricPoint> batch) {
        largestBatch = std::max(largestBatch, batch.size());
        if (series == QLatin1String("loss"))
            loss.insert(loss.end(), batch.begin(), batch.end());
        return assay::Result<void>();
    });
    need(readCsvPoints(windowAgain, options, log, points));
    QVERIFY(largestBatch <= 4096);
    QVERIFY(rows.made >= 64 << 20);
    QVERIFY2(rows.largest <= ByteWindow::pieceBytes, qPrintable(QString::number(rows.largest)));
    QCOMPARE(log.rows, rows.rows - 1);
    QCOMPARE(log.leftOut, QStringList({QStringLiteral("note"), QStringLiteral("pad")}));
    QVERIFY(log.metrics.empty());
    QCOMPARE(log.counts.at(QStringLiteral("loss")), log.rows);
    QCOMPARE(qint64(loss.size()), log.rows);
    for (std::size_t i = 0; i < loss.size(); ++i)
        QVERIFY(loss[i].step == qint64(i) && loss[i].value == double((i + 1) % 7) + 0.5);
    // One cell without end is not kept whole.
    QByteArray endless = "step,a\n1,2\n2," + QByteArray(8 << 20, '7') + "\n3,4\n";
    QBuffer buffer(&endless);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ByteWindow bytes(buffer);
    CsvRows cells(bytes, ',');
    qsizetype longest = 0, count = 0;
    for (; cells.next(); ++count)
        for (const QByteArray &cell : cells.cells())
            longest = std::max(longest, cell.size());
    QCOMPARE(count, 4);
    QCOMPARE(longest, CsvRows::longestCell);
}

/// A log that is written while it is read: what comes after its end is no row of its own.
void TestCsvLog::endsWhereTheFileEndedOnce()
{
    class Growing : public QIODevice
    {
    public:
        QByteArrayList pieces = {"step,loss\n1,0.5\n2,0.2", {}, "5\n3,0.125\n"};

        bool isSequential() const override { return true; }
        qint64 readData(char *data, qint64 size) override
        {
            const QByteArray piece = pieces.isEmpty() ? QByteArray() : pieces.takeFirst();
            if (piece.size() > size)
                return -1;
            std::copy_n(piece.constData(), piece.size(), data);
            return piece.size();
        }
        qint64 writeData(const char *, qint64) override { return -1; }
    } growing;
    QVERIFY(growing.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    ByteWindow window(growing);
    const CsvLog log = need(surveyCsvLog(window, {.lastLine = false}));
    QCOMPARE(log.rows, 1);
    QCOMPARE(log.counts.at(QStringLiteral("loss")), 1);
    QCOMPARE(log.problems.size(), 1u); // the row without end
}

void TestCsvLog::noLogs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("Dear Ada,\nthe model is fine.\n");
    QTest::newRow("no step") << QByteArray("age,income\n30,1\n40,2\n");
    QTest::newRow("people") << QByteArray("step,name,town,job\n1,Ada,London,x\n2,Bob,Paris,y\n");
    QTest::newRow("no header") << QByteArray("1,2,3\n4,5,6\n");
    QTest::newRow("names twice") << QByteArray("step,a,a\n1,2,3\n");
    QTest::newRow("steps that are words") << QByteArray("step,a\nfirst,1\nsecond,2\n");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff\xfe\n\x00", 7);
}

void TestCsvLog::noLogs()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(codeOf(parseCsvLog(bytes, {})), QStringLiteral("not_a_log"));
}

void TestCsvLog::folder()
{
    QTemporaryDir root;
    age(written(root, QStringLiteral("logs/version_0/metrics.csv"), "epoch,step,loss\n0,1,0.5\n"));
    written(root, QStringLiteral("logs/version_0/config.json"),
            R"({"lr": 0.1, "opt": {"name": "adam"}, "layers": [1, 2]})");
    age(written(root, QStringLiteral("logs/version_1/metrics.csv"), "epoch,step,loss\n0,1,0.25\n"));
    written(root, QStringLiteral("logs/version_1/hparams.yaml"), "lr: 0.001\nopt:\n  name: adam\nlayers:\n- 1\n- 2\n");
    age(written(root, QStringLiteral("data.csv"), "age,name\n30,Ada\n"));
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, root.path(), {}, {}));
    QCOMPARE(report.format, QStringLiteral("csv-log"));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.problems.size(), 1U);
    QVERIFY(report.problems.front().path.endsWith(QStringLiteral("data.csv")));
    std::map<QString, Run> runs;
    for (const Run &run : need(store->runs()))
        runs[run.name] = run;
    const Run &first = runs.at(QStringLiteral("logs/version_0"));
    QCOMPARE(first.metrics.at(QStringLiteral("loss")), 0.5);
    QCOMPARE(std::get<double>(first.params.at("lr")), 0.1);
    QCOMPARE(std::get<std::string>(first.params.at("opt/name")), std::string("adam"));
    QCOMPARE(std::get<std::string>(first.params.at("layers")), std::string("[1,2]"));
    const assay::Params &second = runs.at(QStringLiteral("logs/version_1")).params;
    QCOMPARE(second.size(), 4U);
    QCOMPARE(std::get<double>(second.at("lr")), 0.001);
    QCOMPARE(std::get<std::int64_t>(second.at("layers/1")), 2);
    QCOMPARE(std::get<std::string>(second.at("opt/name")), std::string("adam"));
    QCOMPARE(need(importRuns(*store.store, root.path(), {}, {})).known, 2);
}

/// A file that looks like a log at its beginning and is none as a whole: the others come all the same.
void TestCsvLog::folderWithAnother()
{
    QTemporaryDir root;
    written(root, QStringLiteral("a.csv"), "step,loss\n0,0.5\n");
    QByteArray other = "step,loss\n";
    while (other.size() < 1 << 16)
        other += "1,0.5\n";
    const qsizetype numbers = other.count('\n');
    for (qsizetype i = 0; i < numbers; ++i)
        other += "1,word\n";
    written(root, QStringLiteral("b.csv"), other);
    written(root, QStringLiteral("c.csv"), "step,loss\n0,0.25\n");
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, root.path(), {}, {}));
    QCOMPARE(report.added, 2);
    QCOMPARE(report.problems.size(), 1U);
    QVERIFY(report.problems.front().fatal);
    QVERIFY(report.problems.front().path.endsWith(QStringLiteral("b.csv")));
}

void TestCsvLog::eachFilePassedOverIsTold()
{
    QTemporaryDir root;
    written(root, QStringLiteral("comma.csv"), "step;loss;acc\n0;0,5;1\n1;0,25;1,5\n");
    written(root, QStringLiteral("empty.csv"), "");
    written(root, QStringLiteral("good.csv"), "step,loss\n0,0.5\n");
    written(root, QStringLiteral("quote.csv"), "step,loss\n0,\"0.5\n1,0.25\n");
    written(root, QStringLiteral("random.csv"), QByteArray("\x00\x9f\x92,\x96\xff\x01\n\x07", 8));
    written(root, QStringLiteral("readme.txt"), "no log, and not called like one");
    TemporaryStore store;
    const ImportReport report = need(importRuns(*store.store, root.path(), {}, {}));
    QCOMPARE(report.added, 2);
    QStringList told;
    for (const ImportProblem &problem : report.problems)
        told << QFileInfo(problem.path).fileName() + u' ' + problem.what;
    QCOMPARE(told.size(), 3);
    QVERIFY(told[0].startsWith(QStringLiteral("empty.csv This is no training log: it is empty.")));
    QCOMPARE(told[1],
             QStringLiteral("quote.csv A quote begins in this row and never ends: the rest of the file is left out."));
    QVERIFY(told[2].startsWith(QStringLiteral("random.csv This is no training log")));
    for (const Run &run : need(store->runs()))
        if (run.name == QStringLiteral("comma")) {
            QCOMPARE(run.metrics.at(QStringLiteral("loss")), 0.25);
            QCOMPARE(run.metrics.at(QStringLiteral("acc")), 1.5);
        }
    // Given directly too; and a row before the quote is read.
    TemporaryStore other;
    QCOMPARE(need(importRuns(*other.store, root.filePath(QStringLiteral("comma.csv")), {}, {})).added, 1);
    const QString half = written(root, QStringLiteral("half.csv"), "step,loss\n0,1\n1,\"0.5\n2,0.25\n");
    const ImportReport cut = need(importRuns(*other.store, half, {}, {}));
    QCOMPARE(cut.added, 1);
    QCOMPARE(cut.runs.front().points, 1);
    QCOMPARE(cut.problems.size(), 1U);
    QCOMPARE(cut.problems.front().offset, 14);
}

/// What `assay export --format csv` writes holds the points of many runs.
void TestCsvLog::ownTables()
{
    QTemporaryDir root;
    const QString points =
        written(root, QStringLiteral("points.csv"), "run_id,metric,step,time_us,value\na,loss,0,1,2\n");
    written(root, QStringLiteral("runs.csv"), "run_id,name,experiment,status,start_time,end_time,parent\n");
    TemporaryStore store;
    for (const QString &path : {points, root.path()}) {
        const auto report = importRuns(*store.store, path, {}, {});
        QCOMPARE(codeOf(report), QStringLiteral("own_table"));
        QVERIFY(report.error().message.find("--format assay") != std::string::npos);
    }
    written(root, QStringLiteral("log.csv"), "step,loss\n0,0.5\n");
    const ImportReport report = need(importRuns(*store.store, root.path(), {}, {}));
    QCOMPARE(report.added, 1);
    QCOMPARE(report.problems.size(), 2U);
}

void TestCsvLog::growing()
{
    QTemporaryDir root;
    const QString path = written(root, QStringLiteral("train.csv"), "epoch,loss\n0,0.5\n1,0.4");
    TemporaryStore store;
    QCOMPARE(need(importRuns(*store.store, path, {}, {})).added, 1);
    const RunId run = need(store->runs()).front().id;
    QCOMPARE(need(store->series(run, QStringLiteral("loss"))).size(), 1U);
    written(root, QStringLiteral("train.csv"), "epoch,loss\n0,0.5\n1,0.45\n2,0.3\n");
    need(importRuns(*store.store, path, {}, {}));
    std::vector<double> values;
    for (const MetricPoint &point : need(store->series(run, QStringLiteral("loss"))))
        values.push_back(point.value);
    QCOMPARE(values, (std::vector<double>{0.5, 0.45, 0.3}));
    // Written long ago: whether its last number is whole, nobody knows.
    age(written(root, QStringLiteral("other.csv"), "epoch,loss\n0,0.5\n1,0.4"));
    const ImportReport other = need(importRuns(*store.store, root.filePath(QStringLiteral("other.csv")), {}, {}));
    QCOMPARE(other.added, 1);
    QCOMPARE(other.runs.front().points, 1);
    QCOMPARE(other.problems.size(), 1U);
    QCOMPARE(other.problems.front().offset, 17);
    QCOMPARE(codeOf(importRuns(*store.store, written(root, QStringLiteral("x.csv"), "a,b\nx,y\n"), {}, {},
                               QStringLiteral("csv-log"))),
             QStringLiteral("not_a_log"));
}

/// Neither the file nor its points are in memory whole: they would be 30 MB and 58 MB.
void TestCsvLog::longFilesInLittleMemory()
{
    const TemporaryStore store;
    const QString path = store.folder.filePath(QStringLiteral("train.csv"));
    constexpr int rows = 300'000;
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray lines = "step,a,b,c,d,e,f,g,h\n";
        for (int i = 0; i < rows; ++i) {
            lines += QByteArray::number(i);
            for (int column = 0; column < 8; ++column)
                lines += ',' + QByteArray::number(0.5 + i % 97 + column, 'f', 8);
            lines += '\n';
            if (lines.size() > 1 << 20)
                file.write(std::exchange(lines, {}));
        }
        file.write(lines);
    }
    const auto memory = [](const char *what) {
        QFile status(QStringLiteral("/proc/self/status"));
        const QByteArrayList lines = status.open(QIODevice::ReadOnly) ? status.readAll().split('\n') : QByteArrayList();
        for (const QByteArray &line : lines)
            if (line.startsWith(what))
                return line.simplified().split(' ').value(1).toLongLong();
        return 0LL;
    };
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    const bool measured = peak.open(QIODevice::WriteOnly) && peak.write("5") == 1 && peak.flush(); // it starts anew
    peak.close();
    const qint64 before = memory("VmRSS:");
    for (const bool again : {false, true}) {
        const ImportReport report = need(importRuns(*store.store, path, {}, {}));
        QCOMPARE(report.added, again ? 0 : 1);
        QCOMPARE(report.known, again ? 1 : 0);
        QCOMPARE(report.runs.front().points, qint64(rows) * 8);
    }
    const qint64 growth = memory("VmHWM:") - before;
    qInfo("peak memory grew by %lld kB", growth);
    if (measured && !keepsFreedMemory)
        QVERIFY2(growth < 45 * 1024, qPrintable(QStringLiteral("%1 kB").arg(growth)));
    const Run run = need(store->runs()).front();
    const auto points = need(store->series(run.id, QStringLiteral("h")));
    QCOMPARE(points.size(), std::size_t(rows));
    for (int i = 0; i < rows; ++i)
        QVERIFY(points[std::size_t(i)].step == i && points[std::size_t(i)].value == 7.5 + i % 97);
}

QTEST_GUILESS_MAIN(TestCsvLog)
#include "tst_csvlog.moc"
