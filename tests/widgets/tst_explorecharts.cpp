// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/explore/boxes.h"
#include "tests/widgets/explorefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartlayout.h"
#include "widgets/charts/chartscene.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/palette.h"
#include "widgets/models/explorecharts.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace assay;
using namespace assay::ui;

/// Scatter, boxes and importance of any parameter and metric.
class TestExploreCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void scatterOfAnything();
    void boxesByAnything();
    void importanceFindsWhatMatters();
    void scatterTellsItsSeriesApart();
    void boxesAreAsWideAsTheirMedians();
    void boxesShowWhatIsSelected();
    void barsAreWrittenAlike();
    void barsAreAllNamed();
    void logarithmicAxesEndWithTheirData();
};

void TestExploreCharts::scatterOfAnything()
{
    ExploreFixture f;
    f.page->showTab(ExplorePage::Scatter);
    auto *scatter = f.page->findChild<ExploreScatter *>();
    auto *x = f.find<QComboBox>("scatterX");
    x->setCurrentIndex(x->findData(QStringLiteral("params.depth")));
    const ChartSpec spec = scatter->chart()->spec();
    const ExploreData &data = *f.page->data();
    const auto rho = engine::rankCorrelation(data.column(QStringLiteral("params.depth"))->values,
                                             data.column(QStringLiteral("metrics.accuracy"))->values);
    QVERIFY(spec.summary.contains(QString::number(rho->rho, 'f', 4)));
    QCOMPARE(spec.series[0].x.size(), rho->n);
    x->setCurrentIndex(x->findData(QStringLiteral("params.lr")));
    QVERIFY(scatter->chart()->spec().x.logarithmic);
    const int run = nearestRun(data, scatter->choice(), data.column(QStringLiteral("params.lr"))->values[7],
                               data.column(QStringLiteral("metrics.accuracy"))->values[7]);
    QCOMPARE(run, 7);
    emit scatter->runClicked(run);
    QCOMPARE(f.page->chosenRuns(), std::vector<tracking::RunId>{data.ids[7]});
}

void TestExploreCharts::boxesByAnything()
{
    const auto box = engine::boxStatistics({1, 2, 3, 4, 5, 6, 7, 8, 100, NAN});
    QCOMPARE(box->lowerQuartile, 3.0);
    QCOMPARE(box->median, 5.0);
    QCOMPARE(box->upperQuartile, 7.0);
    QCOMPARE(box->high, 8.0);
    QCOMPARE(box->outliers, std::vector<double>{100});
    QVERIFY(!engine::boxStatistics({NAN}));
    QCOMPARE(engine::equalStretches({1, 1, 1, 1, 2}, 4).size(), std::size_t(2));
    ExploreFixture f;
    const ChartSpec named =
        exploreBoxes(*f.page->data(), QStringLiteral("metrics.accuracy"), QStringLiteral("params.optimizer"));
    QCOMPARE(named.x.categories.size(), 3);
    QCOMPARE(named.table.rows.size(), std::size_t(3));
    qsizetype all = 0;
    for (const QStringList &row : named.table.rows)
        all += row[1].toInt();
    QCOMPARE(all, 60);
    const ChartSpec stretches =
        exploreBoxes(*f.page->data(), QStringLiteral("metrics.accuracy"), QStringLiteral("params.lr"));
    QCOMPARE(stretches.x.categories.size(), 6);
    for (const QStringList &row : stretches.table.rows)
        QCOMPARE(row[1], QStringLiteral("10"));
}

void TestExploreCharts::importanceFindsWhatMatters()
{
    ExploreFixture f(200);
    f.page->showTab(ExplorePage::Importance);
    auto *importance = f.page->findChild<ExploreImportance *>();
    QVERIFY(QTest::qWaitFor([&] { return importance->report().has_value(); }, 30'000));
    QCOMPARE(importance->report()->parameters.front().name, std::string("lr"));
    for (const engine::ParameterImportance &one : importance->report()->parameters)
        if (one.name == "junk" || one.name == "early")
            QVERIFY2(one.forest < 0.05, one.name.c_str());
    QVERIFY(f.find<QLabel>("importanceCaution")->text().contains(QLatin1String("fixed")));
    f.find<QComboBox>("exploreMetric")->setCurrentIndex(1); // seconds: nothing tells it
    QVERIFY(QTest::qWaitFor([&] { return importance->report()->weakForest; }, 30'000));
    // Read again without anything new: nothing is computed.
    bool weighed = false;
    connect(&f.shell.registry, &JobRegistry::changed, importance, [&] {
        for (const JobRunner *job : f.shell.registry.running())
            weighed = weighed || job->title() == ExploreImportance::tr("Weighing parameters");
    });
    const ExplorePtr before = f.page->data();
    f.page->refresh();
    QTRY_VERIFY(f.page->data() != before);
    QTRY_VERIFY(f.shell.registry.running().empty());
    QVERIFY(!weighed);
    makeRuns(f.shell.bench.store(), 3);
    f.page->refresh();
    QTRY_VERIFY(weighed);
}

/// The trend and what is selected are told apart.
void TestExploreCharts::scatterTellsItsSeriesApart()
{
    ExploreFixture f;
    std::vector<char> chosen(60, 0);
    chosen[3] = chosen[20] = 1;
    const ChartSpec spec = exploreScatter(
        *f.page->data(), {.x = QStringLiteral("params.lr"), .y = QStringLiteral("metrics.accuracy")}, chosen);
    QCOMPARE(spec.series.size(), std::size_t(3));
    std::set<int> slots_;
    for (const Series &series : spec.series)
        slots_.insert(series.slot);
    QCOMPARE(slots_.size(), std::size_t(3));
}

/// A box is as wide as the line of its median, and its whiskers go outwards from its ends.
void TestExploreCharts::boxesAreAsWideAsTheirMedians()
{
    ExploreFixture f;
    const ChartSpec spec =
        exploreBoxes(*f.page->data(), QStringLiteral("metrics.accuracy"), QStringLiteral("params.optimizer"));
    const TextWidth width = [](const QString &text, double size, bool bold) {
        return estimatedTextWidth(text, size, bold);
    };
    const ChartLayout layout = layoutChart(spec, {.size = {900, 500}, .textWidth = width});
    const ChartScene scene = buildScene(spec, layout);
    std::vector<QRectF> boxes;
    for (const SceneShape &shape : scene.under)
        if (shape.kind == ShapeKind::Rects && shape.series == 0)
            boxes.push_back(shape.rects.front());
    QCOMPARE(boxes.size(), std::size_t(3));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const std::vector<double> &median = spec.series[i + 1].x;
        QVERIFY(std::abs(boxes[i].left() - layout.x.pixel(median[0])) < 1);
        QVERIFY(std::abs(boxes[i].right() - layout.x.pixel(median[1])) < 1);
        QCOMPARE(slotStyle(spec.series[i + 1].slot, false).dash, Qt::SolidLine);
    }
    int whiskers = 0;
    for (const SceneShape &shape : scene.over) {
        if (shape.kind != ShapeKind::Polyline || shape.points.size() != 2 || shape.points[0].x() != shape.points[1].x())
            continue;
        const double x = shape.points[0].x(), middle = (shape.points[0].y() + shape.points[1].y()) / 2;
        for (const QRectF &box : boxes)
            if (x > box.left() && x < box.right() && shape.points[0].y() != shape.points[1].y()) {
                ++whiskers;
                QVERIFY(middle < box.top() || middle > box.bottom());
            }
    }
    QCOMPARE(whiskers, 6);
}

void TestExploreCharts::boxesShowWhatIsSelected()
{
    ExploreFixture f;
    f.plot()->brush(f.axis(QStringLiteral("metrics.accuracy")), std::pair{0.8, 1.0});
    f.page->showTab(ExplorePage::Boxes);
    const auto *boxes = f.page->findChild<ExploreBoxes *>();
    std::vector<double> expected, shown = boxes->chart()->spec().series.back().y;
    for (std::size_t run = 0; run < 60; ++run)
        if (f.page->chosen()[run])
            expected.push_back(f.page->data()->column(QStringLiteral("metrics.accuracy"))->values[run]);
    std::ranges::sort(expected);
    std::ranges::sort(shown);
    QVERIFY(expected.size() > 2 && expected.size() < 60);
    QCOMPARE(shown, expected);
    qsizetype told = 0;
    for (const QStringList &row : boxes->chart()->spec().table.rows)
        told += row[7].toInt();
    QCOMPARE(told, std::ssize(expected));
    f.plot()->clearBrushes();
    QVERIFY(boxes->chart()->spec().series.back().name != QLatin1String("Selected"));
}

void TestExploreCharts::barsAreWrittenAlike()
{
    engine::ImportanceReport report;
    for (const double forest : {0.41, 0.0003, 2.93e-5})
        report.parameters.push_back({.name = "p", .forest = forest});
    QCOMPARE(forestChart(report, QStringLiteral("loss")).series[0].labels, (QStringList{"0.4100", "0.0003", "0.0000"}));
}

/// Also where they need more height than there is.
void TestExploreCharts::barsAreAllNamed()
{
    FakeShell shell;
    Random random(9);
    for (int i = 0; i < 60; ++i) {
        Params params;
        for (int p = 0; p < 20; ++p)
            params["parameter" + std::to_string(p)] = random.uniform();
        const auto run = shell.bench.store().begin({.name = QStringLiteral("run"), .params = params});
        (void)shell.bench.store().logMetrics(*run, QStringLiteral("loss"),
                                             {{.step = 1, .time = 1'760'000'000'000'000, .value = random.uniform()}});
        (void)shell.bench.store().end(*run, tracking::RunStatus::Finished);
    }
    ExplorePage page(shell, {});
    page.resize(1280, 640); // lower than its bars need
    page.setVisible(true);
    QTRY_VERIFY(page.data());
    page.showTab(ExplorePage::Importance);
    auto *importance = page.findChild<ExploreImportance *>();
    QVERIFY(QTest::qWaitFor([&] { return importance->report().has_value(); }, 60'000));
    const TextWidth width = [](const QString &text, double size, bool bold) {
        return estimatedTextWidth(text, size, bold);
    };
    for (const ChartView *chart : importance->findChildren<ChartView *>()) {
        QTRY_VERIFY(chart->height() > 350);
        const double size = QFontInfo(chart->font()).pixelSize();
        const ChartLayout layout =
            layoutChart(chart->spec(), {.size = chart->size(), .fontSize = size, .textWidth = width});
        QCOMPARE(layout.yTicks.size(), std::size_t(20));
        for (const TickMark &tick : layout.yTicks)
            QVERIFY(!tick.text.isEmpty());
    }
    if (!qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
        grabPage(page, "explore-importance-many");
}

void TestExploreCharts::logarithmicAxesEndWithTheirData()
{
    Series points{.kind = SeriesKind::Scatter, .x = {1e-5, 0.003, 0.13}, .y = {1, 2, 3}};
    ChartSpec spec{.x = {.logarithmic = true}, .series = {points}};
    QVERIFY(fullView(spec).right() < std::log10(0.13) + 0.3 && fullView(spec).right() > std::log10(0.13));
    QVERIFY(fullView(spec).left() < -5 && fullView(spec).left() > -5.3);
    spec.series[0].x = {0.002, 0.003, 0.009}; // so close that only whole powers of ten tell where they are
    QCOMPARE(fullView(spec).left(), -3.0);
    QCOMPARE(fullView(spec).right(), -2.0);
}

QTEST_MAIN(TestExploreCharts)
#include "tst_explorecharts.moc"
