// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/fairness/fairness.h"
#include "refs.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

Predictions decisions(const std::vector<double> &truth, const std::vector<double> &scores,
                      const std::vector<std::string> &groups)
{
    Predictions p;
    p.labels = {"0", "1"};
    p.truth = truth;
    p.scores = Eigen::Map<const Matrix>(scores.data(), static_cast<Eigen::Index>(scores.size()), 1);
    p.attributes.push_back(Column::texts("group", Kind::Categorical, {groups.begin(), groups.end()}));
    return p;
}

bool closeOrBothUndefined(std::optional<double> value, const Json &want)
{
    if (!want.is_number())
        return !value;
    return value && refs::close(*value, want, 1e-9);
}

} // namespace

class TestFairness : public QObject
{
    Q_OBJECT

private slots:
    void matchesReferences_data();
    void matchesReferences();
    void undefinedRatesAreNotZero();
    void privilegedIsTheMostSelected();
    void smallGroupsAreNamed();
    void intersections();
    void missingIsAGroup();
    void numbersSortByValue();
    void weightsAreRepetitions();
    void theilIndexByRows();
    void errors_data();
    void errors();
    void documentHasTheContractsKeys();
};

void TestFairness::matchesReferences_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"adult", "titanic", "dutch_census", "breast_cancer", "weather"})
        QTest::newRow(data) << data;
}

void TestFairness::matchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    if (!reference.contains("fairness") || reference["fairness"].empty())
        QSKIP("no protected columns");
    for (const auto &[model, columns] : reference["fairness"].items()) {
        for (const auto &[column, want] : columns.items()) {
            const std::string file = reference["predictions"][model]["file"];
            if (!refs::csv(file).has(column))
                continue;
            FairnessOptions options;
            const Json aif = want.value("aif360_favorable_1", Json::object());
            if (aif.contains("privileged") && aif["privileged"].size() == 1)
                options.privileged[column] = aif["privileged"][0];
            const auto report = fairness(refs::predictions(file, Task::Binary, {column}), {column}, options);
            QVERIFY(report.has_value());
            const AttributeFairness &fair = report->attributes[0];
            bool oneSided = false;
            QCOMPARE(fair.groups.size(), want["by_group"].size());
            for (const GroupMetrics &group : fair.groups) {
                const Json &row = want["by_group"][group.group];
                QCOMPARE(group.n, row["count"].get<std::size_t>());
                QVERIFY(closeOrBothUndefined(group.baseRate, row["base_rate"]));
                QVERIFY(closeOrBothUndefined(group.selectionRate, row["selection_rate"]));
                QVERIFY(closeOrBothUndefined(group.accuracy, row["accuracy"]));
                QVERIFY(closeOrBothUndefined(group.tpr, row["tpr"]));
                QVERIFY(closeOrBothUndefined(group.fpr, row["fpr"]));
                QVERIFY(closeOrBothUndefined(group.tnr, row["tnr"]));
                QVERIFY(closeOrBothUndefined(group.fnr, row["fnr"]));
                QVERIFY(closeOrBothUndefined(group.precision, row["precision"]));
                QVERIFY(closeOrBothUndefined(group.rocAuc, row["roc_auc"]));
                oneSided |= !group.tpr || !group.fpr;
            }
            const Json &fairlearn = want["fairlearn"];
            QVERIFY(closeOrBothUndefined(fair.demographicParityDifference, fairlearn["demographic_parity_difference"]));
            QVERIFY(closeOrBothUndefined(fair.demographicParityRatio, fairlearn["demographic_parity_ratio"]));
            if (!oneSided) {
                QVERIFY(closeOrBothUndefined(fair.equalizedOddsDifference, fairlearn["equalized_odds_difference"]));
                QVERIFY(closeOrBothUndefined(fair.equalizedOddsRatio, fairlearn["equalized_odds_ratio"]));
                QVERIFY(
                    closeOrBothUndefined(fair.equalOpportunityDifference, fairlearn["equal_opportunity_difference"]));
            }
            if (options.privileged.empty())
                continue;
            QVERIFY(closeOrBothUndefined(fair.disparateImpact, aif["disparate_impact"]));
            QVERIFY(closeOrBothUndefined(fair.statisticalParityDifference, aif["statistical_parity_difference"]));
            QVERIFY(closeOrBothUndefined(fair.averageOddsDifference, aif["average_odds_difference"]));
            QVERIFY(closeOrBothUndefined(fair.theilIndex, aif["theil_index"]));
        }
    }
}

void TestFairness::undefinedRatesAreNotZero()
{
    // Group c has no positive row.
    const auto report =
        fairness(decisions({1, 0, 1, 0, 0, 0}, {.9, .1, .2, .8, .7, .1}, {"a", "a", "b", "b", "c", "c"}), {"group"});
    const AttributeFairness &fair = report->attributes[0];
    QVERIFY(!fair.groups[2].tpr && !fair.groups[2].rocAuc);
    QCOMPARE(fair.groups[2].fpr, std::optional(0.5));
    QCOMPARE(fair.equalOpportunityDifference, std::optional(1.0));
    QCOMPARE(fair.equalizedOddsDifference, std::optional(1.0));
    QVERIFY(toJson(*report)["group"]["groups"]["c"]["tpr"].is_null());
    QVERIFY(std::ranges::any_of(fair.warnings,
                                [](const std::string &w) { return w.starts_with("No row is positive in `c`"); }));
}

void TestFairness::privilegedIsTheMostSelected()
{
    const Predictions p = decisions({1, 0, 1, 0}, {.9, .1, .8, .7}, {"a", "a", "b", "b"});
    const auto chosen = fairness(p, {"group"});
    QCOMPARE(chosen->attributes[0].privileged, std::string("b"));
    QCOMPARE(chosen->attributes[0].disparateImpact, std::optional(0.5));
    const auto given = fairness(p, {"group"}, {.privileged = {{"group", "a"}}});
    QCOMPARE(given->attributes[0].disparateImpact, std::optional(2.0));
    QCOMPARE(given->attributes[0].statisticalParityDifference, std::optional(0.5));
}

void TestFairness::smallGroupsAreNamed()
{
    std::vector<double> truth, scores;
    std::vector<std::string> groups;
    for (int i = 0; i < 80; ++i) {
        truth.push_back(i % 2);
        scores.push_back(i % 3 == 0 ? .9 : .1);
        groups.push_back(i < 51 ? "large" : "small");
    }
    const auto report = fairness(decisions(truth, scores, groups), {"group"});
    QCOMPARE(report->attributes[0].warnings,
             (std::vector<std::string>{"Fewer than 30 rows are in `small`: rates there are uncertain."}));
    const GroupMetrics &large = report->attributes[0].groups[0];
    QVERIFY(large.tprInterval->low < *large.tpr && *large.tpr < large.tprInterval->high);
    QCOMPARE(large.tprInterval->method, std::string("wilson"));
}

void TestFairness::intersections()
{
    Predictions p = decisions({1, 0, 1, 0}, {.9, .1, .8, .7}, {"a", "a", "b", "b"});
    p.attributes.push_back(Column::texts("sex", Kind::Categorical, {{"f"}, {"m"}, {"f"}, {"f"}}));
    QVERIFY(!fairness(p, {"group"})->intersection);
    const auto report = fairness(p, {"group", "sex"});
    std::vector<std::string> labels;
    for (const GroupMetrics &group : report->intersection->groups)
        labels.push_back(group.group);
    QCOMPARE(labels, (std::vector<std::string>{"a & f", "a & m", "b & f"}));
    QCOMPARE(report->intersection->groups[2].n, std::size_t(2));
    QCOMPARE(toJson(*report)["intersection"]["attribute"], Json("group & sex"));
}

void TestFairness::missingIsAGroup()
{
    Predictions p = decisions({1, 0}, {.9, .1}, {"a", "a"});
    p.attributes.push_back(Column::texts("sex", Kind::Categorical, {{"f"}, std::nullopt}));
    QCOMPARE(fairness(p, {"sex"})->attributes[0].groups[1].group, std::string("(missing)"));
}

void TestFairness::numbersSortByValue()
{
    Predictions p = decisions({1, 0, 1}, {.9, .1, .2}, {"a", "a", "b"});
    p.attributes.push_back(Column::numbers("age", Kind::Integer, {10, 9, 10}));
    const auto report = fairness(p, {"age"});
    QCOMPARE(report->attributes[0].groups[0].group, std::string("9"));
    QCOMPARE(report->attributes[0].groups[1].n, std::size_t(2));
}

void TestFairness::weightsAreRepetitions()
{
    Random random(5);
    std::vector<double> truth, scores, weights, truths, allScores;
    std::vector<std::string> groups, allGroups;
    for (int i = 0; i < 300; ++i) {
        truth.push_back(static_cast<double>(random.below(2)));
        scores.push_back(static_cast<double>(random.below(20)) / 20);
        groups.push_back(std::string(1, static_cast<char>('a' + random.below(3))));
        weights.push_back(static_cast<double>(random.below(4)));
        for (int copy = 0; copy < weights.back(); ++copy) {
            truths.push_back(truth.back());
            allScores.push_back(scores.back());
            allGroups.push_back(groups.back());
        }
    }
    Predictions weighted = decisions(truth, scores, groups);
    weighted.weights = weights;
    const auto a = fairness(weighted, {"group"}), b = fairness(decisions(truths, allScores, allGroups), {"group"});
    for (std::size_t g = 0; g < 3; ++g) {
        QVERIFY(refs::close(*a->attributes[0].groups[g].tpr, *b->attributes[0].groups[g].tpr, 1e-12));
        QVERIFY(refs::close(*a->attributes[0].groups[g].rocAuc, *b->attributes[0].groups[g].rocAuc, 1e-12));
    }
    QVERIFY(refs::close(*a->attributes[0].averageOddsDifference, *b->attributes[0].averageOddsDifference, 1e-12));
    QVERIFY(refs::close(*a->attributes[0].theilIndex, *b->attributes[0].theilIndex, 1e-12));
}

// Row by row as the definition says, with 0 · ln 0 = 0.
void TestFairness::theilIndexByRows()
{
    const std::vector<double> truth{1, 0, 1, 0, 1, 0, 0}, scores{.9, .1, .2, .8, .7, .6, .3};
    double mean = 0, wanted = 0;
    std::vector<double> benefit;
    for (std::size_t i = 0; i < truth.size(); ++i)
        benefit.push_back(1 + (scores[i] >= .5 ? 1 : 0) - truth[i]);
    for (const double b : benefit)
        mean += b / 7;
    for (const double b : benefit)
        wanted += b > 0 ? b / mean * std::log(b / mean) / 7 : 0;
    const auto report = fairness(decisions(truth, scores, {"a", "a", "a", "b", "b", "b", "b"}), {"group"});
    QVERIFY(refs::close(*report->attributes[0].theilIndex, wanted, 1e-12));
}

void TestFairness::errors_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("regression") << 0 << "not_binary";
    QTest::newRow("unknown column") << 1 << "unknown_column";
    QTest::newRow("unknown group") << 2 << "unknown_group";
    QTest::newRow("missing score") << 3 << "bad_predictions";
}

void TestFairness::errors()
{
    QFETCH(int, change);
    QFETCH(QString, code);
    Predictions p = decisions({1, 0}, {.9, .1}, {"a", "b"});
    if (change == 0)
        p.task = Task::Regression;
    if (change == 3)
        p.scores(0, 0) = std::nan("");
    FairnessOptions options;
    if (change == 2)
        options.privileged = {{"group", "z"}};
    const auto report = fairness(p, {change == 1 ? "race" : "group"}, options);
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, code.toStdString());
}

void TestFairness::documentHasTheContractsKeys()
{
    const Json json =
        toJson(*fairness(decisions({1, 0, 1, 0}, {.9, .1, .8, .7}, {"a", "a", "b", "b"}), {"group"}))["group"];
    for (const char *key :
         {"n", "base_rate", "selection_rate", "accuracy", "tpr", "fpr", "tnr", "fnr", "precision", "roc_auc"})
        QVERIFY2(json["groups"]["b"].contains(key), key);
    for (const char *key :
         {"demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference",
          "equalized_odds_ratio", "equal_opportunity_difference", "predictive_parity_difference", "disparate_impact",
          "statistical_parity_difference", "average_odds_difference", "theil_index"})
        QVERIFY2(json.contains(key), key);
}

QTEST_GUILESS_MAIN(TestFairness)
#include "tst_fairness.moc"
