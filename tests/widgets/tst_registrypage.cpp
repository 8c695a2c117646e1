// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "tracking/importers/importedrun.h"
#include "tracking/registry.h"
#include "widgets/controls/theme.h"
#include "widgets/models/environmentmodel.h"
#include "widgets/models/justification.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/columnfit.h"
#include "widgets/pages/environmentdiff.h"
#include "widgets/pages/promotedialog.h"
#include "widgets/pages/registrypage.h"
#include "widgets/pages/reproducepane.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/storeedits.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace assay;
using namespace assay::ui;

namespace {

/// Puts run @p number of the fake workbench into its store, with a model.
tracking::RunId stored(FakeWorkbench &bench, const QTemporaryDir &folder, int number)
{
    const auto found = bench.details({QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))});
    const QString path = folder.filePath(QStringLiteral("%1.json").arg(number));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("model " + QByteArray::number(number)) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.close();
    tracking::ImportedRun run{.source = QStringLiteral("fake:") + found->run.id.value, // which the store has already
                              .id = found->run.id,
                              .experiment = QStringLiteral("Default"),
                              .name = found->run.name,
                              .start = found->run.start,
                              .end = found->run.end,
                              .model = found->run.model,
                              .task = found->run.task,
                              .tags = {{QStringLiteral("target"), QStringLiteral("churn")}},
                              .inputs = {{.role = QStringLiteral("train"),
                                          .name = QStringLiteral("loans.csv"),
                                          .path = QStringLiteral("/data/loans.csv"),
                                          .digest = QStringLiteral("sha256:5f0c11d2a97b"),
                                          .rows = 240,
                                          .columns = 7}},
                              .files = {{.name = QStringLiteral("model.ubj"), .path = path}}};
    for (const auto &[key, value] : found->run.metrics)
        run.metrics[key] = {{.step = 0, .time = 1, .value = value}};
    if (const auto written = writeImported(bench.store(), run); !written)
        qFatal("%s", written.error().message.c_str());
    return run.id;
}

/// A registry with churn: version 1 a baseline and champion, 2 and 3 better and better.
struct Fixture
{
    FakeShell shell;
    QTemporaryDir folder;
    tracking::ModelRegistry registry{shell.bench.store()};
    std::unique_ptr<RegistryPage> page;

    explicit Fixture(bool champion = true)
    {
        for (int number = 1; number <= 3; ++number)
            check(registry
                      .add({.model = QStringLiteral("churn"),
                            .run = stored(shell.bench, folder, number),
                            .artifact = QStringLiteral("model.ubj")})
                      .map([](const auto &) {}));
        check(registry.create(QStringLiteral("prices"), QStringLiteral("of houses")));
        if (champion)
            check(registry.promote(QStringLiteral("churn"), 1, QStringLiteral("champion")));
        check(registry.setStage(QStringLiteral("churn"), 1, tracking::Stage::Production));
    }

    static void check(const Result<void> &done)
    {
        if (!done)
            qFatal("%s", done.error().message.c_str());
    }

    void open()
    {
        page = std::make_unique<RegistryPage>(shell);
        page->resize(1280, 800);
        page->show();
        settle();
    }
    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }
    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    void choose(qint64 version) const
    {
        auto *table = find<QTableView>("registryVersions");
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, 0).data().toLongLong() == version)
                table->selectRow(row);
    }
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }
    qint64 holder(const char *alias) const
    {
        const auto model = registry.model(QStringLiteral("churn"));
        const auto it = model->aliases.find(QLatin1String(alias));
        return it == model->aliases.end() ? 0 : it->second;
    }
    PromoteDialog *promote(qint64 version)
    {
        choose(version);
        QTest::mouseClick(find<QPushButton>("promoteVersion"), Qt::LeftButton);
        return page->findChild<PromoteDialog *>();
    }
    /// Presses the button of a question that deletes.
    void agree(const char *dialog) const
    {
        auto *box = find<QMessageBox>(dialog);
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                return button->click();
        QFAIL("nothing deletes");
    }
    /// Types into the dialog that asks for a line, and accepts.
    void answer(const char *dialog, const QString &text) const
    {
        auto *input = find<QInputDialog>(dialog);
        QVERIFY(input);
        input->setTextValue(text);
        input->accept();
    }
};

} // namespace

class TestRegistryPage : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }
    void saysWhatToDoWhenEmpty();
    void showsVersionsWhereTheyComeFromAndHistory();
    void comparisonComesBeforeTheButton();
    void worseNeedsAReason();
    void whatCannotBeComparedNeedsAReason();
    void firstChampionNeedsNothing();
    void aliasMayChangeWhileComparing();
    void movedMeanwhileIsTold();
    void rollsBack();
    void stageAliasAndNote();
    void editsOfVersionsAreUndone();
    void promotionsAreUndone();
    void undoingLeavesAliasesAloneThatWereMovedSince();
    void draggedSplittersSetNoWidths();
    void deletedModelComesBack();
    void deletedVersionComesBack();
    void eachEditIsReadOnce();
    void tablesFitWhereThereIsLittleRoom();
    void registeringIsUndone();
    void modelThatCouldNotBeDeletedIsLeftAlone();
    void refusedNamesLeaveTheModelShown();
    void questionsAreAboutWhatWasChosen();
    void changesDuringAReadAreReadToo();
    void versionsWithoutARunLeadToNone();
    void historyTellsOfTags();
    void verifies();
    void opensRunsAndComparisons();
    void registersFromARunPage();
    void runsAgainFromARunPage();
    void importedRunsCannotBeRunAgain();
    void environmentShowsOnlyDifferences();
    void pictures_data();
    void pictures();
};

void TestRegistryPage::saysWhatToDoWhenEmpty()
{
    FakeShell shell;
    RegistryPage page(shell);
    page.resize(1000, 700);
    page.show();
    QTRY_VERIFY(shell.registry.running().empty());
    QCOMPARE(page.findChild<QStackedWidget *>()->currentIndex(), 0);
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("promoteVersion"))->isEnabled());
    QCOMPARE(page.command(), QStringLiteral("assay models registry list"));
}

void TestRegistryPage::showsVersionsWhereTheyComeFromAndHistory()
{
    Fixture f;
    f.open();
    auto *models = f.find<QTableView>("registryModels");
    QCOMPARE(models->model()->rowCount(), 2);
    QVERIFY(models->model()->index(0, 0).data(GridModel::DetailRole).toString().contains("champion"));
    auto *versions = f.find<QTableView>("registryVersions");
    const QAbstractItemModelTester tester(versions->model());
    QCOMPARE(versions->model()->rowCount(), 3);
    const auto cell = [&](int row, int column) { return versions->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, ModelVersionsModel::Number), QStringLiteral("3"));
    QCOMPARE(cell(2, ModelVersionsModel::Aliases), QStringLiteral("champion"));
    QCOMPARE(cell(2, ModelVersionsModel::Stage), QStringLiteral("Production"));
    QCOMPARE(cell(0, ModelVersionsModel::Score), QStringLiteral("0.8600"));
    QCOMPARE(cell(0, ModelVersionsModel::Run), QStringLiteral("xgboost-3"));
    QCOMPARE(cell(0, ModelVersionsModel::Data), QStringLiteral("loans.csv"));
    auto *history = f.find<QTableView>("registryHistory");
    QCOMPARE(history->model()->rowCount(), 6);
    QVERIFY(history->model()
                ->index(0, RegistryHistoryModel::What)
                .data()
                .toString()
                .contains("stage Production, was None"));
    f.choose(3);
    QVERIFY(f.find<QTextBrowser>("versionFacts")->toPlainText().contains("sha256:5f0c11d2a97b"));
    QVERIFY(f.page->inspectorText().contains("Version 3"));
    QCOMPARE(f.page->command(), QStringLiteral("assay models registry show churn"));
}

void TestRegistryPage::comparisonComesBeforeTheButton()
{
    Fixture f;
    f.open();
    PromoteDialog *dialog = f.promote(3);
    QVERIFY(dialog);
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    QVERIFY(!ok->isEnabled()); // before the figures are there
    f.settle();
    QTRY_VERIFY(ok->isEnabled());
    const QString verdict = dialog->findChild<QLabel *>(QStringLiteral("promoteVerdict"))->text();
    QVERIFY2(verdict.contains("Better") && verdict.contains("version 3 is better than version 1"), qPrintable(verdict));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("promoteTest"))->text().contains("DeLong"));
    const auto justification = *dialog->promotion().justification;
    QTest::mouseClick(ok, Qt::LeftButton);
    f.settle();
    QCOMPARE(f.holder("champion"), 3);
    const auto event = f.registry.history(QStringLiteral("churn"))->front();
    QCOMPARE(event.what, QStringLiteral("promoted"));
    QVERIFY(event.justification == justification);
    QCOMPARE(event.from, QStringLiteral("1"));
    QVERIFY(f.shell.storeChanges > 0);
    auto *versions = f.find<QTableView>("registryVersions");
    QTRY_COMPARE(versions->model()->index(0, ModelVersionsModel::Aliases).data().toString(),
                 QStringLiteral("champion"));
}

void TestRegistryPage::worseNeedsAReason()
{
    Fixture f(false);
    f.check(f.registry.promote(QStringLiteral("churn"), 3, QStringLiteral("champion")));
    f.open();
    PromoteDialog *dialog = f.promote(1);
    f.settle();
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("promoteReason"));
    QVERIFY(dialog->promotion().justification->standing == tracking::Standing::Worse);
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(reason, "   ");
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(reason, "simple");
    QVERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);
    f.settle();
    QCOMPARE(f.holder("champion"), 1);
    QCOMPARE(f.registry.history(QStringLiteral("churn"))->front().reason, QStringLiteral("simple"));
}

void TestRegistryPage::whatCannotBeComparedNeedsAReason()
{
    Fixture f;
    f.open();
    f.shell.bench.failWith = failure(ErrorKind::BadInput, "no_common_rows", "No row in common.").value();
    PromoteDialog *dialog = f.promote(3);
    f.settle();
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    QVERIFY(!ok->isEnabled());
    QVERIFY(!dialog->promotion().justification);
    bool told = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        told = told || label->text().contains("No row in common.");
    QVERIFY(told);
    dialog->findChild<QLineEdit *>(QStringLiteral("promoteReason"))->setText(QStringLiteral("new task"));
    QVERIFY(ok->isEnabled());
}

void TestRegistryPage::firstChampionNeedsNothing()
{
    Fixture f(false);
    f.open();
    PromoteDialog *dialog = f.promote(2);
    f.settle();
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    QVERIFY(ok->isEnabled());
    // Another alias is another question.
    auto *alias = dialog->findChild<QComboBox *>(QStringLiteral("promoteAlias"));
    alias->setCurrentText(QStringLiteral("challenger"));
    QVERIFY(ok->text().contains("challenger"));
    QTest::mouseClick(ok, Qt::LeftButton);
    f.settle();
    QCOMPARE(f.holder("challenger"), 2);
    QCOMPARE(f.holder("champion"), 0);
}

void TestRegistryPage::aliasMayChangeWhileComparing()
{
    Fixture f;
    f.open();
    PromoteDialog *dialog = f.promote(3);
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    auto *alias = dialog->findChild<QComboBox *>(QStringLiteral("promoteAlias"));
    QVERIFY(!f.shell.registry.running().empty());
    alias->setCurrentText(QStringLiteral("challenger"));
    QVERIFY(!ok->isEnabled());
    f.settle();
    QTRY_VERIFY(ok->isEnabled());
    QVERIFY(!dialog->promotion().justification);
    // Typed letter by letter; what is typed last is compared, and not before the typing ends.
    alias->setCurrentText(QStringLiteral("champion"));
    QVERIFY(!ok->isEnabled());
    QVERIFY(f.shell.registry.running().empty());
    QTRY_VERIFY(ok->isEnabled());
    QCOMPARE(dialog->promotion().justification->championVersion, 1);
}

void TestRegistryPage::movedMeanwhileIsTold()
{
    Fixture f;
    f.open();
    PromoteDialog *dialog = f.promote(3);
    f.settle();
    f.check(
        f.registry.promote(QStringLiteral("churn"), 2, QStringLiteral("champion"), {.reason = QStringLiteral("r")}));
    auto *ok = dialog->findChild<QPushButton *>(QStringLiteral("promoteOk"));
    QTRY_VERIFY(ok->isEnabled());
    QTest::mouseClick(ok, Qt::LeftButton);
    f.settle();
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("promoteProblem"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains("version 2"), qPrintable(problem->text()));
    QCOMPARE(f.holder("champion"), 2);
}

void TestRegistryPage::rollsBack()
{
    Fixture f;
    f.check(
        f.registry.promote(QStringLiteral("churn"), 3, QStringLiteral("champion"), {.reason = QStringLiteral("r")}));
    f.open();
    QTest::mouseClick(f.find<QPushButton>("rollBack"), Qt::LeftButton);
    f.answer("rollBackDialog", QStringLiteral("complaints"));
    f.settle();
    QTRY_COMPARE(f.holder("champion"), 1);
    QCOMPARE(f.registry.history(QStringLiteral("churn"))->front().reason, QStringLiteral("complaints"));
    f.settle();
    // There is nothing before the first.
    QTest::mouseClick(f.find<QPushButton>("rollBack"), Qt::LeftButton);
    f.answer("rollBackDialog", {});
    QTRY_VERIFY(!f.shell.errors.empty());
    QCOMPARE(f.shell.errors.back().code, std::string("nothing_before"));
}

void TestRegistryPage::stageAliasAndNote()
{
    Fixture f;
    f.open();
    f.choose(2);
    f.trigger("stage-staging");
    f.settle();
    QTRY_VERIFY(f.registry.version(QStringLiteral("churn"), QStringLiteral("2"))->stage == tracking::Stage::Staging);
    f.settle();
    f.trigger("setAlias");
    f.answer("aliasDialog", QStringLiteral("shadow"));
    QTRY_COMPARE(f.holder("shadow"), 2);
    f.settle();
    // What was chosen stays chosen.
    QVERIFY(f.page->inspectorText().contains("Version 2"));
    f.trigger("note");
    f.answer("noteDialog", QStringLiteral("for <b>tests</b>"));
    f.settle();
    QTRY_VERIFY(f.page->inspectorText().contains("for &lt;b&gt;tests&lt;/b&gt;"));
    f.trigger("removeAlias");
    f.answer("removeAliasDialog", QStringLiteral("shadow"));
    QTRY_COMPARE(f.holder("shadow"), 0);
}

void TestRegistryPage::editsOfVersionsAreUndone()
{
    Fixture f;
    f.open();
    f.choose(2);
    const auto version = [&] { return *f.registry.version(QStringLiteral("churn"), QStringLiteral("2")); };
    const tracking::ModelVersion before = version();
    f.trigger("stage-staging");
    QVERIFY(!f.shell.registry.running().empty()); // not on the window's thread
    f.settle();
    f.trigger("setAlias");
    f.answer("aliasDialog", QStringLiteral("shadow"));
    f.settle();
    f.trigger("note");
    f.answer("noteDialog", QStringLiteral("for tests"));
    f.settle();
    f.trigger("removeAlias");
    f.answer("removeAliasDialog", QStringLiteral("shadow"));
    f.settle();
    QTRY_COMPARE(f.holder("shadow"), 0);
    QCOMPARE(version().stage, tracking::Stage::Staging);
    QCOMPARE(version().note, QStringLiteral("for tests"));
    f.shell.undo.undo();
    QTRY_COMPARE(f.holder("shadow"), 2);
    f.shell.undo.undo();
    QTRY_COMPARE(version().note, before.note);
    f.shell.undo.undo();
    QTRY_COMPARE(f.holder("shadow"), 0);
    f.shell.undo.undo();
    QTRY_COMPARE(version().stage, before.stage);
    f.shell.undo.redo();
    QTRY_COMPARE(version().stage, tracking::Stage::Staging);
    f.settle();
    QVERIFY(f.shell.errors.empty());
}

void TestRegistryPage::promotionsAreUndone()
{
    Fixture f;
    f.open();
    PromoteDialog *dialog = f.promote(3);
    QVERIFY(dialog);
    f.settle();
    dialog->findChild<QLineEdit *>(QStringLiteral("promoteReason"))->setText(QStringLiteral("tried for a week"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("promoteOk")), Qt::LeftButton);
    QTRY_COMPARE(f.holder("champion"), 3);
    QTRY_COMPARE(f.shell.undo.count(), 1);
    f.settle();
    f.shell.undo.undo();
    QTRY_COMPARE(f.holder("champion"), 1);
    f.settle();
    f.shell.undo.redo();
    QTRY_COMPARE(f.holder("champion"), 3);
    f.settle();
    QTest::mouseClick(f.find<QPushButton>("rollBack"), Qt::LeftButton);
    f.answer("rollBackDialog", QStringLiteral("complaints"));
    QTRY_COMPARE(f.holder("champion"), 1);
    f.settle();
    f.shell.undo.undo();
    QTRY_COMPARE(f.holder("champion"), 3);
    f.settle();
    // What was undone is nothing to go back to.
    f.shell.undo.undo();
    QTRY_COMPARE(f.holder("champion"), 1);
    f.settle();
    const auto back = f.registry.rollBack(QStringLiteral("churn"), QStringLiteral("champion"));
    QVERIFY(!back);
    QCOMPARE(back.error().code, std::string("nothing_before"));
    QVERIFY(f.shell.errors.empty());
}

void TestRegistryPage::undoingLeavesAliasesAloneThatWereMovedSince()
{
    Fixture f;
    f.open();
    f.choose(2);
    f.trigger("setAlias");
    f.answer("aliasDialog", QStringLiteral("shadow"));
    f.settle();
    QTRY_COMPARE(f.holder("shadow"), 2);
    f.check(f.registry.setAlias(QStringLiteral("churn"), QStringLiteral("shadow"), 3));
    f.shell.undo.undo();
    QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
    QCOMPARE(f.shell.errors.back().code, std::string("alias_moved_since"));
    QCOMPARE(f.holder("shadow"), 3);
}

/// The last column is stretched then, which is no person's wish for a width.
void TestRegistryPage::draggedSplittersSetNoWidths()
{
    QStandardItemModel model(1, 2);
    model.setData(model.index(0, 0), QStringLiteral("short"));
    QSplitter splitter;
    auto *table = new QTableView(&splitter);
    table->setModel(&model);
    splitter.addWidget(new QLabel(&splitter));
    auto *fit = new ColumnFit(table, {0});
    splitter.resize(900, 300);
    splitter.setSizes({600, 300});
    splitter.show();
    QVERIFY(QTest::qWaitForWindowExposed(&splitter));
    fit->fit();
    const int narrow = table->columnWidth(0), before = table->width();
    const QPoint handle = splitter.handle(1)->geometry().center();
    QTest::mousePress(splitter.windowHandle(), Qt::LeftButton, {}, handle);
    for (int step = 1; step <= 5; ++step)
        QTest::mouseMove(splitter.windowHandle(), handle - QPoint(20 * step, 0));
    QTest::mouseRelease(splitter.windowHandle(), Qt::LeftButton, {}, handle - QPoint(100, 0));
    QTRY_VERIFY(table->width() < before);
    model.setData(model.index(0, 0), QString(20, u'w'));
    fit->fit();
    QVERIFY(table->columnWidth(0) > narrow);
}

void TestRegistryPage::deletedModelComesBack()
{
    Fixture f;
    f.open();
    f.trigger("removeModel");
    auto *box = f.find<QMessageBox>("removeModelDialog");
    QVERIFY(box);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel)); // Enter deletes nothing
    f.agree("removeModelDialog");
    QVERIFY(!f.shell.registry.running().empty()); // not on the window's thread
    f.settle();
    QTRY_COMPARE(f.registry.models()->size(), std::size_t(1));
    f.settle();
    QTRY_COMPARE(f.find<QTableView>("registryModels")->model()->rowCount(), 1);
    f.shell.undo.undo();
    QVERIFY(!f.shell.registry.running().empty());
    QTRY_COMPARE(f.registry.models()->size(), std::size_t(2));
    QCOMPARE(f.holder("champion"), 1);
    f.settle();
    QTRY_COMPARE(f.find<QTableView>("registryModels")->model()->rowCount(), 2);
}

void TestRegistryPage::deletedVersionComesBack()
{
    Fixture f;
    f.check(f.registry.setVersionNote(QStringLiteral("churn"), 1, QStringLiteral("the first")));
    f.open();
    const auto version = [&] { return f.registry.version(QStringLiteral("churn"), QStringLiteral("1")); };
    tracking::ModelVersion before = *version();
    f.choose(1);
    f.trigger("removeVersion");
    f.agree("removeVersionDialog");
    QTRY_VERIFY(!version());
    f.settle();
    f.shell.undo.undo();
    QTRY_VERIFY(version());
    f.settle();
    QCOMPARE(f.holder("champion"), 1);
    before.updated = version()->updated;
    QVERIFY(*version() == before);
    QTRY_COMPARE(f.find<QTableView>("registryVersions")->model()->rowCount(), 3);
    f.shell.undo.redo();
    QTRY_VERIFY(!version());
    f.settle();
    f.shell.undo.undo();
    QTRY_VERIFY(version());
    f.settle();
    QVERIFY(f.shell.errors.empty());
}

/// At 1280 pixels with both docks open.
void TestRegistryPage::tablesFitWhereThereIsLittleRoom()
{
    Fixture f;
    const auto run = f.registry.versions(QStringLiteral("churn"))->front().run;
    f.check(
        f.shell.bench.rename(run, QStringLiteral("xgboost on a year of contracts, third attempt with fewer trees")));
    f.check(f.registry.setAlias(QStringLiteral("churn"), QStringLiteral("challenger"), 3));
    f.open();
    f.page->resize(780, 560);
    for (const char *name : {"registryVersions", "registryHistory"}) {
        auto *view = f.find<QTableView>(name);
        QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
        for (int column = 0; column < view->model()->columnCount(); ++column)
            QVERIFY(view->columnWidth(column) >= view->horizontalHeader()->sectionSizeHint(column));
    }
    auto *versions = f.find<QTableView>("registryVersions");
    // An alias is read whole, if need be at the cost of the run's name.
    const QAbstractItemView *cells = versions;
    QVERIFY(versions->columnWidth(ModelVersionsModel::Aliases) >=
            cells->sizeHintForColumn(ModelVersionsModel::Aliases));
    const int narrow = versions->columnWidth(ModelVersionsModel::Run);
    f.page->resize(1280, 800);
    QTRY_VERIFY(versions->columnWidth(ModelVersionsModel::Run) > narrow);
    // One that a person set stays.
    QHeaderView *header = versions->horizontalHeader();
    const QPoint edge(header->sectionViewportPosition(ModelVersionsModel::Stage) - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    const int wide = versions->columnWidth(ModelVersionsModel::Aliases);
    f.page->resize(800, 560);
    QTRY_VERIFY(versions->horizontalScrollBar()->maximum() > 0);
    QCOMPARE(versions->columnWidth(ModelVersionsModel::Aliases), wide);
}

void TestRegistryPage::eachEditIsReadOnce()
{
    Fixture f;
    f.open();
    f.choose(2);
    QMap<QString, int> reads;
    for (JobRunner *runner : f.page->findChildren<JobRunner *>())
        connect(runner, &JobRunner::started, this, [&reads, runner] { ++reads[runner->title()]; });
    f.trigger("stage-staging");
    f.settle();
    QTRY_COMPARE(f.registry.version(QStringLiteral("churn"), QStringLiteral("2"))->stage, tracking::Stage::Staging);
    f.settle();
    QCOMPARE(reads.size(), 2); // the models, and the one shown
    for (const int count : std::as_const(reads))
        QCOMPARE(count, 1);
}

void TestRegistryPage::modelThatCouldNotBeDeletedIsLeftAlone()
{
    Fixture f;
    f.open();
    f.trigger("removeModel");
    const auto removed = f.registry.remove(QStringLiteral("churn"));
    QVERIFY(removed);
    f.agree("removeModelDialog");
    QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
    QCOMPARE(f.shell.errors.back().code, std::string("unknown_registered_model"));
    f.shell.undo.undo();
    f.settle();
    QCOMPARE(f.shell.errors.size(), std::size_t(1));
    QCOMPARE(f.registry.models()->size(), std::size_t(1));
}

void TestRegistryPage::refusedNamesLeaveTheModelShown()
{
    Fixture f;
    f.open();
    f.page->showModel(QStringLiteral("prices"));
    f.settle();
    const auto rename = [&](const char *name) {
        f.trigger("renameModel");
        auto *box = f.find<QInputDialog>("renameModelDialog");
        box->setTextValue(QLatin1String(name));
        box->accept();
        f.settle();
        f.settle(); // what was read because it changed
    };
    const auto shown = [&] { return f.page->command().section(u' ', -1); };
    rename(" ");
    QCOMPARE(f.shell.told.size(), 1);
    rename("churn"); // another one
    QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
    QTRY_VERIFY(f.shell.registry.running().empty());
    QCOMPARE(shown(), QStringLiteral("prices"));
    rename("rents");
    QTRY_COMPARE(shown(), QStringLiteral("rents"));
    f.shell.undo.undo();
    QTRY_COMPARE(shown(), QStringLiteral("prices"));
    QCOMPARE(f.shell.errors.size(), std::size_t(1));
}

void TestRegistryPage::questionsAreAboutWhatWasChosen()
{
    Fixture f;
    f.open();
    f.choose(2);
    f.trigger("removeVersion");
    f.page->showModel(QStringLiteral("prices"));
    QVERIFY(!f.find<QPushButton>("promoteVersion")->isEnabled()); // not those of the model before
    f.settle();
    f.agree("removeVersionDialog");
    f.settle();
    QTRY_COMPARE(f.registry.versions(QStringLiteral("churn"))->size(), std::size_t(2));
    QVERIFY(!f.registry.version(QStringLiteral("churn"), QStringLiteral("2")));
    QVERIFY(f.shell.errors.empty());
}

void TestRegistryPage::changesDuringAReadAreReadToo()
{
    Fixture f;
    f.open();
    for (int i = 0; i < 5; ++i) {
        f.page->refresh();
        f.check(f.registry.create(QStringLiteral("late-%1").arg(i)));
        f.page->refresh();
        f.settle();
        QTRY_COMPARE(f.find<QTableView>("registryModels")->model()->rowCount(), 3 + i);
    }
}

void TestRegistryPage::versionsWithoutARunLeadToNone()
{
    Fixture f;
    const auto taken = f.registry.importModel(
        {.source = QStringLiteral("mlflow:abc"), .name = QStringLiteral("elsewhere"), .versions = {{.number = 1}}});
    QVERIFY(taken);
    f.open();
    f.page->showModel(QStringLiteral("elsewhere"));
    f.settle();
    QTRY_VERIFY(f.find<QPushButton>("promoteVersion")->isEnabled());
    QVERIFY(!f.find<QAction>("openRun")->isEnabled());
    QVERIFY(!f.find<QAction>("compareChampion")->isEnabled());
    f.page->showModel(QStringLiteral("churn"));
    f.settle();
    QTRY_VERIFY(f.find<QAction>("openRun")->isEnabled());
    QVERIFY(f.find<QAction>("compareChampion")->isEnabled());
}

void TestRegistryPage::historyTellsOfTags()
{
    const tracking::RegistryEvent set{
        .what = QStringLiteral("tagged"), .key = QStringLiteral("team"), .to = QStringLiteral("risk")};
    QCOMPARE(RegistryHistoryModel::sentence(set), QStringLiteral("Tag team is risk"));
    const tracking::RegistryEvent taken{.what = QStringLiteral("tagged"), .key = QStringLiteral("team")};
    QCOMPARE(RegistryHistoryModel::sentence(taken), QStringLiteral("Tag team taken off"));
}

void TestRegistryPage::importedRunsCannotBeRunAgain()
{
    FakeShell shell;
    tracking::RunDetails details = *shell.bench.details(fake::run(2, QStringLiteral("logistic"), 0.8).id);
    ReproducePane pane(shell);
    pane.setRun(details);
    auto *button = pane.findChild<QPushButton *>(QStringLiteral("runAgain"));
    QVERIFY(button->isEnabled());
    button->click();
    pane.setRun(details); // the store has changed meanwhile
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(button->isEnabled());
    details.run.source = QStringLiteral("mlflow:abc");
    pane.setRun(details);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains("another program"));
}

void TestRegistryPage::verifies()
{
    Fixture f;
    f.open();
    f.choose(1);
    QTest::mouseClick(f.find<QPushButton>("verifyVersion"), Qt::LeftButton);
    f.settle();
    QTRY_VERIFY(!f.shell.told.isEmpty());
    QVERIFY(f.shell.told.back().contains("Version 1"));
}

void TestRegistryPage::opensRunsAndComparisons()
{
    Fixture f;
    f.open();
    f.choose(3);
    f.trigger("openRun");
    QCOMPARE(f.shell.went.back(), QStringLiteral("run"));
    f.trigger("compareChampion");
    QCOMPARE(f.shell.went.back(), QStringLiteral("compare"));
    QCOMPARE(f.shell.lastRuns.size(), std::size_t(2));
}

void TestRegistryPage::registersFromARunPage()
{
    FakeShell shell;
    const QTemporaryDir folder;
    const tracking::RunId id = stored(shell.bench, folder, 2);
    RunPage page(shell, id);
    page.resize(1280, 800);
    page.show();
    QTRY_VERIFY(shell.registry.running().empty());
    auto *button = page.findChild<QPushButton *>(QStringLiteral("registerModel"));
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = page.findChild<QInputDialog *>(QStringLiteral("registerDialog"));
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("loans"));
    dialog->accept();
    QTRY_VERIFY(shell.went.contains(QStringLiteral("registry")));
    QCOMPARE(shell.lastPath, QStringLiteral("loans"));
    const tracking::ModelRegistry registry(shell.bench.store());
    QCOMPARE(registry.version(QStringLiteral("loans"), QStringLiteral("1"))->run, id);
}

void TestRegistryPage::registeringIsUndone()
{
    Fixture f;
    f.shell.bench.fillUp(4);
    const tracking::Run run = f.shell.bench.details(stored(f.shell.bench, f.folder, 4))->run;
    StoreEdits &edits = StoreEdits::of(f.shell);
    const auto settled = [&] { return edits.isIdle(); };
    const auto numbers = [&](const char *model) {
        QStringList all;
        if (const auto versions = f.registry.versions(QLatin1String(model)))
            for (const tracking::ModelVersion &version : *versions)
                all << QString::number(version.number);
        return all.join(u' ');
    };
    // A version of a model there is already.
    edits.registerModel(run, QStringLiteral("churn"));
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("churn"), QStringLiteral("4 3 2 1"));
    QTRY_VERIFY(f.shell.went.contains(QStringLiteral("registry")));
    f.check(f.registry.setAlias(QStringLiteral("churn"), QStringLiteral("shadow"), 4));
    f.shell.undo.undo();
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("churn"), QStringLiteral("3 2 1"));
    f.shell.undo.redo();
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("churn"), QStringLiteral("4 3 2 1"));
    QCOMPARE(f.holder("shadow"), 4);

    // A model that it made goes with it, unless it was used otherwise meanwhile.
    edits.registerModel(run, QStringLiteral("loans"));
    QTRY_VERIFY(settled());
    f.shell.undo.undo();
    QTRY_VERIFY(settled());
    QVERIFY(!f.registry.model(QStringLiteral("loans")));
    f.shell.undo.redo();
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("loans"), QStringLiteral("1"));
    f.check(f.registry
                .add({.model = QStringLiteral("loans"),
                      .run = f.registry.versions(QStringLiteral("churn"))->back().run,
                      .artifact = QStringLiteral("model.ubj")})
                .map([](const auto &) {}));
    f.shell.undo.undo();
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("loans"), QStringLiteral("2"));
    f.shell.undo.redo();
    QTRY_VERIFY(settled());
    QCOMPARE(numbers("loans"), QStringLiteral("2 1"));
    QVERIFY(f.shell.errors.empty());
}

void TestRegistryPage::runsAgainFromARunPage()
{
    FakeShell shell;
    RunPage page(shell, fake::run(2, QStringLiteral("logistic"), 0.8).id);
    page.resize(1280, 800);
    page.show();
    QTRY_VERIFY(shell.registry.running().empty());
    QVERIFY(page.findChild<QLineEdit *>(QStringLiteral("runCommand"))->text().startsWith("assay train loans.csv"));
    auto *button = page.findChild<QPushButton *>(QStringLiteral("runAgain"));
    auto *outcome = page.findChild<QLabel *>(QStringLiteral("rerunOutcome"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(outcome->text().contains("Identical"));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("compareAgain")), Qt::LeftButton);
    QCOMPARE(shell.went.back(), QStringLiteral("compare"));
    shell.bench.changedMetrics = {QStringLiteral("roc_auc")};
    shell.bench.changedInputs = {QStringLiteral("The library XGBoost was 1 and is 2.")};
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(outcome->text().contains("Not identical: roc_auc"));
    QVERIFY(outcome->text().contains("XGBoost was 1"));
    grabPage(page, "run-again");
    shell.bench.failWith = failure(ErrorKind::BadInput, "data_changed", "It <changed>.").value();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(outcome->text().contains("It &lt;changed&gt;."));
}

void TestRegistryPage::environmentShowsOnlyDifferences()
{
    FakeShell shell;
    std::vector<tracking::RunDetails> runs;
    for (int number = 1; number <= 3; ++number) {
        runs.push_back(*shell.bench.details({QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))}));
        tracking::Provenance &p = runs.back().provenance;
        p.commandLine = QStringLiteral("assay train");
        p.gitCommit = QStringLiteral("4f2a9c01d2e3f4a5");
        p.cpu = QStringLiteral("AMD EPYC 7763");
        p.threads = number == 3 ? 4 : 2;
        p.libraries = {{QStringLiteral("XGBoost"), number == 2 ? QStringLiteral("1.7.4") : QStringLiteral("2.0.0")}};
    }
    EnvironmentDiff view(shell);
    view.setRuns(runs);
    view.resize(1000, 500);
    view.show();
    auto *table = view.findChild<QTableView *>(QStringLiteral("environmentTable"));
    const QAbstractItemModelTester tester(table->model());
    const int all = table->model()->rowCount();
    QVERIFY(all > 10);
    grabPage(view, "environment");
    view.findChild<QCheckBox *>(QStringLiteral("environmentOnlyDifferences"))->click();
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Threads"));
    QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("XGBoost"));
    QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("1.7.4"));
    runs[2].provenance = runs[0].provenance;
    runs[1].provenance = runs[0].provenance;
    view.setRuns(runs);
    QCOMPARE(table->model()->rowCount(), 0);
}

void TestRegistryPage::pictures_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
}

void TestRegistryPage::pictures()
{
    QFETCH(int, mode);
    Theme theme;
    theme.setMode(static_cast<Theme::Mode>(mode));
    const std::string suffix = QTest::currentDataTag();
    Fixture f;
    f.check(f.registry.promote(
        QStringLiteral("churn"), 2, QStringLiteral("champion"),
        {.justification = *justify(f.shell.bench, f.registry.versions(QStringLiteral("churn"))->at(1),
                                   f.registry.versions(QStringLiteral("churn"))->at(2), {}, {})}));
    f.check(
        f.registry.setAlias(QStringLiteral("churn"), QStringLiteral("challenger"), 3, QStringLiteral("shadow test")));
    f.check(f.registry.setVersionNote(QStringLiteral("churn"), 3, QStringLiteral("Deeper trees.")));
    f.shell.bench.caveats = {QStringLiteral("These runs used different seeds.")};
    f.open();
    f.choose(3);
    grabPage(*f.page, ("registry-" + suffix).c_str());
    f.page->resize(780, 560); // both docks open
    QTRY_COMPARE(f.find<QTableView>("registryVersions")->horizontalScrollBar()->maximum(), 0);
    grabPage(*f.page, ("registry-narrow-" + suffix).c_str());
    f.page->resize(1280, 800);
    f.find<QTabWidget>("registryTabs")->setCurrentIndex(1);
    grabPage(*f.page, ("registry-version-" + suffix).c_str());
    PromoteDialog *dialog = f.promote(3);
    f.settle();
    QTRY_VERIFY(dialog->promotion().justification);
    grabPage(*dialog, ("promote-" + suffix).c_str());
    QVERIFY(f.page->isVisible());
}

QTEST_MAIN(TestRegistryPage)
#include "tst_registrypage.moc"
