// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/pages/ensembledialog.h"
#include "widgets/pages/runspage.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace assay;
using namespace assay::ui;

namespace {

std::vector<tracking::Run> members()
{
    return {fake::run(2, QStringLiteral("logistic"), 0.8), fake::run(3, QStringLiteral("xgboost"), 0.86)};
}

QDoubleSpinBox *weight(EnsembleDialog &dialog, int row)
{
    auto *table = dialog.findChild<QTableWidget *>(QStringLiteral("ensembleWeights"));
    return qobject_cast<QDoubleSpinBox *>(table->cellWidget(row, 1));
}

} // namespace

class TestEnsembleDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }

    void equalWeightsAreNone()
    {
        EnsembleDialog dialog(members());
        QCOMPARE(dialog.request().runs.size(), std::size_t(2));
        QVERIFY(dialog.request().weights.empty());
        QVERIFY(!dialog.request().stacked);
        weight(dialog, 1)->setValue(3);
        QCOMPARE(dialog.request().weights, (std::vector<double>{1, 3}));
    }

    void stackingHasNoWeights()
    {
        EnsembleDialog dialog(members());
        weight(dialog, 1)->setValue(3);
        dialog.findChild<QRadioButton *>(QStringLiteral("ensembleStack"))->click();
        QVERIFY(dialog.request().stacked);
        QVERIFY(dialog.request().weights.empty());
        QVERIFY(!dialog.findChild<QTableWidget *>(QStringLiteral("ensembleWeights"))->isEnabled());
    }

    void wantsAWeightAboveZero()
    {
        EnsembleDialog dialog(members());
        auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        weight(dialog, 0)->setValue(0);
        QVERIFY(ok->isEnabled());
        weight(dialog, 1)->setValue(0);
        QVERIFY(!ok->isEnabled());
        dialog.findChild<QRadioButton *>(QStringLiteral("ensembleStack"))->click();
        QVERIFY(ok->isEnabled());
    }

    void isAskedForFromTheRunsTable()
    {
        FakeShell shell;
        shell.bench.fillUp(3);
        RunsPage page(shell);
        page.resize(1000, 600);
        page.setVisible(true);
        QTRY_VERIFY(shell.registry.running().empty());
        auto *button = page.findChild<QPushButton *>(QStringLiteral("ensembleRuns"));
        QVERIFY(!button->isEnabled());
        auto *table = page.findChild<QTreeView *>(QStringLiteral("runsTable"));
        table->setFocus();
        table->selectAll();
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = page.findChild<EnsembleDialog *>();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(shell.registry.running().empty());
        QCOMPARE(shell.bench.ensembled().size(), std::size_t(1));
        QCOMPARE(shell.bench.ensembled().front().runs.size(), std::size_t(3));
        QTRY_COMPARE(shell.went, QStringList{"run"});
    }

    void saysWhyItFailed()
    {
        FakeShell shell;
        shell.bench.fillUp(3);
        RunsPage page(shell);
        page.setVisible(true);
        QTRY_VERIFY(shell.registry.running().empty());
        page.findChild<QTreeView *>(QStringLiteral("runsTable"))->selectAll();
        Error error;
        error.kind = ErrorKind::BadInput;
        error.code = "different_data";
        error.message = "They differ.";
        shell.bench.failWith = error;
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("ensembleRuns")), Qt::LeftButton);
        page.findChild<EnsembleDialog *>()->accept();
        QTRY_VERIFY(!shell.errors.empty());
        QCOMPARE(shell.errors.front().code, std::string("different_data"));
        QVERIFY(shell.went.isEmpty());
    }
};

QTEST_MAIN(TestEnsembleDialog)
#include "tst_ensembledialog.moc"
