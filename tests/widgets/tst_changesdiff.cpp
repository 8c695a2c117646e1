// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/controls/theme.h"
#include "widgets/models/linediff.h"
#include "widgets/pages/changesdiff.h"
#include "widgets/pages/environmentdiff.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

/// "=a -b +c" for a line in both, one that goes and one that comes.
QString signs(const QString &first, const QString &second)
{
    QStringList words;
    const auto lines = [](const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); };
    for (const DiffLine &line : diffLines(lines(first), lines(second)))
        words << (line.side == DiffLine::Side::Both    ? QStringLiteral("=")
                  : line.side == DiffLine::Side::First ? QStringLiteral("-")
                                                       : QStringLiteral("+")) +
                     line.text;
    return words.join(u' ');
}

/// A run in the store that was made with these changes; none where it is null.
tracking::RunDetails madeWith(tracking::RunStore &store, const QString &name, const QByteArray &changes)
{
    const auto run = store.begin({.experiment = QStringLiteral("Default"), .name = name});
    if (!changes.isNull())
        if (!store.addArtifact(*run, QStringLiteral("changes.diff"), QStringLiteral("code"), changes))
            qFatal("no artifact");
    return *store.details(*run);
}

struct Fixture
{
    FakeShell shell;
    std::unique_ptr<ChangesDiff> view = std::make_unique<ChangesDiff>(shell);

    void show(const std::vector<QByteArray> &changes)
    {
        std::vector<tracking::RunDetails> runs;
        for (const QByteArray &one : changes)
            runs.push_back(madeWith(shell.bench.store(), QStringLiteral("run %1").arg(runs.size() + 1), one));
        view->setRuns(runs);
        settle();
    }
    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }
    QString text() const { return view->findChild<QPlainTextEdit *>()->toPlainText(); }
    QString summary() const { return view->findChild<QLabel *>(QStringLiteral("changesSummary"))->text(); }
};

} // namespace

class TestChangesDiff : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { freshSettings(); }
    void laysLinesOverEachOther_data();
    void laysLinesOverEachOther();
    void manyLinesStayQuick();
    void showsBothSides();
    void showsTheOneSideThereIs();
    void tellsThatTheyAreTheSame();
    void choosesAmongSeveral();
    void hidesWhereThereAreNone();
    void pictures_data();
    void pictures();
};

void TestChangesDiff::laysLinesOverEachOther_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
    QTest::newRow("same") << "a b"
                          << "a b"
                          << "=a =b";
    QTest::newRow("all come") << ""
                              << "a b"
                              << "+a +b";
    QTest::newRow("all go") << "a b"
                            << ""
                            << "-a -b";
    QTest::newRow("one changed") << "a b c"
                                 << "a x c"
                                 << "=a -b +x =c";
    QTest::newRow("one put in") << "a c"
                                << "a b c"
                                << "=a +b =c";
    QTest::newRow("repeated") << "a a"
                              << "a a a"
                              << "=a =a +a";
    QTest::newRow("moved") << "a b c"
                           << "b c a"
                           << "-a =b =c +a";
    QTest::newRow("two places") << "a b c d e"
                                << "a x c y e"
                                << "=a -b +x =c -d +y =e";
}

void TestChangesDiff::laysLinesOverEachOther()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QTEST(signs(first, second), "expected");
}

void TestChangesDiff::manyLinesStayQuick()
{
    QStringList first, second;
    for (int i = 0; i < 100'000; ++i) {
        first << QStringLiteral("a%1").arg(i);
        second << QStringLiteral("b%1").arg(i);
    }
    const auto lines = diffLines(first, second); // as a table this would take 10 GB
    QCOMPARE(lines.size(), std::size_t(200'000));
    QCOMPARE(lines.front().text, QStringLiteral("a0"));
    QCOMPARE(lines.back().text, QStringLiteral("b99999"));
}

void TestChangesDiff::showsBothSides()
{
    Fixture f;
    f.show({"@@ -1 +1 @@\n-x = 1\n+x = 2\n", "@@ -1 +1 @@\n-x = 1\n+x = 3\n+y = 4\n"});
    QCOMPARE(f.text(), QStringLiteral("  @@ -1 +1 @@\n  -x = 1\n- +x = 2\n+ +x = 3\n+ +y = 4"));
    QVERIFY2(f.summary().contains("run 1: 1") && f.summary().contains("run 2: 2"), qPrintable(f.summary()));
    QVERIFY(!f.view->isHidden());
}

void TestChangesDiff::showsTheOneSideThereIs()
{
    Fixture f;
    f.show({QByteArray(), "@@ -1 +1 @@\n-x = 1\n+x = 2\n"});
    QCOMPARE(f.text(), QStringLiteral("@@ -1 +1 @@\n-x = 1\n+x = 2"));
    QVERIFY(f.summary().contains(QLatin1String("run 2")));
}

void TestChangesDiff::tellsThatTheyAreTheSame()
{
    Fixture f;
    f.show({"+x\n", "+x\n"});
    QCOMPARE(f.text(), QStringLiteral("+x"));
    QVERIFY(f.summary().contains(QLatin1String("same")));
}

void TestChangesDiff::choosesAmongSeveral()
{
    Fixture f;
    f.show({"+x\n", "+x\n", "+z\n"});
    auto *second = f.view->findChild<QComboBox *>(QStringLiteral("changesSecond"));
    QCOMPARE(second->currentIndex(), 2); // the first one that differs
    QCOMPARE(f.text(), QStringLiteral("- +x\n+ +z"));
    second->setCurrentIndex(1);
    f.settle();
    QTRY_COMPARE(f.text(), QStringLiteral("+x"));
}

void TestChangesDiff::hidesWhereThereAreNone()
{
    Fixture f;
    f.show({QByteArray(), QByteArray()});
    QVERIFY(f.view->isHidden());
}

void TestChangesDiff::pictures_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("light") << static_cast<int>(Theme::Mode::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark);
}

void TestChangesDiff::pictures()
{
    QFETCH(int, mode);
    Theme theme;
    theme.setMode(static_cast<Theme::Mode>(mode));
    FakeShell shell;
    EnvironmentDiff view(shell);
    view.setRuns({madeWith(shell.bench.store(), QStringLiteral("brave-otter"),
                           "diff --git a/train.py b/train.py\n--- a/train.py\n+++ b/train.py\n@@ -3,4 +3,4 @@\n"
                           " seed = 7\n-depth = 3\n+depth = 6\n fit(seed, depth)\n"),
                  madeWith(shell.bench.store(), QStringLiteral("calm-heron"),
                           "diff --git a/train.py b/train.py\n--- a/train.py\n+++ b/train.py\n@@ -3,4 +3,5 @@\n"
                           " seed = 7\n-depth = 3\n+depth = 8\n+rate = 0.1\n fit(seed, depth)\n")});
    view.resize(1000, 640);
    view.show();
    QTRY_VERIFY(shell.registry.running().empty());
    grabPage(view, (std::string("changes-") + QTest::currentDataTag()).c_str());
    QVERIFY(view.findChild<ChangesDiff *>()->isVisible());
}

QTEST_MAIN(TestChangesDiff)
#include "tst_changesdiff.moc"
