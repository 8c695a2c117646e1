// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/query/sortkeys.h"
#include "tracking/runtable.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace assay;
using namespace assay::tracking;

/// Ordering runs by several keys: how the text is read, and the database against a plain comparison of runs.
class TestSortKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writtenKeysReadTheSame();
    void aNameWithACommaIsOneKey();
    void databaseAgreesWithPlainComparison();
    void pagesOfSeveralKeys();

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    QStringList names(const QString &sort, bool descending) const;

    std::mt19937 m_random{20261122};
    TemporaryStore m_store;
    std::vector<Run> m_runs; ///< in the order they were made
};

namespace {

/// Keys as text: `metrics.auc desc|name asc`.
QString listed(const std::vector<SortKey> &keys)
{
    QStringList list;
    for (const SortKey &key : keys)
        list << key.key + (key.descending ? " desc" : " asc");
    return list.join('|');
}

/// −1, 0 or 1; a run without a value stands last whatever the direction.
int ordered(double a, double b, bool descending)
{
    if (std::isnan(a) || std::isnan(b))
        return int(std::isnan(a)) - int(std::isnan(b));
    const int order = int(a > b) - int(a < b);
    return descending ? -order : order;
}

int ordered(const QByteArray &a, const QByteArray &b, bool descending)
{
    const int order = int(a.toLower() > b.toLower()) - int(a.toLower() < b.toLower());
    return descending ? -order : order;
}

template<class Map, class Key>
const typename Map::mapped_type *valueOf(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

int byMetric(const Run &a, const Run &b, const QString &key, bool descending)
{
    const double *one = valueOf(a.metrics, key), *other = valueOf(b.metrics, key);
    if (!one || !other)
        return int(!one) - int(!other);
    return ordered(*one, *other, descending);
}

int byTag(const Run &a, const Run &b, const QString &key, bool descending)
{
    const QString *one = valueOf(a.tags, key), *other = valueOf(b.tags, key);
    if (!one || !other)
        return int(!one) - int(!other);
    return ordered(one->toUtf8(), other->toUtf8(), descending);
}

/// Numbers first, then texts.
int byParam(const Run &a, const Run &b, const std::string &key, bool descending)
{
    const ParamValue *one = valueOf(a.params, key), *other = valueOf(b.params, key);
    if (!one || !other)
        return int(!one) - int(!other);
    const auto number = [](const ParamValue &value) {
        if (const auto *whole = std::get_if<std::int64_t>(&value))
            return static_cast<double>(*whole);
        if (const auto *real = std::get_if<double>(&value))
            return *real;
        return std::numeric_limits<double>::quiet_NaN();
    };
    if (const int order = ordered(number(*one), number(*other), descending))
        return order;
    const auto text = [](const ParamValue &value) { return QByteArray::fromStdString(toText(value)); };
    return ordered(text(*one), text(*other), descending);
}

int compare(const Run &a, const Run &b, const SortKey &key)
{
    const QString name = key.key.mid(key.key.indexOf('.') + 1);
    if (key.key.startsWith("metrics."))
        return byMetric(a, b, name, key.descending);
    if (key.key.startsWith("tags."))
        return byTag(a, b, name, key.descending);
    if (key.key.startsWith("params."))
        return byParam(a, b, name.toStdString(), key.descending);
    if (key.key == "name")
        return ordered(a.name.toUtf8(), b.name.toUtf8(), key.descending);
    if (key.key == "model") {
        if (a.model.isEmpty() || b.model.isEmpty())
            return int(a.model.isEmpty()) - int(b.model.isEmpty());
        return ordered(a.model.toUtf8(), b.model.toUtf8(), key.descending);
    }
    return ordered(static_cast<double>(a.start.toMSecsSinceEpoch()), static_cast<double>(b.start.toMSecsSinceEpoch()),
                   key.descending);
}

} // namespace

void TestSortKeys::initTestCase()
{
    const QStringList texts = {"a", "B", "b", "Zoe", "größe", "x, y"};
    const double values[] = {0,
                             0.5,
                             1,
                             std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::quiet_NaN()};
    for (int i = 0; i < 150; ++i) {
        NewRun run{.name = QString("run %1").arg(i, 3, 10, QChar('0')),
                   .model = below(3) ? texts[below(3)] : QString()};
        const ParamValue choices[] = {std::int64_t(below(4)), 0.5 * below(6), texts[below(6)].toStdString()};
        if (below(4))
            run.params["depth"] = choices[below(3)];
        if (below(4))
            run.params["of trees, all"] = choices[below(3)];
        if (below(4))
            run.tags["owner"] = texts[below(6)];
        const RunId id = need(m_store->begin(run));
        for (const char *key : {"auc", "val/loss", "a b,c"})
            if (below(5))
                need(m_store->logMetric(id, key, values[below(6)], 0));
        need(m_store->end(id, RunStatus::Finished));
    }
    m_runs = need(m_store->runs({.sortKey = "start_time", .descending = false}));
    QCOMPARE(m_runs.size(), std::size_t(150));
}

QStringList TestSortKeys::names(const QString &sort, bool descending) const
{
    QStringList names;
    for (const Run &run : need(m_store->runs({.sortKey = sort, .descending = descending})))
        names << run.name;
    return names;
}

void TestSortKeys::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << "name" << true << "name desc";
    QTest::newRow("one, the other way") << "name" << false << "name asc";
    QTest::newRow("a word beats the query") << "name ASC" << true << "name asc";
    QTest::newRow("several") << "metrics.auc desc, params.depth asc, start_time" << true
                             << "metrics.auc desc|params.depth asc|start_time desc";
    QTest::newRow("without words") << "name,model" << false << "name asc|model asc";
    QTest::newRow("spaces") << "  name   desc ,\tmodel " << false << "name desc|model asc";
    QTest::newRow("a space in a name") << "metrics.a b, params.of trees asc" << true
                                       << "metrics.a b desc|params.of trees asc";
    QTest::newRow("backticks") << "metrics.`a b,c` asc, name" << true << "metrics.a b,c asc|name desc";
    QTest::newRow("double quotes") << "params.\"of trees, all\"desc, name" << false
                                   << "params.of trees, alldesc asc|name asc";
    QTest::newRow("a quoted direction is a name") << "params.`depth desc`" << false << "params.depth desc asc";
    QTest::newRow("a quoted direction with one") << "params.`depth desc` desc" << false << "params.depth desc desc";
    QTest::newRow("a doubled quote") << "tags.`a``b`" << true << "tags.a`b desc";
    QTest::newRow("a summary of a quoted name") << "metrics.`a,b`.min asc" << true << "metrics.a,b.min asc";
    QTest::newRow("quotes further on are letters") << "tags.it's.\"x\"" << true << "tags.it's.\"x\" desc";
    QTest::newRow("a word is no key's end") << "metrics.xdesc" << false << "metrics.xdesc asc";
}

void TestSortKeys::reads()
{
    QFETCH(QString, text);
    QFETCH(bool, descending);
    QTEST(listed(need(sortKeys(text, descending))), "expected");
}

void TestSortKeys::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("nothing between commas") << "name,,model"
                                            << "missing";
    QTest::newRow("a comma at the end") << "name,"
                                        << "missing";
    QTest::newRow("an open quote") << "metrics.`auc desc"
                                   << "quote";
    QTest::newRow("too many") << QStringList(17, "name").join(',') << "16";
    QTest::newRow("an unknown one") << "name, colour desc"
                                    << "`colour`";
    QTest::newRow("a data set") << "datasets.name, name"
                                << "start_time";
}

void TestSortKeys::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, mentions);
    const auto refused = m_store->runs({.sortKey = text});
    QCOMPARE(codeOf(refused), QString("bad_query"));
    QVERIFY2(QString::fromStdString(refused.error().message).contains(mentions), refused.error().message.c_str());
}

void TestSortKeys::writtenKeysReadTheSame()
{
    const QString letters = "ab.`\", desc/_";
    for (int i = 0; i < 5'000; ++i) {
        std::vector<SortKey> keys;
        for (int count = 1 + below(4); count > 0; --count) {
            QString name;
            for (int size = 1 + below(12); size > 0; --size)
                name += letters[below(static_cast<int>(letters.size()))];
            const char *const prefixes[] = {"metrics.", "params.", "tags."};
            keys.push_back({.key = prefixes[below(3)] + name, .descending = below(2) == 0});
        }
        const QString text = sortText(keys);
        const auto read = sortKeys(text, keys.front().descending);
        QVERIFY2(read, qPrintable(text));
        QVERIFY2(*read == keys, qPrintable(text + "\n" + listed(keys) + "\n" + listed(*read)));
    }
}

/// As it stands in views that were saved before there were several keys.
void TestSortKeys::aNameWithACommaIsOneKey()
{
    for (const bool descending : {false, true}) {
        QCOMPARE(names("metrics.a b,c", descending), names("metrics.`a b,c`", descending));
        QCOMPARE(names("params.of trees, all", descending), names("params.`of trees, all`", descending));
        QCOMPARE(names("metrics.a b,c.max", descending), names("metrics.`a b,c`.max", descending));
    }
    QVERIFY(names("metrics.a b,c", true) != names("metrics.a b,c", false));
}

void TestSortKeys::databaseAgreesWithPlainComparison()
{
    const QStringList all = {"metrics.auc",          "metrics.val/loss", "metrics.a b,c", "params.depth",
                             "params.of trees, all", "tags.owner",       "model",         "name",
                             "start_time",           "metrics.nobody"};
    int moved = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<SortKey> keys;
        for (int count = 1 + below(4); count > 0; --count)
            keys.push_back({.key = all[below(static_cast<int>(all.size()))], .descending = below(2) == 0});
        std::vector<std::size_t> order(m_runs.size());
        std::iota(order.begin(), order.end(), 0);
        // At the end the latest first, or as the last key says where that is the time.
        const bool latestFirst = keys.back().key != "start_time" || keys.back().descending;
        std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
            for (const SortKey &key : keys)
                if (const int by = compare(m_runs[a], m_runs[b], key))
                    return by < 0;
            return latestFirst ? a > b : a < b;
        });
        QStringList expected;
        for (const std::size_t at : order)
            expected << m_runs[at].name;
        const QString text = sortText(keys);
        QVERIFY2(names(text, keys.front().descending) == expected, qPrintable(text));
        moved += keys.size() > 1 && expected != names(sortText({keys.front()}), keys.front().descending);
    }
    QVERIFY2(moved > 100, "the later keys matter");
}

void TestSortKeys::pagesOfSeveralKeys()
{
    const QString sort = "model, tags.owner asc, metrics.auc desc";
    const QStringList all = names(sort, false);
    QStringList paged;
    for (qint64 offset = 0; offset < 150; offset += 40)
        for (const Run &run :
             need(m_store->runs({.sortKey = sort, .descending = false, .offset = offset, .limit = 40})))
            paged << run.name;
    QCOMPARE(paged, all);
}

QTEST_GUILESS_MAIN(TestSortKeys)
#include "tst_sortkeys.moc"
