// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/localworkbench.h"
#include "app/workbench/predictionsjson.h"
#include "app/workbench/runfacts.h"
#include "engine/core/random.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::app;

namespace {

/// Score and group matter, noise does not; the group is favoured.
QByteArray binaryCsv(int rows, std::uint64_t seed)
{
    Random random(seed);
    QByteArray csv = "score,noise,group,age,outcome\n";
    for (int i = 0; i < rows; ++i) {
        const double score = random.normal();
        const bool favoured = random.uniform() < 0.6;
        const double chance = 1 / (1 + std::exp(-(1.5 * score + (favoured ? 0.8 : -0.4))));
        csv += QByteArray::number(score, 'g', 6) + ',' + QByteArray::number(random.normal(), 'g', 6) + ',' +
               (favoured ? "a" : "b") + ',' + QByteArray::number(18 + int(random.below(60))) + ',' +
               (random.uniform() < chance ? "yes" : "no") + '\n';
    }
    return csv;
}

struct Stopper : Observer
{
    std::stop_source source;
    void metric(std::string_view, double, std::int64_t) override { source.request_stop(); }
};

} // namespace

class TestWorkbench : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void trainKeepsEverything();
    void sameSeedSameBits();
    void crossValidationHasAChildAFold();
    void cancelledRunSaysSo();
    void wrongRequestLeavesNoRun_data();
    void wrongRequestLeavesNoRun();
    void comparisonPairsRows();
    void caveatsNameWhatDiffers();
    void fairnessOfAnyColumn();
    void explanationAddsUp();
    void changedDataIsRefused();
    void reportIsOneDocument();
    void predictionsSurviveJson();
    void commandLineIsQuoted();

private:
    ui::TrainRequest request(const QString &model) const;
    tracking::RunId train(const QString &model);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalWorkbench> m_bench;
    ui::DatasetPtr m_data;
};

void TestWorkbench::init()
{
    m_bench.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QFile file(m_dir->filePath(QStringLiteral("data.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(binaryCsv(600, 1));
    file.close();
    auto bench = LocalWorkbench::open(m_dir->filePath(QStringLiteral("store.db")));
    QVERIFY2(bench.has_value(), bench ? "" : bench.error().message.c_str());
    m_bench = std::move(*bench);
    auto data = m_bench->import(file.fileName(), {}, {});
    QVERIFY2(data.has_value(), data ? "" : data.error().message.c_str());
    m_data = *data;
}

ui::TrainRequest TestWorkbench::request(const QString &model) const
{
    ui::TrainRequest request;
    request.data = m_data;
    request.task.target = "outcome";
    request.task.protectedColumns = {"group"};
    request.model = model;
    return request;
}

tracking::RunId TestWorkbench::train(const QString &model)
{
    const auto outcome = m_bench->train(request(model), {});
    if (!outcome) {
        qWarning("%s", outcome.error().message.c_str());
        return {};
    }
    return outcome->run;
}

void TestWorkbench::trainKeepsEverything()
{
    tracking::RunId openedAs;
    const auto outcome =
        m_bench->train(request(QStringLiteral("logistic")), {}, [&](const auto &id) { openedAs = id; });
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
    QCOMPARE(openedAs, outcome->run);
    QCOMPARE(outcome->trainRows + outcome->testRows, 600);
    const auto details = m_bench->details(outcome->run);
    QVERIFY(details.has_value());
    QCOMPARE(details->run.status, tracking::RunStatus::Finished);
    QCOMPARE(details->run.tags.at(QStringLiteral("target")), QStringLiteral("outcome"));
    QCOMPARE(details->run.tags.at(QStringLiteral("positive")), QStringLiteral("yes"));
    QCOMPARE(details->inputs.at(0).digest, QString::fromStdString(m_data->table().digest()));
    QVERIFY(details->run.params.contains("C"));
    QVERIFY(details->run.metrics.at(QStringLiteral("roc_auc")) > 0.75);
    for (const char *name : {"model.json", "predictions.json", "recipe.json"})
        QVERIFY2(std::ranges::count(details->artifacts, QLatin1String(name), &tracking::Artifact::name) == 1, name);
    QVERIFY(details->provenance.commandLine.startsWith(QStringLiteral("assay train ")));
    QCOMPARE(details->provenance.seed, quint64(42));
    QVERIFY(!details->provenance.libraries.empty());

    const auto analysis = m_bench->analysis(outcome->run, {});
    QVERIFY(analysis.has_value());
    QCOMPARE(*analysis->evaluation.metric("roc_auc"), details->run.metrics.at(QStringLiteral("roc_auc")));
}

void TestWorkbench::sameSeedSameBits()
{
    const auto first = m_bench->analysis(train(QStringLiteral("xgboost")), {});
    const auto second = m_bench->analysis(train(QStringLiteral("xgboost")), {});
    QVERIFY(first && second);
    QVERIFY(first->predictions.scores == second->predictions.scores);
    QCOMPARE(first->predictions.rowIds, second->predictions.rowIds);
}

void TestWorkbench::crossValidationHasAChildAFold()
{
    auto asked = request(QStringLiteral("logistic"));
    asked.split = {.rule = engine::SplitRule::KFold, .testShare = 0.25, .folds = 4, .repeats = 1, .column = {}};
    const auto outcome = m_bench->train(asked, {});
    QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
    const auto details = m_bench->details(outcome->run);
    QCOMPARE(details->children.size(), std::size_t(4));
    double sum = 0;
    for (const tracking::Run &fold : details->children)
        sum += fold.metrics.at(QStringLiteral("roc_auc"));
    QVERIFY(std::abs(sum / 4 - details->run.metrics.at(QStringLiteral("roc_auc"))) < 1e-12);
    QVERIFY(details->run.metrics.at(QStringLiteral("roc_auc_std")) > 0);

    const auto analysis = m_bench->analysis(outcome->run, {});
    QVERIFY(analysis.has_value());
    QStringList rows;
    for (const std::string &id : analysis->predictions.rowIds)
        rows << QString::fromStdString(id);
    QCOMPARE(rows.size(), 600);
    rows.removeDuplicates();
    QCOMPARE(rows.size(), 600);
    // Attributes follow the pooled rows.
    const engine::Column *group = analysis->predictions.attribute("group");
    QVERIFY(group);
    for (std::size_t i = 0; i < 600; ++i) {
        const auto row = static_cast<engine::Row>(std::stoul(analysis->predictions.rowIds[i]));
        QCOMPARE(group->text(static_cast<engine::Row>(i)), m_data->table().find("group")->text(row));
    }
}

void TestWorkbench::cancelledRunSaysSo()
{
    Stopper stopper;
    Context context{.observer = &stopper, .stop = stopper.source.get_token()};
    auto asked = request(QStringLiteral("xgboost"));
    asked.params["n_estimators"] = std::int64_t(500);
    tracking::RunId id;
    const auto outcome = m_bench->train(asked, context, [&](const auto &opened) { id = opened; });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    const auto details = m_bench->details(id);
    QCOMPARE(details->run.status, tracking::RunStatus::Cancelled);
    QVERIFY(!details->series.empty());
}

void TestWorkbench::wrongRequestLeavesNoRun_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("code");
    QTest::newRow("model") << "xgbost"
                           << "outcome"
                           << ""
                           << "unknown_model";
    QTest::newRow("target") << "logistic"
                            << "outcom"
                            << ""
                            << "unknown_column";
    QTest::newRow("parameter") << "logistic"
                               << "outcome"
                               << "depth"
                               << "unknown_parameter";
    QTest::newRow("task") << "linear"
                          << "outcome"
                          << ""
                          << "task_not_supported";
}

void TestWorkbench::wrongRequestLeavesNoRun()
{
    QFETCH(QString, model);
    QFETCH(QString, target);
    QFETCH(QString, param);
    QFETCH(QString, code);
    auto asked = request(model);
    asked.task.target = target.toStdString();
    if (!param.isEmpty())
        asked.params[param.toStdString()] = std::int64_t(1);
    const auto outcome = m_bench->train(asked, {});
    QVERIFY(!outcome);
    QCOMPARE(QString::fromStdString(outcome.error().code), code);
    QCOMPARE(m_bench->runs({})->size(), std::size_t(0));
}

void TestWorkbench::comparisonPairsRows()
{
    const auto result = m_bench->compare({train(QStringLiteral("baseline")), train(QStringLiteral("logistic"))}, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().message.c_str());
    QCOMPARE(result->comparison.pairs.size(), std::size_t(1));
    const auto &pair = result->comparison.pairs.front();
    QCOMPARE(pair.rows, result->runs.front().predictions.size());
    QCOMPARE(pair.delong->aucA, 0.5);
    QVERIFY(pair.delong->pValue < 1e-6);
    QVERIFY(result->caveats.empty());
    QCOMPARE(result->differingParams.front(), QStringLiteral("model"));
}

void TestWorkbench::caveatsNameWhatDiffers()
{
    const auto first = train(QStringLiteral("logistic"));
    auto asked = request(QStringLiteral("logistic"));
    asked.split.testShare = 0.5;
    const auto second = m_bench->train(asked, {.seed = 7});
    QVERIFY(second.has_value());
    const auto result = m_bench->compare({first, second->run}, {});
    QVERIFY(result.has_value());
    QCOMPARE(result->caveats.size(), std::size_t(2));
}

void TestWorkbench::fairnessOfAnyColumn()
{
    const auto run = train(QStringLiteral("logistic"));
    const auto report = m_bench->fairness(run, {QStringLiteral("group"), QStringLiteral("age")}, {}, {});
    QVERIFY2(report.has_value(), report ? "" : report.error().message.c_str());
    QCOMPARE(report->attributes.at(0).privileged, std::string("a"));
    QVERIFY(*report->attributes.at(0).disparateImpact < 0.9);
    QVERIFY(report->attributes.at(1).groups.size() <= 5);
    std::size_t total = 0;
    for (const auto &group : report->attributes.at(1).groups)
        total += group.n;
    QCOMPARE(total, m_bench->analysis(run, {})->predictions.size());
}

void TestWorkbench::explanationAddsUp()
{
    const auto attribution = m_bench->explain(train(QStringLiteral("xgboost")), engine::ExplainMethod::Auto, 50, {});
    QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
    QCOMPARE(attribution->n(), std::size_t(50));
    QVERIFY(attribution->additivityMaxError < 1e-4);
    QCOMPARE(attribution->meanAbs.front().first, std::string("score"));
}

void TestWorkbench::changedDataIsRefused()
{
    const auto run = train(QStringLiteral("logistic"));
    QFile file(m_data->path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(binaryCsv(601, 2));
    file.close();
    const auto data = m_bench->trainingData(run, {});
    QVERIFY(!data);
    QCOMPARE(data.error().code, std::string("data_changed"));
    // What derives from predictions alone still works.
    QVERIFY(m_bench->analysis(run, {}).has_value());
    // A report says what it had to leave out.
    const auto html = m_bench->report(
        {.runs = {run}, .title = {}, .protectedColumns = {}, .driftReference = {}, .driftCurrent = {}}, {});
    QVERIFY(html.has_value());
    QVERIFY(html->contains("is left out: "));
}

void TestWorkbench::reportIsOneDocument()
{
    ui::ReportRequest asked;
    asked.runs = {train(QStringLiteral("logistic")), train(QStringLiteral("xgboost"))};
    asked.title = QStringLiteral("Which <one>?");
    asked.driftReference = m_data;
    asked.driftCurrent = m_data;
    const auto html = m_bench->report(asked, {});
    QVERIFY2(html.has_value(), html ? "" : html.error().message.c_str());
    QVERIFY(html->contains("Which &lt;one&gt;?"));
    QVERIFY(html->contains("<svg"));
    QVERIFY(!html->contains("<script"));
    QVERIFY(html->size() < 2'000'000);
}

void TestWorkbench::predictionsSurviveJson()
{
    engine::Predictions predictions;
    predictions.labels = {"no", "yes"};
    predictions.rowIds = {"3", "9"};
    predictions.truth = {0, 1};
    predictions.scores = engine::Matrix::Constant(2, 1, 0.1 + 0.2);
    predictions.attributes = {
        engine::Column::texts("group", engine::Kind::Categorical, {std::string("NA"), std::nullopt}),
        engine::Column::numbers("x", engine::Kind::Real, {std::nan(""), 1e300})};
    const auto back = parseJson(toJson(predictions).dump()).and_then(predictionsFromJson);
    QVERIFY(back.has_value());
    QVERIFY(back->scores == predictions.scores);
    QCOMPARE(back->truth, predictions.truth);
    QCOMPARE(back->attributes.at(0).text(0), std::string("NA"));
    QVERIFY(back->attributes.at(0).isMissing(1));
    QVERIFY(back->attributes.at(1).isMissing(0));
    QCOMPARE(back->attributes.at(1).numbers()[1], 1e300);

    Json broken = toJson(predictions);
    broken["y_true"].push_back(1.0);
    QVERIFY(!predictionsFromJson(broken));
}

void TestWorkbench::commandLineIsQuoted()
{
    auto asked = request(QStringLiteral("xgboost"));
    asked.task.target = "it's here";
    asked.params["max_depth"] = std::int64_t(3);
    const QString line = trainCommand(asked, 7);
    QVERIFY(line.contains(QStringLiteral("--target 'it'\\''s here'")));
    QVERIFY(line.contains(QStringLiteral("--param max_depth=3")));
    QVERIFY(line.endsWith(QStringLiteral("--seed 7")));
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
