// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/ensemble.h"
#include "workbenchfixture.h"

#include <QtTest>

using namespace assay;
using namespace assay::app;

class TestEnsembles : public QObject
{
    Q_OBJECT

private slots:
    void averageIsTheMeanOfScores_data();
    void averageIsTheMeanOfScores();
    void weightsCount();
    void stackingLearns_data();
    void stackingLearns();
    void isARunLikeAnyOther();
    void ofFoldsOfACrossValidation();
    void modelSurvivesJson();
    void refusals();
    void badWeights_data();
    void badWeights();
};

namespace {

double metricOf(const ui::TrainOutcome &outcome, const char *name)
{
    for (const auto &[key, value] : outcome.metrics) {
        if (key == QLatin1String(name))
            return value;
    }
    return std::nan("");
}

} // namespace

void TestEnsembles::averageIsTheMeanOfScores_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("binary") << "outcome";
    QTest::newRow("multiclass") << "kind";
    QTest::newRow("regression") << "size";
}

void TestEnsembles::averageIsTheMeanOfScores()
{
    QFETCH(QString, target);
    const WorkbenchFixture fixture;
    std::vector<tracking::RunId> runs;
    for (const char *model : {"random_forest", "xgboost"}) {
        auto request = fixture.request(model);
        request.task.target = target.toStdString();
        runs.push_back(fixture.train(request));
    }
    const auto outcome = fixture.bench->ensemble({.runs = runs, .weights = {}, .name = {}}, {});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
    const auto both = fixture.bench->analysis(outcome->run, {});
    const auto a = fixture.bench->analysis(runs[0], {}), b = fixture.bench->analysis(runs[1], {});
    QVERIFY(both && a && b);
    QCOMPARE(both->predictions.rowIds, a->predictions.rowIds);
    QCOMPARE(both->predictions.truth, a->predictions.truth);
    const engine::Matrix mean = (a->predictions.scores + b->predictions.scores) / 2;
    QVERIFY((both->predictions.scores - mean).cwiseAbs().maxCoeff() < 1e-14);
}

void TestEnsembles::weightsCount()
{
    const WorkbenchFixture fixture;
    const std::vector<tracking::RunId> runs{fixture.train(fixture.request("logistic")),
                                            fixture.train(fixture.request("baseline"))};
    const auto outcome =
        fixture.bench->ensemble({.runs = runs, .weights = {3, 1}, .name = QStringLiteral("mixed")}, {});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
    const auto both = fixture.bench->analysis(outcome->run, {});
    const auto a = fixture.bench->analysis(runs[0], {}), b = fixture.bench->analysis(runs[1], {});
    const engine::Matrix mean = 0.75 * a->predictions.scores + 0.25 * b->predictions.scores;
    QVERIFY((both->predictions.scores - mean).cwiseAbs().maxCoeff() < 1e-14);
    QCOMPARE(both->details.run.tags.at(QStringLiteral("weights")), QStringLiteral("3,1"));
    QCOMPARE(both->details.run.name, QStringLiteral("mixed"));
    QVERIFY(both->details.provenance.commandLine.endsWith(QLatin1String("--weights 3,1")));
}

void TestEnsembles::stackingLearns_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("good");
    QTest::addColumn<QString>("metric");
    QTest::newRow("binary") << "outcome"
                            << "logistic"
                            << "roc_auc";
    QTest::newRow("multiclass") << "kind"
                                << "logistic"
                                << "accuracy";
    QTest::newRow("regression") << "size"
                                << "linear"
                                << "r2";
}

// Of a good model and one that knows nothing, stacking trusts the good one; the same on any number of threads.
void TestEnsembles::stackingLearns()
{
    QFETCH(QString, target);
    QFETCH(QString, good);
    QFETCH(QString, metric);
    const WorkbenchFixture fixture;
    std::vector<tracking::RunId> runs;
    for (const QString &model : {good, QStringLiteral("baseline")}) {
        auto request = fixture.request(model.toLatin1().constData());
        request.task.target = target.toStdString();
        runs.push_back(fixture.train(request));
    }
    const ui::EnsembleRequest request{.runs = runs, .stacked = true, .weights = {}, .name = {}};
    const auto one = fixture.bench->ensemble(request, {.threads = 1}),
               two = fixture.bench->ensemble(request, {.threads = 3});
    QVERIFY2(one.has_value(), one ? "" : one.error().message.c_str());
    const auto alone = fixture.bench->details(runs[0]);
    const double value = metricOf(*one, metric.toLatin1().constData());
    QVERIFY2(value > alone->run.metrics.at(metric) - 0.03, qPrintable(QString::number(value)));
    QCOMPARE(metricOf(*two, metric.toLatin1().constData()), value);
    const auto first = fixture.bench->analysis(one->run, {}), second = fixture.bench->analysis(two->run, {});
    QVERIFY(first->predictions.scores == second->predictions.scores);
    QCOMPARE(first->details.run.params.at("method"), ParamValue(std::string("stacking")));
}

void TestEnsembles::isARunLikeAnyOther()
{
    const WorkbenchFixture fixture;
    const std::vector<tracking::RunId> runs{fixture.train(fixture.request("logistic")),
                                            fixture.train(fixture.request("xgboost"))};
    tracking::RunId opened;
    const auto outcome =
        fixture.bench->ensemble({.runs = runs, .weights = {}, .name = {}}, {}, [&](const auto &run) { opened = run; });
    QVERIFY(outcome.has_value());
    QCOMPARE(opened, outcome->run);
    const auto details = fixture.bench->details(outcome->run);
    QCOMPARE(details->run.status, tracking::RunStatus::Finished);
    QCOMPARE(details->run.model, QStringLiteral("ensemble"));
    QCOMPARE(details->run.tags.at(QStringLiteral("member.1")), runs[0].value);
    QCOMPARE(details->run.tags.at(QStringLiteral("member.2")), runs[1].value);
    QVERIFY(details->run.tags.contains(QStringLiteral("members")));
    QCOMPARE(details->artifacts.size(), std::size_t(2));
    // It can be compared with its members without caveats, explained and put into an ensemble itself.
    const auto comparison = fixture.bench->compare({runs[0], runs[1], outcome->run}, {});
    QVERIFY(comparison.has_value());
    QVERIFY(comparison->caveats.empty());
    QVERIFY(comparison->comparison.warnings.empty());
    const auto explained = fixture.bench->explain(outcome->run, engine::ExplainMethod::Auto, 100, {});
    QVERIFY2(explained.has_value(), explained ? "" : explained.error().message.c_str());
    QCOMPARE(explained->method, std::string("permutation"));
    QVERIFY(explained->meanAbs.front().first == "score" || explained->meanAbs.front().first == "size");
    QCOMPARE(fixture.bench->explain(outcome->run, engine::ExplainMethod::Tree, 100, {}).error().code,
             std::string("method_not_applicable"));
    QVERIFY(fixture.bench->ensemble({.runs = {runs[0], outcome->run}, .weights = {}, .name = {}}, {}).has_value());
    QCOMPARE(fixture.bench->ensemble({.runs = {runs[0], outcome->run}, .stacked = true, .weights = {}, .name = {}}, {})
                 .error()
                 .code,
             std::string("not_trained_here"));
    QCOMPARE(fixture.bench->tree(outcome->run).error().code, std::string("no_tree"));
}

void TestEnsembles::ofFoldsOfACrossValidation()
{
    const WorkbenchFixture fixture;
    std::vector<tracking::RunId> parents, first, second;
    for (const char *model : {"logistic", "random_forest"}) {
        parents.push_back(fixture.train(fixture.request(model, "kfold:3")));
        const auto parent = fixture.bench->details(parents.back());
        for (const tracking::Run &child : parent->children) {
            if (child.tags.at(QStringLiteral("fold")) == QLatin1String("1"))
                first.push_back(child.id);
            if (child.tags.at(QStringLiteral("fold")) == QLatin1String("2"))
                second.push_back(child.id);
        }
    }
    const auto stacked =
        fixture.bench->ensemble({.runs = second, .stacked = true, .weights = {}, .name = {}}, {.threads = 2});
    QVERIFY2(stacked.has_value(), stacked ? "" : stacked.error().message.c_str());
    QVERIFY(metricOf(*stacked, "roc_auc") > 0.7);
    QCOMPARE(fixture.bench->ensemble({.runs = {first[0], second[1]}, .weights = {}, .name = {}}, {}).error().code,
             std::string("different_data"));
    QCOMPARE(fixture.bench->ensemble({.runs = parents, .weights = {}, .name = {}}, {}).error().code,
             std::string("no_model"));
}

void TestEnsembles::modelSurvivesJson()
{
    const WorkbenchFixture fixture;
    const std::vector<tracking::RunId> runs{fixture.train(fixture.request("logistic")),
                                            fixture.train(fixture.request("xgboost"))};
    for (const bool stacked : {false, true}) {
        const auto outcome = fixture.bench->ensemble({.runs = runs, .stacked = stacked, .weights = {}, .name = {}}, {});
        const auto model = fixture.bench->model(outcome->run);
        QVERIFY(model.has_value());
        QCOMPARE((*model)->members().size(), std::size_t(2));
        const auto again = engine::Model::fromJson((*model)->toJson());
        const engine::Rows rows{1, 5, 9};
        QVERIFY(*(*again)->predict(fixture.data->table(), rows) == *(*model)->predict(fixture.data->table(), rows));
    }
}

void TestEnsembles::refusals()
{
    const WorkbenchFixture fixture, other(300, 9);
    const auto run = fixture.train(fixture.request("logistic"));
    const auto code = [&](const ui::TrainRequest &request, const Context &context = {}) {
        const auto outcome =
            fixture.bench->ensemble({.runs = {run, fixture.train(request, context)}, .weights = {}, .name = {}}, {});
        return outcome ? std::string() : outcome.error().code;
    };
    auto target = fixture.request("logistic");
    target.task.target = "kind";
    QCOMPARE(code(target), std::string("different_tasks"));
    auto positive = fixture.request("logistic");
    positive.task.positive = "no";
    QCOMPARE(code(positive), std::string("different_tasks"));
    auto data = fixture.request("logistic");
    data.data = other.data;
    QCOMPARE(code(data), std::string("different_data"));
    QCOMPARE(code(fixture.request("logistic", "holdout:0.5")), std::string("different_data"));
    QCOMPARE(code(fixture.request("logistic"), {.seed = 7}), std::string("different_data"));
    QCOMPARE(fixture.bench->ensemble({.runs = {run}, .weights = {}, .name = {}}, {}).error().code,
             std::string("too_few_members"));
    QCOMPARE(code(fixture.request("xgboost")), std::string());
}

void TestEnsembles::badWeights_data()
{
    QTest::addColumn<std::vector<double>>("weights");
    QTest::addColumn<bool>("stacked");
    QTest::newRow("too many") << std::vector<double>{1, 2, 3} << false;
    QTest::newRow("negative") << std::vector<double>{1, -1} << false;
    QTest::newRow("all zero") << std::vector<double>{0, 0} << false;
    QTest::newRow("stacking takes none") << std::vector<double>{1, 2} << true;
}

void TestEnsembles::badWeights()
{
    QFETCH(std::vector<double>, weights);
    QFETCH(bool, stacked);
    const WorkbenchFixture fixture(80);
    const std::vector<tracking::RunId> runs{fixture.train(fixture.request("logistic")),
                                            fixture.train(fixture.request("baseline"))};
    const auto outcome =
        fixture.bench->ensemble({.runs = runs, .stacked = stacked, .weights = weights, .name = {}}, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("bad_weights"));
}

QTEST_GUILESS_MAIN(TestEnsembles)
#include "tst_ensembles.moc"
