// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeworkbench.h"
#include "tests/widgets/pagetest.h"
#include "widgets/controls/filterbox.h"
#include "widgets/controls/querybox.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace assay;
using namespace assay::ui;

namespace {

struct Fixture
{
    Fixture()
    {
        bench.fillUp(3);
        box.setStore(&bench.store());
        box.resize(600, 80);
        box.setVisible(true);
        (void)QTest::qWaitForWindowActive(&box);
        box.focus();
    }

    QueryBox *edit() { return box.edit(); }
    QTreeView *list()
    {
        return qApp->activePopupWidget() ? qobject_cast<QTreeView *>(qApp->activePopupWidget()) : nullptr;
    }
    QStringList suggestions()
    {
        QStringList texts;
        for (int row = 0; list() && row < list()->model()->rowCount(); ++row)
            texts.append(list()->model()->index(row, 0).data().toString());
        return texts;
    }

    FakeWorkbench bench;
    FilterBox box;
    QSignalSpy said{&box, &FilterBox::said};
};

} // namespace

class TestFilterBox : public QObject
{
    Q_OBJECT

private slots:
    void init() { freshSettings(); }

    void saysAFilterOnceTypingPauses()
    {
        Fixture f;
        QTest::keyClicks(f.edit(), QStringLiteral("logistic"));
        QTRY_COMPARE(f.said.count(), 1);
        QCOMPARE(f.said.first().first().toString(), QStringLiteral("logistic"));
        QTest::keyClick(f.edit(), Qt::Key_Escape);
        if (!f.edit()->text().isEmpty()) // the first closed the suggestions
            QTest::keyClick(f.edit(), Qt::Key_Escape);
        QTRY_COMPARE(f.said.count(), 2);
        QVERIFY(f.said.last().first().toString().isEmpty());
    }

    void marksWhatIsWrong()
    {
        Fixture f;
        f.edit()->setText(QStringLiteral("metrics.roc_auc > 0.6"));
        QTRY_COMPARE(f.said.count(), 1);
        f.edit()->setText(QStringLiteral("metrics.roc_auc >> 0.6"));
        QTRY_VERIFY(!f.box.problem().isEmpty());
        QCOMPARE(f.edit()->accessibleDescription(), f.box.problem());
        QCOMPARE(f.said.count(), 1);
        const QImage wrong = f.edit()->grab().toImage();
        grabPage(f.box, "filter-wrong");
        f.edit()->markProblem(0, 0, {});
        QVERIFY2(wrong != f.edit()->grab().toImage(), "there is a line under the word");
        f.edit()->setText(QStringLiteral("metrics.roc_auc > 0.7"));
        QTRY_COMPARE(f.said.count(), 2);
        QVERIFY(f.box.problem().isEmpty());
    }

    /// No mistake: runs that have the key may come.
    void tellsOfKeysThatNoRunHas()
    {
        Fixture f;
        f.edit()->setText(QStringLiteral("metrics.rocauc > 0.6"));
        QTRY_COMPARE(f.box.hint(), QStringLiteral("There is no metric rocauc; did you mean roc_auc?"));
        QCOMPARE(f.said.count(), 1); // it is asked all the same
        QVERIFY(f.box.problem().isEmpty());
        grabPage(f.box, "filter-hint");
        f.edit()->setText(QStringLiteral("metrics.rocauc >"));
        QTRY_VERIFY(!f.box.problem().isEmpty());
        QVERIFY(f.box.hint().isEmpty());
        f.edit()->setText(QStringLiteral("metrics.roc_auc > 0.6"));
        QTRY_COMPARE(f.said.count(), 2);
        QTRY_VERIFY(f.box.hint().isEmpty());
    }

    void suggestsKeysOperatorsAndValues()
    {
        Fixture f;
        QTest::keyClicks(f.edit(), QStringLiteral("params.max"));
        QTRY_VERIFY(f.suggestions().contains(QStringLiteral("params.max_depth")));
        const int row = static_cast<int>(f.suggestions().indexOf(QStringLiteral("params.max_depth")));
        QVERIFY(f.list()->model()->index(row, 1).data().toString().contains(QLatin1Char('3')));
        grabPage(*f.list(), "filter-suggestions");
        QTest::keyClick(f.list(), Qt::Key_Tab);
        QTRY_COMPARE(f.edit()->text(), QStringLiteral("params.max_depth "));
        QTRY_VERIFY(f.suggestions().contains(QStringLiteral(">=")));
        QTest::keyClick(f.list(), Qt::Key_Escape);
        QTRY_VERIFY(!f.edit()->isSuggesting());
        QCOMPARE(f.edit()->text(), QStringLiteral("params.max_depth "));
    }

    void remembersWhatWasAsked()
    {
        Fixture f;
        for (const char *filter : {"logistic", "xgboost", "logistic"}) {
            f.edit()->setText(QLatin1String(filter));
            QTest::keyClick(f.edit(), Qt::Key_Return);
        }
        QCOMPARE(f.box.history(), (QStringList{"logistic", "xgboost"}));
        f.edit()->clear();
        QTest::keyClick(f.edit(), Qt::Key_Up);
        QTest::keyClick(f.edit(), Qt::Key_Up);
        QCOMPARE(f.edit()->text(), QStringLiteral("xgboost"));
        QTest::keyClick(f.edit(), Qt::Key_Down);
        QCOMPARE(f.edit()->text(), QStringLiteral("logistic"));
        QTest::keyClick(f.edit(), Qt::Key_Down);
        QVERIFY(f.edit()->text().isEmpty());
        for (int i = 0; i < 60; ++i) {
            f.edit()->setText(QStringLiteral("word%1").arg(i));
            QTest::keyClick(f.edit(), Qt::Key_Return);
        }
        QCOMPARE(f.box.history().size(), qsizetype(50));
        QCOMPARE(f.box.history().first(), QStringLiteral("word59"));
    }

    /// A list of operators that was shown on the way does not stay where a key is typed.
    void suggestsForWhatStandsThereNow()
    {
        Fixture f;
        QTest::keyClicks(f.edit(), QStringLiteral("metrics.roc_auc "));
        QTRY_VERIFY(f.suggestions().contains(QStringLiteral(">=")));
        QTest::keyClicks(f.edit(), QStringLiteral("> 0.6 and params."));
        QVERIFY2(!f.suggestions().contains(QStringLiteral(">=")), qPrintable(f.suggestions().join(u' ')));
        QTRY_VERIFY2(f.suggestions().contains(QStringLiteral("params.max_depth")),
                     qPrintable(f.suggestions().join(u' ')));
        QTest::keyClicks(f.edit(), QStringLiteral("max"));
        QTest::keyClick(f.list(), Qt::Key_Tab);
        QTRY_COMPARE(f.edit()->text(), QStringLiteral("metrics.roc_auc > 0.6 and params.max_depth "));
    }

    void waitsForTheRestOfAKey()
    {
        Fixture f;
        f.edit()->setText(QStringLiteral("metrics.roc_auc > 0.6"));
        QTRY_COMPARE(f.said.count(), 1);
        for (const char *begun : {"metr", "params.max_depth", "params.", "metrics.roc_auc > 0.6 an"}) {
            f.edit()->setText(QLatin1String(begun));
            QTest::qWait(200); // longer than what is complete waits
            QVERIFY2(f.said.count() == 1, begun);
            QVERIFY(f.box.problem().isEmpty());
        }
        f.edit()->setText(QStringLiteral("metr"));
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.said.last().first().toString(), QStringLiteral("metr"));
        f.edit()->setText(QStringLiteral("tag"));
        QTRY_COMPARE(f.said.last().first().toString(), QStringLiteral("tag")); // a word after all
    }

    void clicksReachWhatIsBesideTheSuggestions()
    {
        Fixture f;
        QTest::keyClicks(f.edit(), QStringLiteral("params.max"));
        QTRY_VERIFY(!f.suggestions().isEmpty());
        auto *button = f.box.findChild<QToolButton *>(QStringLiteral("filterHistory"));
        disconnect(button, &QToolButton::clicked, nullptr, nullptr); // its menu would wait for a choice
        QSignalSpy clicked(button, &QToolButton::clicked);
        const QPoint place = button->mapTo(&f.box, button->rect().center());
        QTest::mouseClick(f.box.windowHandle(), Qt::LeftButton, {}, place);
        QVERIFY(!f.edit()->isSuggesting());
        QTRY_COMPARE(clicked.count(), 1);
    }

    void remembersOnlyWhatStood()
    {
        Fixture f;
        QTest::keyClicks(f.edit(), QStringLiteral("logis"));
        QTRY_COMPARE(f.said.count(), 1);
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QApplication::sendEvent(f.edit(), &out);
        QVERIFY2(f.box.history().isEmpty(), "left half typed");
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.box.history(), QStringList{QStringLiteral("logis")});
        f.edit()->setText(QStringLiteral("logistic"));
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.box.history(), QStringList{QStringLiteral("logistic")});
        f.edit()->setText(QStringLiteral("xgb"));
        QTRY_COMPARE_WITH_TIMEOUT(f.box.history().first(), QStringLiteral("xgb"), 15'000); // it stood for a while
    }
};

QTEST_MAIN(TestFilterBox)
#include "tst_filterbox.moc"
