// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "tests/widgets/explorefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/parallellines.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace assay;
using namespace assay::ui;

/// Runs as lines across axes: brushes, axes and what is painted.
class TestExploreParallel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void brushesSelectEverywhere();
    void axesMoveAndTurn();
    void brushesKeepTheirValues();
    void namesStandAboveTheirAxes();
    void noValueLooksLikeNone_data();
    void noValueLooksLikeNone();
    void feetAreBrushed();
    void valuesThatAreNoNumbersAreKeptApart();
    void manyLinesAreAllThere();
    void manyLinesAreAsWideAsAsked();
};

void TestExploreParallel::brushesSelectEverywhere()
{
    ExploreFixture f;
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

void TestExploreParallel::axesMoveAndTurn()
{
    ExploreFixture f;
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

void TestExploreParallel::brushesKeepTheirValues()
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

/// Those of the first and the last axis too.
void TestExploreParallel::namesStandAboveTheirAxes()
{
    ParallelPlot plot;
    plot.resize(700, 300);
    plot.setAxes({{.name = QStringLiteral("wide"), .values = {1, 2}},
                  {.name = QStringLiteral("middle"), .values = {1, 2}},
                  {.name = QStringLiteral("last"), .values = {1, 2}}},
                 {QStringLiteral("a"), QStringLiteral("b")});
    const QImage image = plot.grab().toImage();
    const int text = plot.fontMetrics().height();
    for (int axis = 0; axis < 3; ++axis) {
        const int x = qRound(plot.point(axis, 0).x());
        const int top = qRound((axis % 2 == 0 ? 0.1 : 1.1) * text);
        int sides[] = {0, 0};
        for (int dx = -40; dx <= 40; ++dx)
            for (int y = top; y < top + text; ++y)
                sides[dx < 0 ? 0 : 1] += qGray(image.pixel(x + dx, y)) < 150;
        QVERIFY2(sides[0] > 10 && sides[1] > 10, qPrintable(QStringLiteral("axis %1").arg(axis)));
    }
}

void TestExploreParallel::noValueLooksLikeNone_data()
{
    QTest::addColumn<int>("copies");
    QTest::addRow("few runs") << 1;
    QTest::addRow("many runs") << 40;
}

/// The line of a run without a value crosses the axis nowhere: it goes to a mark below it.
void TestExploreParallel::noValueLooksLikeNone()
{
    QFETCH(int, copies);
    ParallelAxis side, middle;
    for (int i = 0; i < copies; ++i) {
        side.values.insert(side.values.end(), {1, 3, 2}); // at the ends; the third run in between
        middle.values.insert(middle.values.end(), {1, 3, std::nan("")});
    }
    ParallelPlot plot;
    plot.resize(700, 400);
    plot.setAxes({side, middle, side}, QStringList(3 * copies, QStringLiteral("run")));
    const QRectF area = plot.plot();
    const double foot = plot.point(1, 2).y();
    QVERIFY(foot > area.bottom() + plot.fontMetrics().height() && foot < plot.height() - plot.fontMetrics().height());
    const QImage image = plot.grab().toImage();
    const auto inked = [&](double x, double row) {
        const QColor at = image.pixelColor(qRound(x), qRound(row)),
                     empty = image.pixelColor(3, qRound(area.center().y()));
        return at != empty;
    };
    const double x = plot.point(1, 0).x() - 9;
    for (double row = area.top() + 12; row < area.bottom() - 12; ++row)
        QVERIFY2(!inked(x, row), qPrintable(QString::number(row)));
    bool mark = false;
    for (double row = foot - 20; row < foot + 3; ++row)
        mark = mark || inked(x, row);
    QVERIFY(mark);
}

void TestExploreParallel::feetAreBrushed()
{
    ExploreFixture f;
    const int depth = f.axis(QStringLiteral("params.depth"));
    const auto &values = f.page->data()->column(QStringLiteral("params.depth"))->values;
    const std::vector<char> none = [&] {
        std::vector<char> out;
        for (const double value : values)
            out.push_back(std::isnan(value) ? 1 : 0);
        return out;
    }();
    const auto without = static_cast<std::size_t>(std::ranges::find(none, 1) - none.begin());
    const QPoint foot = f.plot()->point(depth, static_cast<int>(without)).toPoint();
    QTest::mouseClick(f.plot(), Qt::LeftButton, {}, foot);
    QCOMPARE(f.page->chosen(), none);
    QTest::mouseClick(f.plot(), Qt::LeftButton, {}, foot);
    QVERIFY(f.page->chosen().empty());
    // Dragged over the whole axis down to the mark: all runs.
    QTest::mousePress(f.plot(), Qt::LeftButton, {}, QPoint(foot.x(), qRound(f.plot()->plot().top())));
    QMouseEvent drag(QEvent::MouseMove, foot, f.plot()->mapToGlobal(QPointF(foot)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(f.plot(), &drag);
    QTest::mouseRelease(f.plot(), Qt::LeftButton, {}, foot);
    QCOMPARE(f.page->chosenRuns().size(), values.size());
    f.plot()->brush(depth, std::pair{0.0, 1.0}); // the axis alone
    QCOMPARE(f.page->chosenRuns().size(), values.size() - static_cast<std::size_t>(std::ranges::count(none, 1)));
    // Read again: what is brushed stays so.
    f.plot()->brushFeet(depth, ParallelPlot::NoValue);
    const ExplorePtr before = f.page->data();
    f.page->refresh();
    QTRY_VERIFY(f.page->data() != before);
    QCOMPARE(f.page->chosen(), none);
    f.plot()->clearBrushes();
    QVERIFY(f.page->chosen().empty() && !f.plot()->isBrushed());
}

/// NaN and the infinite are values: they have another place than none, and are read as what they are.
void TestExploreParallel::valuesThatAreNoNumbersAreKeptApart()
{
    FakeShell shell;
    auto &store = shell.bench.store();
    for (const std::optional<double> loss : {std::optional(0.5), std::optional(0.7), std::optional(std::nan("")),
                                             std::optional<double>(INFINITY), std::optional<double>()}) {
        const auto run = store.begin({.name = QStringLiteral("run"), .params = {{"lr", 0.1}}});
        if (loss)
            QVERIFY(store.logMetrics(*run, QStringLiteral("loss"),
                                     {{.step = 1, .time = 1'760'000'000'000'000, .value = *loss}}));
        QVERIFY(store.end(*run, tracking::RunStatus::Finished));
    }
    const auto data = readExplore(store, {}, {}, {});
    QVERIFY(data);
    QVERIFY((*data)->column(QStringLiteral("metrics.loss")));
    const ExploreColumn &loss = *(*data)->column(QStringLiteral("metrics.loss"));
    ParallelPlot plot;
    plot.resize(500, 400);
    plot.setAxes(exploreAxes(**data, {QStringLiteral("metrics.loss"), QStringLiteral("params.lr")}), (*data)->names);
    std::set<int> rows;
    QStringList texts;
    for (int run = 0; run < 5; ++run) {
        texts << loss.text(static_cast<std::size_t>(run));
        if (texts.last().isEmpty() || !texts.last().front().isDigit())
            rows.insert(qRound(plot.point(0, run).y()));
    }
    texts.sort();
    QCOMPARE(texts, (QStringList{QString(), QStringLiteral("0.5000"), QStringLiteral("0.7000"), QStringLiteral("NaN"),
                                 QStringLiteral("∞")}));
    QCOMPARE(rows.size(), std::size_t(2)); // none; NaN and ∞
    QVERIFY(*rows.begin() > plot.plot().bottom() + 10);
}

/// The lines of thousands of runs go from value to value.
void TestExploreParallel::manyLinesAreAllThere()
{
    constexpr int runs = 300, width = 400, height = 200;
    Random random(3);
    ParallelLines lines{.places = {20, 150, 260, 390}};
    for (int axis = 0; axis < 4; ++axis) {
        auto &rows = lines.rows.emplace_back();
        for (int run = 0; run < runs; ++run)
            rows.push_back(10 + 180 * random.uniform());
    }
    lines.inks.assign(runs, PixelInk(Qt::black));
    for (int run = 0; run < runs; run += 7) {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        paintParallelLines(image, lines, std::vector{run}, run % 2 == 0);
        std::vector<QPointF> points;
        for (std::size_t axis = 0; axis < 4; ++axis)
            points.emplace_back(lines.places[axis], lines.rows[axis][static_cast<std::size_t>(run)]);
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
void TestExploreParallel::manyLinesAreAsWideAsAsked()
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

QTEST_MAIN(TestExploreParallel)
#include "tst_exploreparallel.moc"
