// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartview.h"
#include "widgets/models/classmetricsmodel.h"
#include "widgets/models/operatingmodel.h"
#include "widgets/models/predictionrows.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/confusiontab.h"
#include "widgets/pages/curvedialog.h"
#include "widgets/pages/curvestab.h"
#include "widgets/pages/residualstab.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/segmentstab.h"
#include "widgets/pages/thresholdtab.h"

#include <QAbstractItemModelTester>
#include <QAbstractScrollArea>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include "chartsamples.h"

using namespace assay;
using namespace assay::ui;

namespace {

/// Counts as a person would count them, row by row.
engine::Confusion counted(const engine::Predictions &p, double threshold)
{
    engine::Confusion c;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const bool selected = p.scores(static_cast<Eigen::Index>(i), 0) >= threshold, positive = p.truth[i] > 0.5;
        (selected ? (positive ? c.tp : c.fp) : (positive ? c.fn : c.tn)) += 1;
    }
    return c;
}

/// A run page over the fake workbench's third run, with what it shows.
struct Fixture
{
    Fixture()
    {
        page.resize(1280, 800);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        settle();
        predictions = shell.bench.analysis(run, {}).value().predictions;
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }

    template<class T>
    T *find(const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

    void goTo(RunPage::Tab tab)
    {
        auto *tabs = find<QTabWidget>("runTabs");
        QVERIFY(tabs->isTabVisible(tab));
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
        QCOMPARE(tabs->currentIndex(), static_cast<int>(tab));
        settle();
    }

    void click(const char *button)
    {
        QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
        settle();
    }

    QString figure(OperatingModel::Row row)
    {
        return find<QTableView>("thresholdFigures")->model()->index(row, OperatingModel::Here).data().toString();
    }

    tracking::RunId run{QStringLiteral("%1").arg(3, 32, 16, QLatin1Char('0'))};
    FakeShell shell;
    RunPage page{shell, run};
    engine::Predictions predictions;
};

std::shared_ptr<const RunAnalysis> analysed(engine::Predictions predictions)
{
    auto made = std::make_shared<RunAnalysis>();
    made->details.run = fake::run(3, QStringLiteral("xgboost"), 0.8);
    made->evaluation = samples::evaluation(predictions);
    made->predictions = std::move(predictions);
    return made;
}

} // namespace

class TestRunTabs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void theSliderMovesEverything();
    void findsTheBestThresholds();
    void anUnreachableFloorIsSaid();
    void theCurvesTabFollows();
    void copiesTheCommandWithTheThreshold();
    void switchesCalibrationBins();
    void listsTheRowsOfACell();
    void theRowsFollowTheKeyboard();
    void drawsTickedClasses();
    void drawsResidualsOfManyRows();
    void dividesByAColumnOfTheData();
    void fitsALearningCurve();
    void fitsAValidationCurve();
    void refusesBadValues();
};

void TestRunTabs::theSliderMovesEverything()
{
    Fixture f;
    f.goTo(RunPage::Thresholds);
    auto *slider = f.find<QSlider>("thresholdSlider");
    auto *box = f.find<QDoubleSpinBox>("thresholdBox");
    QCOMPARE(box->value(), 0.5);
    slider->setFocus();
    for (int i = 0; i < 120; ++i)
        QTest::keyClick(slider, Qt::Key_Right);
    QVERIFY(std::abs(box->value() - 0.62) < 1e-9);
    const engine::Confusion c = counted(f.predictions, 0.62);
    const double n = static_cast<double>(f.predictions.size());
    QCOMPARE(f.figure(OperatingModel::Accuracy), QString::number((c.tp + c.tn) / n, 'f', 4));
    QCOMPARE(f.figure(OperatingModel::Precision), QString::number(c.tp / (c.tp + c.fp), 'f', 4));
    QCOMPARE(f.figure(OperatingModel::Recall), QString::number(c.tp / (c.tp + c.fn), 'f', 4));
    QCOMPARE(f.figure(OperatingModel::Selected),
             QString::number((c.tp + c.fp) / n * 100, 'f', 1) + QStringLiteral(" %"));
    const Series cells = f.find<ChartView>("thresholdConfusion")->spec().series.front();
    QVERIFY(cells.labels.at(3).startsWith(QString::number(c.tp) + QLatin1Char('\n')));

    int markers = 0;
    for (const ChartView *view : f.page.findChildren<ChartView *>()) {
        if (!view->isVisible() || view->markers().empty())
            continue;
        ++markers;
        if (view->spec().title == QLatin1String("ROC curve")) {
            QCOMPARE(*view->markers().front().x, c.fp / (c.fp + c.tn));
            QCOMPARE(*view->markers().front().y, c.tp / (c.tp + c.fn));
        }
    }
    QVERIFY2(markers >= 4, "every curve shown has its marker");

    // Typing moves the slider.
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("0.25"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(slider->value(), 250);
    const engine::Confusion low = counted(f.predictions, 0.25);
    QCOMPARE(f.figure(OperatingModel::Recall), QString::number(low.tp / (low.tp + low.fn), 'f', 4));
    grabPage(f.page, "run-thresholds");
}

void TestRunTabs::findsTheBestThresholds()
{
    Fixture f;
    f.goTo(RunPage::Thresholds);
    auto *miss = f.find<QDoubleSpinBox>("costFn");
    miss->setFocus();
    miss->selectAll();
    QTest::keyClicks(miss, QStringLiteral("8"));
    QTest::keyClick(miss, Qt::Key_Return);
    f.click("bestCost");
    double least = INFINITY, highestF1 = 0, recallAtPrecision = 0;
    for (std::size_t i = 0; i < f.predictions.size(); ++i) {
        const engine::Confusion c = counted(f.predictions, f.predictions.scores(static_cast<Eigen::Index>(i), 0));
        least = std::min(least, (c.fp + 8 * c.fn) / static_cast<double>(f.predictions.size()));
        highestF1 = std::max(highestF1, 2 * c.tp / (2 * c.tp + c.fp + c.fn));
        if (c.tp / (c.tp + c.fp) >= 0.9)
            recallAtPrecision = std::max(recallAtPrecision, c.tp / (c.tp + c.fn));
    }
    QCOMPARE(f.figure(OperatingModel::ExpectedCost), QString::number(least, 'f', 4));
    f.click("bestF1");
    QCOMPARE(f.figure(OperatingModel::F1), QString::number(highestF1, 'f', 4));
    f.click("bestPrecision");
    QCOMPARE(f.figure(OperatingModel::Recall), QString::number(recallAtPrecision, 'f', 4));
    QVERIFY(f.figure(OperatingModel::Precision).toDouble() >= 0.9);
    QVERIFY(f.find<QLabel>("foundThreshold")->text().contains(QLatin1String("0.9")));
    QVERIFY(!f.shell.told.isEmpty());
}

void TestRunTabs::anUnreachableFloorIsSaid()
{
    FakeShell shell;
    engine::Predictions p = samples::predictions(0.0, 400);
    // The highest scores are negatives': no threshold selects positives only.
    for (const Eigen::Index row : {1, 2, 3})
        p.scores(row, 0) = 0.999;
    ThresholdTab tab(shell);
    const auto analysis = analysed(p);
    tab.setSubject(analysis, std::make_shared<const ThresholdData>(thresholdData(p).value()));
    tab.resize(1000, 700);
    tab.show();
    tab.findChild<QDoubleSpinBox *>(QStringLiteral("precisionFloor"))->setValue(0.99);
    QTest::mouseClick(tab.findChild<QPushButton *>(QStringLiteral("bestPrecision")), Qt::LeftButton);
    QTRY_VERIFY(shell.registry.running().empty());
    auto *found = tab.findChild<QLabel *>(QStringLiteral("foundThreshold"));
    QTRY_COMPARE(found->text(), QStringLiteral("No threshold has a precision of at least 0.9900."));
    QCOMPARE(tab.threshold(), 0.5);
}

void TestRunTabs::theCurvesTabFollows()
{
    Fixture f;
    f.goTo(RunPage::Thresholds);
    f.find<QSlider>("thresholdSlider")->setValue(300);
    f.goTo(RunPage::Curves);
    auto *charts = f.page.findChild<CurvesTab *>()->charts();
    const engine::Confusion c = counted(f.predictions, 0.3);
    for (int tab = 0; tab < charts->count(); ++tab) {
        QTest::mouseClick(charts->tabBar(), Qt::LeftButton, {}, charts->tabBar()->tabRect(tab).center());
        charts->setCurrentIndex(tab); // tabs beyond the edge are reached by scrolling
        const bool series = charts->tabText(tab).contains(QLatin1String("by step"));
        QCOMPARE(charts->currentView()->markers().empty(), series);
        if (charts->tabText(tab) == QLatin1String("Gain"))
            QCOMPARE(*charts->currentView()->markers().front().y, c.tp / (c.tp + c.fn));
    }
}

void TestRunTabs::copiesTheCommandWithTheThreshold()
{
    Fixture f;
    f.goTo(RunPage::Thresholds);
    f.find<QSlider>("thresholdSlider")->setValue(370);
    QCOMPARE(f.page.command(),
             QStringLiteral("assay train loans.csv --target approved --model xgboost --threshold 0.37"));
}

void TestRunTabs::switchesCalibrationBins()
{
    CurvesTab tab;
    const auto analysis = analysed(samples::predictions(1.3));
    tab.setAnalysis(analysis, std::make_shared<const ThresholdData>(thresholdData(analysis->predictions).value()));
    tab.resize(900, 600);
    tab.show();
    auto *bins = tab.findChild<QComboBox *>(QStringLiteral("calibrationBins"));
    QVERIFY2(!bins->isVisible(), "only calibration has bins");
    ChartTabs *charts = tab.charts();
    for (int i = 0; i < charts->count(); ++i) {
        if (charts->tabText(i) == QLatin1String("Calibration"))
            charts->setCurrentIndex(i);
    }
    QVERIFY(bins->isVisible());
    const Series width = charts->currentChart()->series.back();
    QVERIFY2(width.band && !width.low.empty(), "a single model has Wilson bands");
    bins->setFocus();
    QTest::keyClick(bins, Qt::Key_Down);
    const Series count = charts->currentChart()->series.back();
    QCOMPARE(count.x, analysis->evaluation.quantileCalibration.meanPredicted);
    QVERIFY(count.x != width.x);
}

void TestRunTabs::listsTheRowsOfACell()
{
    Fixture f;
    f.goTo(RunPage::Confusion);
    auto *matrix = f.find<ChartView>("confusionMatrix");
    auto *table = f.find<QTableView>("cellRows");
    QCOMPARE(table->model()->rowCount(), 0);
    // Somewhere on the left lies a cell; the chart says which was hit.
    QTest::mouseClick(matrix->findChild<QAbstractScrollArea *>()->viewport(), Qt::LeftButton, {},
                      QPoint(matrix->width() / 4, matrix->height() / 3));
    f.settle();
    const Series cells = matrix->spec().series.front();
    QVERIFY(cells.chosen >= 0);
    const engine::Confusion c = counted(f.predictions, 0.5);
    const double counts[] = {c.tn, c.fp, c.fn, c.tp};
    QCOMPARE(table->model()->rowCount(), static_cast<int>(counts[cells.chosen]));
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);

    // Sorted by score with a click on its heading, then the other way round.
    QHeaderView *header = table->horizontalHeader();
    for (int i = 0; i < 2; ++i) {
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(PredictionRowsModel::Score) + 8, header->height() / 2));
        f.settle();
        const auto score = [&](int row) {
            return table->model()->index(row, PredictionRowsModel::Score).data().toString().toDouble();
        };
        const bool descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
        QCOMPARE(descending, i == 1);
        for (int row = 1; row < table->model()->rowCount(); ++row)
            QVERIFY(descending ? score(row) <= score(row - 1) : score(row) >= score(row - 1));
    }
    table->setFocus();
    table->selectRow(0);
    QTest::keySequence(table, QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.front(), QStringLiteral("Row\tTruth\tPrediction\tScore\tsex"));
    QVERIFY(lines.at(1).contains(table->model()->index(0, PredictionRowsModel::Score).data().toString()));
    grabPage(f.page, "run-confusion");
}

void TestRunTabs::theRowsFollowTheKeyboard()
{
    Fixture f;
    f.goTo(RunPage::Confusion);
    auto *matrix = f.find<ChartView>("confusionMatrix");
    QVERIFY(!matrix->accessibleDescription().isEmpty());
    matrix->setFocus();
    // The crosshair starts in the middle; arrows go by whole cells and end at the edge: below right is the hits.
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right})
        QTest::keyClick(matrix, key);
    QTest::keyClick(matrix, Qt::Key_Return);
    f.settle();
    QCOMPARE(matrix->spec().series.front().chosen, 3);
    QCOMPARE(f.find<QTableView>("cellRows")->model()->rowCount(), static_cast<int>(counted(f.predictions, 0.5).tp));
    QVERIFY(f.find<QLabel>("cellHeading")->text().contains(QLatin1String("rightly")));

    // The slider of the other tab changes matrix and rows.
    f.goTo(RunPage::Thresholds);
    f.find<QSlider>("thresholdSlider")->setValue(900);
    f.goTo(RunPage::Confusion);
    QCOMPARE(f.find<QTableView>("cellRows")->model()->rowCount(), static_cast<int>(counted(f.predictions, 0.9).tp));
    f.find<QComboBox>("cellShare")->setCurrentIndex(2);
    const engine::Confusion c = counted(f.predictions, 0.9);
    QVERIFY(matrix->spec().table.rows.at(3).at(3).startsWith(QString::number(c.tp / 200, 'g', 4)));
}

void TestRunTabs::drawsTickedClasses()
{
    CurvesTab tab;
    tab.setAnalysis(analysed(samples::classPredictions(9, 1.5)), nullptr);
    tab.resize(1200, 700);
    tab.show();
    auto *table = tab.findChild<QTableView *>(QStringLiteral("classTable"));
    auto *model = table->model();
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 9);
    const auto curves = [&] { return tab.charts()->currentChart()->series.size() - 2; }; // without chance and average
    QCOMPARE(curves(), ClassMetricsModel::mostDrawn);
    // An eighth has no colour; one must go first.
    table->setCurrentIndex(model->index(8, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(curves(), ClassMetricsModel::mostDrawn);
    table->setCurrentIndex(model->index(2, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(curves(), ClassMetricsModel::mostDrawn - 1);
    table->setCurrentIndex(model->index(8, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(curves(), ClassMetricsModel::mostDrawn);
    QVERIFY(tab.charts()->currentChart()->series.back().name.startsWith(QLatin1String("class I")));
    QVERIFY(tab.charts()->currentChart()->summary.contains(QLatin1String("Macro average")));
    grabPage(tab, "run-classes");
}

void TestRunTabs::drawsResidualsOfManyRows()
{
    JobRegistry jobs;
    ResidualsTab tab(jobs);
    const auto analysis = analysed(samples::regressionPredictions(25, 20000));
    tab.resize(1100, 760);
    tab.show();
    tab.setAnalysis(analysis);
    tab.start();
    QTRY_VERIFY(jobs.running().empty());
    auto *quantiles = tab.findChild<ChartView *>(QStringLiteral("normalQuantiles"));
    QTRY_VERIFY(quantiles->isVisible());
    QVERIFY(quantiles->spec().series.back().x.size() <= 2000);
    auto *histogram = tab.findChild<ChartView *>(QStringLiteral("residualHistogram"));
    const Series bars = histogram->spec().series.front();
    QCOMPARE(std::accumulate(bars.y.begin(), bars.y.end(), 0.0), 20000.0);
    auto *points = tab.findChild<ChartView *>(QStringLiteral("residualsByPrediction"));
    QCOMPARE(points->spec().series.at(1).x.size(), std::size_t(20000));
    QCOMPARE(points->spec().series.back().x.size(), std::size_t(20));
    grabPage(tab, "run-residuals");
}

void TestRunTabs::dividesByAColumnOfTheData()
{
    Fixture f;
    f.goTo(RunPage::Segments);
    auto *columns = f.find<QComboBox>("segmentColumn");
    QCOMPARE(columns->currentText(), QStringLiteral("sex"));
    QVERIFY2(columns->findText(QStringLiteral("region")) > 0, "columns of the data are there too");
    columns->setCurrentIndex(columns->findText(QStringLiteral("region")));
    f.settle();
    const ChartSpec spec = f.find<ChartView>("segmentChart")->spec();
    QCOMPARE(spec.y.categories, QStringList({QStringLiteral("East"), QStringLiteral("North"), QStringLiteral("South"),
                                             QStringLiteral("West")}));
    const DatasetPtr data = fake::dataset();
    double right = 0, rows = 0;
    for (std::size_t i = 0; i < f.predictions.size(); ++i) {
        if (data->table().column(4).text(static_cast<engine::Row>(i)) != "North")
            continue;
        ++rows;
        right += (f.predictions.scores(static_cast<Eigen::Index>(i), 0) >= 0.5) == (f.predictions.truth[i] > 0.5);
    }
    QCOMPARE(spec.series.front().y.at(1), right / rows);
    QVERIFY(spec.series.front().low.at(1) < right / rows && spec.series.front().high.at(1) > right / rows);
    grabPage(f.page, "run-segments");
}

void TestRunTabs::fitsALearningCurve()
{
    Fixture f;
    QTest::mouseClick(f.find<QPushButton>("learningCurve"), Qt::LeftButton);
    auto *dialog = f.page.findChild<CurveDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("fitCurve")), Qt::LeftButton);
    f.settle();
    auto *chart = dialog->findChild<ChartView *>();
    QTRY_VERIFY(chart->isVisible());
    QCOMPARE(chart->spec().series.size(), std::size_t(2));
    for (const Series &series : chart->spec().series)
        QVERIFY(series.band && series.y.size() == 6 && series.low.size() == 6);
    QCOMPARE(chart->spec().table.rows.size(), std::size_t(6));
    grabPage(*dialog, "learning-curve");
}

void TestRunTabs::fitsAValidationCurve()
{
    Fixture f;
    QTest::mouseClick(f.find<QPushButton>("validationCurve"), Qt::LeftButton);
    auto *dialog = f.page.findChild<CurveDialog *>();
    QVERIFY(dialog);
    auto *parameter = dialog->findChild<QComboBox *>(QStringLiteral("curveParameter"));
    QVERIFY(parameter->findText(QStringLiteral("learning_rate")) >= 0);
    parameter->setCurrentText(QStringLiteral("learning_rate"));
    auto *values = dialog->findChild<QLineEdit *>(QStringLiteral("curveValues"));
    QCOMPARE(values->text(), QStringLiteral("3e-04, 0.003, 0.03, 0.3"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("fitCurve")), Qt::LeftButton);
    f.settle();
    auto *chart = dialog->findChild<ChartView *>();
    QTRY_VERIFY(chart->isVisible());
    QCOMPARE(chart->spec().x.title, QStringLiteral("learning_rate"));
    QCOMPARE(chart->spec().series.front().y.size(), std::size_t(4));
}

void TestRunTabs::refusesBadValues()
{
    Fixture f;
    QTest::mouseClick(f.find<QPushButton>("validationCurve"), Qt::LeftButton);
    auto *dialog = f.page.findChild<CurveDialog *>();
    auto *values = dialog->findChild<QLineEdit *>(QStringLiteral("curveValues"));
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("curveProblem"));
    values->selectAll();
    QTest::keyClicks(values, QStringLiteral("10, many"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("fitCurve")), Qt::LeftButton);
    QVERIFY(problem->isVisible() && problem->text().contains(QLatin1String("many")));
    values->selectAll();
    QTest::keyClicks(values, QStringLiteral("10"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("fitCurve")), Qt::LeftButton);
    QVERIFY(problem->text().contains(QLatin1String("two values")));
    QVERIFY(!dialog->findChild<ChartView *>()->isVisible());
}

QTEST_MAIN(TestRunTabs)
#include "tst_runtabs.moc"
