// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/paramspinbox.h"
#include "widgets/models/jobboardmodel.h"
#include "widgets/pages/trainpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;

class TestTrainPage : public QObject
{
    Q_OBJECT

private slots:
    void boardIsSound();
    void boardRanksByTheMetric();
    void suggestedSetFitsTheTask();
    void trainsTheQueueAndCompares();
    void parametersAndColumnsReachTheRequest();
    void splitForms_data();
    void splitForms();
    void cancelStopsAllAndIsAcknowledgedAtOnce();
    void failureDoesNotStopTheQueue();
    void saysWhyItCannotTrain();
    void givesCommandLines();
    void stepsReachTheRequest();
    void stepsFitTheTask();

private:
    static Training finished(const QString &label, double auc)
    {
        Training training;
        training.label = label;
        training.state = Training::State::Finished;
        training.run = {label};
        training.outcome = TrainOutcome{};
        training.outcome->metrics = {{QStringLiteral("roc_auc"), auc}, {QStringLiteral("log_loss"), 1 - auc}};
        return training;
    }
    template<class T>
    static T *part(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QString::fromLatin1(name));
    }
    static void tick(const QWidget &page, const char *name) { part<QCheckBox>(page, name)->click(); }
};

void TestTrainPage::boardIsSound()
{
    JobBoardModel board;
    const QAbstractItemModelTester tester(&board, QAbstractItemModelTester::FailureReportingMode::QtTest);
    board.add(finished(QStringLiteral("a"), 0.8));
    Training waiting;
    waiting.label = QStringLiteral("b");
    board.add(waiting);
    board.edit(1, [](Training &training) { training.state = Training::State::Running; });
    board.setTask(engine::Task::Regression);
    QCOMPARE(board.columnCount(), 6);
    QCOMPARE(board.firstQueued(), -1);
    QCOMPARE(board.finishedRuns(), std::vector<tracking::RunId>{{QStringLiteral("a")}});
}

void TestTrainPage::boardRanksByTheMetric()
{
    JobBoardModel board;
    board.add(finished(QStringLiteral("worse"), 0.7));
    board.add(finished(QStringLiteral("better"), 0.9));
    const auto value = [&](int row, int column) {
        return board.index(row, column).data(JobBoardModel::SortRole).toDouble();
    };
    QVERIFY(value(1, JobBoardModel::FirstMetric) > value(0, JobBoardModel::FirstMetric));
    // A loss: smaller is better, and sorts as such.
    QVERIFY(value(1, JobBoardModel::FirstMetric + 2) > value(0, JobBoardModel::FirstMetric + 2));
    QCOMPARE(board.headerData(JobBoardModel::FirstMetric, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("ROC AUC"));
}

void TestTrainPage::suggestedSetFitsTheTask()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.show();
    QVERIFY(!part<QPushButton>(page, "train")->isEnabled());
    QTest::mouseClick(part<QPushButton>(page, "suggested"), Qt::LeftButton);
    QCOMPARE(part<QPushButton>(page, "train")->text(), QStringLiteral("Train 4 model(s)"));
    QVERIFY(part<QCheckBox>(page, "model-linear")->isHidden() || !part<QCheckBox>(page, "model-linear")->isVisible());
    part<QComboBox>(page, "target")->setCurrentIndex(1);
    QVERIFY(part<QCheckBox>(page, "model-linear")->isVisible());
    QVERIFY(!part<QCheckBox>(page, "model-logistic")->isChecked());
}

void TestTrainPage::trainsTheQueueAndCompares()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.resize(1100, 760);
    page.show();
    QTest::mouseClick(part<QPushButton>(page, "suggested"), Qt::LeftButton);
    QVERIFY(!part<QPushButton>(page, "compare")->isEnabled());
    QTest::keyClick(part<QPushButton>(page, "train"), Qt::Key_Space);
    QTRY_VERIFY(part<QPushButton>(page, "compare")->text().contains(QLatin1Char('4')));
    const auto trained = shell.bench.trained();
    QCOMPARE(trained.size(), std::size_t{4});
    QCOMPARE(trained[0].model, QStringLiteral("baseline"));
    QCOMPARE(trained[0].task.positive, std::string("yes"));
    QCOMPARE(shell.storeChanges, 4);
    const auto *board = part<QTableView>(page, "leaderboard")->model();
    QCOMPARE(board->rowCount(), 4);
    QCOMPARE(board->index(3, 0).data().toString(), QStringLiteral("Baseline"));
    auto *chart = page.findChild<ChartView *>();
    QTRY_VERIFY(chart->isVisible());
    QTRY_COMPARE(chart->spec().series.size(), std::size_t{4});
    QTest::mouseClick(part<QPushButton>(page, "compare"), Qt::LeftButton);
    QCOMPARE(shell.went, QStringList{QStringLiteral("compare")});
    QCOMPARE(shell.lastRuns.size(), std::size_t{4});
}

void TestTrainPage::parametersAndColumnsReachTheRequest()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.show();
    tick(page, "model-xgboost");
    part<QPushButton>(page, "train");
    ParamSpinBox *depth = nullptr;
    for (auto *box : page.findChildren<ParamSpinBox *>(QStringLiteral("param-max_depth")))
        depth = box;
    depth->setValue(std::int64_t{9});
    auto *columns = part<QTreeWidget>(page, "featureColumns");
    QCOMPARE(columns->topLevelItem(3)->checkState(2), Qt::Checked); // sex
    columns->topLevelItem(0)->setCheckState(1, Qt::Unchecked);      // age
    columns->topLevelItem(4)->setCheckState(2, Qt::Checked);        // region
    part<QSpinBox>(page, "seed")->setValue(7);
    QTest::mouseClick(part<QPushButton>(page, "train"), Qt::LeftButton);
    QTRY_COMPARE(shell.bench.trained().size(), std::size_t{1});
    const TrainRequest request = shell.bench.trained().front();
    QCOMPARE(request.params, (Params{{"max_depth", std::int64_t{9}}}));
    QCOMPARE(request.task.drop, std::vector<std::string>{"age"});
    QCOMPARE(request.task.protectedColumns, (std::vector<std::string>{"sex", "region"}));
    QTRY_VERIFY(shell.registry.running().empty());
}

void TestTrainPage::splitForms_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("expected");
    QTest::newRow("holdout") << 0 << "holdout:0.25";
    QTest::newRow("folds") << 1 << "kfold:5";
    QTest::newRow("repeated") << 2 << "repeated:5x2";
    QTest::newRow("time") << 3 << "time:applied:0.25";
    QTest::newRow("group") << 4 << "group:region:0.25";
}

void TestTrainPage::splitForms()
{
    QFETCH(const int, choice);
    QFETCH(const QString, expected);
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    part<QComboBox>(page, "split")->setCurrentIndex(choice);
    auto *by = part<QComboBox>(page, "by");
    by->setCurrentText(choice == 3 ? QStringLiteral("applied") : QStringLiteral("region"));
    tick(page, "model-baseline");
    QVERIFY2(page.command().contains(QStringLiteral("--split ") + expected), qPrintable(page.command()));
}

void TestTrainPage::cancelStopsAllAndIsAcknowledgedAtOnce()
{
    FakeShell shell;
    shell.bench.slow = true;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.show();
    QTest::mouseClick(part<QPushButton>(page, "suggested"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(page, "train"), Qt::LeftButton);
    QTRY_COMPARE(shell.bench.trained().size(), std::size_t{1});
    auto *cancel = part<QPushButton>(page, "cancelTraining");
    QTRY_VERIFY(cancel->isVisible());
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(clock.elapsed() < 100);
    QTRY_VERIFY_WITH_TIMEOUT(shell.registry.running().empty(), 1000);
    QCOMPARE(shell.bench.trained().size(), std::size_t{1});
    const auto *board = part<QTableView>(page, "leaderboard")->model();
    for (int row = 0; row < board->rowCount(); ++row)
        QCOMPARE(board->index(row, JobBoardModel::State).data().toString(), QStringLiteral("Cancelled"));
}

void TestTrainPage::failureDoesNotStopTheQueue()
{
    FakeShell shell;
    shell.bench.failWith = failure(ErrorKind::BadInput, "one_class", "The target has one value only.").value();
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    tick(page, "model-baseline");
    tick(page, "model-xgboost");
    part<QPushButton>(page, "train")->click();
    QTRY_COMPARE(shell.errors.size(), std::size_t{2});
    const auto *board = part<QTableView>(page, "leaderboard")->model();
    QCOMPARE(board->index(0, JobBoardModel::State).data().toString(), QStringLiteral("Failed"));
    QCOMPARE(board->index(0, JobBoardModel::State).data(Qt::ToolTipRole).toString(),
             QStringLiteral("The target has one value only."));
}

void TestTrainPage::saysWhyItCannotTrain()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.show();
    tick(page, "model-baseline");
    QVERIFY(part<QPushButton>(page, "train")->isEnabled());
    part<QComboBox>(page, "split")->setCurrentIndex(5);
    QVERIFY(!part<QPushButton>(page, "train")->isEnabled());
    QStringList shown;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->property("role") == QStringLiteral("warning") && label->isVisible())
            shown.append(label->text());
    }
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown.first().contains(QStringLiteral("Import")));
}

void TestTrainPage::givesCommandLines()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    QVERIFY(page.command().isEmpty());
    tick(page, "model-baseline");
    QCOMPARE(page.command(),
             QStringLiteral(
                 "assay train /data/loans.csv --target approved --model baseline --split holdout:0.25 --protected sex "
                 "--positive yes --experiment Default --seed 42"));
}

void TestTrainPage::stepsReachTheRequest()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.resize(1280, 800);
    page.show();
    tick(page, "model-baseline");
    auto *open = part<QToolButton>(page, "open-preprocess");
    auto *scale = part<QComboBox>(page, "param-scale");
    QVERIFY(!scale->isVisible()); // folded away until it is wanted
    open->click();
    QVERIFY(scale->isVisible());
    scale->setCurrentText(QStringLiteral("robust"));
    part<QComboBox>(page, "param-encode")->setCurrentText(QStringLiteral("target"));
    part<QComboBox>(page, "param-balance")->setCurrentText(QStringLiteral("smote"));
    part<QComboBox>(page, "param-calibration")->setCurrentText(QStringLiteral("isotonic"));
    QCOMPARE(open->text(), QStringLiteral("2 changed"));
    QVERIFY2(page.command().contains(
                 QStringLiteral("--prep encode=target --prep scale=robust --balance smote --calibrate isotonic")),
             qPrintable(page.command()));
    part<QPushButton>(page, "train")->click();
    QTRY_COMPARE(shell.bench.trained().size(), std::size_t{1});
    const engine::FitOptions fit = shell.bench.trained()[0].fit;
    QCOMPARE(fit.preprocess.size(), std::size_t{2});
    QCOMPARE(toText(fit.preprocess.at("scale")), std::string("robust"));
    QVERIFY(fit.balance == engine::Balance::Smote);
    QVERIFY(fit.calibration == engine::CalibrationMethod::Isotonic);
    QTRY_VERIFY(shell.registry.running().empty());
    // Steps that exclude each other are said above, and nothing can be trained.
    part<QComboBox>(page, "param-impute")->setCurrentText(QStringLiteral("none"));
    part<QComboBox>(page, "param-reduce")->setCurrentText(QStringLiteral("pca"));
    QVERIFY(!part<QPushButton>(page, "train")->isEnabled());
}

void TestTrainPage::stepsFitTheTask()
{
    FakeShell shell;
    TrainPage page(shell, fake::dataset(), QStringLiteral("approved"));
    page.show();
    auto *balance = part<QToolButton>(page, "open-balance");
    auto *calibration = part<QToolButton>(page, "open-calibration");
    QVERIFY(balance->isVisible() && calibration->isVisible());
    part<QComboBox>(page, "param-balance")->setCurrentText(QStringLiteral("weights"));
    part<QComboBox>(page, "target")->setCurrentIndex(1);
    QVERIFY(!balance->isVisible() && !calibration->isVisible());
    tick(page, "model-linear");
    part<QPushButton>(page, "train")->click();
    QTRY_COMPARE(shell.bench.trained().size(), std::size_t{1});
    QVERIFY(shell.bench.trained()[0].fit == engine::FitOptions{});
    QTRY_VERIFY(shell.registry.running().empty());
}

QTEST_MAIN(TestTrainPage)
#include "tst_trainpage.moc"
