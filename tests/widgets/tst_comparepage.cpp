// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/models/comparisonmodel.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/comparepage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace assay;
using namespace assay::ui;

namespace {

tracking::RunId id(int number)
{
    return {QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))};
}

struct Fixture
{
    explicit Fixture(std::vector<tracking::RunId> runs)
        : page(std::make_unique<ComparePage>(shell, std::move(runs)))
    {
        page->resize(1280, 800);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        QTRY_VERIFY(shell.registry.running().empty());
    }

    QTableView *table(const char *name) { return page->findChild<QTableView *>(QLatin1String(name)); }
    QString cell(const char *name, int row, int column)
    {
        return table(name)->model()->index(row, column).data().toString();
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
    return {
        .a = a,
        .b = b,
        .rows = 100,
        .delong =
            engine::DeLong{
                .difference = difference, .pValue = 0.01, .low = difference - 0.01, .high = difference + 0.03},
        .mcnemar = {},
        .bootstrap = {{"log_loss", {.difference = 0.2, .low = 0.1, .high = 0.3, .pValue = 0.002, .resamples = 1000}}},
        .crossValidation = {},
        .adjustedPValue = 0.02};
}

} // namespace

class TestComparePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
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
        QCOMPARE(f.cell("metricsTable", auc, ComparisonMetricsModel::PValueOfTwo), QStringLiteral("p = 0.060 (Holm)"));
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
            tested +=
                model->index(row, 1).data(GridModel::DetailRole).toString().contains(QLatin1String("p =")) ? 1 : 0;
            QVERIFY(!model->index(row, 3).data(GridModel::DetailRole).toString().contains(QLatin1String("p =")));
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

    void overlaysTheCurves()
    {
        Fixture f({id(2), id(3)});
        auto *charts = f.page->findChild<ChartTabs *>();
        QStringList tabs;
        for (int i = 0; i < charts->count(); ++i)
            tabs.append(charts->tabText(i));
        QCOMPARE(tabs, (QStringList{"ROC", "Precision–recall", "Calibration", "Gain", "ROC AUC"}));
        QVERIFY(charts->currentChart()->series.size() >= 2);
        charts->setCurrentIndex(2);
        QTRY_VERIFY(charts->currentChart()->title.contains(QLatin1String("alibration")) ||
                    !charts->currentChart()->series.empty());
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
        QTest::newRow("one") << 1 << "at least two";
        QTest::newRow("nine") << 9 << "at most eight";
    }

    void explainsWhatItCannotDo()
    {
        QFETCH(int, runs);
        QFETCH(QString, says);
        std::vector<tracking::RunId> ids;
        for (int i = 1; i <= runs; ++i)
            ids.push_back(id(i));
        Fixture f(ids);
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
