// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/database.h"
#include "tracking/keeping.h"
#include "tracking/purge.h"

using namespace assay;
using namespace assay::tracking;

class TestKeeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void favourites();
    void notesOfManyRuns();
    void tagsOfManyRuns();
    void archivingTakesWhatIsBelow();
    void movesWithWhatIsBelow();
    void movingAChildAloneTakesItOut();
    void movingBackLeavesNoTrace();
    void movingBackAfterOtherChanges();
    void nestsAndRefusesCycles();
    void notesAndTagsOfExperiments();
    void renamesExperiments();
    void aDeletedExperimentsNameIsFree();
    void restoringGivesWayToANewOne();
    void aRestoredRunBringsItsExperiment();
    void findsExperiments();
    void failuresChangeNothing();

private:
    Run run(const RunId &id) { return need((*m_store)->details(id)).run; }
    QString place(const RunId &id)
    {
        const Run found = run(id);
        return found.experiment + (found.parent.isNull() ? QString() : " below " + run(found.parent).name);
    }
    QStringList names(bool deleted = false)
    {
        QStringList all;
        for (const Experiment &one : need(experiments(*m_store->store, deleted)))
            all << QString("%1 %2").arg(one.name).arg(one.runs);
        return all;
    }
    ExperimentId id(const QString &name, bool deleted = false)
    {
        return need(findExperiment(*m_store->store, name, deleted)).id;
    }

    std::unique_ptr<TemporaryStore> m_store;
    RunId m_parent, m_child, m_below, m_other;
};

void TestKeeping::init()
{
    m_store = std::make_unique<TemporaryStore>();
    auto &store = *m_store;
    m_parent = need(store->begin({.experiment = "Prices", .name = "parent"}));
    m_child = need(store->begin({.experiment = "Prices", .name = "child", .parent = m_parent}));
    m_below = need(store->begin({.experiment = "Prices", .name = "below", .parent = m_child}));
    m_other = need(store->begin({.experiment = "Other", .name = "other"}));
}

void TestKeeping::favourites()
{
    RunStore &store = *m_store->store;
    need(setFavourite(store, {m_child, m_other}, true));
    QVERIFY(run(m_child).favourite && run(m_other).favourite && !run(m_parent).favourite);
    need(setFavourite(store, {m_other}, false));
    QVERIFY(run(m_child).favourite && !run(m_other).favourite);
}

void TestKeeping::notesOfManyRuns()
{
    RunStore &store = *m_store->store;
    need(store.setNote(m_child, "its own"));
    const qint64 version = store.dataVersion();
    const auto before = need(setNotes(store, {{m_parent, "new"}, {m_child, "new"}}));
    QCOMPARE(store.dataVersion(), version + 1); // one transaction
    QCOMPARE(before, (std::vector<RunNote>{{m_parent, ""}, {m_child, "its own"}}));
    QVERIFY(run(m_parent).note == "new" && run(m_child).note == "new" && run(m_other).note.isEmpty());
    QCOMPARE(need(setNotes(store, before)).size(), std::size_t(2));
    QVERIFY(run(m_parent).note.isEmpty() && run(m_child).note == "its own");
}

void TestKeeping::tagsOfManyRuns()
{
    RunStore &store = *m_store->store;
    need(store.setTag(m_child, "owner", "Ada"));
    need(store.setTag(m_other, "owner", ""));
    const std::vector<RunTag> wanted = {{m_parent, "Bob"}, {m_child, "Bob"}, {m_other, std::nullopt}};
    const qint64 version = store.dataVersion();
    const auto before = need(setTags(store, "owner", wanted));
    QCOMPARE(store.dataVersion(), version + 1);
    QCOMPARE(before, (std::vector<RunTag>{{m_parent, std::nullopt}, {m_child, "Ada"}, {m_other, ""}}));
    QCOMPARE(need(store.count({.filter = "tags.owner = 'Bob'"})), qint64(2));
    QCOMPARE(need(store.count({.filter = "bob"})), qint64(2)); // what words are looked for in is up to date
    QVERIFY(!run(m_other).tags.contains("owner"));
    QCOMPARE(need(setTags(store, "owner", before)), wanted);
    QCOMPARE(need(store.count({.filter = "bob"})), qint64(0));
    QVERIFY(run(m_child).tags.at("owner") == "Ada" && run(m_other).tags.at("owner").isEmpty());
    QVERIFY(!run(m_parent).tags.contains("owner"));
}

void TestKeeping::archivingTakesWhatIsBelow()
{
    RunStore &store = *m_store->store;
    need(archive(store, {m_below}));
    need(archive(store, {m_parent}));
    QVERIFY(run(m_parent).archived && run(m_child).archived && run(m_below).archived && !run(m_other).archived);
    need(unarchive(store, {m_parent}));
    QVERIFY(!run(m_parent).archived && !run(m_child).archived && run(m_below).archived); // put aside on its own before
    need(unarchive(store, {m_below, m_other}));
    QVERIFY(!run(m_below).archived && !run(m_other).archived);
}

void TestKeeping::movesWithWhatIsBelow()
{
    RunStore &store = *m_store->store;
    const Moved moved = need(moveRuns(store, {m_parent}, " New place "));
    QVERIFY(moved.made.has_value());
    QCOMPARE(moved.before.size(), 3u);
    QCOMPARE(place(m_parent), QString("New place"));
    QCOMPARE(place(m_child), QString("New place below parent"));
    QCOMPARE(place(m_below), QString("New place below child"));
    QCOMPARE(names().join(", "), QString("New place 3, Other 1, Prices 0"));
    QCOMPARE(need(store.count({.filter = "place"})), 3); // what filters look in has moved along
    QCOMPARE(need(store.count({.filter = "prices"})), 0);
    QVERIFY(need(moveRuns(store, {m_parent}, "New place")).before.empty());
}

void TestKeeping::movingAChildAloneTakesItOut()
{
    RunStore &store = *m_store->store;
    const Moved moved = need(moveRuns(store, {m_child}, "Other"));
    QVERIFY(!moved.made);
    QCOMPARE(place(m_child), QString("Other"));
    QCOMPARE(place(m_below), QString("Other below child"));
    QCOMPARE(place(m_parent), QString("Prices"));
    need(moveBack(store, moved));
    QCOMPARE(place(m_child), QString("Prices below parent"));
    QCOMPARE(place(m_below), QString("Prices below child"));
}

void TestKeeping::movingBackLeavesNoTrace()
{
    RunStore &store = *m_store->store;
    const QStringList before = names();
    const Moved moved = need(moveRuns(store, {m_parent, m_other, m_below}, "Short-lived"));
    QCOMPARE(place(m_below), QString("Short-lived below child"));
    need(moveBack(store, moved));
    QCOMPARE(names(), before);
    QCOMPARE(place(m_below), QString("Prices below child"));
    QCOMPARE(place(m_other), QString("Other"));

    const Moved again = need(moveRuns(store, {m_other}, "Long-lived"));
    need(store.begin({.experiment = "Long-lived", .name = "of somebody else"}));
    need(moveBack(store, again));
    QVERIFY(names().contains("Long-lived 1"));
}

void TestKeeping::movingBackAfterOtherChanges()
{
    RunStore &store = *m_store->store;
    const Moved taken = need(nestRuns(store, {m_child}, m_other)); // away from its parent
    need(nestRuns(store, {m_parent}, m_below));                    // which then goes below it
    QCOMPARE(codeOf(moveBack(store, taken)), QString("run_cycle"));
    QCOMPARE(place(m_child), QString("Other below other"));
    QCOMPARE(place(m_parent), QString("Other below below"));
    need(nestRuns(store, {m_parent}, {}));

    const Moved away = need(moveRuns(store, {m_parent}, "Elsewhere"));
    need(store.begin({.experiment = "Prices", .name = "stays"}));
    need(moveBack(store, away));
    const Moved again = need(moveRuns(store, {m_other}, "Elsewhere"));
    need(deleteExperiment(store, again.before.front().experiment));
    need(moveBack(store, again)); // the experiment comes back with it
    QCOMPARE(place(m_other), QString("Other"));

    const RunId gone = need(store.begin({.experiment = "Prices", .name = "gone"}));
    const RunId left = need(store.begin({.experiment = "Prices", .name = "left", .parent = gone}));
    const Moved out = need(moveRuns(store, {left}, "Other"));
    need(store.end(gone, RunStatus::Finished));
    need(store.remove({gone}));
    need(purge(store, {.runs = {gone}}));
    need(moveBack(store, out));
    QCOMPARE(place(left), QString("Prices"));
}

void TestKeeping::nestsAndRefusesCycles()
{
    RunStore &store = *m_store->store;
    const Moved moved = need(nestRuns(store, {m_parent}, m_other));
    QCOMPARE(place(m_parent), QString("Other below other"));
    QCOMPARE(place(m_below), QString("Other below child"));
    for (const RunId &inside : {m_other, m_parent, m_below})
        QCOMPARE(codeOf(nestRuns(store, {m_other}, inside)), QString("run_cycle"));
    need(moveBack(store, moved));
    QCOMPARE(place(m_parent), QString("Prices"));
    QCOMPARE(place(m_below), QString("Prices below child"));
    need(nestRuns(store, {m_below}, {}));
    QCOMPARE(place(m_below), QString("Prices"));
    need(store.remove({m_other}));
    QCOMPARE(codeOf(nestRuns(store, {m_below}, m_other)), QString("run_deleted"));
}

void TestKeeping::notesAndTagsOfExperiments()
{
    RunStore &store = *m_store->store;
    const ExperimentId made = need(makeExperiment(store, "Empty", "nothing yet"));
    need(setExperimentNote(store, id("Prices"), "## Why\nprices *moved*"));
    need(setExperimentTag(store, id("Prices"), "owner", "ada"));
    need(setExperimentTag(store, id("Prices"), "owner", "bea"));
    need(setExperimentTag(store, made, "state", "new"));
    m_store->reopen();
    RunStore &again = *m_store->store;
    Experiment prices = need(findExperiment(again, "Prices"));
    QCOMPARE(prices.note, QString("## Why\nprices *moved*"));
    QVERIFY((prices.tags == std::map<QString, QString>{{"owner", "bea"}}));
    QCOMPARE(need(findExperiment(again, "Empty")).note, QString("nothing yet"));
    need(removeExperimentTag(again, prices.id, "owner"));
    need(removeExperimentTag(again, prices.id, "never there"));
    QVERIFY(need(findExperiment(again, "Prices")).tags.empty());
}

void TestKeeping::renamesExperiments()
{
    RunStore &store = *m_store->store;
    need(renameExperiment(store, id("Prices"), "Costs"));
    QCOMPARE(run(m_below).experiment, QString("Costs"));
    QCOMPARE(need(store.count({.filter = "costs"})), 3);
    QCOMPARE(codeOf(renameExperiment(store, id("Costs"), "Other")), QString("experiment_exists"));
    QCOMPARE(codeOf(renameExperiment(store, id("Costs"), "  ")), QString("bad_experiment_name"));
    QCOMPARE(codeOf(makeExperiment(store, "Other")), QString("experiment_exists"));
    need(renameExperiment(store, id("Costs"), "Costs")); // its own name is no obstacle
    need(store.begin({.experiment = "Prices", .name = "fresh"}));
    QVERIFY(names().contains("Prices 1"));
}

void TestKeeping::aDeletedExperimentsNameIsFree()
{
    RunStore &store = *m_store->store;
    need(store.remove({m_below}));
    const ExperimentId prices = id("Prices");
    need(deleteExperiment(store, prices));
    QCOMPARE(names().join(", "), QString("Other 1"));
    QCOMPARE(names(true).join(", "), QString("Prices 3"));
    QVERIFY(run(m_parent).deleted && run(m_child).deleted);
    QCOMPARE(need(restoreExperiment(store, prices)), QString("Prices"));
    QVERIFY(!run(m_parent).deleted && !run(m_child).deleted);
    QVERIFY(run(m_below).deleted); // deleted on its own before
    QCOMPARE(names().join(", "), QString("Other 1, Prices 2"));
}

void TestKeeping::restoringGivesWayToANewOne()
{
    RunStore &store = *m_store->store;
    std::vector<ExperimentId> deleted;
    for (int i = 0; i < 3; ++i) {
        deleted.push_back(id("Prices"));
        need(deleteExperiment(store, deleted.back()));
        need(store.begin({.experiment = "Prices", .name = "run"}));
    }
    QCOMPARE(need(findExperiment(store, "Prices", true)).id, deleted.back());
    QCOMPARE(need(restoreExperiment(store, deleted[0])), QString("Prices (restored)"));
    QCOMPARE(need(restoreExperiment(store, deleted[2])), QString("Prices (restored 2)"));
    QCOMPARE(run(m_parent).experiment, QString("Prices (restored)"));
    QCOMPARE(need(store.count({.filter = "restored"})), 4);
    QCOMPARE(names().join(", "), QString("Other 1, Prices 1, Prices (restored 2) 1, Prices (restored) 3"));
}

void TestKeeping::aRestoredRunBringsItsExperiment()
{
    RunStore &store = *m_store->store;
    need(deleteExperiment(store, id("Prices")));
    need(store.begin({.experiment = "Prices", .name = "run"}));
    need(store.restore({m_below}));
    QCOMPARE(place(m_below), QString("Prices (restored) below child"));
    QVERIFY(run(m_child).deleted);
    QCOMPARE(names().join(", "), QString("Other 1, Prices 1, Prices (restored) 1"));
    QCOMPARE(need(store.count({.filter = "restored"})), 1);
}

void TestKeeping::findsExperiments()
{
    RunStore &store = *m_store->store;
    const Experiment other = need(findExperiment(store, "Other"));
    QCOMPARE(need(findExperiment(store, QString("#%1").arg(other.id.value))), other);
    const auto unknown = findExperiment(store, "None");
    QCOMPARE(codeOf(unknown), QString("unknown_experiment"));
    QVERIFY(QString::fromStdString(unknown.error().message).contains("`Other` and `Prices`"));
    QCOMPARE(codeOf(findExperiment(store, "Other", true)), QString("unknown_experiment"));
}

void TestKeeping::failuresChangeNothing()
{
    RunStore &store = *m_store->store;
    const qint64 version = store.dataVersion();
    const RunId none{"none"};
    QCOMPARE(codeOf(setFavourite(store, {m_other, none}, true)), QString("unknown_run"));
    QCOMPARE(codeOf(archive(store, {m_other, none})), QString("unknown_run"));
    QCOMPARE(codeOf(setNotes(store, {{m_other, "x"}, {none, "x"}})), QString("unknown_run"));
    QCOMPARE(codeOf(setTags(store, "k", {{m_other, "x"}, {none, "x"}})), QString("unknown_run"));
    QCOMPARE(codeOf(unarchive(store, {none})), QString("unknown_run"));
    QCOMPARE(codeOf(moveRuns(store, {m_other, none}, "Elsewhere")), QString("unknown_run"));
    QCOMPARE(codeOf(moveRuns(store, {m_other}, " ")), QString("bad_experiment_name"));
    QCOMPARE(codeOf(nestRuns(store, {m_other}, none)), QString("unknown_run"));
    for (const auto &done : {deleteExperiment(store, {99}), setExperimentNote(store, {99}, "x"),
                             setExperimentTag(store, {99}, "k", "v"), renameExperiment(store, {99}, "new")})
        QCOMPARE(codeOf(done), QString("unknown_experiment"));
    QCOMPARE(codeOf(restoreExperiment(store, {99})), QString("unknown_experiment"));
    QCOMPARE(store.dataVersion(), version);
    QVERIFY(!run(m_other).favourite && !run(m_other).archived);
    QVERIFY(run(m_other).note.isEmpty() && run(m_other).tags.empty());
    QCOMPARE(names().join(", "), QString("Other 1, Prices 3"));
}

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"
