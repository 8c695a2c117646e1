// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/storeedits.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

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
        page = std::make_unique<RunsPage>(shell);
        page->resize(1100, 700);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty() && StoreEdits::of(shell).isIdle()); }

    QTreeView *table() { return page->findChild<QTreeView *>(QStringLiteral("runsTable")); }
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
        QHeaderView *header = f.table()->header();
        int auc = -1;
        for (int i = 0; i < header->count(); ++i)
            if (f.table()->model()->headerData(i, Qt::Horizontal).toString() == QLatin1String("ROC AUC"))
                auc = i;
        QVERIFY(auc > 0);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(auc) + 20, header->height() / 2));
        f.settle();
        QCOMPARE(f.names(), (QStringList{"baseline-1", "logistic-2", "xgboost-3"}));
        QVERIFY(f.page->command().contains(QLatin1String("--sort metrics.roc_auc")));
        QCOMPARE(f.table()->model()->index(2, auc).data(RunsModel::BestRole).toBool(), true);
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
            auto *list = f.page->findChild<QListWidget *>(QStringLiteral("columnList"));
            const auto found = list->findItems(QStringLiteral("max_depth"), Qt::MatchExactly);
            QCOMPARE(found.size(), 1);
            found.first()->setCheckState(Qt::Checked);
            QVERIFY(headers(f).contains(QStringLiteral("max_depth")));
        }
        Fixture again;
        QVERIFY(headers(again).contains(QStringLiteral("max_depth")));
    }

    void keepsSelectionWhenOthersWrite()
    {
        Fixture f;
        f.click(1);
        (void)f.shell.bench.setNote({f.page->selectedRuns().front().id}, QStringLiteral("from elsewhere"));
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
        QVERIFY(lines[0].startsWith(QLatin1String("Name\tStatus\tModel\tROC AUC")));
        QVERIFY(lines[1].startsWith(QLatin1String("xgboost-3\tFinished\t")));
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

    void reportsAFailure()
    {
        Fixture f([](FakeShell &shell) {
            shell.bench.failWith = failure(ErrorKind::Refused, "store_locked", "The store is locked.").value();
        });
        QCOMPARE(f.shell.errors.size(), std::size_t(1));
        f.shell.bench.failWith.reset();
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
