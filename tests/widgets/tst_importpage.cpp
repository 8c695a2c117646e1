// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "widgets/models/previewmodel.h"
#include "widgets/models/rejectedmodel.h"
#include "widgets/pages/importpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace assay;
using namespace assay::ui;

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:
    void previewModelShowsReadAndWritten();
    void modelsAreSound();
    void readsOnOpening();
    void optionsReadAgain_data();
    void optionsReadAgain();
    void kindsReadAgain();
    void headerAsksForAKind();
    void importsAndOpensTheProfile();
    void saysWhyAFileCannotBeRead();
    void givesACommandLine();

private:
    static const QString path;

    static QPushButton *importButton(const ImportPage &page)
    {
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Import"))
                return button;
        }
        return nullptr;
    }
    static QTableView *preview(const ImportPage &page)
    {
        return page.findChild<QTableView *>(QStringLiteral("preview"));
    }
};

const QString TestImportPage::path = QStringLiteral("/data/loans.csv");

void TestImportPage::previewModelShowsReadAndWritten()
{
    FakeWorkbench bench;
    PreviewModel model;
    model.setPreview(*bench.preview(path, {}, {}));
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.columnCount(), 7);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("income\nNumber"));
    const QModelIndex lost = model.index(3, 1);
    QCOMPARE(lost.data(PreviewModel::RawRole).toString(), QStringLiteral("n/k"));
    QVERIFY(lost.data().toString().isEmpty());
    QVERIFY(lost.data(PreviewModel::LostRole).toBool());
    QVERIFY(!model.index(2, 1).data(PreviewModel::LostRole).toBool());
    QCOMPARE(model.index(2, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, static_cast<int>(Qt::AlignRight));
    QCOMPARE(model.index(2, 3).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, 0);
}

void TestImportPage::modelsAreSound()
{
    FakeWorkbench bench;
    PreviewModel previews;
    RejectedModel rejected;
    const QAbstractItemModelTester previewTester(&previews, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester rejectedTester(&rejected, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto preview = *bench.preview(path, {}, {});
    rejected.setCells(preview.parsed.rejected);
    previews.setPreview(std::move(preview));
    QCOMPARE(rejected.rowCount(), 1);
    QCOMPARE(rejected.index(0, RejectedModel::Line).data().toInt(), 5);
    rejected.setCells({});
    previews.setPreview({});
    QCOMPARE(previews.rowCount(), 0);
}

void TestImportPage::readsOnOpening()
{
    FakeShell shell;
    ImportPage page(shell, path);
    QSignalSpy status(&page, &Page::statusChanged);
    QVERIFY(!importButton(page)->isEnabled());
    QTRY_COMPARE(preview(page)->model()->rowCount(), 200);
    QVERIFY(importButton(page)->isEnabled());
    QCOMPARE(status.count(), 1);
    QCOMPARE(page.key(), QStringLiteral("import:/data/loans.csv"));
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(QStringLiteral("1 cell(s) do not fit and become missing")),
             qPrintable(texts.join(QLatin1Char('|'))));
}

void TestImportPage::optionsReadAgain_data()
{
    QTest::addColumn<QString>("control");
    QTest::addColumn<QString>("choice");
    QTest::newRow("delimiter") << "delimiter"
                               << "Semicolon";
    QTest::newRow("decimal") << "decimal"
                             << "Comma";
    QTest::newRow("encoding") << "encoding"
                              << "UTF-16";
    QTest::newRow("date order") << "dates"
                                << "Month first";
}

void TestImportPage::optionsReadAgain()
{
    QFETCH(const QString, control);
    QFETCH(const QString, choice);
    FakeShell shell;
    ImportPage page(shell, path);
    page.show();
    QTRY_COMPARE(shell.bench.previews(), 1);
    auto *combo = page.findChild<QComboBox *>(control);
    QTest::keyClicks(combo, choice);
    QTRY_COMPARE(combo->currentText(), choice);
    QTRY_VERIFY(shell.bench.previews() >= 2);
    QTRY_COMPARE_WITH_TIMEOUT(shell.bench.lastOptions(), page.options(), 30000);
    const engine::ReadOptions asked = page.options();
    QCOMPARE(asked.delimiter.value_or('-'), control == QLatin1String("delimiter") ? ';' : '-');
    QCOMPARE(asked.decimal.value_or('-'), control == QLatin1String("decimal") ? ',' : '-');
    QCOMPARE(asked.encoding.value_or("-"), std::string(control == QLatin1String("encoding") ? "utf-16" : "-"));
    QCOMPARE(asked.dayFirst.value_or(true), control != QLatin1String("dates"));
}

void TestImportPage::kindsReadAgain()
{
    FakeShell shell;
    ImportPage page(shell, path);
    page.show();
    QTRY_VERIFY(page.findChild<QComboBox *>(QStringLiteral("kind-age")));
    auto *kind = page.findChild<QComboBox *>(QStringLiteral("kind-age"));
    QCOMPARE(kind->currentText(), QStringLiteral("Whole number"));
    QTest::keyClick(kind, Qt::Key_Down);
    QTRY_COMPARE(shell.bench.previews(), 2);
    QTRY_COMPARE(shell.bench.lastOptions().kinds, (std::map<std::string, engine::Kind>{{"age", engine::Kind::Real}}));
    auto *also = page.findChild<QLineEdit *>(QStringLiteral("missing"));
    QTest::keyClicks(also, QStringLiteral("n/k; -99"));
    QTest::keyClick(also, Qt::Key_Return);
    QTRY_COMPARE(shell.bench.previews(), 3);
    QCOMPARE(page.options().missingTexts, (std::vector<std::string>{"n/k", "-99"}));
    QCOMPARE(page.options().kinds.size(), std::size_t{1});
    QTest::mouseClick(page.findChild<QCheckBox *>(QStringLiteral("noHeader")), Qt::LeftButton, {}, QPoint(10, 10));
    QTRY_COMPARE(shell.bench.previews(), 4);
    QVERIFY(page.options().noHeader);
    QVERIFY(page.options().kinds.empty());
}

void TestImportPage::headerAsksForAKind()
{
    FakeShell shell;
    ImportPage page(shell, path);
    page.resize(1000, 700);
    page.show();
    QTRY_COMPARE(preview(page)->model()->columnCount(), 7);
    QTest::mouseClick(preview(page)->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(10, 10));
    auto *menu = page.findChild<QMenu *>();
    QVERIFY(menu);
    QVERIFY(menu->actions().at(1)->isChecked());
    menu->actions().at(3)->trigger();
    menu->close();
    QTRY_COMPARE(shell.bench.lastOptions().kinds,
                 (std::map<std::string, engine::Kind>{{"age", engine::Kind::Categorical}}));
}

void TestImportPage::importsAndOpensTheProfile()
{
    FakeShell shell;
    ImportPage page(shell, path);
    page.show();
    QTRY_VERIFY(importButton(page)->isEnabled());
    QTest::keyClick(importButton(page), Qt::Key_Space);
    QTRY_COMPARE(shell.went, QStringList{QStringLiteral("profile")});
    QCOMPARE(shell.known.size(), 1);
    QCOMPARE(shell.known.first()->path, path);
}

void TestImportPage::saysWhyAFileCannotBeRead()
{
    FakeShell shell;
    shell.bench.failWith =
        at(failure(ErrorKind::BadInput, "ragged_rows", "Line {} has {} cells.", {"7", "3"}), "/data/loans.csv", 7)
            .value();
    ImportPage page(shell, path);
    page.show();
    const auto problem = [&] {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->property("role") == QStringLiteral("error") && label->isVisible())
                return label->text();
        }
        return QString();
    };
    QTRY_VERIFY(problem().startsWith(QStringLiteral("Line 7 has 3 cells. (loans.csv, line 7)")));
    QVERIFY(problem().contains(QStringLiteral("delimiter")));
    QVERIFY(!importButton(page)->isEnabled());
    shell.bench.failWith.reset();
    page.findChild<QComboBox *>(QStringLiteral("delimiter"))->setCurrentIndex(2);
    QTRY_VERIFY(importButton(page)->isEnabled());
    QVERIFY(problem().isEmpty());
}

void TestImportPage::givesACommandLine()
{
    FakeShell shell;
    ImportPage page(shell, QStringLiteral("/data/my loans.csv"));
    QCOMPARE(page.command(), QStringLiteral("assay profile '/data/my loans.csv'"));
    page.findChild<QComboBox *>(QStringLiteral("decimal"))->setCurrentIndex(2);
    QCOMPARE(page.command(), QStringLiteral("assay profile '/data/my loans.csv' --decimal ,"));
}

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
