// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/theme.h"
#include "widgets/models/comparisonmodel.h"
#include "widgets/models/disagreementmodel.h"
#include "widgets/models/pairtestsmodel.h"
#include "widgets/pages/comparefigures.h"
#include "widgets/pages/comparemultiples.h"
#include "widgets/pages/compareoverlay.h"
#include "widgets/pages/comparepage.h"
#include "widgets/pages/compareparallel.h"
#include "widgets/pages/comparerankview.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runselection.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <functional>

using namespace assay;
using namespace assay::ui;

namespace {

tracking::RunId id(int number)
{
    return {QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))};
}

std::vector<tracking::RunId> firstRuns(int count)
{
    std::vector<tracking::RunId> ids;
    for (int i = 1; i <= count; ++i)
        ids.push_back(id(i));
    return ids;
}

struct Fixture
{
    explicit Fixture(std::vector<tracking::RunId> runs, const std::function<void(FakeWorkbench &)> &prepare = {})
    {
        shell.bench.fillUp(static_cast<int>(runs.size()));
        if (prepare)
            prepare(shell.bench);
        page = std::make_unique<ComparePage>(shell, std::move(runs));
        const bool large = qEnvironmentVariableIsSet("ASSAY_LARGE");
        page->resize(large ? 1920 : 1280, large ? 1200 : 800);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        QTRY_VERIFY(shell.registry.running().empty());
    }

    QTableView *table(const char *name) { return page->findChild<QTableView *>(QLatin1String(name)); }
    QString cell(const char *name, int row, int column)
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    QString said(const char *name) { return page->findChild<QLabel *>(QLatin1String(name))->text(); }
    CompareFigures *figures() { return page->findChild<CompareFigures *>(); }
    RunSelection *selection() { return page->findChild<RunSelection *>(); }
    /// Looking at the runs is quiet: no registry lists it.
    bool isSettled() const
    {
        return shell.registry.running().empty() &&
               std::ranges::none_of(page->findChildren<JobRunner *>(), &JobRunner::isRunning);
    }
    void settle() { QTRY_VERIFY(isSettled()); }

    /// Brings the chart called @p title to the front.
    template<class Widget>
    Widget *chart(const QString &title)
    {
        for (int tab = 0; tab < figures()->count(); ++tab)
            if (figures()->tabText(tab) == title)
                figures()->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        return figures()->currentWidget()->findChild<Widget *>();
    }
    QStringList tabs()
    {
        QStringList tabs;
        for (int tab = 0; tab < figures()->count(); ++tab)
            tabs << figures()->tabText(tab);
        return tabs;
    }

    /// The menu of the run at @p index, its entry @p text chosen.
    void choose(int index, const QString &text)
    {
        auto *chip = page->findChild<QToolButton *>(QStringLiteral("runChip%1").arg(index));
        for (QAction *action : chip->menu()->actions())
            if (action->text() == text)
                return action->trigger();
        QFAIL("no such entry");
    }

    FakeShell shell;
    std::unique_ptr<ComparePage> page;
};

engine::PairComparison pair(std::size_t a, std::size_t b, double difference)
{
    engine::PairComparison made;
    made.a = a;
    made.b = b;
    made.rows = 100;
    made.delong =
        engine::DeLong{.difference = difference, .pValue = 0.01, .low = difference - 0.01, .high = difference + 0.03};
    made.bootstrap["log_loss"] = {.difference = 0.2, .low = 0.1, .high = 0.3, .pValue = 0.002, .resamples = 1000};
    made.adjustedPValue = 0.02;
    return made;
}

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        if (qEnvironmentVariableIsSet("ASSAY_SCREENSHOTS")) // to be looked at as it will look
            (new Theme(this))
                ->setMode(qEnvironmentVariable("ASSAY_THEME") == QLatin1String("dark") ? Theme::Mode::Dark
                                                                                       : Theme::Mode::Light);
    }
    void init() { freshSettings(); }

    void differencesHaveTheSignOfTheQuestion()
    {
        RunComparison comparison;
        comparison.runs.resize(2);
        comparison.comparison.pairs = {pair(0, 1, -0.05)};
        const auto forward = pairedDifference(comparison, 0, 1, "roc_auc"); // run 1 − run 0, the pair is 0 − 1
        QVERIFY(forward);
        QCOMPARE(forward->difference, 0.05);
        QCOMPARE(forward->low, 0.02);
        QCOMPARE(forward->high, 0.06);
        QCOMPARE(forward->pValue, 0.02);
        QVERIFY(forward->adjusted);
        const auto backward = pairedDifference(comparison, 1, 0, "roc_auc");
        QCOMPARE(backward->difference, -0.05);
        QCOMPARE(backward->low, -0.06);
        const auto loss = pairedDifference(comparison, 0, 1, "log_loss");
        QCOMPARE(loss->low, -0.3);
        QCOMPARE(loss->high, -0.1);
        QVERIFY(!loss->adjusted);
        QVERIFY(!pairedDifference(comparison, 0, 1, "accuracy"));
    }

    void twoRunsHaveADifferenceColumn()
    {
        Fixture f({id(2), id(3)});
        auto *model = f.table("metricsTable")->model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->columnCount(), 5);
        int auc = -1;
        for (int row = 0; row < model->rowCount(); ++row)
            if (f.cell("metricsTable", row, 0) == QLatin1String("ROC AUC"))
                auc = row;
        QVERIFY(auc >= 0);
        QVERIFY(f.cell("metricsTable", auc, ComparisonMetricsModel::DifferenceOfTwo).startsWith(QLatin1Char('+')));
        QVERIFY(f.cell("metricsTable", auc, ComparisonMetricsModel::PValueOfTwo).endsWith(QLatin1String("(Holm)")));
        QVERIFY(model->index(auc, ComparisonMetricsModel::SecondRun).data(GridModel::StrongRole).toBool());
        QVERIFY(!model->index(auc, ComparisonMetricsModel::FirstRun).data(GridModel::StrongRole).toBool());
        QVERIFY(f.page->command().startsWith(QLatin1String("assay compare 0000")));
        grabPage(*f.page, "compare2");
    }

    void pinsAnotherBaseline()
    {
        Fixture f({id(1), id(2), id(3)});
        auto *model = f.table("metricsTable")->model();
        QCOMPARE(model->columnCount(), 4);
        f.choose(2, QStringLiteral("Pin as baseline"));
        QCOMPARE(f.page->baseline(), std::size_t(2));
        int tested = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            tested += model->index(row, 1).data(GridModel::DetailRole).toString().contains(QLatin1String("p ")) ? 1 : 0;
            QVERIFY(!model->index(row, 3).data(GridModel::DetailRole).toString().contains(QLatin1String("p ")));
        }
        QVERIFY(tested > 0);
        QVERIFY(f.page->inspectorText().contains(QLatin1String("xgboost-3")));
        grabPage(*f.page, "compare3");
    }

    void showsOnlyDifferencesUntilAskedForAll()
    {
        Fixture f({id(1), id(2)});
        auto *model = f.table("paramsTable")->model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 2); // model, max_depth
        QVERIFY(model->index(1, 1).data(GridModel::MarkedRole).toBool());
        f.page->findChild<QCheckBox *>(QStringLiteral("onlyDifferences"))->click();
        QCOMPARE(model->rowCount(), 3); // and n_estimators
        QVERIFY(!model->index(2, 1).data(GridModel::MarkedRole).toBool());
    }

    void goesOn()
    {
        Fixture f({id(1), id(2), id(3)});
        QTest::mouseClick(f.page->findChild<QPushButton *>(QStringLiteral("reportComparison")), Qt::LeftButton);
        f.choose(1, QStringLiteral("Fairness"));
        f.choose(0, QStringLiteral("Remove from comparison"));
        QCOMPARE(f.shell.went, (QStringList{"report", "run", "compare"}));
        QCOMPARE(f.shell.lastRuns, (std::vector<tracking::RunId>{id(2), id(3)}));
    }

    void saysWhatCanBeConcluded()
    {
        Fixture f({id(1), id(3)}); // 0.5 and 0.86
        QVERIFY2(f.said("conclusion").startsWith(QLatin1String("xgboost-3 is better than baseline-1 by 0.")),
                 qPrintable(f.said("conclusion")));
        QVERIFY(f.said("conclusion").contains(QLatin1String("DeLong")));
        Fixture close({id(2), id(3)}); // 0.81 and 0.86, in the samples closer than the interval is wide
        QVERIFY2(close.said("conclusion").contains(QLatin1String("no difference in ROC AUC is shown")) ||
                     close.said("conclusion").contains(QLatin1String("is better than")),
                 qPrintable(close.said("conclusion")));
    }

    void judgesByAnotherRule()
    {
        Fixture f({id(1), id(2), id(3)});
        auto *metric = f.page->findChild<QComboBox *>(QStringLiteral("judgeMetric"));
        QCOMPARE(metric->currentData().toString(), QStringLiteral("roc_auc"));
        metric->setFocus();
        QTest::keyClick(metric, Qt::Key_Up); // accuracy comes before
        QCOMPARE(metric->currentData().toString(), QStringLiteral("accuracy"));
        QVERIFY2(f.said("conclusion").contains(QLatin1String("Accuracy")), qPrintable(f.said("conclusion")));
        auto *rope = f.page->findChild<QDoubleSpinBox *>(QStringLiteral("judgeRope"));
        rope->setFocus();
        rope->selectAll();
        QTest::keyClicks(rope, QStringLiteral("2"));
        QTest::keyClick(rope, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.shell.bench.lastCompared().rope.value_or(0), 2.0);
        QVERIFY2(f.said("conclusion").contains(QLatin1String("equivalent for practical purposes")),
                 qPrintable(f.said("conclusion")));
        auto *level = f.page->findChild<QComboBox *>(QStringLiteral("judgeLevel"));
        level->setFocus();
        QTest::keyClick(level, Qt::Key_Down);
        f.settle();
        QCOMPARE(f.shell.bench.lastCompared().level, 0.99);
        QVERIFY2(f.page->command().endsWith(QLatin1String(" --metric accuracy --rope 2 --level 0.99")),
                 qPrintable(f.page->command()));
    }

    void keepsWhatSomebodyTypesWhenFiguresArrive()
    {
        Fixture f({id(1), id(2), id(3)});
        QTest::keyClick(f.page->findChild<QComboBox *>(QStringLiteral("judgeMetric")), Qt::Key_Up);
        auto *rope = f.page->findChild<QDoubleSpinBox *>(QStringLiteral("judgeRope"));
        f.page->activateWindow();
        rope->setFocus();
        QVERIFY(rope->hasFocus());
        rope->selectAll();
        QTest::keyClicks(rope, QStringLiteral("0.25"));
        f.settle();
        QVERIFY2(rope->text().contains(QLatin1String("0.25")), qPrintable(rope->text()));
        QTest::keyClick(rope, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.shell.bench.lastCompared().rope.value_or(0), 0.25);
    }

    void withholdsAVerdictOnUnlikeRuns()
    {
        Fixture f({id(1), id(3)}, [](FakeWorkbench &bench) {
            bench.caveats = QStringList{QStringLiteral("These runs used different seeds.")};
        });
        QVERIFY(f.said("conclusion").startsWith(QLatin1String("No conclusion is drawn")));
        auto *tests = f.table("testsTable")->model();
        QCOMPARE(tests->index(0, PairTestsModel::Verdict).data().toString(), QStringLiteral("–"));
        QCOMPARE(tests->index(0, PairTestsModel::Difference).data(GridModel::ToneRole).toInt(),
                 static_cast<int>(Tone::Faint));
        grabPage(*f.page, "compare2-withheld");
        auto *insist = f.page->findChild<QPushButton *>(QStringLiteral("compareAnyway"));
        QVERIFY(insist->isVisible());
        QTest::mouseClick(insist, Qt::LeftButton);
        QVERIFY(f.said("conclusion").contains(QLatin1String("is better than")));
        QCOMPARE(tests->index(0, PairTestsModel::Verdict).data().toString(), QStringLiteral("worse"));
    }

    void showsWhereTwoDisagree()
    {
        Fixture f({id(1), id(3)});
        auto *rows = f.table("rowsTable");
        QAbstractItemModelTester tester(rows->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(rows->model()->rowCount() > 10);
        QCOMPARE(rows->model()->columnCount(), DisagreementModel::FirstAttribute + 1);
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            QVERIFY(f.cell("rowsTable", row, DisagreementModel::FirstPrediction) !=
                    f.cell("rowsTable", row, DisagreementModel::SecondPrediction));
        rows->sortByColumn(DisagreementModel::Distance, Qt::DescendingOrder);
        double before = 2;
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            const double distance = f.cell("rowsTable", row, DisagreementModel::Distance).toDouble();
            QVERIFY(distance <= before);
            before = distance;
        }
        QVERIFY(f.said("rowsText").contains(QString::number(rows->model()->rowCount())));
        QVERIFY(f.chart<ChartView>(QStringLiteral("Scores"))->spec().series.size() == 2);
    }

    void selectsInTableAndChartsAlike()
    {
        Fixture f({id(1), id(2), id(3)});
        auto *overlay = f.chart<CompareOverlay>(QStringLiteral("ROC"));
        QVERIFY(overlay);
        const auto at = overlay->pointOn(1);
        QVERIFY(at);
        QTest::mouseMove(overlay, at->toPoint());
        QTRY_COMPARE(f.selection()->hovered(), overlay->runAt(at->toPoint()));
        const int run = overlay->runAt(at->toPoint());
        QTest::mouseClick(overlay, Qt::LeftButton, {}, at->toPoint());
        QCOMPARE(f.selection()->selected(), std::vector<int>{run});
        const QModelIndexList chosen = f.table("metricsTable")->selectionModel()->selectedIndexes();
        QCOMPARE(chosen.size(), f.table("metricsTable")->model()->rowCount());
        for (const QModelIndex &index : chosen)
            QCOMPARE(index.column(), run + 1);
        f.settle();
        QVERIFY(f.table("rowsTable")->model()->rowCount() > 0); // the baseline against that run

        f.table("metricsTable")->setCurrentIndex(f.table("metricsTable")->model()->index(0, 3));
        QCOMPARE(f.selection()->selected(), std::vector<int>{2});
        overlay->setFocus();
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(f.selection()->selected().empty());
        f.selection()->setHovered(-1);
        QTest::keyClick(overlay, Qt::Key_Down);
        QTest::keyClick(overlay, Qt::Key_Down);
        QTest::keyClick(overlay, Qt::Key_Space);
        QCOMPARE(f.selection()->selected(), std::vector<int>{1});
    }

    void suitsTheNumberOfRuns_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("chips");
        QTest::addColumn<bool>("transposed");
        QTest::newRow("two") << 2 << 2 << false;
        QTest::newRow("four") << 4 << 4 << false;
        QTest::newRow("eight") << 8 << 8 << true;
        QTest::newRow("twenty") << 20 << 1 << true;
        QTest::newRow("fifty") << 50 << 1 << true;
    }

    void suitsTheNumberOfRuns()
    {
        QFETCH(int, runs);
        QFETCH(int, chips);
        QFETCH(bool, transposed);
        Fixture f(firstRuns(runs));
        auto *metrics = f.table("metricsTable")->model();
        QAbstractItemModelTester tester(metrics, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(transposed ? metrics->rowCount() : metrics->columnCount() - (runs == 2 ? 3 : 1), runs);
        QCOMPARE(f.table("testsTable")->model()->rowCount(), runs * (runs - 1) / 2);
        int shown = 0;
        for (const QToolButton *chip : f.page->findChildren<QToolButton *>())
            shown += chip->objectName().startsWith(QLatin1String("runChip")) && chip->isVisible() ? 1 : 0;
        QCOMPARE(shown, chips);
        QCOMPARE(f.tabs().contains(QStringLiteral("Each run")), runs > 8);
        QCOMPARE(f.tabs().contains(QStringLiteral("Pairs")), runs > 2);
        auto *overlay = f.chart<CompareOverlay>(QStringLiteral("ROC"));
        QCOMPARE(static_cast<int>(overlay->family().curves.size()), runs);
        QCOMPARE(static_cast<int>(f.selection()->lit().size()), runs <= 8 ? runs : 1);
        QVERIFY(!f.said("conclusion").isEmpty());
        grabPage(*f.page, qPrintable(QStringLiteral("compare%1").arg(runs)));
    }

    void coloursOnlyWhatIsLookedAtAmongMany()
    {
        Fixture f(firstRuns(20));
        auto *plots = f.chart<CompareMultiples>(QStringLiteral("Each run"));
        QVERIFY(plots);
        QTest::mouseClick(plots, Qt::LeftButton, {}, plots->plot(7).center().toPoint());
        QTest::mouseClick(plots, Qt::LeftButton, Qt::ControlModifier, plots->plot(11).center().toPoint());
        QCOMPARE(f.selection()->selected(), (std::vector<int>{7, 11}));
        QCOMPARE(f.selection()->slot(0), 0);
        QCOMPARE(f.selection()->slot(7), 1);
        QCOMPARE(f.selection()->slot(11), 2);
        QCOMPARE(f.selection()->slot(3), -1);
        QTest::mouseMove(plots, plots->plot(3).center().toPoint());
        QTRY_COMPARE(f.selection()->hovered(), 3);
        QCOMPARE(f.selection()->slot(3), 3);
        QCOMPARE(f.table("metricsTable")->selectionModel()->selectedRows().size(), 2);
        grabPage(*f.page, "compare20-each");
        plots->setFocus();
        QTest::keyClick(plots, Qt::Key_Right);
        QTest::keyClick(plots, Qt::Key_Space);
        QCOMPARE(f.selection()->selected(), (std::vector<int>{7, 11, 4}));
    }

    void brushesParameters()
    {
        Fixture f(firstRuns(50));
        auto *plot = f.chart<CompareParallel>(QStringLiteral("Parallel axes"));
        QVERIFY(plot);
        // The upper half of max_depth, the second axis: 3 to 7 by the number of the run.
        const QRectF area = plot->plot();
        const int x = qRound(plot->point(1, 0).x());
        QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(x, qRound(area.top()) + 1));
        QTest::mouseMove(plot, QPoint(x, qRound(area.top() + area.height() * 0.3)));
        QMouseEvent drag(QEvent::MouseMove, QPointF(x, area.top() + area.height() * 0.3),
                         plot->mapToGlobal(QPointF(x, area.top() + area.height() * 0.3)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &drag);
        QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(x, qRound(area.top() + area.height() * 0.3)));
        QCOMPARE(f.selection()->selected().size(), std::size_t(20)); // depth 6 or 7
        for (const int run : f.selection()->selected())
            QVERIFY((run + 1) % 5 >= 3);
        grabPage(*f.page, "compare50-parameters");
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(x, qRound(area.bottom()) - 3));
        QVERIFY(f.selection()->selected().empty());
    }

    /// What was zoomed, sorted and selected stays when a run is renamed or compared anew; other runs are no concern.
    void followsItsRunsOnly()
    {
        Fixture f({id(1), id(2), id(3)}, [](FakeWorkbench &bench) { bench.fillUp(5); });
        auto *overlay = f.chart<CompareOverlay>(QStringLiteral("ROC"));
        overlay->setFocus();
        f.selection()->setSelected({2});
        f.settle();
        QTest::keyClick(overlay, Qt::Key_Plus);
        const auto place = overlay->pointOn(1);
        QVERIFY(place);
        auto *rows = f.table("rowsTable");
        rows->sortByColumn(DisagreementModel::Distance, Qt::DescendingOrder);
        const QString first = f.cell("rowsTable", 0, 0);
        QSignalSpy shown(f.table("metricsTable")->model(), &QAbstractItemModel::modelReset);
        const auto refresh = [&] {
            f.page->refresh();
            f.settle();
        };

        QVERIFY(f.shell.bench.rename(id(4), QStringLiteral("of no concern")));
        QVERIFY(f.shell.bench.setNote(id(2), QStringLiteral("noted")));
        refresh();
        QCOMPARE(shown.count(), 0);

        QVERIFY(f.shell.bench.rename(id(2), QStringLiteral("second")));
        refresh();
        QVERIFY(shown.count() > 0);
        QCOMPARE(f.table("metricsTable")->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("second"));

        shown.clear();
        QVERIFY(f.shell.bench.setTag(id(2), QStringLiteral("positive"), QStringLiteral("yes"))); // may be judged by it
        refresh();
        QVERIFY(shown.count() > 0);

        QCOMPARE(f.chart<CompareOverlay>(QStringLiteral("ROC")), overlay);
        QCOMPARE(overlay->pointOn(1), place);
        QCOMPARE(overlay->family().curves[1].name, QStringLiteral("second"));
        QCOMPARE(f.selection()->selected(), std::vector<int>{2});
        QCOMPARE(rows->horizontalHeader()->sortIndicatorSection(), static_cast<int>(DisagreementModel::Distance));
        QCOMPARE(f.cell("rowsTable", 0, 0), first);
    }

    /// What failed is tried again at the next change, though the runs are as they were.
    void comparesAgainAfterAFailure()
    {
        Fixture f({id(1), id(2)});
        auto *empty = f.page->findChild<EmptyPane *>();
        QVERIFY(!empty->isVisible());
        f.shell.bench.failWith = failure(ErrorKind::Refused, "no", "Not now.").value();
        f.page->refresh();
        f.settle();
        QVERIFY(empty->isVisible());
        f.shell.bench.failWith.reset();
        f.page->refresh();
        f.settle();
        QVERIFY(!empty->isVisible());
    }

    void transposesAndSorts()
    {
        Fixture f({id(1), id(2), id(3)});
        QTest::mouseClick(f.page->findChild<QToolButton *>(QStringLiteral("transpose")), Qt::LeftButton);
        QTableView *table = f.table("metricsTable");
        QCOMPARE(table->model()->rowCount(), 3);
        int auc = -1;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            if (table->model()->headerData(column, Qt::Horizontal).toString() == QLatin1String("ROC AUC"))
                auc = column;
        QVERIFY(auc > 0);
        table->sortByColumn(auc, Qt::DescendingOrder);
        QCOMPARE(f.cell("metricsTable", 0, 0), QStringLiteral("xgboost-3"));
        QCOMPARE(f.cell("metricsTable", 2, 0), QStringLiteral("baseline-1"));
        table->selectRow(0);
        QCOMPARE(f.selection()->selected(), std::vector<int>{2});
    }

    void pinsFromTheTable()
    {
        Fixture f(firstRuns(20));
        QTableView *table = f.table("metricsTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(4, 1));
        QTest::keyClick(table, Qt::Key_B, Qt::ControlModifier);
        const int run = table->model()->index(4, 1).data(RunsAcrossModel::RunRole).toInt();
        QVERIFY(run > 0);
        QCOMPARE(f.page->baseline(), static_cast<std::size_t>(run));
        QVERIFY(f.page->findChild<QToolButton *>(QStringLiteral("runChip%1").arg(run)));
        f.page->findChild<QAction *>(QStringLiteral("removeRun"))->trigger();
        QCOMPARE(f.shell.went, QStringList{"compare"});
        QCOMPARE(f.shell.lastRuns.size(), std::size_t(19));
    }

    void testsEveryPair()
    {
        Fixture f({id(1), id(2), id(3)}, [](FakeWorkbench &bench) { bench.folded = true; });
        auto *tests = f.table("testsTable")->model();
        QAbstractItemModelTester tester(tests, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tests->rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            for (int column = PairTestsModel::Difference; column <= PairTestsModel::Bayesian; ++column)
                QVERIFY2(tests->index(row, column).data().toString() != QLatin1String("–"),
                         qPrintable(tests->headerData(column, Qt::Horizontal).toString()));
        const auto shares =
            tests->index(0, PairTestsModel::Bayesian).data(PairTestsModel::SharesRole).value<QList<double>>();
        QCOMPARE(shares, (QList<double>{0.62, 0.3, 0.08}));
        auto *ranks = f.chart<CompareRankView>(QStringLiteral("Ranks"));
        QVERIFY(ranks);
        QVERIFY(ranks->picture().summary.contains(QLatin1String("Friedman")));
        grabPage(*f.page, "compare3-ranks");
        QVERIFY(f.chart<ChartView>(QStringLiteral("Pairs"))->spec().summary.contains(QLatin1String("of 3 pairs")));
    }

    void comparesOtherTasks_data()
    {
        QTest::addColumn<engine::Task>("task");
        QTest::addColumn<QStringList>("tabs");
        QTest::newRow("multiclass") << engine::Task::Multiclass
                                    << QStringList{"ROC by class", "F1 by class", "ROC AUC (one vs rest)", "Pairs"};
        QTest::newRow("regression") << engine::Task::Regression
                                    << QStringList{"Error curves", "Residuals", "Predictions",
                                                   "Agreement",    "RMSE",      "Pairs"};
    }

    void comparesOtherTasks()
    {
        QFETCH(engine::Task, task);
        QFETCH(QStringList, tabs);
        Fixture f({id(1), id(2), id(3)}, [&](FakeWorkbench &bench) { bench.task = task; });
        QCOMPARE(f.tabs(), tabs);
        QVERIFY2(f.said("conclusion").contains(QLatin1String("xgboost-3")), qPrintable(f.said("conclusion")));
        f.selection()->setSelected({1});
        f.settle();
        QVERIFY(f.table("rowsTable")->model()->rowCount() > 0);
        for (const QString &tab : tabs) {
            f.chart<QWidget>(tab);
            QVERIFY(f.figures()->currentWidget()->findChild<QWidget *>());
            grabPage(*f.page, qPrintable(QStringLiteral("compare-%1-%2")
                                             .arg(QLatin1String(QTest::currentDataTag()))
                                             .arg(f.figures()->currentIndex())));
        }
        if (auto *choice = f.page->findChild<QComboBox *>(QStringLiteral("classChoice")))
            QCOMPARE(choice->count(), 3);
    }

    void putsRunsTogether()
    {
        Fixture f({id(1), id(2), id(3)});
        f.selection()->setSelected({1, 2});
        QTest::mouseClick(f.page->findChild<QPushButton *>(QStringLiteral("ensembleComparison")), Qt::LeftButton);
        auto *dialog = f.page->findChild<QDialog *>(QStringLiteral("ensembleDialog"));
        QVERIFY(dialog);
        grabPage(*dialog, "ensemble");
        dialog->findChild<QRadioButton *>(QStringLiteral("ensembleStack"))->click();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("ensembleName")), QStringLiteral("both"));
        QTest::keyClick(dialog, Qt::Key_Return);
        f.settle();
        QCOMPARE(f.shell.bench.ensembled().size(), std::size_t(1));
        const EnsembleRequest asked = f.shell.bench.ensembled().front();
        QCOMPARE(asked.runs, (std::vector<tracking::RunId>{id(2), id(3)}));
        QVERIFY(asked.stacked);
        QVERIFY(asked.weights.empty());
        QCOMPARE(asked.name, QStringLiteral("both"));
        QCOMPARE(f.shell.went, QStringList{"run"});
        QCOMPARE(f.shell.storeChanges, 1);
    }

    /// How long a frame takes while the pointer moves over fifty curves; measured by hand, not asserted.
    void hoversFiftyCurves()
    {
        if (!qEnvironmentVariableIsSet("ASSAY_MEASURE"))
            QSKIP("Set ASSAY_MEASURE to measure.");
        Fixture f(firstRuns(50));
        auto *overlay = f.chart<CompareOverlay>(QStringLiteral("ROC"));
        std::vector<double> times;
        for (int i = 0; i < 200; ++i) {
            QElapsedTimer timer;
            timer.start();
            QMouseEvent move(QEvent::MouseMove, QPointF(120 + i, 120 + i),
                             overlay->mapToGlobal(QPointF(120 + i, 120 + i)), Qt::NoButton, Qt::NoButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(overlay, &move);
            overlay->repaint();
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        qInfo("hover over 50 curves: median %.2f ms, 95th percentile %.2f ms", times[100], times[190]);
    }

    void copiesTheMetrics()
    {
        Fixture f({id(2), id(3)});
        QTableView *table = f.table("metricsTable");
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(
            QLatin1String("Metric\tlogistic-2\txgboost-3\tDifference\tTest\n")));
    }

    void explainsWhatItCannotDo_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << 0 << "at least two";
        QTest::newRow("one") << 1 << "at least two";
    }

    void explainsWhatItCannotDo()
    {
        QFETCH(int, runs);
        QFETCH(QString, says);
        Fixture f(firstRuns(runs));
        QVERIFY(!f.page->findChild<QPushButton *>(QStringLiteral("reportComparison"))->isEnabled());
        bool said = false;
        for (QLabel *label : f.page->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(says));
        QVERIFY(said);
        QTest::mouseClick(f.page->findChild<QPushButton *>(QStringLiteral("emptyAction")), Qt::LeftButton);
        QCOMPARE(f.shell.went, QStringList{"runs"});
    }

    void saysWhyItFailed()
    {
        Fixture f({id(1), id(77)});
        bool said = false;
        for (QLabel *label : f.page->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QLatin1String("There is no run")));
        QVERIFY(said);
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_comparepage.moc"
