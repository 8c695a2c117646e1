// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/models/driftmodel.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/driftpage.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUrl>

using namespace assay;
using namespace assay::ui;

namespace {

struct Fixture
{
    Fixture(DatasetPtr reference, DatasetPtr current)
        : page(std::make_unique<DriftPage>(shell, std::move(reference), std::move(current)))
    {
        page->resize(1280, 800);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }

    void drop(const QString &path)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(page.get(), &dropped);
        settle();
    }

    QTableView *table() { return page->findChild<QTableView *>(QStringLiteral("driftColumns")); }
    QString summary() { return page->findChild<QLabel *>(QStringLiteral("driftSummary"))->text(); }

    FakeShell shell;
    std::unique_ptr<DriftPage> page;
};

} // namespace

class TestDriftPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void sortsByMovement()
    {
        Fixture f(fake::dataset(QStringLiteral("/data/loans.csv")),
                  fake::dataset(QStringLiteral("/data/later.csv"), 2));
        QAbstractItemModelTester tester(f.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(f.table()->model()->rowCount(), 2);
        QCOMPARE(f.table()->model()->index(0, DriftModel::Name).data().toString(), QStringLiteral("income"));
        QVERIFY(f.table()->model()->index(0, DriftModel::Verdict).data().toString().contains(QLatin1String("Drifted")));
        QVERIFY(f.summary().contains(QLatin1String("1 of 2 columns drifted (50.0 %)")));
        QVERIFY(f.summary().contains(QLatin1String("Train again")));
        QCOMPARE(f.page->command(), QStringLiteral("assay drift /data/loans.csv /data/later.csv"));
        grabPage(*f.page, "drift");
    }

    void followsTheChosenColumn()
    {
        Fixture f(fake::dataset(), fake::dataset(QStringLiteral("/data/later.csv"), 2));
        auto *charts = f.page->findChild<ChartTabs *>();
        const ChartSpec income = *charts->currentChart();
        f.table()->setFocus();
        QTest::keyClick(f.table(), Qt::Key_Down);
        QVERIFY(*charts->currentChart() != income);
    }

    void comparesWithADroppedFile()
    {
        Fixture f(fake::dataset(), nullptr);
        QVERIFY(f.table()->isHidden() || !f.table()->isVisible());
        QVERIFY(f.page->command().isEmpty());
        f.drop(QStringLiteral("/data/later.csv"));
        QTRY_VERIFY(f.table()->isVisible());
        QCOMPARE(f.shell.known.size(), 1);
        QVERIFY(f.page->title().contains(QLatin1String("later.csv")));
    }

    void startsFromNothing()
    {
        Fixture f(nullptr, nullptr);
        f.drop(QStringLiteral("/data/loans.csv"));
        f.drop(QStringLiteral("/data/later.csv"));
        QTRY_VERIFY(f.table()->isVisible());
        QVERIFY(f.page->command().endsWith(QLatin1String("loans.csv /data/later.csv")));
        QTest::mouseClick(f.page->findChild<QPushButton *>(QStringLiteral("reportDrift")), Qt::LeftButton);
        QCOMPARE(f.shell.went, QStringList{"report"});
    }

    void reportsABadFile()
    {
        Fixture f(fake::dataset(), nullptr);
        f.shell.bench.failWith = failure(ErrorKind::BadInput, "empty_file", "The file is empty.").value();
        f.drop(QStringLiteral("/data/empty.csv"));
        QCOMPARE(f.shell.errors.size(), std::size_t(1));
        QVERIFY(!f.table()->isVisible());
    }
};

QTEST_MAIN(TestDriftPage)
#include "tst_driftpage.moc"
