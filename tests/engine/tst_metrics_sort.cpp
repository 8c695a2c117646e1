// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/metrics/radixsort.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace assay;
using namespace assay::engine;

class TestMetricsSort : public QObject
{
    Q_OBJECT

private slots:
    void sortsAsTheStandardDoes_data();
    void sortsAsTheStandardDoes();
};

void TestMetricsSort::sortsAsTheStandardDoes_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("offset");
    QTest::addColumn<int>("grid"); // 0: none
    QTest::newRow("normal") << 1.0 << 0.0 << 0;
    QTest::newRow("equal but for the lowest bits") << 1e-12 << 0.5 << 0;
    QTest::newRow("many ties") << 1.0 << 0.0 << 10;
    QTest::newRow("constant") << 0.0 << 0.25 << 0;
    QTest::newRow("huge") << 1e305 << 0.0 << 0;
}

void TestMetricsSort::sortsAsTheStandardDoes()
{
    QFETCH(double, scale);
    QFETCH(double, offset);
    QFETCH(int, grid);
    for (const std::uint32_t n : {20U, 1600U, 100'000U}) {
        Random random(n);
        std::vector<std::uint64_t> keys;
        std::vector<KeyedRow> rows;
        for (std::uint32_t i = 0; i < n; ++i) {
            double value = offset + scale * random.normal();
            if (grid > 0)
                value = std::round(value * grid) / grid;
            keys.push_back(orderedBits(value));
            rows.push_back({.key = keys.back(), .row = i});
            QCOMPARE(fromOrderedBits(keys.back()), value);
        }
        std::vector<std::uint64_t> wantedKeys = keys;
        std::vector<KeyedRow> wantedRows = rows;
        std::ranges::sort(wantedKeys);
        std::ranges::stable_sort(wantedRows, {}, &KeyedRow::key);
        radixSort(keys);
        radixSort(rows);
        QVERIFY(keys == wantedKeys);
        QVERIFY(std::ranges::equal(rows, wantedRows, {}, &KeyedRow::row, &KeyedRow::row));
    }
}

QTEST_GUILESS_MAIN(TestMetricsSort)
#include "tst_metrics_sort.moc"
