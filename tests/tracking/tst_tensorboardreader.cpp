// SPDX-License-Identifier: GPL-3.0-or-later
// TensorBoard's files: framing, events, what is a scalar, and every value of the samples.
#include "tracking/importers/tensorboardfolders.h"
#include "tracking/importers/tensorboardrun.h"
#include "tracking/importers/tfrecord.h"

#include "engine/core/json.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace assay::tracking;

namespace {

/// The four records of the format's description.
const QByteArray sample = QByteArray::fromHex(
    "1800000000000000a37f4b220900000040fc54d9411a0d627261696e2e4576656e743a32eced8f9d"
    "1a00000000000000129bd82d0900006040fc54d94110032a0d0a0b0a046c6f7373150000803ec614c6e7"
    "2f000000000000006d5d1d50090000a040fc54d94110042a220a200a03616363420a080112002a040000003f4a0d0a090a077363616c6172"
    "732001e77ea52a"
    "200000000000000029eda950090000e040fc54d94110052a130a110a03616363420a0801120022040000403f707f1b97");

struct ReadBytes
{
    TensorBoardRun run;
    std::vector<ImportProblem> problems;
    qint64 stopped = 0;

    explicit ReadBytes(const QByteArray &bytes) { more(bytes); }

    void more(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        stopped = run.readDevice(QStringLiteral("events"), buffer, {}, problems);
    }
};

/// A field of a message as it stands on the wire.
QByteArray field(int number, const QByteArray &bytes)
{
    return QByteArray(1, static_cast<char>(number << 3 | 2)) + static_cast<char>(bytes.size()) + bytes;
}

QByteArray varint(int number, int value)
{
    return QByteArray(1, static_cast<char>(number << 3)) + static_cast<char>(value);
}

QByteArray scalarRecord(double wallTime, int step, const QByteArray &value)
{
    QByteArray time(9, '\x09');
    std::memcpy(time.data() + 1, &wallTime, sizeof wallTime);
    return tfRecord(time + varint(2, step) + field(5, field(1, value)));
}

QByteArray simple(const QByteArray &tag, float number)
{
    QByteArray bytes(5, '\x15');
    std::memcpy(bytes.data() + 1, &number, sizeof number);
    return field(1, tag) + bytes;
}

QByteArray tensor(const QByteArray &tag, const QByteArray &body, const QByteArray &plugin = {})
{
    const QByteArray metadata = plugin.isEmpty() ? QByteArray() : field(9, field(1, field(1, plugin)));
    return field(1, tag) + field(8, body) + metadata;
}

QString samples()
{
    return QDir::cleanPath(QStringLiteral(ASSAY_SOURCE_DIR "/../shared/formats/samples/tb"));
}

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

} // namespace

class TestTensorBoardReader : public QObject
{
    Q_OBJECT
private slots:
    void checksum();
    void describedSample();
    void growingFile();
    void everyCut();
    void damage();
    void tensors_data();
    void tensors();
    void metadataOfTheFirst();
    void restart();
    void timesThatAreNone();
    void hyperparameters();
    void folders();
    void linksInACircle();
    void sampleValues();
};

void TestTensorBoardReader::checksum()
{
    QCOMPARE(maskedCrc32c(QByteArray("\x1a\x11"
                                     "CRC test, one two")),
             0x5794d08aU);
    QCOMPARE(tfRecord(sample.mid(12, 24)), sample.left(40));
}

void TestTensorBoardReader::describedSample()
{
    const ReadBytes read(sample);
    QCOMPARE(read.problems.size(), 0U);
    QCOMPARE(read.stopped, sample.size());
    QCOMPARE(read.run.points(), 3);
    const auto &loss = read.run.metrics().at(QStringLiteral("loss"));
    QCOMPARE(loss, (std::vector<MetricPoint>{{.step = 3, .time = 1700000001500000, .value = 0.25}}));
    const auto &acc = read.run.metrics().at(QStringLiteral("acc"));
    QCOMPARE(acc, (std::vector<MetricPoint>{{.step = 4, .time = 1700000002500000, .value = 0.5},
                                            {.step = 5, .time = 1700000003500000, .value = 0.75}}));
}

/// A file that is written while it is read, byte by byte: nothing is an error, and the end is the same.
void TestTensorBoardReader::growingFile()
{
    ReadBytes read{QByteArray()};
    for (qsizetype size = 0; size <= sample.size(); ++size)
        read.more(sample.left(size));
    QCOMPARE(read.problems.size(), 0U);
    QVERIFY(read.run == ReadBytes(sample).run);
}

void TestTensorBoardReader::everyCut()
{
    const std::vector<qsizetype> ends = {40, 82, 145, sample.size()};
    for (qsizetype size = 0; size < sample.size(); ++size) {
        const ReadBytes read(sample.left(size));
        QCOMPARE(read.problems.size(), 0U);
        const auto whole = std::count_if(ends.begin(), ends.end(), [size](qsizetype end) { return end <= size; });
        QCOMPARE(read.run.points(), std::max<qint64>(0, whole - 1));
    }
}

void TestTensorBoardReader::damage()
{
    QByteArray bad = sample;
    bad[60] = static_cast<char>(bad[60] ^ 1); // in the data of the second record
    const ReadBytes data(bad);
    QCOMPARE(data.run.points(), 2);
    QCOMPARE(data.problems.size(), 1U);
    QCOMPARE(data.problems.front().offset, 40);

    bad = sample;
    bad[43] = '\x7f'; // in the length of the second record
    const ReadBytes length(bad);
    QCOMPARE(length.run.points(), 0);
    QCOMPARE(length.problems.size(), 1U);
    QCOMPARE(length.problems.front().offset, 40);
    QCOMPARE(length.stopped, 40);

    // A length far beyond the file, with a right checksum, takes no memory: it may be written one day.
    QByteArray huge = tfRecord("x").left(12);
    qToLittleEndian(quint64(1) << 30, huge.data());
    qToLittleEndian(maskedCrc32c(huge.left(8)), huge.data() + 8);
    const ReadBytes far(sample + huge + "some bytes");
    QCOMPARE(far.run.points(), 3);
    QCOMPARE(far.problems.size(), 0U);
    QCOMPARE(far.stopped, sample.size());

    const ReadBytes noEvent(sample + tfRecord("\xff\xff\xff no event") + scalarRecord(1, 9, simple("loss", 2)));
    QCOMPARE(noEvent.run.points(), 4);
    QCOMPARE(noEvent.problems.size(), 1U);
    QCOMPARE(noEvent.problems.front().offset, sample.size());
}

void TestTensorBoardReader::tensors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("scalar");
    QTest::addColumn<double>("value");
    const auto content = [](int type, const QByteArray &bytes) { return varint(1, type) + field(4, bytes); };
    QTest::newRow("float") << content(1, QByteArray::fromHex("0000c03f")) << true << 1.5;
    QTest::newRow("float infinity") << content(1, QByteArray::fromHex("0000807f")) << true
                                    << std::numeric_limits<double>::infinity();
    QTest::newRow("double") << content(2, QByteArray::fromHex("9a9999999999b93f")) << true << 0.1;
    QTest::newRow("int32") << content(3, QByteArray::fromHex("feffffff")) << true << -2.0;
    QTest::newRow("int64") << content(9, QByteArray::fromHex("0000000001000000")) << true << 4294967296.0;
    QTest::newRow("half") << content(19, QByteArray::fromHex("003e")) << true << 1.5;
    QTest::newRow("bfloat16") << content(14, QByteArray::fromHex("c03f")) << true << 1.5;
    QTest::newRow("bool") << content(10, QByteArray(1, '\x01')) << true << 1.0;
    QTest::newRow("float_val") << varint(1, 1) + field(5, QByteArray::fromHex("0000c03f")) << true << 1.5;
    QTest::newRow("double_val") << varint(1, 2) + field(6, QByteArray::fromHex("9a9999999999b93f")) << true << 0.1;
    QTest::newRow("int_val") << varint(1, 3) + varint(7, 5) << true << 5.0;
    QTest::newRow("int64_val") << varint(1, 9) + varint(10, 6) << true << 6.0;
    QTest::newRow("half_val") << varint(1, 19) + field(13, QByteArray::fromHex("807c")) << true << 1.5;
    QTest::newRow("two values") << varint(1, 1) + field(5, QByteArray::fromHex("0000c03f0000c03f")) << false << 0.0;
    QTest::newRow("no value") << varint(1, 1) << false << 0.0;
    QTest::newRow("rank 1") << varint(1, 1) + field(2, field(2, varint(1, 1))) +
                                   field(4, QByteArray::fromHex("0000c03f"))
                            << false << 0.0;
    QTest::newRow("text") << varint(1, 7) + field(8, "hello") << false << 0.0;
    QTest::newRow("wrong length") << content(1, "abc") << false << 0.0;
}

void TestTensorBoardReader::tensors()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, scalar);
    QFETCH(double, value);
    const ReadBytes read(scalarRecord(1, 7, tensor("t", body, "scalars")));
    QCOMPARE(read.problems.size(), 0U);
    QCOMPARE(read.run.points(), scalar ? 1 : 0);
    QCOMPARE(read.run.leftOut().size(), scalar ? 0U : 1U);
    if (scalar)
        QVERIFY(same(read.run.metrics().at(QStringLiteral("t")).front().value, value));
}

void TestTensorBoardReader::metadataOfTheFirst()
{
    const QByteArray one = varint(1, 1) + field(4, QByteArray::fromHex("0000c03f"));
    // Said to be something else at first, and a scalar by its looks afterwards: still something else.
    const ReadBytes other(scalarRecord(1, 1, tensor("t", one, "mesh")) + scalarRecord(2, 2, tensor("t", one)));
    QCOMPARE(other.run.points(), 0);
    QCOMPARE(other.run.leftOut().at(QStringLiteral("tensor")), 2);
    const ReadBytes never(scalarRecord(1, 1, tensor("t", one)) + scalarRecord(2, 2, tensor("t", one)));
    QCOMPARE(never.run.points(), 2);
}

void TestTensorBoardReader::restart()
{
    TensorBoardRun run;
    std::vector<ImportProblem> problems;
    const auto file = [&](const char *name, int from, int to, double time) {
        QByteArray bytes;
        for (int step = from; step < to; ++step)
            bytes += scalarRecord(time + step, step, simple("loss", static_cast<float>(step)));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        run.readDevice(QString::fromLatin1(name), buffer, {}, problems);
    };
    file("a", 0, 60, 1000);
    QVERIFY(run.superseded().empty());
    file("b", 50, 100, 5000);
    QCOMPARE(run.points(), 110);
    const auto &points = run.metrics().at(QStringLiteral("loss"));
    QCOMPARE(points.size(), 100U);
    for (std::size_t i = 0; i < points.size(); ++i)
        QCOMPARE(points[i].step, static_cast<qint64>(i));
    QCOMPARE(points[49].time, 1049000000);
    QCOMPARE(points[50].time, 5050000000);
    const auto &before = run.superseded().at(QStringLiteral("loss"));
    QCOMPARE(before.size(), 10U);
    QCOMPARE(before.front().step, 50);
    QCOMPARE(before.back().step, 59);
    // Taken up once more, from before the last checkpoint.
    file("c", 20, 22, 9000);
    QCOMPARE(run.metrics().at(QStringLiteral("loss")).size(), 22U);
    QCOMPARE(run.superseded().at(QStringLiteral("loss")).size(), 90U);
}

void TestTensorBoardReader::timesThatAreNone()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const ReadBytes read(scalarRecord(3, 1, simple("a", 1)) + scalarRecord(nan, 2, simple("a", 2)) +
                         scalarRecord(1e300, 3, simple("a", 3)));
    const auto &points = read.run.metrics().at(QStringLiteral("a"));
    QCOMPARE(points.size(), 3U);
    QCOMPARE(points[1].time, 3000000);
    QCOMPARE(points[2].time, 3000000);
}

void TestTensorBoardReader::hyperparameters()
{
    const QString path = samples() + QStringLiteral("/hp/trial1");
    const auto folders = findEventFolders(path);
    if (folders.empty())
        QSKIP("the samples are not here");
    TensorBoardRun run;
    std::vector<ImportProblem> problems;
    QVERIFY(run.read(folders.front().files, {}, problems).has_value());
    const assay::Params expected = {
        {"lr", 0.1}, {"opt", std::string("adam")}, {"bs", std::int64_t(32)}, {"flag", true}};
    QCOMPARE(QString::fromStdString(assay::toJson(run.hparams().params).dump()),
             QString::fromStdString(assay::toJson(expected).dump()));
    QCOMPARE(run.hparams().status, 1);
}

void TestTensorBoardReader::folders()
{
    QVERIFY(isTrialFolder(QStringLiteral("run/1795303771.576")));
    QVERIFY(isTrialFolder(QStringLiteral("1795303771.5")));
    QVERIFY(!isTrialFolder(QStringLiteral("run/trial1")));
    QVERIFY(!isTrialFolder(QStringLiteral("lr0.001")));
    QVERIFY(findEventFolders(QStringLiteral("/nowhere/at/all")).empty());
}

void TestTensorBoardReader::linksInACircle()
{
    QTemporaryDir root;
    QDir(root.path()).mkpath(QStringLiteral("a/b"));
    QFile file(root.filePath(QStringLiteral("a/b/events.out.tfevents.1.host")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample);
    file.close();
    QVERIFY(QFile::link(root.path(), root.filePath(QStringLiteral("a/b/back"))));
    QVERIFY(QFile::link(root.filePath(QStringLiteral("a")), root.filePath(QStringLiteral("other"))));
    const auto found = findEventFolders(root.path());
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().name, QStringLiteral("a/b"));
}

/// Every value of every sample, counted.
void TestTensorBoardReader::sampleValues()
{
    QFile file(samples() + QStringLiteral("/expected_scalars.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the samples are not here");
    const auto expected = assay::parseJson(file.readAll().toStdString());
    QVERIFY(expected.has_value());
    const assay::Json &runs = expected->at("runs");
    const auto folders = findEventFolders(samples());
    QCOMPARE(folders.size(), runs.size());
    qint64 checked = 0;
    qint64 lostToDamage = 0;
    int restarted = 0;
    for (const EventFolder &folder : folders) {
        const assay::Json &wanted = runs.at(folder.name.toStdString());
        TensorBoardRun run;
        std::vector<ImportProblem> problems;
        QVERIFY(run.read(folder.files, {}, problems).has_value());
        // The reference reader stops at a record whose checksum is wrong; ours leaves out that record alone.
        const bool damaged = folder.name == QLatin1String("bad_crc");
        QCOMPARE(problems.size(), damaged ? 1U : 0U);
        QCOMPARE(run.metrics().size(), wanted.at("scalars").size());
        for (const auto &[tag, points] : wanted.at("scalars").items()) {
            std::vector<MetricPoint> read = run.metrics().at(QString::fromStdString(tag));
            // The reference has a restart's points in the order written.
            if (const auto gone = run.superseded().find(QString::fromStdString(tag)); gone != run.superseded().end()) {
                QCOMPARE(gone->second.size(), 10U);
                read.insert(read.begin() + 50, gone->second.begin(), gone->second.end());
                ++restarted;
            }
            QVERIFY(damaged ? read.size() >= points.size() : read.size() == points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                QCOMPARE(read[i].step, points[i][0].get<qint64>());
                QCOMPARE(read[i].time, static_cast<qint64>(std::llround(points[i][1].get<double>() * 1e6)));
                QVERIFY(same(read[i].value, assay::numberFromJson(points[i][2])));
                ++checked;
            }
        }
        if (damaged)
            lostToDamage = 1010 - run.points();
        if (folder.name == QLatin1String("mixed"))
            QCOMPARE(run.leftOut().at(QStringLiteral("histogram")), 20);
    }
    QCOMPARE(lostToDamage, 1);
    QCOMPARE(restarted, 1);
    QCOMPARE(checked, 13'347);
    qInfo("%lld values compared", static_cast<long long>(checked));
}

QTEST_GUILESS_MAIN(TestTensorBoardReader)
#include "tst_tensorboardreader.moc"
