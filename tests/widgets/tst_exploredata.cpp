// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/explorefixture.h"
#include "tests/widgets/pagetest.h"
#include "widgets/charts/chartview.h"
#include "widgets/controls/filterbox.h"
#include "widgets/pages/emptypane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <ranges>
#include <stop_token>

using namespace assay;
using namespace assay::ui;

/// What the explore page reads, and when.
class TestExploreData : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }
    void readsColumnsAsTheyAre();
    void waitsUntilSomebodyLooks();
    void columnsBeyondTheMostUsed();
    void isCancelledWhileTheLastAreRead();
    void leavesOutWhatGotTheRowOfAnother();
    void wholeNumbersHaveNoDecimals();
    void queriesNarrow();
    void wrongQueriesKeepWhatIsShown();
    void followsTheStore();
};

void TestExploreData::readsColumnsAsTheyAre()
{
    ExploreFixture f;
    const ExploreData &data = *f.page->data();
    QCOMPARE(data.size(), std::size_t(60));
    QCOMPARE(data.metricKeys.size(), 2);
    const auto runs = f.shell.bench.store().runs({});
    QVERIFY(runs);
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto &run = *std::ranges::find((*runs), data.ids[i], &tracking::Run::id);
        QCOMPARE(data.names[static_cast<qsizetype>(i)], run.name);
        QCOMPARE(data.column(QStringLiteral("params.lr"))->values[i], std::get<double>(run.params.at("lr")));
        QCOMPARE(data.column(QStringLiteral("metrics.accuracy"))->values[i],
                 run.metrics.at(QStringLiteral("accuracy")));
        QCOMPARE(data.column(QStringLiteral("params.optimizer"))->text(i),
                 QString::fromStdString(std::get<std::string>(run.params.at("optimizer"))));
        QCOMPARE(std::isnan(data.column(QStringLiteral("params.depth"))->values[i]), !run.params.contains("depth"));
    }
    QVERIFY(data.column(QStringLiteral("params.lr"))->spreads && !data.column(QStringLiteral("params.depth"))->spreads);
    QCOMPARE(data.column(QStringLiteral("params.optimizer"))->categories, (QStringList{"adam", "lion", "sgd"}));
    for (const ExploreColumn *column : data.parameters())
        QVERIFY(column->key != QLatin1String("params.fixed"));
}

void TestExploreData::waitsUntilSomebodyLooks()
{
    ExploreFixture f(20);
    QTRY_VERIFY(f.shell.registry.running().empty());
    f.page->setVisible(false);
    makeRuns(f.shell.bench.store(), 5);
    f.page->refresh();
    QVERIFY(f.shell.registry.running().empty());
    QCOMPARE(f.page->data()->size(), std::size_t(20));
    f.page->setVisible(true);
    QTRY_COMPARE(f.page->data()->size(), std::size_t(25));
}

/// Of very many columns the rarest are read when they are asked for.
void TestExploreData::columnsBeyondTheMostUsed()
{
    FakeShell shell;
    for (int i = 0; i < 12; ++i) {
        Params params;
        for (int p = 0; p < 50; ++p)
            params["often" + std::to_string(p)] = double(p + i);
        if (i % 2 == 0) {
            params["rare"] = 0.5 * i;
            params["seldom"] = 0.25 * i;
            params["scarce"] = std::string(i % 4 ? "a" : "b");
        }
        const auto run = shell.bench.store().begin({.name = QStringLiteral("run %1").arg(i), .params = params});
        (void)shell.bench.store().logMetrics(*run, QStringLiteral("accuracy"),
                                             {{.step = 1, .time = 1'760'000'000'000'000, .value = 0.1 * i}});
        (void)shell.bench.store().end(*run, tracking::RunStatus::Finished);
    }
    ExplorePage page(shell, {});
    page.resize(1280, 800);
    page.setVisible(true);
    QTRY_VERIFY(page.data() != nullptr);
    QVERIFY(!page.data()->column(QStringLiteral("params.rare")));
    page.findChild<QToolButton *>(QStringLiteral("exploreAxes"))->click();
    auto *list = page.findChild<QListWidget *>(QStringLiteral("axisList"));
    QCOMPARE(list->count(), 1 + 53); // all but the model, which does not vary; and the metric
    page.findChild<QLineEdit *>(QStringLiteral("axisFilter"))->setText(QStringLiteral("RAR"));
    int found = -1;
    for (int row = 0; row < list->count(); ++row)
        if (!list->item(row)->isHidden()) {
            QCOMPARE(found, -1);
            found = row;
        }
    // What was not read to the end can be asked for again.
    list->item(found)->setCheckState(Qt::Checked);
    QCOMPARE(shell.registry.running().size(), std::size_t(1));
    shell.registry.running().front()->cancel();
    QTRY_VERIFY(shell.registry.running().empty());
    list->item(found)->setCheckState(Qt::Unchecked);
    // Of a run that came since it is not asked: nothing but the column is read.
    (void)shell.bench.store().begin({.name = QStringLiteral("run 12"), .params = {{"rare", 7.0}}});
    list->item(found)->setCheckState(Qt::Checked);
    auto *parallel = page.findChild<ExploreParallel *>();
    QTRY_VERIFY(parallel->axes().contains(QStringLiteral("params.rare")));
    const ExploreColumn &rare = *page.data()->column(QStringLiteral("params.rare"));
    QCOMPARE(page.data()->size(), std::size_t(12));
    QCOMPARE(rare.values.size(), std::size_t(12));
    for (std::size_t at = 0; at < 12; ++at) {
        const int number = page.data()->names[static_cast<qsizetype>(at)].section(u' ', 1).toInt();
        QVERIFY(number % 2 == 0 ? rare.values[at] == 0.5 * number : std::isnan(rare.values[at]));
    }
    QVERIFY(std::ranges::is_sorted(page.data()->columns.begin() + 1, page.data()->columns.end() - 1, {},
                                   &ExploreColumn::key));
    list->item(found)->setCheckState(Qt::Unchecked);
    QVERIFY(!parallel->axes().contains(QStringLiteral("params.rare")));
    page.showTab(ExplorePage::Scatter);
    auto *x = page.findChild<QComboBox *>(QStringLiteral("scatterX"));
    x->setCurrentIndex(x->findData(QStringLiteral("params.seldom")));
    auto *scatter = page.findChild<ExploreScatter *>();
    QTRY_COMPARE(scatter->choice().x, QStringLiteral("params.seldom"));
    QTRY_VERIFY(scatter->chart()->spec().x.title == QLatin1String("seldom"));
    QCOMPARE(x->currentData().toString(), QStringLiteral("params.seldom"));
    auto *by = page.findChild<QComboBox *>(QStringLiteral("boxesBy"));
    by->setCurrentIndex(by->findData(QStringLiteral("params.scarce")));
    QTRY_VERIFY(page.findChild<ExploreBoxes *>()->chart()->spec().x.categories.size() == 2);
}

/// The only thousand of runs is the last too.
void TestExploreData::isCancelledWhileTheLastAreRead()
{
    struct Stopping : Observer
    {
        std::stop_source stop;
        void progress(const Progress &) override { stop.request_stop(); }
    } observer;
    ExploreFixture f(20);
    const QStringList keys{QStringLiteral("params.depth")};
    const auto read = readMoreColumns(f.shell.bench.store(), f.page->data(), keys,
                                      {.observer = &observer, .stop = observer.stop.get_token()});
    QVERIFY(!read && read.error().kind == ErrorKind::Cancelled);
    QVERIFY(readMoreColumns(f.shell.bench.store(), f.page->data(), keys, {}));
}

/// Rows of runs that were purged are given to new ones, in any order.
void TestExploreData::leavesOutWhatGotTheRowOfAnother()
{
    ExploreFixture f(20);
    auto changed = std::make_shared<ExploreData>(*f.page->data());
    std::ranges::reverse(changed->ids);
    std::erase_if(changed->columns, [](const ExploreColumn &column) { return column.key == "params.lr"; });
    const auto read = readMoreColumns(f.shell.bench.store(), changed, {QStringLiteral("params.lr")}, {});
    QVERIFY(read);
    const auto &values = (*read)->column(QStringLiteral("params.lr"))->values;
    QCOMPARE(values.size(), std::size_t(20));
    QVERIFY(std::ranges::all_of(values | std::views::take(19), [](double value) { return std::isnan(value); }));
    QCOMPARE(values.back(), f.page->data()->column(QStringLiteral("params.lr"))->values.front());
}

void TestExploreData::wholeNumbersHaveNoDecimals()
{
    ExploreFixture f(30);
    const ExploreColumn *depth = f.page->data()->column(QStringLiteral("params.depth"));
    QVERIFY(depth->whole && !f.page->data()->column(QStringLiteral("params.lr"))->whole);
    for (std::size_t run = 0; run < 30; ++run)
        QVERIFY(!depth->text(run).contains(u'.'));
}

void TestExploreData::queriesNarrow()
{
    ExploreFixture f;
    auto *query = f.find<QLineEdit>("exploreQuery");
    query->setText(QStringLiteral("params.optimizer = \"adam\""));
    emit query->editingFinished();
    QVERIFY(QTest::qWaitFor([&] { return f.page->data()->size() < 60; }, 10'000));
    QVERIFY(f.page->data()->size() > 5);
    QVERIFY(f.page->command().contains(QLatin1String("params.optimizer")) &&
            f.page->command().endsWith(QLatin1String("--json")));
    query->setText(QStringLiteral("metrics.accuracy > 5"));
    emit query->editingFinished();
    auto *empty = f.page->findChildren<EmptyPane *>().last();
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (EmptyPane *pane : f.page->findChildren<EmptyPane *>())
                if (pane->isVisible() && pane->title() == QLatin1String("No run matches"))
                    return true;
            return false;
        },
        10'000));
    Q_UNUSED(empty);
}

/// What is wrong is marked under its word while it is typed; Return changes nothing.
void TestExploreData::wrongQueriesKeepWhatIsShown()
{
    ExploreFixture f(20);
    QTRY_VERIFY(f.shell.registry.running().empty());
    auto *box = f.page->findChild<FilterBox *>();
    auto *query = f.find<QLineEdit>("exploreQuery");
    const ExplorePtr before = f.page->data();
    query->setText(QStringLiteral("params.optimizer = = \"adam\""));
    QTRY_VERIFY(!box->problem().isEmpty());
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(f.shell.registry.running().empty());
    QCOMPARE(f.page->data(), before);
    QVERIFY(f.plot()->isVisible());
    QVERIFY(!f.page->command().contains(QLatin1String("= =")));
    query->setText(QStringLiteral("params.optimizer = \"adam\""));
    QTRY_VERIFY(f.page->data() != before);
    QVERIFY(box->problem().isEmpty() && f.page->data()->size() < 20);
}

void TestExploreData::followsTheStore()
{
    ExploreFixture f(20);
    f.plot()->brush(f.axis(QStringLiteral("params.optimizer")), std::pair{0.9, 1.0});
    const auto before = f.page->chosenRuns();
    QVERIFY(!before.empty());
    makeRuns(f.shell.bench.store(), 5);
    f.page->refresh();
    QVERIFY(QTest::qWaitFor([&] { return f.page->data()->size() == 25; }, 10'000));
    const auto after = f.page->chosenRuns();
    for (const tracking::RunId &run : before)
        QVERIFY(std::ranges::find(after, run) != after.end());
}

QTEST_MAIN(TestExploreData)
#include "tst_exploredata.moc"
