// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/metricbuffer.h"

#include <QtTest>
#include <atomic>

using namespace assay;
using namespace assay::tracking;

class TestMetricBuffer : public QObject
{
    Q_OBJECT

private slots:
    void writesByItselfWithinASecond();
    void writesTheRestWhenItGoes();
    void keepsWhatCouldNotBeWritten();
    void tellsAFailureOfItsThread();
    void takesNoMoreThanItCanKeep();
};

namespace {

MetricPoint point(qint64 step)
{
    return {.step = step};
}

/// Takes batches as a store would, or refuses them.
struct Sink
{
    std::mutex mutex;
    std::vector<qint64> steps;
    std::atomic<int> calls = 0;
    std::atomic<bool> full = false;

    MetricBuffer::Write write()
    {
        return [this](const MetricBatch &batch) -> Result<void> {
            ++calls;
            if (full)
                return failure(ErrorKind::Refused, "store_full", "Full.");
            const std::lock_guard lock(mutex);
            for (const auto &[series, points] : batch)
                for (const MetricPoint &one : points)
                    steps.push_back(one.step);
            return {};
        };
    }

    std::size_t count()
    {
        const std::lock_guard lock(mutex);
        return steps.size();
    }
};

const SeriesName loss{.run = 1, .key = QStringLiteral("loss")};

bool add(MetricBuffer &buffer, qint64 step)
{
    const MetricPoint one = point(step);
    return buffer.add(loss, {&one, 1}).has_value();
}

} // namespace

void TestMetricBuffer::writesByItselfWithinASecond()
{
    Sink sink;
    MetricBuffer buffer(sink.write());
    for (int round = 1; round <= 2; ++round) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(add(buffer, round));
        QTRY_COMPARE_WITH_TIMEOUT(sink.count(), static_cast<std::size_t>(round), 5000);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestMetricBuffer::writesTheRestWhenItGoes()
{
    Sink sink;
    {
        MetricBuffer buffer(sink.write());
        QVERIFY(add(buffer, 1));
    }
    QCOMPARE(sink.steps, std::vector<qint64>{1});
}

void TestMetricBuffer::keepsWhatCouldNotBeWritten()
{
    Sink sink;
    MetricBuffer buffer(sink.write());
    sink.full = true;
    add(buffer, 1);
    add(buffer, 2);
    const auto refused = buffer.flush();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("store_full"));
    add(buffer, 3);
    sink.full = false;
    QVERIFY(buffer.flush());
    QCOMPARE(sink.steps, std::vector<qint64>({1, 2, 3}));
    QVERIFY(buffer.flush());
    QCOMPARE(sink.count(), 3u);
}

void TestMetricBuffer::tellsAFailureOfItsThread()
{
    Sink sink;
    MetricBuffer buffer(sink.write());
    sink.full = true;
    QVERIFY(add(buffer, 1));
    // The thread's own attempt fails; some later call says so, and its point is kept all the same.
    qint64 step = 2;
    bool told = false;
    QTRY_VERIFY_WITH_TIMEOUT((told = told || !add(buffer, step++)), 5000);
    sink.full = false;
    QVERIFY(buffer.flush());
    QCOMPARE(sink.count(), static_cast<std::size_t>(step - 1));
    QVERIFY(std::is_sorted(sink.steps.begin(), sink.steps.end()));
}

void TestMetricBuffer::takesNoMoreThanItCanKeep()
{
    Sink sink;
    sink.full = true;
    MetricBuffer buffer(sink.write());
    const std::vector<MetricPoint> many(3'000'000, point(1));
    (void)buffer.add(loss, many);
    QVERIFY(!add(buffer, 2));
    QVERIFY(!add(buffer, 3));
    sink.full = false;
    QVERIFY(add(buffer, 4)); // writes what waits first
    QCOMPARE(sink.count(), many.size());
    QVERIFY(buffer.flush());
    QCOMPARE(sink.count(), many.size() + 1);
    QCOMPARE(sink.steps.back(), 4);
}

QTEST_GUILESS_MAIN(TestMetricBuffer)
#include "tst_metricbuffer.moc"
