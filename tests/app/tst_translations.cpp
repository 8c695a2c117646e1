// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/resources.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

/// Every sentence of the program in every language, as the sources say it now.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void isComplete_data();
    void isComplete();
    void speaksGerman();
};

void TestTranslations::isComplete_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("de") << QStringList{};
    QTest::newRow("en") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::isComplete()
{
    QFETCH(QStringList, options);
    const QString name = QStringLiteral("assay_%1.ts").arg(QLatin1String(QTest::currentDataTag()));
    const QDir source(QStringLiteral(ASSAY_SOURCE_DIR));
    QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(source.filePath(QStringLiteral("translations/") + name), copy));
    QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);

    QProcess lupdate;
    lupdate.setWorkingDirectory(source.path());
    lupdate.start(QStringLiteral(ASSAY_LUPDATE),
                  QStringList{QStringLiteral("app"), QStringLiteral("widgets"), QStringLiteral("-I"),
                              QStringLiteral("."), QStringLiteral("-silent"), QStringLiteral("-no-obsolete"),
                              QStringLiteral("-locations"), QStringLiteral("none")} +
                      options + QStringList{QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);

    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QStringList unfinished;
    QString sentence;
    int count = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source")) {
            sentence = xml.readElementText();
            ++count;
        } else if (xml.name() == QLatin1String("translation") &&
                   xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished")) {
            unfinished << sentence;
        }
    }
    QVERIFY(count > 10);
    QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(QLatin1Char('\n'))));
}

void TestTranslations::speaksGerman()
{
    assay::ui::installTranslations(QLocale(QLocale::German));
    QCOMPARE(QCoreApplication::translate("assay::app::Workbench", "These runs used different seeds."),
             QStringLiteral("Diese Läufe verwendeten unterschiedliche Startwerte."));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
