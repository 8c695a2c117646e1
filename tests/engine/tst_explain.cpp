// SPDX-License-Identifier: GPL-3.0-or-later
// Against XGBoost 1.7.4 (pred_contribs) and shap 0.46 (LinearExplainer), see shared/refs/README.md.
#include "engine/core/random.h"
#include "engine/explain/attribution.h"
#include "tests/engine/datasets.h"
#include "tests/engine/refs.h"

#include <QTemporaryDir>
#include <QtTest>
#include <numeric>

using namespace assay;
using namespace assay::engine;

namespace {

Table numberTable(const datasets::Csv &csv)
{
    std::vector<Column> columns;
    for (std::size_t j = 0; j < csv.header.size(); ++j) {
        std::vector<double> values;
        for (const auto &row : csv.rows)
            values.push_back(row[j].empty() ? std::nan("") : std::strtof(row[j].c_str(), nullptr));
        columns.push_back(Column::numbers(csv.header[j], Kind::Real, std::move(values)));
    }
    return Table(std::move(columns));
}

// Two informative columns, a category, a column of noise; the class is sharp enough to be learnt.
Table madeUp(std::size_t rows, int classes)
{
    Random random(5);
    std::vector<double> a, b, noise, value;
    std::vector<std::optional<std::string>> colour, label;
    for (std::size_t i = 0; i < rows; ++i) {
        a.push_back(random.normal());
        b.push_back(i % 11 == 0 ? std::nan("") : random.normal());
        noise.push_back(random.normal());
        colour.push_back(i % 13 == 0 ? std::nullopt
                                     : std::optional<std::string>(random.uniform() < 0.5 ? "red" : "green"));
        const double signal = 2 * a.back() + (std::isnan(b.back()) ? 1 : b.back()) + (colour.back() == "red" ? 1.5 : 0);
        value.push_back(signal + 0.3 * random.normal());
        const int k = std::clamp(static_cast<int>(std::floor(value.back() / 2 + classes / 2.0)), 0, classes - 1);
        label.push_back("c" + std::to_string(k));
    }
    return Table({Column::numbers("a", Kind::Real, a), Column::numbers("b", Kind::Real, b),
                  Column::texts("colour", Kind::Categorical, colour), Column::numbers("noise", Kind::Real, noise),
                  Column::numbers("value", Kind::Real, value), Column::texts("label", Kind::Categorical, label)});
}

std::shared_ptr<const Model> fitted(const std::string &id, const Table &table, Task task)
{
    const std::string target = task == Task::Regression ? "value" : "label";
    const LearningTask learning{.target = target, .task = task, .drop = {target == "value" ? "label" : "value"}};
    const auto resolved = resolveTarget(table, learning);
    const auto features = featureColumns(table, learning);
    return fitModel(*findEstimator(id).value(), {}, table, *resolved, *features, labelledRows(table, target), {}, {},
                    {})
        .value();
}

Rows firstRows(std::size_t count)
{
    Rows rows(count);
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void path_data();
    void path();
    void pathOfClasses_data();
    void pathOfClasses();
    void linear_data();
    void linear();
    void addsUp_data();
    void addsUp();
    void permutationFindsWhatMatters();
    void baselineHasNoImportance();
    void categoriesAreSummed();
    void refuses();
    void refusesFiles_data();
    void refusesFiles();
    void binaryModelFile();
};

void TestExplain::path_data()
{
    QTest::addColumn<QString>("dataset");
    for (const char *dataset :
         {"adult", "titanic", "breast_cancer", "dutch_census", "weather", "diabetes", "energy", "air_quality"})
        QTest::newRow(dataset) << dataset;
}

void TestExplain::path()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    const std::string name = dataset.toStdString();
    const Table X = numberTable(datasets::csv(refs::path(name + "_shap_X.csv")));
    const datasets::Csv expected = datasets::csv(refs::path(name + "_shap_path.csv"));
    const auto attribution = explainXgboostFile(refs::path(name + "_xgb_model.json"), X);
    QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
    QCOMPARE(attribution->n(), expected.rows.size());
    double worst = 0;
    double largest = 0;
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        for (std::size_t j = 0; j < attribution->features.size(); ++j) {
            const double value = std::stod(expected.rows[i][j + 1]);
            largest = std::max(largest, std::abs(value));
            worst = std::max(worst, std::abs(value - attribution->values(static_cast<Eigen::Index>(i),
                                                                         static_cast<Eigen::Index>(j))));
        }
        worst = std::max(worst, std::abs(expected.number(i, "bias") - attribution->baseValues[0]));
    }
    qInfo() << dataset << "largest difference" << worst << "of" << largest << "not adding up by"
            << attribution->additivityMaxError;
    QVERIFY(worst <= 2e-6 * largest);
    QVERIFY(attribution->additivityMaxError <= 1e-5 * std::max(1.0, std::abs(expected.number(0, "margin"))));
}

void TestExplain::pathOfClasses_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("penguins") << "penguins" << QStringList{"Adelie", "Chinstrap", "Gentoo"};
    QTest::newRow("wine") << "wine" << QStringList{"class_0", "class_1", "class_2"};
}

void TestExplain::pathOfClasses()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    QFETCH(QStringList, labels);
    const std::string name = dataset.toStdString();
    const auto attribution = explainXgboostFile(refs::path(name + "_xgb_model.json"),
                                                numberTable(datasets::csv(refs::path(name + "_shap_X.csv"))));
    QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
    QCOMPARE(attribution->classes.size(), std::size_t(labels.size()));
    double worst = 0;
    for (Eigen::Index k = 0; k < labels.size(); ++k) {
        const datasets::Csv expected =
            datasets::csv(refs::path(name + "_shap_path_class_" + labels[k].toStdString() + ".csv"));
        QCOMPARE(attribution->values.rows(), static_cast<Eigen::Index>(expected.rows.size()) * labels.size());
        for (std::size_t i = 0; i < expected.rows.size(); ++i) {
            for (std::size_t j = 0; j < attribution->features.size(); ++j)
                worst = std::max(worst, std::abs(std::stod(expected.rows[i][j + 1]) -
                                                 attribution->values(static_cast<Eigen::Index>(i) * labels.size() + k,
                                                                     static_cast<Eigen::Index>(j))));
        }
    }
    qInfo() << dataset << "largest difference" << worst;
    QVERIFY(worst <= 2e-6);
}

void TestExplain::linear_data()
{
    QTest::addColumn<QString>("dataset");
    for (const char *dataset : {"adult", "titanic", "breast_cancer", "diabetes"})
        QTest::newRow(dataset) << dataset;
}

void TestExplain::linear()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    const std::string name = dataset.toStdString();
    const Json reference = refs::json(name + ".json");
    const auto categories = reference["categorical"].get<std::vector<std::string>>();
    const datasets::Csv rows =
        name == "adult" ? datasets::adult() : datasets::csv(datasets::data(reference["files"][0].get<std::string>()));
    const Table table = datasets::table(rows, categories);
    auto features = reference["numeric"].get<std::vector<std::string>>();
    features.insert(features.end(), categories.begin(), categories.end());
    const auto target = resolveTarget(table, {.target = reference["target"].get<std::string>()});
    const auto &info = *findEstimator(target->task == Task::Regression ? "linear" : "logistic").value();
    const auto model =
        fitModel(info, {}, table, *target, features, datasets::division(name, table.rows()).train, {}, {}, {});
    QVERIFY(model.has_value());

    const datasets::Csv expected = datasets::csv(refs::path(name + "_linear_shap.csv"));
    Rows explained;
    for (std::size_t i = 0; i < expected.rows.size(); ++i)
        explained.push_back(static_cast<Row>(expected.number(i, "row_id")));
    const auto attribution = explain(**model, table, explained);
    QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
    QCOMPARE(attribution->method, std::string("linear"));
    double worst = std::abs(attribution->baseValues[0] - reference["linear_shap"]["expected_value"].get<double>());
    for (std::size_t i = 0; i < expected.rows.size(); ++i) {
        for (std::size_t j = 0; j < attribution->features.size(); ++j) {
            double sum = 0;
            for (const FeatureColumn &column : (*model)->preprocessor().columns())
                sum += column.feature == j ? expected.number(i, column.name) : 0;
            worst = std::max(
                worst, std::abs(sum - attribution->values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j))));
        }
    }
    qInfo() << dataset << "largest difference" << worst << "not adding up by" << attribution->additivityMaxError;
    QVERIFY(worst < (name == "diabetes" ? 1e-6 : 1e-7)); // nine digits stand in the file
    QVERIFY(attribution->additivityMaxError < 1e-12 * std::max(1.0, std::abs(attribution->baseValues[0])) * 100);
}

void TestExplain::addsUp_data()
{
    QTest::addColumn<QString>("estimator");
    QTest::addColumn<int>("task");
    QTest::addColumn<int>("outputs");
    for (const char *estimator : {"xgboost", "random_forest", "logistic", "linear"}) {
        const bool linear = qstrcmp(estimator, "linear") == 0;
        if (!linear) {
            QTest::addRow("%s binary", estimator) << estimator << static_cast<int>(Task::Binary) << 1;
            QTest::addRow("%s multiclass", estimator) << estimator << static_cast<int>(Task::Multiclass) << 3;
        }
        if (qstrcmp(estimator, "logistic") != 0)
            QTest::addRow("%s regression", estimator) << estimator << static_cast<int>(Task::Regression) << 1;
    }
}

void TestExplain::addsUp()
{
    QFETCH(QString, estimator);
    QFETCH(int, task);
    QFETCH(int, outputs);
    const Table table = madeUp(400, static_cast<Task>(task) == Task::Multiclass ? 3 : 2);
    const auto model = fitted(estimator.toStdString(), table, static_cast<Task>(task));
    const auto attribution = explain(*model, table, firstRows(50));
    QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
    QCOMPARE(attribution->features, (std::vector<std::string>{"a", "b", "noise", "colour"}));
    QCOMPARE(attribution->values.rows(), static_cast<Eigen::Index>(50 * outputs));
    QCOMPARE(attribution->baseValues.size(), static_cast<std::size_t>(outputs));
    QCOMPARE(attribution->classes.size(), static_cast<std::size_t>(outputs > 1 ? outputs : 0));
    QVERIFY2(attribution->additivityMaxError < 2e-5, qPrintable(QString::number(attribution->additivityMaxError)));
    QCOMPARE(attribution->meanAbs.front().first, std::string("a"));
    // The margin, found from the scores: the sums must lead to what the model says.
    const auto scores = model->predict(table, firstRows(50));
    for (Eigen::Index i = 0; i < 50; ++i) {
        const double margin = attribution->values.row(i * outputs).sum() + attribution->baseValues[0];
        const double score = (*scores)(i, 0);
        if (static_cast<Task>(task) == Task::Binary)
            QVERIFY(std::abs(1 / (1 + std::exp(-margin)) - score) < 1e-5);
        if (static_cast<Task>(task) == Task::Regression)
            QVERIFY(std::abs(margin - score) < 1e-4);
    }
    QCOMPARE(attribution->cells[0][3], std::string());
    QCOMPARE(attribution->cells[1][3], table.find("colour")->text(1));
    QVERIFY(std::isnan(attribution->magnitudes(1, 3)));
    QVERIFY(std::isnan(attribution->magnitudes(0, 1)));
    QVERIFY(attribution->magnitudes(1, 0) >= 0 && attribution->magnitudes(1, 0) <= 1);
}

void TestExplain::permutationFindsWhatMatters()
{
    for (const Task task : {Task::Binary, Task::Multiclass, Task::Regression}) {
        const Table table = madeUp(500, task == Task::Multiclass ? 3 : 2);
        const auto model = fitted("xgboost", table, task);
        const auto attribution = explain(*model, table, firstRows(500), {.method = ExplainMethod::Permutation});
        QVERIFY2(attribution.has_value(), attribution ? "" : attribution.error().message.c_str());
        QCOMPARE(attribution->values.rows(), Eigen::Index(0));
        QCOMPARE(attribution->meanAbs.size(), std::size_t(4));
        QCOMPARE(attribution->spread.size(), std::size_t(4));
        QCOMPARE(attribution->meanAbs.front().first, std::string("a"));
        QVERIFY(attribution->meanAbs.front().second > 0.1);
        QCOMPARE(attribution->meanAbs.back().first, std::string("noise"));
        QVERIFY(attribution->spread.front() > 0);
        const auto again = explain(*model, table, firstRows(500), {.method = ExplainMethod::Permutation});
        QCOMPARE(again->meanAbs, attribution->meanAbs);
    }
}

void TestExplain::baselineHasNoImportance()
{
    const Table table = madeUp(100, 2);
    const auto attribution = explain(*fitted("baseline", table, Task::Binary), table, firstRows(100));
    QVERIFY(attribution.has_value());
    QCOMPARE(attribution->method, std::string("permutation"));
    for (const auto &[feature, drop] : attribution->meanAbs)
        QCOMPARE(drop, 0.0);
}

void TestExplain::categoriesAreSummed()
{
    const Table table = madeUp(300, 2);
    const auto model = fitted("logistic", table, Task::Binary);
    const auto attribution = explain(*model, table, firstRows(3));
    const Json json = toJson(*attribution);
    QVERIFY(json["mean_abs"].contains("colour"));
    QVERIFY(!json["mean_abs"].contains("colour=red"));
    QCOMPARE(json["n"].get<int>(), 3);
    QVERIFY(json["base_value"].is_number());
    // Against other means the base moves, the margins do not.
    const Table background = table.select(firstRows(20));
    const auto moved = explain(*model, table, firstRows(3), {.background = &background});
    QVERIFY(std::abs(moved->baseValues[0] - attribution->baseValues[0]) > 1e-6);
    QVERIFY(moved->additivityMaxError < 1e-12);
}

void TestExplain::refuses()
{
    const Table table = madeUp(100, 2);
    const auto logistic = fitted("logistic", table, Task::Binary);
    const auto tree = explain(*logistic, table, firstRows(5), {.method = ExplainMethod::Tree});
    QVERIFY(!tree);
    QCOMPARE(tree.error().code, std::string("method_not_applicable"));
    const auto linear =
        explain(*fitted("xgboost", table, Task::Binary), table, firstRows(5), {.method = ExplainMethod::Linear});
    QCOMPARE(linear.error().code, std::string("method_not_applicable"));
    QCOMPARE(explain(*logistic, table.without({"a"}), firstRows(5)).error().code, std::string("missing_feature"));
    QCOMPARE(explain(*logistic, table, {}).error().code, std::string("no_rows"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(explain(*logistic, table, firstRows(5), {}, {.stop = stop.get_token()}).error().code,
             std::string("cancelled"));
    QCOMPARE(explainMethodFromName("kernel").error().code, std::string("unknown_method"));
    QCOMPARE(explainMethodFromName("permutation").value(), ExplainMethod::Permutation);
}

void TestExplain::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("code");
    QTest::newRow("no file") << QByteArray() << "unreadable_file";
    QTest::newRow("text") << QByteArray("a,b\n1,2\n") << "not_xgboost";
    QTest::newRow("other JSON") << QByteArray("{\"learner\": 3}") << "not_xgboost";
    QTest::newRow("broken model") << QByteArray("{\"learner\": {\"gradient_booster\": {}}, \"version\": [1,7,4]}")
                                  << "not_xgboost";
    QTest::newRow("bytes") << QByteArray("\x00\xff\x13{L", 5) << "not_xgboost";
}

void TestExplain::refusesFiles()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, code);
    QTemporaryDir folder;
    const QString path = folder.filePath("model.json");
    if (!contents.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }
    const auto attribution = explainXgboostFile(path.toStdString(), madeUp(10, 2));
    QVERIFY(!attribution);
    QCOMPARE(attribution.error().code, code.toStdString());
    QCOMPARE(attribution.error().file, path.toStdString());
}

void TestExplain::binaryModelFile()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    const Table X = numberTable(datasets::csv(refs::path("titanic_shap_X.csv")));
    const Json model = refs::json("titanic_xgb_model.json");
    const std::vector<std::uint8_t> bytes = Json::to_ubjson(model, true, true);
    QTemporaryDir folder;
    QFile file(folder.filePath("model.ubj"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
    file.close();
    const auto binary = explainXgboostFile(file.fileName().toStdString(), X);
    QVERIFY2(binary.has_value(), binary ? "" : binary.error().message.c_str());
    const auto text = explainXgboostFile(refs::path("titanic_xgb_model.json"), X);
    QVERIFY(binary->values == text->values);
    const auto lacking = explainXgboostFile(refs::path("titanic_xgb_model.json"), X.without({"Fare"}));
    QCOMPARE(lacking.error().code, std::string("missing_feature"));
    QVERIFY(QString::fromStdString(lacking.error().message).contains("`Fare`"));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
