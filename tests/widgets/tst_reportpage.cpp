// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/pages/reportpage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

tracking::RunId id(int number)
{
    return {QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))};
}

struct Fixture
{
    explicit Fixture(std::vector<tracking::RunId> runs)
    {
        shell.known = {fake::dataset(QStringLiteral("/data/later.csv"), 2)};
        page = std::make_unique<ReportPage>(shell, std::move(runs));
        page->resize(1100, 700);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }

    template<class T>
    T *find(const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    FakeShell shell;
    std::unique_ptr<ReportPage> page;
};

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void ticksWhatWasAskedFor()
    {
        Fixture f({id(2), id(3)});
        QCOMPARE(f.find<QListWidget>("reportRunList")->count(), 3);
        QCOMPARE(f.page->chosenRuns(), (std::vector<tracking::RunId>{id(2), id(3)}));
        QVERIFY(!f.find<QLineEdit>("reportTitle")->text().isEmpty());
        QVERIFY(f.find<QListWidget>("reportAttributes")->count() > 0);
        grabPage(*f.page, "report");
    }

    void asksForWhatIsTicked()
    {
        Fixture f({id(2), id(3)});
        f.find<QListWidget>("reportRunList")->item(1)->setCheckState(Qt::Unchecked);
        f.find<QCheckBox>("sectionExplain")->click();
        f.find<QComboBox>("reportDriftCurrent")->setCurrentIndex(1);
        f.settle();
        const ReportRequest request = f.page->request();
        QCOMPARE(request.runs, std::vector<tracking::RunId>{id(2)});
        QVERIFY(!request.explain);
        QVERIFY(request.curves && request.fairness && request.profile && request.drift);
        QCOMPARE(request.driftCurrent, f.shell.known.first());
        QVERIFY(!request.driftReference);
        QTest::mouseClick(f.find<QPushButton>("copyCommand"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().startsWith(
            QLatin1String("assay report 000000000000 --out report.html --title ")));
    }

    void writesTheFile()
    {
        Fixture f({id(2)});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("models & more.html"));
        auto *title = f.find<QLineEdit>("reportTitle");
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("A <b> title"));
        QSignalSpy exported(f.page.get(), &ReportPage::exported);
        f.page->exportTo(path);
        QTRY_COMPARE(exported.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("<!doctype html><title>A &lt;b&gt; title</title>"));
        QVERIFY(f.find<QLabel>("reportOutcome")->isVisible());
        QVERIFY(f.page->command().contains(QLatin1String("'")));
    }

    void saysWhenItCannotWrite()
    {
        Fixture f({id(2)});
        f.page->exportTo(QStringLiteral("/nowhere/at/all/report.html"));
        QTRY_COMPARE(f.shell.errors.size(), std::size_t(1));
        QCOMPARE(f.shell.errors.front().code, std::string("unwritable_file"));
        QVERIFY(!f.find<QLabel>("reportOutcome")->isVisible());
    }

    void nothingTickedCannotBeExported()
    {
        Fixture f({});
        QVERIFY(!f.find<QPushButton>("exportReport")->isEnabled());
        QVERIFY(f.page->command().isEmpty());
        f.find<QListWidget>("reportRunList")->item(0)->setCheckState(Qt::Checked);
        QVERIFY(f.find<QPushButton>("exportReport")->isEnabled());
        f.settle();
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"
