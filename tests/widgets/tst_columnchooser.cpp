// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/pagetest.h"
#include "widgets/models/format.h"
#include "widgets/pages/columnchooser.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;

namespace {

struct Fixture
{
    explicit Fixture(int metrics = 120)
    {
        for (int i = 0; i < metrics; ++i)
            keys.metrics.push_back({.key = QStringLiteral("metric_%1").arg(i), .runs = 10 * i});
        keys.params = {{.key = QStringLiteral("depth"), .runs = 312, .distinct = 7}};
        keys.tags = {{.key = QStringLiteral("owner"), .runs = 5, .distinct = 1}};
        chooser.setColumns(columnsFrom({"name", "status", "metrics.metric_3", "start_time"}), 1);
        chooser.setKeys(keys);
        chooser.setVisible(true);
    }

    QTreeWidget *offered() { return chooser.findChild<QTreeWidget *>(QStringLiteral("columnList")); }
    QListWidget *shown() { return chooser.findChild<QListWidget *>(QStringLiteral("shownColumns")); }
    QTreeWidgetItem *item(const QString &text)
    {
        return offered()->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    QStringList last() const { return idsOf(said.last().first().value<RunColumns>()); }
    int pinned() const { return said.last().last().toInt(); }

    tracking::RunKeyUse keys;
    ColumnChooser chooser;
    QSignalSpy said{&chooser, &ColumnChooser::chosen};
};

} // namespace

class TestColumnChooser : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }

    void findsOneOfHundreds()
    {
        Fixture f(400);
        auto *filter = f.chooser.findChild<QLineEdit *>(QStringLiteral("columnFilter"));
        QTest::keyClicks(filter, QStringLiteral("metric_39"));
        int visible = 0;
        for (int i = 0; i < f.offered()->topLevelItemCount(); ++i)
            for (int child = 0; child < f.offered()->topLevelItem(i)->childCount(); ++child)
                visible += f.offered()->topLevelItem(i)->child(child)->isHidden() ? 0 : 1;
        QCOMPARE(visible, 11); // 39, 390 … 399
        QVERIFY(f.item(QStringLiteral("Tags"))->isHidden());
        QCOMPARE(f.item(QStringLiteral("depth"))->text(1), QStringLiteral("312"));
    }

    /// As runs of logged models have them: one key for each model and metric.
    void groupsThousandsByTheirBeginning()
    {
        Fixture f(0);
        for (int model = 0; model < 1000; ++model)
            for (const char *metric : {"acc", "loss", "val/acc", "val/loss"})
                f.keys.metrics.push_back(
                    {.key = QStringLiteral("models/m-%1/%2").arg(model).arg(QLatin1String(metric)), .runs = 1});
        for (const char *alone : {"acc", "roc_auc", "train/loss", "at_0.5"})
            f.keys.metrics.push_back({.key = QLatin1String(alone), .runs = 7});
        f.chooser.setKeys(f.keys);
        QTreeWidgetItem *section = f.item(QStringLiteral("Metrics"));
        QCOMPARE(section->childCount(), 6); // models/, the four alone, and the one shown that no run has
        QTreeWidgetItem *models = section->child(0);
        QCOMPARE(models->text(0), QStringLiteral("models/"));
        QCOMPARE(models->text(1), Format::count(4000));
        QVERIFY(!models->isExpanded() && !(models->flags() & Qt::ItemIsUserCheckable));
        QCOMPARE(models->childCount(), 1000);
        QCOMPARE(models->child(7)->text(0), QStringLiteral("m-7/"));
        QCOMPARE(models->child(7)->childCount(), 4);
        QCOMPARE(models->child(7)->child(2)->text(0), QStringLiteral("val/acc"));
        grabPage(f.chooser, "columns-groups");

        auto *filter = f.chooser.findChild<QLineEdit *>(QStringLiteral("columnFilter"));
        filter->setText(QStringLiteral("m-42/val"));
        QVERIFY(models->isExpanded() && models->child(42)->isExpanded());
        QVERIFY(models->child(41)->isHidden() && !models->child(42)->child(3)->isHidden());
        QVERIFY(models->child(42)->child(0)->isHidden());
        grabPage(f.chooser, "columns-found");
        models->child(42)->child(3)->setCheckState(0, Qt::Checked);
        QVERIFY(f.last().contains(QStringLiteral("metrics.models/m-42/val/loss")));
        filter->clear();
        QVERIFY(!models->isExpanded() && !models->child(41)->isHidden());
    }

    void showsAndHides()
    {
        Fixture f;
        grabPage(f.chooser, "columns");
        f.item(QStringLiteral("metric_7"))->setCheckState(0, Qt::Checked);
        QCOMPARE(f.last(), (QStringList{"name", "status", "metrics.metric_3", "metrics.metric_7", "start_time"}));
        f.item(QStringLiteral("Status"))->setCheckState(0, Qt::Unchecked);
        QCOMPARE(f.last(), (QStringList{"name", "metrics.metric_3", "metrics.metric_7", "start_time"}));
        f.shown()->setCurrentRow(1);
        QTest::keyClick(f.shown(), Qt::Key_Delete);
        QCOMPARE(f.last(), (QStringList{"name", "metrics.metric_7", "start_time"}));
        QCOMPARE(f.item(QStringLiteral("metric_3"))->checkState(0), Qt::Unchecked);
    }

    void movesAndPins()
    {
        Fixture f;
        f.shown()->setCurrentRow(3);
        QTest::keyClick(f.shown(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.last(), (QStringList{"name", "status", "start_time", "metrics.metric_3"}));
        f.shown()->item(3)->setCheckState(Qt::Checked);
        QCOMPARE(f.last(), (QStringList{"name", "metrics.metric_3", "status", "start_time"}));
        QCOMPARE(f.pinned(), 2);
        f.shown()->item(1)->setCheckState(Qt::Unchecked);
        QCOMPARE(f.pinned(), 1);
        QTest::keyClick(f.shown(), Qt::Key_Up, Qt::AltModifier);
        f.shown()->setCurrentRow(1);
        QTest::keyClick(f.shown(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.last().first(), QStringLiteral("name"));
    }

    void ordersByDragging()
    {
        Fixture f;
        f.shown()->model()->moveRow({}, 3, {}, 1);
        QCOMPARE(f.last(), (QStringList{"name", "start_time", "status", "metrics.metric_3"}));
        QTRY_COMPARE(f.shown()->item(1)->text(), QStringLiteral("Started"));
        f.shown()->model()->moveRow({}, 2, {}, 0);
        QCOMPARE(f.last().first(), QStringLiteral("name"));
        QTRY_COMPARE(f.shown()->item(0)->text(), QStringLiteral("Name"));
    }

    void asksForDifferencesAndForReset()
    {
        Fixture f;
        QSignalSpy different(&f.chooser, &ColumnChooser::onlyDifferentChosen);
        QSignalSpy reset(&f.chooser, &ColumnChooser::resetRequested);
        f.chooser.findChild<QCheckBox *>(QStringLiteral("onlyDifferent"))->click();
        f.chooser.findChild<QPushButton *>(QStringLiteral("resetColumns"))->click();
        QCOMPARE(different.first().first().toBool(), true);
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_MAIN(TestColumnChooser)
#include "tst_columnchooser.moc"
