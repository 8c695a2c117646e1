// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector.h"
#include "widgets/models/format.h"
#include "widgets/models/notelines.h"
#include "widgets/pages/notesview.h"
#include "widgets/pages/registrysummary.h"
#include "widgets/pages/runsummary.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace assay;
using namespace assay::ui;

class TestNotes : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void keepsWhatNobodyTouched_data();
    void keepsWhatNobodyTouched();
    void typedLinesEndAsTheOthers();
    void takesOnce();
    void readsTheSameInTheInspector();
    void sizesAreWrittenOneWay();
};

void TestNotes::lines_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QString() << 1;
    QTest::newRow("one") << QStringLiteral("a") << 1;
    QTest::newRow("every kind") << QStringLiteral("a\nb\r\nc\rd\u2029e") << 5;
    QTest::newRow("ends") << QStringLiteral("\r\n\n\r") << 4;
    QTest::newRow("separator within a line") << QStringLiteral("a\u2028b") << 1;
}

void TestNotes::lines()
{
    QFETCH(const QString, note);
    const auto lines = noteLines(note);
    QTEST(static_cast<int>(lines.size()), "count");
    QString whole;
    QStringList texts;
    for (const NoteLine &line : lines) {
        whole += line.text + line.end;
        texts += line.text;
    }
    QCOMPARE(whole, note);
    QCOMPARE(editedNote(note, texts), note);
    NotesView view; // the field sees the same lines
    view.showNote(note);
    QVERIFY(!view.isTyped());
}

void TestNotes::keepsWhatNobodyTouched_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    const QString note = QStringLiteral("100\u00a0km\r\nsecond\nthird\r\n");
    QTest::newRow("a word") << note << 1 << QStringLiteral("my ")
                            << QStringLiteral("100\u00a0km\r\nmy second\nthird\r\n");
    QTest::newRow("in the line itself") << note << 0 << QStringLiteral("about ")
                                        << QStringLiteral("about 100\u00a0km\r\nsecond\nthird\r\n");
    QTest::newRow("a line more") << note << 1 << QStringLiteral("new\n")
                                 << QStringLiteral("100\u00a0km\r\nnew\r\nsecond\nthird\r\n");
    QTest::newRow("at the end") << note << 3 << QStringLiteral("4\n5")
                                << QStringLiteral("100\u00a0km\r\nsecond\nthird\r\n4\r\n5");
    QTest::newRow("into nothing") << QString() << 0 << QStringLiteral("a\nb\u00a0c") << QStringLiteral("a\nb\u00a0c");
    QTest::newRow("separators of its own")
        << QStringLiteral("a\u2028b\nc") << 1 << QStringLiteral("x") << QStringLiteral("a\u2028b\nxc");
}

void TestNotes::keepsWhatNobodyTouched()
{
    QFETCH(const QString, note);
    QFETCH(const int, line);
    QFETCH(const QString, typed);
    NotesView view;
    view.showNote(note);
    view.write();
    QTextCursor cursor(view.editor()->document()->findBlockByNumber(line));
    cursor.insertText(typed);
    QVERIFY(view.isTyped());
    QTEST(view.takeTyped().value_or(QString()), "expected");
}

void TestNotes::typedLinesEndAsTheOthers()
{
    NotesView view;
    view.showNote(QStringLiteral("a\r\nb"));
    view.write();
    view.show();
    view.editor()->moveCursor(QTextCursor::End);
    QTest::keyClick(view.editor(), Qt::Key_Return);
    QTest::keyClicks(view.editor(), QStringLiteral("c"));
    QTest::keyClick(view.editor(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(view.editor(), QStringLiteral("d"));
    QCOMPARE(view.takeTyped().value_or(QString()), QStringLiteral("a\r\nb\r\nc\r\nd"));
}

void TestNotes::takesOnce()
{
    NotesView view;
    view.showNote(QStringLiteral("a\u00a0b"));
    QVERIFY(!view.takeTyped());
    QTextCursor(view.editor()->document()).insertText(QStringLiteral("x"));
    const auto typed = view.takeTyped();
    QCOMPARE(typed.value_or(QString()), QStringLiteral("xa\u00a0b"));
    QVERIFY(!view.isTyped() && !view.takeTyped());
    view.showNote(*typed); // as the store has it now
    QVERIFY(!view.isTyped());
    view.showNote(QStringLiteral("xa b")); // another process took the special space out
    QTextCursor(view.editor()->document()).insertText(QStringLiteral("y"));
    QCOMPARE(view.takeTyped().value_or(QString()), QStringLiteral("yxa b"));
}

void TestNotes::readsTheSameInTheInspector()
{
    tracking::Run run;
    run.name = QStringLiteral("noted");
    run.note = QStringLiteral("**Worse** than [before](https://example.org)\n\n- too deep\n- <b>raw</b>");
    Inspector inspector;
    inspector.setText(QStringLiteral("Runs"), runSummaryHtml(run));
    const auto *view = inspector.findChild<MarkdownView *>();
    QVERIFY(view);
    const QString read = view->document()->toPlainText();
    QVERIFY2(read.contains(QLatin1String("Worse than before")) && !read.contains(QLatin1String("**")),
             qPrintable(read));
    QVERIFY2(read.contains(QLatin1String("<b>raw</b>")), "HTML stays text");
    QTextCursor cursor = view->document()->find(QStringLiteral("Worse"));
    QVERIFY(cursor.charFormat().fontWeight() >= QFont::DemiBold);
    QVERIFY(view->document()->find(QStringLiteral("too deep")).currentList());
    QVERIFY2(view->document()->toHtml().contains(QLatin1String("noted")), "what comes after the note is there");
}

void TestNotes::sizesAreWrittenOneWay()
{
    QCOMPARE(Format::bytes(1), QStringLiteral("1 B"));
    QCOMPARE(Format::bytes(999), QStringLiteral("999 B"));
    QCOMPARE(Format::bytes(2930), QStringLiteral("2.9 kB"));
    tracking::RunDetails details;
    details.artifacts = {{.name = QStringLiteral("model.json"), .sha256 = QString(64, u'a'), .bytes = 2930}};
    QVERIFY(runFactsHtml(details).contains(QLatin1String("2.9 kB")));
    tracking::Lineage lineage;
    lineage.version.artifact = QStringLiteral("model.json");
    lineage.version.bytes = 2930;
    lineage.version.note = QStringLiteral("*fast*");
    QVERIFY(versionHtml(lineage).contains(QLatin1String("2.9 kB")));
    QVERIFY(!versionHtml(lineage).contains(QLatin1String("*fast*")));
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
