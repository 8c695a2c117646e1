// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/database.h"
#include "tracking/query/completion.h"
#include "tracking/query/hints.h"
#include "tracking/query/parser.h"

#include <cmath>

using namespace assay;
using namespace assay::tracking;

/// The query language over a store of known runs.
class TestQueryLanguage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void parses_data();
    void parses();
    void extremesAreRefused();
    void archivedRunsAreFoundWhenAskedFor();
    void summariesGiveWayToKeysOfThatName();
    void firstDigitsOfAnIdAreEnough();
    void unknownKeysAreHinted_data();
    void unknownKeysAreHinted();

private:
    QString names(const QString &filter);

    TemporaryStore m_store;
};

void TestQueryLanguage::initTestCase()
{
    const auto make = [&](const char *name, const char *model, Params params, std::map<QString, QString> tags,
                          std::map<QString, std::vector<double>> metrics, const char *data, RunId parent = {}) {
        NewRun run{.experiment = *name < 'c' ? "Income" : "Bikes", .name = name, .parent = parent, .model = model};
        run.params = std::move(params);
        run.tags = std::move(tags);
        if (*data)
            run.inputs = {{.role = "train", .name = data, .digest = QString("sha256:") + data, .rows = 100}};
        run.provenance.user = *name < 'c' ? "ada" : "";
        const RunId id = need(m_store->begin(run));
        for (const auto &[key, values] : metrics)
            for (std::size_t i = 0; i < values.size(); ++i)
                need(m_store->logMetric(id, key, values[i], static_cast<qint64>(i) * 10));
        return id;
    };
    constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
    const RunId a =
        make("a", "xgboost", {{"depth", std::int64_t(10)}, {"lr", 0.1}, {"flag", true}},
             {{"owner", "Ada"}, {"mlflow.user", "x"}}, {{"auc", {0.5, 0.9}}, {"val/acc", {1}}}, "adult.csv");
    const RunId b =
        make("b", "linear", {{"depth", std::string("9")}, {"flag", std::string("True")}, {"model", std::string("own")}},
             {{"owner", "bob"}, {"a b", "50%_x"}}, {{"auc", {0.8}}, {"loss", {3, 1, 2}}}, "bike.csv", a);
    const RunId c = make("c", "", {{"depth", std::string("none")}}, {{"owner", ""}}, {{"auc", {nan}}}, "");
    const RunId d = make("d", "Größe", {}, {{"path", "C:\\\\x*[1]"}}, {{"auc", {inf}}, {"loss", {5}}}, "bike.csv");
    need(m_store->end(a, RunStatus::Finished));
    need(m_store->end(b, RunStatus::Failed));
    need(m_store->end(c, RunStatus::Cancelled));
    need(m_store->setNote(a, "the best"));
    Q_UNUSED(d)
    Transaction change(m_store->database());
    const qint64 hour = 3'600'000, day = 24 * hour;
    const qint64 noon = QDate(2026, 11, 1).startOfDay().toMSecsSinceEpoch() + 12 * hour;
    const auto place = [&](const char *name, qint64 start, qint64 seconds) {
        change.run("UPDATE runs SET start = ?, end = iif(end IS NULL, NULL, ?) WHERE name = ?",
                   {start, start + seconds * 1000, name});
    };
    place("a", noon, 30);
    place("b", noon + day, 7200);
    place("c", nowMilliseconds() - 2 * day, 1);
    place("d", nowMilliseconds() - hour, 0);
    change.run("UPDATE runs SET favourite = 1 WHERE name = 'b'");
    need(change.commit());
}

QString TestQueryLanguage::names(const QString &filter)
{
    QStringList list;
    for (const Run &run : need(m_store->runs({.filter = filter, .sortKey = "name", .descending = false})))
        list << run.name;
    return list.join(QString());
}

void TestQueryLanguage::finds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const std::pair<const char *, const char *> cases[] = {
        {"", "abcd"},
        {"   ", "abcd"},
        // Metrics: the last value. NaN equals NaN alone; what is missing satisfies nothing.
        {"metrics.auc > 0.8", "ad"},
        {"metrics.auc >= .8", "abd"},
        {"metrics.auc < 8e-1", ""},
        {"metrics.auc <= 0.8", "b"},
        {"metrics.auc == 0.9", "a"},
        {"metrics.auc != 0.9", "bcd"},
        {"metrics.auc <> 0.9", "bcd"},
        {"metrics.auc = nan", "c"},
        {"metrics.auc != NaN", "abd"},
        {"metrics.auc = inf", "d"},
        {"metrics.auc < Infinity", "ab"},
        {"metrics.auc > -inf", "abd"},
        {"metrics.auc > nan", ""},
        {"metrics.auc between 0.8 and 0.9", "ab"},
        {"metrics.auc not between 0.85 and 1", "bcd"},
        {"metrics.auc in (0.8, 0.9, nan)", "abc"},
        {"metrics.auc not in (0.8, nan)", "ad"},
        {"metrics.loss != 7", "bd"},
        {"not metrics.loss != 7", "ac"},
        {"metrics.loss is null", "ac"},
        {"metrics.loss is not null", "bd"},
        {"metrics.loss not in (2)", "d"},
        {"metric.auc > 0.8 AND Metrics.auc < 2", "a"},
        {"metrics.val/acc = 1", "a"},
        {"metrics.`val/acc` = 1", "a"},
        {"metrics.\"val/acc\" = 1", "a"},
        {"metrics.auc > 1e999", ""},
        {"metrics.absent is null", "abcd"},
        // Summaries.
        {"metrics.auc.min < 0.6", "a"},
        {"metrics.loss.max = 3", "b"},
        {"metrics.loss.count > 1", "b"},
        {"metrics.loss.step = 20", "b"},
        {"metrics.loss.last = 2", "b"},
        {"metrics.\"loss\".min = 1", "b"},
        {"metrics.\"loss.min\" = 1", ""},
        {"metrics.auc.min is null", ""},
        {"metrics.loss.min is null", "ac"},
        // Parameters: numbers to numbers, texts to texts.
        {"params.depth > 9", "a"},
        {"params.depth >= 9", "ab"},
        {"params.depth = 9.0", "b"},
        {"params.depth = '9'", "b"},
        {"params.depth = '9.0'", ""},
        {"params.depth > '9'", "c"},
        {"params.depth != 10", "bc"},
        {"params.depth != '10'", "bc"},
        {"params.depth between 9 and 10", "ab"},
        {"params.depth between '1' and '91'", "ab"},
        {"params.depth in (10, 'none')", "ac"},
        {"params.depth not in (10, 'none')", "b"},
        {"params.depth = none", "c"},
        {"params.depth like '1%'", "a"},
        {"params.lr = 1e-1", "a"},
        {"param.flag = true", "ab"},
        {"params.flag = 'true'", "a"},
        {"parameters.depth is null", "d"},
        // The model is found among the parameters, unless a run has one of that name.
        {"params.model = 'xgboost'", "a"},
        {"params.model = xgboost", "a"},
        {"params.model != 'xgboost'", "bd"},
        {"not params.model = 'xgboost'", "bcd"},
        {"params.model in ('xgboost', 'linear')", "a"},
        {"params.model in ('xgboost', 'own')", "ab"},
        {"params.model not in ('xgboost', 'x')", "bd"},
        {"params.model like '%o%'", "ab"},
        {"params.model ilike 'gRÖ%'", "d"},
        {"params.model not like 'x%'", "bd"},
        {"params.model = 'own'", "b"},
        {"params.model is null", "c"},
        {"params.model is not null", "abd"},
        {"params.model > 'o'", "ab"},
        {"params.model between 'o' and 'p'", "b"},
        {"params.model > 3", ""},
        {"params.model != 3", "abd"},
        {"params.`model` = 'xgboost'", "a"},
        // Tags.
        {"tags.owner = 'Ada'", "a"},
        {"tags.owner = 'ada'", ""},
        {"tags.owner != 'Ada'", "bc"},
        {"not tags.owner = 'Ada'", "bcd"},
        {"tags.owner = ''", "c"},
        {"tags.owner is null", "d"},
        {"tags.owner like 'A%'", "a"},
        {"tags.owner like 'a%'", ""},
        {"tags.owner ilike 'a%'", "a"},
        {"tags.owner not like 'A%'", "bc"},
        {"tags.owner not ilike '%B'", "ac"},
        {"tags.owner > 'B'", "b"},
        {"tags.owner in ('Ada', 'bob')", "ab"},
        {"tag.mlflow.user = 'x'", "a"},
        {"tags.\"mlflow.user\" = 'x'", "a"},
        {"tags.`a b` is not null", "b"},
        {"tags.\"a b\" like '50\\%\\_x'", "b"},
        {"tags.\"a b\" like '5_%'", "b"},
        {"tags.\"a b\" like '50!%!_x' escape '!'", "b"},
        {"tags.\"a b\" like '50!%!_y' escape '!'", ""},
        {"tags.path like 'C:\\\\\\\\x*[1]'", "d"},
        {"tags.path like '%*[1]'", "d"},
        {"tags.path like '%?[1]'", ""},
        // Attributes.
        {"name = 'a'", "a"},
        {"attributes.run_name = 'a'", "a"},
        {"run.name in ('a','c')", "ac"},
        {"`Run name` = 'a'", "a"},
        {"model = xgboost", "a"},
        {"model is null", "c"},
        {"model is not null", "abd"},
        {"model = ''", "c"},
        {"model ilike 'gRÖ%'", "d"},
        {"model like 'gRÖ%'", ""},
        {"model != 'linear'", "acd"},
        {"status = 'FINISHED'", "a"},
        {"status = killed", "c"},
        {"attr.status in ('failed', 'running')", "bd"},
        {"status != finished", "bcd"},
        {"status like 'f%'", "ab"},
        {"experiment = 'Income'", "ab"},
        {"favourite = true", "b"},
        {"favorite != true", "acd"},
        {"favourite = no", "acd"},
        {"archived = false", "abcd"},
        {"parent is null", "acd"},
        {"parent_name = 'a'", "b"},
        {"parent_name != 'x'", "b"},
        {"note = 'the best'", "a"},
        {"note is null", "bcd"},
        {"user = 'ada'", "ab"},
        {"user != 'x'", "abcd"},
        // Times.
        {"duration > 1m", "b"},
        {"duration < 60", "ac"},
        {"duration >= 2h", "b"},
        {"end_time is null", "d"},
        {"end_time is not null", "abc"},
        {"end_time > 0", "abc"},
        {"not end_time > 0", "d"},
        {"start_time > '2026-11-01'", "bcd"},
        {"start_time >= '2026-11-01'", "abcd"},
        {"start_time < '2026-11-01'", ""},
        {"start_time <= '2026-11-01'", "a"},
        {"start_time <= '2026-11-02'", "ab"},
        {"start_time > '2026-11-02'", "cd"},
        {"start_time > '2026-11-01 12:00'", "bcd"},
        {"start_time <= '2026-11-01T12:00:00'", "a"},
        {"start_time < '2026-11-01 12:00'", ""},
        {"not start_time > '2026-11-01'", "a"},
        {"start_time between '2026-11-01' and '2026-11-01'", "a"},
        {"start_time not between '2026-11-01' and '2026-11-02'", "cd"},
        {"start_time > today", ""},
        {"start_time <= today", "abcd"},
        {"end_time <= '2026-11-02'", "ab"},
        {"end_time > '2026-11-01'", "bc"},
        {"start_time = '2026-11-01'", "a"},
        {"start_time = 2026-11-01", "a"},
        {"start_time != '2026-11-01'", "bcd"},
        {"start_time < '2026-11-02'", "a"},
        {"start_time between '2026-11-01' and '2026-11-02'", "ab"},
        {"start_time >= '2026-11-02 12:00' and start_time <= 2026-11-02T12:00:00", "b"},
        {"start_time > -3h", "d"},
        {"start_time > -3d", "cd"},
        {"start_time in ('2026-11-01', '2026-11-02')", "ab"},
        {"start_time > 4102444800000", ""},
        // Data.
        {"datasets.name = 'bike.csv'", "bd"},
        {"dataset.digest = 'sha256:adult.csv'", "a"},
        {"datasets.context = 'train'", "abd"},
        {"datasets.role != 'train'", ""},
        {"datasets.name is null", "c"},
        {"datasets.rows >= 100", "abd"},
        // Words and logic.
        {"xgboost", "a"},
        {"XGB ada", "a"},
        {"xgb and ada", "a"},
        {"xgb bob", ""},
        {"xgb or bob", "ab"},
        {"!xgb", "bcd"},
        {"not xgb not bob", "cd"},
        {"'größe'", "d"},
        {"failed", "b"},
        {"owner=bob", "b"},
        {"xgboost or linear and failed", "ab"},
        {"(xgboost or linear) and failed", "b"},
        {"not (metrics.auc > 0.8 or params.depth > 8)", "c"},
        {"not not xgb", "a"},
        {"income metrics.auc > 0.85", "a"},
        {"in", "abd"},
        {"like", ""},
        {"model", ""},
    };
    for (const auto &[filter, expected] : cases)
        QTest::newRow(*filter ? filter : "nothing") << QString::fromUtf8(filter) << QString(expected);
}

void TestQueryLanguage::finds()
{
    QFETCH(QString, filter);
    QVERIFY(!checkQuery(filter));
    QTEST(names(filter), "expected");
    QFETCH(QString, expected);
    QCOMPARE(need(m_store->count({.filter = filter})), expected.size());
    const auto parsed = query::parse(filter);
    QCOMPARE(names(query::print(*parsed)), expected);
}

void TestQueryLanguage::refuses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *filter, int from, int length, const char *says) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << from << length << QString::fromUtf8(says);
    };
    row("metrics.auc > ", 14, 0, "value");
    row("metrics.auc > high", 14, 4, "0.9");
    row("metrics.auc > '0.9'", 14, 5, "without quotes");
    row("metrics.auc like 'x'", 12, 4, "no letters");
    row("metrics. > 1", 0, 8, "name after the dot");
    row("metricks.auc > 1", 0, 12, "`metrics.auc`");
    row("colour = 'red'", 0, 6, "params.NAME");
    row("statsu = 'failed'", 0, 6, "did you mean `status`");
    row("status=finishd", 7, 7, "running, finished");
    row("status > 'failed'", 7, 1, "no order");
    row("favourite = perhaps", 12, 7, "true or false");
    row("start_time > 'tomorrow'", 13, 10, "-7d");
    row("start_time > '2026-02-30'", 13, 12, "2026-11-01");
    row("duration > long", 11, 4, "5m");
    row("tags.n > 5", 9, 1, "quotes");
    row("params.a = params.b", 11, 8, "another key");
    row("params.a between 1 and 'x'", 23, 3, "two numbers or two texts");
    row("params.a between 1 2", 19, 1, "`and`");
    row("params.a in 1", 12, 1, "parentheses");
    row("params.a in (1, 2", 17, 0, "comma or )");
    row("params.a in ()", 13, 1, "value");
    row("params.a is 3", 12, 1, "null");
    row("params.a = null", 11, 4, "is null");
    row("datasets.colour = 'x'", 0, 15, "digest");
    row("(a or b", 0, 1, "never closed");
    row("a or b)", 6, 1, "no (");
    row("a and", 5, 0, "missing");
    row("or a", 0, 2, "missing");
    row("a b or", 6, 0, "missing");
    row("not", 3, 0, "missing");
    row("'open", 0, 5, "close it with '");
    row("tags.\"open = 3", 5, 9, "close it");
    row("= 3", 0, 1, "needs a key");
    row("'auc' = 3", 0, 5, "without quotes");
    row("metrics.a > 1 > 2", 14, 1, "cannot stand here");
    row("name like 'a' escape 'xy'", 21, 4, "one character");
    // A key and a value with a word between them that compares nothing.
    row("name contains 'x'", 5, 8, "`like`, `ilike`");
    row("name RLIKE 'r.*'", 5, 5, "there is no operator `RLIKE`; after `name` comes one of `=`, `!=`");
    row("name not contains 'x'", 9, 8, "`not like`");
    row("xgb and (tags.owner startswith 'a')", 20, 10, "no operator `startswith`");
    row("metrics.auc above 0.9", 12, 5, "`>`, `>=`");
    row("params.depth is_not none", 13, 6, "`is not null`");
    row("status ~ 'f.*'", 7, 1, "`=`, `!=`");
}

void TestQueryLanguage::refuses()
{
    QFETCH(QString, filter);
    const auto wrong = checkQuery(filter);
    QVERIFY(wrong);
    QTEST(wrong->from, "from");
    QTEST(wrong->length, "length");
    QCOMPARE(QString::fromStdString(wrong->error.code), QString("bad_query"));
    const QString message = QString::fromStdString(wrong->error.message);
    QFETCH(QString, says);
    QVERIFY2(message.contains(says), qPrintable(message));
    QFETCH(int, from);
    QVERIFY(message.startsWith(QStringLiteral("Column %1: ").arg(from + 1)));
    QCOMPARE(QString::fromStdString(wrong->error.column), QString::number(from + 1));
    const auto refused = m_store->runs({.filter = filter});
    QVERIFY(!refused && refused.error() == wrong->error);
}

void TestQueryLanguage::parses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *filter, const char *printed) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(printed);
    };
    row("a b", "\"a\" and \"b\"");
    row("a or b c", "\"a\" or (\"b\" and \"c\")");
    row("!a", "not \"a\"");
    row("not (a or b)", "not (\"a\" or \"b\")");
    row("run.run_name='it''s'", "name = \"it's\"");
    row("TAGS.x NOT  LIKE 'a\"'", "tags.x not like \"a\"\"\"");
    row("metrics.\"a\".max >= +1.50e3", "metrics.\"a\".max >= +1.50e3");
    row("param.a Not In(1,'x')", "params.a not in (1, \"x\")");
    row("dataset.role between a and b", "datasets.context between a and b");
    row("metrics.a is  NOT null", "metrics.a is not null");
    row("don't", "\"don't\"");
    row("wow! 5%,6", "\"wow!\" and \"5%,6\"");
    row("name ilike x escape '~'", "name ilike x escape \"~\"");
    row("runs like these", "\"runs\" and \"like\" and \"these\"");
    row("model xgboost", "\"model\" and \"xgboost\"");
    row("source code seed 5", "\"source\" and \"code\" and \"seed\" and \"5\"");
    row("metrics.auc xgboost", "\"metrics.auc\" and \"xgboost\"");
    row("metrics.auc xgboost name = x", "\"metrics.auc\" and \"xgboost\" and name = x");
    row("model tags.owner = 'x'", "\"model\" and tags.owner = \"x\"");
    row("run \"deep net\"", "\"run\" and \"deep net\"");
}

void TestQueryLanguage::parses()
{
    QFETCH(QString, filter);
    const auto parsed = query::parse(filter);
    QVERIFY2(parsed, parsed ? "" : parsed.error().error.message.c_str());
    QTEST(query::print(*parsed), "printed");
}

void TestQueryLanguage::extremesAreRefused()
{
    const auto code = [](const QString &filter) {
        const auto wrong = checkQuery(filter);
        return wrong ? QString::fromStdString(wrong->error.code) : QString();
    };
    QCOMPARE(code(QString(9'000, '(')), QString("bad_query"));
    QCOMPARE(code(QString(9'000, '!') + "x"), QString("bad_query"));
    QCOMPARE(code(QString(4'000, 'x') + " " + QString("not ").repeated(1'000) + "x"), QString("bad_query"));
    QCOMPARE(code(QString("x ").repeated(3'000)), QString("bad_query"));
    QCOMPARE(code(QString(20'000, 'x')), QString("bad_query"));
    QCOMPARE(code("name like '" + QString(5'000, 'x') + "'"), QString("bad_query"));
    QCOMPARE(code("metrics.a in (" + QString("1,").repeated(2'000) + "1)"), QString("bad_query"));
    // What is allowed runs, too.
    QCOMPARE(names(QString("(").repeated(40) + "xgboost" + QString(")").repeated(40)), QString("a"));
    QCOMPARE(names(QString("metrics.auc > 0.8 ").repeated(250)), QString("ad"));
    QCOMPARE(names(QString("xgb or ").repeated(249) + "bob"), QString("ab"));
    QCOMPARE(names("metrics.auc in (" + QString("1,").repeated(900) + "0.9)"), QString("a"));
    QCOMPARE(names("tags.owner ilike '" + QString("%A").repeated(1'000) + "'"), QString());
    QCOMPARE(names("tags.owner ilike '" + QString::fromUtf8("Ö").repeated(4'000) + "'"), QString());
    for (const QChar c : {QChar(0xD800), QChar(0xDC00), QChar(1), QChar(0xFFFF)})
        names(QString("tags.owner like '%1' or %1").arg(c));
}

void TestQueryLanguage::archivedRunsAreFoundWhenAskedFor()
{
    {
        Transaction change(m_store->database());
        change.run("UPDATE runs SET archived = 1 WHERE name = 'd'");
        need(change.commit());
    }
    QCOMPARE(names({}), QString("abc"));
    QCOMPARE(names("archived = true"), QString("d"));
    QCOMPARE(names("archived = true or xgboost"), QString("ad"));
    QCOMPARE(names("archived in (true, false)"), QString("abcd"));
    Transaction change(m_store->database());
    change.run("UPDATE runs SET archived = NULL");
    need(change.commit());
}

void TestQueryLanguage::summariesGiveWayToKeysOfThatName()
{
    TemporaryStore store;
    const RunId run = need(store->begin({.name = "x"}));
    need(store->logMetric(run, "loss", 1, 0));
    need(store->logMetric(run, "loss", 7, 1));
    need(store->flush());
    const auto count = [&](const char *filter) { return need(store->count({.filter = filter})); };
    QCOMPARE(count("metrics.loss.min = 1"), 1);
    need(store->logMetric(run, "loss.min", 5, 0));
    need(store->flush());
    QCOMPARE(count("metrics.loss.min = 1"), 0);
    QCOMPARE(count("metrics.loss.min = 5"), 1);
    QCOMPARE(count("metrics.\"loss\".min = 1"), 1);
}

/// Every table shows eight digits of an id.
void TestQueryLanguage::firstDigitsOfAnIdAreEnough()
{
    const QString a = need(m_store->runs({.filter = "name = 'a'"})).front().id.value;
    const QString c = need(m_store->runs({.filter = "name = 'c'"})).front().id.value;
    for (const int digits : {8, 9, 31, 32}) {
        const QString first = a.left(digits);
        QCOMPARE(names("run_id = '" + first + "'"), QString("a"));
        QCOMPARE(names("id = " + first), QString("a"));
        QCOMPARE(names("run_id != '" + first + "'"), QString("bcd"));
        QCOMPARE(names("run_id in ('" + first + "', '" + c.left(8).toUpper() + "')"), QString("ac"));
        QCOMPARE(names("run_id not in ('" + first + "', '" + c + "')"), QString("bd"));
        QCOMPARE(names("parent = '" + first + "'"), QString("b"));
        QCOMPARE(names("parent != '" + first + "'"), QString());
        QCOMPARE(names("not parent = '" + first + "'"), QString("acd"));
    }
    // Fewer may mean several.
    QCOMPARE(names("run_id = '" + a.left(7) + "'"), QString());
    QCOMPARE(names("run_id = 'somebody'"), QString());
}

void TestQueryLanguage::unknownKeysAreHinted_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("hints"); ///< "from+length sentence", with | between them
    const auto row = [](const char *filter, const char *hints) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(hints);
    };
    row("", "");
    row("metrics.auc > 0.5 and params.depth = 1 and tags.owner is null and tags.`a b` = 'x'", "");
    row("metrics.auc.min > 0.5 or metrics.`auc`.max > 0.5", "");
    row("params.model = 'xgboost'", "");
    row("metrics.aux > 0.5", "0+11 There is no metric aux; did you mean auc?");
    row("xgb (metrics.los.min > 1 or not tags.owners = 'x')",
        "5+15 There is no metric los; did you mean loss?|32+11 There is no tag owners; did you mean owner?");
    row("params.dept = 3 or params.dept = 4", "0+11 There is no parameter dept; did you mean depth?");
    row("params.modell = 'x'", "0+13 There is no parameter modell; did you mean model?");
    row("metrics.depth > 3", "0+13 There is no metric depth; did you mean params.depth?");
    row("metrics.duration > 3", "0+16 There is no metric duration; did you mean duration?");
    row("metrics.something_else > 3", "0+22 There is no metric something_else.");
    row("metrics.auc >", ""); // no query
}

/// They find nothing and are right all the same: runs that have them may come.
void TestQueryLanguage::unknownKeysAreHinted()
{
    QFETCH(QString, filter);
    const auto shown = [](const std::vector<QueryProblem> &hints) {
        QStringList texts;
        for (const QueryProblem &hint : hints)
            texts << QStringLiteral("%1+%2 %3").arg(hint.from).arg(hint.length).arg(hint.error.message.c_str());
        return texts.join('|');
    };
    QTEST(shown(need(queryHints(*m_store.store, filter))), "hints");
    QCOMPARE(shown(need(keyHints(*m_store.store, {"metrics.auc.max", "params.dept", "start_time", "tags.a b"}))),
             QString("0+0 There is no parameter dept; did you mean depth?"));
}

QTEST_GUILESS_MAIN(TestQueryLanguage)
#include "tst_query_language.moc"
