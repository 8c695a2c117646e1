// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/rerun.h"
#include "app/workbench/trainerrecipe.h"
#include "programrun.h"
#include "tracking/database.h"
#include "workbenchfixture.h"

#include <QtTest>
#include <algorithm>

using namespace assay;
using namespace assay::app;

class TestRerun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSameComesOut_data();
    void theSameComesOut();
    void threadsAreToldAndChangeNothing();
    void aTestFileOfItsOwn();
    void oneFoldAlone();
    void ensembles_data();
    void ensembles();
    void changedDataIsRefused();
    void dataElsewhere();
    void changedLibraryIsNamed();
    void withoutARecipe();
    void anotherSeedIsTold();
    void foldsAreComparedPointByPoint();
    void nothingToCompareIsNotIdentical();
    void otherChangesOnTheSameCommit();
    void foreignRunsAreRefused();
    void recipesAreReadBack();
    void onTheCommandLine();

private:
    QTemporaryDir m_elsewhere;
};

namespace {

using Change = void (*)(ui::TrainRequest &);

QString shaOf(const tracking::RunDetails &run, const char *name)
{
    const auto it = std::ranges::find(run.artifacts, QLatin1String(name), &tracking::Artifact::name);
    return it == run.artifacts.end() ? QString() : it->sha256;
}

QString messageOf(const Result<ui::RerunOutcome> &outcome)
{
    return outcome ? QString() : QString::fromStdString(outcome.error().message);
}

bool sql(LocalWorkbench &bench, const QByteArray &statement, const QVariantList &values)
{
    tracking::Transaction change(bench.store().database());
    change.run(statement, values);
    return change.commit().has_value();
}

qint64 runCount(LocalWorkbench &bench)
{
    return bench.store().count().value_or(-1);
}

} // namespace

// Not in the repository of the sources, whose state may change while tests run.
void TestRerun::initTestCase()
{
    QVERIFY(QDir::setCurrent(m_elsewhere.path()));
}

void TestRerun::theSameComesOut_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("split");
    QTest::addColumn<Change>("change");
    const auto row = [](
                         const char *model, const char *split, Change change = [](ui::TrainRequest &) {}) {
        static int number = 0;
        QTest::addRow("%d %s %s", ++number, model, split)
            << QString::fromLatin1(model) << QString::fromLatin1(split) << change;
    };
    row("logistic", "holdout:0.3");
    row("xgboost", "kfold:3");
    row("random_forest", "repeated:2x2");
    row("svm", "group:customer:0.25");
    row("mlp", "time:day:0.25");
    row("knn", "group-kfold:customer:3");
    row("naive_bayes", "time-kfold:day:3");
    row("baseline", "holdout:0.25");
    row("decision_tree", "nested:3x2", [](ui::TrainRequest &request) {
        request.grid = {{"max_depth", {std::int64_t(2), std::int64_t(4)}}};
    });
    row("linear", "kfold:4", [](ui::TrainRequest &request) {
        request.task.target = "size";
        request.task.drop = {"kind", "outcome"};
    });
    row("xgboost", "holdout:0.25", [](ui::TrainRequest &request) {
        request.task.target = "kind";
        request.params = {{"n_estimators", std::int64_t(20)}, {"subsample", 0.7}};
    });
    row("logistic", "kfold:2", [](ui::TrainRequest &request) {
        request.params = {{"C", 0.1 + 0.2}};
        request.threshold = 0.1 + 0.2;
        request.fit.balance = engine::Balance::Smote;
        request.fit.calibration = engine::calibrationFromName("isotonic");
        request.fit.calibrationShare = 1.0 / 3;
        request.task.protectedColumns = {"group"};
        request.task.excludeProtected = true;
        request.task.positive = "no";
        request.tags = {{QStringLiteral("owner"), QStringLiteral("ada")}};
        request.experiment = QStringLiteral("of another day");
    });
    row("logistic", "repeated:2x3", [](ui::TrainRequest &request) {
        request.task.weight = "day";
        request.task.drop = {"customer"};
    });
}

void TestRerun::theSameComesOut()
{
    QFETCH(QString, model);
    QFETCH(QString, split);
    QFETCH(Change, change);
    const WorkbenchFixture fixture(240);
    auto request = fixture.request(model.toLatin1().constData(), split.toLatin1().constData());
    change(request);
    const tracking::RunId run = fixture.train(request, {.threads = 2, .seed = 7});
    QVERIFY(!run.isNull());
    tracking::RunId opened;
    const auto again = fixture.bench->rerun(run, {.threads = 2}, [&](const auto &id) { opened = id; });
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QCOMPARE(again->changedMetrics, QStringList());
    QVERIFY(again->identical);
    QCOMPARE(again->changedInputs, QStringList());
    QCOMPARE(opened, again->outcome.run);
    const auto before = fixture.bench->details(run), after = fixture.bench->details(opened);
    QVERIFY(before->run.metrics.size() > 3);
    QCOMPARE(after->run.metrics.size(), before->run.metrics.size());
    QCOMPARE(after->children.size(), before->children.size());
    QVERIFY(after->run.params == before->run.params);
    QCOMPARE(shaOf(*after, "model.json"), shaOf(*before, "model.json"));
    QCOMPARE(shaOf(*after, "predictions.json"), shaOf(*before, "predictions.json"));
    QVERIFY(!shaOf(*after, "predictions.json").isEmpty());
    QCOMPARE(after->run.experiment, before->run.experiment);
    auto tags = before->run.tags;
    tags[QStringLiteral("rerun_of")] = run.value;
    QVERIFY(after->run.tags == tags);
    QCOMPARE(after->provenance.seed, quint64(7));
}

void TestRerun::threadsAreToldAndChangeNothing()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("random_forest", "kfold:3"), {.threads = 1});
    const auto again = fixture.bench->rerun(run, {.threads = 3});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
    QCOMPARE(again->changedInputs.size(), 1);
    QVERIFY2(again->changedInputs[0].contains("1 threads") && again->changedInputs[0].contains("3"),
             qPrintable(again->changedInputs[0]));
}

void TestRerun::aTestFileOfItsOwn()
{
    const WorkbenchFixture fixture;
    QFile file(fixture.path("test.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(WorkbenchFixture::csv(150, 9)) > 0);
    file.close();
    auto request = fixture.request("xgboost");
    request.test = *fixture.bench->import(file.fileName(), {}, {});
    const auto run = fixture.train(request);
    auto again = fixture.bench->rerun(run, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
    QVERIFY(file.rename(fixture.path("moved.csv")));
    again = fixture.bench->rerun(run, {});
    QCOMPARE(again.error().code, std::string("data_missing"));
    QVERIFY(messageOf(again).contains("--test FILE"));
    again = fixture.bench->rerun(run, {.test = file.fileName()}, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
}

void TestRerun::oneFoldAlone()
{
    const WorkbenchFixture fixture;
    const auto whole = fixture.bench->details(fixture.train(fixture.request("xgboost", "kfold:3")));
    const auto fold = std::ranges::find_if(
        whole->children, [](const tracking::Run &child) { return child.tags.at(QStringLiteral("fold")) == "2"; });
    QVERIFY(fold != whole->children.end());
    const auto again = fixture.bench->rerun(fold->id, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
    const auto details = fixture.bench->details(again->outcome.run);
    QVERIFY(details->children.empty());
    QCOMPARE(details->run.metrics.at(QStringLiteral("roc_auc")), fold->metrics.at(QStringLiteral("roc_auc")));
    // Which fold it was is known to that run, too.
    const auto third = fixture.bench->rerun(again->outcome.run, {});
    QVERIFY2(third.has_value(), qPrintable(messageOf(third)));
    QVERIFY(third->identical);
    QCOMPARE(third->outcome.testRows, again->outcome.testRows);
}

void TestRerun::ensembles_data()
{
    QTest::addColumn<bool>("stacked");
    QTest::addColumn<std::vector<double>>("weights");
    QTest::newRow("equal weights") << false << std::vector<double>{};
    QTest::newRow("weights") << false << std::vector<double>{0.1 + 0.2, 1.0 / 3};
    QTest::newRow("stacked") << true << std::vector<double>{};
}

void TestRerun::ensembles()
{
    QFETCH(bool, stacked);
    QFETCH(std::vector<double>, weights);
    const WorkbenchFixture fixture;
    const std::vector<tracking::RunId> members{fixture.train(fixture.request("logistic"), {.seed = 5}),
                                               fixture.train(fixture.request("random_forest"), {.seed = 5})};
    const auto ensemble = fixture.bench->ensemble(
        {.runs = members, .stacked = stacked, .weights = weights, .name = QStringLiteral("both")}, {.seed = 99});
    QVERIFY2(ensemble.has_value(), ensemble ? "" : ensemble.error().message.c_str());
    const auto again = fixture.bench->rerun(ensemble->run, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QCOMPARE(again->changedMetrics, QStringList());
    QVERIFY(again->identical);
    const auto before = fixture.bench->details(ensemble->run), after = fixture.bench->details(again->outcome.run);
    QCOMPARE(shaOf(*after, "predictions.json"), shaOf(*before, "predictions.json"));
    QCOMPARE(after->run.tags.at(QStringLiteral("rerun_of")), ensemble->run.value);
    QCOMPARE(after->run.name, QStringLiteral("both (rerun)"));
}

void TestRerun::changedDataIsRefused()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("logistic"));
    const qint64 runs = runCount(*fixture.bench);
    QFile file(fixture.path("data.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray original = file.readAll();
    file.close();
    const auto put = [&](const QByteArray &bytes) {
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && (file.close(), true);
    };
    QVERIFY(put(original.left(original.lastIndexOf('\n', -2) + 1)));
    auto again = fixture.bench->rerun(run, {});
    QCOMPARE(again.error().code, std::string("data_changed"));
    QVERIFY2(messageOf(again).contains("399 rows and 8 columns instead of 400 rows"), qPrintable(messageOf(again)));
    QByteArray other = original;
    other.replace(other.lastIndexOf(",yes"), 4, ",no ");
    QVERIFY(put(other));
    again = fixture.bench->rerun(run, {});
    QCOMPARE(again.error().code, std::string("data_changed"));
    QVERIFY2(messageOf(again).contains("other values"), qPrintable(messageOf(again)));
    QVERIFY(file.remove());
    again = fixture.bench->rerun(run, {});
    QCOMPARE(again.error().code, std::string("data_missing"));
    QCOMPARE(runCount(*fixture.bench), runs);
    QVERIFY(put(original));
    QVERIFY(fixture.bench->rerun(run, {})->identical);
}

void TestRerun::dataElsewhere()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("logistic", "kfold:3"));
    QVERIFY(QFile::rename(fixture.path("data.csv"), fixture.path("moved.csv")));
    const auto again = fixture.bench->rerun(run, {.data = fixture.path("moved.csv")}, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
    QFile other(fixture.path("other.csv"));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(WorkbenchFixture::csv(400, 2)) > 0);
    other.close();
    QCOMPARE(fixture.bench->rerun(run, {.data = other.fileName()}, {}).error().code, std::string("data_changed"));
}

void TestRerun::changedLibraryIsNamed()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("xgboost"));
    QVERIFY(sql(*fixture.bench,
                "UPDATE provenance SET libraries = json_set(libraries, '$.XGBoost', '0.0.1', '$.Cython', '3'),"
                " program = 'assay 0.0.0', cpu = 'Abacus' WHERE run = (SELECT id FROM runs WHERE uuid = ?)",
                {run.value}));
    const auto again = fixture.bench->rerun(run, {});
    QVERIFY(again.has_value());
    const QString told = again->changedInputs.join(u'\n');
    for (const char *part : {"The library XGBoost was 0.0.1 and is ", "The library Cython was 3 and is none.",
                             "The program was assay 0.0.0", "The processor was Abacus"})
        QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    QCOMPARE(again->changedInputs.size(), 4);
    QVERIFY(again->identical);
}

// Runs of the time before recipes: the command line says it all.
void TestRerun::withoutARecipe()
{
    const WorkbenchFixture fixture;
    auto request = fixture.request("logistic", "kfold:3");
    request.threshold = 0.1 + 0.2;
    request.params = {{"C", 1.0 / 3}};
    const auto run = fixture.train(request, {.seed = 11});
    QVERIFY(sql(*fixture.bench,
                "DELETE FROM artifacts WHERE name = 'recipe.json' AND run = (SELECT id FROM runs WHERE uuid = ?)",
                {run.value}));
    const auto again = fixture.bench->rerun(run, {});
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QVERIFY(again->identical);
}

void TestRerun::anotherSeedIsTold()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.train(fixture.request("xgboost"), {.seed = 11});
    // A record that was meddled with.
    QVERIFY(sql(*fixture.bench, "DELETE FROM artifacts WHERE name = 'recipe.json'", {}));
    QVERIFY(sql(*fixture.bench, "UPDATE provenance SET seed = 12", {}));
    const auto again = fixture.bench->rerun(run, {});
    QVERIFY(again.has_value());
    QVERIFY(!again->identical);
    QVERIFY(again->changedMetrics.contains(QStringLiteral("roc_auc")));
    QVERIFY(!again->changedMetrics.contains(QStringLiteral("fit_seconds")));
    const auto before = fixture.bench->details(run), after = fixture.bench->details(again->outcome.run);
    const auto changes = metricChanges(fixture.bench->store(), *before, *after);
    const auto auc = std::ranges::find(*changes, QStringLiteral("roc_auc"), &MetricChange::metric);
    QCOMPARE(auc->before, std::optional(before->run.metrics.at(QStringLiteral("roc_auc"))));
    QCOMPARE(auc->after, std::optional(after->run.metrics.at(QStringLiteral("roc_auc"))));
    QVERIFY(auc->before != auc->after);
}

void TestRerun::foldsAreComparedPointByPoint()
{
    const WorkbenchFixture fixture;
    tracking::RunStore &store = fixture.bench->store();
    using Losses = std::vector<double>;
    const auto made = [&](const std::map<QString, Losses> &folds) {
        const auto run = store.begin({.name = QStringLiteral("whole")});
        bool logged = store.logMetric(*run, QStringLiteral("roc_auc"), 0.5, 0).has_value();
        for (const auto &[fold, losses] : folds) {
            const auto child = store.begin({.name = fold, .parent = *run, .tags = {{QStringLiteral("fold"), fold}}});
            for (std::size_t i = 0; i < losses.size(); ++i)
                logged &=
                    store.logMetric(*child, QStringLiteral("loss"), losses[i], static_cast<qint64>(i)).has_value();
            logged &=
                store.logMetric(*child, QStringLiteral("fit_seconds"), 0.1 * double(losses.size()), 0).has_value();
        }
        return logged && store.flush() ? *store.details(*run) : tracking::RunDetails{};
    };
    const auto before = made({{"1", {3, 2, 1}}, {"2", {3, 2, 1}}});
    QCOMPARE(before.children.size(), 2u);
    const auto changed = [&](const std::map<QString, Losses> &folds) {
        QStringList told;
        const auto changes = metricChanges(store, before, made(folds));
        for (const MetricChange &change : *changes)
            told << change.metric + u' ' + QString::number(change.points);
        return told;
    };
    QCOMPARE(changed({{"1", {3, 2, 1}}, {"2", {3, 2, 1}}}), QStringList());
    QCOMPARE(changed({{"1", {3, 2, 1}}, {"2", {4, 2, 1}}}), QStringList({"fold 2: loss 1"}));
    QCOMPARE(changed({{"1", {3, 2, 1}}, {"2", {3, 2, 1, 1}}}), QStringList({"fold 2: loss 1"}));
    QCOMPARE(changed({{"1", {3, 2, 1}}}), QStringList({"fold 2: loss 3"}));
    QCOMPARE(changed({{"1", {3, 2, 1}}, {"2", {3, 2, 1}}, {"3", {1}}}), QStringList({"fold 3: loss 1"}));
}

void TestRerun::nothingToCompareIsNotIdentical()
{
    tracking::RunDetails run;
    run.run.status = tracking::RunStatus::Finished;
    QVERIFY(!hasMetrics(run));
    run.run.metrics[QStringLiteral("fit_seconds")] = 1;
    QVERIFY(!hasMetrics(run));
    QVERIFY(inputChanges(run, run).join(u'\n').contains("no metrics"));
    tracking::Run fold;
    fold.metrics[QStringLiteral("auc")] = 1;
    run.children.push_back(fold);
    QVERIFY(hasMetrics(run));
    QCOMPARE(inputChanges(run, run), QStringList());
}

void TestRerun::otherChangesOnTheSameCommit()
{
    tracking::RunDetails before;
    before.run.status = tracking::RunStatus::Finished;
    before.run.metrics[QStringLiteral("auc")] = 1;
    before.provenance.gitCommit = QStringLiteral("c0ffee");
    before.provenance.gitDirty = true;
    tracking::RunDetails after = before;
    before.artifacts.push_back({.name = QStringLiteral("changes.diff"), .sha256 = QString(64, u'a')});
    after.artifacts.push_back({.name = QStringLiteral("changes.diff"), .sha256 = QString(64, u'a')});
    QCOMPARE(inputChanges(before, after), QStringList());
    after.artifacts.back().sha256 = QString(64, u'b');
    const QStringList told = inputChanges(before, after);
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].contains(QString(12, u'a')) && told[0].contains(QString(12, u'b')), qPrintable(told[0]));
}

void TestRerun::foreignRunsAreRefused()
{
    const WorkbenchFixture fixture;
    const auto run = fixture.bench->store().begin({.name = QStringLiteral("theirs")});
    QVERIFY(fixture.bench->store().end(*run, tracking::RunStatus::Finished).has_value());
    const auto again = fixture.bench->rerun(*run, {});
    QCOMPARE(again.error().code, std::string("no_recipe"));
    QVERIFY(messageOf(again).contains("theirs"));
    QCOMPARE(fixture.bench->rerun({QStringLiteral("0").repeated(32)}, {}).error().code, std::string("unknown_run"));
}

void TestRerun::recipesAreReadBack()
{
    Recipe recipe{.seed = 18'446'744'073'709'551'615ULL, .fold = 3};
    ui::TrainRequest &request = recipe.request;
    request.model = QStringLiteral("logistic");
    request.params = {{"C", 1.0}, {"max_iter", std::int64_t(50)}, {"penalty", std::string("l1")}, {"flag", true}};
    request.task = {.target = "a=\"b\", c",
                    .task = engine::Task::Multiclass,
                    .positive = "ja: 1",
                    .drop = {"x", "y z"},
                    .protectedColumns = {"größe"},
                    .excludeProtected = true,
                    .weight = "w"};
    request.split = {.rule = engine::SplitRule::TimeKFold, .folds = 7, .column = "day:of week"};
    request.grid = {{"C", {0.1 + 0.2, 1.0, 1e-300}}, {"max_iter", {std::int64_t(1)}}};
    request.fit = {.weight = "w",
                   .preprocess = {{"scale", std::string("robust")}},
                   .balance = engine::Balance::Oversample,
                   .calibration = engine::CalibrationMethod::Beta,
                   .calibrationShare = 1.0 / 7};
    request.threshold = 0.1 + 0.2;
    request.tags = {{QStringLiteral("k"), QStringLiteral("v\n")}};
    const auto json = parseJson(toJson(recipe).dump());
    const auto read = recipeFromJson(*json);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->seed, recipe.seed);
    QCOMPARE(read->fold, recipe.fold);
    QVERIFY(read->request.params == request.params);
    QVERIFY(read->request.task == request.task);
    QVERIFY(read->request.split == request.split);
    QVERIFY(read->request.grid == request.grid);
    QVERIFY(read->request.fit == request.fit);
    QCOMPARE(read->request.threshold, request.threshold);
    QVERIFY(read->request.tags == request.tags);
    for (const char *broken : {"{}", "[]", R"({"split":"kfold:3","seed":"x"})", R"({"split":7})"})
        QCOMPARE(recipeFromJson(*parseJson(broken)).error().code, std::string("bad_recipe"));
}

void TestRerun::onTheCommandLine()
{
    const Sandbox box;
    box.write(QStringLiteral("d.csv"), WorkbenchFixture::csv(200, 3));
    const Ran trained = box.run({"train", "d.csv", "--target", "outcome", "--model", "xgboost", "--split", "kfold:3",
                                 "--drop", "day", "--seed", "5", "--json"});
    QCOMPARE(trained.code, 0);
    const QString run = trained.object().value(QLatin1String("run_id")).toString();
    const Ran again = box.run({"rerun", run, "--json"});
    QVERIFY2(again.code == 0, again.err.constData());
    const QJsonObject told = again.object();
    QCOMPARE(told.value(QLatin1String("identical")).toBool(), true);
    QCOMPARE(told.value(QLatin1String("rerun_of")).toString(), run);
    QVERIFY(told.value(QLatin1String("run_id")).toString() != run);
    QVERIFY(told.value(QLatin1String("changed_metrics")).toArray().isEmpty());
    QVERIFY(told.value(QLatin1String("changed_inputs")).toArray().isEmpty());
    QCOMPARE(told.value(QLatin1String("params")), trained.object().value(QLatin1String("params")));
    const Ran people = box.run({"rerun", run.left(8)});
    QVERIFY2(people.out.contains("Identical"), people.out.constData());
    QVERIFY(QFile::rename(box.path(QStringLiteral("d.csv")), box.path(QStringLiteral("e.csv"))));
    const Ran lost = box.run({"rerun", run, "--json"});
    QCOMPARE(lost.code, 4);
    QCOMPARE(lost.error().value(QLatin1String("code")).toString(), QStringLiteral("data_missing"));
    QCOMPARE(box.run({"rerun", run, "--data", "e.csv", "--json"}).object().value(QLatin1String("identical")).toBool(),
             true);
}

QTEST_GUILESS_MAIN(TestRerun)
#include "tst_rerun.moc"
