// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/curvefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveband.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace assay;
using namespace assay::ui;

/// What is known of curves: by columns and stretches, at a place, of many together and as a table.
class TestCurveData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        freshSettings();
    }
    void columnsAreExact_data();
    void columnsAreExact();
    void stretchesAreExact();
    void readsTheNearestPoint();
    void readingsSayWhereTheyAreOf();
    void bandsAreExact();
    void tableHasEveryPoint();
};

void TestCurveData::columnsAreExact_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"even", "repeated", "backward", "holes", "restless"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestCurveData::columnsAreExact()
{
    QFETCH(QByteArray, kind);
    Random random(17);
    int compared = 0;
    for (const std::size_t n : {1U, 2U, 63U, 64U, 65U, 500U, 9000U}) {
        const Points points = logged(kind, n, n);
        const CurvePyramid curve(points.x, points.y);
        const Extent x = curve.extentX();
        for (int zoom = 0; zoom < 12; ++zoom) {
            const double width = (x.high - x.low + 1) * std::pow(0.3, zoom / 2.0);
            const double from = x.low + random.uniform() * (x.high - x.low) - (zoom == 0 ? x.high : width / 2);
            const AxisScale scale{.min = from, .max = from + (zoom == 0 ? 3 * x.high + 2 : width)};
            const auto columns = static_cast<int>(1 + random.below(300));
            const AxisScale pixels{.min = scale.min, .max = scale.max, .pixelMin = 0, .pixelMax = double(columns)};
            const CurveFrame frame(pixels, {.min = -1, .max = 1, .pixelMin = 1, .pixelMax = 0}, columns, 1);
            const std::vector<double> borders(frame.borders().begin(), frame.borders().end());
            std::map<int, Extent> found;
            std::size_t before = 0;
            for (const CurveColumn &column : curveColumns(curve, borders)) {
                QVERIFY(column.first >= before && column.last >= column.first); // in logged order
                before = column.last;
                if (column.column >= 0 && column.column < columns)
                    found[column.column].add(column.y);
            }
            const auto expected = bruteForce(points, borders);
            compared += static_cast<int>(expected.size());
            QVERIFY(found == expected);
        }
    }
    QVERIFY(compared > 1000);
}

void TestCurveData::stretchesAreExact()
{
    const Points points = logged("holes", 70'000, 5);
    const CurvePyramid curve(points.x, points.y);
    Random random(6);
    for (int i = 0; i < 400; ++i) {
        std::size_t a = random.below(70'001), b = random.below(70'001);
        if (i % 3 == 0)
            b = std::min<std::size_t>(70'000, a + random.below(200));
        const auto [begin, end] = std::minmax(a, b);
        Extent expected;
        for (std::size_t j = begin; j < end; ++j)
            if (std::isfinite(points.y[j]))
                expected.add(points.y[j]);
        QVERIFY(curve.extent(begin, end) == expected);
    }
}

void TestCurveData::readsTheNearestPoint()
{
    const CurvePyramid curve({0, 10, 10, 20, 30}, {1, 2, 3, NAN, 5});
    QCOMPARE(*nearestPoint(curve, -4), std::size_t(0));
    QCOMPARE(*nearestPoint(curve, 9), std::size_t(2)); // the latest of the two
    QCOMPARE(*nearestPoint(curve, 19), std::size_t(2));
    QCOMPARE(*nearestPoint(curve, 21), std::size_t(4));
    QVERIFY(!nearestPoint(CurvePyramid({1}, {NAN}), 1));
    const Points wild = logged("restless", 800, 2);
    const CurvePyramid other(wild.x, wild.y);
    for (const double x : {-5.0, 3.3, 500.0, 777.7, 2000.0}) {
        double least = inf;
        for (const double at : wild.x)
            least = std::min(least, std::abs(at - x));
        QCOMPARE(std::abs(other.x()[*nearestPoint(other, x)] - x), least);
    }
}

/// Between two steps the values are those of the nearest, and that is the step that is told.
void TestCurveData::readingsSayWhereTheyAreOf()
{
    const Points steps{{0, 1, 2, 3, 4}, {1, 2, 3, 2, 1}}, others{{0, 1.9, 4}, {1, 2, 3}};
    const CurveChart together = chartOf({steps, steps}), apart = chartOf({steps, others});
    QCOMPARE(placeOf(readingsAt(together, 2.3), 2.3), 2.0);
    QCOMPARE(placeOf(readingsAt(together, 2.6), 2.6), 3.0);
    QCOMPARE(placeOf(readingsAt(apart, 2.3), 2.3), 2.3);
    QCOMPARE(placeOf({}, 2.3), 2.3);
}

void TestCurveData::bandsAreExact()
{
    // Many points, of which one stands out and is not where the middle of a stretch falls.
    Points a{{}, {}}, b{{}, {}};
    for (int i = 0; i < 9000; ++i) {
        a.x.push_back(i);
        a.y.push_back(i % 2);
        b.x.push_back(i);
        b.y.push_back(4 + i % 2);
    }
    b.y[4321] = 99;
    const CurvePyramid one(a.x, a.y), two(b.x, b.y);
    const CurveBand many = bandOf(QStringLiteral("both"), 0, {&one, &two});
    QCOMPARE(many.high->extent().high, 99.0);
    QCOMPARE(many.low->extent(), (Extent{0, 0}));
    const auto mean = many.mean->y();
    QVERIFY(std::abs(mean[10] - 2.5) < 0.06); // of all points there, not of the one in the middle
    // Several points at one x all count.
    const CurvePyramid twice({1, 1, 2}, {3, 7, 5});
    const CurveBand few = bandOf(QStringLiteral("alone"), 0, {&twice});
    QCOMPARE(few.low->y()[0], 3.0);
    QCOMPARE(few.high->y()[0], 7.0);
    QCOMPARE(few.mean->y()[0], 5.0);
}

void TestCurveData::tableHasEveryPoint()
{
    const auto view = shownView(chartOf({logged("repeated", 700, 1)}));
    QCOMPARE(view->table().rows.size(), std::size_t(700));
    QCOMPARE(view->table().header.first(), QStringLiteral("Series"));
    view->setXRange(AxisRange{0, 50});
    const auto within = std::ranges::count_if(view->chart().lines[0].raw->x(), [](double x) { return x <= 50; });
    QCOMPARE(std::ssize(view->table().rows), within);
    const CurveChart large = chartOf({logged("even", 300'000, 1)});
    const ChartTable table = curveTable(large, 0, 299'999);
    QVERIFY(table.rows.size() > 4000 && table.rows.size() <= 8000);
    QVERIFY(!view->accessibleDescription().isEmpty());
}

QTEST_MAIN(TestCurveData)
#include "tst_curvedata.moc"
