// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/explore/boxes.h"
#include "tests/bench/cost.h"
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/parallellines.h"
#include "widgets/controls/theme.h"
#include "widgets/models/exploretable.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/explorepage.h"
#include "widgets/pages/exploreviews.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <set>

using namespace assay;
using namespace assay::ui;

namespace {

/// Accuracy has an optimum in lr, rises with depth, and differs by optimizer; `junk` means nothing; every seventh run
/// has no depth.
void makeRuns(tracking::RunStore &store, int count)
{
    Random random(5);
    const char *optimizers[] = {"adam", "sgd", "lion"};
    for (int i = 0; i < count; ++i) {
        const double lr = std::pow(10.0, -5 + 4 * random.uniform());
        const auto depth = static_cast<std::int64_t>(1 + random.below(10));
        const char *optimizer = optimizers[random.below(3)];
        const double junk = random.uniform(), off = std::log10(lr) + 3;
        const bool shallow = i % 7 == 0;
        Params params{{"lr", lr},
                      {"optimizer", std::string(optimizer)},
                      {"junk", junk},
                      {"fixed", std::int64_t(3)},
                      {"early", random.below(2) == 0}};
        if (!shallow)
            params["depth"] = depth;
        const auto run = store.begin({.name = QStringLiteral("run-%1").arg(i, 5, 10, QLatin1Char('0')),
                                      .model = random.below(2) == 0 ? QStringLiteral("mlp") : QStringLiteral("xgboost"),
                                      .params = params});
        const double accuracy = 0.9 - 0.06 * off * off + (shallow ? 0 : 0.01 * static_cast<double>(depth)) +
                                (optimizer[0] == 's' ? -0.05 : 0) + 0.01 * random.normal();
        (void)store.logMetrics(*run, QStringLiteral("accuracy"),
                               {{.step = 1, .time = 1'760'000'000'000'000, .value = accuracy}});
        (void)store.logMetrics(*run, QStringLiteral("seconds"),
                               {{.step = 1, .time = 1'760'000'000'000'000, .value = 10 * std::exp(random.normal())}});
        (void)store.end(*run, tracking::RunStatus::Finished);
    }
}

struct Fixture
{
    FakeShell shell;
    std::unique_ptr<ExplorePage> page;

    explicit Fixture(int runs = 60, tracking::RunQuery query = {}, QSize size = {1280, 800})
    {
        makeRuns(shell.bench.store(), runs);
        page = std::make_unique<ExplorePage>(shell, std::move(query));
        page->resize(size);
        page->setVisible(true);
        if (runs > 0)
            (void)QTest::qWaitFor([&] { return page->data() != nullptr; }, 30'000);
    }
    ParallelPlot *plot() const { return page->findChild<ParallelPlot *>(); }
    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : page->findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    int axis(const QString &key) const
    {
        for (std::size_t i = 0; i < plot()->axes().size(); ++i)
            if (plot()->axes()[i].key == key)
                return static_cast<int>(i);
        return -1;
    }
};

} // namespace

class TestExplorePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void readsColumnsAsTheyAre();
    void brushesSelectEverywhere();
    void axesMoveAndTurn();
    void scatterOfAnything();
    void boxesByAnything();
    void importanceFindsWhatMatters();
    void selectedRunsGoOn();
    void queriesNarrow();
    void followsTheStore();
    void tableIsAModel();
    void brushesKeepTheirValues();
    void waitsUntilSomebodyLooks();
    void columnsBeyondTheMostUsed();
    void wholeNumbersHaveNoDecimals();
    void manyLinesAreAllThere();
    void manyLinesAreAsWideAsAsked();
    void scatterTellsItsSeriesApart();
    void tenThousandRuns();
    void pictures_data();
    void pictures();
};

void TestExplorePage::readsColumnsAsTheyAre()
{
    Fixture f;
    const ExploreData &data = *f.page->data();
    QCOMPARE(data.size(), std::size_t(60));
    QCOMPARE(data.metricKeys.size(), 2);
    const auto runs = f.shell.bench.store().runs({});
    QVERIFY(runs);
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto &run = *std::ranges::find((*runs), data.ids[i], &tracking::Run::id);
        QCOMPARE(data.names[static_cast<qsizetype>(i)], run.name);
        QCOMPARE(data.column(QStringLiteral("params.lr"))->values[i], std::get<double>(run.params.at("lr")));
        QCOMPARE(data.column(QStringLiteral("metrics.accuracy"))->values[i],
                 run.metrics.at(QStringLiteral("accuracy")));
        QCOMPARE(data.column(QStringLiteral("params.optimizer"))->text(i),
                 QString::fromStdString(std::get<std::string>(run.params.at("optimizer"))));
        QCOMPARE(std::isnan(data.column(QStringLiteral("params.depth"))->values[i]), !run.params.contains("depth"));
    }
    QVERIFY(data.column(QStringLiteral("params.lr"))->spreads && !data.column(QStringLiteral("params.depth"))->spreads);
    QCOMPARE(data.column(QStringLiteral("params.optimizer"))->categories, (QStringList{"adam", "lion", "sgd"}));
    for (const ExploreColumn *column : data.parameters())
        QVERIFY(column->key != QLatin1String("params.fixed"));
}

void TestExplorePage::brushesSelectEverywhere()
{
    Fixture f;
    const int optimizer = f.axis(QStringLiteral("params.optimizer")), depth = f.axis(QStringLiteral("params.depth"));
    QVERIFY(optimizer >= 0 && depth >= 0);
    f.plot()->brush(optimizer, std::pair{0.9, 1.0}); // sgd, the last of three
    std::size_t expected = 0;
    const ExploreData &data = *f.page->data();
    for (std::size_t i = 0; i < data.size(); ++i)
        expected += data.column(QStringLiteral("params.optimizer"))->text(i) == QLatin1String("sgd");
    QVERIFY(expected > 5);
    QCOMPARE(f.page->chosenRuns().size(), expected);
    QCOMPARE(f.find<QTableView>("exploreTable")->model()->rowCount(), static_cast<int>(expected));
    f.plot()->brush(depth, std::pair{0.5, 1.0}); // within both
    for (std::size_t i = 0; i < data.size(); ++i)
        if (f.page->chosen()[i])
            QVERIFY(data.column(QStringLiteral("params.depth"))->values[i] >= 5);
    QVERIFY(f.page->chosenRuns().size() < expected);
    f.page->showTab(ExplorePage::Scatter); // drawn when it is looked at
    const std::size_t inScatter = f.page->findChild<ExploreScatter *>()->chart()->spec().series.back().x.size();
    QCOMPARE(inScatter, f.page->chosenRuns().size());
    f.page->showTab(ExplorePage::Parallel);
    // As a person would: dragging along the axis, then a click on it.
    f.plot()->clearBrushes();
    QVERIFY(f.page->chosen().empty());
    const QRectF area = f.plot()->plot();
    const int x = qRound(f.plot()->point(optimizer, 0).x());
    QTest::mousePress(f.plot(), Qt::LeftButton, {}, QPoint(x, qRound(area.top()) + 1));
    const QPointF to(x, area.top() + area.height() * 0.2);
    QMouseEvent drag(QEvent::MouseMove, to, f.plot()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(f.plot(), &drag);
    QTest::mouseRelease(f.plot(), Qt::LeftButton, {}, to.toPoint());
    QCOMPARE(f.page->chosenRuns().size(), expected);
    QTest::mouseClick(f.plot(), Qt::LeftButton, {}, QPoint(x, qRound(area.bottom()) - 3));
    QVERIFY(f.page->chosen().empty());
}

void TestExplorePage::axesMoveAndTurn()
{
    Fixture f;
    const int lr = f.axis(QStringLiteral("params.lr"));
    QVERIFY(f.plot()->axes()[static_cast<std::size_t>(lr)].logarithmic);
    const double before = f.plot()->point(lr, 0).y();
    f.plot()->turnAxis(lr);
    const QRectF area = f.plot()->plot();
    QVERIFY(std::abs(f.plot()->point(lr, 0).y() - (area.top() + area.bottom() - before)) < 1e-6);
    f.plot()->setLogarithmic(lr, false);
    QVERIFY(!f.plot()->axes()[static_cast<std::size_t>(lr)].logarithmic);
    f.plot()->moveAxis(lr, 0);
    QCOMPARE(f.axis(QStringLiteral("params.lr")), 0);
    f.plot()->setFocus();
    QTest::keyClick(f.plot(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(f.axis(QStringLiteral("params.lr")), 1);
    QTest::keyClick(f.plot(), Qt::Key_L);
    QVERIFY(f.plot()->axes()[1].logarithmic);
    // By its name.
    const QPoint name(qRound(f.plot()->point(1, 0).x()), 6);
    QTest::mousePress(f.plot(), Qt::LeftButton, {}, name);
    QTest::mouseRelease(f.plot(), Qt::LeftButton, {}, QPoint(qRound(f.plot()->point(3, 0).x()), 6));
    QCOMPARE(f.axis(QStringLiteral("params.lr")), 3);
    QSignalSpy clicked(f.plot(), &ParallelPlot::runClicked);
    QTest::keyClick(f.plot(), Qt::Key_Up);
    QTest::keyClick(f.plot(), Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(f.page->chosenRuns().size(), std::size_t(1));
}

void TestExplorePage::scatterOfAnything()
{
    Fixture f;
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

void TestExplorePage::boxesByAnything()
{
    const auto box = engine::boxStatistics({1, 2, 3, 4, 5, 6, 7, 8, 100, NAN});
    QCOMPARE(box->lowerQuartile, 3.0);
    QCOMPARE(box->median, 5.0);
    QCOMPARE(box->upperQuartile, 7.0);
    QCOMPARE(box->high, 8.0);
    QCOMPARE(box->outliers, std::vector<double>{100});
    QVERIFY(!engine::boxStatistics({NAN}));
    QCOMPARE(engine::equalStretches({1, 1, 1, 1, 2}, 4).size(), std::size_t(2));
    Fixture f;
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

void TestExplorePage::importanceFindsWhatMatters()
{
    Fixture f(200);
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

void TestExplorePage::brushesKeepTheirValues()
{
    const auto axisTo = [](int last) {
        ParallelAxis axis{.name = QStringLiteral("a"), .key = QStringLiteral("a")};
        for (int i = 0; i <= last; ++i)
            axis.values.push_back(i);
        return axis;
    };
    const auto names = [](int last) { return QStringList(last + 1, QStringLiteral("run")); };
    const std::vector<int> expected{5, 6, 7, 8, 9, 10};
    ParallelPlot plot;
    plot.resize(400, 300);
    plot.setAxes({axisTo(10)}, names(10));
    QSignalSpy brushed(&plot, &ParallelPlot::brushed);
    plot.brush(0, std::pair{0.5, 1.0});
    QCOMPARE(brushed.last().first().value<std::vector<int>>(), expected);
    plot.setAxes({axisTo(20)}, names(20)); // the axis is twice as long
    QCOMPARE(brushed.size(), 2);
    QCOMPARE(brushed.last().first().value<std::vector<int>>(), expected);
    plot.turnAxis(0);
    plot.tellBrushed();
    QCOMPARE(brushed.last().first().value<std::vector<int>>(), expected);
    ParallelAxis named{.name = QStringLiteral("n"),
                       .values = {0, 1, 1},
                       .categories = {QStringLiteral("adam"), QStringLiteral("sgd")},
                       .key = QStringLiteral("n")};
    plot.setAxes({named}, names(2));
    plot.brush(0, std::pair{0.9, 1.0});
    named.categories.insert(1, QStringLiteral("lion"));
    named.values = {0, 2, 2, 1};
    plot.setAxes({named}, names(3));
    QCOMPARE(brushed.last().first().value<std::vector<int>>(), (std::vector<int>{1, 2})); // sgd still
}

void TestExplorePage::waitsUntilSomebodyLooks()
{
    Fixture f(20);
    QTRY_VERIFY(f.shell.registry.running().empty());
    f.page->setVisible(false);
    makeRuns(f.shell.bench.store(), 5);
    f.page->refresh();
    QVERIFY(f.shell.registry.running().empty());
    QCOMPARE(f.page->data()->size(), std::size_t(20));
    f.page->setVisible(true);
    QTRY_COMPARE(f.page->data()->size(), std::size_t(25));
}

void TestExplorePage::selectedRunsGoOn()
{
    Fixture f;
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

void TestExplorePage::queriesNarrow()
{
    Fixture f;
    auto *query = f.find<QLineEdit>("exploreQuery");
    query->setText(QStringLiteral("params.optimizer = \"adam\""));
    emit query->editingFinished();
    QVERIFY(QTest::qWaitFor([&] { return f.page->data()->size() < 60; }, 10'000));
    QVERIFY(f.page->data()->size() > 5);
    QVERIFY(f.page->command().contains(QLatin1String("params.optimizer")) &&
            f.page->command().endsWith(QLatin1String("--json")));
    query->setText(QStringLiteral("metrics.accuracy > 5"));
    emit query->editingFinished();
    auto *empty = f.page->findChildren<EmptyPane *>().last();
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (EmptyPane *pane : f.page->findChildren<EmptyPane *>())
                if (pane->isVisible() && pane->title() == QLatin1String("No run matches"))
                    return true;
            return false;
        },
        10'000));
    Q_UNUSED(empty);
}

void TestExplorePage::followsTheStore()
{
    Fixture f(20);
    f.plot()->brush(f.axis(QStringLiteral("params.optimizer")), std::pair{0.9, 1.0});
    const auto before = f.page->chosenRuns();
    QVERIFY(!before.empty());
    makeRuns(f.shell.bench.store(), 5);
    f.page->refresh();
    QVERIFY(QTest::qWaitFor([&] { return f.page->data()->size() == 25; }, 10'000));
    const auto after = f.page->chosenRuns();
    for (const tracking::RunId &run : before)
        QVERIFY(std::ranges::find(after, run) != after.end());
}

void TestExplorePage::tableIsAModel()
{
    Fixture f(12);
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

/// Of very many columns the rarest are read when they are asked for.
void TestExplorePage::columnsBeyondTheMostUsed()
{
    FakeShell shell;
    for (int i = 0; i < 12; ++i) {
        Params params;
        for (int p = 0; p < 50; ++p)
            params["often" + std::to_string(p)] = double(p + i);
        if (i % 2 == 0) {
            params["rare"] = 0.5 * i;
            params["seldom"] = 0.25 * i;
            params["scarce"] = std::string(i % 4 ? "a" : "b");
        }
        const auto run = shell.bench.store().begin({.name = QStringLiteral("run %1").arg(i), .params = params});
        (void)shell.bench.store().logMetrics(*run, QStringLiteral("accuracy"),
                                             {{.step = 1, .time = 1'760'000'000'000'000, .value = 0.1 * i}});
        (void)shell.bench.store().end(*run, tracking::RunStatus::Finished);
    }
    ExplorePage page(shell, {});
    page.resize(1280, 800);
    page.setVisible(true);
    QTRY_VERIFY(page.data() != nullptr);
    QVERIFY(!page.data()->column(QStringLiteral("params.rare")));
    page.findChild<QToolButton *>(QStringLiteral("exploreAxes"))->click();
    auto *list = page.findChild<QListWidget *>(QStringLiteral("axisList"));
    QCOMPARE(list->count(), 1 + 53); // all but the model, which does not vary; and the metric
    page.findChild<QLineEdit *>(QStringLiteral("axisFilter"))->setText(QStringLiteral("RAR"));
    int found = -1;
    for (int row = 0; row < list->count(); ++row)
        if (!list->item(row)->isHidden()) {
            QCOMPARE(found, -1);
            found = row;
        }
    // What was not read to the end can be asked for again.
    list->item(found)->setCheckState(Qt::Checked);
    QCOMPARE(shell.registry.running().size(), std::size_t(1));
    shell.registry.running().front()->cancel();
    QTRY_VERIFY(shell.registry.running().empty());
    QVERIFY(!page.data()->column(QStringLiteral("params.rare")));
    list->item(found)->setCheckState(Qt::Unchecked);
    // Of a run that came since it is not asked: nothing but the column is read.
    (void)shell.bench.store().begin({.name = QStringLiteral("run 12"), .params = {{"rare", 7.0}}});
    list->item(found)->setCheckState(Qt::Checked);
    auto *parallel = page.findChild<ExploreParallel *>();
    QTRY_VERIFY(parallel->axes().contains(QStringLiteral("params.rare")));
    const ExploreColumn &rare = *page.data()->column(QStringLiteral("params.rare"));
    QCOMPARE(page.data()->size(), std::size_t(12));
    QCOMPARE(rare.values.size(), std::size_t(12));
    for (std::size_t at = 0; at < 12; ++at) {
        const int number = page.data()->names[static_cast<qsizetype>(at)].section(u' ', 1).toInt();
        QVERIFY(number % 2 == 0 ? rare.values[at] == 0.5 * number : std::isnan(rare.values[at]));
    }
    QVERIFY(std::ranges::is_sorted(page.data()->columns.begin() + 1, page.data()->columns.end() - 1, {},
                                   &ExploreColumn::key));
    list->item(found)->setCheckState(Qt::Unchecked);
    QVERIFY(!parallel->axes().contains(QStringLiteral("params.rare")));
    page.showTab(ExplorePage::Scatter);
    auto *x = page.findChild<QComboBox *>(QStringLiteral("scatterX"));
    x->setCurrentIndex(x->findData(QStringLiteral("params.seldom")));
    auto *scatter = page.findChild<ExploreScatter *>();
    QTRY_COMPARE(scatter->choice().x, QStringLiteral("params.seldom"));
    QTRY_VERIFY(scatter->chart()->spec().x.title == QLatin1String("seldom"));
    QCOMPARE(x->currentData().toString(), QStringLiteral("params.seldom"));
    auto *by = page.findChild<QComboBox *>(QStringLiteral("boxesBy"));
    by->setCurrentIndex(by->findData(QStringLiteral("params.scarce")));
    QTRY_VERIFY(page.findChild<ExploreBoxes *>()->chart()->spec().x.categories.size() == 2);
}

void TestExplorePage::wholeNumbersHaveNoDecimals()
{
    Fixture f(30);
    const ExploreColumn *depth = f.page->data()->column(QStringLiteral("params.depth"));
    QVERIFY(depth->whole && !f.page->data()->column(QStringLiteral("params.lr"))->whole);
    for (std::size_t run = 0; run < 30; ++run)
        QVERIFY(!depth->text(run).contains(u'.'));
}

/// The lines of thousands of runs go from value to value, past axes on which a run has none.
void TestExplorePage::manyLinesAreAllThere()
{
    constexpr int runs = 300, width = 400, height = 200;
    Random random(3);
    ParallelLines lines{.places = {20, 150, 260, 390}};
    for (int axis = 0; axis < 4; ++axis) {
        auto &rows = lines.rows.emplace_back();
        for (int run = 0; run < runs; ++run)
            rows.push_back(axis > 0 && axis < 3 && random.below(5) == 0 ? std::nan("") : 10 + 180 * random.uniform());
    }
    lines.inks.assign(runs, PixelInk(Qt::black));
    for (int run = 0; run < runs; run += 7) {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        paintParallelLines(image, lines, std::vector{run}, run % 2 == 0);
        std::vector<QPointF> points;
        for (std::size_t axis = 0; axis < 4; ++axis)
            if (const double row = lines.rows[axis][static_cast<std::size_t>(run)]; !std::isnan(row))
                points.emplace_back(lines.places[axis], row);
        for (int column = 0; column < width; ++column) {
            int black = 0;
            double sum = 0;
            for (int row = 0; row < height; ++row)
                if (qGray(image.pixel(column, row)) < 150) {
                    ++black;
                    sum += row;
                }
            if (column < 20 || column >= 390) {
                QCOMPARE(black, 0);
                continue;
            }
            const auto after = std::ranges::find_if(points, [&](const QPointF &p) { return p.x() > column; });
            const QPointF a = *std::prev(after), b = *after;
            const double slope = (b.y() - a.y()) / (b.x() - a.x());
            const double middle = a.y() + slope * (column + 0.5 - a.x());
            QVERIFY2(black >= 1 && std::abs(sum / black + 0.5 - middle) < 1.1,
                     qPrintable(QStringLiteral("run %1, column %2").arg(run).arg(column)));
        }
    }
}

/// On a fine screen lines have as many pixels as they are wide.
void TestExplorePage::manyLinesAreAsWideAsAsked()
{
    const ParallelLines lines{.places = {0, 100}, .rows = {{20}, {20}}, .inks = {PixelInk(Qt::black)}};
    for (const bool smooth : {false, true})
        for (const double width : {1.0, 2.4, 3.6}) {
            QImage image(100, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            paintParallelLines(image, lines, std::vector{0}, smooth, width);
            double ink = 0;
            for (int row = 0; row < 40; ++row)
                ink += (255 - qGray(image.pixel(50, row))) / 255.0;
            QVERIFY2(std::abs(ink - (smooth ? width : std::round(width))) < 0.05, qPrintable(QString::number(ink)));
        }
}

/// The trend and what is selected are told apart.
void TestExplorePage::scatterTellsItsSeriesApart()
{
    Fixture f;
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
    static std::unique_ptr<Fixture> kept; // ten thousand runs are made once
    if (!kept) {
        QElapsedTimer timer;
        timer.start();
        kept = std::make_unique<Fixture>(
            qEnvironmentVariableIntValue("ASSAY_RUNS") > 0 ? qEnvironmentVariableIntValue("ASSAY_RUNS") : 10'000);
        qInfo("made and read in %lld ms", timer.elapsed());
    }
    Fixture &f = *kept;
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
