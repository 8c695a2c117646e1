// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/need.h"
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "tracking/keeping.h"
#include "widgets/controls/theme.h"
#include "widgets/models/experimentsmodel.h"
#include "widgets/pages/experimentsdialog.h"
#include "widgets/pages/notesview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QInputDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextDocumentFragment>

using namespace assay;
using namespace assay::ui;

namespace {

/// Three runs in Default, and an empty experiment.
struct Fixture
{
    FakeShell shell;
    std::unique_ptr<ExperimentsDialog> dialog;

    Fixture() { need(tracking::makeExperiment(store(), QStringLiteral("Prices"), QStringLiteral("# Of houses"))); }

    tracking::RunStore &store() { return shell.bench.seeded(); }
    std::vector<tracking::RunId> runs(const QString &experiment)
    {
        std::vector<tracking::RunId> ids;
        for (const tracking::Run &run : need(store().runs({.experiment = experiment})))
            ids.push_back(run.id);
        return ids;
    }
    tracking::Experiment experiment(const QString &name) { return need(tracking::findExperiment(store(), name)); }
    bool there(const QString &name) { return tracking::findExperiment(store(), name).has_value(); }

    void open(std::vector<tracking::RunId> selected = {})
    {
        dialog = std::make_unique<ExperimentsDialog>(shell, std::move(selected));
        dialog->show();
        settle();
    }
    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }
    template<class T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    QTableView *table() const { return find<QTableView>("experimentsTable"); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all << table()->model()->index(row, ExperimentsModel::Name).data().toString();
        return all;
    }
    void choose(const QString &name) const { table()->selectRow(static_cast<int>(names().indexOf(name))); }
    void press(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void answer(const char *name, const QString &text)
    {
        auto *box = find<QInputDialog>(name);
        QVERIFY(box);
        box->setTextValue(text);
        box->accept();
        settle();
    }
    QString message() const
    {
        const auto *label = find<QLabel>("experimentsMessage");
        return label->isVisible() ? QTextDocumentFragment::fromHtml(label->text()).toPlainText() : QString();
    }
    void undo()
    {
        shell.undo.undo();
        settle();
    }
};

} // namespace

class TestExperimentsDialog : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { freshSettings(); }
    void listsThem();
    void makesAndRenames();
    void notesAndTags();
    void noteStaysWithItsExperiment();
    void lookingAtANoteChangesNothing();
    void deletesAndRestores();
    void deletedOnesKeepTheirNames();
    void undoingDeletesOnlyWhatIsEmpty();
    void tellsOfAnotherName();
    void movesRuns();
    void tellsWhatFailed();
    void worksByKeys();
    void pictures_data();
    void pictures();
};

void TestExperimentsDialog::listsThem()
{
    Fixture f;
    f.open();
    const QAbstractItemModelTester tester(f.table()->model());
    QCOMPARE(f.names(), QStringList({QStringLiteral("Default"), QStringLiteral("Prices")}));
    QCOMPARE(f.table()->model()->index(0, ExperimentsModel::Runs).data().toString(), QStringLiteral("3"));
    QCOMPARE(f.table()->model()->index(1, ExperimentsModel::Note).data().toString(), QStringLiteral("# Of houses"));
    QVERIFY(!f.find<QPushButton>("moveHere")->isEnabled()); // nothing is selected in the window
    for (const auto *button : f.dialog->findChildren<QPushButton *>())
        QVERIFY(!button->text().isEmpty());
}

void TestExperimentsDialog::makesAndRenames()
{
    Fixture f;
    f.open();
    f.press("newExperiment");
    f.answer("makeExperiment", QStringLiteral("  Churn "));
    QTRY_COMPARE(f.names().size(), 3);
    QVERIFY(f.there(QStringLiteral("Churn")));
    f.choose(QStringLiteral("Churn"));
    f.press("renameThis");
    f.answer("renameExperiment", QStringLiteral("Loyalty"));
    QTRY_VERIFY(f.names().contains(QStringLiteral("Loyalty")));
    QCOMPARE(f.find<QLabel>("experimentsSummary")->text().left(1), QStringLiteral("3"));
    f.undo();
    QVERIFY(f.there(QStringLiteral("Churn")));
    f.undo();
    QVERIFY(!f.there(QStringLiteral("Churn")));
    f.shell.undo.redo();
    f.settle();
    QVERIFY(f.there(QStringLiteral("Churn")));
    QVERIFY(f.shell.errors.empty());
}

void TestExperimentsDialog::notesAndTags()
{
    Fixture f;
    f.open();
    f.choose(QStringLiteral("Prices"));
    auto *note = f.find<QPlainTextEdit>("experimentNote");
    note->setPlainText(QStringLiteral("Of flats"));
    QApplication::sendEvent(note, std::make_unique<QFocusEvent>(QEvent::FocusOut).get());
    f.settle();
    QCOMPARE(f.experiment(QStringLiteral("Prices")).note, QStringLiteral("Of flats"));
    note->setPlainText(QStringLiteral("Of huts"));
    f.dialog->close(); // what was typed is kept
    f.settle();
    QCOMPARE(f.experiment(QStringLiteral("Prices")).note, QStringLiteral("Of huts"));
    f.undo();
    f.undo();
    QCOMPARE(f.experiment(QStringLiteral("Prices")).note, QStringLiteral("# Of houses"));
    f.open();
    f.choose(QStringLiteral("Prices"));
    f.press("tagThis");
    f.answer("tagExperiment", QStringLiteral("owner = Ada=1"));
    QCOMPARE(f.experiment(QStringLiteral("Prices")).tags.at(QStringLiteral("owner")), QStringLiteral("Ada=1"));
    QTRY_VERIFY(f.find<QPushButton>("untagThis")->isEnabled());
    f.press("untagThis");
    f.answer("untagExperiment", QStringLiteral("owner"));
    QVERIFY(f.experiment(QStringLiteral("Prices")).tags.empty());
    f.undo();
    QCOMPARE(f.experiment(QStringLiteral("Prices")).tags.size(), std::size_t(1));
    f.undo();
    QVERIFY(f.experiment(QStringLiteral("Prices")).tags.empty());
}

/// Another one may be chosen while the field is written in: by a key, or because the store changed.
void TestExperimentsDialog::noteStaysWithItsExperiment()
{
    Fixture f;
    f.open();
    f.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
    f.choose(QStringLiteral("Prices"));
    auto *note = f.find<QPlainTextEdit>("experimentNote");
    f.dialog->findChild<NotesView *>()->write();
    QVERIFY(note->hasFocus());
    note->selectAll();
    QTest::keyClicks(note, QStringLiteral("Of flats"));
    f.choose(QStringLiteral("Default"));
    QVERIFY(note->hasFocus());
    QCOMPARE(note->toPlainText(), QString());
    f.settle();
    f.dialog->close();
    f.settle();
    QCOMPARE(f.experiment(QStringLiteral("Prices")).note, QStringLiteral("Of flats"));
    QCOMPARE(f.experiment(QStringLiteral("Default")).note, QString());
    QCOMPARE(f.shell.undo.count(), 1);
}

/// The field shows some characters as others.
void TestExperimentsDialog::lookingAtANoteChangesNothing()
{
    Fixture f;
    const QString imported = QStringLiteral("a\r\nb\u00a0c");
    QVERIFY(tracking::setExperimentNote(f.store(), f.experiment(QStringLiteral("Prices")).id, imported));
    f.open();
    f.choose(QStringLiteral("Prices"));
    auto *note = f.find<QPlainTextEdit>("experimentNote");
    QVERIFY(note->toPlainText() != imported);
    QApplication::sendEvent(note, std::make_unique<QFocusEvent>(QEvent::FocusOut).get());
    f.choose(QStringLiteral("Default"));
    f.choose(QStringLiteral("Prices"));
    f.dialog->close();
    f.settle();
    QCOMPARE(f.shell.undo.count(), 0);
    QCOMPARE(f.experiment(QStringLiteral("Prices")).note, imported);
}

void TestExperimentsDialog::deletedOnesKeepTheirNames()
{
    Fixture f;
    QVERIFY(tracking::deleteExperiment(f.store(), f.experiment(QStringLiteral("Prices")).id));
    f.open();
    f.find<QCheckBox>("showDeletedExperiments")->click();
    f.settle();
    QTRY_COMPARE(f.names(), QStringList(QStringLiteral("Prices")));
    f.choose(QStringLiteral("Prices"));
    emit f.table()->doubleClicked(f.table()->currentIndex());
    QVERIFY(!f.dialog->findChild<QInputDialog *>());
}

void TestExperimentsDialog::undoingDeletesOnlyWhatIsEmpty()
{
    Fixture f;
    f.open();
    f.press("newExperiment");
    f.answer("makeExperiment", QStringLiteral("Churn"));
    QTRY_VERIFY(f.there(QStringLiteral("Churn")));
    need(tracking::moveRuns(f.store(), {f.runs(QStringLiteral("Default"))[0]}, QStringLiteral("Churn")));
    f.undo();
    QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
    QCOMPARE(f.shell.errors.back().code, std::string("experiment_not_empty"));
    QCOMPARE(f.runs(QStringLiteral("Churn")).size(), std::size_t(1));
}

void TestExperimentsDialog::tellsOfAnotherName()
{
    Fixture f;
    f.open();
    f.choose(QStringLiteral("Prices"));
    f.press("removeThis");
    f.settle();
    QTRY_VERIFY(!f.there(QStringLiteral("Prices")));
    need(tracking::makeExperiment(f.store(), QStringLiteral("Prices")));
    f.undo();
    QTRY_COMPARE(f.shell.told.size(), 1);
    QVERIFY2(f.shell.told.back().contains(QLatin1String("Prices")), qPrintable(f.shell.told.back()));
    QCOMPARE(f.message(), f.shell.told.back());
}

void TestExperimentsDialog::deletesAndRestores()
{
    Fixture f;
    f.open();
    f.choose(QStringLiteral("Default"));
    f.press("removeThis");
    QVERIFY(!f.shell.registry.running().empty()); // not on the window's thread
    f.settle();
    QTRY_COMPARE(f.names(), QStringList(QStringLiteral("Prices")));
    QVERIFY(f.message().contains(QLatin1String("3")));
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(0));
    f.undo();
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(3));
    f.shell.undo.redo();
    f.settle();
    f.find<QCheckBox>("showDeletedExperiments")->click();
    f.settle();
    QTRY_COMPARE(f.names(), QStringList(QStringLiteral("Default")));
    QVERIFY(!f.find<QPushButton>("renameThis")->isEnabled());
    f.press("removeThis");
    f.settle();
    QTRY_COMPARE(f.names(), QStringList());
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(3));
    f.undo();
    QVERIFY(!f.there(QStringLiteral("Default")));
    QVERIFY(f.shell.errors.empty());
}

void TestExperimentsDialog::movesRuns()
{
    Fixture f;
    const auto all = f.runs(QStringLiteral("Default"));
    f.open({all[0], all[1]});
    f.choose(QStringLiteral("Prices"));
    f.press("moveHere");
    f.settle();
    QTRY_COMPARE(f.runs(QStringLiteral("Prices")).size(), std::size_t(2));
    f.undo();
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(3));
    f.press("moveNew");
    f.answer("moveToNewExperiment", QStringLiteral("Prices"));
    QVERIFY2(f.message().contains(QLatin1String("already")), qPrintable(f.message()));
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(3));
    f.press("moveNew");
    QCOMPARE(f.message(), QString());
    f.answer("moveToNewExperiment", QStringLiteral("Best"));
    QCOMPARE(f.runs(QStringLiteral("Best")).size(), std::size_t(2));
    QTRY_VERIFY(f.names().contains(QStringLiteral("Best")));
    f.undo();
    QCOMPARE(f.runs(QStringLiteral("Default")).size(), std::size_t(3));
    QVERIFY(!f.there(QStringLiteral("Best")));
}

void TestExperimentsDialog::tellsWhatFailed()
{
    Fixture f;
    f.open();
    f.choose(QStringLiteral("Prices"));
    f.press("renameThis");
    f.answer("renameExperiment", QStringLiteral("Default"));
    QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
    QCOMPARE(f.shell.errors.back().code, std::string("experiment_exists"));
    QVERIFY2(f.message().contains(QLatin1String("Default already")), qPrintable(f.message()));
    QVERIFY(f.there(QStringLiteral("Prices")));
}

void TestExperimentsDialog::worksByKeys()
{
    Fixture f;
    f.open();
    f.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
    f.choose(QStringLiteral("Prices"));
    f.table()->setFocus();
    QTest::keyClick(f.table(), Qt::Key_Delete);
    f.settle();
    QTRY_VERIFY(!f.there(QStringLiteral("Prices")));
    QTest::keyClick(f.table(), Qt::Key_Z, Qt::ControlModifier);
    f.settle();
    QTRY_VERIFY(f.there(QStringLiteral("Prices")));
    QTRY_COMPARE(f.names().size(), 2);
    QTest::keyClick(f.table(), Qt::Key_F2);
    QVERIFY(f.dialog->findChild<QInputDialog *>());
}

void TestExperimentsDialog::pictures_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
}

void TestExperimentsDialog::pictures()
{
    QFETCH(int, mode);
    Theme theme;
    theme.setMode(static_cast<Theme::Mode>(mode));
    Fixture f;
    const auto prices = f.experiment(QStringLiteral("Prices")).id;
    need(tracking::setExperimentTag(f.store(), prices, QStringLiteral("owner"), QStringLiteral("Ada")).map([] {
        return true;
    }));
    f.open(f.runs(QStringLiteral("Default")));
    f.choose(QStringLiteral("Prices"));
    grabPage(*f.dialog, (std::string("experiments-") + QTest::currentDataTag()).c_str());
    QVERIFY(f.dialog->isVisible());
}

QTEST_MAIN(TestExperimentsDialog)
#include "tst_experimentsdialog.moc"
