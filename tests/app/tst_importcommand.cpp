// SPDX-License-Identifier: GPL-3.0-or-later
// `assay import` as a person or a script runs it.
#include "programrun.h"

#include <QJsonArray>
#include <QtTest>

namespace {

QString sample(const char *name)
{
    return QStringLiteral(ASSAY_SOURCE_DIR "/../shared/formats/samples/") + QLatin1String(name);
}

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestImportCommand : public QObject
{
    Q_OBJECT

private slots:
    void dryRunThenTwice();
    void people();
    void problemsWithTheirPlaces();
    void dryRunMakesNoStore();
    void follow();
    void followARunThatComesLater();
    void experimentsByNumber();
    void mistakes_data();
    void mistakes();
};

void TestImportCommand::dryRunThenTwice()
{
    const QString path = sample("mlflow-2.22.1-sqlite/mlflow.db");
    if (!QFile::exists(path))
        QSKIP("the samples are not here");
    const Sandbox box;
    const Ran dry = box.run({S("import"), path, S("--dry-run"), S("--json")});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.object().value(QLatin1String("format")).toString(), S("mlflow-db"));
    QCOMPARE(dry.object().value(QLatin1String("dry_run")).toBool(), true);
    QCOMPARE(dry.object().value(QLatin1String("runs")).toArray().size(), 9);
    QCOMPARE(dry.object().value(QLatin1String("points")).toInt(), 10'010);
    QCOMPARE(dry.object().value(QLatin1String("added")).toInt(), 0);
    QCOMPARE(box.run({S("runs"), S("--json")}).object().value(QLatin1String("total")).toInt(), 0);
    const Ran first = box.run({S("import"), path, S("--json"), S("--experiment"), S("taken over")});
    QCOMPARE(first.object().value(QLatin1String("added")).toInt(), 9);
    QCOMPARE(first.object().value(QLatin1String("model_versions")).toInt(), 2);
    // One of the nine is deleted at its source.
    QCOMPARE(box.run({S("runs"), S("--json"), S("--experiment"), S("taken over")})
                 .object()
                 .value(QLatin1String("total"))
                 .toInt(),
             8);
    const Ran again = box.run({S("import"), path, S("--json")});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.object().value(QLatin1String("added")).toInt(), 0);
    QCOMPARE(again.object().value(QLatin1String("known")).toInt(), 9);
}

void TestImportCommand::people()
{
    const QString path = sample("mlflow-2.22.1-file-mlruns");
    if (!QFile::exists(path))
        QSKIP("the samples are not here");
    const Sandbox box;
    const Ran dry = box.run({S("import"), path, S("--dry-run")});
    QCOMPARE(dry.code, 0);
    QVERIFY(dry.out.contains("9 runs, 10,010 points, 17 files"));
    QVERIFY(dry.out.contains("1 registered model with 2 versions"));
    QVERIFY(dry.out.contains("one-by-one"));
    QVERIFY(dry.out.contains("Nothing was written."));
    QVERIFY(box.run({S("import"), path}).out.contains("9 new, 0 grown or changed, 0 known already."));
    QVERIFY(box.run({S("import"), path}).out.contains("0 new, 0 grown or changed, 9 known already."));
}

void TestImportCommand::problemsWithTheirPlaces()
{
    const Sandbox box;
    const QString run = S("mlruns/1/") + QString(32, u'a');
    QVERIFY(QDir(box.path()).mkpath(run + S("/metrics")));
    box.write(S("mlruns/1/meta.yaml"), "experiment_id: '1'\nname: x\n");
    box.write(run + S("/meta.yaml"), "run_id: " + QByteArray(32, 'a') + "\nstatus: 3\nstart_time: 1700000000000\n");
    box.write(run + S("/metrics/m"), "1 0.5 0\nbroken\n2 0.25 1\n");
    const Ran text = box.run({S("import"), S("mlruns")});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains("metrics/m, byte 8: "));
    QVERIFY(text.out.contains("1 run, 2 points"));
    const QJsonArray problems =
        box.run({S("import"), S("mlruns"), S("--json")}).object().value(QLatin1String("problems")).toArray();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].toObject().value(QLatin1String("offset")).toInt(), 8);
    QCOMPARE(problems[0].toObject().value(QLatin1String("fatal")).toBool(), false);
}

void TestImportCommand::dryRunMakesNoStore()
{
    const Sandbox box;
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    const Ran dry = box.run({S("import"), S("train.csv"), S("--dry-run"), S("--json")});
    QCOMPARE(dry.code, 0);
    QCOMPARE(dry.object().value(QLatin1String("points")).toInt(), 1);
    QVERIFY(!QFile::exists(box.store()));
}

/// What comes while a file is followed, and what goes wrong with it, is said at once; and each error once.
void TestImportCommand::follow()
{
    const Sandbox box;
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    QProcess following;
    box.prepare(following);
    following.start(QStringLiteral(ASSAY_PROGRAM),
                    {S("import"), S("train.csv"), S("--format"), S("csv-log"), S("--follow"), S("--json")});
    QVERIFY(following.waitForStarted());
    QByteArray said;
    const auto waitFor = [&](const QByteArray &text, int times = 1) {
        while (said.count(text) < times && following.waitForReadyRead(30'000))
            said += following.readAllStandardError();
        return said.count(text) == times;
    };
    const auto runs = [&] { return box.run({S("runs"), S("--json")}).object().value(QLatin1String("total")).toInt(); };
    following.setReadChannel(QProcess::StandardError);
    QTRY_COMPARE_WITH_TIMEOUT(runs(), 1, 30'000);
    box.write(S("train.csv"), "step,loss\n1,0.5\n2,0.25\n");
    QVERIFY2(waitFor("New runs: 0; grown: 1."), said);
    box.write(S("train.csv"), "Dear Ada,\nthe model is fine.\n");
    QVERIFY2(waitFor("This is no training log"), said);
    box.write(S("train.csv"), "step,loss\n1,0.5\n2,0.25\n3,0.125\n");
    QVERIFY2(waitFor("New runs: 0; grown: 1.", 2), said);
    following.terminate();
    QVERIFY(following.waitForFinished(30'000));
    said += following.readAllStandardError();
    QCOMPARE(following.exitCode(), 0);
    QCOMPARE(said.count("This is no training log"), 1);
    QCOMPARE(runs(), 1);
}

/// What is asked for by name need not be there yet when a folder is followed.
void TestImportCommand::followARunThatComesLater()
{
    const Sandbox box;
    QVERIFY(QDir(box.path()).mkpath(S("logs")));
    box.write(S("logs/a.csv"), "step,loss\n1,0.5\n");
    box.write(S("logs/b.csv"), "step,loss\n1,0.5\n");
    QString wanted;
    for (const QJsonValue &run :
         box.run({S("import"), S("logs"), S("--format"), S("csv-log"), S("--dry-run"), S("--json")})
             .object()
             .value(QLatin1String("runs"))
             .toArray())
        if (const QString source = run[QLatin1String("source")].toString(); source.endsWith(S("b.csv")))
            wanted = source;
    QVERIFY(!wanted.isEmpty() && QFile::remove(box.path(S("logs/b.csv"))));
    const QStringList asked = {S("import"), S("logs"), S("--format"), S("csv-log"), S("--run"), wanted, S("--json")};
    QCOMPARE(box.run(asked).code, 4);
    QProcess following;
    box.prepare(following);
    following.start(QStringLiteral(ASSAY_PROGRAM), asked + QStringList(S("--follow")));
    QVERIFY(following.waitForStarted());
    const auto runs = [&] { return box.run({S("runs"), S("--json")}).object().value(QLatin1String("total")).toInt(); };
    QVERIFY(!following.waitForFinished(1500));
    QCOMPARE(runs(), 0);
    box.write(S("logs/b.csv"), "step,loss\n1,0.5\n");
    QTRY_COMPARE_WITH_TIMEOUT(runs(), 1, 30'000);
    following.terminate();
    QVERIFY(following.waitForFinished(30'000));
    QCOMPARE(following.exitCode(), 0);
}

/// An experiment is found by its number wherever it is by its name.
void TestImportCommand::experimentsByNumber()
{
    const Sandbox box;
    box.write(S("train.csv"), "step,loss\n1,0.5\n");
    QCOMPARE(box.run({S("import"), S("train.csv"), S("--experiment"), S("trial")}).code, 0);
    QCOMPARE(box.run({S("experiment"), S("create"), S("empty")}).code, 0);
    int checked = 0;
    for (const QJsonValue &one :
         box.run({S("experiment"), S("list"), S("--json")}).object().value(QLatin1String("experiments")).toArray()) {
        const QString number = u'#' + QString::number(one[QLatin1String("id")].toInt());
        const Ran ran = box.run({S("runs"), S("--experiment"), number, S("--json")});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.object().value(QLatin1String("total")).toInt(),
                 one[QLatin1String("name")].toString() == u"trial" ? 1 : 0);
        ++checked;
    }
    QVERIFY(checked >= 2);
    QCOMPARE(box.run({S("runs"), S("--experiment"), S("#99")}).code, 4);
}

void TestImportCommand::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such path") << QStringList{S("nowhere")} << 3 << S("unreadable_file");
    QTest::newRow("nothing in it") << QStringList{S(".")} << 3 << S("nothing_to_import");
    QTest::newRow("unknown format") << QStringList{S("."), S("--format"), S("excel")} << 2 << S("unknown_format");
    QTest::newRow("not that format") << QStringList{S("."), S("--format"), S("mlruns")} << 3 << S("nothing_to_import");
    QTest::newRow("no such run") << QStringList{S("log.csv"), S("--run"), S("other")} << 4 << S("unknown_run");
    QTest::newRow("no such folder") << QStringList{S("."), S("--artifacts"), S("nowhere")} << 3 << S("unreadable_file");
}

void TestImportCommand::mistakes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFETCH(QString, code);
    const Sandbox box;
    QVERIFY(QDir(box.path()).mkpath(S("empty")));
    if (arguments.contains(S("log.csv"))) // elsewhere it would be something to import
        box.write(S("log.csv"), "step,loss\n1,0.5\n");
    const Ran ran = box.run(QStringList{S("import")} + arguments + QStringList{S("--json")});
    QVERIFY(!ran.crashed);
    QCOMPARE(ran.code, exit);
    QCOMPARE(ran.error().value(QLatin1String("code")).toString(), code);
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
