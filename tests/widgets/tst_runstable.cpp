// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/runspagefixture.h"
#include "widgets/controls/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/savedviews.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QScrollBar>
#include <ctime>

using namespace assay;
using namespace assay::ui;
using Fixture = RunsPageFixture;

namespace {

/// How long the window's thread was busy at most between two ticks that should come every 5 ms, in processor time: the
/// machines of tests are busy with other things too.
struct Stalls : QObject
{
    Stalls() { startTimer(5, Qt::PreciseTimer); }
    void timerEvent(QTimerEvent *) override
    {
        const double now = spent();
        longest = std::max(longest, now - before);
        before = now;
    }
    /// Leaves out what was since the last tick, such as the pictures a test takes.
    void skip() { before = spent(); }
    static double spent() // [ms] of this thread
    {
        timespec time;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1000.0 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double before = spent(), longest = 0;
};

} // namespace

/// The runs page with thousands of runs, and its order.
class TestRunsTable : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }

    void sortsInTheStore()
    {
        Fixture f;
        const int auc = f.column(QStringLiteral("ROC AUC"));
        QVERIFY(auc > 0);
        f.clickHeader(QStringLiteral("ROC AUC"));
        f.settle();
        QTRY_COMPARE(f.names(), (QStringList{"xgboost-3", "logistic-2", "baseline-1"}));
        QVERIFY(f.page->command().contains(QLatin1String("--sort metrics.roc_auc")));
        QTRY_COMPARE(f.model()->index(0, auc).data(RunsModel::BestRole).toBool(), true);
        f.clickHeader(QStringLiteral("ROC AUC"));
        QTRY_COMPARE(f.names(), (QStringList{"baseline-1", "logistic-2", "xgboost-3"}));
        QVERIFY(f.page->command().contains(QLatin1String("--ascending")));
        f.clickHeader(QStringLiteral("Log loss"));
        QTRY_COMPARE(f.names().first(), QStringLiteral("xgboost-3"));
        QVERIFY2(f.page->command().contains(QLatin1String("--ascending")), "the best first: the smallest loss");
    }

    void sortsBySeveralColumns()
    {
        Fixture f([](FakeShell &shell) {
            shell.bench.fillUp(3);
            shell.bench.put(fake::run(4, QStringLiteral("logistic"), 0.99));
            shell.bench.put(fake::run(5, QStringLiteral("logistic"), 0.60));
        });
        const auto title = [&](int section, Qt::ItemDataRole role = Qt::DisplayRole) {
            return f.model()->headerData(section, Qt::Horizontal, role).toString();
        };
        const int model = f.column(QStringLiteral("Model")), auc = f.column(QStringLiteral("ROC AUC"));
        f.clickHeader(QStringLiteral("Model"));
        f.settle();
        f.clickHeader(QStringLiteral("ROC AUC"), Qt::ShiftModifier);
        QTRY_VERIFY(f.page->command().contains(QLatin1String("--sort 'model asc, metrics.roc_auc desc'")));
        QTRY_COMPARE(f.names(), (QStringList{"baseline-1", "logistic-4", "logistic-2", "logistic-5", "xgboost-3"}));
        QCOMPARE(title(model), QStringLiteral("Model ¹"));
        QCOMPARE(title(auc), QStringLiteral("ROC AUC ↓²"));
        QVERIFY(title(auc, Qt::AccessibleTextRole).contains(QLatin1String("sorting key 2, largest first")));
        QCOMPARE(f.table()->header()->sortIndicatorSection(), model);
        QCOMPARE(f.table()->header()->sortIndicatorOrder(), Qt::AscendingOrder);
        grabPage(*f.page, "runs-two-keys");
        f.clickHeader(title(auc), Qt::ShiftModifier); // the other way round
        QTRY_COMPARE(f.names(), (QStringList{"baseline-1", "logistic-5", "logistic-2", "logistic-4", "xgboost-3"}));
        QCOMPARE(title(auc), QStringLiteral("ROC AUC ↑²"));
        // A view keeps them all.
        QCOMPARE(RunsView::fromBody(f.page->findChild<SavedViews *>()->current().toBody()).query.sortKey,
                 QStringLiteral("model asc, metrics.roc_auc asc"));
        f.clickHeader(title(auc), Qt::ShiftModifier); // not at all
        QTRY_COMPARE(title(model), QStringLiteral("Model"));
        QTRY_VERIFY(f.page->command().contains(QLatin1String("--sort model")));
        f.clickHeader(QStringLiteral("ROC AUC"));
        QTRY_COMPARE(f.names().first(), QStringLiteral("logistic-4"));
        QCOMPARE(f.table()->header()->sortIndicatorSection(), auc);
    }

    void showsThousandsAndStaysWhereItIs()
    {
        Fixture f([](FakeShell &shell) { shell.bench.fillUp(1200); });
        QCOMPARE(f.model()->rowCount(), 1200);
        QVERIFY(f.model()->cache().count() < 300);
        f.table()->scrollTo(f.model()->index(600, 0), QAbstractItemView::PositionAtTop);
        (void)f.page->grab();
        QTRY_VERIFY(f.model()->run(f.model()->index(605, 0)));
        f.click(603);
        const QString name = f.page->selectedRuns().front().name;
        const int y = f.table()->visualRect(f.model()->index(603, 0)).top();
        f.shell.bench.put(fake::run(5000, QStringLiteral("logistic"), 0.99));
        f.page->refresh();
        f.settle();
        QTRY_COMPARE(f.model()->rowCount(), 1201);
        QCOMPARE(f.page->selectedRuns().front().name, name);
        QCOMPARE(f.table()->visualRect(f.model()->index(604, 0)).top(), y);
        QVERIFY2(f.model()->run(f.model()->index(604, 0)), "what is on the screen comes with the order itself");
        f.table()->selectAll();
        f.action("copyCells")->trigger();
        QTRY_COMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 1202);
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("…\t")));
    }

    /// Thousands are archived, deleted and brought back without a stop of the window.
    void keepsThousandsInOrder()
    {
        constexpr int many = 2000;
        Fixture f([](FakeShell &shell) { shell.bench.fillUp(many); });
        Stalls stalls;
        const auto shown = [&](int runs) {
            return QTest::qWaitFor([&] { return f.model()->rowCount() == runs; }, 20000);
        };
        for (const char *name : {"archiveRuns", "deleteRuns"}) {
            f.table()->selectAll();
            f.action(name)->trigger();
            QVERIFY2(shown(0), name);
            f.settle();
            f.shell.undo.undo();
            QVERIFY2(shown(many), name);
            f.settle();
        }
        qInfo("longest stall %d ms of the processor", static_cast<int>(stalls.longest));
        QVERIFY(stalls.longest < 500);
    }

    /// With $ASSAY_RUNS_STORE a store of any size, such as one of 10,000 runs from tests/bench; 1,500 runs else. Bounds
    /// are wide, since machines of tests are busy; the figures are printed.
    void answersAtOnce()
    {
        FakeWorkbench bench;
        bench.storeFile = qEnvironmentVariable("ASSAY_RUNS_STORE");
        bench.fillUp(bench.storeFile.isEmpty() ? 1500 : 0);
        MainWindow window(bench);
        window.resize(1280, 800);
        window.setVisible(true);
        (void)QTest::qWaitForWindowActive(&window);
        Stalls stalls;
        QElapsedTimer clock;
        clock.start();
        window.openRuns();
        auto *page = window.findChild<RunsPage *>();
        auto *model = page->findChild<RunsModel *>();
        auto *table = page->findChild<RunsTable *>();
        const auto settled = [&](const std::function<bool()> &done) {
            if (!QTest::qWaitFor(done, 20000))
                return -1;
            (void)table->grab();
            return static_cast<int>(clock.elapsed());
        };
        const int opened = settled([&] { return model->rowCount() > 0 && model->run(model->index(0, 0)); });
        const int rows = model->rowCount();
        QVERIFY(rows >= 1500);
        (void)QTest::qWaitFor([&] { return model->index(0, 0).isValid() && !model->isReading(); }, 5000);
        auto *group = page->findChild<QComboBox *>(QStringLiteral("groupRuns"));
        const QString groupKey = QStringLiteral("params.max_depth");
        QTRY_VERIFY(group->findData(groupKey) >= 0); // which is read after the rows
        grabPage(window, "runs-1280-light");
        stalls.skip();

        auto *filter = page->findChild<QLineEdit *>(QStringLiteral("runsFilter"));
        filter->setText(QStringLiteral("metrics.roc_auc > 0.8"));
        QTest::keyClick(filter, Qt::Key_Return);
        clock.start();
        const int filtered = settled([&] { return model->rowCount() < rows; });
        grabPage(window, "runs-1280-filtered");
        stalls.skip();
        filter->clear();
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(model->rowCount(), rows);

        int auc = -1;
        for (int i = 0; i < model->columnCount(); ++i)
            if (model->columns()[static_cast<std::size_t>(i)].id() == QLatin1String("metrics.roc_auc"))
                auc = i;
        const qint64 before = model->keyOf(model->index(0, 0));
        QHeaderView *header = table->header();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(auc) + 12, header->height() / 2));
        clock.start();
        const int sorted = settled([&] { return model->keyOf(model->index(0, 0)) != before; });

        clock.start();
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
        (void)table->grab();
        const int scrolled = settled([&] { return model->run(table->indexAt(QPoint(5, 60))) != nullptr; });
        const double stalled = stalls.longest;
        clock.start();
        bench.put(fake::run(static_cast<int>(QDateTime::currentSecsSinceEpoch() % 100'000'000),
                            QStringLiteral("logistic"), 0.5)); // as another process would
        const int followed = settled([&] { return model->rowCount() > rows; });
        qInfo("%d runs: open %d ms, filter %d ms, sort %d ms, far scroll %d ms, followed %d ms, longest stall %d ms, "
              "at hand %d",
              rows, opened, filtered, sorted, scrolled, followed, static_cast<int>(stalled),
              int(model->cache().count()));
        for (const int milliseconds : {opened, filtered, sorted, scrolled, followed})
            QVERIFY(milliseconds >= 0 && milliseconds < 3000);
        QVERIFY2(stalled < 1000, qPrintable(QString::number(stalled)));
        QVERIFY(model->cache().count() <= RunCache::usual);

        window.theme().setMode(Theme::Mode::Dark);
        window.resize(1920, 1080);
        QTRY_VERIFY(!model->isReading());
        grabPage(window, "runs-1920-dark");
        group->setCurrentIndex(group->findData(groupKey));
        QTRY_VERIFY(model->isGrouped());
        table->expand(model->index(0, 0));
        QTRY_VERIFY(model->rowCount(model->index(0, 0)) > 0);
        QTRY_VERIFY(!model->isReading());
        grabPage(window, "runs-1920-groups-dark");
        window.theme().setMode(Theme::Mode::Light);
    }
};

QTEST_MAIN(TestRunsTable)
#include "tst_runstable.moc"
