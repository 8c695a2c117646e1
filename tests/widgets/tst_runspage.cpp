// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/runspagefixture.h"
#include "tracking/keeping.h"
#include "tracking/views.h"
#include "widgets/controls/filterbox.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/savedviews.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;
using Fixture = RunsPageFixture;

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

    void keepsTheTagBeingTyped()
    {
        Fixture f;
        f.click(0);
        for (auto *button : f.page->findChildren<QToolButton *>())
            if (button->text() == QLatin1String("Details"))
                button->click();
        auto *tags = f.page->findChild<QTableWidget *>(QStringLiteral("runTags"));
        QTRY_COMPARE(tags->rowCount(), 1);
        tags->setCurrentCell(0, 1);
        tags->editItem(tags->item(0, 1));
        auto *editor = tags->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTRY_VERIFY(editor->hasFocus());
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("grace"));
        const QString name = f.names().first();
        f.shell.bench.put(fake::run(4, QStringLiteral("logistic"), 0.99)); // as another process would
        const QSignalSpy changes(f.page.get(), &Page::inspectorChanged);
        f.page->refresh();
        QTRY_COMPARE(f.names().size(), 4);
        QTRY_VERIFY(changes.count() >= 2); // when the table came, and when the selection was read again
        QPointer<QLineEdit> open = tags->viewport()->findChild<QLineEdit *>();
        QVERIFY(open);
        QCOMPARE(open->text(), QStringLiteral("grace"));
        QTest::keyClick(open, Qt::Key_Return);
        f.settle();
        QTRY_COMPARE((*f.shell.bench.runs({.filter = name}))[0].tags.at(QStringLiteral("owner")),
                     QStringLiteral("grace"));
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

    /// The figures of a group are of the runs that stand in it: folds stand below theirs.
    void groupsShowWhatTheyCount()
    {
        Fixture f([](FakeShell &shell) {
            tracking::Run whole = fake::run(20, QStringLiteral("svm"), 0.75);
            whole.params["max_depth"] = std::int64_t{9};
            shell.bench.put(whole);
            for (int i = 1; i <= 3; ++i) {
                tracking::Run fold = fake::run(20 + i, QStringLiteral("svm"), 0.99);
                fold.params["max_depth"] = std::int64_t{i < 3 ? 9 : 11};
                fold.parent = whole.id;
                shell.bench.put(fold);
            }
        });
        auto *group = f.box("groupRuns");
        QTRY_VERIFY(group->findData(QStringLiteral("params.max_depth")) > 0);
        group->setCurrentIndex(group->findData(QStringLiteral("params.max_depth")));
        QTRY_VERIFY(f.model()->isGrouped());
        f.settle();
        const auto groupOf = [&](const QString &value) {
            for (int row = 0; row < f.model()->rowCount(); ++row)
                if (f.model()->group(f.model()->index(row, 0))->group.value == value)
                    return f.model()->index(row, 0);
            return QModelIndex();
        };
        QVERIFY(!groupOf(QStringLiteral("11")).isValid()); // a fold alone makes no group
        QVERIFY(groupOf(QStringLiteral("9")).isValid());
        const tracking::RunGroup &counted = f.model()->group(groupOf(QStringLiteral("9")))->group;
        QCOMPARE(counted.runs, qint64(1));
        QCOMPARE(counted.metrics.front().max, 0.75);
        f.table()->expand(groupOf(QStringLiteral("9")));
        QTRY_COMPARE(f.model()->rowCount(groupOf(QStringLiteral("9"))), 1);
        const QModelIndex whole = f.model()->index(0, 0, groupOf(QStringLiteral("9")));
        QCOMPARE(f.model()->rowCount(whole), 2); // its folds of that value
    }

    /// Columns that nobody chose are those of what is found.
    void columnsSuitWhatIsFound()
    {
        const auto addBoard = [](FakeShell &shell) {
            tracking::Run board = fake::run(30, QString(), 0.5);
            board.name = QStringLiteral("board");
            board.metrics = {{QStringLiteral("train/loss"), 0.25}};
            shell.bench.put(board);
        };
        Fixture f(addBoard);
        const auto shows = [&f](const char *key) {
            return std::ranges::any_of(f.model()->columns(),
                                       [&](const RunColumn &one) { return one.key == QLatin1String(key); });
        };
        QVERIFY(shows("roc_auc"));
        f.filter()->setText(QStringLiteral("board"));
        QTRY_COMPARE(f.names(), QStringList{QStringLiteral("board")});
        QTRY_VERIFY(!shows("roc_auc") && shows("train/loss"));
        f.filter()->clear();
        QTRY_VERIFY(shows("roc_auc"));
        // Those that were chosen stay.
        QSettings().setValue(QStringLiteral("runs/columns"), idsOf(f.model()->columns()));
        Fixture again(addBoard);
        again.filter()->setText(QStringLiteral("board"));
        QTRY_COMPARE(again.names(), QStringList{QStringLiteral("board")});
        again.settle();
        QCOMPARE(again.model()->columns(), f.model()->columns());
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

    void sortsBySeveralKeysWithoutAMouse()
    {
        Fixture f;
        auto *button = f.page->findChild<QToolButton *>(QStringLiteral("sortRuns"));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        // The menu keeps the key waiting until it is closed.
        const auto inMenu = [&](const std::function<void()> &act) {
            QTimer whenOpen;
            connect(&whenOpen, &QTimer::timeout, this, [&] {
                if (!button->menu()->isVisible())
                    return;
                whenOpen.stop();
                act();
                button->menu()->close();
            });
            whenOpen.start(5);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            f.settle();
        };
        const auto choose = [&](const QString &menu, const QString &entry) {
            inMenu([&] {
                for (const QMenu *one : button->menu()->findChildren<QMenu *>())
                    for (QAction *action : one->actions())
                        if (one->title() == menu && action->text() == entry && action->isEnabled())
                            return action->trigger();
                QFAIL(qPrintable(menu + u' ' + entry));
            });
        };
        const auto title = [&](const char *column) {
            return f.model()->headerData(f.column(QLatin1String(column)), Qt::Horizontal, Qt::AccessibleTextRole);
        };
        choose(QStringLiteral("Sort by"), QStringLiteral("Status"));
        QCOMPARE(f.page->query().sortKey, QStringLiteral("status"));
        choose(QStringLiteral("Then by"), QStringLiteral("Name"));
        QCOMPARE(f.page->query().sortKey, QStringLiteral("status asc, name asc"));
        QCOMPARE(f.names(), (QStringList{"baseline-1", "logistic-2", "xgboost-3"}));
        QCOMPARE(f.model()->headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Name, sorting key 2, smallest first"));
        choose(QStringLiteral("2. Name, smallest first"), QStringLiteral("Largest first"));
        QCOMPARE(f.names(), (QStringList{"xgboost-3", "logistic-2", "baseline-1"}));
        choose(QStringLiteral("1. Status, smallest first"), QStringLiteral("Remove from the sort"));
        QCOMPARE(f.page->query().sortKey, QStringLiteral("name"));
        QVERIFY(f.page->query().descending);
        QCOMPARE(title("Status").toString(), QStringLiteral("Status")); // no number any more
        inMenu([&] { grabPage(*button->menu(), "runs-sortmenu"); });
        grabPage(*f.page, "runs-sorted");
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
        QTRY_COMPARE(f.names().size(), 3); // the experiment is gone with its run
        QCOMPARE(f.box("experiment")->currentIndex(), 0);
    }

    void followsTheNameOfTheExperiment()
    {
        Fixture f;
        tracking::RunStore &store = f.shell.bench.store();
        const auto made = tracking::moveRuns(store, {(*f.shell.bench.runs({}))[0].id}, QStringLiteral("shortlist"));
        QVERIFY(made && made->made);
        f.page->refresh();
        QTRY_COMPARE(f.box("experiment")->count(), 3);
        f.box("experiment")->setCurrentIndex(f.box("experiment")->findData(QStringLiteral("shortlist")));
        QTRY_COMPARE(f.names().size(), 1);
        const QStringList inIt = f.names();
        f.settle();
        QVERIFY(tracking::renameExperiment(store, *made->made, QStringLiteral("best"))); // as another process would
        f.page->refresh();
        QTRY_COMPARE(f.box("experiment")->currentData().toString(), QStringLiteral("best"));
        QTRY_COMPARE(f.names(), inIt);
        QVERIFY(f.page->command().contains(QLatin1String("--experiment best")));
        f.settle();
        QVERIFY(tracking::deleteExperiment(store, *made->made));
        f.page->refresh();
        QTRY_COMPARE(f.names().size(), 2);
        QVERIFY(!f.page->command().contains(QLatin1String("--experiment")));
        QVERIFY(!f.table()->isHidden());
    }

    void actionsOnManyRunsWaitForEachOther()
    {
        constexpr std::size_t many = 1200;
        Fixture f([](FakeShell &shell) { shell.bench.fillUp(many); });
        f.table()->selectAll();
        QVERIFY(f.page->selectedIds().empty()); // they were not read yet
        std::size_t told = 0;
        f.page->withSelectedIds([&](const auto &runs) { told = runs.size(); });
        f.action("starRuns")->trigger();
        f.action("deleteRuns")->trigger();
        f.box("whichRuns")->setCurrentIndex(2); // the deleted ones, which were not what was asked for
        f.settle();
        QCOMPARE(told, many);
        QTRY_COMPARE(f.shell.undo.count(), 2);
        f.settle();
        const auto deleted = *f.shell.bench.store().runs({.deleted = true});
        QCOMPARE(deleted.size(), many);
        QVERIFY(std::ranges::all_of(deleted, &tracking::Run::favourite));
    }

    /// The field shows some characters as others.
    void lookingAtANoteChangesNothing()
    {
        Fixture f;
        const QString imported = QStringLiteral("a\r\nb\u00a0c");
        const auto runs = *f.shell.bench.runs({});
        for (const tracking::Run &run : runs)
            QVERIFY(f.shell.bench.setNote(run.id, imported));
        f.page->refresh();
        f.settle();
        for (auto *button : f.page->findChildren<QToolButton *>())
            if (button->text() == QLatin1String("Details"))
                button->click();
        auto *note = f.page->findChild<QPlainTextEdit *>(QStringLiteral("runNote"));
        for (const int row : {0, 1, 0}) {
            f.click(row);
            QTRY_VERIFY(note->toPlainText().startsWith(u'a'));
            f.settle();
            QApplication::sendEvent(note, std::make_unique<QFocusEvent>(QEvent::FocusOut).get());
        }
        f.settle();
        QCOMPARE(f.shell.undo.count(), 0);
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
