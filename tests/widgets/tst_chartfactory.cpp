// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/reduce.h"
#include "widgets/charts/ticks.h"

#include <QTest>
#include <algorithm>

#include "chartsamples.h"

using namespace assay;
using namespace assay::ui;

namespace {

/// Contrast by WCAG 2.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestChartFactory : public QObject
{
    Q_OBJECT

private slots:
    void everyChartSpeaks();
    void rocTellsAreas();
    void prStepsAgainstPrevalence();
    void fairnessMarksTheGap();
    void waterfallReachesThePrediction();
    void beeswarmStaysWithinItsRows();
    void driftIsSortedByMovement();
    void coloursHaveContrast();
    void reductionKeepsASpike();
    void reductionKeepsEnds();
    void densityCountsEveryPoint();
    void ticksAreRound_data();
    void ticksAreRound();
    void csvQuotes();
};

void TestChartFactory::everyChartSpeaks()
{
    for (const auto &[name, spec] : samples::allCharts()) {
        QVERIFY2(!spec.title.isEmpty(), name.constData());
        if (name != "logarithmic")
            QVERIFY2(!spec.summary.isEmpty(), name.constData());
        const ChartTable table = dataTable(spec);
        QVERIFY2(!table.rows.empty(), name.constData());
        for (const QStringList &row : table.rows)
            QVERIFY2(row.size() == table.header.size(), name.constData());
    }
}

void TestChartFactory::rocTellsAreas()
{
    const ChartSpec spec = samples::roc();
    const auto auc = [](int i) {
        return figure(*samples::evaluations()[static_cast<std::size_t>(i)].second.metric("roc_auc"));
    };
    QVERIFY(spec.square);
    QCOMPARE(spec.series.size(), std::size_t{3});
    QCOMPARE(spec.series[0].slot, -1);
    QCOMPARE(spec.series[1].name, QStringLiteral("xgboost  ") + auc(0));
    QCOMPARE(spec.series[1].x, samples::evaluations()[0].second.roc.fpr);
    QVERIFY(spec.summary.contains(auc(0)) && spec.summary.contains(auc(1) + QStringLiteral(" (")));
}

void TestChartFactory::prStepsAgainstPrevalence()
{
    const ChartSpec spec = prChart(samples::models());
    QCOMPARE(spec.series[0].y, (std::vector<double>{0.25, 0.25}));
    QCOMPARE(spec.series[1].kind, SeriesKind::Step);
    QCOMPARE(spec.series[1].x.back(), 0.0);
    QCOMPARE(spec.series[1].y.back(), 1.0);
}

void TestChartFactory::fairnessMarksTheGap()
{
    const ChartSpec spec = samples::fairness();
    QCOMPARE(spec.y.categories, (QStringList{QStringLiteral("Female"), QStringLiteral("Male")}));
    QCOMPARE(spec.marks.size(), std::size_t{2});
    QCOMPARE(spec.marks[0].at, 0.086);
    QCOMPARE(spec.marks[1].at, 0.262);
    QVERIFY(spec.summary.contains(QLatin1String("8.6 % (Female, 5,421 rows) to 26.2 % (Male, 10,860 rows)")));
    QVERIFY(spec.series[0].low[0] < 0.086 && spec.series[0].high[0] > 0.086);

    const ChartSpec race = fairnessChart(samples::fairnessReport().attributes[1], GroupRate::TruePositive);
    QVERIFY(std::isnan(race.series[0].y[3]));
    QCOMPARE(race.series[0].labels[3], QStringLiteral("undefined"));
}

void TestChartFactory::waterfallReachesThePrediction()
{
    const engine::Attribution a = samples::attribution(20);
    const ChartSpec spec = waterfallChart(a, 3, 5);
    const Series &bars = spec.series.front();
    QCOMPARE(bars.y.size(), std::size_t{6}); // five features and the others
    const double prediction = a.baseValues[0] + a.values.row(3).sum();
    QVERIFY(std::abs(bars.y.front() - prediction) < 1e-12);
    QCOMPARE(bars.base.back(), a.baseValues[0]);
    for (std::size_t i = 0; i + 1 < bars.y.size(); ++i)
        QCOMPARE(bars.base[i], bars.y[i + 1]);
    QCOMPARE(spec.table.rows.size(), a.features.size());
}

void TestChartFactory::beeswarmStaysWithinItsRows()
{
    const ChartSpec spec = beeswarmChart(samples::attribution(5000), 12);
    const Series &points = spec.series.front();
    QVERIFY(points.x.size() <= scatterLimit);
    QCOMPARE(points.shade.size(), points.x.size());
    for (std::size_t i = 0; i < points.y.size(); ++i) {
        const double row = std::floor(static_cast<double>(i) / static_cast<double>(points.y.size()) * 12);
        QVERIFY(std::abs(points.y[i] - row) <= 0.45);
    }
}

void TestChartFactory::driftIsSortedByMovement()
{
    const ChartSpec spec = driftOverviewChart(samples::driftReport(), 3);
    QCOMPARE(spec.y.categories.front(), QStringLiteral("age"));
    QCOMPARE(spec.series[0].y.size(), std::size_t{3});
    QVERIFY(std::is_sorted(spec.series[0].y.rbegin(), spec.series[0].y.rend()));
    QCOMPARE(spec.table.rows.size(), std::size_t{6});
    QVERIFY(spec.summary.startsWith(QLatin1String("3 of 6 columns drifted.")));
}

void TestChartFactory::coloursHaveContrast()
{
    for (const bool dark : {false, true}) {
        const ChartInk ink = chartInk(dark);
        for (int slot = -1; slot < 8; ++slot)
            QVERIFY2(contrast(slotStyle(slot, dark).color, ink.background) >= 3, qPrintable(QString::number(slot)));
        QVERIFY(contrast(ink.text, ink.background) >= 7);
        QVERIFY(contrast(ink.faintText, ink.background) >= 4.5);
    }
}

void TestChartFactory::reductionKeepsASpike()
{
    std::vector<double> x, y;
    for (int i = 0; i < 1'000'000; ++i) {
        x.push_back(i);
        y.push_back(i == 123'457 ? 9 : i == 700'001 ? -9 : 0);
    }
    const std::vector<QPointF> reduced = reduceLine(x, y, 0, 999'999, 800);
    QVERIFY(reduced.size() <= 4 * 801);
    QVERIFY(std::find(reduced.begin(), reduced.end(), QPointF(123'457, 9)) != reduced.end());
    QVERIFY(std::find(reduced.begin(), reduced.end(), QPointF(700'001, -9)) != reduced.end());
    QVERIFY(std::is_sorted(reduced.begin(), reduced.end(), [](auto a, auto b) { return a.x() < b.x(); }));
}

void TestChartFactory::reductionKeepsEnds()
{
    const std::vector<double> x{0, 1, 2, 3, 4, 5}, y{0, 1, 0, 1, 0, 1};
    const std::vector<QPointF> part = reduceLine(x, y, 1.5, 3.5, 100);
    QCOMPARE(part.front(), QPointF(1, 1)); // the neighbours outside, so that the line runs to the edge
    QCOMPARE(part.back(), QPointF(4, 0));
    QVERIFY(simplifyLine(reduceLine(x, y, 0, 5, 100), 0.01, 3).size() <= 3);
}

void TestChartFactory::densityCountsEveryPoint()
{
    const std::vector<double> x{0, 0.1, 0.1, 1, 2}, y{0, 0.1, 0.1, 1, 0};
    const DensityGrid grid = density(x, y, QRectF(0, 0, 1, 1), 5, 5);
    QCOMPARE(grid.at(0, 0), 3);
    QCOMPARE(grid.at(4, 4), 1);
    QCOMPARE(grid.largest, 3);
}

void TestChartFactory::ticksAreRound_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<int>("target");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<QStringList>("labels");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    QTest::newRow("unit") << 0.0 << 1.0 << 5 << false << list("0.0 0.2 0.4 0.6 0.8 1.0");
    QTest::newRow("negative") << -3.1 << 2.0 << 5 << false << list("-3 -2 -1 0 1 2");
    QTest::newRow("thousands") << 0.0 << 250000.0 << 5 << false << list("0k 50k 100k 150k 200k 250k");
    QTest::newRow("powers") << 1.0 << 1e6 << 8 << true << list("1 10 100 1,000 10,000 100k 1M");
    QTest::newRow("two powers") << 0.03 << 3.6 << 8 << true << list("0.05 0.1 0.2 0.5 1 2");
    QTest::newRow("no room between") << 0.03 << 3.6 << 3 << true << list("0.1 1");
    QTest::newRow("narrow powers") << 1.0 << 20.0 << 8 << true << list("1 2 5 10 20");
}

void TestChartFactory::ticksAreRound()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(int, target);
    QFETCH(bool, logarithmic);
    QFETCH(QStringList, labels);
    QCOMPARE((logarithmic ? logTicks(min, max, target) : linearTicks(min, max, target)).labels, labels);
}

void TestChartFactory::csvQuotes()
{
    const ChartTable table{.header = {QStringLiteral("a,b"), QStringLiteral("c")},
                           .rows = {{QStringLiteral("say \"x\""), QStringLiteral("1.5")}}};
    QCOMPARE(toCsv(table), QStringLiteral("\"a,b\",c\r\n\"say \"\"x\"\"\",1.5\r\n"));
}

QTEST_GUILESS_MAIN(TestChartFactory)
#include "tst_chartfactory.moc"
