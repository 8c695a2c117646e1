// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/svg.h"

#include <QTest>
#include <QXmlStreamReader>

#include "chartsamples.h"

using namespace assay::ui;

namespace {

QString xmlError(const QString &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

} // namespace

class TestSvg : public QObject
{
    Q_OBJECT

private slots:
    void everyChartIsWellFormed();
    void describesItself();
    void escapes();
    void isSmallWhateverThePoints();
    void colours();
};

void TestSvg::everyChartIsWellFormed()
{
    for (const auto &[name, spec] : samples::allCharts()) {
        const QString svg = svgChart(spec);
        QVERIFY2(xmlError(svg).isEmpty(), name.constData());
        QVERIFY2(xmlError(QString::fromUtf8(standaloneSvg(spec, {}, true))).isEmpty(), name.constData());
        QVERIFY2(!svg.contains(QLatin1String("nan")) && !svg.contains(QLatin1String("inf ")), name.constData());
    }
}

void TestSvg::describesItself()
{
    const ChartSpec spec = samples::roc();
    const QString svg = svgChart(spec, {.idPrefix = QStringLiteral("f7")});
    QVERIFY(svg.contains(QStringLiteral("role=\"img\" aria-labelledby=\"f7-t f7-d\"")));
    QVERIFY(svg.contains(QStringLiteral("<title id=\"f7-t\">ROC curve</title>")));
    QVERIFY(svg.contains(QStringLiteral("<desc id=\"f7-d\">") + spec.summary));
}

void TestSvg::escapes()
{
    ChartSpec spec = samples::fairness();
    spec.title = QStringLiteral("<script>&\"\x01");
    spec.y.categories[0] = QStringLiteral("<b>%1 & %2</b>");
    const QString svg = svgChart(spec, {.width = 800});
    QCOMPARE(xmlError(svg), QString());
    QVERIFY(!svg.contains(QLatin1String("<script")));
    QVERIFY(svg.contains(QLatin1String("&lt;b&gt;%1 &amp; %2&lt;/b&gt;")));
}

void TestSvg::isSmallWhateverThePoints()
{
    ChartSpec spec;
    Series series;
    for (int i = 0; i < 1'000'000; ++i) {
        series.x.push_back(i);
        series.y.push_back(std::sin(i * 0.37) * i);
    }
    spec.series.push_back(series);
    QVERIFY(svgChart(spec).size() < 20'000);
    QVERIFY(svgChart(samples::denseScatter()).size() < 60'000);
}

void TestSvg::colours()
{
    const ChartSpec spec = samples::roc();
    QVERIFY(svgChart(spec).contains(QLatin1String("stroke:var(--s0)")));
    QVERIFY(svgStyle().contains(QLatin1String("prefers-color-scheme:dark")));
    const QByteArray file = standaloneSvg(spec, {}, false);
    QVERIFY(!file.contains("var(") && file.contains("stroke=\"#0072b2\""));
}

QTEST_GUILESS_MAIN(TestSvg)
#include "tst_svg.moc"
