// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerfolds.h"
#include "app/workbench/trainerrequest.h"
#include "workbenchfixture.h"

#include <QtTest>
#include <atomic>
#include <set>

using namespace assay;
using namespace assay::app;

class TestCrossValidation : public QObject
{
    Q_OBJECT

private slots:
    void threadsChangeNothing_data();
    void threadsChangeNothing();
    void foldsAreRecordedInOrder();
    void everyTestedRowIsKeptOnce_data();
    void everyTestedRowIsKeptOnce();
    void nestedChoosesInTheInnerFolds();
    void badGrids_data();
    void badGrids();
    void cancelledInTheMiddle();
    void oneFailureStopsTheOthers();
    void piecesShareThreadsAndProgress();
    void requestsAreReadBack();
    void learningCurve();
    void validationCurve();
    void curvesDoNotDependOnThreads();
    void badCurves_data();
    void badCurves();
};

namespace {

/// Stops after a while, and remembers how far it was told the work had come.
struct Watcher : Observer
{
    std::stop_source source;
    int stopAfter = -1;
    std::vector<std::int64_t> done;
    std::int64_t total = 0;
    std::atomic<int> inside = 0;
    bool overlapped = false;

    void progress(const Progress &progress) override
    {
        overlapped |= inside.fetch_add(1) != 0;
        done.push_back(progress.done);
        total = progress.total;
        if (stopAfter >= 0 && static_cast<int>(done.size()) > stopAfter)
            source.request_stop();
        inside.fetch_sub(1);
    }
};

std::map<QString, double> withoutTimes(std::map<QString, double> metrics)
{
    std::erase_if(metrics, [](const auto &metric) { return metric.first.endsWith(QLatin1String("_seconds")); });
    return metrics;
}

} // namespace

void TestCrossValidation::threadsChangeNothing_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("split");
    QTest::newRow("logistic in folds") << "logistic"
                                       << "kfold:5";
    QTest::newRow("trees in repeats") << "xgboost"
                                      << "repeated:3x2";
    QTest::newRow("groups") << "logistic"
                            << "group-kfold:customer:4";
    QTest::newRow("time") << "random_forest"
                          << "time-kfold:day:3";
}

void TestCrossValidation::threadsChangeNothing()
{
    QFETCH(QString, model);
    QFETCH(QString, split);
    const WorkbenchFixture fixture;
    const auto request = fixture.request(model.toLatin1().constData(), split.toLatin1().constData());
    const auto one = fixture.bench->details(fixture.train(request, {.threads = 1}));
    const auto four = fixture.bench->details(fixture.train(request, {.threads = 4}));
    QVERIFY(one && four);
    QCOMPARE(withoutTimes(one->run.metrics), withoutTimes(four->run.metrics));
    QCOMPARE(one->children.size(), four->children.size());
    for (std::size_t i = 0; i < one->children.size(); ++i)
        QCOMPARE(withoutTimes(one->children[i].metrics), withoutTimes(four->children[i].metrics));
    const auto first = fixture.bench->analysis(one->run.id, {}), second = fixture.bench->analysis(four->run.id, {});
    QVERIFY(first->predictions.scores == second->predictions.scores);
    QCOMPARE(first->predictions.rowIds, second->predictions.rowIds);
}

void TestCrossValidation::foldsAreRecordedInOrder()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("logistic", "kfold:7"), {.threads = 4});
    auto children = fixture.bench->details(run)->children;
    QCOMPARE(children.size(), std::size_t(7));
    std::ranges::stable_sort(children, {}, &tracking::Run::start);
    for (std::size_t i = 0; i < children.size(); ++i) {
        QCOMPARE(children[i].tags.at(QStringLiteral("fold")).toUInt(), i + 1);
        QCOMPARE(children[i].status, tracking::RunStatus::Finished);
    }
}

void TestCrossValidation::everyTestedRowIsKeptOnce_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<int>("rows");
    QTest::newRow("kfold") << "kfold:5" << 400;
    QTest::newRow("repeated") << "repeated:4x3" << 400;
    QTest::newRow("groups") << "group-kfold:customer:5" << 400;
    QTest::newRow("time") << "time-kfold:day:4" << 320;
}

void TestCrossValidation::everyTestedRowIsKeptOnce()
{
    QFETCH(QString, split);
    QFETCH(int, rows);
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("logistic", split.toLatin1().constData()), {.threads = 2});
    const auto analysis = fixture.bench->analysis(run, {});
    QVERIFY(analysis.has_value());
    const auto &ids = analysis->predictions.rowIds;
    QCOMPARE(ids.size(), static_cast<std::size_t>(rows));
    QCOMPARE(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

void TestCrossValidation::nestedChoosesInTheInnerFolds()
{
    const WorkbenchFixture fixture;
    auto request = fixture.request("logistic", "nested:3x2");
    // A penalty that forbids learning loses to one that allows it.
    request.grid["C"] = {1e-9, 1.0};
    const auto outcome = fixture.bench->train(request, {.threads = 2});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
    const auto details = fixture.bench->details(outcome->run);
    QCOMPARE(details->children.size(), std::size_t(3));
    for (const tracking::Run &fold : details->children) {
        QVERIFY(fold.params.contains("C") && fold.params.contains("max_iter"));
        QVERIFY(fold.metrics.contains(QStringLiteral("inner_roc_auc")));
    }
    QVERIFY(!details->run.params.contains("C"));
    QVERIFY(details->run.tags.at(QStringLiteral("chosen")).contains(QLatin1String("of 3")));
    QVERIFY(details->run.note.contains(QLatin1String("Chosen in the inner folds")));
    QVERIFY(details->run.tags.at(QStringLiteral("grid")).startsWith(QLatin1String("C=")));
    QVERIFY(details->provenance.commandLine.contains(QLatin1String("--grid")));
    const auto again = fixture.bench->details(fixture.train(request, {.threads = 1}));
    QCOMPARE(again->run.tags.at(QStringLiteral("chosen")), details->run.tags.at(QStringLiteral("chosen")));
    QCOMPARE(withoutTimes(again->run.metrics), withoutTimes(details->run.metrics));
}

void TestCrossValidation::badGrids_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("param");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing to choose") << "nested:3x2"
                                       << "" << 0.0 << "bad_grid";
    QTest::newRow("nothing to choose with") << "kfold:3"
                                            << "C" << 1.0 << "bad_grid";
    QTest::newRow("unknown parameter") << "nested:3x2"
                                       << "D" << 1.0 << "unknown_parameter";
    QTest::newRow("value out of range") << "nested:3x2"
                                        << "C" << -1.0 << "bad_parameter";
}

void TestCrossValidation::badGrids()
{
    QFETCH(QString, split);
    QFETCH(QString, param);
    QFETCH(double, value);
    QFETCH(QString, code);
    const WorkbenchFixture fixture(60);
    auto request = fixture.request("logistic", split.toLatin1().constData());
    if (!param.isEmpty())
        request.grid[param.toStdString()] = {value};
    const auto outcome = fixture.bench->train(request, {});
    QVERIFY(!outcome);
    QCOMPARE(QString::fromStdString(outcome.error().code), code);
    QVERIFY(fixture.bench->runs({})->empty());
}

void TestCrossValidation::cancelledInTheMiddle()
{
    const WorkbenchFixture fixture;
    Watcher watcher;
    watcher.stopAfter = 2;
    auto request = fixture.request("xgboost", "kfold:6");
    request.params["n_estimators"] = std::int64_t(400);
    tracking::RunId id;
    const auto outcome =
        fixture.bench->train(request, {.observer = &watcher, .stop = watcher.source.get_token(), .threads = 2},
                             [&](const auto &opened) { id = opened; });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    const auto details = fixture.bench->details(id);
    QCOMPARE(details->run.status, tracking::RunStatus::Cancelled);
    QVERIFY(details->children.size() < 6);
    for (const tracking::Run &fold : details->children)
        QVERIFY(fold.status == tracking::RunStatus::Cancelled || fold.status == tracking::RunStatus::Finished);
}

void TestCrossValidation::oneFailureStopsTheOthers()
{
    std::atomic<int> begun = 0;
    const auto work = [&](std::size_t i, const Context &context) -> Result<void> {
        ++begun;
        if (i == 3)
            return failure(ErrorKind::BadInput, "broken", "Piece {} is broken.", {"3"});
        return context.cancelled() ? Result<void>(cancelled()) : Result<void>();
    };
    const auto done = eachPiece(1000, "work", {.threads = 2}, work);
    QVERIFY(!done);
    QCOMPARE(done.error().code, std::string("broken"));
    QVERIFY(begun < 1000);
}

void TestCrossValidation::piecesShareThreadsAndProgress()
{
    Watcher watcher;
    std::vector<int> order;
    std::vector<int> threads(6);
    const auto start = [&](std::size_t i, const Context &) -> Result<void> {
        order.push_back(static_cast<int>(i));
        return {};
    };
    const auto work = [&](std::size_t i, const Context &context) -> Result<void> {
        threads[i] = context.threads;
        for (int step = 0; step <= 10; ++step)
            context.progress("fit", step, 10);
        return {};
    };
    QVERIFY(eachPiece(6, "fold", {.observer = &watcher, .threads = 9}, work, start).has_value());
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(threads, std::vector<int>(6, 1));
    QVERIFY(std::ranges::is_sorted(watcher.done));
    QCOMPARE(watcher.done.back(), std::int64_t(600));
    QCOMPARE(watcher.total, std::int64_t(600));
    QVERIFY(!watcher.overlapped);
}

void TestCrossValidation::requestsAreReadBack()
{
    QCOMPARE(shellWords(QStringLiteral("assay train 'a b.csv' --drop 'it'\\''s' ''")),
             (std::vector<std::string>{"assay", "train", "a b.csv", "--drop", "it's", ""}));
    const WorkbenchFixture fixture;
    auto asked = fixture.request("logistic", "kfold:3");
    asked.params["C"] = 0.5;
    asked.task.protectedColumns = {"group"};
    const auto details = fixture.bench->details(fixture.train(asked));
    const auto read = requestOf(*details);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->task.target, asked.task.target);
    QCOMPARE(read->task.drop, asked.task.drop);
    QCOMPARE(read->task.protectedColumns, asked.task.protectedColumns);
    QCOMPARE(read->split, asked.split);
    QCOMPARE(read->model, asked.model);
    QCOMPARE(real(read->params, "C"), 0.5);
}

void TestCrossValidation::learningCurve()
{
    const WorkbenchFixture fixture(1200);
    const ui::CurveRequest request{
        .base = fixture.request("xgboost", "kfold:3"), .param = {}, .shares = {0.05, 0.25, 1}, .metric = {}};
    const auto curve = fixture.bench->curve(request, {});
    QVERIFY2(curve.has_value(), curve ? "" : curve.error().message.c_str());
    QCOMPARE(curve->metric, QStringLiteral("roc_auc"));
    QVERIFY(curve->param.isEmpty() && curve->largerIsBetter);
    QCOMPARE(curve->x, (std::vector<double>{40, 200, 800}));
    QCOMPARE(curve->at[2], QStringLiteral("800"));
    // More rows: less learnt by heart, more that holds elsewhere.
    QVERIFY(curve->train[0] > curve->train[2]);
    QVERIFY(curve->validation[2] > curve->validation[0]);
    QVERIFY(curve->train[2] > curve->validation[2]);
    for (const double sd : curve->validationSd)
        QVERIFY(sd > 0 && sd < 0.2);
    QVERIFY(fixture.bench->runs({})->empty()); // nothing is recorded

    // All rows: what cross-validation says.
    const auto run = fixture.bench->details(fixture.train(request.base));
    QVERIFY(std::abs(run->run.metrics.at(QStringLiteral("roc_auc")) - curve->validation[2]) < 1e-12);
    QVERIFY(std::abs(run->run.metrics.at(QStringLiteral("roc_auc_std")) - curve->validationSd[2]) < 1e-12);
}

void TestCrossValidation::validationCurve()
{
    const WorkbenchFixture fixture;
    const ui::CurveRequest request{.base = fixture.request("xgboost", "kfold:3"),
                                   .param = QStringLiteral("max_depth"),
                                   .values = {std::int64_t(1), std::int64_t(8)},
                                   .metric = QStringLiteral("log_loss")};
    const auto curve = fixture.bench->curve(request, {});
    QVERIFY2(curve.has_value(), curve ? "" : curve.error().message.c_str());
    QCOMPARE(curve->x, (std::vector<double>{1, 8}));
    QCOMPARE(curve->at[1], QStringLiteral("8"));
    QVERIFY(!curve->largerIsBetter);
    // Deep trees know the training rows by heart.
    QVERIFY(curve->train[1] < curve->train[0]);
    QVERIFY(curve->validation[1] > curve->train[1]);
}

void TestCrossValidation::curvesDoNotDependOnThreads()
{
    const WorkbenchFixture fixture;
    const ui::CurveRequest request{
        .base = fixture.request("logistic", "kfold:4"), .param = {}, .shares = {0.2, 0.9}, .metric = {}};
    const auto one = fixture.bench->curve(request, {.threads = 1}),
               three = fixture.bench->curve(request, {.threads = 3});
    QCOMPARE(one->train, three->train);
    QCOMPARE(one->validation, three->validation);
}

void TestCrossValidation::badCurves_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("code");
    QTest::newRow("no points") << "kfold:3"
                               << ""
                               << "" << -1.0 << "bad_curve";
    QTest::newRow("share of none") << "kfold:3"
                                   << ""
                                   << "" << 0.0 << "bad_curve";
    QTest::newRow("share above all") << "kfold:3"
                                     << ""
                                     << "" << 1.5 << "bad_curve";
    QTest::newRow("no values") << "kfold:3"
                               << "C"
                               << "" << 0.5 << "bad_curve";
    QTest::newRow("nested") << "nested:3x2"
                            << ""
                            << "" << 0.5 << "bad_curve";
    QTest::newRow("unknown metric") << "kfold:3"
                                    << ""
                                    << "beauty" << 0.5 << "undefined_metric";
}

void TestCrossValidation::badCurves()
{
    QFETCH(QString, split);
    QFETCH(QString, param);
    QFETCH(QString, metric);
    QFETCH(double, share);
    QFETCH(QString, code);
    const WorkbenchFixture fixture(60);
    ui::CurveRequest request{
        .base = fixture.request("logistic", split.toLatin1().constData()), .param = param, .metric = metric};
    if (share >= 0)
        request.shares = {share};
    const auto curve = fixture.bench->curve(request, {});
    QVERIFY(!curve);
    QCOMPARE(QString::fromStdString(curve.error().code), code);
}

QTEST_GUILESS_MAIN(TestCrossValidation)
#include "tst_crossvalidation.moc"
