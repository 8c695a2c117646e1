// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartdatadialog.h"
#include "widgets/charts/chartexport.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/chartview.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include "chartsamples.h"

using namespace assay;
using namespace assay::ui;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x1f, 0x23, 0x28));
    palette.setColor(QPalette::Window, QColor(0x1f, 0x23, 0x28));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::white);
    return palette;
}

/// How many pixels of a picture differ from its first.
int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    return count;
}

/// Pictures are kept for looking at when ASSAY_PICTURES names a folder.
void keep(const QImage &image, const QString &name)
{
    const QString folder = qEnvironmentVariable("ASSAY_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
}

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private slots:
    void drawsEveryChart_data();
    void drawsEveryChart();
    void followsThePalette();
    void tellsScreenReaders();
    void hasTheMenu();
    void writesFiles();
    void refusesUnwritableFolder();
    void copiesPictureAndData();
    void showsTheDataTable();
    void probesByKeyboard();
    void zoomsAndComesBack();
    void keepsSpikesOfAMillionPoints();
};

void TestChartView::drawsEveryChart_data()
{
    QTest::addColumn<int>("index");
    const auto charts = samples::allCharts();
    for (std::size_t i = 0; i < charts.size(); ++i)
        QTest::newRow(charts[i].first.constData()) << static_cast<int>(i);
}

void TestChartView::drawsEveryChart()
{
    QFETCH(int, index);
    const auto charts = samples::allCharts();
    const auto &[name, spec] = charts[static_cast<std::size_t>(index)];
    for (const bool dark : {false, true}) {
        ChartView view(spec);
        if (dark)
            view.setPalette(darkPalette());
        view.resize(view.sizeHint().expandedTo({560, 380}));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QImage image = view.grab().toImage();
        QVERIFY2(inkedPixels(image) > 2000, "the chart is empty");
        QCOMPARE(view.isDark(), dark);
        keep(image, QString::fromLatin1(name) + (dark ? QStringLiteral("-dark") : QString()));
        if (!dark) {
            view.resize(300, 240);
            keep(view.grab().toImage(), QString::fromLatin1(name) + QStringLiteral("-small"));
        }
    }
}

void TestChartView::followsThePalette()
{
    ChartView view(samples::roc());
    view.resize(400, 300);
    const QRgb light = view.grab().toImage().pixel(2, 298);
    view.setPalette(darkPalette());
    const QRgb dark = view.grab().toImage().pixel(2, 298);
    QVERIFY(qGray(light) > 200);
    QVERIFY(qGray(dark) < 60);
}

void TestChartView::tellsScreenReaders()
{
    ChartView view(samples::roc());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("ROC curve"));
    QVERIFY(interface->text(QAccessible::Description).contains(QLatin1String("for xgboost")));
    QCOMPARE(view.focusPolicy(), Qt::StrongFocus);
    auto *button = view.findChild<QToolButton *>();
    QVERIFY(button);
    QVERIFY(!button->accessibleName().isEmpty());
}

void TestChartView::hasTheMenu()
{
    ChartView view(samples::roc());
    QStringList texts;
    for (const QAction *action : view.menu()->actions()) {
        if (!action->isSeparator())
            texts << action->text().remove(u'&');
    }
    QCOMPARE(texts, (QStringList{QStringLiteral("Copy as picture"), QStringLiteral("Save as PNG…"),
                                 QStringLiteral("Save as SVG…"), QStringLiteral("Save as PDF…"),
                                 QStringLiteral("Copy data"), QStringLiteral("Save data as CSV…"),
                                 QStringLiteral("Show data table"), QStringLiteral("Show all")}));
}

void TestChartView::writesFiles()
{
    QTemporaryDir dir;
    ChartView view(samples::fairness());
    view.resize(500, 300);
    const auto *files = view.findChild<ChartExport *>();
    QVERIFY(files);

    QCOMPARE(files->savePng(dir.filePath(QStringLiteral("a.png"))), QString());
    QCOMPARE(QImage(dir.filePath(QStringLiteral("a.png"))).size(), QSize(1000, 600));

    QCOMPARE(files->saveSvg(dir.filePath(QStringLiteral("a.svg"))), QString());
    QVERIFY(QSvgRenderer(dir.filePath(QStringLiteral("a.svg"))).isValid());

    QCOMPARE(files->savePdf(dir.filePath(QStringLiteral("a.pdf"))), QString());
    QFile pdf(dir.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));

    QCOMPARE(files->saveCsv(dir.filePath(QStringLiteral("a.csv"))), QString());
    QFile csv(dir.filePath(QStringLiteral("a.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray text = csv.readAll();
    QCOMPARE(QString::fromUtf8(text), toCsv(dataTable(view.spec())));
    QVERIFY(text.startsWith("sex,Rows,Selection rate,Low,High\r\n"));
}

void TestChartView::refusesUnwritableFolder()
{
    ChartView view(samples::roc());
    view.resize(300, 200);
    const QString problem = view.findChild<ChartExport *>()->saveCsv(QStringLiteral("/nowhere/at/all.csv"));
    QVERIFY(problem.contains(QLatin1String("/nowhere/at/all.csv")));
}

void TestChartView::copiesPictureAndData()
{
    ChartView view(samples::fairness());
    view.resize(500, 300);
    view.menu()->actions().first()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(1000, 600));
    view.findChild<ChartExport *>()->copyData();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("sex\tRows\tSelection rate")));
}

void TestChartView::showsTheDataTable()
{
    ChartView view(samples::fairness());
    view.findChild<ChartExport *>()->showTable();
    auto *dialog = view.findChild<ChartDataDialog *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>();
    QVERIFY(table);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("sex"));
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Female"));
}

void TestChartView::probesByKeyboard()
{
    ChartView view(samples::roc());
    view.resize(500, 420);
    QSignalSpy probed(&view, &ChartView::probed);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(probed.size(), 1);
    const QString first = probed.takeFirst().first().toString();
    QVERIFY2(first.contains(QLatin1String("False positive rate")), qPrintable(first));
    QVERIFY2(first.contains(QLatin1String("xgboost")) && first.contains(QLatin1String("logistic")), qPrintable(first));
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(probed.takeFirst().first().toString() != first);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(probed.takeFirst().first().toString(), QString());
}

void TestChartView::zoomsAndComesBack()
{
    ChartView view(samples::roc());
    view.resize(500, 420);
    const QImage whole = view.picture(1);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.picture(1) != whole);
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(view.picture(1) == whole);
}

void TestChartView::keepsSpikesOfAMillionPoints()
{
    ChartSpec spec;
    spec.title = QStringLiteral("Spike");
    Series series{.name = QStringLiteral("s"), .slot = 0};
    for (int i = 0; i < 1'000'000; ++i) {
        series.x.push_back(i);
        series.y.push_back(i == 654'321 ? 100 : 0);
    }
    spec.series.push_back(std::move(series));
    ChartView view(spec);
    view.resize(600, 300);
    // A column of the line's colour from bottom to top, where the spike is.
    const QImage image = view.picture(1);
    int tallest = 0;
    for (int x = 60; x < image.width(); ++x) {
        int height = 0;
        for (int y = 0; y < image.height(); ++y) {
            const QColor c = image.pixelColor(x, y);
            height += c.blue() > c.red() + 40 ? 1 : 0;
        }
        tallest = std::max(tallest, height);
    }
    QVERIFY2(tallest > 150, qPrintable(QString::number(tallest)));
}

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
