// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

using namespace assay;
using namespace assay::tracking;

class TestDeleting : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void childrenGoAndComeBack();
    void earlierDeletionsStay();
    void deletedKeepEverything();
    void aDeletedNameIsFree();
    void experimentsAndKeysForgetThem();
    void unknownRunsChangeNothing();

private:
    QString shown(bool deleted, bool topLevelOnly = false);

    std::unique_ptr<TemporaryStore> m_store;
    RunId m_parent, m_first, m_second, m_below, m_other;
};

void TestDeleting::init()
{
    m_store = std::make_unique<TemporaryStore>();
    auto &store = *m_store;
    m_parent = need(store->begin({.name = "parent"}));
    m_first = need(store->begin({.name = "first", .parent = m_parent}));
    m_second = need(store->begin({.name = "second", .parent = m_parent}));
    m_below = need(store->begin({.name = "below", .parent = m_first}));
    m_other = need(store->begin({.experiment = "Other", .name = "other"}));
}

QString TestDeleting::shown(bool deleted, bool topLevelOnly)
{
    QStringList names;
    for (const Run &run : need((*m_store)->runs(
             {.sortKey = "name", .descending = false, .topLevelOnly = topLevelOnly, .deleted = deleted})))
        names << run.name;
    return names.join(' ');
}

void TestDeleting::childrenGoAndComeBack()
{
    auto &store = *m_store;
    need(store->remove({m_parent}));
    QCOMPARE(shown(false), QString("other"));
    QCOMPARE(shown(true), QString("below first parent second"));
    QCOMPARE(shown(true, true), QString("parent"));
    QVERIFY(need(store->details(m_below)).run.deleted);
    QCOMPARE(need(store->details(m_parent)).children.size(), 2u);
    need(store->restore({m_parent}));
    QCOMPARE(shown(false), QString("below first other parent second"));
    QCOMPARE(shown(true), QString());
}

void TestDeleting::earlierDeletionsStay()
{
    auto &store = *m_store;
    need(store->remove({m_first}));
    QCOMPARE(shown(true, true), QString("first"));
    QCOMPARE(need(store->details(m_parent)).children.size(), 1u);
    need(store->remove({m_parent, m_other}));
    need(store->restore({m_parent}));
    QCOMPARE(shown(true), QString("below first other"));
    need(store->restore({m_first, m_other}));
    QCOMPARE(shown(true), QString());
    need(store->restore({m_first})); // not deleted: nothing happens
    QCOMPARE(shown(true), QString());
}

void TestDeleting::deletedKeepEverything()
{
    auto &store = *m_store;
    need(store->logMetric(m_other, "auc", 0.5, 1));
    need(store->addArtifact(m_other, "a", "model", "bytes"));
    need(store->remove({m_other}));
    need(store->flush());
    QCOMPARE(need(store->series(m_other, "auc")).size(), 1u);
    QCOMPARE(need(store->artifact(m_other, "a")), QByteArray("bytes"));
    need(store->end(m_other, RunStatus::Finished)); // work that was going on may end
    need(store->restore({m_other}));
    QCOMPARE(need(store->details(m_other)).run.status, RunStatus::Finished);
}

void TestDeleting::aDeletedNameIsFree()
{
    auto &store = *m_store;
    need(store->remove({m_other}));
    QCOMPARE(need(store->resolve("other")), m_other); // to restore it by name
    const RunId again = need(store->begin({.name = "other"}));
    QCOMPARE(need(store->resolve("other")), again);
    QCOMPARE(need(store->resolve(m_other.value)), m_other);
}

void TestDeleting::experimentsAndKeysForgetThem()
{
    auto &store = *m_store;
    need(store->setTag(m_other, "only", "here"));
    need(store->remove({m_other}));
    QCOMPARE(need(store->tagKeys()), QStringList());
    for (const Experiment &experiment : need(store->experiments()))
        QCOMPARE(experiment.runs, experiment.name == "Other" ? 0 : 4);
}

void TestDeleting::unknownRunsChangeNothing()
{
    auto &store = *m_store;
    const qint64 version = store->dataVersion();
    QCOMPARE(codeOf(store->remove({m_other, {"none"}})), QString("unknown_run"));
    QCOMPARE(codeOf(store->restore({{"none"}})), QString("unknown_run"));
    QCOMPARE(shown(true), QString());
    QCOMPARE(store->dataVersion(), version);
}

QTEST_GUILESS_MAIN(TestDeleting)
#include "tst_deleting.moc"
