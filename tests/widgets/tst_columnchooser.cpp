// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/pagetest.h"
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
