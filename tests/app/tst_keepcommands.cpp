// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/need.h"
#include "tracking/keeping.h"
#include "tracking/runstore.h"

#include <QJsonArray>
#include <QtTest>

using namespace assay;
using namespace assay::tracking;

namespace {

} // namespace

class TestKeepCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tagsAndNotesSeveral();
    void archivesByQuery();
    void movesRuns();
    void keepsExperiments();
    void addsAndGetsArtifacts();
    void replacesAndRemovesOnlyWhenToldTo();
    void refusalsNameWhatAllowsThem();
    void getNeverLeavesTheFolder();
    void catWritesBytes();
    void purgesOnlyWhenToldTo();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    Ran run(const QString &line) { return m_box->shell(QStringLiteral("\"$ASSAY\" ") + line); }
    /// The document of a command that must succeed.
    QJsonObject json(const QString &line)
    {
        const Ran ran = run(line + QStringLiteral(" --json"));
        if (ran.code != 0 || ran.crashed)
            qFatal("%s: %s", qPrintable(line), ran.err.constData());
        return ran.object();
    }
    std::unique_ptr<RunStore> store() { return need(RunStore::open(m_box->store())); }
    Run details(const RunId &id) { return need(store()->details(id)).run; }

    std::unique_ptr<Sandbox> m_box;
    RunId m_first, m_second;
};

void TestKeepCommands::init()
{
    m_box = std::make_unique<Sandbox>();
    const auto own = store();
    m_first = need(own->begin({.experiment = QStringLiteral("Prices"), .name = QStringLiteral("first")}));
    m_second = need(own->begin({.experiment = QStringLiteral("Prices"), .name = QStringLiteral("second")}));
    for (const RunId &id : {m_first, m_second})
        if (!own->end(id, RunStatus::Finished))
            qFatal("a run cannot be ended");
}

void TestKeepCommands::tagsAndNotesSeveral()
{
    QCOMPARE(json(QStringLiteral("tag first second owner=ada stage=old")).value(QLatin1String("runs")).toArray().size(),
             2);
    QCOMPARE(details(m_second).tags.at(QStringLiteral("owner")), QStringLiteral("ada"));
    json(QStringLiteral("tag --query 'tags.owner = \"ada\"' stage=new --remove owner"));
    QCOMPARE(details(m_first).tags.at(QStringLiteral("stage")), QStringLiteral("new"));
    QVERIFY(!details(m_first).tags.contains(QStringLiteral("owner")));
    json(QStringLiteral("note first second 'of both'"));
    QCOMPARE(details(m_second).note, QStringLiteral("of both"));
    json(QStringLiteral("note --query first ''"));
    QCOMPARE(details(m_first).note, QString());
    QCOMPARE(run(QStringLiteral("favourite first second")).code, 0);
    QCOMPARE(run(QStringLiteral("favourite second --off")).code, 0);
    QVERIFY(details(m_first).favourite && !details(m_second).favourite);
}

void TestKeepCommands::archivesByQuery()
{
    json(QStringLiteral("archive --query first"));
    QVERIFY(details(m_first).archived && !details(m_second).archived);
    json(QStringLiteral("unarchive --query first"));
    QVERIFY(!details(m_first).archived);
    json(QStringLiteral("delete --query first"));
    QVERIFY(details(m_first).deleted && !details(m_second).deleted);
    json(QStringLiteral("restore --query first"));
    QVERIFY(!details(m_first).deleted);
    QCOMPARE(run(QStringLiteral("archive --query none-such")).code, 4);
}

void TestKeepCommands::movesRuns()
{
    json(QStringLiteral("move first second --experiment 'New place'"));
    QCOMPARE(details(m_first).experiment, QStringLiteral("New place"));
    json(QStringLiteral("move second --parent first"));
    QCOMPARE(details(m_second).parent, m_first);
    QCOMPARE(run(QStringLiteral("move first --parent second")).code, 5);
    json(QStringLiteral("move second --parent none"));
    QVERIFY(details(m_second).parent.isNull());
}

void TestKeepCommands::keepsExperiments()
{
    const auto names = [&](const char *options = "") {
        QStringList all;
        const auto list = json(QStringLiteral("experiment list ") + QLatin1String(options));
        for (const QJsonValue &one : list.value(QLatin1String("experiments")).toArray())
            all << one[QLatin1String("name")].toString();
        return all.join(u',');
    };
    QCOMPARE(names(), QStringLiteral("Prices"));
    json(QStringLiteral("experiment rename Prices Costs"));
    json(QStringLiteral("experiment note Costs '# Why'"));
    json(QStringLiteral("experiment tag Costs owner=ada"));
    const auto told = json(QStringLiteral("experiment delete Costs")).value(QLatin1String("experiment")).toObject();
    QCOMPARE(told.value(QLatin1String("note")).toString(), QStringLiteral("# Why"));
    QCOMPARE(told.value(QLatin1String("tags"))[QLatin1String("owner")].toString(), QStringLiteral("ada"));
    QVERIFY(told.value(QLatin1String("deleted")).toBool());
    QCOMPARE(names(), QString());
    QCOMPARE(names("--deleted"), QStringLiteral("Costs"));
    json(QStringLiteral("experiment create Costs"));
    QCOMPARE(run(QStringLiteral("experiment create Costs")).code, 5);
    const Ran restored = run(QStringLiteral("experiment restore Costs"));
    QVERIFY2(restored.out.contains("Costs (restored)"), restored.out.constData());
    QCOMPARE(names(), QStringLiteral("Costs,Costs (restored)"));
    QVERIFY(!details(m_first).deleted);
    QCOMPARE(run(QStringLiteral("experiment delete Nowhere")).code, 4);
    QCOMPARE(run(QStringLiteral("experiment")).code, 2);
    QVERIFY(run(QStringLiteral("experiment rename --help")).out.contains("NEW"));
}

void TestKeepCommands::addsAndGetsArtifacts()
{
    m_box->write(QStringLiteral("report.txt"), "words");
    QVERIFY(QDir(m_box->path()).mkpath(QStringLiteral("plots/deep")));
    m_box->write(QStringLiteral("plots/deep/roc.png"), "png");
    m_box->write(QStringLiteral("plots/b.csv"), "a,b\n");
    const auto added = json(QStringLiteral("artifact add first report.txt plots"));
    QCOMPARE(added.value(QLatin1String("artifacts")).toArray().size(), 3);
    json(QStringLiteral("artifact add first plots --name figures --kind image"));
    QCOMPARE(json(QStringLiteral("artifact list first")).value(QLatin1String("artifacts")).toArray().size(), 5);
    const auto got = json(QStringLiteral("artifact get first plots report.txt --to out"));
    QCOMPARE(got.value(QLatin1String("files")).toArray().size(), 3);
    QVERIFY(QFileInfo::exists(m_box->path(QStringLiteral("out/plots/deep/roc.png"))));
    QCOMPARE(run(QStringLiteral("artifact get first --to out")).code, 5); // some of it is there
    json(QStringLiteral("artifact get first --to out --overwrite"));
    QVERIFY(QFileInfo::exists(m_box->path(QStringLiteral("out/figures/b.csv"))));
    QCOMPARE(run(QStringLiteral("artifact get first nothing --to out")).code, 4);
    QCOMPARE(run(QStringLiteral("artifact add first none.txt")).code, 3);
    QCOMPARE(run(QStringLiteral("artifact add first report.txt --name ../up")).code, 3);
    QVERIFY(run(QStringLiteral("artifact list first")).out.contains("figures/deep/roc.png"));
}

void TestKeepCommands::replacesAndRemovesOnlyWhenToldTo()
{
    m_box->write(QStringLiteral("one.txt"), "one");
    m_box->write(QStringLiteral("two.txt"), "two");
    json(QStringLiteral("artifact add first one.txt --name model.json"));
    const Ran refused = run(QStringLiteral("artifact add first two.txt --name model.json"));
    QCOMPARE(refused.code, 5);
    QVERIFY2(refused.err.contains("training") && refused.err.contains("say with --replace that it may be replaced"),
             refused.err.constData());
    QCOMPARE(run(QStringLiteral("artifact cat first model.json")).out, QByteArray("one"));
    json(QStringLiteral("artifact add first two.txt --name model.json --replace"));
    QCOMPARE(run(QStringLiteral("artifact cat first model.json")).out, QByteArray("two"));
    // What cannot be read as a model says which file that is.
    m_box->write(QStringLiteral("data.csv"), "a,b\n1,2\n3,4\n");
    const Ran broken = run(QStringLiteral("explain first data.csv"));
    QVERIFY(broken.code != 0);
    QVERIFY2(broken.err.contains("The artifact model.json of the run "), broken.err.constData());

    QCOMPARE(run(QStringLiteral("artifact remove first model.json")).code, 5);
    QCOMPARE(run(QStringLiteral("artifact remove first nothing")).code, 4);
    json(QStringLiteral("artifact add first one.txt"));
    const Ran removed = run(QStringLiteral("artifact remove first one.txt model.json --force"));
    QCOMPARE(removed.code, 0);
    QVERIFY(json(QStringLiteral("artifact list first")).value(QLatin1String("artifacts")).toArray().isEmpty());
    // What it says takes it back.
    for (const QByteArray &line : removed.out.split('\n'))
        if (line.startsWith("  assay "))
            QCOMPARE(
                m_box->shell(QString::fromUtf8(line).replace(QStringLiteral("  assay "), QStringLiteral("$ASSAY ")))
                    .code,
                0);
    QCOMPARE(run(QStringLiteral("artifact cat first one.txt")).out, QByteArray("one"));
    QCOMPARE(run(QStringLiteral("artifact cat first model.json")).out, QByteArray("two"));
}

void TestKeepCommands::refusalsNameWhatAllowsThem()
{
    m_box->write(QStringLiteral("one.txt"), "one");
    m_box->write(QStringLiteral("there.db"), "x");
    json(QStringLiteral("artifact add first one.txt"));
    const auto said = [&](const QString &command, const char *text) {
        const Ran ran = run(command);
        if (!ran.err.contains(text))
            qWarning("%s: %s", qPrintable(command), ran.err.constData());
        return ran.code != 0 && ran.err.contains(text);
    };
    QVERIFY(said(QStringLiteral("backup there.db"), "say with --force that it may be replaced"));
    QVERIFY(said(QStringLiteral("artifact get first"), "say with --overwrite that it may be replaced"));
    QVERIFY(said(QStringLiteral("backup runs.db --force"), "runs.db is the store itself; give the name of another"));
    QVERIFY(said(QStringLiteral("backup . --force"), "is a folder"));
    QVERIFY(QDir(m_box->path()).mkpath(QStringLiteral("plots/deep")));
    m_box->write(QStringLiteral("plots/deep/CON"), "x");
    QVERIFY(said(QStringLiteral("artifact add first plots"), "plots/deep/CON: An artifact cannot be called"));
    // Where no file may grow beyond a few blocks, as on a full disk.
    const Ran full = m_box->shell(QStringLiteral("trap '' XFSZ; ulimit -f 20; $ASSAY backup small.db"));
    QCOMPARE(full.code, 5);
    QVERIFY2(full.err.contains("could not be written (its disk is full") && full.err.count("free some space") == 1,
             full.err.constData());
}

void TestKeepCommands::getNeverLeavesTheFolder()
{
    QVERIFY(QDir(m_box->path()).mkpath(QStringLiteral("elsewhere")));
    QVERIFY(QDir(m_box->path()).mkpath(QStringLiteral("out")));
    QVERIFY(QDir(m_box->path()).mkpath(QStringLiteral("plots")));
    m_box->write(QStringLiteral("plots/a"), "a");
    json(QStringLiteral("artifact add first plots"));
    QVERIFY(QFile::link(m_box->path(QStringLiteral("elsewhere")), m_box->path(QStringLiteral("out/plots"))));
    QCOMPARE(run(QStringLiteral("artifact get first --to out --overwrite")).code, 5);
    QVERIFY(QDir(m_box->path(QStringLiteral("elsewhere"))).isEmpty());
}

void TestKeepCommands::catWritesBytes()
{
    const QByteArray bytes = QByteArray("a\0\n\xff", 4).repeated(700'000);
    m_box->write(QStringLiteral("weights.bin"), bytes);
    json(QStringLiteral("artifact add first weights.bin"));
    const Ran ran = run(QStringLiteral("artifact cat first weights.bin"));
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out == bytes);
    QCOMPARE(run(QStringLiteral("artifact cat first weights.bin --json")).code, 2);
    QCOMPARE(run(QStringLiteral("artifact cat first other.bin")).code, 4);
}

void TestKeepCommands::purgesOnlyWhenToldTo()
{
    m_box->write(QStringLiteral("model.bin"), QByteArray(5000, 'm'));
    json(QStringLiteral("artifact add first model.bin"));
    QCOMPARE(run(QStringLiteral("purge first --yes")).code, 5); // not deleted
    json(QStringLiteral("delete first"));
    const auto plan = json(QStringLiteral("purge --deleted --dry-run"));
    QCOMPARE(plan.value(QLatin1String("runs")).toInt(), 1);
    QCOMPARE(plan.value(QLatin1String("file_bytes")).toInt(), 5000);
    const Ran unasked = run(QStringLiteral("purge --deleted"));
    QCOMPARE(unasked.code, 5);
    QVERIFY2(unasked.err.contains("--yes"), unasked.err.constData());
    QCOMPARE(json(QStringLiteral("purge --deleted --older-than 1h --yes")).value(QLatin1String("runs")).toInt(), 0);
    QVERIFY(details(m_first).deleted);
    const auto purged = json(QStringLiteral("purge first --yes"));
    QCOMPARE(purged.value(QLatin1String("file_bytes")).toInt(), 5000);
    QCOMPARE(run(QStringLiteral("run ") + m_first.value).code, 4);
    QVERIFY(!details(m_second).deleted);
}

void TestKeepCommands::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"tag", "tag first", "note first", "archive", "move first", "purge", "purge first --deleted",
          "purge --deleted --older-than soon", "purge --older-than 3d first", "artifact", "artifact add first",
          "artifact get", "move first --experiment A --parent second"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestKeepCommands::refusesWhatMakesNoSense()
{
    QFETCH(QString, line);
    const Ran ran = run(line);
    QCOMPARE(ran.code, 2);
    QVERIFY(!ran.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestKeepCommands)
#include "tst_keepcommands.moc"
