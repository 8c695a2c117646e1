// SPDX-License-Identifier: GPL-3.0-or-later
// `assay export` as a person types it.
#include "programrun.h"
#include "tracking/runstore.h"

#include <QJsonArray>
#include <QtTest>

using namespace assay::tracking;

class TestExportCommand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void formats_data();
    void formats();
    void byQuery();
    void children();
    void refused_data();
    void refused();
    void unknownKeysAreTold();

private:
    Sandbox m_sandbox;
    QString m_parent, m_child;
};

void TestExportCommand::initTestCase()
{
    auto store = std::move(*RunStore::open(m_sandbox.store()));
    const RunId parent = *store->begin({.name = QStringLiteral("parent")});
    const RunId child = *store->begin({.name = QStringLiteral("child"), .parent = parent});
    for (const RunId &run : {parent, child}) {
        QVERIFY(store->logMetrics(run, QStringLiteral("loss"), {{.step = 1, .time = 1, .value = 0.5}}).has_value());
        QVERIFY(store->addArtifact(run, QStringLiteral("a.txt"), QStringLiteral("text"), "bytes").has_value());
        QVERIFY(store->end(run, RunStatus::Finished).has_value());
    }
    m_parent = parent.value;
    m_child = child.value;
}

void TestExportCommand::formats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("file");
    QTest::newRow("archive") << QStringLiteral("assay") << QStringLiteral("one") << QStringLiteral("one/manifest.json");
    QTest::newRow("zip") << QStringLiteral("assay") << QStringLiteral("one.zip") << QStringLiteral("one.zip");
    QTest::newRow("csv") << QStringLiteral("csv") << QStringLiteral("tables") << QStringLiteral("tables/points.csv");
    QTest::newRow("json") << QStringLiteral("json") << QStringLiteral("docs/deep")
                          << QStringLiteral("docs/deep/runs.json");
}

void TestExportCommand::formats()
{
    QFETCH(QString, format);
    QFETCH(QString, out);
    QFETCH(QString, file);
    const QStringList line = {QStringLiteral("export"),   m_parent.left(8), QStringLiteral("--out"), out,
                              QStringLiteral("--format"), format,           QStringLiteral("--json")};
    const Ran ran = m_sandbox.run(line);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.object().value(QLatin1String("format")).toString(), format);
    QCOMPARE(ran.object().value(QLatin1String("points")).toInt(), 1);
    QVERIFY(ran.object().value(QLatin1String("bytes")).toInt() > 0);
    QVERIFY(QFile::exists(m_sandbox.path(file)));
    // The same again would replace it.
    const Ran again = m_sandbox.run(line);
    QCOMPARE(again.code, 5);
    QCOMPARE(again.error().value(QLatin1String("code")).toString(), QStringLiteral("target_exists"));
}

void TestExportCommand::byQuery()
{
    const Ran ran =
        m_sandbox.run({QStringLiteral("export"), QStringLiteral("--query"), QStringLiteral("metrics.loss < 1"),
                       QStringLiteral("--out"), QStringLiteral("all.zip")});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("2 runs with 2 points and 2 artifacts"), ran.out.constData());
    const Ran none =
        m_sandbox.run({QStringLiteral("export"), QStringLiteral("--query"), QStringLiteral("metrics.loss > 1"),
                       QStringLiteral("--out"), QStringLiteral("none.zip")});
    QCOMPARE(none.code, 4);
    QVERIFY(!QFile::exists(m_sandbox.path(QStringLiteral("none.zip"))));
}

void TestExportCommand::children()
{
    const Ran ran = m_sandbox.run({QStringLiteral("export"), QStringLiteral("parent"), QStringLiteral("--children"),
                                   QStringLiteral("--out"), QStringLiteral("family"), QStringLiteral("--json")});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.object().value(QLatin1String("runs")).toArray().size(), 2);
    QVERIFY(QFile::exists(m_sandbox.path(QStringLiteral("family/runs/%1/run.json").arg(m_child))));
}

void TestExportCommand::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no runs") << QStringList{QStringLiteral("--out"), QStringLiteral("x")} << 2;
    QTest::newRow("no place") << QStringList{QStringLiteral("parent")} << 2;
    QTest::newRow("a place without a name")
        << QStringList{QStringLiteral("parent"), QStringLiteral("--out"), QString()} << 2;
    QTest::newRow("unknown format") << QStringList{QStringLiteral("parent"), QStringLiteral("--out"),
                                                   QStringLiteral("x"), QStringLiteral("--format"),
                                                   QStringLiteral("xml")}
                                    << 2;
    QTest::newRow("unknown run") << QStringList{QStringLiteral("nobody"), QStringLiteral("--out"), QStringLiteral("x")}
                                 << 4;
    QTest::newRow("bad query") << QStringList{QStringLiteral("--query"), QStringLiteral("metrics.loss >"),
                                              QStringLiteral("--out"), QStringLiteral("x")}
                               << 2;
}

void TestExportCommand::refused()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Ran ran = m_sandbox.run(QStringList{QStringLiteral("export")} + arguments);
    QCOMPARE(ran.code, code);
    QVERIFY(ran.err.startsWith("assay: "));
    QVERIFY(!QFile::exists(m_sandbox.path(QStringLiteral("x"))));
}

/// A name that nobody has is told where nothing was found, and the minimum of a metric is none.
void TestExportCommand::unknownKeysAreTold()
{
    const auto listed = [this](const char *query) {
        return m_sandbox.run({QStringLiteral("runs"), QString::fromLatin1(query)}).out;
    };
    const QByteArray out = listed("metrics.nope < 1 and (params.`no such` = 2 or not tags.x = 'y')");
    QVERIFY2(out.contains("none has `metrics.nope`, `params.") && out.contains("and `tags.x`"), out.constData());
    for (const char *query : {"metrics.loss > 1", "metrics.loss.min > 1", "somebody"}) {
        const QByteArray none = listed(query);
        QVERIFY2(none.contains("No run matches.") && !none.contains("none has"), none.constData());
    }
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
