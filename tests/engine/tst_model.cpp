// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/data/reader.h"
#include "engine/estimators/model.h"
#include "engine/metrics/evaluation.h"
#include "tests/engine/datasets.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

// Passengers with a bit of everything; the target's last cell is missing.
Table passengers()
{
    std::vector<double> id, age, fare, survived, weight;
    std::vector<std::optional<std::string>> sex, port, fate;
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        id.push_back(i + 1);
        age.push_back(i % 9 == 0 ? std::nan("") : std::floor(20 + 30 * random.uniform()));
        fare.push_back(10 * random.uniform());
        weight.push_back(1 + i % 3);
        sex.push_back(random.uniform() < 0.5 ? "female" : "male");
        port.push_back(i % 17 == 0 ? std::nullopt : std::optional<std::string>(i % 2 ? "S" : "C"));
        survived.push_back(random.uniform() < (sex.back() == "female" ? 0.8 : 0.2) ? 1 : 0);
        fate.push_back(survived.back() == 1 ? "rescued" : (i % 3 ? "lost" : "unknown"));
    }
    survived.back() = std::nan("");
    return Table({Column::numbers("PassengerId", Kind::Integer, id), Column::numbers("age", Kind::Integer, age),
                  Column::numbers("fare", Kind::Real, fare), Column::texts("sex", Kind::Categorical, sex),
                  Column::texts("port", Kind::Categorical, port), Column::numbers("survived", Kind::Integer, survived),
                  Column::texts("fate", Kind::Categorical, fate), Column::numbers("weight", Kind::Integer, weight),
                  Column::numbers("ones", Kind::Integer, std::vector<double>(200, 1)),
                  Column::numbers("empty", Kind::Real, std::vector<double>(200, std::nan(""))),
                  Column::times("day", Kind::Date, std::vector<std::int64_t>(200, 0))});
}

std::string codeOf(const auto &result)
{
    return result ? std::string() : result.error().code;
}

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private slots:
    void guessesTheTask_data();
    void guessesTheTask();
    void refusesTargets_data();
    void refusesTargets();
    void targetOfAnotherTable();
    void choosesFeatures();
    void predictsBesideTheTruth();
    void savesToTheBit_data();
    void savesToTheBit();
    void validationRowsAreOnlyWatched();
    void weightsMustBeNumbers();
    void refusesToFit();
    void refusesDocuments();
    void adult_data();
    void adult();
};

void TestModel::guessesTheTask_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<int>("task");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("two numbers") << "survived"
                                 << "" << static_cast<int>(Task::Binary) << QStringList{"0", "1"};
    QTest::newRow("two texts") << "sex"
                               << "" << static_cast<int>(Task::Binary) << QStringList{"female", "male"};
    QTest::newRow("the other is positive")
        << "sex"
        << "female" << static_cast<int>(Task::Binary) << QStringList{"male", "female"};
    QTest::newRow("three texts") << "fate"
                                 << "" << static_cast<int>(Task::Multiclass)
                                 << QStringList{"lost", "rescued", "unknown"};
    QTest::newRow("three numbers") << "weight"
                                   << "" << static_cast<int>(Task::Regression) << QStringList{};
    QTest::newRow("numbers") << "fare"
                             << "" << static_cast<int>(Task::Regression) << QStringList{};
}

void TestModel::guessesTheTask()
{
    QFETCH(QString, target);
    QFETCH(QString, positive);
    QFETCH(int, task);
    QFETCH(QStringList, labels);
    const auto resolved =
        resolveTarget(passengers(), {.target = target.toStdString(), .positive = positive.toStdString()});
    QVERIFY(resolved.has_value());
    QCOMPARE(static_cast<int>(resolved->task), task);
    QCOMPARE(resolved->labels.size(), static_cast<std::size_t>(labels.size()));
    for (int i = 0; i < labels.size(); ++i)
        QCOMPARE(QString::fromStdString(resolved->labels[i]), labels[i]);
}

void TestModel::refusesTargets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("code");
    const int guess = -1;
    QTest::newRow("unknown column") << "surviv"
                                    << "" << guess << "unknown_column";
    QTest::newRow("all missing") << "empty"
                                 << "" << guess << "target_missing";
    QTest::newRow("one class") << "ones"
                               << "" << guess << "one_class";
    QTest::newRow("unknown positive") << "sex"
                                      << "woman" << guess << "unknown_label";
    QTest::newRow("texts as numbers") << "fate"
                                      << "" << static_cast<int>(Task::Regression) << "bad_task";
    QTest::newRow("three as two") << "fate"
                                  << "" << static_cast<int>(Task::Binary) << "bad_task";
}

void TestModel::refusesTargets()
{
    QFETCH(QString, target);
    QFETCH(QString, positive);
    QFETCH(int, task);
    QFETCH(QString, code);
    LearningTask learning{.target = target.toStdString(), .positive = positive.toStdString()};
    if (task >= 0)
        learning.task = static_cast<Task>(task);
    QCOMPARE(codeOf(resolveTarget(passengers(), learning)), code.toStdString());
}

void TestModel::targetOfAnotherTable()
{
    const Table table = passengers();
    const Target target = resolveTarget(table, {.target = "fate"}).value();
    const Table later({Column::texts("fate", Kind::Categorical, {{"unknown"}, {"found"}, std::nullopt})});
    QCOMPARE(target.values(later, {0}).value()[0], 2.0);
    QCOMPARE(codeOf(target.values(later, {1})), std::string("unknown_label"));
    QCOMPARE(codeOf(target.values(later, {2})), std::string("missing_target"));
    QCOMPARE(codeOf(target.values(table.without({"fate"}), {0})), std::string("unknown_column"));
    QCOMPARE(labelledRows(table, "survived").size(), std::size_t(199));
}

void TestModel::choosesFeatures()
{
    const Table table = passengers();
    LearningTask task{.target = "survived", .drop = {"fate", "day"}, .protectedColumns = {"sex"}, .weight = "weight"};
    const std::vector<std::string> kept{"PassengerId", "age", "fare", "sex", "port", "ones", "empty"};
    QCOMPARE(featureColumns(table, task).value(), kept);
    task.excludeProtected = true;
    QCOMPARE(featureColumns(table, task).value(),
             (std::vector<std::string>{"PassengerId", "age", "fare", "port", "ones", "empty"}));
    task.drop = {"fates"};
    QCOMPARE(codeOf(featureColumns(table, task)), std::string("unknown_column"));
}

void TestModel::predictsBesideTheTruth()
{
    const Table table = passengers();
    const LearningTask task{.target = "survived", .drop = {"fate"}, .weight = "weight"};
    const Target target = resolveTarget(table, task).value();
    const Rows rows = labelledRows(table, "survived");
    const auto model = fitModel(*findEstimator("logistic").value(), {}, table, target,
                                featureColumns(table, task).value(), rows, {}, {.weight = "weight"}, {});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    QCOMPARE((*model)->preprocessor().features(), (std::vector<std::string>{"age", "fare", "sex", "port"}));
    QCOMPARE(real((*model)->params(), "C"), 1.0);
    const auto predictions = (*model)->predictions(table, {5, 199, 7}, {"sex", "survived"}, "weight");
    QVERIFY2(predictions.has_value(), predictions ? "" : predictions.error().message.c_str());
    QCOMPARE(predictions->rowIds, (std::vector<std::string>{"5", "7"}));
    QCOMPARE(predictions->labels, (std::vector<std::string>{"0", "1"}));
    QCOMPARE(predictions->truth[1], table.find("survived")->numbers()[7]);
    QCOMPARE(predictions->weights, (std::vector<double>{3, 2}));
    QCOMPARE(predictions->attribute("sex")->text(1), table.find("sex")->text(7));
    QCOMPARE(predictions->scores(1, 0), (*model)->predict(table, {7}).value()(0, 0));
    QCOMPARE(codeOf((*model)->predictions(table, {5}, {"gender"})), std::string("unknown_column"));
    QCOMPARE(codeOf((*model)->predict(table.without({"age"}), {5})), std::string("missing_feature"));
}

void TestModel::savesToTheBit_data()
{
    QTest::addColumn<QString>("estimator");
    QTest::addColumn<QString>("target");
    for (const EstimatorInfo &info : estimators()) {
        for (const Task task : info.tasks)
            QTest::addRow("%s %s", info.id.c_str(), name(task))
                << QString::fromStdString(info.id)
                << (task == Task::Binary ? "survived" : (task == Task::Multiclass ? "fate" : "fare"));
    }
}

void TestModel::savesToTheBit()
{
    QFETCH(QString, estimator);
    QFETCH(QString, target);
    const Table table = passengers();
    const LearningTask task{.target = target.toStdString()};
    const Rows rows = labelledRows(table, task.target);
    const auto model =
        fitModel(*findEstimator(estimator.toStdString()).value(), {}, table, resolveTarget(table, task).value(),
                 featureColumns(table, task).value(), rows, {}, {}, {});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    const std::string text = (*model)->toJson().dump();
    const auto loaded = Model::fromJson(Json::parse(text));
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QVERIFY((*loaded)->predict(table, rows).value() == (*model)->predict(table, rows).value());
    QCOMPARE((*loaded)->toJson().dump(), text);
    QVERIFY((*loaded)->params() == (*model)->params());
}

void TestModel::validationRowsAreOnlyWatched()
{
    const Table table = passengers();
    const LearningTask task{.target = "fate", .drop = {"survived"}};
    const Target target = resolveTarget(table, task).value();
    const auto features = featureColumns(table, task).value();
    Rows train, test;
    for (Row row = 0; row < table.rows(); ++row)
        (row % 4 ? train : test).push_back(row);
    for (const char *id : {"logistic", "xgboost"}) {
        const EstimatorInfo &info = *findEstimator(id).value();
        const Params params = info.id == "xgboost" ? Params{{"early_stopping_rounds", std::int64_t(5)}} : Params{};
        const auto watched = fitModel(info, params, table, target, features, train, test, {}, {});
        const auto alone = fitModel(info, params, table, target, features, train, {}, {}, {});
        QVERIFY((*watched)->toJson() == (*alone)->toJson());
    }
}

void TestModel::weightsMustBeNumbers()
{
    const Table table = passengers();
    const Target target = resolveTarget(table, {.target = "survived"}).value();
    const EstimatorInfo &info = *findEstimator("logistic").value();
    QCOMPARE(codeOf(fitModel(info, {}, table, target, {"age"}, {0, 1, 2}, {}, {.weight = "sex"}, {})),
             std::string("bad_weight"));
    QCOMPARE(codeOf(fitModel(info, {}, table, target, {"fare"}, {0, 1, 2}, {}, {.weight = "age"}, {})),
             std::string("bad_weight"));
    QCOMPARE(codeOf(fitModel(info, {}, table, target, {"age"}, {0, 1, 2}, {}, {.weight = "none"}, {})),
             std::string("unknown_column"));
}

void TestModel::refusesToFit()
{
    const Table table = passengers();
    const Target target = resolveTarget(table, {.target = "survived"}).value();
    const EstimatorInfo &info = *findEstimator("xgboost").value();
    const auto codeFor = [&](const Params &params, const Rows &rows) {
        return codeOf(fitModel(info, params, table, target, {"age", "sex"}, rows, {}, {}, {}));
    };
    QCOMPARE(codeFor({{"depth", std::int64_t(3)}}, {1, 2}), std::string("unknown_parameter"));
    QCOMPARE(codeFor({}, {}), std::string("no_rows"));
    QCOMPARE(codeFor({}, {198, 199}), std::string("missing_target"));
    Rows ones;
    for (const Row row : labelledRows(table, "survived")) {
        if (table.find("survived")->numbers()[row] == 1)
            ones.push_back(row);
    }
    QCOMPARE(codeFor({}, ones), std::string("one_class"));
    const auto linear = fitModel(*findEstimator("linear").value(), {}, table, target, {"age"}, {1, 2}, {}, {}, {});
    QCOMPARE(codeOf(linear), std::string("bad_task"));
}

void TestModel::refusesDocuments()
{
    QCOMPARE(codeOf(Model::fromJson(Json::object())), std::string("bad_model"));
    const Table table = passengers();
    const auto model =
        fitModel(*findEstimator("xgboost").value(), {}, table, resolveTarget(table, {.target = "survived"}).value(),
                 {"age"}, labelledRows(table, "survived"), {}, {}, {});
    const Json good = (*model)->toJson();
    for (const char *part : {"estimator", "target", "preprocessing", "fitted"}) {
        Json bad = good;
        bad.erase(part);
        QCOMPARE(codeOf(Model::fromJson(bad)), std::string("bad_model"));
    }
    Json newer = good;
    newer["version"] = 2;
    QCOMPARE(codeOf(Model::fromJson(newer)), std::string("bad_model"));
    Json other = good;
    other["estimator"] = "oracle";
    QCOMPARE(codeOf(Model::fromJson(other)), std::string("unknown_model"));
    Json broken = good;
    broken["fitted"]["xgboost"]["learner"].erase("gradient_booster");
    QCOMPARE(codeOf(Model::fromJson(broken)), std::string("not_xgboost"));
}

void TestModel::adult_data()
{
    QTest::addColumn<QString>("estimator");
    QTest::addColumn<double>("auc");
    QTest::newRow("xgboost") << "xgboost" << 0.925;
    QTest::newRow("logistic") << "logistic" << 0.904;
    QTest::newRow("random_forest") << "random_forest" << 0.91;
}

void TestModel::adult()
{
    if (!datasets::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, estimator);
    QFETCH(double, auc);
    const auto train = readTable(datasets::data("adult_train.csv"));
    const auto test = readTable(datasets::data("adult_test.csv"));
    QVERIFY2(train.has_value() && test.has_value(), "Adult cannot be read.");
    const LearningTask task{.target = "income"};
    const auto target = resolveTarget(train->table, task);
    QVERIFY(target.has_value());
    QCOMPARE(target->labels, (std::vector<std::string>{"<=50K", ">50K"}));
    const auto features = featureColumns(train->table, task);
    QCOMPARE(features->size(), std::size_t(14));
    QElapsedTimer timer;
    timer.start();
    const auto model = fitModel(*findEstimator(estimator.toStdString()).value(), {}, train->table, *target, *features,
                                labelledRows(train->table, "income"), {}, {}, {});
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    const auto fitted = timer.restart();
    const auto predictions = (*model)->predictions(test->table, labelledRows(test->table, "income"), {"sex"});
    QVERIFY2(predictions.has_value(), predictions ? "" : predictions.error().message.c_str());
    QCOMPARE(predictions->size(), std::size_t(16281));
    const double reached = evaluate(*predictions, {.intervals = false}).value().metric("roc_auc").value();
    qInfo() << estimator << "AUC" << reached << "fit" << fitted << "ms, predict" << timer.elapsed() << "ms";
    QVERIFY(reached >= auc);
    // Nothing is left out: fnlwgt has many values, but it does not number the rows.
    QCOMPARE((*model)->preprocessor().features().size(), std::size_t(14));
}

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
