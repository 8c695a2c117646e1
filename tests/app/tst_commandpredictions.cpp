// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/labels.h"
#include "app/commands/predictionfile.h"

#include <QtTest>

using namespace assay;
using namespace assay::app;
using engine::Column;
using engine::Kind;
using engine::Table;
using engine::Task;

namespace {

using Texts = std::vector<std::string>;

Column texts(const std::string &name, const Texts &cells)
{
    std::vector<std::optional<std::string>> values;
    for (const std::string &cell : cells)
        values.push_back(cell.empty() ? std::nullopt : std::optional(cell));
    return Column::texts(name, Kind::Categorical, values);
}

Column numbers(const std::string &name, Kind kind, std::vector<double> values)
{
    return Column::numbers(name, kind, std::move(values));
}

const Column scores = numbers("s", Kind::Real, {0.1, 0.6, 0.4, 0.9});

/// Truth columns that all say no, yes, no, yes.
Table binaryTable(Column truth)
{
    return Table({std::move(truth), scores});
}

} // namespace

class TestCommandPredictions : public QObject
{
    Q_OBJECT

private slots:
    void positiveLabel_data();
    void positiveLabel();
    void guessesTheTask();
    void ownFilesNeedNoNames();
    void oneClassNeedsAPositiveLabel();
    void multiclassByProbabilities();
    void multiclassNumbersSortByValue();
    void binaryFromProbabilities();
    void labelsAloneHaveNoScores();
    void keysWeightsAndGroups();
    void refusals_data();
    void refusals();
    void findsLabels_data();
    void findsLabels();
};

void TestCommandPredictions::positiveLabel_data()
{
    QTest::addColumn<int>("truth");
    QTest::addColumn<QString>("positive");
    QTest::addColumn<QString>("labels");
    QTest::newRow("text, larger") << 0 << QString() << QStringLiteral("no yes");
    QTest::newRow("text, given") << 0 << QStringLiteral("no") << QStringLiteral("yes no");
    QTest::newRow("integers, larger") << 1 << QString() << QStringLiteral("0 1");
    QTest::newRow("integers, given") << 1 << QStringLiteral("0") << QStringLiteral("1 0");
    QTest::newRow("integers, as real") << 1 << QStringLiteral("1.0") << QStringLiteral("0 1");
    QTest::newRow("truth values") << 2 << QString() << QStringLiteral("false true");
    QTest::newRow("truth values by number") << 2 << QStringLiteral("1") << QStringLiteral("false true");
    QTest::newRow("numbers sort by value") << 3 << QString() << QStringLiteral("9 10");
}

void TestCommandPredictions::positiveLabel()
{
    QFETCH(int, truth);
    QFETCH(QString, positive);
    QFETCH(QString, labels);
    const std::vector<Column> truths{texts("y", {"no", "yes", "no", "yes"}), numbers("y", Kind::Integer, {0, 1, 0, 1}),
                                     numbers("y", Kind::Boolean, {0, 1, 0, 1}),
                                     numbers("y", Kind::Integer, {9, 10, 9, 10})};
    PredictionColumns columns{.truth = "y", .score = "s", .positive = positive.toStdString()};
    const auto predictions = predictionsFrom(binaryTable(truths[static_cast<std::size_t>(truth)]), columns);
    QVERIFY2(predictions.has_value(), predictions ? "" : predictions.error().message.c_str());
    QCOMPARE(QString::fromStdString(predictions->labels[0] + ' ' + predictions->labels[1]), labels);
    const bool swapped = positive == QLatin1String("no") || positive == QLatin1String("0");
    QCOMPARE(predictions->truth, swapped ? std::vector<double>({1, 0, 1, 0}) : std::vector<double>({0, 1, 0, 1}));
    QCOMPARE(predictions->scores(3, 0), 0.9);
    QVERIFY(predictions->predicted.empty());
}

void TestCommandPredictions::guessesTheTask()
{
    const auto task = [](Column truth, Column predicted) {
        const auto predictions =
            predictionsFrom(Table({truth.renamed("y"), predicted.renamed("p")}), {.truth = "y", .predicted = "p"});
        return predictions ? std::optional(predictions->task) : std::nullopt;
    };
    const Column real = numbers("", Kind::Real, {1.5, 2, 3, 4});
    const Column counts = numbers("", Kind::Integer, {1, 2, 3, 4});
    const Column flags = numbers("", Kind::Integer, {0, 1, 1, 0});
    QCOMPARE(task(real, real), std::optional(Task::Regression));
    QCOMPARE(task(counts, real), std::optional(Task::Regression));
    QCOMPARE(task(flags, flags), std::optional(Task::Binary));
    QCOMPARE(task(texts("", {"a", "b", "c", "a"}), texts("", {"a", "b", "c", "c"})), std::optional(Task::Multiclass));
    QCOMPARE(task(texts("", {"a", "b", "b", "a"}), texts("", {"a", "b", "a", "a"})), std::optional(Task::Binary));
}

void TestCommandPredictions::ownFilesNeedNoNames()
{
    const Column truth = texts("y_true", {"no", "yes", "no", "yes"});
    const Table table({truth, texts("y_pred", {"no", "yes", "no", "yes"}), scores.renamed("y_score")});
    const auto columns = withDefaults(table, {});
    QVERIFY(columns.has_value());
    QCOMPARE(columns->truth, std::string("y_true"));
    QCOMPARE(columns->score, std::string("y_score"));
    const auto none = withDefaults(Table({truth}), {});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Usage);
}

void TestCommandPredictions::oneClassNeedsAPositiveLabel()
{
    const Table numbersOnly = binaryTable(numbers("y", Kind::Integer, {0, 0, 0, 0}));
    const auto negatives = predictionsFrom(numbersOnly, {.truth = "y", .score = "s", .positive = "1"});
    QVERIFY(negatives.has_value());
    QCOMPARE(negatives->labels, Texts({"0", "1"}));
    QCOMPARE(negatives->truth, std::vector<double>(4, 0.0));

    const Table textOnly = binaryTable(texts("y", {"good", "good", "good", "good"}));
    const auto unsaid = predictionsFrom(textOnly, {.truth = "y", .score = "s"});
    QVERIFY(!unsaid);
    QCOMPARE(unsaid.error().code, std::string("one_class"));
    const auto said = predictionsFrom(textOnly, {.truth = "y", .score = "s", .positive = "good"});
    QVERIFY(said.has_value());
    QCOMPARE(said->truth, std::vector<double>(4, 1.0));
}

void TestCommandPredictions::multiclassByProbabilities()
{
    const Table table({texts("y", {"cat", "dog", "cat"}), numbers("p_dog", Kind::Real, {0.2, 0.7, 0.1}),
                       numbers("p_cat", Kind::Real, {0.5, 0.2, 0.8}), numbers("p_emu", Kind::Real, {0.3, 0.1, 0.1})});
    const auto predictions = predictionsFrom(table, {.truth = "y", .probaPrefix = "p_"});
    QVERIFY2(predictions.has_value(), predictions ? "" : predictions.error().message.c_str());
    QCOMPARE(predictions->task, Task::Multiclass);
    QCOMPARE(predictions->labels, Texts({"cat", "dog", "emu"}));
    QCOMPARE(predictions->truth, std::vector<double>({0, 1, 0}));
    QCOMPARE(predictions->scores(1, 1), 0.7);
    QCOMPARE(predictions->scores(0, 2), 0.3);
}

void TestCommandPredictions::multiclassNumbersSortByValue()
{
    const Table table({numbers("y", Kind::Integer, {2, 10, 2}), numbers("p10", Kind::Real, {0.1, 0.9, 0.2}),
                       numbers("p2", Kind::Real, {0.9, 0.1, 0.8})});
    const auto predictions = predictionsFrom(table, {.truth = "y", .probaPrefix = "p"});
    QVERIFY(predictions.has_value());
    QCOMPARE(predictions->labels, Texts({"2", "10"}));
    QCOMPARE(predictions->scores(1, 1), 0.9);
}

void TestCommandPredictions::binaryFromProbabilities()
{
    const Table table(
        {texts("y", {"no", "yes"}), numbers("p_no", Kind::Real, {0.8, 0.3}), numbers("p_yes", Kind::Real, {0.2, 0.7})});
    const auto predictions = predictionsFrom(table, {.truth = "y", .probaPrefix = "p_", .task = Task::Binary});
    QVERIFY(predictions.has_value());
    QCOMPARE(predictions->scores(0, 0), 0.2);
    QCOMPARE(predictions->scores(1, 0), 0.7);
}

void TestCommandPredictions::labelsAloneHaveNoScores()
{
    const Table table({texts("y", {"no", "yes", "yes"}), texts("p", {"no", "no", "yes"})});
    const auto predictions = predictionsFrom(table, {.truth = "y", .predicted = "p"});
    QVERIFY(predictions.has_value());
    QCOMPARE(predictions->predicted, std::vector<double>({0, 0, 1}));
    auto evaluation = engine::evaluate(*predictions);
    QVERIFY(evaluation.has_value());
    removeScoreMetrics(*evaluation);
    QCOMPARE(evaluation->metric("accuracy"), std::optional(2.0 / 3));
    QCOMPARE(evaluation->metric("recall"), std::optional(0.5));
    QCOMPARE(evaluation->metric("roc_auc"), std::nullopt);
    QCOMPARE(evaluation->metric("log_loss"), std::nullopt);
    QVERIFY(evaluation->roc.fpr.empty());
    QVERIFY(!evaluation->warnings.empty());
}

void TestCommandPredictions::keysWeightsAndGroups()
{
    const Table table({texts("y", {"no", "yes", "no", "yes"}), scores, texts("id", {"d", "c", "b", "a"}),
                       numbers("w", Kind::Real, {1, 0, 2.5, 1}), texts("sex", {"f", "", "m", "f"})});
    const auto predictions =
        predictionsFrom(table, {.truth = "y", .score = "s", .weight = "w", .key = "id", .attributes = {"sex"}});
    QVERIFY(predictions.has_value());
    QCOMPARE(predictions->rowIds, Texts({"d", "c", "b", "a"}));
    QCOMPARE(predictions->weights, std::vector<double>({1, 0, 2.5, 1}));
    QVERIFY(predictions->attribute("sex") != nullptr);
    QVERIFY(predictions->attribute("sex")->isMissing(1));
}

void TestCommandPredictions::refusals_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such truth") << "z"
                                   << "truth"
                                   << "unknown_column";
    QTest::newRow("missing truth") << "hole"
                                   << "truth"
                                   << "missing_value";
    QTest::newRow("three labels") << "three"
                                  << "truth"
                                  << "too_many_labels";
    QTest::newRow("text as score") << "three"
                                   << "score"
                                   << "not_a_number";
    QTest::newRow("negative weight") << "minus"
                                     << "weight"
                                     << "bad_weight";
    QTest::newRow("key twice") << "twice"
                               << "key"
                               << "duplicate_key";
    QTest::newRow("no such group") << "z"
                                   << "attribute"
                                   << "unknown_column";
    QTest::newRow("no such positive") << "maybe"
                                      << "positive"
                                      << "unknown_label";
    QTest::newRow("foreign prediction") << "three"
                                        << "predicted"
                                        << "unknown_label";
}

void TestCommandPredictions::refusals()
{
    QFETCH(QString, column);
    QFETCH(QString, option);
    QFETCH(QString, code);
    const Table table({texts("y", {"no", "yes", "no", "yes"}), scores, texts("hole", {"no", "", "no", "yes"}),
                       texts("three", {"no", "yes", "perhaps", "yes"}), numbers("minus", Kind::Real, {1, -1, 1, 1}),
                       texts("twice", {"a", "b", "c", "a"})});
    PredictionColumns columns{.truth = "y", .score = "s"};
    const std::string name = column.toStdString();
    if (option == QLatin1String("attribute"))
        columns.attributes = {name};
    const std::map<QString, std::string *> fields{
        {QStringLiteral("truth"), &columns.truth},       {QStringLiteral("score"), &columns.score},
        {QStringLiteral("weight"), &columns.weight},     {QStringLiteral("key"), &columns.key},
        {QStringLiteral("positive"), &columns.positive}, {QStringLiteral("predicted"), &columns.predicted}};
    if (const auto field = fields.find(option); field != fields.end())
        *field->second = name;
    const auto predictions = predictionsFrom(table, columns);
    QVERIFY(!predictions);
    QCOMPARE(QString::fromStdString(predictions.error().code), code);
    QCOMPARE(predictions.error().kind, ErrorKind::BadInput);
    QVERIFY(!predictions.error().column.empty());
}

void TestCommandPredictions::findsLabels_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("index");
    QTest::newRow("text") << "b" << 1;
    QTest::newRow("number") << "1" << 2;
    QTest::newRow("other spelling") << "1.0" << 2;
    QTest::newRow("truth value") << "true" << 2;
    QTest::newRow("none") << "c" << -1;
    QTest::newRow("empty") << "" << -1;
}

void TestCommandPredictions::findsLabels()
{
    QFETCH(QString, wanted);
    QFETCH(int, index);
    const auto found = findLabel({"a", "b", "1"}, wanted.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, index);
    QCOMPARE(unitedLabels({"10", "9"}, {"9.0", "2"}), Texts({"2", "9", "10"}));
    QCOMPARE(unitedLabels({"b"}, {"10", "9"}), Texts({"10", "9", "b"}));
}

QTEST_GUILESS_MAIN(TestCommandPredictions)
#include "tst_commandpredictions.moc"
