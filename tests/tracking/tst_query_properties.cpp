// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryevaluator.h"
#include "storefixture.h"
#include "tracking/database.h"
#include "tracking/query/parser.h"
#include "tracking/runtable.h"

#include <random>

using namespace assay;
using namespace assay::tracking;
using query::Comparison;
using query::Expression;
using query::Key;
using query::Literal;
using query::Operator;

/// Thousands of random queries over a random store: what the database answers against what a plain reading of the
/// query says of each run.
class TestQueryProperties : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void printedQueriesReadTheSame();
    void databaseAgreesWithPlainReading();
    void longLists();
    void noiseIsReadOrRefused();

private:
    Expression expression(int depth);
    Expression comparison();
    Literal numberLiteral();
    Literal textLiteral(const QStringList &texts);
    void choose(Comparison &compared, bool ordered, bool isText, const std::function<Literal()> &value);

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    template<class T>
    const T &one(const std::vector<T> &list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }
    QString one(const QStringList &list) { return list[below(static_cast<int>(list.size()))]; }

    std::mt19937 m_random{20261122};
    TemporaryStore m_store;
    std::vector<RunDetails> m_runs;
};

namespace {

const QStringList texts = {"",      "a",     "A",  "b", "Ab",  "a%b",  "a_b", "xgboost",
                           "Größe", "größe", "10", "9", "1e1", "a*[b", "\\"};
const QStringList patterns = {"%", "a%", "%B", "_", "a\\%b", "a!_b", "%r%", "GRÖ%", "1_", "", "%*[%", "\\\\", "a__"};
const std::vector<double> values = {-1,
                                    0,
                                    0.5,
                                    1,
                                    9,
                                    10,
                                    1e300,
                                    std::numeric_limits<double>::infinity(),
                                    -std::numeric_limits<double>::infinity(),
                                    std::numeric_limits<double>::quiet_NaN()};
const QStringList numbers = {"-1", "0", ".5", "1", "9", "1e1", "1e300", "inf", "-inf", "nan", "9.5"};

} // namespace

void TestQueryProperties::initTestCase()
{
    std::vector<RunId> made;
    for (int i = 0; i < 120; ++i) {
        NewRun run{.experiment = one({"Income", "Bikes"}),
                   .name = one(texts) + QString::number(below(3)),
                   .model = one(texts)};
        if (!made.empty() && below(4) == 0)
            run.parent = one(made);
        for (const char *key : {"p", "q", "model"}) {
            const ParamValue choices[] = {ParamValue(below(2) == 0), ParamValue(std::int64_t(below(12))),
                                          ParamValue(one(values)), ParamValue(one(texts).toStdString())};
            if (below(3))
                run.params[key] = choices[below(4)];
        }
        for (const char *key : {"t", "u v"})
            if (below(3))
                run.tags[key] = one(texts);
        for (int d = below(3); d > 0; --d)
            run.inputs.push_back(
                {.role = one({"train", "test"}), .name = one(texts), .digest = one({"x", "y"}), .rows = below(12)});
        const RunId id = need(m_store->begin(run));
        for (const char *key : {"m", "n.x"})
            for (int points = below(4); points > 0; --points)
                need(m_store->logMetric(id, key, one(values), below(20)));
        if (below(2))
            need(m_store->end(id, RunStatus(1 + below(3))));
        if (below(2))
            need(m_store->setNote(id, one(texts)));
        made.push_back(id);
    }
    need(m_store->flush());
    {
        Transaction change(m_store->database());
        for (const char *sql :
             {"UPDATE runs SET favourite = 1 WHERE id % 3 = 0", "UPDATE runs SET archived = 1 WHERE id % 7 = 0",
              "UPDATE runs SET end = start + id * 500 WHERE end IS NOT NULL"})
            change.run(sql);
        need(change.commit());
    }
    for (const RunId &id : made)
        m_runs.push_back(need(m_store->details(id)));
}

Literal TestQueryProperties::numberLiteral()
{
    const QString text = one(numbers);
    return {.kind = text.back().isDigit() ? Literal::Number : Literal::Word, .text = text};
}

Literal TestQueryProperties::textLiteral(const QStringList &list)
{
    return {.kind = Literal::Text, .text = one(list)};
}

void TestQueryProperties::choose(Comparison &compared, bool ordered, bool isText, const std::function<Literal()> &value)
{
    std::vector<Operator> operators = {Operator::Equal, Operator::NotEqual, Operator::In, Operator::Null};
    if (ordered)
        for (const Operator op :
             {Operator::Less, Operator::LessEqual, Operator::Greater, Operator::GreaterEqual, Operator::Between})
            operators.push_back(op);
    if (isText)
        for (const Operator op : {Operator::Like, Operator::ILike})
            operators.push_back(op);
    compared.op = one(operators);
    compared.negated = compared.op >= Operator::Between && below(2);
    if (compared.op == Operator::Like || compared.op == Operator::ILike) {
        compared.values = {textLiteral(patterns)};
        compared.escape = below(4) ? QString() : QStringLiteral("!");
        return;
    }
    const int count = compared.op == Operator::Null      ? 0
                      : compared.op == Operator::Between ? 2
                      : compared.op == Operator::In      ? 1 + below(4)
                                                         : 1;
    for (int i = 0; i < count; ++i)
        compared.values.push_back(value());
}

Expression TestQueryProperties::comparison()
{
    Comparison compared;
    const auto number = [this] { return numberLiteral(); };
    const auto text = [this] { return textLiteral(texts); };
    switch (below(6)) {
    case 0:
        compared.key = {.kind = Key::Metric,
                        .name = one({"m", "n.x", "m.min", "m.max", "m.count", "m.step", "absent"})};
        compared.key.quoted = below(3) == 0;
        if (compared.key.quoted && below(2))
            compared.key = {.kind = Key::Metric, .name = "m", .quoted = true, .summary = one({"min", "last"})};
        choose(compared, true, false, number);
        break;
    case 1: {
        compared.key = {.kind = Key::Param, .name = one({"p", "q", "model", "absent"})};
        const bool numeric = below(2);
        choose(compared, true, true, numeric ? std::function<Literal()>(number) : text);
        break;
    }
    case 2:
        compared.key = {.kind = Key::Tag, .name = one({"t", "u v"}), .quoted = true};
        choose(compared, true, true, text);
        break;
    case 3:
        compared.key = {.kind = Key::Dataset, .name = one({"name", "digest", "context", "rows"})};
        if (compared.key.name == "rows")
            choose(compared, true, false, number);
        else
            choose(compared, true, true, text);
        break;
    case 4:
        compared.key.name = one({"duration", "favourite", "archived", "status"});
        if (compared.key.name == "duration")
            choose(compared, true, false, number);
        else if (compared.key.name == "status")
            choose(compared, false, true, [this] { return textLiteral({"running", "FINISHED", "killed", "crashed"}); });
        else
            choose(compared, false, false, [this] { return Literal{.text = one({"true", "false"})}; });
        break;
    default:
        compared.key.name = one({"name", "model", "note", "experiment", "parent_name"});
        choose(compared, true, true, text);
        break;
    }
    return {.kind = Expression::Compare, .comparison = compared};
}

Expression TestQueryProperties::expression(int depth)
{
    const int kind = depth > 0 ? below(6) : 4 + below(2);
    if (kind == 5 && below(3) == 0)
        return {.kind = Expression::Term, .term = one({"a", "XGB", "größe", "income", "finish", "u v=a", ""})};
    if (kind >= 3)
        return comparison();
    if (kind == 2) {
        Expression opposite{.kind = Expression::Not};
        opposite.parts.push_back(expression(depth - 1));
        return opposite;
    }
    Expression group{.kind = kind == 0 ? Expression::All : Expression::Any};
    for (int parts = 2 + below(2); parts > 0; --parts)
        group.parts.push_back(expression(depth - 1));
    return group;
}

void TestQueryProperties::printedQueriesReadTheSame()
{
    for (int i = 0; i < 5'000; ++i) {
        const Expression made = expression(4);
        const QString text = query::print(made);
        const auto read = query::parse(text);
        QVERIFY2(read, qPrintable(text + "\n" + (read ? "" : read.error().error.message.c_str())));
        QVERIFY2(*read == made, qPrintable(text + "\n" + query::print(*read)));
    }
}

void TestQueryProperties::databaseAgreesWithPlainReading()
{
    const auto rows = need(RunTable(*m_store.store).rows({.filter = "archived in (true, false)"}));
    QCOMPARE(rows.size(), m_runs.size());
    int found = 0, empty = 0;
    for (int i = 0; i < 4'000; ++i) {
        const Expression made = expression(3);
        const QString text = query::print(made) + " and archived in (yes, no)";
        const QString filter =
            made.kind == Expression::Any ? "(" + query::print(made) + ") and archived in (yes, no)" : text;
        QStringList expected;
        for (const RunDetails &run : m_runs)
            if (plainlySatisfies(run, made, m_runs))
                expected << run.run.id.value;
        QStringList answered;
        for (const Run &run : need(m_store->runs({.filter = filter, .descending = false})))
            answered << run.id.value;
        expected.sort();
        answered.sort();
        if (answered != expected)
            for (const RunDetails &run : m_runs)
                if (answered.contains(run.run.id.value) != expected.contains(run.run.id.value))
                    qWarning() << "differs:" << run.run.name << run.run.model << run.run.metrics << run.run.tags
                               << toJson(run.run.params).dump().c_str();
        QVERIFY2(answered == expected, qPrintable(filter));
        found += static_cast<int>(expected.size());
        empty += expected.isEmpty() || expected.size() == static_cast<qsizetype>(m_runs.size());
    }
    // The queries tell runs apart: they are no proof otherwise.
    QVERIFY2(empty < 2'000, qPrintable(QString::number(empty)));
    QVERIFY(found > 40'000);
}

/// As many values as a list may have, of every kind of key, alone and turned around.
void TestQueryProperties::longLists()
{
    const auto found = [&](const QString &filter) {
        QStringList names;
        for (const Run &run : need(m_store->runs({.filter = filter + " and archived in (yes, no)"})))
            names << run.id.value;
        names.sort();
        return names;
    };
    // What the first three say is in each list, what fills it up is nowhere.
    const auto list = [](const QStringList &first, const std::function<QString(int)> &filling, int size = 1'000) {
        QStringList values = first;
        while (values.size() < size)
            values.insert(values.size() / 2, filling(static_cast<int>(values.size())));
        return "(" + values.join(",") + ")";
    };
    QStringList starts;
    for (const std::size_t i : {3U, 50U, 99U})
        starts << QString::number(m_runs[i].run.start.toMSecsSinceEpoch());
    const auto number = [](int i) { return QString::number(1'000 + i); };
    const auto text = [](int i) { return QString("'n%1'").arg(i); };
    const auto mixed = [&](int i) { return i % 2 ? number(i) : text(i); };
    const struct
    {
        QString key;
        QStringList first;
        std::function<QString(int)> filling;
    } lists[] = {{"params.p", {"1", "nan", "true", "'a'"}, mixed},
                 {"params.q", {"'Größe'", "0.5", "FALSE"}, number},
                 {"start_time", starts, number},
                 {"created", starts, number},
                 {"end_time", starts, number},
                 {"metrics.m", {"1", "nan", "inf"}, number},
                 {"tags.t", {"'a'", "'B'", "''"}, text},
                 {"name", {"'a0'", "'b1'"}, text},
                 {"datasets.rows", {"1", "2", "3"}, number},
                 {"duration", {"1", "2", "3"}, number},
                 {"status", {"finished"}, [](int) { return QString("failed"); }}};
    int some = 0;
    for (const auto &[key, first, filling] : lists) {
        for (const char *in : {" in ", " not in "}) {
            const QString few = key + in + "(" + first.join(", ") + (key == "status" ? ", failed)" : ")");
            const QString many = key + in + list(first, filling);
            QVERIFY2(query::parse(many), qPrintable(key));
            QCOMPARE(found(many), found(few));
            some += !found(few).isEmpty();
        }
    }
    QVERIFY2(some > 16, qPrintable(QString::number(some)));
    // And several of them in groups within each other.
    QString nested = "params.p in " + list({"1"}, mixed, 100);
    for (int depth = 0; depth < 14; ++depth)
        nested = "(" + nested + " or start_time in " + list(starts, number, 100) + ")";
    QVERIFY(found(nested).size() >= 3);
}

void TestQueryProperties::noiseIsReadOrRefused()
{
    const QStringList pieces = {"metrics.m",
                                "params.\"p",
                                "tags.",
                                "'",
                                "\"",
                                "`",
                                "(",
                                ")",
                                ",",
                                "and",
                                "or",
                                "not",
                                "!",
                                "=",
                                "<>",
                                "between",
                                "in",
                                "like",
                                "is",
                                "null",
                                "escape",
                                "1",
                                "-7d",
                                "nan",
                                "name",
                                "start_time",
                                "2026-11-01",
                                "\\",
                                "%",
                                "ß",
                                QString(QChar(0xD83D)),
                                " ",
                                "\t",
                                "status",
                                "finished",
                                "9e99999",
                                "x=y",
                                "datasets.rows",
                                "duration",
                                "5m"};
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = below(12); length > 0; --length)
            text += one(pieces) + (below(3) ? " " : "");
        if (const auto parsed = query::parse(text)) {
            ++read;
            QVERIFY2(query::parse(query::print(*parsed)), qPrintable(text));
            const auto answer = m_store->count({.filter = text});
            QVERIFY2(answer, qPrintable(text + (answer ? "" : answer.error().message.c_str())));
        } else {
            const QueryProblem &wrong = parsed.error();
            QVERIFY2(wrong.from >= 0 && wrong.length >= 0 && wrong.from + wrong.length <= text.size(),
                     qPrintable(text));
            QCOMPARE(wrong.error.code, std::string("bad_query"));
        }
    }
    QVERIFY(read > 1'000);
}

QTEST_GUILESS_MAIN(TestQueryProperties)
#include "tst_query_properties.moc"
