// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "widgets/charts/chartview.h"
#include "widgets/models/profilemodel.h"
#include "widgets/pages/profilepage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;

class TestProfilePage : public QObject
{
    Q_OBJECT

private slots:
    void modelIsSound();
    void modelSaysWhatIsKnown();
    void startsAtTheSuggestedTarget();
    void choosingAColumnDrawsIt();
    void sortsByNumbers();
    void targetIsJudgedAgain();
    void warningsLeadToTheirColumn();
    void goesOnToTraining();

private:
    static QTableView *columns(const ProfilePage &page)
    {
        return page.findChild<QTableView *>(QStringLiteral("columns"));
    }
    static QString current(const ProfilePage &page)
    {
        return columns(page)->currentIndex().siblingAtColumn(ProfileModel::Name).data().toString();
    }
};

void TestProfilePage::modelIsSound()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProfile(fake::dataset()->profile);
    QCOMPARE(model.rowCount(), 7);
    model.setProfile({});
    QCOMPARE(model.rowCount(), 0);
}

void TestProfilePage::modelSaysWhatIsKnown()
{
    ProfileModel model;
    model.setProfile(fake::dataset()->profile);
    const int income = model.rowOf("income");
    QCOMPARE(model.index(income, ProfileModel::Kind).data().toString(), QStringLiteral("Number"));
    // 240 rows, every 17th from the fourth on.
    QCOMPARE(model.index(income, ProfileModel::Missing).data().toString(), QStringLiteral("5.8 %"));
    QVERIFY(!model.index(income, ProfileModel::Name).data(Qt::ToolTipRole).toString().isEmpty());
    QCOMPARE(
        model.index(income, ProfileModel::Distribution).data(ProfileModel::HistogramRole).value<QList<double>>().size(),
        20);
    const int sex = model.rowOf("sex");
    QCOMPARE(model.index(sex, ProfileModel::Mean).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(sex, ProfileModel::Distinct).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.rowOf("shoe_size"), -1);
}

void TestProfilePage::startsAtTheSuggestedTarget()
{
    FakeShell shell;
    const ProfilePage page(shell, fake::dataset());
    QCOMPARE(page.target(), QStringLiteral("approved"));
    QCOMPARE(current(page), QStringLiteral("approved"));
    QCOMPARE(page.command(), QStringLiteral("assay profile /data/loans.csv --target approved"));
}

void TestProfilePage::choosingAColumnDrawsIt()
{
    FakeShell shell;
    ProfilePage page(shell, fake::dataset());
    page.show();
    auto *chart = page.findChild<ChartView *>();
    const ChartSpec before = chart->spec();
    columns(page)->setFocus();
    QTest::keyClick(columns(page), Qt::Key_Up);
    QVERIFY(current(page) != QStringLiteral("approved"));
    QVERIFY(chart->spec() != before);
    QVERIFY(!chart->spec().series.empty());
    QVERIFY(page.findChild<QTreeWidget *>()->topLevelItemCount() > 0);
}

void TestProfilePage::sortsByNumbers()
{
    FakeShell shell;
    ProfilePage page(shell, fake::dataset());
    columns(page)->sortByColumn(ProfileModel::Mean, Qt::DescendingOrder);
    const auto name = [&](int row) { return columns(page)->model()->index(row, ProfileModel::Name).data().toString(); };
    QCOMPARE(name(0), QStringLiteral("income"));
    QCOMPARE(name(1), QStringLiteral("age"));
    QCOMPARE(name(2), QStringLiteral("debt_ratio"));
}

void TestProfilePage::targetIsJudgedAgain()
{
    FakeShell shell;
    ProfilePage page(shell, fake::dataset());
    page.show();
    auto *warnings = page.findChild<QListWidget *>();
    QCOMPARE(warnings->count(), 2);
    auto *target = page.findChild<QComboBox *>(QStringLiteral("target"));
    QTest::keyClick(target, Qt::Key_Up);
    QTRY_COMPARE(warnings->count(), 3);
    QCOMPARE(page.target(), QStringLiteral("applied"));
    QCOMPARE(current(page), QStringLiteral("applied"));
}

void TestProfilePage::warningsLeadToTheirColumn()
{
    FakeShell shell;
    ProfilePage page(shell, fake::dataset());
    page.show();
    auto *warnings = page.findChild<QListWidget *>();
    QTest::mouseClick(warnings->viewport(), Qt::LeftButton, {}, warnings->visualItemRect(warnings->item(0)).center());
    QCOMPARE(current(page), QStringLiteral("income"));
}

void TestProfilePage::goesOnToTraining()
{
    FakeShell shell;
    const auto dataset = fake::dataset();
    ProfilePage page(shell, dataset);
    page.show();
    for (auto *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Choose models"))
            QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(shell.went, QStringList{QStringLiteral("train")});
    QCOMPARE(shell.lastData, dataset);
    QCOMPARE(shell.lastTarget, QStringLiteral("approved"));
}

QTEST_MAIN(TestProfilePage)
#include "tst_profilepage.moc"
