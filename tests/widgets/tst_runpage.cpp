// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/models/attributionrowsmodel.h"
#include "widgets/models/groupmodel.h"
#include "widgets/models/metricsmodel.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/storeedits.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace assay;
using namespace assay::ui;

namespace {

struct Fixture
{
    explicit Fixture(int run = 3)
        : page(std::make_unique<RunPage>(shell,
                                         tracking::RunId{QStringLiteral("%1").arg(run, 32, 16, QLatin1Char('0'))}))
    {
        page->resize(1280, 800);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty() && StoreEdits::of(shell).isIdle()); }

    template<class T>
    T *find(const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    ChartTabs *visibleCharts()
    {
        for (auto *charts : page->findChildren<ChartTabs *>())
            if (charts->isVisible())
                return charts;
        return nullptr;
    }

    void goTo(RunPage::Tab tab)
    {
        auto *tabs = find<QTabWidget>("runTabs");
        const QRect rect = tabs->tabBar()->tabRect(tab);
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, rect.center());
        settle();
    }

    FakeShell shell;
    std::unique_ptr<RunPage> page;
};

} // namespace

class TestRunPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void showsEverythingThatIsKept()
    {
        Fixture f;
        QCOMPARE(f.page->title(), QStringLiteral("xgboost-3"));
        const QString facts = f.find<QTextBrowser>("runFacts")->toPlainText();
        for (const char *part : {"loans.csv", "sha256:5f0c", "assay train loans.csv", "model.json", "42"})
            QVERIFY2(facts.contains(QLatin1String(part)), part);
        auto *metrics = f.find<QTableView>("runMetrics")->model();
        QAbstractItemModelTester tester(metrics, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(metrics->columnCount(), 3);
        QVERIFY(metrics->rowCount() >= 3);
        grabPage(*f.page, "run-overview");
    }

    void renamesHere()
    {
        Fixture f;
        auto *name = f.find<QLineEdit>("runName");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("champion"));
        QTest::keyClick(name, Qt::Key_Return);
        f.settle();
        QTRY_COMPARE(f.page->title(), QStringLiteral("champion"));
        f.shell.undo.undo();
        f.settle();
        QTRY_COMPARE(f.page->title(), QStringLiteral("xgboost-3"));
    }

    void drawsCurves()
    {
        Fixture f;
        f.goTo(RunPage::Curves);
        ChartTabs *charts = f.visibleCharts();
        QVERIFY(charts);
        QStringList tabs;
        for (int i = 0; i < charts->count(); ++i)
            tabs.append(charts->tabText(i));
        for (const char *tab : {"ROC", "Precision–recall", "DET", "Gain", "Lift", "KS", "Calibration", "Cost",
                                "Cost curve", "Net benefit"})
            QVERIFY2(tabs.contains(QString::fromUtf8(tab)), tab);
        QVERIFY(tabs.contains(QStringLiteral("Log loss by step")));
        grabPage(*f.page, "run-curves");
    }

    void comparesGroups()
    {
        Fixture f;
        f.goTo(RunPage::Fairness);
        auto *groups = f.find<QTableView>("groupTable")->model();
        QAbstractItemModelTester tester(groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(groups->rowCount(), 2);
        QCOMPARE(groups->index(0, GroupModel::SelectionRate).data().toString(), QStringLiteral("38.0 %"));
        QCOMPARE(groups->index(0, GroupModel::SelectionRate).data(GridModel::DetailRole).toString(),
                 QStringLiteral("29.0 % – 48.0 %"));
        auto *measures = f.find<QTableView>("fairnessMeasures")->model();
        bool below = false;
        for (int row = 0; row < measures->rowCount(); ++row)
            below = below || measures->index(row, FairnessMeasuresModel::Reading)
                                 .data()
                                 .toString()
                                 .contains(QLatin1String("four fifths"));
        QVERIFY(below);
        f.find<QComboBox>("groupRate")->setCurrentIndex(2);
        grabPage(*f.page, "run-fairness");
    }

    void explainsPredictions()
    {
        Fixture f;
        f.goTo(RunPage::Explain);
        auto *rows = f.find<QTableView>("explainedRows");
        QVERIFY(rows->isVisible());
        QAbstractItemModelTester tester(rows->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(rows->model()->rowCount(), 60);
        ChartTabs *charts = f.visibleCharts();
        QVERIFY(charts);
        QCOMPARE(charts->count(), 3);
        const ChartSpec importance = *charts->currentChart();
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->model()->index(2, 1)).center());
        QCOMPARE(charts->currentIndex(), 2);
        const ChartSpec third = *charts->currentChart();
        QVERIFY(third != importance);
        QTest::keyClick(rows, Qt::Key_Up);
        QVERIFY2(*charts->currentChart() != third, "the waterfall follows the chosen row");
        QVERIFY(f.page->command().startsWith(QLatin1String("assay explain 0000")));
        grabPage(*f.page, "run-explain");
    }

    void saysWhyItCannotExplain()
    {
        Fixture f;
        f.shell.bench.failWith =
            failure(ErrorKind::BadInput, "method_not_applicable", "This model is no tree.").value();
        f.goTo(RunPage::Explain);
        bool said = false;
        for (QLabel *label : f.page->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QLatin1String("no tree")));
        QVERIFY(said);
    }

    void anUnknownRunSaysSo()
    {
        Fixture f(99);
        bool said = false;
        for (QLabel *label : f.page->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QLatin1String("There is no run")));
        QVERIFY(said);
        QVERIFY(!f.page->command().isEmpty());
    }
};

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
