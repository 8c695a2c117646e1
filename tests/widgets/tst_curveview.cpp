// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/curvefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveband.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/valueramp.h"
#include "widgets/controls/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace assay;
using namespace assay::ui;

/// How curves are looked at: by mouse and keys, with axes, crosshair and marks.
class TestCurveView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        freshSettings();
    }
    void smallChartsNameTheirCurves();
    void zoomsAndMoves();
    void draggingABoxZooms();
    void keysDoWhatTheMouseDoes();
    void rangeFollowsWhatIsSeen();
    void holesAreMarkedAtTheEdges();
    void marksAreExplained();
    void seriesOfOnePointAreSeen();
    void logAxesLeaveOutWhatTheyCannotShow();
    void followsTheEnd();
    void lightsOneRun();
    void crosshairSaysWhatIsThere();
    void opensOnlyWhenMeant();
    void pictures();
};

void TestCurveView::smallChartsNameTheirCurves()
{
    const CurveChart named = chartOf({logged("even", 50, 1), logged("even", 50, 2)});
    CurveChart nameless = named;
    for (CurveLine &line : nameless.lines)
        line.name.clear();
    const auto picture = [](const CurveChart &chart, QSize size) { return shownView(chart, size)->grab().toImage(); };
    const auto small = shownView(named, {300, 180});
    QVERIFY(small->layoutOfChart().legend.empty());
    QVERIFY(small->grab().toImage() != picture(nameless, {300, 180}));
    QCOMPARE(shownView(named, {640, 400})->layoutOfChart().legend.size(), std::size_t(2));
    // So many that they would cover the curves are not named.
    CurveChart eight = chartOf(std::vector<Points>(8, logged("even", 50, 1))), silent = eight;
    for (CurveLine &line : silent.lines)
        line.name.clear();
    QVERIFY(picture(eight, {300, 180}) == picture(silent, {300, 180}));
}

void TestCurveView::zoomsAndMoves()
{
    const auto view = shownView(chartOf({logged("even", 1000, 1)}));
    QSignalSpy changed(view.get(), &CurveView::xRangeChanged);
    const QRectF all = view->shownView();
    QCOMPARE(all.left(), 0.0);
    QCOMPARE(all.right(), 999.0);
    const QPointF middle = view->layoutOfChart().plot.center();
    const auto wheel = [&](int delta, Qt::KeyboardModifiers keys = {}) {
        QWheelEvent event(middle, view->mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(view.get(), &event);
    };
    wheel(120);
    QVERIFY(view->xRange());
    QVERIFY(std::abs(view->shownView().width() - 0.8 * 999) < 1e-6);
    QVERIFY(std::abs(view->shownView().center().x() - 499.5) < 2);
    const double left = view->shownView().left();
    wheel(-120, Qt::ShiftModifier);
    QVERIFY(view->shownView().left() > left);
    QVERIFY(!view->yRange());
    wheel(120, Qt::ControlModifier);
    QVERIFY(view->yRange());
    for (int i = 0; i < 8; ++i)
        wheel(120, Qt::ShiftModifier); // no further than the data
    QVERIFY(view->shownView().left() >= 0);
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, middle.toPoint());
    QVERIFY(!view->xRange() && !view->yRange());
    QVERIFY(changed.size() >= 4);
}

void TestCurveView::draggingABoxZooms()
{
    const auto view = shownView(chartOf({logged("even", 1000, 1)}));
    const QRectF plot = view->layoutOfChart().plot;
    const auto at = [&](double x, double y) {
        return QPoint(qRound(plot.left() + x * plot.width()), qRound(plot.top() + y * plot.height()));
    };
    const auto drag = [&](QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(view.get(), Qt::LeftButton, keys, from);
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, keys);
        QApplication::sendEvent(view.get(), &move);
        QTest::mouseRelease(view.get(), Qt::LeftButton, keys, to);
    };
    const QRectF before = view->shownView();
    drag(at(0.25, 0.2), at(0.75, 0.6));
    QVERIFY(std::abs(view->shownView().left() - 249.75) < 3 && std::abs(view->shownView().right() - 749.25) < 3);
    QVERIFY(std::abs(view->shownView().height() - 0.4 * before.height()) < 0.02 * before.height());
    view->grab();
    drag(at(0.5, 0.5), at(0.6, 0.5), Qt::ShiftModifier);
    QVERIFY(std::abs(view->shownView().left() - 199.8) < 3);
    view->resetView();
    view->grab();
    drag(at(0.1, 0.5), at(0.2, 0.51)); // a flat one: only x
    QVERIFY(view->xRange() && !view->yRange());
}

void TestCurveView::keysDoWhatTheMouseDoes()
{
    const auto view = shownView(chartOf({logged("even", 500, 1), logged("even", 500, 2)}));
    QSignalSpy probed(view.get(), &CurveView::probed), activated(view.get(), &CurveView::activated);
    view->setFocus();
    QTest::keyClick(view.get(), Qt::Key_Right);
    QVERIFY(probed.last().first().toString().contains(QLatin1String("Step")));
    QTest::keyClick(view.get(), Qt::Key_Down);
    QVERIFY2(probed.last().first().toString().startsWith(QLatin1String("run ")),
             qPrintable(probed.last().first().toString()));
    QTest::keyClick(view.get(), Qt::Key_Down);
    const int first = view->lit();
    QTest::keyClick(view.get(), Qt::Key_Up);
    QVERIFY(view->lit() >= 0 && view->lit() != first);
    QTest::keyClick(view.get(), Qt::Key_Return);
    QCOMPARE(activated.last().first().toInt(), view->lit());
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QVERIFY(view->xRange());
    const double left = view->shownView().left();
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(view->shownView().left() > left);
    QTest::keyClick(view.get(), Qt::Key_Home);
    QVERIFY(!view->xRange());
    QTest::keyClick(view.get(), Qt::Key_Escape);
    QCOMPARE(view->lit(), -1);
    QVERIFY(probed.last().first().toString().isEmpty());
}

void TestCurveView::rangeFollowsWhatIsSeen()
{
    Points points;
    for (int i = 0; i < 1000; ++i) {
        points.x.push_back(i);
        points.y.push_back(i == 900 ? 1e6 : std::sin(i * 0.05));
    }
    CurveChart chart = chartOf({points});
    auto view = shownView(chart);
    QVERIFY(view->shownView().bottom() > 1e6);
    view->setXRange(AxisRange{0, 300});
    QVERIFY(view->shownView().bottom() < 1.2 && view->shownView().bottom() > 1);
    std::vector<double> values = points.y;
    chart.robust = robustRange(values);
    view = shownView(chart);
    QVERIFY(view->shownView().bottom() < 1.4);
    QVERIFY(view->accessibleDescription().contains(QLatin1String("1 of 1000 values lie outside")));
}

void TestCurveView::holesAreMarkedAtTheEdges()
{
    Points points{{0, 1, 2, 3, 4, 5, 6, 7, 8}, {1, 1, inf, 1, -inf, 1, NAN, 1, 1}};
    const auto view = shownView(chartOf({points}));
    const QImage image = view->grab().toImage();
    const QRectF plot = view->layoutOfChart().plot;
    const auto coloured = [&](double x, double y) {
        int found = 0;
        for (int dx = -3; dx <= 3; ++dx)
            for (int dy = -3; dy <= 3; ++dy)
                found +=
                    QColor(image.pixel(qRound(view->layoutOfChart().x.pixel(x)) + dx, qRound(y) + dy)).saturation() >
                    90;
        return found > 4;
    };
    QVERIFY(coloured(2, plot.top() + 4) && !coloured(2, plot.bottom() - 4));
    QVERIFY(coloured(4, plot.bottom() - 4) && !coloured(4, plot.top() + 4));
    QVERIFY(coloured(6, plot.bottom() - 4));
    QVERIFY(!coloured(6, view->layoutOfChart().y.pixel(1))); // the line has a gap there
    QVERIFY(coloured(7.5, view->layoutOfChart().y.pixel(1)));
}

/// What the marks of values that are no numbers mean stands in the upper right, where there are such marks.
void TestCurveView::marksAreExplained()
{
    const Points whole{{0, 1, 2, 3, 4, 5}, {1, 0, 0, 0, 0, 0}};
    Points holed = whole;
    holed.y[2] = inf;
    holed.y[4] = NAN;
    const auto words = [](CurveView &view) {
        const QImage image = view.grab().toImage();
        const QRectF plot = view.layoutOfChart().plot;
        const QRgb paper = chartInk(false).background.rgb();
        int inked = 0;
        for (int x = qRound(plot.right()) - 60; x < plot.right() - 4; ++x)
            for (int y = qRound(plot.top()) + 10; y < plot.top() + 26; ++y)
                inked += std::abs(qGray(image.pixel(x, y)) - qGray(paper)) > 60;
        return inked;
    };
    const auto plain = shownView(chartOf({whole})), marked = shownView(chartOf({holed}));
    QVERIFY2(words(*plain) == 0 && words(*marked) > 40,
             qPrintable(QStringLiteral("%1, %2").arg(words(*plain)).arg(words(*marked))));
}

void TestCurveView::seriesOfOnePointAreSeen()
{
    const auto view = shownView(chartOf({{{0, 10}, {0, 1}}, {{5}, {0.3}}, {{2, 5, 8}, {NAN, 0.7, inf}}}));
    const QImage image = view->grab().toImage();
    for (const double y : {0.3, 0.7}) {
        const QPoint at = QPointF(view->layoutOfChart().x.pixel(5), view->layoutOfChart().y.pixel(y)).toPoint();
        int coloured = 0;
        for (int dx = -4; dx <= 4; ++dx)
            coloured += QColor(image.pixel(at + QPoint(dx, 0))).saturation() > 90;
        QVERIFY2(coloured >= 5, qPrintable(QStringLiteral("%1: %2").arg(y).arg(coloured)));
    }
}

void TestCurveView::logAxesLeaveOutWhatTheyCannotShow()
{
    Points points;
    for (int i = 0; i < 2000; ++i) {
        points.x.push_back(i);
        points.y.push_back(i % 500 == 3 ? 0 : 100.0 / (i + 1));
    }
    CurveChart chart = chartOf({points});
    chart.xLog = chart.yLog = true;
    const auto view = shownView(chart);
    QCOMPARE(view->shownView().left(), 0.0); // 10⁰: step 0 has no logarithm
    QVERIFY(view->shownView().top() < -1.2 && view->shownView().top() > -1.6);
    QVERIFY(view->layoutOfChart().xTicks.size() >= 3);
    // The exact columns hold on a logarithmic axis too.
    const AxisScale scale{.min = 0, .max = 3.3, .pixelMin = 0, .pixelMax = 150, .logarithmic = true};
    const CurveFrame frame(scale, {.min = 0, .max = 1}, 150, 100);
    const std::vector<double> borders(frame.borders().begin(), frame.borders().end());
    std::map<int, Extent> found;
    for (const CurveColumn &column : curveColumns(*chart.lines[0].raw, borders))
        if (column.column >= 0 && column.column < 150)
            found[column.column].add(column.y);
    QVERIFY(found == bruteForce(points, borders));
}

void TestCurveView::followsTheEnd()
{
    const Points points = logged("even", 1000, 1);
    const auto part = [&](std::size_t n) {
        return chartOf({Points{{points.x.begin(), points.x.begin() + static_cast<std::ptrdiff_t>(n)},
                               {points.y.begin(), points.y.begin() + static_cast<std::ptrdiff_t>(n)}}});
    };
    const auto view = shownView(part(500));
    view->setXRange(AxisRange{400, 499});
    view->setChart(part(600));
    QCOMPARE(*view->xRange(), AxisRange(400, 499)); // stays put
    view->setXRange(AxisRange{500, 599});
    view->setFollowing(true);
    view->setChart(part(700));
    QCOMPARE(*view->xRange(), AxisRange(600, 699));
    view->setXRange(AxisRange{100, 199});
    view->setChart(part(800));
    QCOMPARE(*view->xRange(), AxisRange(100, 199)); // not at the end
    view->setXRange(std::nullopt);
    view->setChart(part(900));
    QCOMPARE(view->shownView().right(), 899.0);
}

void TestCurveView::lightsOneRun()
{
    const auto view = shownView(chartOf({logged("even", 500, 1), logged("even", 500, 2)}));
    QSignalSpy lit(view.get(), &CurveView::litChanged), crosshair(view.get(), &CurveView::crosshairMoved);
    const QImage before = view->grab().toImage();
    const double x = 250, y = view->chart().lines[1].raw->y()[250];
    const QPointF at(view->layoutOfChart().x.pixel(x), view->layoutOfChart().y.pixel(y));
    hover(*view, at);
    QCOMPARE(lit.last().first().toInt(), 1);
    QVERIFY(std::abs(*crosshair.last().first().value<std::optional<double>>() - 250) < 2);
    QVERIFY(view->grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view.get(), &leave);
    QCOMPARE(lit.last().first().toInt(), -1);
    QVERIFY(view->grab().toImage() == before);
    QCOMPARE(readingsAt(view->chart(), 250).size(), std::size_t(2));
    QCOMPARE(readingsAt(view->chart(), 250)[1].y, y);
    CurveChart uneven = view->chart();
    uneven.lines[0].raw = std::make_shared<CurvePyramid>(std::vector<double>{0, 10}, std::vector<double>{1, 2});
    QCOMPARE(readingsAt(uneven, 10).size(), std::size_t(2));
    QCOMPARE(readingsAt(uneven, 11).size(), std::size_t(1)); // beyond its end it says nothing
}

/// Curves without a value at the crosshair are not counted, and whole steps stay whole.
void TestCurveView::crosshairSaysWhatIsThere()
{
    CurveChart chart = chartOf({logged("a", 500, 1), logged("b", 500, 2), logged("c", 500, 3)});
    chart.lines[0].raw = std::make_shared<CurvePyramid>(std::vector<double>{0, 10}, std::vector<double>{1, 2});
    chart.lines[2].raw = std::make_shared<CurvePyramid>(std::vector<double>{0, 300}, std::vector<double>{1, 2});
    const auto boxAt = [&](double x, std::size_t most) { return crosshairBox(chart, readingsAt(chart, x), x, most); };
    CrosshairBox box = boxAt(400.3, 8);
    QCOMPARE(box.readings.size(), std::size_t(1));
    QCOMPARE(box.more, 0);
    box = boxAt(200.3, 8); // one is nearer to its last step than to this one
    QCOMPARE(box.readings.size(), std::size_t(2));
    QCOMPARE(box.x, 200.0);
    box = boxAt(5.3, 2);
    QCOMPARE(box.readings.size(), std::size_t(2));
    QCOMPARE(box.more, 1);
    chart.lines[1].raw = std::make_shared<CurvePyramid>(std::vector<double>{0.5, 499.5}, std::vector<double>{1, 2});
    QCOMPARE(boxAt(200.3, 8).x, 200.3);
}

void TestCurveView::opensOnlyWhenMeant()
{
    const auto view = shownView(chartOf({logged("even", 500, 1)}));
    QSignalSpy activated(view.get(), &CurveView::activated);
    const QPoint at(qRound(view->layoutOfChart().x.pixel(250)),
                    qRound(view->layoutOfChart().y.pixel(view->chart().lines[0].raw->y()[250])));
    hover(*view, at);
    QCOMPARE(view->lit(), 0);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, at);
    QVERIFY(activated.isEmpty());
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, at);
    QCOMPARE(activated.size(), 1);
}

void TestCurveView::pictures()
{
    if (qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
        QSKIP("no folder for pictures");
    std::vector<Points> few, many;
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(i);
        Points points;
        const double floor = 0.2 + 0.4 * random.uniform(), speed = 200 + 1500 * random.uniform();
        for (int step = 0; step < 10'000; ++step) {
            points.x.push_back(step);
            points.y.push_back(floor + 2.2 * std::exp(-step / speed) +
                               0.05 * random.normal() * std::exp(-step / 8000.0));
        }
        if (i < 5)
            few.push_back(points);
        many.push_back(std::move(points));
    }
    auto view = shownView(chartOf(few), {900, 500});
    grabPage(*view, "curves-five");
    CurveChart chart = view->chart();
    for (CurveLine &line : chart.lines)
        line.smooth =
            std::make_shared<CurvePyramid>(std::vector<double>(line.raw->x().begin(), line.raw->x().end()),
                                           smoothed(line.raw->y(), {.kind = Smoothing::Exponential, .weight = 0.98}));
    view->setChart(chart);
    view->setXRange(AxisRange{0, 900});
    hover(*view, view->layoutOfChart().plot.center());
    grabPage(*view, "curves-smooth");
    CurveChart all = chartOf(many);
    std::vector<double> last;
    for (const CurveLine &line : all.lines)
        last.push_back(line.raw->y().back());
    const auto shares = rankShares(last);
    for (std::size_t i = 0; i < all.lines.size(); ++i)
        all.lines[i].shade = shares[i];
    view = shownView(all, {1000, 560});
    grabPage(*view, "curves-hundred");
    Theme theme;
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        view = shownView(chartOf(few), {360, 200}); // names at the ends of curves
        grabPage(*view, dark ? "curves-small-dark" : "curves-small-light");
    }
    theme.setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestCurveView)
#include "tst_curveview.moc"
