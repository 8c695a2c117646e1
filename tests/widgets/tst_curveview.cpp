// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveband.h"
#include "widgets/charts/curveview.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/valueramp.h"
#include "widgets/controls/theme.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>

using namespace assay;
using namespace assay::ui;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

struct Points
{
    std::vector<double> x, y;
};

/// Steps that go on, stay, jump and sometimes start again, with values that are no numbers among them.
Points logged(const QByteArray &kind, std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Points out;
    double x = 0, level = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (kind == "even")
            x = static_cast<double>(i);
        else if (kind == "restless")
            x = random.uniform() * 1000;
        else
            x += std::floor(random.uniform() * 3) * (random.below(50) == 0 ? 40 : 1);
        if (kind == "backward" && random.below(n / 5 + 1) == 0)
            x = std::floor(x * random.uniform());
        level += random.normal();
        double y = level + (random.below(100) == 0 ? 40 * random.normal() : 0);
        if (kind == "holes" && random.below(6) == 0)
            y = random.below(3) == 0 ? NAN : random.below(2) == 0 ? inf : -inf;
        out.x.push_back(x);
        out.y.push_back(y);
    }
    return out;
}

std::map<int, Extent> bruteForce(const Points &points, const std::vector<double> &borders)
{
    std::map<int, Extent> out;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        if (!std::isfinite(points.y[i]))
            continue;
        for (std::size_t c = 0; c + 1 < borders.size(); ++c) {
            const bool last = c + 2 == borders.size();
            if (points.x[i] >= borders[c] && (points.x[i] < borders[c + 1] || (last && points.x[i] == borders[c + 1])))
                out[static_cast<int>(c)].add(points.y[i]);
        }
    }
    return out;
}

CurveChart chartOf(std::vector<Points> all)
{
    CurveChart chart{.title = QStringLiteral("loss"), .xTitle = QStringLiteral("Step")};
    for (std::size_t i = 0; i < all.size(); ++i)
        chart.lines.push_back({.name = QStringLiteral("run %1").arg(i),
                               .run = static_cast<int>(i),
                               .raw = std::make_shared<CurvePyramid>(all[i].x, all[i].y),
                               .slot = static_cast<int>(i)});
    return chart;
}

void hover(CurveView &view, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &move);
}

std::unique_ptr<CurveView> shownView(CurveChart chart, QSize size = {640, 400})
{
    auto view = std::make_unique<CurveView>();
    view->setChart(std::move(chart));
    view->resize(size);
    view->show();
    view->grab();
    return view;
}

} // namespace

class TestCurveView : public QObject
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
    void whatIsPaintedIsExact_data();
    void whatIsPaintedIsExact();
    void stripesMeetWithoutASeam_data();
    void stripesMeetWithoutASeam();
    void pixelsAreTheSameManyAtATime();
    void dashesHideNoExtreme();
    void lonePointsShowInGapsOfDashes();
    void whatHasNoRoomIsCutOff();
    void placesAreExactFarFromZero();
    void restlessCurvesKeepEveryPoint();
    void smallChartsNameTheirCurves();
    void gapsAndJoins();
    void readsTheNearestPoint();
    void zoomsAndMoves();
    void draggingABoxZooms();
    void keysDoWhatTheMouseDoes();
    void rangeFollowsWhatIsSeen();
    void holesAreMarkedAtTheEdges();
    void logAxesLeaveOutWhatTheyCannotShow();
    void followsTheEnd();
    void lightsOneRun();
    void tableHasEveryPoint();
    void bandsAreExact();
    void opensOnlyWhenMeant();
    void filesOfLinesHaveGapsAndNames();
    void filesOfLinesLookLikeTheScreen();
    void pictures();
};

void TestCurveView::columnsAreExact_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"even", "repeated", "backward", "holes", "restless"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestCurveView::columnsAreExact()
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

void TestCurveView::stretchesAreExact()
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

void TestCurveView::whatIsPaintedIsExact_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("parts");
    for (const int points : {40, 700, 50'000})
        for (const int parts : {1, 2, 4})
            QTest::addRow("%d points, %d parts", points, parts) << points << parts;
}

/// The rows that are not background in each column of the picture, against the line from point to point.
void TestCurveView::whatIsPaintedIsExact()
{
    QFETCH(int, points);
    QFETCH(int, parts);
    const int width = 211, height = 160;
    const Points p = logged("even", static_cast<std::size_t>(points), 8);
    const CurvePyramid curve(p.x, p.y);
    const Extent y = curve.extent();
    Random random(3);
    for (int zoom = 0; zoom < 6; ++zoom) {
        const double share = std::pow(0.5, zoom), from = random.uniform() * (1 - share) * points;
        const AxisScale xs{.min = from, .max = from + share * points, .pixelMin = 0, .pixelMax = double(width)};
        const AxisScale ys{.min = y.low - 3, .max = y.high + 3, .pixelMin = double(height), .pixelMax = 0};
        QImage white(width, height, QImage::Format_RGB32);
        white.fill(Qt::white);
        CurveRaster raster({xs, ys, width, height, parts});
        raster.stroke(curve, Qt::black, 1);
        QImage image = white;
        raster.paint(image);
        std::vector<Extent> rows(static_cast<std::size_t>(width));
        for (std::size_t i = 0; i + 1 < p.x.size(); ++i) {
            const double xa = xs.pixel(p.x[i]), xb = xs.pixel(p.x[i + 1]), ya = ys.pixel(p.y[i]),
                         yb = ys.pixel(p.y[i + 1]);
            for (int c = std::max(0, static_cast<int>(std::floor(xa)));
                 c <= std::min(width - 1, static_cast<int>(std::floor(xb))); ++c)
                for (const double at : {std::max<double>(c, xa), std::min<double>(c + 1, xb)})
                    rows[static_cast<std::size_t>(c)].add(ya + (at - xa) / (xb - xa) * (yb - ya));
        }
        for (int c = 1; c + 1 < width; ++c) {
            int top = height, bottom = -1;
            for (int r = 0; r < height; ++r)
                if (qGray(image.pixel(c, r)) < 250) {
                    top = std::min(top, r);
                    bottom = r;
                }
            const Extent &own = rows[static_cast<std::size_t>(c)];
            // A pen of one pixel reaches half of one further; a steep one also into the part of a pixel beside it.
            Extent wide = own;
            if (parts > 1) {
                wide.add(rows[static_cast<std::size_t>(c) - 1]);
                wide.add(rows[static_cast<std::size_t>(c) + 1]);
            }
            if (wide.empty())
                QVERIFY(bottom < 0);
            if (own.empty())
                continue;
            const QString where = QStringLiteral("column %1: painted %2 to %3, is %4 to %5")
                                      .arg(c)
                                      .arg(top)
                                      .arg(bottom)
                                      .arg(own.low)
                                      .arg(own.high);
            QVERIFY2(top <= own.low + 0.6 && bottom >= own.high - 1.6, qPrintable(where));
            QVERIFY2(top >= wide.low - 2 && bottom <= wide.high + 1.5, qPrintable(where));
        }
    }
}

void TestCurveView::stripesMeetWithoutASeam_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("parts");
    for (const char *kind : {"even", "repeated", "backward", "holes"})
        for (const int parts : {1, 2, 4})
            QTest::addRow("%s, %d parts", kind, parts) << QByteArray(kind) << parts;
}

/// What several threads paint in stripes is to the last bit what one pen draws from edge to edge.
void TestCurveView::stripesMeetWithoutASeam()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, parts);
    constexpr int width = 733, height = 210;
    const Points p = logged(kind, 3000, 12), few = logged(kind, 60, 13);
    const CurvePyramid curve(p.x, p.y), sparse(few.x, few.y);
    const Extent x = curve.extentX(), y = curve.extent();
    for (const double share : {1.0, 0.21}) {
        const AxisScale xs{.min = x.low, .max = x.low + share * (x.high - x.low), .pixelMin = 0, .pixelMax = width};
        const AxisScale ys{.min = y.low, .max = y.high, .pixelMin = height, .pixelMax = 0};
        const CurveFrame frame(xs, ys, width, height, parts);
        QImage striped(width + 9, height + 5, QImage::Format_RGB32);
        striped.fill(0xff336699);
        QImage whole = striped;
        const QPoint corner(4, 2);
        CurveRaster raster(frame);
        // Often enough that threads share the work.
        for (int i = 0; i < 8; ++i) {
            raster.stroke(curve, QColor(200, 10 * i, 30, 120), 1.1 + 0.3 * i,
                          i % 2 ? std::vector{7.0, 3.5} : std::vector<double>());
            raster.stroke(sparse, Qt::black, 1.7);
        }
        raster.wash(Qt::white, 0.3);
        raster.paint(striped, corner);
        const qsizetype stride = whole.bytesPerLine() / 4;
        auto *pixels = reinterpret_cast<quint32 *>(whole.bits()) + corner.y() * stride + corner.x();
        CurvePen pen(frame, pixels, stride, 0, width, 5);
        for (int i = 0; i < 8; ++i) {
            pen.stroke(curve, {.ink = PixelInk(QColor(200, 10 * i, 30, 120)),
                               .width = 1.1 + 0.3 * i,
                               .dashes = i % 2 ? std::vector{7.0, 3.5} : std::vector<double>()});
            pen.stroke(sparse, {.ink = PixelInk(Qt::black), .width = 1.7});
        }
        pen.wash(PixelInk(Qt::white), 76);
        pen.give(pixels, stride);
        for (int row = 0; row < whole.height(); ++row)
            for (int column = 0; column < whole.width(); ++column)
                if (whole.pixel(column, row) != striped.pixel(column, row))
                    QFAIL(qPrintable(QStringLiteral("column %1, row %2").arg(column).arg(row)));
    }
}

void TestCurveView::pixelsAreTheSameManyAtATime()
{
    Random random(4);
    for (int i = 0; i < 500; ++i) {
        std::vector<quint32> many(random.below(23));
        for (quint32 &pixel : many)
            pixel = static_cast<quint32>(random.below(0x1000000));
        std::vector<quint32> single = many;
        const PixelInk ink(QColor::fromRgb(static_cast<QRgb>(random.below(0x1000000))));
        const auto share = static_cast<unsigned>(i < 2 ? i * 256 : random.below(257));
        ink.lay(many.data(), static_cast<int>(many.size()), share);
        for (std::size_t at = 0; at < many.size(); ++at) {
            ink.lay(single[at], share);
            QCOMPARE(many[at] & 0xffffffU, single[at] & 0xffffffU);
        }
    }
}

/// A gap is fainter, but what a column passes through is all there.
void TestCurveView::dashesHideNoExtreme()
{
    constexpr int width = 300, height = 160;
    Points p = logged("even", 5000, 8);
    p.y[2345] += 300; // a single point that a gap could swallow
    const CurvePyramid curve(p.x, p.y);
    const Extent y = curve.extent();
    const AxisScale xs{.min = 0, .max = 5000, .pixelMin = 0, .pixelMax = width};
    const AxisScale ys{.min = y.low, .max = y.high, .pixelMin = height, .pixelMax = 0};
    const auto painted = [&](std::vector<double> dashes) {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        CurveRaster raster({xs, ys, width, height, 1});
        raster.stroke(curve, Qt::black, 1.7, std::move(dashes));
        raster.paint(image);
        return image;
    };
    const QImage solid = painted({}), dashed = painted({7, 3.5});
    int fainter = 0;
    for (int c = 0; c < width; ++c)
        for (int r = 0; r < height; ++r) {
            QVERIFY(qGray(solid.pixel(c, r)) >= 200 || qGray(dashed.pixel(c, r)) < 250);
            if (qGray(solid.pixel(c, r)) < 100) {
                QVERIFY(qGray(dashed.pixel(c, r)) < 235);
                fainter += qGray(dashed.pixel(c, r)) > qGray(solid.pixel(c, r)) + 40;
            }
        }
    QVERIFY(fainter > 300);
    // Of more than eight nobody could tell the dashes, of a few everybody can.
    const auto evenness = [](int curves) {
        std::vector<Points> flat;
        for (int i = 0; i < curves; ++i)
            flat.push_back({{0, 100}, {double(i), double(i)}});
        const auto view = shownView(chartOf(flat), {640, 400});
        const QImage image = view->grab().toImage();
        const ChartLayout &layout = view->layoutOfChart();
        std::map<QRgb, int> seen;
        for (int c = 0; c < 100; ++c)
            ++seen[image.pixel(static_cast<int>(layout.plot.left()) + 60 + c, static_cast<int>(layout.y.pixel(1)))];
        return std::ranges::max_element(seen, {}, [](const auto &one) { return one.second; })->second;
    };
    QVERIFY(evenness(3) < 80);
    QVERIFY(evenness(12) > 95); // but for a line of the grid
}

/// A point that nothing joins is whole wherever the dashes fall, and as large on a fine screen as on a coarse one.
void TestCurveView::lonePointsShowInGapsOfDashes()
{
    for (const int ratio : {1, 2, 3}) {
        const int width = 300 * ratio, height = 60 * ratio;
        Points p;
        for (int i = 0; i < 40; ++i) {
            p.x.push_back(i);
            p.y.push_back(i % 2 ? std::nan("") : 0.5);
        }
        const CurvePyramid curve(p.x, p.y);
        const AxisScale xs{.min = -1, .max = 40, .pixelMin = 0, .pixelMax = double(width)};
        const AxisScale ys{.min = 0, .max = 1, .pixelMin = double(height), .pixelMax = 0};
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        CurveRaster raster({xs, ys, width, height, 4});
        raster.stroke(curve, Qt::black, 1.7 * ratio, {7.0 * ratio, 3.5 * ratio});
        raster.paint(image);
        for (int i = 0; i < 40; i += 2) {
            const QPointF at(xs.pixel(i), ys.pixel(0.5));
            QVERIFY(qGray(image.pixel(at.toPoint())) < 10);
            double across = 0, down = 0;
            for (int away = -5 * ratio; away <= 5 * ratio; ++away) {
                across += (255 - qGray(image.pixel(at.toPoint() + QPoint(away, 0)))) / 255.0 / ratio;
                down += (255 - qGray(image.pixel(at.toPoint() + QPoint(0, away)))) / 255.0 / ratio;
            }
            QVERIFY2(std::abs(across - 3.4) < 0.5 && std::abs(down - 3.4) < 0.5,
                     qPrintable(QStringLiteral("%1 × %2 at %3").arg(across).arg(down).arg(ratio)));
        }
    }
}

/// Large letters in a small chart leave the plot less room than it takes.
void TestCurveView::whatHasNoRoomIsCutOff()
{
    const Points p = logged("even", 500, 3);
    const CurvePyramid curve(p.x, p.y);
    const Extent y = curve.extent();
    constexpr int width = 120, height = 80;
    const AxisScale xs{.min = 0, .max = 499, .pixelMin = 0, .pixelMax = width};
    const AxisScale ys{.min = y.low, .max = y.high, .pixelMin = height, .pixelMax = 0};
    CurveRaster raster({xs, ys, width, height, 2});
    raster.stroke(curve, Qt::black, 1.7);
    QImage roomy(400, 300, QImage::Format_RGB32);
    roomy.fill(Qt::white);
    QImage tight(90, 60, QImage::Format_RGB32);
    tight.fill(Qt::white);
    for (const QPoint corner : {QPoint(50, 10), QPoint(10, 40), QPoint(-30, -20), QPoint(200, 100)}) {
        QImage whole = roomy, part = tight;
        raster.paint(whole, corner + QPoint(100, 100));
        raster.paint(part, corner);
        QVERIFY(part == whole.copy(QRect(QPoint(100, 100), part.size())));
    }
    CurveView view;
    QFont large = view.font();
    large.setPixelSize(48);
    view.setFont(large);
    view.setChart(chartOf({p, p}));
    view.resize(70, 50);
    view.show();
    view.setLit(1);
    const QImage image = view.grab().toImage();
    QCOMPARE(image.size(), view.size());
    QVERIFY(!view.layoutOfChart().plot.isEmpty() && !QRectF(view.rect()).contains(view.layoutOfChart().plot));
}

/// Microseconds since 1970, looked at one by one.
void TestCurveView::placesAreExactFarFromZero()
{
    constexpr double start = 1.7e15;
    constexpr int width = 700;
    for (const double wide : {14.0, 20.0, 700.0}) {
        const AxisScale xs{.min = start, .max = start + wide, .pixelMin = 0, .pixelMax = width};
        const CurveFrame frame(xs, {.min = 0, .max = 1, .pixelMin = 10, .pixelMax = 0}, width, 10, 4);
        for (int i = 0; i <= 14; ++i)
            QVERIFY(std::abs(frame.place(start + i) - 4.0 * i * width / wide) < 1e-6);
        const CurvePyramid curve({start, start + 10}, {0.2, 0.8});
        const auto columns = curveColumns(curve, frame.borders());
        QCOMPARE(columns.size(), std::size_t(2));
        QVERIFY(columns[0].column < columns[1].column);
    }
}

void TestCurveView::restlessCurvesKeepEveryPoint()
{
    const Points p = logged("restless", 200'000, 9);
    const CurvePyramid curve(p.x, p.y);
    QVERIFY(drawnAsDots(curve) && !drawnAsDots({{0, 1, 2}, {1, 2, 3}}));
    constexpr int width = 500, height = 301;
    const Extent y = curve.extent();
    const AxisScale xs{.min = 100, .max = 900, .pixelMin = 0, .pixelMax = width};
    const AxisScale ys{.min = y.low, .max = y.high, .pixelMin = height, .pixelMax = 0};
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    CurveRaster raster({xs, ys, width, height, 2});
    raster.stroke(curve, Qt::black, 1);
    raster.paint(image);
    std::vector<bool> near(static_cast<std::size_t>(width * height), false);
    for (std::size_t i = 0; i < p.x.size(); ++i) {
        const int column = static_cast<int>(std::floor(xs.pixel(p.x[i]))),
                  row = static_cast<int>(std::floor(ys.pixel(p.y[i])));
        if (column >= 0 && column < width && row >= 0 && row < height)
            QVERIFY(qGray(image.pixel(column, row)) < 10);
        for (int c = std::max(0, column - 1); c <= std::min(width - 1, column + 1); ++c)
            for (int r = std::max(0, row - 1); r <= std::min(height - 1, row + 1); ++r)
                near[static_cast<std::size_t>(c * height + r)] = true;
    }
    // And nothing else: no line from point to point.
    for (int c = 0; c < width; ++c)
        for (int r = 0; r < height; ++r)
            QVERIFY(near[static_cast<std::size_t>(c * height + r)] || qGray(image.pixel(c, r)) > 250);
}

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
}

void TestCurveView::gapsAndJoins()
{
    const CurvePyramid curve({0, 1, 2, 3, 4, 2, 3}, {1, 2, NAN, 4, 5, 6, inf});
    QCOMPARE(curve.holes().size(), std::size_t(2));
    QCOMPARE(curve.holes()[1], (CurveHole{6, CurveHole::PlusInfinity}));
    QCOMPARE(curve.laps().size(), std::size_t(2));
    const std::vector<double> borders{0, 1, 2, 3, 4, 5};
    const auto columns = curveColumns(curve, borders);
    QCOMPARE(columns.size(), std::size_t(5));
    QVERIFY(!columns[1].apart && columns[2].apart && !columns[3].apart);
    QCOMPARE(columns[4].column, 2); // back again, joined in logged order
    QVERIFY(!columns[4].apart);
    // A stretch that leaves the picture keeps the points beside it.
    const auto inside = curveColumns(curve, std::vector<double>{0.5, 1.5});
    QCOMPARE(inside.front().column, -1);
    QCOMPARE(inside[1].column, 0);
    QCOMPARE(inside[2].column, 1);
}

void TestCurveView::readsTheNearestPoint()
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

void TestCurveView::bandsAreExact()
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

void TestCurveView::filesOfLinesHaveGapsAndNames()
{
    const Points gap{{0, 1, 2, 3, 4}, {1, 2, NAN, 2, 1}}, whole{{0, 1, 2, 3, 4}, {3, 4, 5, 4, 3}};
    const Points joined{gap.x, {1, 2, 1.5, 2, 1}};
    const auto drawn = [](CurveView &view) {
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(view.size());
        view.render(&generator);
        return file.data();
    };
    const auto view = shownView(chartOf({gap, whole})), other = shownView(chartOf({joined, whole}));
    const QRectF before = view->layoutOfChart().plot;
    const QByteArray svg = drawn(*view);
    const auto strokes = [](const QByteArray &text) { return text.count("<polyline"); };
    QVERIFY(strokes(svg) > strokes(drawn(*other))); // in two pieces, and the mark of the hole
    QVERIFY(svg.contains("run 0") && svg.contains("run 1"));
    QVERIFY(svg.contains("stroke-dasharray")); // the second is told from the first without colours
    QCOMPARE(view->layoutOfChart().plot, before);
}

/// Bands and legend have their dashes and widths, gaps are faint instead of empty, and colours are explained.
void TestCurveView::filesOfLinesLookLikeTheScreen()
{
    const Points flat{{0, 1, 2, 3, 4}, {1, 2, 3, 2, 1}};
    const auto drawn = [](CurveView &view) {
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(view.size());
        view.render(&generator);
        return QString::fromUtf8(file.data());
    };
    const auto dashed = [](const QString &svg) { return svg.count(QLatin1String("stroke-dasharray=\"")); };
    CurveChart chart = chartOf({flat, flat});
    const QString lines = drawn(*shownView(chart));
    QVERIFY(dashed(lines) > 0);
    QVERIFY2(lines.contains(QLatin1String("stroke-opacity=\"0.22")), qPrintable(lines));
    CurveChart bands = chart;
    bands.lines.clear();
    bands.bands = {bandOf(QStringLiteral("a"), 0, {chart.lines[0].raw.get()}),
                   bandOf(QStringLiteral("b"), 5, {chart.lines[1].raw.get()})};
    const QString banded = drawn(*shownView(bands));
    QVERIFY(dashed(banded) > 1); // the curve, besides its sample
    CurveChart shaded = chart;
    shaded.lines[0].shade = 0;
    shaded.lines[1].shade = 1;
    shaded.lines[1].raw =
        std::make_shared<CurvePyramid>(std::vector<double>{0, 1, 2, 3, 4}, std::vector<double>{1, 2, 3, 4, 777});
    const QString scaled = drawn(*shownView(shaded));
    QVERIFY(scaled.contains(QLatin1String("linearGradient")));
    QVERIFY(scaled.contains(u'>' + figure(777) + u'<'));
}

void TestCurveView::tableHasEveryPoint()
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
