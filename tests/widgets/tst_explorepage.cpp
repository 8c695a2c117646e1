// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "tests/bench/cost.h"
#include "tests/widgets/explorefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/controls/theme.h"
#include "widgets/models/exploretable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace assay;
using namespace assay::ui;

/// The explore page as a whole.
class TestExplorePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void selectedRunsGoOn();
    void tableIsAModel();
    void countsAreRead();
    void titlesOfColumnsAreCutAtTheEnd();
    void tenThousandRuns();
    void pictures_data();
    void pictures();
};

void TestExplorePage::selectedRunsGoOn()
{
    ExploreFixture f;
    QVERIFY(!f.button(QStringLiteral("Compare"))->isEnabled());
    f.plot()->brush(f.axis(QStringLiteral("params.optimizer")), std::pair{0.9, 1.0});
    QVERIFY(f.button(QStringLiteral("Compare"))->isEnabled());
    f.button(QStringLiteral("Metrics"))->click();
    QCOMPARE(f.shell.went, QStringList{"metrics"});
    QCOMPARE(f.shell.lastRuns, f.page->chosenRuns());
    f.button(QStringLiteral("Compare"))->click();
    QCOMPARE(f.shell.went.last(), QStringLiteral("compare"));
    f.button(QStringLiteral("Clear selection"))->click();
    QVERIFY(f.page->chosen().empty());
    emit f.plot()->runClicked(4);
    f.button(QStringLiteral("Open"))->click();
    QCOMPARE(f.shell.lastRuns, std::vector<tracking::RunId>{f.page->data()->ids[4]});
}

void TestExplorePage::tableIsAModel()
{
    ExploreFixture f(12);
    ExploreTable table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setData(f.page->data(), {QStringLiteral("params.depth"), QStringLiteral("metrics.accuracy")});
    QCOMPARE(table.rowCount(), 12);
    QCOMPARE(table.columnCount(), 3);
    table.sort(2, Qt::DescendingOrder);
    const auto &values = f.page->data()->column(QStringLiteral("metrics.accuracy"))->values;
    for (int row = 1; row < 12; ++row)
        QVERIFY(values[static_cast<std::size_t>(table.run(row - 1))] >=
                values[static_cast<std::size_t>(table.run(row))]);
    const QPersistentModelIndex best(table.index(0, 2));
    const int bestRun = table.run(0);
    table.sort(1, Qt::AscendingOrder);
    QCOMPARE(table.run(best.row()), bestRun);                // what is selected moves with its run
    QVERIFY(table.index(11, 1).data().toString().isEmpty()); // without a depth at the end
    std::vector<char> chosen(12, 0);
    chosen[3] = 1;
    table.setChosen(chosen);
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.run(0), 3);
}

/// Thousands are told apart as on the command line.
void TestExplorePage::countsAreRead()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ExploreFixture f(1001);
    QSignalSpy status(f.page.get(), &ExplorePage::statusChanged);
    f.plot()->brush(f.axis(QStringLiteral("metrics.accuracy")), std::pair{0.0, 1.0});
    QLocale::setDefault(QLocale::c());
    const QString said = status.last().first().toString();
    QVERIFY2(said.startsWith(QLatin1String("1,001 run")) && said.contains(QLatin1String("1,001 selected")),
             qPrintable(said));
}

void TestExplorePage::titlesOfColumnsAreCutAtTheEnd()
{
    ExploreFixture f(3);
    const auto *view = f.find<QTableView>("exploreTable");
    QCOMPARE(view->horizontalHeader()->textElideMode(), Qt::ElideRight);
    for (int column = 0; column < view->model()->columnCount(); ++column)
        QCOMPARE(view->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole),
                 view->model()->headerData(column, Qt::Horizontal));
}

/// Painting and brushing, without a store: a frame over ten thousand runs.
void TestExplorePage::tenThousandRuns()
{
    Random random(1);
    std::vector<ParallelAxis> axes(8);
    QStringList names;
    for (int run = 0; run < 10'000; ++run) {
        names << QString::number(run);
        for (ParallelAxis &axis : axes)
            axis.values.push_back(random.normal());
    }
    ParallelPlot plot;
    plot.resize(1200, 500);
    plot.setAxes(axes, names);
    plot.show();
    plot.grab();
    QSignalSpy brushed(&plot, &ParallelPlot::brushed);
    plot.brush(2, std::pair{0.4, 0.6});
    const auto runs = brushed.last().first().value<std::vector<int>>();
    QVERIFY(runs.size() > 500 && runs.size() < 9500);
    QImage picture(plot.size(), QImage::Format_RGB32);
    // Of the processor, all threads: other programs take time on the clock.
    constexpr int frames = 20;
    double before = bench::processorSeconds();
    const auto perFrame = [&] { return (bench::processorSeconds() - before) * 1000 / frames; };
    for (int i = 0; i < frames; ++i) {
        QTest::mouseMove(&plot, QPoint(100 + 40 * i, 250));
        plot.render(&picture);
    }
    double spent = perFrame();
    qInfo("hovering over 10,000 runs: %.1f ms a frame", spent);
    QVERIFY(spent < 200);
    plot.setChosen({});
    before = bench::processorSeconds();
    for (int i = 0; i < frames; ++i) {
        plot.brush(2, std::pair{0.02 * i, 0.3 + 0.03 * i});
        std::vector<char> chosen(10'000, 0);
        for (const int run : brushed.last().first().value<std::vector<int>>())
            chosen[static_cast<std::size_t>(run)] = 1;
        plot.setChosen(std::move(chosen));
        plot.render(&picture);
    }
    spent = perFrame();
    qInfo("brushing 10,000 runs: %.1f ms a frame", spent);
    QVERIFY(spent < 300);
}

void TestExplorePage::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addRow("light") << false << QSize(1280, 800);
    QTest::addRow("dark") << true << QSize(1280, 800);
    QTest::addRow("large") << false << QSize(1920, 1200);
}

void TestExplorePage::pictures()
{
    if (qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
        QSKIP("no folder for pictures");
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Theme theme;
    theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    static std::unique_ptr<ExploreFixture> kept; // ten thousand runs are made once
    if (!kept) {
        QElapsedTimer timer;
        timer.start();
        kept = std::make_unique<ExploreFixture>(
            qEnvironmentVariableIntValue("ASSAY_RUNS") > 0 ? qEnvironmentVariableIntValue("ASSAY_RUNS") : 10'000);
        qInfo("made and read in %lld ms", timer.elapsed());
    }
    ExploreFixture &f = *kept;
    f.page->resize(size);
    const auto shot = [&](const char *name) {
        grabPage(*f.page,
                 qPrintable(
                     QStringLiteral("explore-%1-%2").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
    };
    f.page->showTab(ExplorePage::Parallel);
    shot("parallel");
    f.plot()->brush(f.axis(QStringLiteral("metrics.accuracy")), std::pair{0.93, 1.0});
    shot("brushed");
    f.page->showTab(ExplorePage::Scatter);
    shot("scatter");
    f.page->showTab(ExplorePage::Boxes);
    shot("boxesbrushed");
    f.plot()->clearBrushes();
    f.page->showTab(ExplorePage::Boxes);
    shot("boxes");
    f.page->showTab(ExplorePage::Importance);
    QVERIFY(QTest::qWaitFor([&] { return f.page->findChild<ExploreImportance *>()->report().has_value(); }, 120'000));
    shot("importance");
    theme.setMode(Theme::Mode::Light);
    if (QLatin1String(QTest::currentDataTag()) == QLatin1String("large"))
        kept.reset();
}

QTEST_MAIN(TestExplorePage)
#include "tst_explorepage.moc"
