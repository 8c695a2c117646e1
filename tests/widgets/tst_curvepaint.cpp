// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/curvefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curvepaint.h"
#include "widgets/charts/palette.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace assay;
using namespace assay::ui;

/// What curves look like, pixel by pixel.
class TestCurvePaint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        freshSettings();
    }
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
    void gapsAndJoins();
    void narrowCurvesHaveNoDashes();
    void cutsTraceAsPointsDo_data();
    void cutsTraceAsPointsDo();
    void curvesOfTheSameStepsShareTheirCuts();
};

void TestCurvePaint::whatIsPaintedIsExact_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("parts");
    for (const int points : {40, 700, 50'000})
        for (const int parts : {1, 2, 4})
            QTest::addRow("%d points, %d parts", points, parts) << points << parts;
}

/// The rows that are not background in each column of the picture, against the line from point to point.
void TestCurvePaint::whatIsPaintedIsExact()
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

void TestCurvePaint::stripesMeetWithoutASeam_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("parts");
    for (const char *kind : {"even", "repeated", "backward", "holes"})
        for (const int parts : {1, 2, 4})
            QTest::addRow("%s, %d parts", kind, parts) << QByteArray(kind) << parts;
}

/// What several threads paint in stripes is to the last bit what one pen draws from edge to edge.
void TestCurvePaint::stripesMeetWithoutASeam()
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

void TestCurvePaint::pixelsAreTheSameManyAtATime()
{
    Random random(4);
    for (int i = 0; i < 500; ++i) {
        std::vector<quint32> many(random.below(23));
        for (quint32 &pixel : many)
            pixel = static_cast<quint32>(random.below(0x1000000));
        std::vector<quint32> single = many;
        const PixelInk ink(faded(QColor::fromRgb(static_cast<QRgb>(random.below(0x1000000))), random.uniform()));
        const auto share = static_cast<unsigned>(i < 2 ? i * 256 : random.below(257));
        ink.lay(many.data(), static_cast<int>(many.size()), share);
        for (std::size_t at = 0; at < many.size(); ++at) {
            ink.lay(single[at], share);
            QCOMPARE(many[at] & 0xffffffU, single[at] & 0xffffffU);
            quint32 brushed = single[at];
            PixelBrush(ink).lay(brushed);
            ink.lay(single[at], ink.alpha());
            QCOMPARE(brushed, single[at]);
        }
    }
}

/// A gap is fainter, but what a column passes through is all there.
void TestCurvePaint::dashesHideNoExtreme()
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
void TestCurvePaint::lonePointsShowInGapsOfDashes()
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
void TestCurvePaint::whatHasNoRoomIsCutOff()
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
void TestCurvePaint::placesAreExactFarFromZero()
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

void TestCurvePaint::restlessCurvesKeepEveryPoint()
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

void TestCurvePaint::gapsAndJoins()
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

/// A short run among long ones is a stroke or two wide: wherever it lies, no gap between dashes makes it faint.
void TestCurvePaint::narrowCurvesHaveNoDashes()
{
    constexpr int width = 200, height = 60;
    const AxisScale xs{.min = 0, .max = width, .pixelMin = 0, .pixelMax = width};
    const AxisScale ys{.min = 0, .max = 1, .pixelMin = height, .pixelMax = 0};
    const auto darkest = [&](double at, double wide) {
        const CurvePyramid curve({at, at + wide / 2, at + wide}, {0.9, 0.5, 0.1});
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        CurveRaster raster({xs, ys, width, height, 2});
        raster.stroke(curve, Qt::black, 1.7, {7.0, 3.5});
        raster.paint(image);
        int least = 255;
        for (int column = qFloor(at); column < at + wide; ++column)
            least = std::min(least, qGray(image.pixel(column, height / 2)));
        return least;
    };
    for (int at = 20; at < 60; ++at)
        QVERIFY2(darkest(at + 0.5, 1) < 60, qPrintable(QString::number(at)));
    // Wide ones have their gaps.
    const auto gaps = [&] {
        const CurvePyramid flat({10, 190}, {0.5, 0.5});
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        CurveRaster raster({xs, ys, width, height, 2});
        raster.stroke(flat, Qt::black, 1.7, {7.0, 3.5});
        raster.paint(image);
        int found = 0;
        for (int column = 12; column < 188; ++column)
            found += qGray(image.pixel(column, height / 2)) > 150;
        return found;
    };
    QVERIFY(gaps() > 40);
}

void TestCurvePaint::cutsTraceAsPointsDo_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("logarithmic");
    for (const char *kind : {"even", "repeated"})
        for (const int parts : {1, 2, 4})
            for (const bool logarithmic : {false, true})
                QTest::addRow("%s, %d parts%s", kind, parts, logarithmic ? ", logarithmic" : "")
                    << QByteArray(kind) << parts << logarithmic;
}

/// A curve that rises is traced by where columns cut it; with a value that is no number after its end it is traced from
/// point to point. Both are one picture, whatever the axes and the stretch that is seen.
void TestCurvePaint::cutsTraceAsPointsDo()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, parts);
    QFETCH(bool, logarithmic);
    constexpr int width = 231, height = 120;
    Random random(21);
    for (const std::size_t n : {2U, 5U, 60U, 900U, 40'000U}) {
        Points p = logged(kind, n, n + 3);
        for (std::size_t i = 0; i < n; ++i) {
            p.x[i] += 1;
            p.y[i] = logarithmic ? std::exp(p.y[i] / 50) : p.y[i];
        }
        const CurvePyramid rising(p.x, p.y);
        p.x.push_back(p.x.back());
        p.y.push_back(NAN);
        const CurvePyramid other(p.x, p.y);
        const auto unit = [&](double value) { return logarithmic ? std::log10(value) : value; };
        const double low = unit(rising.extentX().low), high = unit(rising.extentX().high);
        for (int zoom = 0; zoom < 8; ++zoom) {
            const double wide = (high - low + 0.1) * (zoom == 0 ? 3 : std::pow(0.4, zoom - 1));
            const double from = zoom == 0 ? low - wide / 3.1 : low + (random.uniform() - 0.1) * (high - low);
            const AxisScale xs{
                .min = from, .max = from + wide, .pixelMin = 0, .pixelMax = width, .logarithmic = logarithmic};
            const AxisScale ys{.min = unit(rising.extent().low),
                               .max = unit(rising.extent().high) + 0.01,
                               .pixelMin = height,
                               .pixelMax = 0,
                               .logarithmic = logarithmic};
            const CurveFrame frame(xs, ys, width, height, parts);
            QVERIFY(CurveCuts::fits(rising, frame) && !CurveCuts::fits(other, frame));
            const auto painted = [&](const CurvePyramid &curve) {
                QImage image(width, height, QImage::Format_RGB32);
                image.fill(Qt::white);
                CurveRaster raster(frame);
                raster.stroke(curve, Qt::black, 1.4);
                raster.fill(curve, curve, Qt::red);
                raster.paint(image);
                return image;
            };
            const QImage cut = painted(rising), traced = painted(other);
            for (int row = 0; row < height; ++row)
                for (int column = 0; column < width; ++column)
                    if (std::abs(qGray(cut.pixel(column, row)) - qGray(traced.pixel(column, row))) > 3)
                        QFAIL(qPrintable(QStringLiteral("%1 points, zoom %2, column %3, row %4: %5 and %6")
                                             .arg(n)
                                             .arg(zoom)
                                             .arg(column)
                                             .arg(row)
                                             .arg(qGray(cut.pixel(column, row)))
                                             .arg(qGray(traced.pixel(column, row)))));
        }
    }
}

void TestCurvePaint::curvesOfTheSameStepsShareTheirCuts()
{
    const Points even = logged("even", 300, 1);
    QVERIFY(CurvePyramid(even.x, even.y).even());
    for (const char *kind : {"repeated", "backward"}) {
        const Points uneven = logged(kind, 300, 1);
        QVERIFY(!CurvePyramid(uneven.x, uneven.y).even());
    }
    Points late = even; // the same first steps, then another
    late.x.back() += 5;
    const CurvePyramid one(even.x, even.y), other(late.x, even.y), shifted({1, 2, 3}, {1, 2, 3}), still({1, 1}, {1, 2});
    QVERIFY(!other.even() && shifted.even() && !still.even());
    // Even or not, a curve looks the same beside others as alone.
    const AxisScale xs{.min = 0, .max = 304, .pixelMin = 0, .pixelMax = 200};
    const AxisScale ys{.min = one.extent().low, .max = one.extent().high, .pixelMin = 90, .pixelMax = 0};
    QImage apart(200, 90, QImage::Format_RGB32);
    apart.fill(Qt::white);
    QImage together = apart;
    CurveRaster all({xs, ys, 200, 90, 2});
    for (const CurvePyramid *curve : {&one, &other, &shifted, &one}) {
        CurveRaster alone({xs, ys, 200, 90, 2});
        alone.stroke(*curve, QColor(20, 80, 160, 200), 1.2);
        alone.paint(apart);
        all.stroke(*curve, QColor(20, 80, 160, 200), 1.2);
    }
    all.paint(together);
    QVERIFY(apart == together);
}

QTEST_MAIN(TestCurvePaint)
#include "tst_curvepaint.moc"
