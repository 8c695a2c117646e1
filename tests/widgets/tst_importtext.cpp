// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importtext.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace assay::ui;

namespace {

/// Puts what it translates into brackets.
class Elsewhere : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QLatin1String(context) == QLatin1String("ImportProblems")
                   ? QStringLiteral("[") + QString::fromUtf8(source) + QStringLiteral("]")
                   : QString();
    }
    bool isEmpty() const override { return false; }
};

/// The sentences written in @p source as `QStringLiteral("…" "…")`.
QStringList sentencesOf(const QString &source)
{
    static const QRegularExpression literal(QStringLiteral(R"re(QStringLiteral\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\))re"));
    static const QRegularExpression part(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    // A sentence that a person reads begins with a capital or a value, and ends with a full stop.
    static const QRegularExpression sentence(QStringLiteral("^[A-Z%].* .*(\\.|: %\\d)$"));
    QStringList found;
    for (auto it = literal.globalMatch(source); it.hasNext();) {
        QString text;
        const QString parts = it.next().captured(1);
        for (auto each = part.globalMatch(parts); each.hasNext();)
            text += each.next().captured(1);
        if (sentence.match(text).hasMatch())
            found << text;
    }
    return found;
}

} // namespace

class TestImportText : public QObject
{
    Q_OBJECT
private slots:
    void putsValuesIntoTheTranslation();
    void leavesOthersAlone();
    void knowsWhatImportersSay();
};

void TestImportText::putsValuesIntoTheTranslation()
{
    Elsewhere translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(importProblemText(QStringLiteral("The row has 3 cells where there are 7 columns: it is left out.")),
             QStringLiteral("[The row has 3 cells where there are 7 columns: it is left out.]"));
    QCOMPARE(importProblemText(QStringLiteral("The cell of column `%1 (a.b)*` is no number: it is left out.")),
             QStringLiteral("[The cell of column `%1 (a.b)*` is no number: it is left out.]"));
    QCOMPARE(importProblemText(QStringLiteral("The alias %2 of the model a is left out: its version 4 is not here.")),
             QStringLiteral("[The alias %2 of the model a is left out: its version 4 is not here.]"));
    QCOMPARE(importProblemText(QStringLiteral("The file cannot be read.")),
             QStringLiteral("[The file cannot be read.]"));
}

void TestImportText::leavesOthersAlone()
{
    Elsewhere translator;
    QCoreApplication::installTranslator(&translator);
    for (const char *text : {"", "The file cannot be read", "Something else.", "x The file cannot be read."})
        QCOMPARE(importProblemText(QLatin1String(text)), QLatin1String(text));
}

void TestImportText::knowsWhatImportersSay()
{
    Elsewhere translator;
    QCoreApplication::installTranslator(&translator);
    const QDir folder(QStringLiteral(ASSAY_SOURCE_DIR "/tracking/importers"));
    int seen = 0;
    for (const QString &name : folder.entryList({QStringLiteral("*.cpp")})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString &sentence : sentencesOf(QString::fromUtf8(file.readAll()))) {
            ++seen;
            QVERIFY2(importProblemText(sentence).startsWith(u'['), qPrintable(name + u' ' + sentence));
        }
    }
    QVERIFY2(seen >= 25, qPrintable(QString::number(seen)));
}

QTEST_GUILESS_MAIN(TestImportText)
#include "tst_importtext.moc"
