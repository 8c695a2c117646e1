// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/curvefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveband.h"
#include "widgets/charts/ticks.h"

#include <QBuffer>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>
#include <algorithm>

using namespace assay;
using namespace assay::ui;

/// Curves as files of lines instead of pixels.
class TestCurveFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        freshSettings();
    }
    void filesOfLinesHaveGapsAndNames();
    void filesOfLinesLookLikeTheScreen();
    void filesOfLinesHaveTheOpacityOfTheScreen_data();
    void filesOfLinesHaveTheOpacityOfTheScreen();
};

void TestCurveFiles::filesOfLinesHaveGapsAndNames()
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
void TestCurveFiles::filesOfLinesLookLikeTheScreen()
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

void TestCurveFiles::filesOfLinesHaveTheOpacityOfTheScreen_data()
{
    QTest::addColumn<int>("curves");
    QTest::addColumn<double>("faint");
    QTest::addColumn<double>("full");
    QTest::newRow("few") << 3 << 0.22 << 1.0;
    QTest::newRow("more than twenty") << 25 << 0.12 << 1.0;
    QTest::newRow("a hundred") << 100 << 0.12 << 0.8;
}

/// A flat raw line below a flat smooth one: each is as strong in a picture made from the file's lines as in the window.
void TestCurveFiles::filesOfLinesHaveTheOpacityOfTheScreen()
{
    QFETCH(int, curves);
    QFETCH(double, faint);
    QFETCH(double, full);
    const Points raw{{0, 1, 2}, {1.5, 1.5, 1.5}}, far{{0, 1, 2}, {9, 9, 9}};
    CurveChart chart = chartOf(std::vector<Points>(static_cast<std::size_t>(curves), far));
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        chart.lines[i].slot = static_cast<int>(i % 8);
        chart.lines[i].shade = 0.5; // one colour, without dashes
    }
    chart.lines[0].smooth = std::make_shared<CurvePyramid>(raw.x, std::vector<double>{5.5, 5.5, 5.5});
    chart.lines[0].raw = std::make_shared<CurvePyramid>(raw.x, raw.y);
    const auto view = shownView(std::move(chart));
    const QColor ink = curveColor(0, 0.5, false);
    QBuffer file;
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(view->size());
    generator.setViewBox(view->rect());
    view->render(&generator);
    QSvgRenderer renderer(file.data());
    QImage drawn(view->size(), QImage::Format_RGB32);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    const QImage screen = view->grab().toImage();
    const QRectF plot = view->layoutOfChart().plot;
    for (const auto &[y, share] : {std::pair(1.5, faint), std::pair(5.5, full)}) {
        // All the ink of a column: where a line falls between two rows does not matter. A line is as wide as it is.
        const double width = y == 1.5 ? 1 : curves <= 8 ? 1.7 : curves <= 30 ? 1.4 : 1.1;
        for (const QImage *image : {&screen, static_cast<const QImage *>(&drawn)}) {
            const int row = qRound(view->layoutOfChart().y.pixel(y)),
                      column = qRound(plot.left() + plot.width() * 0.37);
            const auto paper = qGray(image->pixel(column, row - 9));
            double laid = 0;
            for (int r = row - 4; r <= row + 4; ++r)
                laid += double(paper - qGray(image->pixel(column, r))) / (paper - qGray(ink.rgb()));
            const QString what = QStringLiteral("%1 at %2: %3, not %4")
                                     .arg(QLatin1String(image == &screen ? "screen" : "file"))
                                     .arg(y)
                                     .arg(laid)
                                     .arg(width * share);
            QVERIFY2(std::abs(laid - width * share) < 0.12 * width * share + 0.02, qPrintable(what));
        }
    }
}

QTEST_MAIN(TestCurveFiles)
#include "tst_curvefiles.moc"
