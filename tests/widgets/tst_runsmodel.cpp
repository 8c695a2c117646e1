// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/format.h"
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
        QTest::newRow("the store does not sort by duration") << "duration"
                                                             << "";
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

    void tenThousandRunsInAMoment()
    {
        std::vector<tracking::Run> runs;
        for (int i = 0; i < 10000; ++i)
            runs.push_back(run(QString::number(i), 0.5 + i / 20000.0));
        RunsModel model;
        QElapsedTimer clock;
        clock.start();
        model.setRuns(std::move(runs), columns());
        QVERIFY2(clock.elapsed() < 250, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(model.rowCount(), 10000);
        QVERIFY(model.index(9999, 3).data(RunsModel::BestRole).toBool());
    }
};

QTEST_MAIN(TestRunsModel)
#include "tst_runsmodel.moc"
