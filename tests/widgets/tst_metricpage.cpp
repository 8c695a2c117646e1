// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveview.h"
#include "widgets/controls/theme.h"
#include "widgets/models/metricrunsmodel.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/metricpage.h"
#include "widgets/pages/metricpanel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <cmath>

using namespace assay;
using namespace assay::ui;

namespace {

/// A run with two curves, of `steps` points: loss falls towards `floor`, accuracy rises.
tracking::RunId train(tracking::RunStore &store, int number, int steps, bool open = false)
{
    Random random(static_cast<std::uint64_t>(number));
    const double floor = 0.2 + 0.3 * random.uniform(), speed = steps * (0.03 + 0.2 * random.uniform());
    const char *optimizers[] = {"adam", "sgd", "lion"};
    const auto run = store.begin({.name = QStringLiteral("run-%1").arg(number, 3, 10, QLatin1Char('0')),
                                  .model = QStringLiteral("mlp"),
                                  .params = {{"lr", std::pow(10.0, -4 + 3 * random.uniform())},
                                             {"optimizer", std::string(optimizers[number % 3])}}});
    std::vector<tracking::MetricPoint> loss, accuracy;
    const qint64 start = 1'760'000'000'000'000 + number * 60'000'000LL;
    for (int step = 0; step < steps; ++step) {
        const double fall = std::exp(-step / speed), noise = 0.06 * random.normal() * (0.3 + fall);
        loss.push_back({.step = step, .time = start + step * 250'000LL, .value = floor + 1.9 * fall + noise});
        accuracy.push_back(
            {.step = step, .time = start + step * 250'000LL, .value = 0.95 - 0.4 * floor - 0.5 * fall - noise / 4});
    }
    (void)store.logMetrics(*run, QStringLiteral("loss"), loss);
    (void)store.logMetrics(*run, QStringLiteral("accuracy"), accuracy);
    (void)store.flush();
    if (!open)
        (void)store.end(*run, tracking::RunStatus::Finished);
    return *run;
}

void hover(CurveView &view, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
}

struct Fixture
{
    FakeShell shell;
    std::vector<tracking::RunId> runs;
    std::unique_ptr<MetricPage> page;

    explicit Fixture(int count = 3, int steps = 60)
    {
        for (int i = 0; i < count; ++i)
            runs.push_back(train(shell.bench.store(), i, steps));
    }
    void open(QSize size = {1280, 800})
    {
        page = std::make_unique<MetricPage>(shell, runs);
        page->resize(size);
        page->setVisible(true);
    }
    bool loaded(std::size_t panels = 2) const
    {
        return QTest::qWaitFor(
            [&] { return page->panels().size() == panels && !page->panels().front()->view()->chart().empty(); },
            10'000);
    }
    const CurveChart &chart(std::size_t panel = 0) const { return page->panels()[panel]->view()->chart(); }
    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    QCheckBox *box(const QString &text) const
    {
        for (QCheckBox *one : page->findChildren<QCheckBox *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    bool until(const std::function<bool()> &what) const { return QTest::qWaitFor(what, 5000); }
};

} // namespace

class TestMetricPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void showsEveryMetricOfEveryRun();
    void ticksChooseMetricsAndRuns();
    void alongX_data();
    void alongX();
    void smoothingKeepsTheRawCurve();
    void groupsAreBands();
    void anotherProcessIsSeenWithinASecond();
    void staysWhereSomebodyLooks();
    void zoomsTogether();
    void crosshairReadsAllRuns();
    void relativeTimeIsTheSameInAllCharts();
    void keepsWhatLiesAlongX();
    void oneLargeChart();
    void remembersHowItWasLookedAt();
    void controlsStandOnOneLine();
    void emptyAndGone();
    void runsModelIsAModel();
    void pictures_data();
    void pictures();
};

void TestMetricPage::showsEveryMetricOfEveryRun()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    QCOMPARE(f.chart(0).title, QStringLiteral("Accuracy"));
    QCOMPARE(f.chart(1).lines.size(), std::size_t(3));
    QCOMPARE(f.chart(1).lines[2].raw->size(), std::size_t(60));
    QCOMPARE(f.chart(1).lines[2].name, QStringLiteral("run-002"));
    QVERIFY(f.chart(1).lines[0].slot != f.chart(1).lines[1].slot);
    QVERIFY(f.page->command().startsWith(QLatin1String("assay diff ")));
    QVERIFY(!f.page->panels()[1]->view()->accessibleDescription().isEmpty());
    for (QWidget *widget : f.page->findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
            !widget->objectName().startsWith(QLatin1String("qt_")) &&
            (qobject_cast<QComboBox *>(widget) || qobject_cast<QSlider *>(widget) || qobject_cast<CurveView *>(widget)))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    QVERIFY(f.page->panels()[0]->menu()->actions().size() >= 8);
    QTest::mouseClick(f.page->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(f.shell.went.contains(QLatin1String("compare")));
}

void TestMetricPage::ticksChooseMetricsAndRuns()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    auto *keys = f.find<QTreeView>("metricKeys");
    QCOMPARE(keys->model()->rowCount(), 2);
    QVERIFY(keys->model()->setData(keys->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(f.until([&] { return f.page->panels().size() == 1; }));
    QCOMPARE(f.chart().title, QStringLiteral("loss"));
    auto *runs = f.find<QTableView>("metricRuns");
    QCOMPARE(runs->model()->rowCount(), 3);
    QVERIFY(runs->model()->setData(runs->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(f.until([&] { return f.chart().lines.size() == 2; }));
    QCOMPARE(f.chart().lines[1].name, QStringLiteral("run-002"));
    QCOMPARE(f.chart().lines[1].slot, 2); // a run keeps its colour
}

void TestMetricPage::alongX_data()
{
    QTest::addColumn<QString>("x");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::newRow("step") << "step" << 0.0 << 59.0;
    QTest::newRow("wall time") << "time" << 1.76e15 << 1.76e15 + 59 * 250'000.0;
    QTest::newRow("relative time") << "relative" << 0.0 << 59 * 0.25;
    QTest::newRow("another metric") << "m:accuracy" << std::nan("") << std::nan("");
}

void TestMetricPage::alongX()
{
    QFETCH(QString, x);
    QFETCH(double, first);
    QFETCH(double, last);
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    auto *box = f.find<QComboBox>("metricX");
    const QString before = f.chart(1).xTitle;
    box->setCurrentIndex(box->findData(x));
    QVERIFY(f.until([&] { return x == QLatin1String("step") || f.chart(1).xTitle != before; }));
    const CurvePyramid &curve = *f.chart(1).lines[0].raw;
    QCOMPARE(curve.size(), std::size_t(60));
    if (std::isnan(first)) {
        const auto accuracy = f.shell.bench.store().series(f.runs[0], QStringLiteral("accuracy"));
        for (std::size_t i = 0; i < 60; ++i)
            QCOMPARE(curve.x()[i], (*accuracy)[i].value);
        return;
    }
    QCOMPARE(curve.x().front(), first);
    QCOMPARE(curve.x().back(), last);
    QCOMPARE(f.chart(1).xTime, x == QLatin1String("time"));
}

void TestMetricPage::smoothingKeepsTheRawCurve()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    auto *box = f.find<QComboBox>("metricSmoothing");
    box->setCurrentIndex(1);
    QVERIFY(f.until([&] { return f.chart().lines[0].smooth != nullptr; }));
    const CurveLine &line = f.chart(1).lines[0];
    const auto expected = smoothed(line.raw->y(), f.page->view().smoothing);
    QCOMPARE(std::vector<double>(line.smooth->y().begin(), line.smooth->y().end()), expected);
    QVERIFY(line.raw->y()[30] != line.smooth->y()[30]);
}

void TestMetricPage::groupsAreBands()
{
    Fixture f(6);
    f.open();
    QVERIFY(f.loaded());
    auto *box = f.find<QComboBox>("metricGroup");
    QVERIFY(box->findData(QStringLiteral("params.optimizer")) > 0);
    QCOMPARE(box->findData(QStringLiteral("params.lr")), -1); // a value of its own for each run is no group
    box->setCurrentIndex(box->findData(QStringLiteral("params.optimizer")));
    QVERIFY(f.until([&] { return f.chart(1).bands.size() == 3; }));
    // Beside the groups names of runs have room still.
    auto *runs = f.find<QTableView>("metricRuns");
    QVERIFY(!runs->isColumnHidden(MetricRunsModel::Group));
    QTRY_VERIFY(runs->columnWidth(MetricRunsModel::Name) >= 150);
    const CurveBand &band = f.chart(1).bands[0];
    QCOMPARE(band.name, QStringLiteral("adam"));
    QCOMPARE(band.runs, 2); // 0 and 3
    const auto a = f.shell.bench.store().series(f.runs[0], QStringLiteral("loss")),
               b = f.shell.bench.store().series(f.runs[3], QStringLiteral("loss"));
    for (std::size_t i = 0; i < 60; ++i) {
        QCOMPARE(band.low->y()[i], std::min((*a)[i].value, (*b)[i].value));
        QCOMPARE(band.high->y()[i], std::max((*a)[i].value, (*b)[i].value));
        QVERIFY(std::abs(band.mean->y()[i] - ((*a)[i].value + (*b)[i].value) / 2) < 1e-12);
    }
}

void TestMetricPage::anotherProcessIsSeenWithinASecond()
{
    Fixture f;
    const tracking::RunId open = train(f.shell.bench.store(), 7, 40, true);
    f.runs.push_back(open);
    f.open();
    QVERIFY(f.loaded());
    QVERIFY(f.until([&] { return f.chart(1).lines.size() == 4; }));
    QCOMPARE(f.chart(1).lines[3].raw->size(), std::size_t(40));
    const auto other = tracking::RunStore::open(f.shell.bench.store().path());
    QVERIFY(other);
    for (int round = 1; round <= 3; ++round) {
        const std::size_t before = f.chart(1).lines[3].raw->size();
        std::vector<tracking::MetricPoint> more;
        for (int i = 0; i < 25; ++i)
            more.push_back({.step = 40 + 25 * round + i, .time = 1, .value = 5.0 + round});
        QVERIFY((*other)->logMetrics(open, QStringLiteral("loss"), more));
        QVERIFY((*other)->flush());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(f.until([&] { return f.chart(1).lines[3].raw->size() == before + 25; }));
        QVERIFY2(timer.elapsed() <= 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(f.chart(1).lines[3].raw->y().back(), 5.0 + round);
        QCOMPARE(f.chart(1).lines[0].raw->size(), std::size_t(60)); // the others as they were
    }
}

void TestMetricPage::staysWhereSomebodyLooks()
{
    Fixture f;
    const tracking::RunId open = train(f.shell.bench.store(), 7, 100, true);
    f.runs = {open};
    f.open();
    QVERIFY(f.loaded());
    QCOMPARE(f.page->title(), QStringLiteral("Metrics of run-007"));
    CurveView *view = f.page->panels()[1]->view();
    view->setXRange(AxisRange{10, 30});
    QVERIFY(f.shell.bench.store().logMetrics(open, QStringLiteral("loss"), {{.step = 200, .time = 1, .value = 1}}));
    QVERIFY(f.until([&] { return f.chart(1).lines[0].raw->size() == 101; }));
    QCOMPARE(*view->xRange(), AxisRange(10, 30));
    view->setXRange(AxisRange{150, 200});
    QVERIFY(f.shell.bench.store().logMetrics(open, QStringLiteral("loss"), {{.step = 260, .time = 1, .value = 1}}));
    QVERIFY(f.until([&] { return f.chart(1).lines[0].raw->size() == 102; }));
    QCOMPARE(*view->xRange(), AxisRange(210, 260)); // the end was in sight
}

void TestMetricPage::zoomsTogether()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    CurveView *a = f.page->panels()[0]->view(), *b = f.page->panels()[1]->view();
    a->setFocus();
    QTest::keyClick(a, Qt::Key_Plus);
    QVERIFY(a->xRange() && a->xRange() == b->xRange());
    f.box(QStringLiteral("Zoom together"))->setChecked(false);
    QTest::keyClick(a, Qt::Key_Plus);
    QVERIFY(a->xRange() != b->xRange());
}

void TestMetricPage::crosshairReadsAllRuns()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    auto *table = f.find<QTableView>("metricRuns");
    const QString title = table->model()->headerData(1, Qt::Horizontal).toString();
    QCOMPARE(title, QStringLiteral("Last ") + f.chart(0).title); // and of what
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), title);
    CurveView *view = f.page->panels()[1]->view();
    view->grab();
    hover(*view, {view->layoutOfChart().x.pixel(20), view->layoutOfChart().plot.center().y()});
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("At the line"));
    for (int run = 0; run < 3; ++run) {
        const double value = f.chart(1).lines[static_cast<std::size_t>(run)].raw->y()[20];
        QVERIFY(std::abs(table->model()->index(run, 1).data().toString().toDouble() - value) < 1e-3);
    }
    // New points come while the pointer rests.
    QVERIFY(f.shell.bench.store().setNote(f.runs[0], QStringLiteral("written")));
    QSignalSpy drawn(f.page.get(), &MetricPage::titleChanged);
    QVERIFY(f.until([&] { return !drawn.isEmpty(); }));
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("At the line"));
}

void TestMetricPage::relativeTimeIsTheSameInAllCharts()
{
    FakeShell shell;
    tracking::RunStore &store = shell.bench.store();
    const auto run = store.begin({.name = QStringLiteral("one")});
    const qint64 start = 1'760'000'000'000'000;
    const auto at = [&](qint64 seconds) { return start + seconds * 1'000'000; };
    // Not in the order of their times, and evaluated for a short while in the middle.
    QVERIFY(store.logMetrics(*run, QStringLiteral("loss"),
                             {{.step = 1, .time = at(300), .value = 1},
                              {.step = 2, .time = at(0), .value = 2},
                              {.step = 3, .time = at(900), .value = 3},
                              {.step = 4, .time = at(600), .value = 4}}));
    QVERIFY(store.logMetrics(*run, QStringLiteral("score"),
                             {{.step = 1, .time = at(120), .value = 1}, {.step = 2, .time = at(150), .value = 2}}));
    QVERIFY(store.flush());
    MetricSeries series({*run});
    const MetricView view{.keys = {QStringLiteral("loss"), QStringLiteral("score")}, .x = CurveX::RelativeTime};
    QVERIFY(series.readRuns(store, {}));
    QVERIFY(series.readPoints(store, view, {}));
    const auto charts = series.charts(view);
    const auto xOf = [&](std::size_t chart) {
        const auto x = charts[chart].lines[0].raw->x();
        return std::vector<double>(x.begin(), x.end());
    };
    QCOMPARE(charts[0].xTitle, QStringLiteral("Minutes"));
    QCOMPARE(charts[1].xTitle, QStringLiteral("Minutes"));
    QCOMPARE(xOf(0), (std::vector<double>{5, 0, 15, 10}));
    QCOMPARE(xOf(1), (std::vector<double>{2, 2.5}));
}

void TestMetricPage::keepsWhatLiesAlongX()
{
    Fixture f;
    f.runs.push_back(train(f.shell.bench.store(), 7, 40, true));
    f.open();
    QVERIFY(f.loaded());
    auto *box = f.find<QComboBox>("metricX");
    const QString along = QStringLiteral("m:accuracy");
    box->setCurrentIndex(box->findData(along));
    QVERIFY(f.until([&] { return f.chart(1).xTitle == QLatin1String("Accuracy"); }));
    QVERIFY(f.shell.bench.store().logMetric(f.runs.back(), QStringLiteral("a new one"), 1, 0));
    QVERIFY(f.shell.bench.store().flush());
    QVERIFY(f.until([&] { return box->count() == 6; }));
    QCOMPARE(box->currentData().toString(), along);
    QCOMPARE(f.page->view().xMetric, QStringLiteral("accuracy"));
}

void TestMetricPage::oneLargeChart()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    emit f.page->panels()[1]->largeToggled();
    QVERIFY(!f.page->panels()[0]->isVisible() && f.page->panels()[1]->isVisible());
    emit f.page->panels()[1]->largeToggled();
    QVERIFY(f.page->panels()[0]->isVisible());
}

void TestMetricPage::remembersHowItWasLookedAt()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    f.box(QStringLiteral("log y"))->setChecked(true);
    f.find<QComboBox>("metricSmoothing")->setCurrentIndex(2);
    f.page.reset();
    f.open();
    QVERIFY(f.loaded());
    QVERIFY(f.chart().yLog && f.chart().lines[0].smooth);
    QVERIFY(f.box(QStringLiteral("log y"))->isChecked());
}

/// Boxes to tick beside boxes to choose from, whatever their heights.
void TestMetricPage::controlsStandOnOneLine()
{
    Fixture f;
    f.open();
    QVERIFY(f.loaded());
    const auto middle = [&](QWidget *widget) {
        return widget->mapTo(f.page.get(), QPointF(widget->rect().center())).y() + (widget->height() % 2 ? 0 : 0.5);
    };
    const double line = middle(f.find<QComboBox>("metricX"));
    for (QCheckBox *box : f.page->findChildren<QCheckBox *>())
        if (box->text().startsWith(QLatin1String("log")))
            QVERIFY2(std::abs(middle(box) - line) <= 1, qPrintable(box->text()));
}

void TestMetricPage::emptyAndGone()
{
    Fixture f(0);
    f.open();
    auto *empty = f.page->findChild<EmptyPane *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), QStringLiteral("No run is chosen"));
    f.runs = {tracking::RunId{QStringLiteral("0123456789abcdef0123456789abcdef")}};
    f.open();
    empty = f.page->findChild<EmptyPane *>();
    QVERIFY(f.until([&] { return empty->title() == QLatin1String("None of these runs is here any more"); }));
    const auto bare = f.shell.bench.store().begin({.name = QStringLiteral("bare")});
    f.runs = {*bare};
    f.open();
    empty = f.page->findChild<EmptyPane *>();
    QVERIFY(f.until([&] { return empty->title() == QLatin1String("No metric was logged yet"); }));
    QVERIFY(f.shell.bench.store().logMetric(*bare, QStringLiteral("loss"), 1, 0));
    QVERIFY(f.shell.bench.store().flush());
    QVERIFY(f.loaded(1)); // and then it is
}

void TestMetricPage::runsModelIsAModel()
{
    Fixture f(4, 5);
    MetricSeries series(f.runs);
    QVERIFY(series.readRuns(f.shell.bench.store(), {}));
    MetricRunsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    MetricView view;
    model.setRuns(series.runs(), runLooks(series.runs(), view, QStringLiteral("loss")), view, false);
    QCOMPARE(model.rowCount(), 4);
    model.setValues({1, 2, 3, 4}, QStringLiteral("Last"));
    model.setLit(2);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.hidden().size(), std::size_t(1));
}

void TestMetricPage::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("runs");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {false, true}) {
        const char *mode = dark ? "dark" : "light";
        QTest::addRow("metrics-five-%s", mode) << dark << 5 << QSize(1280, 800);
        QTest::addRow("metrics-hundred-%s", mode) << dark << 100 << QSize(1280, 800);
        QTest::addRow("metrics-hundred-large-%s", mode) << dark << 100 << QSize(1920, 1200);
        QTest::addRow("metrics-groups-%s", mode) << dark << 30 << QSize(1280, 800);
    }
}

void TestMetricPage::pictures()
{
    if (qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
        QSKIP("no folder for pictures");
    QFETCH(bool, dark);
    QFETCH(int, runs);
    QFETCH(QSize, size);
    Theme theme;
    theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    Fixture f(runs, runs == 100 ? 10'000 : 2000);
    f.open(size);
    QVERIFY(f.loaded());
    if (runs == 5) {
        f.find<QComboBox>("metricSmoothing")->setCurrentIndex(1);
        QVERIFY(f.until([&] { return f.chart().lines[0].smooth != nullptr; }));
        CurveView *view = f.page->panels()[1]->view();
        view->grab();
        hover(*view, view->layoutOfChart().plot.center());
    }
    if (runs == 30) {
        auto *box = f.find<QComboBox>("metricGroup");
        box->setCurrentIndex(box->findData(QStringLiteral("params.optimizer")));
        QVERIFY(f.until([&] { return f.chart(1).bands.size() == 3; }));
    }
    grabPage(*f.page, QTest::currentDataTag());
    theme.setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestMetricPage)
#include "tst_metricpage.moc"
