// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeworkbench.h"
#include "widgets/models/format.h"
#include "widgets/models/runcells.h"
#include "widgets/models/runsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

tracking::Run run(const QString &id, double auc, const QString &parent = {})
{
    tracking::Run made;
    made.id = {id};
    made.name = QStringLiteral("run ") + id;
    made.parent = {parent};
    made.status = tracking::RunStatus::Finished;
    made.start = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    made.end = made.start.addSecs(75);
    made.model = QStringLiteral("logistic");
    made.metrics = {{QStringLiteral("roc_auc"), auc}, {QStringLiteral("log_loss"), 1 - auc}};
    made.params = {{"C", 0.5}};
    made.tags = {{QStringLiteral("owner"), QStringLiteral("ada")}};
    return made;
}

RunColumns columns()
{
    return {{.kind = RunColumn::Name},
            {.kind = RunColumn::Status},
            {.kind = RunColumn::Duration},
            {.kind = RunColumn::Metric, .key = QStringLiteral("roc_auc")},
            {.kind = RunColumn::Metric, .key = QStringLiteral("log_loss")},
            {.kind = RunColumn::Param, .key = QStringLiteral("C")},
            {.kind = RunColumn::Tag, .key = QStringLiteral("owner")}};
}

/// The model as a person reads it: a row a line, folds indented, the best of a column with a star.
QString asText(const RunsModel &model, const QModelIndex &parent = {}, const QString &indent = {})
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            cells.append(index.data().toString() +
                         (index.data(RunsModel::BestRole).toBool() ? QStringLiteral("*") : QString()));
        }
        text += indent + cells.join(QLatin1Char('|')) + QLatin1Char('\n');
        text += asText(model, model.index(row, 0, parent), indent + QStringLiteral("  "));
    }
    return text;
}

} // namespace

class TestRunsModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsRunsWithTheirFoldsBelow()
    {
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({run(QStringLiteral("b"), 0.9), run(QStringLiteral("a1"), 0.95, QStringLiteral("a")),
                       run(QStringLiteral("a"), 0.8), run(QStringLiteral("lost"), 0.7, QStringLiteral("gone"))},
                      columns());
        QCOMPARE(asText(model), QStringLiteral("run b|Finished|1 min 15 s|0.9000*|0.1000*|0.5|ada\n"
                                               "run a|Finished|1 min 15 s|0.8000|0.2000|0.5|ada\n"
                                               "  run a1|Finished|1 min 15 s|0.9500|0.0500|0.5|ada\n"
                                               "run lost|Finished|1 min 15 s|0.7000|0.3000|0.5|ada\n"));
        QCOMPARE(model.run(model.indexOf({QStringLiteral("a1")}))->id.value, QStringLiteral("a1"));
        QVERIFY(!model.indexOf({QStringLiteral("gone")}).isValid());
    }

    void keepsRowsWhenOnlyValuesChange()
    {
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({run(QStringLiteral("a"), 0.8), run(QStringLiteral("b"), 0.9)}, columns());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), changed(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex second = model.index(1, 3);
        model.setRuns({run(QStringLiteral("a"), 0.8), run(QStringLiteral("b"), 0.95)}, columns());
        QCOMPARE(reset.count(), 0);
        QVERIFY(changed.count() > 0);
        QCOMPARE(second.data().toString(), QStringLiteral("0.9500"));
        model.setRuns({run(QStringLiteral("b"), 0.95)}, columns());
        QCOMPARE(reset.count(), 1);
        QVERIFY2(!model.index(0, 3).data(RunsModel::BestRole).toBool(), "one run alone is not the best of anything");
    }

    void asksForARename()
    {
        RunsModel model;
        model.setRuns({run(QStringLiteral("a"), 0.8)}, columns());
        QSignalSpy renamed(&model, &RunsModel::renameRequested);
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("  ")));
        QVERIFY(!model.setData(model.index(0, 3), QStringLiteral("1")));
        QVERIFY(model.setData(model.index(0, 0), QStringLiteral(" better ")));
        QCOMPARE(renamed.count(), 1);
        QCOMPARE(renamed.first().at(1).toString(), QStringLiteral("better"));
    }

    void remembersColumnsByName_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("sortKey");
        QTest::newRow("name") << "name"
                              << "name";
        QTest::newRow("start") << "start_time"
                               << "start_time";
        QTest::newRow("duration") << "duration"
                                  << "duration";
        QTest::newRow("metric") << "metrics.roc_auc"
                                << "metrics.roc_auc";
        QTest::newRow("parameter with a dot") << "params.tree.depth"
                                              << "params.tree.depth";
        QTest::newRow("tag") << "tags.owner"
                             << "tags.owner";
    }

    void remembersColumnsByName()
    {
        QFETCH(QString, id);
        QFETCH(QString, sortKey);
        const auto column = RunColumn::fromId(id);
        QVERIFY(column);
        QCOMPARE(column->id(), id);
        QCOMPARE(column->sortKey(), sortKey);
        QVERIFY(!RunColumn::fromId(QStringLiteral("metrics.")));
        QVERIFY(!RunColumn::fromId(QStringLiteral("nonsense")));
    }

    void formats_data()
    {
        QTest::addColumn<QString>("got");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("metric") << Format::number(0.91234567) << "0.9123";
        QTest::newRow("large") << Format::number(-51234.56) << "−51234.6";
        QTest::newRow("tiny") << Format::number(0.0000123) << "1.23e-05";
        QTest::newRow("nothing") << Format::number(std::optional<double>()) << "–";
        QTest::newRow("not a number") << Format::number(std::nan("")) << "–";
        QTest::newRow("difference") << Format::signedNumber(0.0102) << "+0.0102";
        QTest::newRow("p") << Format::pValue(0.00004) << "p < 0.001";
        QTest::newRow("p large") << Format::pValue(0.032) << "p = 0.032";
        QTest::newRow("short") << Format::duration(0.0842) << "84 ms";
        QTest::newRow("minute") << Format::duration(59.99) << "1 min 00 s";
        QTest::newRow("hours") << Format::duration(4805) << "1 h 20 min";
        const QDateTime now(QDate(2026, 3, 2), QTime(12, 0));
        QTest::newRow("just now") << Format::relativeTime(now.addSecs(-5), now) << "just now";
        QTest::newRow("minutes") << Format::relativeTime(now.addSecs(-300), now) << "5 min ago";
        QTest::newRow("yesterday") << Format::relativeTime(now.addSecs(-86400), now) << "yesterday 12:00:00";
    }

    void formats()
    {
        QFETCH(QString, got);
        QFETCH(QString, wanted);
        QCOMPARE(got, wanted);
    }

    void nestsRunsAtAnyDepth()
    {
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto named = [](const char *id, const char *parent = "") {
            return run(QString::fromLatin1(id), 0.5, QString::fromLatin1(parent));
        };
        model.setRuns({named("a"), named("a1", "a"), named("a11", "a1"), named("a2", "a"), named("x", "y"),
                       named("y", "x"), named("self", "self")},
                      {{.kind = RunColumn::Name}});
        QCOMPARE(asText(model), QStringLiteral("run a\n  run a1\n    run a11\n  run a2\nrun y\n  run x\nrun self\n"));
    }

    void readsOnlyWhatIsLookedAt()
    {
        FakeWorkbench bench;
        bench.fillUp(1500);
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(&bench.store());
        model.setRows(*tracking::RunTable(bench.store()).rows({}), columns());
        QCOMPARE(model.rowCount(), 1500);
        QCOMPARE(model.index(700, 0).data().toString(), QStringLiteral("…"));
        QVERIFY(!model.run(model.index(700, 0)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(model.index(700, 0).data().toString(), QStringLiteral("xgboost-800"));
        QVERIFY2(changed.count() <= 2, "rows that arrive together are one change");
        QTRY_VERIFY(!model.isReading());
        QVERIFY(model.cache().count() < 600);
        QVERIFY2(model.run(model.index(725, 0)), "what comes next when scrolling is there before it is asked for");
        QCOMPARE(model.run(model.index(700, 0))->tags.size(), std::size_t(1));
        QVERIFY2(!model.run(model.index(700, 0))->params.contains("n_estimators"), "no column shows it");
    }

    void keepsWhatIsShownUntilNewerIsThere()
    {
        FakeWorkbench bench;
        bench.fillUp(3);
        RunsModel model;
        model.setStore(&bench.store());
        const auto rows = *tracking::RunTable(bench.store()).rows({});
        model.setRows(rows, columns());
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("…"));
        QTRY_COMPARE(model.index(0, 0).data().toString(), QStringLiteral("xgboost-3"));
        const auto id = model.index(0, 0).data(RunsModel::RunIdRole).value<tracking::RunId>();
        QVERIFY(bench.store().rename(id, QStringLiteral("renamed")));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows(rows, columns());
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("xgboost-3"));
        QTRY_COMPARE(model.index(0, 0).data().toString(), QStringLiteral("renamed"));
        QCOMPARE(reset.count(), 0);
        auto more = columns();
        more.push_back({.kind = RunColumn::Param, .key = QStringLiteral("max_depth")});
        model.setColumns(more);
        QTRY_COMPARE(model.index(0, 7).data().toString(), QStringLiteral("6"));
    }

    void holdsNoMoreThanItMay()
    {
        RunCache cache(10);
        for (qint64 row = 1; row <= 100; ++row)
            QVERIFY(cache.put(row, run(QString::number(row), 0.5), cache.age()));
        QCOMPARE(cache.count(), qsizetype(10));
        QVERIFY(!cache.find(90) && cache.find(91));
        QVERIFY(!cache.put(95, run(QStringLiteral("95"), 0.5), cache.age()));
        QVERIFY(cache.put(95, run(QStringLiteral("95"), 0.6), cache.age()));
        cache.expire();
        QVERIFY(cache.find(95) && !cache.isFresh(95));
        QCOMPARE(cache.rowOf({QStringLiteral("97")}), std::optional<qint64>(97));
    }

    void groupsWithTheirRunsBelow()
    {
        FakeWorkbench bench;
        bench.fillUp(9);
        const tracking::RunTable table(bench.store());
        const QStringList metrics{QStringLiteral("roc_auc"), QStringLiteral("log_loss")};
        const auto groups = *table.groups({}, QStringLiteral("model"), metrics);
        std::vector<RunGroupRows> rows;
        for (const auto &group : groups)
            rows.push_back({.group = group});
        RunsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(&bench.store());
        model.setGroups(rows, QStringLiteral("model"), metrics, columns());
        QCOMPARE(model.rowCount(), 4);
        const QModelIndex first = model.index(0, 0);
        QVERIFY(model.hasChildren(first) && model.rowCount(first) == 0);
        QCOMPARE(first.data().toString(),
                 QStringLiteral("Model: %1 (%2)").arg(Format::model(groups.front().value)).arg(groups.front().runs));
        const auto &spread = groups.front().metrics.front();
        QCOMPARE(model.index(0, 3).data().toString(),
                 QStringLiteral("%1 ± %2, best %3")
                     .arg(Format::number(spread.mean), Format::number(spread.sd), Format::number(spread.max)));
        const qint64 key = model.keyOf(first);
        QVERIFY(key < 0);

        tracking::RunQuery within;
        within.filter = groupFilter({}, QStringLiteral("model"), groups.front());
        rows.front().rows = *table.rows(within);
        QCOMPARE(static_cast<qint64>(rows.front().rows->size()), groups.front().runs);
        std::ranges::reverse(rows);
        model.setGroups(rows, QStringLiteral("model"), metrics, columns());
        const QModelIndex moved = model.indexOfKey(key);
        QCOMPARE(moved.row(), 3);
        QCOMPARE(model.rowCount(moved), static_cast<int>(groups.front().runs));
        const QModelIndex child = model.index(0, 0, moved);
        QTRY_VERIFY(child.data().toString().startsWith(groups.front().value));
    }

    void saysWhichRunsInTheQueryLanguage_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("parameter") << "params.C"
                                   << "params.C = \"0.5\"";
        QTest::newRow("tag") << "tags.owner"
                             << "tags.owner = \"ada\"";
        QTest::newRow("model") << "model"
                               << "model = \"logistic\"";
        QTest::newRow("status") << "status"
                                << "status = \"finished\"";
        QTest::newRow("metric") << "metrics.roc_auc"
                                << "metrics.roc_auc >= 0.75";
        QTest::newRow("none") << "tags.stage"
                              << "";
        QTest::newRow("name") << "name"
                              << "";
    }

    void saysWhichRunsInTheQueryLanguage()
    {
        QFETCH(QString, column);
        QFETCH(QString, wanted);
        QCOMPARE(filterFor(run(QStringLiteral("a"), 0.75), *RunColumn::fromId(column)), wanted);
    }

    void tenThousandRunsInAMoment()
    {
        std::vector<tracking::RunRow> rows;
        for (qint64 i = 1; i <= 10000; ++i)
            rows.push_back({.row = i, .parent = i % 5 == 0 ? i - 1 : 0});
        RunsModel model;
        QElapsedTimer clock;
        clock.start();
        model.setRows(rows, columns());
        QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(model.rowCount(), 8000);
    }
};

QTEST_MAIN(TestRunsModel)
#include "tst_runsmodel.moc"
