// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/metricstore.h"
#include "tracking/pointcodec.h"

#include <cstring>
#include <limits>
#include <random>

using namespace assay;
using namespace assay::tracking;

using Points = std::vector<MetricPoint>;
Q_DECLARE_METATYPE(Points)

class TestSeries : public QObject
{
    Q_OBJECT

private slots:
    void packs_data();
    void packs();
    void refusesCutChunks();
    void comesBack_data();
    void comesBack();
    void mixesSeriesAndRuns();
    void stepsMayRepeatAndFallBack();
    void isSmall();
    void damageIsTold();
};

namespace {

constexpr qint64 lowest = std::numeric_limits<qint64>::min();
constexpr qint64 highest = std::numeric_limits<qint64>::max();

Points ramp(qint64 from, qint64 count)
{
    Points points;
    for (qint64 i = from; i < from + count; ++i)
        points.push_back({.step = i, .time = 1'700'000'000'000 + 3 * i, .value = static_cast<double>(i) / 7});
    return points;
}

bool sameBits(const Points &a, const Points &b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].step != b[i].step || a[i].time != b[i].time ||
            std::memcmp(&a[i].value, &b[i].value, sizeof(double)) != 0)
            return false;
    return true;
}

} // namespace

void TestSeries::packs_data()
{
    QTest::addColumn<Points>("points");
    QTest::newRow("none") << Points();
    QTest::newRow("one") << ramp(5, 1);
    QTest::newRow("chunk") << ramp(0, chunkPoints);
    QTest::newRow("extreme steps and times") << Points{{.step = lowest, .time = highest, .value = 0},
                                                       {.step = highest, .time = lowest, .value = 1},
                                                       {.step = 0, .time = -1, .value = 2},
                                                       {.step = lowest, .time = 0, .value = 3}};
    QTest::newRow("special values") << Points{{.value = -0.0},
                                              {.value = std::numeric_limits<double>::quiet_NaN()},
                                              {.value = std::numeric_limits<double>::infinity()},
                                              {.value = std::numeric_limits<double>::denorm_min()}};
}

void TestSeries::packs()
{
    QFETCH(Points, points);
    const QByteArray chunk = packPoints(points);
    QCOMPARE(packedCount(chunk), static_cast<qint64>(points.size()));
    Points back = ramp(0, 2); // unpacking adds
    QVERIFY(unpackPoints(chunk, back));
    QVERIFY(sameBits(Points(back.begin() + 2, back.end()), points));
}

void TestSeries::refusesCutChunks()
{
    const QByteArray chunk = packPoints(ramp(0, 100));
    for (qsizetype size = 0; size < chunk.size(); ++size) {
        Points points = ramp(0, 1);
        QVERIFY2(!unpackPoints(chunk.left(size), points), qPrintable(QString::number(size)));
        QCOMPARE(points.size(), 1u);
    }
    Points points;
    QVERIFY(!unpackPoints(chunk + 'x', points));
    QVERIFY(!unpackPoints("\x04" + chunk.mid(1), points));
}

void TestSeries::comesBack_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<qint64>("batch"); // points between two flushes
    QTest::newRow("one") << qint64(1) << qint64(1);
    QTest::newRow("a few, each alone") << qint64(20) << qint64(1);
    QTest::newRow("one less than a chunk") << chunkPoints - 1 << chunkPoints - 1;
    QTest::newRow("a chunk") << chunkPoints << chunkPoints;
    QTest::newRow("one more than a chunk") << chunkPoints + 1 << chunkPoints + 1;
    QTest::newRow("tails merge exactly") << 2 * chunkPoints << chunkPoints / 4;
    QTest::newRow("tails merge unevenly") << qint64(10'000) << qint64(333);
    QTest::newRow("batches over a chunk") << qint64(20'000) << chunkPoints + 1;
    QTest::newRow("many chunks at once") << qint64(100'000) << qint64(100'000);
}

void TestSeries::comesBack()
{
    QFETCH(qint64, count);
    QFETCH(qint64, batch);
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    const Points points = ramp(0, count);
    for (qint64 i = 0; i < count; i += batch) {
        need(store->logMetrics(run, "loss", Points(points.begin() + i, points.begin() + std::min(count, i + batch))));
        need(store->flush());
    }
    QVERIFY(sameBits(need(store->series(run, "loss")), points));
    const MetricSummary expected{
        .last = points.back().value, .min = 0, .max = points.back().value, .count = count, .lastStep = count - 1};
    QVERIFY(need(store->details(run)).series.at("loss") == expected);
    store.reopen();
    QVERIFY(sameBits(need(store->series(run, "loss")), points));
}

void TestSeries::mixesSeriesAndRuns()
{
    TemporaryStore store;
    const std::vector<RunId> runs = {need(store->begin({})), need(store->begin({}))};
    const QStringList keys = {"a", "b", "ключ"};
    std::map<std::pair<int, int>, Points> expected;
    std::mt19937 random(3);
    for (int i = 0; i < 30'000; ++i) {
        const int run = static_cast<int>(random() % 2), key = static_cast<int>(random() % 3);
        need(store->logMetric(runs[run], keys[key], i, i));
        expected[{run, key}].push_back({.step = i, .value = static_cast<double>(i)});
        if (random() % 5000 == 0)
            need(store->flush());
    }
    need(store->flush());
    for (const auto &[where, points] : expected) {
        const Points found = need(store->series(runs[where.first], keys[where.second]));
        QCOMPARE(found.size(), points.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            QVERIFY(found[i].step == points[i].step && found[i].value == points[i].value && found[i].time > 0);
    }
}

void TestSeries::stepsMayRepeatAndFallBack()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    for (const qint64 step : {7, 7, -3, 0})
        need(store->logMetric(run, "loss", static_cast<double>(step), step));
    need(store->flush());
    std::vector<qint64> steps;
    for (const MetricPoint &point : need(store->series(run, "loss")))
        steps.push_back(point.step);
    QCOMPARE(steps, std::vector<qint64>({7, 7, -3, 0}));
    QCOMPARE(need(store->details(run)).series.at("loss").lastStep, 0);
}

void TestSeries::isSmall()
{
    constexpr qint64 count = 500'000;
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    const qint64 before = QFileInfo(store.path).size();
    need(store->logMetrics(run, "loss", ramp(0, count)));
    need(store->end(run, RunStatus::Finished));
    store.store.reset(); // moves the log into the file
    const double bytes = static_cast<double>(QFileInfo(store.path).size() - before) / count;
    QVERIFY2(bytes <= 13, qPrintable(QString::number(bytes)));
}

void TestSeries::damageIsTold()
{
    TemporaryStore store;
    const RunId run = need(store->begin({}));
    need(store->logMetrics(run, "loss", ramp(0, 10)));
    need(store->flush());
    Database database(store.path);
    Transaction change(database);
    change.run("UPDATE chunks SET points = substr(points, 1, 20)");
    need(change.commit());
    QCOMPARE(codeOf(store->series(run, "loss")), QString("store_damaged"));
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
