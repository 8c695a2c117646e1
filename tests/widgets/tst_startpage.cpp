// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "widgets/controls/dropzone.h"
#include "widgets/pages/startpage.h"
#include "widgets/recent.h"
#include "widgets/resources.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::ui;

class TestStartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clickAndKeysAskForAFile();
    void dropsAreImported();
    void listsRecentFilesThatExist();
    void opensSamples();
    void leadsToTheRuns();

private:
    QTemporaryDir m_folder;
};

void TestStartPage::initTestCase()
{
    initResources();
    QVERIFY(m_folder.isValid());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
}

void TestStartPage::clickAndKeysAskForAFile()
{
    FakeShell shell;
    StartPage page(shell);
    page.show();
    auto *zone = page.findChild<DropZone *>();
    QTest::mouseClick(zone, Qt::LeftButton);
    QTest::keyClick(zone, Qt::Key_Return);
    QTest::keyClick(zone, Qt::Key_Space);
    QCOMPARE(shell.went, QStringList(3, QStringLiteral("import")));
    QVERIFY(shell.lastPath.isEmpty());
}

void TestStartPage::dropsAreImported()
{
    FakeShell shell;
    StartPage page(shell);
    page.show();
    auto *zone = page.findChild<DropZone *>();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/loans.csv"))});
    QDragEnterEvent enter(zone->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zone, &enter);
    QVERIFY(zone->property("hover").toBool());
    QDropEvent drop(zone->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(zone, &drop);
    QVERIFY(!zone->property("hover").toBool());
    QCOMPARE(shell.lastPath, QStringLiteral("/data/loans.csv"));
}

void TestStartPage::listsRecentFilesThatExist()
{
    const QString path = m_folder.filePath(QStringLiteral("cells.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    addRecentPath(RecentKind::Data, path);
    addRecentPath(RecentKind::Data, QStringLiteral("/nowhere/gone.csv"));
    FakeShell shell;
    StartPage page(shell);
    page.show();
    QStringList offered;
    for (auto *button : page.findChildren<QPushButton *>()) {
        if (button->property("role") == QStringLiteral("row") && button->toolTip().endsWith(QLatin1String(".csv"))) {
            offered.append(button->toolTip());
            button->click();
        }
    }
    QCOMPARE(offered, QStringList{path});
    QCOMPARE(shell.lastPath, path);
}

void TestStartPage::opensSamples()
{
    if (availableSamples().isEmpty())
        QSKIP("This build has no samples");
    FakeShell shell;
    StartPage page(shell);
    page.show();
    for (const Sample &sample : availableSamples()) {
        shell.went.clear();
        page.findChild<QPushButton *>(QStringLiteral("sample-") + sample.id)->click();
        QTRY_COMPARE(shell.went,
                     QStringList{sample.files.size() > 1 ? QStringLiteral("drift") : QStringLiteral("profile")});
        QVERIFY(QFile::exists(shell.lastData->path));
    }
}

void TestStartPage::leadsToTheRuns()
{
    FakeShell shell;
    StartPage page(shell);
    page.show();
    QTest::keyClick(page.findChild<QPushButton *>(QStringLiteral("openRuns")), Qt::Key_Space);
    QCOMPARE(shell.went, QStringList{QStringLiteral("runs")});
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
