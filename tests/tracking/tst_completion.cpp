// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/query/completion.h"

using namespace assay;
using namespace assay::tracking;

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offers_data();
    void offers();
    void replacesTheWholeWord_data();
    void replacesTheWholeWord();
    void acceptingLeadsToAQuery();
    void detailsCountRuns();
    void limits();
    void anyCursorIsAnswered();

private:
    /// @p text with a | where the cursor is.
    std::vector<Completion> at(QString text, int limit = 50);
    QStringList textsAt(const QString &text, int limit = 50);

    TemporaryStore m_store;
};

void TestCompletion::initTestCase()
{
    for (int i = 0; i < 6; ++i) {
        const RunId id = need(m_store->begin(
            {.name = QString("run %1").arg(i),
             .model = i < 4 ? "xgboost" : "linear",
             .params = {{"max_depth", std::int64_t(i % 2)}, {"kind", std::string(i < 2 ? "deep" : "it's \"big\"")}},
             .tags = {{"my owner", i < 5 ? "ada" : "bob"}},
             .inputs = {{.role = "train", .name = "adult.csv"}}}));
        need(m_store->logMetric(id, "auc", 1, 0));
        if (i < 3)
            need(m_store->logMetric(id, "accuracy", 1, 0));
        need(m_store->logMetric(id, "val/a, b", 1, 0));
        need(m_store->logMetric(id, "lo,ss", 1, 0));
        need(m_store->flush());
        if (i == 5)
            need(m_store->remove({id}));
    }
}

std::vector<Completion> TestCompletion::at(QString text, int limit)
{
    const int cursor = static_cast<int>(text.indexOf('|'));
    text.remove(cursor, 1);
    return need(completeQuery(*m_store.store, text, cursor, limit));
}

QStringList TestCompletion::textsAt(const QString &text, int limit)
{
    QStringList texts;
    for (const Completion &one : at(text, limit))
        texts << one.text;
    return texts;
}

void TestCompletion::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");  ///< separated by ·
    QTest::addColumn<QString>("absent"); ///< one that must not be offered
    const auto row = [](const char *text, const char *first, const char *absent) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(first) << QString::fromUtf8(absent);
    };
    row("metrics.a|", "metrics.auc·metrics.accuracy", "params.kind");
    row("au|", "metrics.auc", "metrics.accuracy");
    row("METRICS.AU|", "metrics.auc", "name");
    row("max|", "params.max_depth", "metrics.auc");
    row("sta|", "start_time·status", "name");
    row("tags.my|", "tags.\"my owner\"", "name");
    row("tags.\"my o|", "tags.\"my owner\"", "name");
    row("metrics.val|", "metrics.\"val/a, b\"", "name");
    row("metrics.lo|", "metrics.\"lo,ss\"", "name");
    row("(metrics.val|", "metrics.\"val/a, b\"", "name");
    row("not mod|", "model", "and");
    row("params.mo|", "params.model", "name");
    row("params.model |", "=·!=", "and");
    row("params.model = |", "\"xgboost\"·\"linear\"", "and");
    row("params.model in (|", "\"xgboost\"·\"linear\"", "and");
    row("metrics.auc > 1 and mod|", "model", "and");
    row("metrics.auc > 1 |", "and·or", "name");
    row("metrics.auc > 1 a|", "and", "metrics.val/a");
    row("metrics.auc |", ">·>=·<·<=·=·!=", "like");
    row("model |", "=·!=", "and");
    row("model l|", "like", "=");
    row("status |", "=·!=", ">");
    row("favourite |", "=·!=·in", "between");
    row("model not |", "like·ilike·between·in", "=");
    row("model is |", "null·not null", "and");
    row("model is not |", "null", "and");
    row("model in |", "(", "and");
    row("model = |", "\"xgboost\"·\"linear\"", "and");
    row("model = li|", "\"linear\"", "\"xgboost\"");
    row("model = \"li|", "\"linear\"", "\"xgboost\"");
    row("model in (|", "\"xgboost\"·\"linear\"", "and");
    row("model in ('x', |", "\"xgboost\"·\"linear\"", "and");
    row("params.max_depth = |", "0·1", "\"0\"");
    row("params.max_depth between 0 and |", "0·1", "name");
    row("params.kind = |", "\"it's \"\"big\"\"\"·\"deep\"", "and");
    row("params.kind like 'i|", "\"it's \"\"big\"\"\"", "\"deep\"");
    row("tags.\"my owner\" = |", "\"ada\"", "\"bob\"");
    row("status = f|", "finished·failed", "running");
    row("archived = |", "true·false", "and");
    row("start_time > |", "today", "true");
    row("datasets.name = |", "\"adult.csv\"", "and");
    row("datasets.|", "datasets.name", "name");
    row("zzz|", "", "and");
}

void TestCompletion::offers()
{
    QFETCH(QString, text);
    const QStringList offered = textsAt(text);
    QFETCH(QString, first);
    const QStringList expected = first.split(u'·', Qt::SkipEmptyParts);
    QCOMPARE(offered.mid(0, expected.size()), expected);
    QFETCH(QString, absent);
    QVERIFY2(!offered.contains(absent), qPrintable(offered.join(' ')));
    if (expected.isEmpty())
        QCOMPARE(offered, expected);
}

void TestCompletion::replacesTheWholeWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("completed"); ///< with the first that is offered
    QTest::newRow("end") << "xgb and metrics.au|"
                         << "xgb and metrics.auc";
    QTest::newRow("middle") << "metrics.au|x > 1"
                            << "metrics.auc > 1";
    QTest::newRow("beginning") << "|"
                               << "metrics.auc";
    QTest::newRow("before a word") << "model = |"
                                   << "model = \"xgboost\"";
    QTest::newRow("open quote") << "model = 'li|"
                                << "model = \"linear\"";
    QTest::newRow("within parentheses") << "(mod|)"
                                        << "(model)";
    QTest::newRow("quoted key") << "not tags.\"my|"
                                << "not tags.\"my owner\"";
}

void TestCompletion::replacesTheWholeWord()
{
    QFETCH(QString, text);
    const Completion first = at(text).at(0);
    text.remove('|');
    QTEST(text.replace(first.from, first.length, first.text), "completed");
}

void TestCompletion::acceptingLeadsToAQuery()
{
    // Accepting the first offer at the end again and again: keys, operators, values, keywords.
    QString text;
    for (int i = 0; i < 11; ++i) {
        const auto offers = need(completeQuery(*m_store.store, text, static_cast<int>(text.size())));
        if (offers.empty())
            text += "1 ";
        else
            text.replace(offers[0].from, offers[0].length, offers[0].text + ' ');
    }
    QVERIFY2(!checkQuery(text), qPrintable(text));
    QVERIFY(text.startsWith("metrics.auc > 1 and metrics.auc > 1"));
    // Every key that is offered is one.
    for (const Completion &one : at("|", 200))
        if (one.kind == Completion::Key)
            QVERIFY2(!checkQuery(one.text + " is null"), qPrintable(one.text));
}

void TestCompletion::detailsCountRuns()
{
    QCOMPARE(at("metrics.auc|").at(0).detail, QString("in 5 runs")); // one is deleted
    QCOMPARE(at("metrics.acc|").at(0).detail, QString("in 3 runs"));
    QCOMPARE(at("model = lin|").at(0).detail, QString("in 1 run"));
    QCOMPARE(at("status|").at(0).detail, QString("status"));
}

void TestCompletion::limits()
{
    QCOMPARE(at("|", 4).size(), 4u);
    QCOMPARE(at("|", 0).size(), 0u);
    const QStringList mixed = textsAt("|", 12);
    QVERIFY(mixed.contains("metrics.auc") && mixed.contains("params.kind"));
}

void TestCompletion::anyCursorIsAnswered()
{
    const QString text =
        "not (metrics.\"a b\".min >= 1e-3 or tags.x not in ('a', \"b\")) and name like '%' escape '!' -7d";
    for (int end = 0; end <= text.size(); ++end)
        for (int cursor = -1; cursor <= end + 1; ++cursor)
            for (const Completion &one : need(completeQuery(*m_store.store, text.left(end), cursor)))
                QVERIFY(one.from >= 0 && one.length >= 0 && one.from + one.length <= end);
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
