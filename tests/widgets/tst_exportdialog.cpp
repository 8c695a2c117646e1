// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "tracking/keeping.h"
#include "widgets/controls/theme.h"
#include "widgets/pages/exportdialog.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

struct Fixture
{
    FakeShell shell;
    QTemporaryDir folder;
    std::unique_ptr<ExportDialog> dialog;

    std::vector<tracking::RunId> runs()
    {
        std::vector<tracking::RunId> ids;
        const auto all = shell.bench.seeded().runs();
        for (const tracking::Run &run : *all)
            ids.push_back(run.id);
        return ids;
    }
    void open(std::vector<tracking::RunId> selected, std::optional<tracking::RunQuery> shown = {})
    {
        shell.bench.seeded();
        dialog = std::make_unique<ExportDialog>(shell, std::move(selected), std::move(shown));
        dialog->show();
        settle();
    }
    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }
    template<class T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    void choose(const char *format) const
    {
        auto *box = find<QComboBox>("exportFormat");
        box->setCurrentIndex(box->findData(QLatin1String(format)));
    }
    void to(const QString &name) const { find<QLineEdit>("exportTarget")->setText(folder.filePath(name)); }
    QString size() const { return find<QLabel>("exportSize")->text(); }
    QStringList left() const
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void write()
    {
        QTest::mouseClick(find<QPushButton>("exportNow"), Qt::LeftButton);
        QVERIFY(!shell.registry.running().empty()); // not on the window's thread
    }
};

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { freshSettings(); }
    void saysWhatWouldBeWritten();
    void writesEveryFormat_data();
    void writesEveryFormat();
    void showsTheCommand();
    void copiesTheWholeCommand();
    void namesWhatNoQueryFinds();
    void cancelLeavesNothing();
    void replacesNothing();
    void pictures_data();
    void pictures();
};

void TestExportDialog::saysWhatWouldBeWritten()
{
    Fixture f;
    f.open({f.runs()[0]}, tracking::RunQuery{.filter = QStringLiteral("params.nothing = 1")});
    QTRY_VERIFY(f.size().startsWith(QLatin1String("1 ")));
    QVERIFY(f.find<QPushButton>("exportNow")->isEnabled());
    f.find<QRadioButton>("exportAll")->click();
    f.settle();
    QTRY_VERIFY(f.size().startsWith(QLatin1String("3 ")));
    f.find<QRadioButton>("exportShown")->click();
    f.settle();
    QTRY_VERIFY(!f.find<QPushButton>("exportNow")->isEnabled()); // there are none
    f.dialog.reset();
    f.open({});
    QVERIFY(!f.find<QRadioButton>("exportSelected")->isEnabled());
    QVERIFY(!f.find<QRadioButton>("exportShown")->isEnabled());
    QVERIFY(f.find<QRadioButton>("exportAll")->isChecked());
}

void TestExportDialog::writesEveryFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("assay") << QStringLiteral("manifest.json");
    QTest::newRow("csv") << QStringLiteral("runs.csv");
    QTest::newRow("json") << QStringLiteral("runs.json");
    QTest::newRow("mlruns") << QString();
}

void TestExportDialog::writesEveryFormat()
{
    QFETCH(const QString, file);
    Fixture f;
    f.open(f.runs());
    f.choose(QTest::currentDataTag());
    f.to(QStringLiteral("out"));
    QVERIFY(!f.find<QCheckBox>("exportPacked")->isChecked());
    QVERIFY2(!f.size().contains(QLatin1String("packed")), qPrintable(f.size()));
    f.write();
    f.settle();
    QTRY_VERIFY(f.find<QLabel>("exportOutcome")->text().contains(QLatin1String("3")));
    QCOMPARE(f.left(), QStringList(QStringLiteral("out")));
    const QDir out(f.folder.filePath(QStringLiteral("out")));
    QVERIFY2(file.isEmpty() || out.exists(file), qPrintable(out.entryList().join(u' ')));
    QVERIFY(f.find<QPushButton>("exportLook")->isVisible());
    // Packed, from the same dialog.
    f.find<QCheckBox>("exportPacked")->click();
    QVERIFY(f.find<QLineEdit>("exportTarget")->text().endsWith(QLatin1String("out.zip")));
    f.write();
    f.settle();
    QTRY_COMPARE(f.left(), QStringList({QStringLiteral("out"), QStringLiteral("out.zip")}));
}

void TestExportDialog::showsTheCommand()
{
    Fixture f;
    const auto runs = f.runs();
    f.open({runs[0], runs[1]},
           tracking::RunQuery{.filter = QStringLiteral("metrics.roc_auc > 0.5"), .experiment = QStringLiteral("A b")});
    f.choose("json");
    f.to(QStringLiteral("out"));
    const QString target = f.folder.filePath(QStringLiteral("out"));
    const auto command = [&] { return f.find<QLineEdit>("exportCommand")->text(); };
    QCOMPARE(command(),
             QStringLiteral("assay export %1 %2 --format json --out %3").arg(runs[0].value, runs[1].value, target));
    f.find<QCheckBox>("exportChildren")->click();
    QVERIFY(command().contains(QLatin1String(" --children ")));
    f.find<QRadioButton>("exportShown")->click();
    QVERIFY2(command().contains(QLatin1String("--query 'metrics.roc_auc > 0.5' --experiment 'A b' --children")),
             qPrintable(command()));
    f.find<QRadioButton>("exportAll")->click();
    QVERIFY(command().contains(QLatin1String("--all")));
    f.settle();
}

void TestExportDialog::copiesTheWholeCommand()
{
    Fixture f;
    f.shell.bench.fillUp(2000);
    const auto runs = f.runs();
    QVERIFY(runs.size() >= 2000);
    f.open(runs);
    f.to(QStringLiteral("out"));
    const auto *line = f.find<QLineEdit>("exportCommand");
    const QString end = QStringLiteral(" --out ") + f.folder.filePath(QStringLiteral("out"));
    QVERIFY(line->text().size() < 2000);
    QVERIFY(line->toolTip().size() < 2000);
    QVERIFY2(line->text().endsWith(end), qPrintable(line->text()));
    f.find<QAction>("exportCopy")->trigger();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.endsWith(end));
    for (const tracking::RunId &run : runs)
        QVERIFY(copied.contains(run.value));
    QVERIFY(!copied.contains(u'…'));
}

void TestExportDialog::namesWhatNoQueryFinds()
{
    Fixture f;
    const auto runs = f.runs();
    QVERIFY(tracking::archive(f.shell.bench.store(), {runs[2]}));
    f.shell.bench.seeded();
    f.dialog =
        std::make_unique<ExportDialog>(f.shell, std::vector<tracking::RunId>(), tracking::RunQuery{.archived = true});
    QCOMPARE(f.dialog->command(), QString()); // not known before they were looked up
    f.to(QStringLiteral("out"));
    QTRY_VERIFY(f.find<QLineEdit>("exportCommand")->text().startsWith("assay export " + runs[2].value));
}

void TestExportDialog::cancelLeavesNothing()
{
    Fixture f;
    f.shell.bench.fillUp(400);
    f.open({});
    f.to(QStringLiteral("out"));
    f.write();
    f.dialog->reject(); // stops the writing, and stays to tell
    QVERIFY(f.dialog->isVisible());
    QVERIFY(!f.find<QPushButton>("exportCancel")->isEnabled());
    QVERIFY(f.find<QPushButton>("exportCancel")->text().startsWith(QLatin1String("Cancelling")));
    f.settle();
    QTRY_VERIFY(f.find<QLabel>("exportOutcome")->text().contains(QLatin1String("Cancelled")));
    QVERIFY(f.find<QPushButton>("exportCancel")->isEnabled());
    QCOMPARE(f.left(), QStringList());
    f.dialog->reject();
    QVERIFY(!f.dialog->isVisible());
}

void TestExportDialog::replacesNothing()
{
    Fixture f;
    f.open({});
    QVERIFY(QDir(f.folder.path()).mkpath(QStringLiteral("out/mine")));
    f.to(QStringLiteral("out"));
    f.write();
    f.settle();
    QTRY_VERIFY(f.find<QLabel>("exportOutcome")->text().contains(QLatin1String("there already")));
    QVERIFY(QDir(f.folder.filePath(QStringLiteral("out/mine"))).exists());
    QVERIFY(!f.find<QPushButton>("exportLook")->isVisible());
    QVERIFY(f.find<QPushButton>("exportNow")->isEnabled());
}

void TestExportDialog::pictures_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
}

void TestExportDialog::pictures()
{
    QFETCH(int, mode);
    Theme theme;
    theme.setMode(static_cast<Theme::Mode>(mode));
    Fixture f;
    f.open(f.runs(), tracking::RunQuery{});
    f.to(QStringLiteral("out"));
    grabPage(*f.dialog, (std::string("export-") + QTest::currentDataTag()).c_str());
    f.write();
    f.settle();
    QTRY_VERIFY(f.find<QPushButton>("exportLook")->isVisible());
    grabPage(*f.dialog, (std::string("exported-") + QTest::currentDataTag()).c_str());
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
