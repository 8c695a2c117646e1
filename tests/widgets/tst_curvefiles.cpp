// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/curvefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/curveband.h"
#include "widgets/charts/ticks.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QSvgGenerator>
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

QTEST_MAIN(TestCurveFiles)
#include "tst_curvefiles.moc"
