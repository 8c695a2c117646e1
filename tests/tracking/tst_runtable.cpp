// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/database.h"
#include "tracking/runtable.h"

#include <cmath>

using namespace assay;
using namespace assay::tracking;

class TestRunTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsFollowTheQuery_data();
    void rowsFollowTheQuery();
    void rowsKnowTheirParents();
    void archivedRunsAreAListOfTheirOwn();
    void readsInTheOrderAskedFor();
    void readsOnlyTheFieldsAskedFor();
    void keysAreCounted();
    void spreadsSkipWhatIsNotFinite();
    void groups_data();
    void groups();
    void groupsCarrySpreads();
    void aParameterNamedModelComesFirst();
    void groupsCountWhatStandsAtTheTop();
    void metricKeysOfSomeRuns();
    void refuses();

private:
    RunTable table() const { return RunTable(*m_store.store); }
    QString names(const RunQuery &query) const;
    qint64 rowOf(const QString &name) const;

    TemporaryStore m_store;
};

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Spec
{
    const char *name, *model;
    ParamValue depth;
    const char *owner;
    double auc;
    const char *data;
};

const std::vector<Spec> &specs()
{
    static const std::vector<Spec> all = {
        {"a", "xgboost", std::int64_t(10), "Ada", 0.5, "adult.csv"},
        {"b", "xgboost", std::string("9"), "bob", 0.25, "adult.csv"},
        {"c", "linear", 2.5, "", nan, "bike.csv"},
        {"d", "", std::string("none"), "Ada", infinity, ""},
        {"e", "xgboost", std::int64_t(10), "Zoe", 0.75, "bike.csv"},
    };
    return all;
}

} // namespace

void TestRunTable::initTestCase()
{
    for (const Spec &spec : specs()) {
        NewRun run{.name = spec.name, .model = spec.model, .params = {{"depth", spec.depth}}};
        if (*spec.owner)
            run.tags = {{"owner", spec.owner}};
        if (*spec.data)
            run.inputs = {{.role = "train", .name = spec.data, .digest = QString("sha256:") + spec.data}};
        if (*spec.name == 'e')
            run.params["only"] = true;
        const RunId id = need(m_store->begin(run));
        need(m_store->logMetric(id, "auc", -1, 0));
        need(m_store->logMetric(id, "auc", spec.auc, 1));
        if (*spec.name == 'a')
            need(m_store->logMetric(id, "other", 1, 0));
        need(m_store->end(id, RunStatus::Finished));
    }
}

QString TestRunTable::names(const RunQuery &query) const
{
    QStringList list;
    std::vector<qint64> rows;
    for (const RunRow &row : need(table().rows(query)))
        rows.push_back(row.row);
    for (const Run &run : need(table().read(rows, {})))
        list << run.name;
    return list.join(' ');
}

qint64 TestRunTable::rowOf(const QString &name) const
{
    Connection *connection = need(m_store->database().connection());
    return need(connection->value("SELECT id FROM runs WHERE name = ?", {name})).value_or(0).toLongLong();
}

void TestRunTable::rowsFollowTheQuery_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    QTest::newRow("start") << "start_time" << true << "e d c b a";
    QTest::newRow("metric") << "metrics.auc" << false << "b a e d c";
    QTest::newRow("metric, NaN last") << "metrics.auc" << true << "d e a b c";
    QTest::newRow("minimum") << "metrics.auc.max" << false << "c b a e d";
    QTest::newRow("number of points") << "metrics.other.count" << true << "a e d c b";
    QTest::newRow("numbers before texts") << "params.depth" << false << "c b e a d";
    QTest::newRow("and the other way round") << "params.depth" << true << "e a b c d";
    QTest::newRow("tag, missing last") << "tags.owner" << true << "e b d a c";
    QTest::newRow("empty attributes last") << "model" << true << "e b a c d";
    QTest::newRow("model as a parameter") << "params.model" << true << "e b a c d";
    QTest::newRow("and the other way up") << "params.model" << false << "c e b a d";
    QTest::newRow("alias") << "run_name" << false << "a b c d e";
}

void TestRunTable::rowsFollowTheQuery()
{
    QFETCH(QString, key);
    QFETCH(bool, descending);
    QTEST(names({.sortKey = key, .descending = descending}), "expected");
    QStringList expected = names({.sortKey = key, .descending = descending}).split(' ');
    QCOMPARE(names({.sortKey = key, .descending = descending, .offset = 1, .limit = 2}), expected.mid(1, 2).join(' '));
    // The store lists them in the same order.
    QStringList listed;
    for (const Run &run : need(m_store->runs({.sortKey = key, .descending = descending})))
        listed << run.name;
    QCOMPARE(listed, expected);
}

void TestRunTable::rowsKnowTheirParents()
{
    TemporaryStore store;
    const RunId parent = need(store->begin({.name = "parent"}));
    need(store->begin({.name = "child", .parent = parent}));
    const RunTable runs(*store.store);
    const auto rows = need(runs.rows({.sortKey = "name"}));
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[0].parent, qint64(0));
    QCOMPARE(rows[1].parent, rows[0].row);
    QCOMPARE(need(runs.rows({.topLevelOnly = true})), std::vector<RunRow>{rows[0]});
    const auto child = need(runs.read(std::array{rows[1].row}, {}));
    QCOMPARE(child.at(0).parent, parent);
}

void TestRunTable::archivedRunsAreAListOfTheirOwn()
{
    TemporaryStore store;
    const RunId parent = need(store->begin({.name = "parent"}));
    need(store->begin({.name = "child", .parent = parent}));
    {
        Transaction change(store->database());
        change.run("UPDATE runs SET archived = 1 WHERE name = 'parent'");
        need(change.commit());
    }
    const RunTable runs(*store.store);
    const auto list = [&](const RunQuery &query) {
        QStringList found;
        for (const Run &run : need(store->runs(query)))
            found << run.name;
        return found.join(' ');
    };
    QCOMPARE(list({}), QString("child"));
    QCOMPARE(list({.topLevelOnly = true}), QString("child"));
    QCOMPARE(list({.archived = true}), QString("parent"));
    QCOMPARE(need(store->count({})), 1);
    need(store->remove({parent}));
    QCOMPARE(list({.sortKey = "name", .deleted = true}), QString("parent child"));
    QCOMPARE(list({.archived = true}), QString());
}

void TestRunTable::readsInTheOrderAskedFor()
{
    const std::vector<qint64> rows = {rowOf("c"), 4711, rowOf("a"), rowOf("e"), rowOf("a")};
    QStringList found;
    for (const Run &run : need(table().read(rows, {})))
        found << run.name;
    QCOMPARE(found, QStringList({"c", "a", "e", "a"}));
    QVERIFY(need(table().read({}, {.metrics = {"auc"}})).empty());
}

void TestRunTable::readsOnlyTheFieldsAskedFor()
{
    const std::vector<qint64> rows = {rowOf("a"), rowOf("e")};
    const auto bare = need(table().read(rows, {}));
    QCOMPARE(bare[0].metrics.size() + bare[0].params.size() + bare[0].tags.size(), 0u);
    QCOMPARE(bare[0].status, RunStatus::Finished);
    QCOMPARE(bare[0].experiment, QString("Default"));
    const auto some = need(table().read(rows, {.metrics = {"other", "auc"}, .params = {"only"}, .tags = {"owner"}}));
    QCOMPARE(some[0].metrics, (std::map<QString, double>{{"auc", 0.5}, {"other", 1}}));
    QCOMPARE(some[1].metrics, (std::map<QString, double>{{"auc", 0.75}}));
    QCOMPARE(some[0].params, Params());
    QCOMPARE(some[1].params, (Params{{"only", true}}));
    QCOMPARE(some[1].tags, (std::map<QString, QString>{{"owner", "Zoe"}}));
    const auto whole = need(m_store->runs({.filter = {}, .sortKey = "name", .descending = false, .limit = 1}));
    const auto all =
        need(table().read(rows, {.metrics = {"other", "auc"}, .params = {"depth", "only"}, .tags = {"owner"}}));
    QCOMPARE(all.front(), whole.front());
}

void TestRunTable::keysAreCounted()
{
    const RunKeyUse all = need(table().keys({}));
    QCOMPARE(all.metrics, (std::vector<KeyUse>{{"auc", 5, 0}, {"other", 1, 0}}));
    QCOMPARE(all.params, (std::vector<KeyUse>{{"depth", 5, 4}, {"only", 1, 1}}));
    QCOMPARE(all.tags, (std::vector<KeyUse>{{"owner", 4, 3}}));
    const RunKeyUse few = need(table().keys({.filter = "xgboost", .limit = 1}));
    QCOMPARE(few.params, (std::vector<KeyUse>{{"depth", 3, 2}, {"only", 1, 1}}));
    QCOMPARE(few.metrics, (std::vector<KeyUse>{{"auc", 3, 0}, {"other", 1, 0}}));
    QCOMPARE(few.tags, (std::vector<KeyUse>{{"owner", 3, 3}}));
    // Runs that logged other metrics than their neighbours, and one that logged none.
    TemporaryStore mixed;
    const QStringList logged[] = {{"a", "b"}, {"b"}, {"c", "a"}, {}, {"b", "a"}, {"c"}};
    for (const QStringList &keys : logged) {
        const RunId id = need(mixed->begin({.name = "mixed"}));
        for (const QString &key : keys)
            need(mixed->logMetric(id, key, 1, 0));
        need(mixed->end(id, RunStatus::Finished));
    }
    need(mixed->remove({need(mixed->runs({.sortKey = "start_time", .descending = false})).front().id}));
    QCOMPARE(need(RunTable(*mixed.store).keys({})).metrics,
             (std::vector<KeyUse>{{"a", 2, 0}, {"b", 2, 0}, {"c", 2, 0}}));
    QCOMPARE(need(RunTable(*mixed.store).keys({.deleted = true})).metrics,
             (std::vector<KeyUse>{{"a", 1, 0}, {"b", 1, 0}}));
    QCOMPARE(need(table().keys({.filter = "nobody"})), RunKeyUse());
}

void TestRunTable::spreadsSkipWhatIsNotFinite()
{
    const auto spreads = need(table().spread({}, {"auc", "other", "absent"}));
    QCOMPARE(spreads.size(), 3u);
    const MetricSpread &auc = spreads[0];
    QCOMPARE(auc.count, qint64(3));
    QCOMPARE(auc.mean, 0.5);
    QCOMPARE(auc.sd, 0.25);
    QCOMPARE(auc.min, 0.25);
    QCOMPARE(auc.max, 0.75);
    QCOMPARE(auc.minRow, rowOf("b"));
    QCOMPARE(auc.maxRow, rowOf("e"));
    QVERIFY(std::isnan(spreads[1].sd));
    QCOMPARE(spreads[1].mean, 1.0);
    QCOMPARE(spreads[2].count, qint64(0));
    QVERIFY(std::isnan(spreads[2].mean) && std::isnan(spreads[2].max));
    QCOMPARE(spreads[2].maxRow, qint64(0));
    QCOMPARE(need(table().spread({.filter = "nobody"}, {"auc"})).at(0).count, qint64(0));
}

void TestRunTable::groups_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("expected");
    QTest::newRow("numbers by size, then texts") << "params.depth"
                                                 << "10:2 2.5:1 9:1 none:1";
    QTest::newRow("tags") << "tags.owner"
                          << "Ada:2 Zoe:1 bob:1 -:1";
    QTest::newRow("model") << "model"
                           << "xgboost:3 linear:1 -:1";
    QTest::newRow("model as a parameter") << "params.model"
                                          << "xgboost:3 linear:1 -:1";
    QTest::newRow("status") << "status"
                            << "finished:5";
    QTest::newRow("experiment") << "experiment"
                                << "Default:5";
    QTest::newRow("data") << "dataset"
                          << "adult.csv:2 bike.csv:2 -:1";
    QTest::newRow("digest") << "datasets.digest"
                            << "sha256:adult.csv:2 sha256:bike.csv:2 -:1";
    QTest::newRow("yes and no") << "favourite"
                                << "false:5";
    QTest::newRow("a key nobody has") << "params.absent"
                                      << "-:5";
    QTest::newRow("day") << "day" << QDate::currentDate().toString(Qt::ISODate) + ":5";
}

void TestRunTable::groups()
{
    QFETCH(QString, key);
    QStringList found;
    for (const RunGroup &group : need(table().groups({}, key, {})))
        found << QStringLiteral("%1:%2").arg(group.missing ? QString("-") : group.value).arg(group.runs);
    QTEST(found.join(' '), "expected");
}

void TestRunTable::groupsCarrySpreads()
{
    const auto groups = need(table().groups({.filter = "depth"}, "model", {"other", "auc"}));
    QVERIFY(groups.empty()); // no run says "depth" anywhere
    const auto all = need(table().groups({}, "model", {"other", "auc"}));
    QCOMPARE(all.front().value, QString("xgboost"));
    QCOMPARE(all.front().metrics.at(0).count, qint64(1));
    QCOMPARE(all.front().metrics.at(1).mean, 0.5);
    QCOMPARE(all.front().metrics.at(1).maxRow, rowOf("e"));
    QCOMPARE(all.back().metrics.at(1).count, qint64(0)); // infinite
}

/// Imported runs may have a parameter of that name beside their model, or instead of one.
void TestRunTable::aParameterNamedModelComesFirst()
{
    TemporaryStore store;
    const auto make = [&](const char *name, const char *model, Params params) {
        need(store->begin({.name = name, .model = model, .params = std::move(params)}));
    };
    make("a", "knn", {});
    make("b", "svm", {{"model", std::string("apple")}});
    make("c", "", {{"model", std::string("lemon")}});
    make("d", "", {});
    const RunTable runs(*store.store);
    std::vector<qint64> rows;
    for (const RunRow &row : need(runs.rows({.sortKey = "params.model", .descending = false})))
        rows.push_back(row.row);
    QStringList shown;
    for (const Run &run : need(runs.read(rows, {.params = {"model"}}))) {
        const auto model = run.params.find("model");
        shown << run.name + '=' +
                     (model == run.params.end() ? QString() : QString::fromStdString(toText(model->second)));
    }
    QCOMPARE(shown.join(' '), QString("b=apple a=knn c=lemon d="));
    for (const Run &run : need(runs.read(rows, {.params = {"depth"}})))
        QVERIFY(!run.params.contains("model")); // only where it is asked for
    QStringList groups;
    for (const RunGroup &group : need(runs.groups({}, "params.model", {})))
        groups << (group.missing ? QString("-") : group.value) + QString::number(group.runs);
    QCOMPARE(groups.join(' '), QString("apple1 knn1 lemon1 -1"));
}

/// A fold is no run beside the one it belongs to, unless it is asked for.
void TestRunTable::groupsCountWhatStandsAtTheTop()
{
    TemporaryStore store;
    const auto make = [&](const char *name, std::int64_t depth, double auc, RunId parent = {}) {
        const RunId id = need(store->begin({.name = name, .parent = parent, .params = {{"depth", depth}}}));
        need(store->logMetric(id, "auc", auc, 0));
        return id;
    };
    const RunId trees = make("trees", 3, 0.5);
    const RunId fold = make("fold 1", 3, 0.75, trees);
    make("below", 3, 1, fold);
    make("fold 2", 4, 0.25, trees);
    make("lonely", 4, 0.125);
    need(store->flush());
    const RunTable runs(*store.store);
    const auto list = [&](const RunQuery &query, const QString &key, bool nested = false) {
        QStringList texts;
        for (const RunGroup &group : need(runs.groups(query, key, {"auc"}, nested)))
            texts << QStringLiteral("%1:%2..%3")
                         .arg(group.runs)
                         .arg(group.metrics.front().min)
                         .arg(group.metrics.front().max);
        return texts.join(' ');
    };
    QCOMPARE(list({}, "params.depth"), QString("1:0.5..0.5 1:0.125..0.125"));
    QCOMPARE(list({}, "params.depth", true), QString("3:0.5..1 2:0.125..0.25"));
    // What is found without the run it belongs to stands at the top.
    QCOMPARE(list({.filter = "fold"}, "params.depth"), QString("1:0.75..0.75 1:0.25..0.25"));
    QCOMPARE(list({.filter = "not trees"}, "params.depth"), QString("2:0.125..0.25 1:0.75..0.75"));
    // Who groups by what runs stand under asks for those below.
    QCOMPARE(list({.filter = "parent is not null"}, "parent"), list({.filter = "parent is not null"}, "parent", true));
    QCOMPARE(need(runs.groups({}, "parent", {})).size(), 3u);
}

void TestRunTable::metricKeysOfSomeRuns()
{
    QCOMPARE(need(table().metricKeys(std::vector{rowOf("a"), rowOf("b")})), QStringList({"auc", "other"}));
    QCOMPARE(need(table().metricKeys(std::vector{rowOf("b"), qint64(999)})), QStringList("auc"));
    QCOMPARE(need(table().metricKeys({})), QStringList());
}

void TestRunTable::refuses()
{
    const auto sorted = table().rows({.sortKey = "colour"});
    QCOMPARE(codeOf(sorted), QString("bad_query"));
    const auto grouped = table().groups({}, "params.", {});
    QCOMPARE(codeOf(grouped), QString("bad_query"));
    QVERIFY(QString::fromStdString(grouped.error().message).contains("tags.NAME"));
}

QTEST_GUILESS_MAIN(TestRunTable)
#include "tst_runtable.moc"
