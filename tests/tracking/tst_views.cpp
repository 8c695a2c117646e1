// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "tracking/views.h"

using namespace assay;
using namespace assay::tracking;

class TestViews : public QObject
{
    Q_OBJECT

private slots:
    void viewsKeepTheirOrder();
    void savingAgainReplaces();
    void removing();
    void namesAreNeeded();
};

void TestViews::viewsKeepTheirOrder()
{
    TemporaryStore store;
    QVERIFY(need(savedViews(*store.store)).empty());
    const std::vector<SavedView> views = {{"zeta", R"({"filter":"a"})"}, {"Ölwechsel", "{}"}, {"alpha", {}}};
    for (const SavedView &view : views)
        need(saveView(*store.store, view));
    store.reopen();
    const auto kept = need(savedViews(*store.store));
    QCOMPARE(kept.size(), views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        QCOMPARE(kept[i].name, views[i].name);
        QCOMPARE(kept[i].body, views[i].body);
    }
}

void TestViews::savingAgainReplaces()
{
    TemporaryStore store;
    need(saveView(*store.store, {"one", "1"}));
    need(saveView(*store.store, {"two", "2"}));
    const qint64 before = store->dataVersion();
    need(saveView(*store.store, {" one ", "3"}));
    QVERIFY(store->dataVersion() > before);
    QCOMPARE(need(savedViews(*store.store)), (std::vector<SavedView>{{"one", "3"}, {"two", "2"}}));
}

void TestViews::removing()
{
    TemporaryStore store;
    const auto none = removeView(*store.store, "one");
    QCOMPARE(codeOf(none), QString("unknown_view"));
    need(saveView(*store.store, {"one", "1"}));
    const auto refused = removeView(*store.store, "two");
    QCOMPARE(codeOf(refused), QString("unknown_view"));
    QVERIFY(QString::fromStdString(refused.error().message).contains("`one`"));
    need(removeView(*store.store, "one"));
    QVERIFY(need(savedViews(*store.store)).empty());
    need(saveView(*store.store, {"one", "again"}));
    QCOMPARE(need(savedViews(*store.store)).size(), 1u);
}

void TestViews::namesAreNeeded()
{
    TemporaryStore store;
    QCOMPARE(codeOf(saveView(*store.store, {"  ", "{}"})), QString("bad_view"));
    QVERIFY(need(savedViews(*store.store)).empty());
}

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
