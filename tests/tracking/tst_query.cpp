// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

using namespace assay;
using namespace assay::tracking;

class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void pages();
    void badSortKeysListTheGood();
    void resolves_data();
    void resolves();
    void ambiguityListsCandidates();
    void keys();

private:
    QString names(const RunQuery &query);

    TemporaryStore m_store;
    std::map<QString, RunId> m_ids;
};

void TestQuery::initTestCase()
{
    struct Spec
    {
        const char *name, *model, *experiment, *owner;
        double depth, auc;
        RunStatus status;
    };
    const Spec specs[] = {{"alpha", "logistic", "Income", "Ada", 10, 0.90, RunStatus::Finished},
                          {"beta", "xgboost", "Income", "Bob", 9, 0.93, RunStatus::Failed},
                          {"Gamma", "xgboost", "Größen", "ÄDA", 100, -1, RunStatus::Finished},
                          {"delta%", "linear", "Größen", "", -1, 0.85, RunStatus::Cancelled}};
    for (const Spec &spec : specs) {
        NewRun run{.experiment = spec.experiment, .name = spec.name, .model = spec.model, .task = "binary"};
        if (spec.depth > 0)
            run.params = {{"depth", spec.depth}, {"kind", std::string("tree_") + spec.name}};
        if (*spec.owner)
            run.tags = {{"owner", spec.owner}};
        const RunId id = need(m_store->begin(run));
        if (spec.auc > 0)
            need(m_store->logMetric(id, "auc", spec.auc, 0));
        need(m_store->end(id, spec.status));
        m_ids[spec.name] = id;
    }
}

QString TestQuery::names(const RunQuery &query)
{
    QStringList list;
    for (const Run &run : need(m_store->runs(query)))
        list << run.name;
    return list.join(' ');
}

void TestQuery::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("experiment");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << ""
                         << ""
                         << "alpha beta delta% Gamma";
    QTest::newRow("name, other case") << "GAMMA"
                                      << ""
                                      << "Gamma";
    QTest::newRow("model") << "xgb"
                           << ""
                           << "beta Gamma";
    QTest::newRow("two words, both needed") << "  xgb   ada"
                                            << ""
                                            << "";
    QTest::newRow("two words") << "xgb bob"
                               << ""
                               << "beta";
    QTest::newRow("folds beyond ASCII") << "größen äda"
                                        << ""
                                        << "Gamma";
    QTest::newRow("sharp s folds too") << "GRÖSSEN"
                                       << ""
                                       << "";
    QTest::newRow("experiment by word") << "income"
                                        << ""
                                        << "alpha beta";
    QTest::newRow("only an experiment") << ""
                                        << "Income"
                                        << "alpha beta";
    QTest::newRow("an unknown experiment") << ""
                                           << "income"
                                           << "";
    QTest::newRow("status") << "cancel"
                            << ""
                            << "delta%";
    QTest::newRow("param value") << "tree_beta"
                                 << ""
                                 << "beta";
    QTest::newRow("param value as written") << "100"
                                            << ""
                                            << "Gamma";
    QTest::newRow("tag with key") << "owner=bob"
                                  << ""
                                  << "beta";
    QTest::newRow("percent is itself") << "%"
                                       << ""
                                       << "delta%";
    QTest::newRow("underscore is itself") << "tree_"
                                          << ""
                                          << "alpha beta Gamma";
    QTest::newRow("a text looked for") << "\"; DROP TABLE runs; --\""
                                       << ""
                                       << "";
    QTest::newRow("a phrase with spaces") << "'alpha logistic'"
                                          << ""
                                          << "";
    QTest::newRow("words do not cross fields") << "alphalogistic"
                                               << ""
                                               << "";
}

void TestQuery::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, experiment);
    const RunQuery query{.filter = filter, .experiment = experiment, .sortKey = "name", .descending = false};
    QTEST(names(query), "expected");
    QFETCH(QString, expected);
    QCOMPARE(need(m_store->count(query)), expected.split(' ', Qt::SkipEmptyParts).size());
}

void TestQuery::sorts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    QTest::newRow("start") << "start_time" << false << "alpha beta Gamma delta%";
    QTest::newRow("latest first") << "start_time" << true << "delta% Gamma beta alpha";
    QTest::newRow("name, case ignored") << "name" << false << "alpha beta delta% Gamma";
    QTest::newRow("model, then latest") << "model" << false << "delta% alpha Gamma beta";
    QTest::newRow("status") << "status" << false << "delta% beta Gamma alpha";
    QTest::newRow("metric") << "metrics.auc" << false << "delta% alpha beta Gamma";
    QTest::newRow("metric, missing last too") << "metrics.auc" << true << "beta alpha delta% Gamma";
    QTest::newRow("number, not text") << "params.depth" << false << "beta alpha Gamma delta%";
    QTest::newRow("number, missing last too") << "params.depth" << true << "Gamma alpha beta delta%";
    QTest::newRow("tag") << "tags.owner" << false << "alpha beta Gamma delta%";
    QTest::newRow("a key nobody has") << "metrics.x' OR 1=1" << true << "delta% Gamma beta alpha";
    QTest::newRow("experiment") << "experiment" << true << "beta alpha delta% Gamma";
}

void TestQuery::sorts()
{
    QFETCH(QString, key);
    QFETCH(bool, descending);
    QTEST(names({.sortKey = key, .descending = descending}), "expected");
}

void TestQuery::pages()
{
    const auto page = [&](qint64 offset, qint64 limit) {
        return names({.sortKey = "name", .descending = false, .offset = offset, .limit = limit});
    };
    QCOMPARE(page(0, 2), QString("alpha beta"));
    QCOMPARE(page(2, 2), QString("delta% Gamma"));
    QCOMPARE(page(3, -1), QString("Gamma"));
    QCOMPARE(page(9, 2), QString());
    QCOMPARE(page(0, 0), QString());
}

void TestQuery::badSortKeysListTheGood()
{
    for (const char *key : {"", "colour", "metrics.", "start_time; --"}) {
        const auto refused = m_store->runs({.sortKey = key});
        QCOMPARE(codeOf(refused), QString("bad_query"));
        QVERIFY(QString::fromStdString(refused.error().message).contains("start_time"));
    }
}

void TestQuery::resolves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("digits"); // of the id; 0: the name itself
    QTest::addColumn<QString>("code");
    QTest::newRow("full id") << "beta" << 32 << "";
    QTest::newRow("prefix") << "beta" << 6 << "";
    QTest::newRow("prefix too short") << "beta" << 5 << "unknown_run";
    QTest::newRow("name") << "alpha" << 0 << "";
    QTest::newRow("name in other case") << "ALPHA" << 0 << "unknown_run";
    QTest::newRow("nothing") << "omega" << 0 << "unknown_run";
    QTest::newRow("wildcard") << "alph%" << 0 << "unknown_run";
}

void TestQuery::resolves()
{
    QFETCH(QString, name);
    QFETCH(int, digits);
    const QString text = digits > 0 ? m_ids.at(name).value.left(digits).toUpper() : name;
    const auto found = m_store->resolve(text);
    QTEST(codeOf(found), "code");
    if (found)
        QCOMPARE(*found, m_ids.at(name));
    else
        QVERIFY(QString::fromStdString(found.error().message).contains("delta%"));
}

void TestQuery::ambiguityListsCandidates()
{
    TemporaryStore store;
    const RunId first = need(store->begin({.name = "twin"}));
    QCOMPARE(need(store->resolve("twin")), first);
    const RunId second = need(store->begin({.name = "twin"}));
    const auto both = store->resolve("twin");
    QCOMPARE(codeOf(both), QString("ambiguous_run"));
    for (const RunId &id : {first, second})
        QVERIFY(QString::fromStdString(both.error().message).contains(id.value.left(8)));
    TemporaryStore empty;
    QVERIFY(QString::fromStdString(empty->resolve("x").error().message).contains("no runs yet"));
}

void TestQuery::keys()
{
    QCOMPARE(need(m_store->metricKeys()), QStringList("auc"));
    QCOMPARE(need(m_store->paramKeys()), QStringList({"depth", "kind"}));
    QCOMPARE(need(m_store->tagKeys()), QStringList("owner"));
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
