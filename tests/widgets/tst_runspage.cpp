// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "tracking/views.h"
#include "widgets/controls/filterbox.h"
#include "widgets/controls/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/savedviews.h"
#include "widgets/pages/storeedits.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <ctime>

using namespace assay;
using namespace assay::ui;

namespace {

/// A runs page in a window of its own, after it has read the three runs of the fake workbench.
struct Fixture
{
    explicit Fixture(std::function<void(FakeShell &)> prepare = {})
    {
        if (prepare)
            prepare(shell);
        shell.bench.fillUp(3);
        page = std::make_unique<RunsPage>(shell);
        page->resize(1100, 700);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty() && StoreEdits::of(shell).isIdle()); }

    RunsTable *table() { return page->findChild<RunsTable *>(QStringLiteral("runsTable")); }
    QTreeView *pinned() { return page->findChild<QTreeView *>(QStringLiteral("pinnedColumns")); }
    RunsModel *model() { return page->findChild<RunsModel *>(); }
    QAction *action(const char *name) { return page->findChild<QAction *>(QLatin1String(name)); }
    QComboBox *box(const char *name) { return page->findChild<QComboBox *>(QLatin1String(name)); }
    int column(const QString &title)
    {
        for (int i = 0; i < model()->columnCount(); ++i)
            if (model()->headerData(i, Qt::Horizontal).toString() == title)
                return i;
        return -1;
    }
    void clickHeader(const QString &title)
    {
        QHeaderView *header = table()->header();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column(title)) + 12, header->height() / 2));
    }
    QLineEdit *filter() { return page->findChild<QLineEdit *>(QStringLiteral("runsFilter")); }
    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QLatin1String(name)); }

    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QRect rect = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, rect.center());
    }

    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, 0).data().toString());
        return names;
    }

    FakeShell shell;
    std::unique_ptr<RunsPage> page;
};

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
    /// Forgets what was until now, such as the pictures a test takes.
    void restart()
    {
        before = spent();
        longest = 0;
    }
    static double spent() // [ms] of this thread
    {
        timespec time;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1000.0 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double before = spent(), longest = 0;
};

} // namespace

class TestRunsPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }

    void showsTheNewestFirst()
    {
        Fixture f;
        QAbstractItemModelTester tester(f.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(f.names(), (QStringList{"xgboost-3", "logistic-2", "baseline-1"}));
        grabPage(*f.page, "runs");
    }

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

    void filtersWhileTyping()
    {
        Fixture f;
        QTest::keyClicks(f.filter(), QStringLiteral("logi"));
        QTRY_COMPARE(f.names(), QStringList{"logistic-2"});
        QTest::keyClicks(f.filter(), QStringLiteral("zz"));
        QTRY_VERIFY(f.table()->isHidden());
        QTest::mouseClick(f.button("emptyAction"), Qt::LeftButton);
        QTRY_COMPARE(f.names().size(), 3);
        QVERIFY(f.filter()->text().isEmpty());
    }

    void comparesTwoToEight()
    {
        Fixture f;
        QPushButton *compare = f.button("compareRuns");
        QVERIFY(!compare->isEnabled());
        f.click(0);
        QVERIFY(!compare->isEnabled());
        QVERIFY(f.page->inspectorText().contains(QLatin1String("xgboost-3")));
        f.click(1, Qt::ControlModifier);
        QVERIFY(compare->isEnabled());
        QTest::mouseClick(compare, Qt::LeftButton);
        QCOMPARE(f.shell.went, QStringList{"compare"});
        QCOMPARE(f.shell.lastRuns.size(), std::size_t(2));
    }

    void opensByDoubleClickAndReturn()
    {
        Fixture f;
        const QRect rect = f.table()->visualRect(f.table()->model()->index(1, 1));
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, rect.center());
        QTest::mouseDClick(f.table()->viewport(), Qt::LeftButton, {}, rect.center());
        QCOMPARE(f.shell.went, QStringList{"run"});
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_Return);
        QCOMPARE(f.shell.went, (QStringList{"run", "run"}));
    }

    void deletesAndUndoes()
    {
        Fixture f;
        f.click(2);
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_Delete);
        f.settle();
        QTRY_COMPARE(f.names(), (QStringList{"xgboost-3", "logistic-2"}));
        f.shell.undo.undo();
        f.settle();
        QTRY_COMPARE(f.names().size(), 3);
        f.shell.undo.redo();
        f.settle();
        QTRY_COMPARE(f.names().size(), 2);
    }

    void renamesInTheTable()
    {
        Fixture f;
        f.click(0);
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_F2);
        auto *editor = f.table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("winner"));
        f.model()->setBest({{QStringLiteral("roc_auc"), 0.123}}); // figures arrive while somebody types
        QCOMPARE(editor->text(), QStringLiteral("winner"));
        QTest::keyClick(editor, Qt::Key_Return);
        f.settle();
        QTRY_COMPARE(f.names().first(), QStringLiteral("winner"));
        f.shell.undo.undo();
        f.settle();
        QTRY_COMPARE(f.names().first(), QStringLiteral("xgboost-3"));
    }

    void editsNoteAndTagsOfSeveral()
    {
        Fixture f;
        f.click(0);
        f.click(1, Qt::ShiftModifier);
        for (auto *button : f.page->findChildren<QToolButton *>())
            if (button->text() == QLatin1String("Details"))
                button->click();
        auto *note = f.page->findChild<QPlainTextEdit *>(QStringLiteral("runNote"));
        QVERIFY(note->isVisible());
        QTRY_VERIFY(note->isEnabled());
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("keep"));
        auto *key = f.page->findChild<QLineEdit *>(QStringLiteral("newTagKey"));
        key->setFocus();
        QTest::keyClicks(key, QStringLiteral("stage"));
        auto *value = f.page->findChild<QLineEdit *>(QStringLiteral("newTagValue"));
        value->setFocus();
        QTest::keyClicks(value, QStringLiteral("shortlist"));
        QTest::keyClick(value, Qt::Key_Return);
        f.settle();
        const auto runs = *f.shell.bench.runs({});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(runs[i].note, QStringLiteral("keep"));
            QCOMPARE(runs[i].tags.at(QStringLiteral("stage")), QStringLiteral("shortlist"));
        }
        QVERIFY(runs[2].note.isEmpty());
        grabPage(*f.page, "runs-details");
        f.shell.undo.undo();
        f.shell.undo.undo();
        f.settle();
        QVERIFY((*f.shell.bench.runs({}))[0].note.isEmpty());
        QVERIFY(!(*f.shell.bench.runs({}))[0].tags.contains(QStringLiteral("stage")));
    }

    void choosesColumnsAndRemembersThem()
    {
        {
            Fixture f;
            f.page->findChild<QToolButton *>(QStringLiteral("chooseColumns"))->click();
            auto *list = f.page->findChild<QTreeWidget *>(QStringLiteral("columnList"));
            const auto found = [list] {
                return list->findItems(QStringLiteral("max_depth"), Qt::MatchExactly | Qt::MatchRecursive);
            };
            QTRY_COMPARE(found().size(), 1);
            QCOMPARE(found().first()->text(1), QStringLiteral("3"));
            found().first()->setCheckState(0, Qt::Checked);
            QVERIFY(headers(f).contains(QStringLiteral("max_depth")));
            QTRY_COMPARE(f.model()->index(0, f.column(QStringLiteral("max_depth"))).data().toString(),
                         QStringLiteral("6"));
        }
        Fixture again;
        QVERIFY(headers(again).contains(QStringLiteral("max_depth")));
    }

    void keepsColumnsChosenWhileItReads()
    {
        Fixture f;
        auto columns = f.model()->columns();
        columns.push_back(*RunColumn::fromId(QStringLiteral("params.max_depth")));
        f.page->refresh();
        QVERIFY(!f.shell.registry.running().empty());
        emit f.page->findChild<ColumnChooser *>()->chosen(columns, 99);
        f.settle();
        QVERIFY(f.model()->columns() == columns);
        QTRY_COMPARE(f.model()->index(0, f.column(QStringLiteral("max_depth"))).data().toString(), QStringLiteral("6"));
    }

    void purgesOnlyWhatTheFilterShows()
    {
        Fixture f;
        const auto all = *f.shell.bench.runs({});
        for (const tracking::Run &run : all)
            QVERIFY(f.shell.bench.remove({run.id}));
        auto *which = f.box("whichRuns");
        QVERIFY(which);
        which->setCurrentIndex(2);
        QTRY_COMPARE(f.names().size(), 3);
        f.filter()->setText(QStringLiteral("logistic"));
        QTRY_COMPARE(f.names(), QStringList{"logistic-2"});
        f.settle();
        f.action("purgeRuns")->trigger();
        const auto question = [&] { return f.page->findChild<QMessageBox *>(QStringLiteral("purgeQuestion")); };
        QTRY_VERIFY(question());
        const auto buttons = question()->buttons();
        for (QAbstractButton *button : buttons)
            if (question()->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
                break;
            }
        QTRY_VERIFY(f.names().isEmpty());
        f.settle();
        const auto left = f.shell.bench.runs({.deleted = true});
        QVERIFY(left);
        QCOMPARE(left->size(), std::size_t(2));
    }

    void keepsSelectionWhenOthersWrite()
    {
        Fixture f;
        f.click(1);
        (void)f.shell.bench.setNote(f.page->selectedRuns().front().id, QStringLiteral("from elsewhere"));
        f.page->refresh();
        f.settle();
        QCOMPARE(f.page->selectedRuns().size(), std::size_t(1));
        QCOMPARE(f.page->selectedRuns().front().note, QStringLiteral("from elsewhere"));
        f.filter()->setText(QStringLiteral("logistic"));
        QTRY_COMPARE(f.names().size(), 1);
        QCOMPARE(f.page->selectedRuns().front().name, QStringLiteral("logistic-2"));
    }

    void copiesAsTable()
    {
        Fixture f;
        f.click(0);
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QLatin1String("Name\tFavourite\tStatus\tModel\tROC AUC")));
        QVERIFY(lines[1].startsWith(QString::fromUtf8("xgboost-3\t☆\tFinished\t")));
    }

    void saysWhatToDoWhenEmpty()
    {
        Fixture f([](FakeShell &shell) {
            const auto runs = *shell.bench.runs({});
            for (const tracking::Run &run : runs)
                (void)shell.bench.remove({run.id});
        });
        QVERIFY(f.table()->isHidden());
        QTest::mouseClick(f.button("emptyAction"), Qt::LeftButton);
        QCOMPARE(f.shell.went, QStringList{"start"});
    }

    void saysWhatIsWrongWithAFilterAndKeepsTheRuns()
    {
        Fixture f;
        auto *problem = f.page->findChild<QLabel *>(QStringLiteral("filterProblem"));
        QVERIFY(problem->isHidden());
        f.filter()->setText(QStringLiteral("metrics.roc_auc > 0.6 and ("));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(!problem->text().isEmpty());
        QCOMPARE(f.names().size(), 3);
        QVERIFY(!f.page->command().contains(QLatin1String("roc_auc")));
        grabPage(*f.page, "runs-wrong-filter");
        f.filter()->setText(QStringLiteral("metrics.roc_auc > 0.6"));
        QTRY_COMPARE(f.names(), (QStringList{"xgboost-3", "logistic-2"}));
        QVERIFY(problem->isHidden());
        QVERIFY(f.page->command().startsWith(QLatin1String("assay runs 'metrics.roc_auc > 0.6' --sort")));
    }

    void groupsByAnyKey()
    {
        Fixture f([](FakeShell &shell) { shell.bench.fillUp(12); });
        auto *group = f.box("groupRuns");
        QTRY_VERIFY(group->findData(QStringLiteral("params.max_depth")) > 0);
        QVERIFY(group->findData(QStringLiteral("tags.owner")) > 0);
        group->setCurrentIndex(group->findData(QStringLiteral("model")));
        QTRY_COMPARE(f.model()->rowCount(), 4);
        QVERIFY(f.names().first().startsWith(QLatin1String("Model: ")));
        const QModelIndex first = f.model()->index(0, 0);
        const qint64 runs = f.model()->group(first)->group.runs;
        QVERIFY(runs > 1);
        f.table()->expand(first);
        QTRY_COMPARE(static_cast<qint64>(f.model()->rowCount(f.model()->index(0, 0))), runs);
        QVERIFY(f.table()->isExpanded(f.model()->index(0, 0)));
        const QModelIndex child = f.model()->index(0, 0, f.model()->index(0, 0));
        QVERIFY(f.model()->run(child));
        grabPage(*f.page, "runs-groups");
        f.shell.bench.put(fake::run(13, f.model()->run(child)->model, 0.9));
        f.page->refresh();
        QTRY_COMPARE(static_cast<qint64>(f.model()->rowCount(f.model()->index(0, 0))), runs + 1);
        QVERIFY(f.table()->isExpanded(f.model()->index(0, 0)));
        group->setCurrentIndex(0);
        QTRY_COMPARE(f.model()->rowCount(), 13);
    }

    void savesAndShowsViews()
    {
        Fixture f;
        auto *views = f.page->findChild<SavedViews *>();
        f.filter()->setText(QStringLiteral("model = \"logistic\""));
        QTRY_COMPARE(f.names(), QStringList{"logistic-2"});
        f.clickHeader(QStringLiteral("Log loss"));
        views->save(QStringLiteral("Mine"));
        QTRY_COMPARE(tracking::savedViews(f.shell.bench.store())->size(), std::size_t(1));
        f.settle();
        views->rename(QStringLiteral("Mine"), QStringLiteral("Linear"));
        f.settle();
        QTRY_COMPARE(tracking::savedViews(f.shell.bench.store())->front().name, QStringLiteral("Linear"));
        f.filter()->clear();
        QTRY_COMPARE(f.names().size(), 3);
        emit views->menu()->aboutToShow();
        QCOMPARE(views->menu()->actions().first()->text(), QStringLiteral("Linear"));
        views->menu()->actions().first()->trigger();
        QTRY_COMPARE(f.names(), QStringList{"logistic-2"});
        QCOMPARE(f.filter()->text(), QStringLiteral("model = \"logistic\""));
        QVERIFY(f.page->command().contains(QLatin1String("--sort metrics.log_loss --ascending")));
        views->remove(QStringLiteral("Linear"));
        QTRY_VERIFY(tracking::savedViews(f.shell.bench.store())->empty());
        f.settle();
        f.shell.undo.undo();
        QTRY_COMPARE(tracking::savedViews(f.shell.bench.store())->size(), std::size_t(1));
    }

    void hidesWhatIsEqual()
    {
        Fixture f;
        emit f.page->findChild<ColumnChooser *>()->onlyDifferentChosen(true);
        const int status = f.column(QStringLiteral("Status")), auc = f.column(QStringLiteral("ROC AUC"));
        QTRY_VERIFY(f.table()->isColumnHidden(status));
        QVERIFY(!f.table()->isColumnHidden(auc));
        QVERIFY(!f.table()->isColumnHidden(0));
        emit f.page->findChild<ColumnChooser *>()->onlyDifferentChosen(false);
        QVERIFY(!f.table()->isColumnHidden(status));
    }

    void keepsPinnedColumnsInSight()
    {
        Fixture f;
        auto columns = f.model()->columns();
        for (const char *key : {"params.max_depth", "params.n_estimators", "tags.owner", "experiment", "note"})
            columns.push_back(*RunColumn::fromId(QLatin1String(key)));
        emit f.page->findChild<ColumnChooser *>()->chosen(columns, 2);
        f.page->resize(700, 500);
        QVERIFY(f.pinned()->isHidden());
        QTRY_VERIFY(f.table()->horizontalScrollBar()->maximum() > 200);
        f.table()->horizontalScrollBar()->setValue(200);
        QVERIFY(f.pinned()->isVisible());
        const int width = f.table()->header()->sectionSize(0) + f.table()->header()->sectionSize(1);
        QCOMPARE(f.pinned()->width(), width + 1);
        QCOMPARE(f.pinned()->visualRect(f.model()->index(1, 0)).height(),
                 f.table()->visualRect(f.model()->index(1, 0)).height());
        const auto top = [](const QTreeView *view, const QModelIndex &index) {
            return view->viewport()->mapToGlobal(view->visualRect(index).topLeft()).y();
        };
        QCOMPARE(top(f.pinned(), f.model()->index(1, 0)), top(f.table(), f.model()->index(1, 3)));
        QTest::mouseClick(f.pinned()->viewport(), Qt::LeftButton, {},
                          f.pinned()->visualRect(f.model()->index(1, 0)).center());
        QCOMPARE(f.page->selectedRuns().front().name, QStringLiteral("logistic-2"));
        grabPage(*f.page, "runs-pinned");
        f.table()->horizontalScrollBar()->setValue(0);
        QVERIFY(f.pinned()->isHidden());
    }

    void keepsTheOrderAndWidthsOfColumns()
    {
        QStringList before;
        {
            Fixture f;
            before = headers(f);
            f.table()->header()->resizeSection(2, 222);
            f.table()->header()->moveSection(3, 2);
            QTRY_COMPARE(headers(f)[2], before[3]);
            QCOMPARE(f.table()->header()->sectionSize(3), 222);
            QTRY_VERIFY(QSettings().contains(QStringLiteral("runs/widths")));
        }
        Fixture again;
        QCOMPARE(headers(again)[2], before[3]);
        QCOMPARE(again.table()->header()->sectionSize(3), 222);
        emit again.page->findChild<ColumnChooser *>()->resetRequested();
        QTRY_COMPARE(headers(again), before);
    }

    void marksFavouritesByKeyAndClick()
    {
        Fixture f;
        const int star = f.column(QStringLiteral("★"));
        const auto text = [&](int row) { return f.model()->index(row, star).data().toString(); };
        QCOMPARE(text(0), QStringLiteral("☆"));
        f.click(0);
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_F);
        QTRY_COMPARE(text(0), QStringLiteral("★"));
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {},
                          f.table()->visualRect(f.model()->index(1, star)).center());
        QTRY_COMPARE(text(1), QStringLiteral("★"));
        QVERIFY(f.model()->index(1, star).data(Qt::AccessibleTextRole).toString() == QLatin1String("Favourite"));
        f.settle();
        f.shell.undo.undo();
        QTRY_COMPARE(text(1), QStringLiteral("☆"));
        QCOMPARE(text(0), QStringLiteral("★"));
    }

    void archivesAndBringsBack()
    {
        Fixture f;
        f.click(1);
        f.action("archiveRuns")->trigger();
        QTRY_COMPARE(f.names(), (QStringList{"xgboost-3", "baseline-1"}));
        f.box("whichRuns")->setCurrentIndex(1);
        QTRY_COMPARE(f.names(), QStringList{"logistic-2"});
        QVERIFY(f.page->command().contains(QLatin1String("--archived")));
        f.click(0);
        f.action("archiveRuns")->trigger();
        QTRY_VERIFY(f.table()->isHidden());
        f.settle();
        f.box("whichRuns")->setCurrentIndex(0);
        QTRY_COMPARE(f.names().size(), 3);
    }

    void movesToAnotherExperiment()
    {
        Fixture f;
        f.click(0);
        f.action("moveRuns")->trigger();
        auto *dialog = f.page->findChild<QInputDialog *>(QStringLiteral("moveToExperiment"));
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("shortlist"));
        dialog->accept();
        f.settle();
        QTRY_COMPARE(f.box("experiment")->count(), 3);
        f.box("experiment")->setCurrentIndex(f.box("experiment")->findData(QStringLiteral("shortlist")));
        QTRY_COMPARE(f.names(), QStringList{"xgboost-3"});
        f.shell.undo.undo();
        QTRY_VERIFY(f.table()->isHidden());
    }

    void goesToMetricsAndExploration()
    {
        Fixture f;
        QTest::mouseClick(f.button("openMetrics"), Qt::LeftButton);
        QCOMPARE(f.shell.lastRuns.size(), std::size_t(3));
        f.click(1);
        QTest::mouseClick(f.button("openMetrics"), Qt::LeftButton);
        QCOMPARE(f.shell.lastRuns.size(), std::size_t(1));
        QTest::mouseClick(f.button("openExplore"), Qt::LeftButton);
        QCOMPARE(f.shell.went, (QStringList{"metrics", "metrics", "explore"}));
    }

    void readsTheSelectionInFull()
    {
        Fixture f;
        f.click(0);
        QTRY_VERIFY(f.page->inspectorText().contains(QLatin1String("max_depth")));
        QVERIFY2(headers(f).filter(QStringLiteral("max_depth")).isEmpty(), "though no column shows it");
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
        QTest::qWait(300); // what is read after the rows
        grabPage(window, "runs-1280-light");

        auto *filter = page->findChild<QLineEdit *>(QStringLiteral("runsFilter"));
        filter->setText(QStringLiteral("metrics.roc_auc > 0.8"));
        QTest::keyClick(filter, Qt::Key_Return);
        clock.start();
        const int filtered = settled([&] { return model->rowCount() < rows; });
        grabPage(window, "runs-1280-filtered");
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
        QVERIFY(model->cache().count() <= RunCache::usual);

        window.theme().setMode(Theme::Mode::Dark);
        window.resize(1920, 1080);
        QTest::qWait(200);
        grabPage(window, "runs-1920-dark");
        auto *group = page->findChild<QComboBox *>(QStringLiteral("groupRuns"));
        group->setCurrentIndex(group->findData(QStringLiteral("params.max_depth")));
        QTRY_VERIFY(model->isGrouped());
        table->expand(model->index(0, 0));
        QTRY_VERIFY(model->rowCount(model->index(0, 0)) > 0);
        QTest::qWait(200);
        grabPage(window, "runs-1920-groups-dark");
        window.theme().setMode(Theme::Mode::Light);
    }

    void reportsAFailure()
    {
        // As when the disk with the store is gone for a while.
        const auto move = [](const QString &store, const QString &from, const QString &to) {
            for (const char *part : {"", "-wal", "-shm"}) {
                QFile::remove(store + QLatin1String(part) + to);
                QFile::rename(store + QLatin1String(part) + from, store + QLatin1String(part) + to);
            }
        };
        Fixture f([&](FakeShell &shell) { move(shell.bench.store().path(), {}, QStringLiteral(".away")); });
        QCOMPARE(f.shell.errors.size(), std::size_t(1));
        move(f.shell.bench.store().path(), QStringLiteral(".away"), {});
        QTest::mouseClick(f.button("emptyAction"), Qt::LeftButton);
        QTRY_COMPARE(f.names().size(), 3);
    }

private:
    static QStringList headers(Fixture &f)
    {
        QStringList headers;
        for (int i = 0; i < f.table()->model()->columnCount(); ++i)
            headers.append(f.table()->model()->headerData(i, Qt::Horizontal).toString());
        return headers;
    }
};

QTEST_MAIN(TestRunsPage)
#include "tst_runspage.moc"
