// SPDX-License-Identifier: GPL-3.0-or-later
// Finding runs on the command line, telling them apart, and taking them away and back.
#include "tests/app/programrun.h"
#include "tests/need.h"
#include "tracking/runstore.h"

#include <QJsonArray>
#include <QtTest>

using namespace assay;
using namespace assay::tracking;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestRunsCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theModelIsFoundAmongTheParameters();
    void columnsAreOneList();
    void groupsLeaveFoldsOut();
    void misspeltKeysAreTold();
    void unknownOperatorsAreMarked();
    void longQueriesAreNotRepeated();
    void aLimitOfNoneIsNoEmptyStore();
    void restoreAndPurgeLookAmongTheDeleted();
    void sameNamesAreAmbiguous();
    void foldsThatComeAlongAreTold();
    void importedRunsHaveNoEmptyParts();
    void parametersDifferInFull();
    void theCommandThatWasMeantIsNamed();
    void theRecordedCommandNamesAndTags();

private:
    Ran run(const char *line) { return m_box->shell(text("\"$ASSAY\" ") + text(line)); }
    Ran run(const QString &line) { return m_box->shell(text("\"$ASSAY\" ") + line); }
    QJsonObject json(const QString &line)
    {
        const Ran ran = run(line + text(" --json"));
        if (ran.code != 0 || ran.crashed)
            qFatal("%s: %s", qPrintable(line), ran.err.constData());
        return ran.object();
    }
    QString names(const char *query)
    {
        QStringList all;
        for (const QJsonValue &one :
             json(text("runs --sort name --ascending ") + text(query)).value(text("runs")).toArray())
            all << one[text("name")].toString();
        return all.join(QLatin1Char(' '));
    }
    std::unique_ptr<RunStore> store() { return need(RunStore::open(m_box->store())); }
    RunId make(RunStore &store, const char *name, const char *model, Params params, double auc, RunId parent = {})
    {
        const RunId id = need(
            store.begin({.name = text(name), .parent = parent, .model = text(model), .params = std::move(params)}));
        if (!store.logMetric(id, text("roc_auc"), auc, 0) || !store.end(id, RunStatus::Finished))
            qFatal("a run cannot be written");
        return id;
    }

    std::unique_ptr<Sandbox> m_box;
    RunId m_trees, m_linear, m_imported;
};

void TestRunsCommand::init()
{
    m_box = std::make_unique<Sandbox>();
    const auto own = store();
    m_trees = make(*own, "trees", "xgboost", {{"bins", std::int64_t(64)}, {"reg", 1e-05}}, 0.8);
    for (const char *fold : {"fold 1", "fold 2"})
        make(*own, fold, "xgboost", {{"bins", std::int64_t(64)}}, 0.95, m_trees);
    m_linear = make(*own, "linear", "logistic", {{"bins", std::int64_t(32)}, {"reg", 1e-08}}, 0.7);
    m_imported = make(*own, "imported", "", {{"model", std::string("bert")}}, 0.6);
}

void TestRunsCommand::theModelIsFoundAmongTheParameters()
{
    QCOMPARE(names("'params.model = \"xgboost\"' --top-level"), text("trees"));
    QCOMPARE(names("'params.model != \"xgboost\"'"), text("imported linear"));
    QCOMPARE(names("'params.model in (\"bert\", \"logistic\")'"), text("imported linear"));
    const Ran table = run("runs --top-level --sort params.model --ascending --columns params.model");
    QVERIFY2(table.out.indexOf("bert") > 0 && table.out.indexOf("bert") < table.out.indexOf("logistic") &&
                 table.out.indexOf("logistic") < table.out.indexOf("xgboost"),
             table.out.constData());
    const auto groups = json(text("runs --group-by params.model")).value(text("groups")).toArray();
    QCOMPARE(groups.size(), 3);
    QVERIFY(run("runs 'params.model = \"xgboost\"' --sort params.model").err.isEmpty()); // it is no misspelt key
}

void TestRunsCommand::columnsAreOneList()
{
    const Ran table = run("runs linear --columns name,params.reg,params.bins");
    QCOMPARE(table.code, 0);
    const QList<QByteArray> lines = table.out.split('\n');
    QCOMPARE(lines[0].count("name"), 1);
    QVERIFY2(lines[0].contains("params.reg") && lines[0].contains("params.bins"), lines[0].constData());
    QVERIFY2(table.out.contains("1e-08"), table.out.constData());
    QCOMPARE(run("runs linear --columns params.reg --columns params.bins").out.split('\n')[0],
             run("runs linear --columns params.reg,params.bins").out.split('\n')[0]);
    QCOMPARE(run("runs linear --columns name").out.split('\n')[0].simplified(), QByteArray("run name"));
    const QByteArray help = run("runs --help").out;
    QVERIFY2(help.contains("--columns KEY[,KEY") && !help.contains("KEYS ..."), help.constData());
}

/// What stands below a run is no run beside it, unless it is asked for.
void TestRunsCommand::groupsLeaveFoldsOut()
{
    const auto group = [&](const char *options, const char *value) {
        const QJsonObject told = json(text("runs --group-by params.bins --metrics roc_auc ") + text(options));
        for (const QJsonValue &one : told.value(text("groups")).toArray())
            if (one[text("value")].toString() == text(value))
                return one.toObject();
        return QJsonObject();
    };
    const auto best = [](const QJsonObject &told) {
        return told[text("metrics")][text("roc_auc")][text("max")].toDouble();
    };
    QCOMPARE(group("", "64")[text("runs")].toInt(), 1);
    QCOMPARE(best(group("", "64")), 0.8);
    QCOMPARE(group("", "64"), group("--top-level", "64"));
    QCOMPARE(group("--nested", "64")[text("runs")].toInt(), 3);
    QCOMPARE(best(group("--nested", "64")), 0.95);
    // Folds that were asked for without their run are what there is.
    QCOMPARE(group("fold", "64")[text("runs")].toInt(), 2);
    QVERIFY(run("runs --group-by params.bins").out.contains("2 runs under others left out"));
    QCOMPARE(json(text("runs --group-by params.bins")).value(text("left_out")).toInt(), 2);
    QVERIFY(!run("runs --group-by params.bins --nested").out.contains("left out"));
    QVERIFY(run("runs --help").out.contains("--nested"));
}

void TestRunsCommand::misspeltKeysAreTold()
{
    const Ran ran = run("runs 'metrics.rocauc > 0.5' --json");
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.object().value(text("runs")).toArray().isEmpty());
    QCOMPARE(ran.err, QByteArray("assay: There is no metric rocauc; did you mean roc_auc?\n"));
    const Ran others = run("runs --sort metrics.rocauc --columns params.binz,tags.owner,status");
    QVERIFY2(others.err.contains("parameter binz; did you mean bins?") && others.err.contains("tag owner.") &&
                 others.err.contains("metric rocauc"),
             others.err.constData());
    QVERIFY(run("runs 'metrics.roc_auc > 0.5' --sort metrics.roc_auc.max --columns params.bins").err.isEmpty());
}

void TestRunsCommand::unknownOperatorsAreMarked()
{
    const Ran ran = run("runs 'name contains \"x\"'");
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains("`like`") && ran.err.contains("\n       ^^^^^^^^\n"), ran.err.constData());
    // What a query makes of missing parameters is said where queries are explained.
    QVERIFY(run("runs --help").out.contains("not params.C = 5"));
}

void TestRunsCommand::longQueriesAreNotRepeated()
{
    const QString filler = text("name = x or ").repeated(30), more = text("x").repeated(50'000);
    for (const QString &query : {filler + text("name contains \"x\" ") + filler, more, text("metrics.a > ") + more}) {
        const Ran ran = run(text("runs '") + query + text("'"));
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.size() < 1'000, ran.err.constData());
    }
    const Ran marked = run(text("runs '") + filler + text("name contains \"x\" ") + filler + text("'"));
    const QList<QByteArray> lines = marked.err.split('\n');
    const QString line = QString::fromUtf8(lines[1]);
    QCOMPARE(line.mid(lines[2].indexOf('^'), lines[2].count('^')), text("contains"));
    const Ran none = run(text("delete --query '") + text("y").repeated(9'000) + text("'"));
    QCOMPARE(none.code, 4);
    QVERIFY(none.err.size() < 1'000);
}

void TestRunsCommand::aLimitOfNoneIsNoEmptyStore()
{
    const Ran ran = run("runs --limit 0");
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("0 of 5 runs") && !ran.out.contains("No run"), ran.out.constData());
}

void TestRunsCommand::restoreAndPurgeLookAmongTheDeleted()
{
    QCOMPARE(run("delete linear").code, 0);
    RunId live;
    {
        const auto own = store();
        live = make(*own, "linear", "knn", {}, 0.5);
    }
    // The live one of the name does not matter.
    const QString planned = text("purge linear --dry-run");
    QCOMPARE(json(planned).value(text("runs")).toInt(), 1);
    QCOMPARE(json(text("restore linear")).value(text("runs")).toArray(), QJsonArray({m_linear.value}));
    QVERIFY(!need(store()->details(m_linear)).run.deleted);
    // Now none is deleted, and both commands say so.
    for (const QString &line : {text("restore linear"), text("purge linear --yes"), text("restore ") + live.value}) {
        const Ran refused = run(line + text(" --json"));
        QVERIFY2(refused.code == 5 || refused.code == 4, refused.err.constData());
        QVERIFY2(refused.error().value(text("code")).toString() == text("run_not_deleted") ||
                     refused.error().value(text("code")).toString() == text("ambiguous_run"),
                 refused.out.constData());
    }
    QCOMPARE(run("restore nobody").code, 4);
    // By the first digits as well.
    QCOMPARE(run(text("delete ") + live.value).code, 0);
    QCOMPARE(run(text("purge --yes ") + live.value.left(8)).code, 0);
    QCOMPARE(run(text("run ") + live.value).code, 4);
    QCOMPARE(need(store()->resolve(text("linear"))), m_linear);
}

void TestRunsCommand::sameNamesAreAmbiguous()
{
    RunId other;
    {
        const auto own = store();
        other = make(*own, "linear", "knn", {}, 0.5);
    }
    QCOMPARE(run(text("delete ") + m_linear.value + QLatin1Char(' ') + other.value).code, 0);
    for (const char *line : {"restore linear", "purge linear --yes"}) {
        const Ran refused = run(line);
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.err.contains("means 2 runs") && refused.err.contains(other.value.left(8).toUtf8()),
                 refused.err.constData());
    }
    QCOMPARE(run(text("restore ") + other.value.left(8)).code, 0);
    QCOMPARE(json(text("restore linear")).value(text("runs")).toArray(), QJsonArray({m_linear.value}));
}

void TestRunsCommand::foldsThatComeAlongAreTold()
{
    const Ran deleted = run("delete trees");
    QVERIFY2(deleted.out.endsWith(" is deleted, with 2 runs under it.\n"), deleted.out.constData());
    QCOMPARE(json(text("restore trees")).value(text("below")).toInt(), 2);
    QVERIFY(run("delete linear").out.endsWith(" is deleted.\n"));
    // Those that are named do not come along.
    const Ran several = run("delete trees 'fold 1'");
    QVERIFY2(several.out.endsWith(" are deleted, with 1 run under them.\n"), several.out.constData());
}

void TestRunsCommand::importedRunsHaveNoEmptyParts()
{
    const Ran ran = run("run imported");
    QVERIFY2(ran.out.contains("\nimported, experiment Default, finished\n"), ran.out.constData());
}

void TestRunsCommand::parametersDifferInFull()
{
    const QByteArray told = run("diff trees linear").out;
    QVERIFY2(told.contains("1e-05") && told.contains("1e-08") && !told.contains("0.0000"), told.constData());
    QVERIFY2(told.contains("0.8000"), told.constData()); // what was measured is rounded
}

void TestRunsCommand::theCommandThatWasMeantIsNamed()
{
    QVERIFY(run("models registry delete X 1").err.contains("`assay models registry delete --help`"));
}

void TestRunsCommand::theRecordedCommandNamesAndTags()
{
    QByteArray csv = "x,y\n";
    for (int i = 0; i < 60; ++i)
        csv += QByteArray::number(i) + (i % 3 ? ",a\n" : ",b\n");
    m_box->write(text("d.csv"), csv);
    QCOMPARE(run("train d.csv --target y --model baseline --name 'my run' --tag owner=ada --tag 'why=a b'").code, 0);
    const auto details = json(text("run 'my run'"));
    const QString command = details[text("provenance")][text("command_line")].toString();
    QVERIFY2(command.contains(text("--name 'my run' --tag owner=ada --tag 'why=a b'")), qPrintable(command));
    // It does it again.
    const Ran again = run("rerun 'my run' --json");
    QVERIFY2(again.code == 0, again.err.constData());
    QCOMPARE(run(command.section(QLatin1Char(' '), 1)).code, 0);
    QCOMPARE(run("run 'my run'").code, 4); // two of them now
}

QTEST_GUILESS_MAIN(TestRunsCommand)
#include "tst_runscommand.moc"
