// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of an export before it is made, against what it makes.
#include "samplerun.h"
#include "tracking/database.h"
#include "tracking/exporters/exporter.h"
#include "tracking/exporters/exportplan.h"

#include <numeric>

using namespace assay::tracking;

class TestExportPlan : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void countsWhatIsExported_data();
    void countsWhatIsExported();
    void findsThoseBelow();
    void endsOnCirclesOfParents();
    void findsWhatAQueryFinds();
    void refusesWhatIsNotThere();

private:
    std::unique_ptr<TemporaryStore> m_store;
    RunId m_parent, m_child, m_grandchild, m_other;
};

void TestExportPlan::init()
{
    m_store = std::make_unique<TemporaryStore>();
    SampleRuns samples(5);
    m_parent = samples.add(*m_store->store);
    m_child = samples.add(*m_store->store, m_parent);
    m_other = samples.add(*m_store->store);
    m_grandchild = samples.add(*m_store->store, m_child);
}

void TestExportPlan::countsWhatIsExported_data()
{
    QTest::addColumn<QString>("format");
    for (const ExporterInfo &one : exporters())
        QTest::newRow(one.id) << QString::fromLatin1(one.id);
}

void TestExportPlan::countsWhatIsExported()
{
    QFETCH(const QString, format);
    const ExportPlan plan = need(planExport(*m_store->store, {.runs = {m_other, m_parent, m_other}}));
    QCOMPARE(plan.runs, (std::vector{m_other, m_parent}));
    const QString out = m_store->folder.filePath(QStringLiteral("out"));
    const ExportReport made = need(exportRuns(*m_store->store, plan.runs, out, format, {}));
    QCOMPARE(made.runs, qint64(2));
    QCOMPARE(made.points, plan.points);
    if (made.artifacts > 0)
        QCOMPARE(made.artifacts, plan.artifacts);
    const double share = double(roughBytes(plan, format)) / double(made.bytes);
    QVERIFY2(share > 0.5 && share < 2, qPrintable(QString::number(share)));
}

void TestExportPlan::findsThoseBelow()
{
    const auto ids = [&](const std::vector<RunId> &runs) {
        return need(planExport(*m_store->store, {.runs = runs, .children = true})).runs;
    };
    QCOMPARE(ids({m_parent}), (std::vector{m_parent, m_child, m_grandchild}));
    QCOMPARE(ids({m_grandchild, m_parent}), (std::vector{m_grandchild, m_parent, m_child}));
    need(m_store->store->remove({m_grandchild}));
    QCOMPARE(ids({m_parent}), (std::vector{m_parent, m_child}));
}

void TestExportPlan::endsOnCirclesOfParents()
{
    Transaction change(m_store->store->database());
    change.run("UPDATE runs SET parent = (SELECT id FROM runs WHERE uuid = ?) WHERE uuid = ?",
               {m_grandchild.value, m_parent.value});
    need(change.commit());
    const ExportPlan plan = need(planExport(*m_store->store, {.runs = {m_child}, .children = true}));
    QCOMPARE(plan.runs, (std::vector{m_child, m_parent, m_grandchild}));
}

void TestExportPlan::findsWhatAQueryFinds()
{
    RunQuery query{.filter = QStringLiteral("name != ''"), .sortKey = QStringLiteral("start_time"), .limit = 1};
    ExportPlan plan = need(planExport(*m_store->store, {.query = query}));
    QCOMPARE(plan.runs.size(), std::size_t(4)); // all of them, not a page
    query.topLevelOnly = true;
    plan = need(planExport(*m_store->store, {.query = query, .children = true}));
    QCOMPARE(plan.runs.size(), std::size_t(4));
    std::vector<qint64> points;
    for (const RunId &run : plan.runs)
        for (const auto &[key, summary] : need(m_store->store->details(run)).series)
            points.push_back(summary.count);
    QCOMPARE(plan.points, std::accumulate(points.begin(), points.end(), qint64(0)));
    QCOMPARE(plan.artifacts, qint64(8));
    // Those named come first, and each once.
    query = {.filter = QStringLiteral("name != ''"), .descending = false};
    plan = need(planExport(*m_store->store, {.runs = {m_grandchild}, .query = query}));
    QCOMPARE(plan.runs.size(), std::size_t(4));
    QCOMPARE(plan.runs.front(), m_grandchild);
    // One that was restored alone is not lost below one that stays deleted.
    need(m_store->store->remove({m_child}));
    need(m_store->store->restore({m_grandchild}));
    plan = need(planExport(*m_store->store, {.runs = {m_parent}, .children = true}));
    QCOMPARE(plan.runs, (std::vector{m_parent, m_grandchild}));
}

void TestExportPlan::refusesWhatIsNotThere()
{
    QCOMPARE(codeOf(planExport(*m_store->store, {.runs = {m_parent, {QString(32, u'f')}}})),
             QStringLiteral("unknown_run"));
    QCOMPARE(codeOf(planExport(*m_store->store, {.query = RunQuery{.filter = QStringLiteral("metrics.a > and")}})),
             QStringLiteral("bad_query"));
    QCOMPARE(need(planExport(*m_store->store, {})), ExportPlan());
}

QTEST_GUILESS_MAIN(TestExportPlan)
#include "tst_exportplan.moc"
