// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeworkbench.h"
#include "widgets/commandpalette.h"
#include "widgets/controls/dropzone.h"
#include "widgets/controls/filterbox.h"
#include "widgets/controls/format.h"
#include "widgets/controls/fuzzy.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/querybox.h"
#include "widgets/controls/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/models/runsmodel.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/storeedits.h"
#include "widgets/problemspane.h"
#include "widgets/recent.h"
#include "widgets/storecare.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;

namespace {

QAction *action(const MainWindow &window, const QString &text)
{
    for (QAction *found : window.findChildren<QAction *>()) {
        if (found->text().remove(QLatin1Char('&')) == text && !found->menu())
            return found;
    }
    return nullptr;
}

void drop(QWidget &target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(target.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDropEvent event(target.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void opensEachDocumentOnce();
    void analysesWhatIsSelected();
    void closesTabs();
    void copiedCommandsNameTheStore();
    void fuzzyMatching_data();
    void fuzzyMatching();
    void paletteFindsAndRunsActions();
    void everyFocusableWidgetHasAName();
    void dropsGoToTheImportSheet();
    void storesOpenElsewhere();
    void failuresAreShownWithPlaceAndWayOut();
    void followsTheStore();
    void readsOnceAfterAnEdit();
    void filtersTheNavigator();
    void switchesTheme();
    void keepsTheSession();
    void resetsTheLayout();
    void pagesLeaveThePanesTheirWidth();
    void bringsTheTabsBack();
    void salvagesTheStore();
    void leavesOutWhatIsGone();

private:
    QTemporaryDir m_folder;
};

void TestMainWindow::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
}

void TestMainWindow::init()
{
    Settings().clear();
}

void TestMainWindow::opensEachDocumentOnce()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    QCOMPARE(window.documents().count(), 1);
    const auto data = fake::dataset();
    window.openProfile(data);
    window.openProfile(data);
    window.openRuns();
    window.openProfile(data);
    QCOMPARE(window.documents().count(), 3);
    QCOMPARE(window.documents().currentIndex(), 1);
    QCOMPARE(window.datasets(), QList<DatasetPtr>{data});
    QCOMPARE(window.currentData(), data);
}

/// What is copied does in a shell what the window shows: of the same store.
void TestMainWindow::copiedCommandsNameTheStore()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.openRuns();
    const auto copied = [&] {
        window.copyAsCommand();
        return QApplication::clipboard()->text();
    };
    QVERIFY2(copied().startsWith(QLatin1String("assay runs ")) &&
                 copied().endsWith(QLatin1String(" --store /data/assay.db")),
             qPrintable(copied()));
    qputenv("ASSAY_STORE", "/data/assay.db");
    QVERIFY2(!copied().contains(QLatin1String("--store")), qPrintable(copied()));
    qputenv("ASSAY_STORE", "/data/other.db");
    QVERIFY2(copied().contains(QLatin1String("--store")), qPrintable(copied()));
    qunsetenv("ASSAY_STORE");
    // Several commands are a line each.
    QCOMPARE(commandOnStore(QStringLiteral("assay a\nassay b"), QStringLiteral("/my data/x.db")),
             QStringLiteral("assay a --store '/my data/x.db'\nassay b --store '/my data/x.db'"));
}

void TestMainWindow::closesTabs()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.openRuns();
    window.openProfile(fake::dataset());
    QCOMPARE(window.documents().count(), 3);
    action(window, QStringLiteral("Close tab"))->trigger();
    QCOMPARE(window.documents().count(), 2);
    action(window, QStringLiteral("Close other tabs"))->trigger();
    QCOMPARE(window.documents().count(), 1);
    action(window, QStringLiteral("Close tab"))->trigger();
    QCOMPARE(window.documents().count(), 0);
    QVERIFY(!action(window, QStringLiteral("Close tab"))->isEnabled());
    window.openStart();
    QCOMPARE(window.documents().count(), 1);
}

void TestMainWindow::fuzzyMatching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("starts of words") << "vd"
                                     << "View › Theme › Dark"
                                     << "Advanced";
    QTest::newRow("runs of letters") << "train"
                                     << "Model › Train…"
                                     << "To raise an invoice";
    QTest::newRow("case") << "RUNS"
                          << "Model › Runs"
                          << "Return us";
}

void TestMainWindow::fuzzyMatching()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, better);
    QFETCH(const QString, worse);
    const auto good = fuzzyScore(pattern, better);
    QVERIFY(good);
    QVERIFY(good > fuzzyScore(pattern, worse));
    QVERIFY(!fuzzyScore(QStringLiteral("xyz"), better));
    QVERIFY(fuzzyScore({}, better));
}

void TestMainWindow::analysesWhatIsSelected()
{
    FakeWorkbench bench;
    bench.fillUp(3);
    MainWindow window(bench);
    window.show();
    window.openRuns();
    auto *table = window.documents().currentPage()->findChild<QTreeView *>(QStringLiteral("runsTable"));
    QVERIFY(table);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QAction *metrics = action(window, QStringLiteral("Metrics")), *compare = action(window, QStringLiteral("Compare"));
    QVERIFY(!metrics->isEnabled() && !compare->isEnabled());
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(metrics->isEnabled() && !compare->isEnabled());
    table->selectAll();
    QTRY_VERIFY(compare->isEnabled());
    QTRY_COMPARE(window.currentRuns().size(), std::size_t(3));
    const int before = window.documents().count();
    window.openExplore({.filter = QStringLiteral("a")});
    window.openExplore({.filter = QStringLiteral("a"), .archived = true});
    QCOMPARE(window.documents().count(), before + 2);
}

void TestMainWindow::paletteFindsAndRunsActions()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = window.findChild<CommandPalette *>();
    QVERIFY(palette);
    QVERIFY(palette->shown().size() > 20);
    auto *input = palette->findChild<QLineEdit *>();
    QTest::keyClicks(input, QStringLiteral("dark"));
    QCOMPARE(palette->shown().first(), QStringLiteral("View › Theme › Dark"));
    QTest::keyClick(input, Qt::Key_Return);
    QVERIFY(window.theme().isDark());
    window.theme().setMode(Theme::Mode::Light);
}

void TestMainWindow::everyFocusableWidgetHasAName()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.show();
    QStringList nameless;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || !widget->isVisible();
        if (!inner && widget->focusPolicy() & Qt::TabFocus && widget->accessibleName().isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char(' '))));
}

void TestMainWindow::dropsGoToTheImportSheet()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    const QString path = fileWith(m_folder, QStringLiteral("cells.csv"), "a,b\n1,2\n");
    drop(window, {path});
    QCOMPARE(window.documents().count(), 2);
    QCOMPARE(window.documents().document(window.documents().currentPage()).key, QStringLiteral("import:") + path);
    // What a folder holds is found out by the page, off the window's thread; even an empty one goes there.
    const QTemporaryDir empty;
    drop(window, {empty.path()});
    const auto key = [&] { return window.documents().document(window.documents().currentPage()).key; };
    QCOMPARE(key(), QStringLiteral("takeover:") + empty.path());
    QVERIFY(!window.jobs().running().empty());
    // The field of the start page hands on what was dropped there.
    const QTemporaryDir other;
    window.openStart();
    auto *field = window.documents().currentPage()->findChild<DropZone *>();
    QVERIFY(field);
    drop(*field, {other.path()});
    QCOMPARE(key(), QStringLiteral("takeover:") + other.path());
}

void TestMainWindow::storesOpenElsewhere()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    QString opened;
    window.setStoreOpener([&](const QString &path) {
        opened = path;
        return true;
    });
    const QString path = fileWith(m_folder, QStringLiteral("other.db"), QByteArray("SQLite format 3\0rest", 20));
    drop(window, {path});
    QCOMPARE(opened, path);
    QCOMPARE(window.documents().count(), 1);
    QVERIFY(recentPaths(RecentKind::Store).contains(path));
}

void TestMainWindow::failuresAreShownWithPlaceAndWayOut()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.show();
    window.report(
        at(failure(ErrorKind::BadInput, "ragged_rows", "Line {} has {} cells.", {"7", "3"}), "/data/loans.csv", 7)
            .value());
    auto *message = window.findChild<MessageBar *>();
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("Line 7 has 3 cells. (loans.csv, line 7)"));
    auto *problems = window.findChild<ProblemsPane *>();
    QCOMPARE(problems->topLevelItemCount(), 1);
    QVERIFY(!problems->topLevelItem(0)->text(3).isEmpty());
    message->hide();
    window.report(cancelled().value());
    QVERIFY(!message->isVisible());
    QCOMPARE(problems->topLevelItemCount(), 1);
}

void TestMainWindow::followsTheStore()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    auto *tree = window.findChild<QTreeWidget *>(QStringLiteral("navigatorTree"));
    QTRY_COMPARE(tree->topLevelItem(1)->childCount(), 4);
    TrainRequest request;
    request.data = fake::dataset();
    request.model = QStringLiteral("xgboost");
    QVERIFY(bench.train(request, {}));
    QTRY_COMPARE_WITH_TIMEOUT(tree->topLevelItem(1)->childCount(), 5, 2000);
}

/// Neither the end of the edit nor the window's own look at the store reads what was read already.
void TestMainWindow::readsOnceAfterAnEdit()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.show();
    window.openRuns();
    auto *page = window.findChild<RunsPage *>();
    const auto readers = page->findChildren<JobRunner *>();
    const auto settled = [&] {
        return window.jobs().running().empty() && StoreEdits::of(window).isIdle() &&
               std::ranges::none_of(readers, &JobRunner::isRunning);
    };
    // The groups that are offered are read last, a moment after the rows.
    const auto *groups = page->findChild<QComboBox *>(QStringLiteral("groupRuns"));
    QTRY_VERIFY(page->findChild<RunsModel *>()->rowCount() > 0 && groups->count() > 1 && settled());
    QMap<JobRunner *, int> reads;
    for (JobRunner *reader : readers)
        connect(reader, &JobRunner::started, this, [&reads, reader] { ++reads[reader]; });
    const auto runs = *bench.runs({});
    StoreEdits::of(window).setTag(runs, QStringLiteral("owner"), QStringLiteral("grace"));
    QTRY_VERIFY(!reads.isEmpty() && settled());
    window.storeChanged();
    QVERIFY(settled());
    for (const int count : std::as_const(reads))
        QCOMPARE(count, 1);
    QCOMPARE(runs.size(), (*bench.runs({.filter = QStringLiteral("tags.owner = 'grace'")})).size());
}

void TestMainWindow::filtersTheNavigator()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    auto *tree = window.findChild<QTreeWidget *>(QStringLiteral("navigatorTree"));
    QTRY_COMPARE(tree->topLevelItem(1)->childCount(), 4);
    auto *filter = tree->parentWidget()->findChild<QLineEdit *>();
    QTest::keyClicks(filter, QStringLiteral("xgb"));
    QVERIFY(tree->topLevelItem(0)->isHidden());
    int shown = 0;
    for (int i = 0; i < 4; ++i)
        shown += tree->topLevelItem(1)->child(i)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
}

void TestMainWindow::switchesTheme()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    action(window, QStringLiteral("Dark"))->trigger();
    QVERIFY(isDark(QApplication::palette()));
    QVERIFY(window.theme().isDark());
    action(window, QStringLiteral("Light"))->trigger();
    QVERIFY(!isDark(QApplication::palette()));
    const double points = QApplication::font().pointSizeF();
    action(window, QStringLiteral("Zoom in"))->trigger();
    QVERIFY(QApplication::font().pointSizeF() > points);
    action(window, QStringLiteral("Usual size"))->trigger();
    QCOMPARE(QApplication::font().pointSizeF(), points);
}

void TestMainWindow::keepsTheSession()
{
    FakeWorkbench bench;
    {
        MainWindow window(bench);
        window.theme().setMode(Theme::Mode::Dark);
        window.docks().at(1)->hide();
        window.close();
    }
    MainWindow window(bench);
    QCOMPARE(window.theme().mode(), Theme::Mode::Dark);
    QVERIFY(window.docks().at(1)->isHidden());
    window.theme().setMode(Theme::Mode::Light);
}

/// Tabs, the one in front, and what the runs page shows; pages behind it are read when they are looked at.
void TestMainWindow::bringsTheTabsBack()
{
    FakeWorkbench bench;
    bench.fillUp(4);
    const auto runs = *bench.runs({});
    const QString filter = QStringLiteral("metrics.roc_auc > 0.6");
    QStringList keys;
    {
        MainWindow window(bench);
        window.show();
        window.openRuns();
        auto *box = window.documents().currentPage()->findChild<FilterBox *>();
        box->edit()->setText(filter);
        auto *table = window.documents().currentPage()->findChild<QTreeView *>(QStringLiteral("runsTable"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_COMPARE(window.currentRuns().size(), std::size_t(1));
        window.openRun(runs[0].id);
        window.openMetrics({runs[0].id, runs[1].id});
        window.openExplore({.filter = filter});
        window.openCompare({runs[0].id, runs[1].id});
        window.openRegistry({});
        window.openProfile(fake::dataset()); // needs its file: not brought back
        window.openRuns();
        for (Page *page : window.documents().pages())
            keys.append(window.documents().document(page).key);
        QTRY_VERIFY(window.jobs().running().empty());
        window.close();
    }
    keys.removeIf([](const QString &key) { return key.startsWith(QLatin1String("profile:")); });
    MainWindow window(bench);
    window.show();
    QStringList back;
    for (Page *page : window.documents().pages())
        back.append(window.documents().document(page).key);
    QCOMPARE(back, keys);
    auto *page = qobject_cast<RunsPage *>(window.documents().currentPage());
    QVERIFY(page);
    QCOMPARE(page->query().filter, filter);
    QCOMPARE(page->findChild<FilterBox *>()->edit()->text(), filter);
    QTRY_COMPARE(page->findChild<RunsModel *>()->rowCount(), 3);
    QTRY_COMPARE(window.currentRuns().size(), std::size_t(1));
    QVERIFY2(!window.findChild<RunPage *>(), "nobody has looked at it");
    window.openRun(runs[0].id);
    QVERIFY(qobject_cast<RunPage *>(window.documents().currentPage()));
    QCOMPARE(window.documents().count(), keys.size());
    for (int tab = 0; tab < window.documents().count(); ++tab) {
        window.documents().setCurrentIndex(tab);
        QCOMPARE(window.documents().document(window.documents().currentPage()).key, keys[tab]);
    }
    QTRY_VERIFY(window.jobs().running().empty());
    QCOMPARE(window.findChild<ProblemsPane *>()->topLevelItemCount(), 0);
}

void TestMainWindow::salvagesTheStore()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    QVERIFY(action(window, QStringLiteral("Salvage store…")));
    const QString file = m_folder.filePath(QStringLiteral("salvaged.db"));
    QSignalSpy finished(&window.storeCare(), &StoreCare::finished);
    window.storeCare().salvageTo(file);
    QTRY_COMPARE(finished.count(), 1);
    const auto saved = tracking::RunStore::open(file);
    QVERIFY(saved);
    QCOMPARE(*(*saved)->count(), *bench.store().count());
    // What is there already is not written over.
    window.storeCare().salvageTo(file);
    QTRY_COMPARE(window.findChild<ProblemsPane *>()->topLevelItemCount(), 1);
    QCOMPARE(finished.count(), 1);
}

void TestMainWindow::leavesOutWhatIsGone()
{
    FakeWorkbench bench, other;
    bench.fillUp(8);
    const auto runs = *bench.runs({});
    {
        MainWindow window(bench);
        window.openRun(runs[0].id);
        window.openCompare({runs[0].id, runs[1].id});
        window.openRuns();
        QTRY_VERIFY(window.jobs().running().empty());
        window.close();
    }
    // Another store at the same place has none of them.
    other.put(fake::run(77, QStringLiteral("logistic"), 0.7));
    MainWindow window(other);
    QStringList keys;
    for (Page *page : window.documents().pages())
        keys.append(window.documents().document(page).key);
    QCOMPARE(keys, (QStringList{QStringLiteral("start"), QStringLiteral("runs")}));
    QTRY_VERIFY(window.jobs().running().empty());
    QCOMPARE(window.findChild<ProblemsPane *>()->topLevelItemCount(), 0);
}

void TestMainWindow::pagesLeaveThePanesTheirWidth()
{
    FakeWorkbench bench;
    bench.fillUp(12);
    const auto runs = *bench.runs({});
    std::vector<tracking::RunId> ids;
    for (const tracking::Run &run : runs)
        ids.push_back(run.id);
    MainWindow window(bench);
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto widths = [&] {
        QStringList all;
        for (const QDockWidget *dock : window.docks())
            if (dock->isVisible())
                all.append(QString::number(dock->width()));
        return all;
    };
    const QStringList before = widths();
    QCOMPARE(before.size(), 2);
    const auto data = fake::dataset();
    const std::vector<std::function<void()>> openers{
        [&] { window.openRuns(); },
        [&] { window.openRun(ids.front()); },
        [&] { window.openMetrics(ids); },
        [&] { window.openExplore({}); },
        [&] {
            window.openCompare({ids[0], ids[1]});
        },
        [&] { window.openCompare(ids); },
        [&] { window.openRegistry({}); },
        [&] { window.openReport(ids); },
        [&] { window.openProfile(data); },
        [&] { window.openTrain(data, QStringLiteral("approved")); },
        [&] { window.openDrift(data, fake::dataset(QStringLiteral("/data/later.csv"), 2)); },
        [&] { window.importData(QStringLiteral("/data/loans.csv")); },
    };
    for (const auto &open : openers) {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(window.jobs().running().empty(), 20'000);
        Page *page = window.documents().currentPage();
        const auto tabs = page->findChildren<QTabWidget *>();
        QCOMPARE(widths(), before);
        for (QTabWidget *inner : tabs) {
            for (int tab = 0; tab < inner->count(); ++tab) {
                inner->setCurrentIndex(tab);
                QTRY_VERIFY_WITH_TIMEOUT(window.jobs().running().empty(), 20'000);
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                QVERIFY2(widths() == before, qPrintable(page->title() + u' ' + inner->tabText(tab)));
                QVERIFY2(page->minimumSizeHint().width() <= page->width(),
                         qPrintable(page->title() + u' ' + inner->tabText(tab)));
            }
        }
        const QString folder = qEnvironmentVariable("ASSAY_SCREENSHOTS");
        for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
            if (folder.isEmpty())
                break;
            window.theme().setMode(mode);
            window.grab().save(QStringLiteral("%1/panes-%2%3.png")
                                   .arg(folder)
                                   .arg(window.documents().count())
                                   .arg(mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QString()));
        }
    }
}

void TestMainWindow::resetsTheLayout()
{
    FakeWorkbench bench;
    MainWindow window(bench);
    window.docks().at(0)->hide();
    window.docks().at(2)->show();
    action(window, QStringLiteral("Reset layout"))->trigger();
    QVERIFY(!window.docks().at(0)->isHidden());
    QVERIFY(window.docks().at(2)->isHidden());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
