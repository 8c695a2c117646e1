// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;
using namespace samples;

namespace {

constexpr EvaluateOptions everything{.intervals = false, .further = true};

// Counts what it held against the references, so that a key that went missing is no silent pass.
class Checker
{
public:
    explicit Checker(const Evaluation &evaluation)
        : m_evaluation(evaluation)
    {
    }

    void metric(const std::string &name, const Json &wanted, double tolerance = 1e-9)
    {
        value(name, m_evaluation.metric(name), wanted, tolerance);
    }

    void value(const std::string &name, std::optional<double> got, const Json &wanted, double tolerance = 1e-9)
    {
        ++m_checked;
        const double want = numberFromJson(wanted);
        const bool same = got ? refs::close(*got, want, tolerance) : std::isnan(want);
        if (!same)
            m_wrong += name + ": " + (got ? std::to_string(*got) : "undefined") + " for " + wanted.dump() + "; ";
    }

    int checked() const { return m_checked; }
    const std::string &wrong() const { return m_wrong; }

private:
    const Evaluation &m_evaluation;
    int m_checked = 0;
    std::string m_wrong;
};

// Ours on the left.
const std::vector<std::pair<std::string, std::string>> binaryNames{
    {"accuracy", "accuracy"},
    {"balanced_accuracy", "balanced_accuracy"},
    {"precision", "precision"},
    {"recall", "recall"},
    {"specificity", "specificity"},
    {"f1", "f1"},
    {"mcc", "mcc"},
    {"cohen_kappa", "cohen_kappa"},
    {"log_loss", "log_loss"},
    {"brier", "brier"},
    {"roc_auc", "roc_auc"},
    {"average_precision", "average_precision"},
    {"ks", "ks"},
    {"ece", "ece_10_uniform"},
    {"prevalence", "prevalence"},
    {"f2", "f2"},
    {"f05", "f05"},
    {"jaccard", "jaccard"},
    {"npv", "npv"},
    {"fpr", "fpr"},
    {"fnr", "fnr"},
    {"gini", "gini"},
    {"pr_auc_trapezoid", "pr_auc_trapezoid"},
    {"roc_partial_auc", "partial_auc_fpr_0_1_mcclish"},
    {"ks_threshold", "ks_threshold"},
    {"youden_threshold", "youden_threshold"},
    {"f1_best", "f1_best"},
    {"f1_best_threshold", "f1_best_threshold"},
    {"mce", "mce_10_uniform"},
    {"ece_right_closed", "ece_10_uniform_right_closed"},
    {"ece_top_label", "ece_10_uniform_top_label"},
    {"ece_equal_count", "ece_10_equal_count"},
    {"calibration_in_the_large", "calibration_in_the_large"}};

void checkRocSample(const Evaluation &evaluation, const Json &sample, Checker &check)
{
    for (const Json &point : sample) {
        const double threshold = point["threshold"];
        for (std::size_t i = 0; i < evaluation.roc.thresholds.size(); ++i) {
            if (evaluation.roc.thresholds[i] != threshold)
                continue;
            check.value("roc fpr", evaluation.roc.fpr[i], point["fpr"]);
            check.value("roc tpr", evaluation.roc.tpr[i], point["tpr"]);
        }
    }
}

} // namespace

class TestMetricReferences : public QObject
{
    Q_OBJECT

private slots:
    void binary_data();
    void binary();
    void multiclass_data();
    void multiclass();
    void regression_data();
    void regression();
    void edgeCases();
};

void TestMetricReferences::binary_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "weather"})
        QTest::newRow(data) << data;
}

void TestMetricReferences::binary()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    for (const auto &[model, info] : reference["predictions"].items()) {
        const auto evaluation = evaluate(refs::predictions(info["file"], Task::Binary), everything);
        QVERIFY(evaluation.has_value());
        const Json &want = reference["metrics"][model];
        Checker check(*evaluation);
        for (const auto &[ours, theirs] : binaryNames)
            check.metric(ours, want.at(theirs));
        check.metric("precision_top_decile", want["top_decile"]["precision_at_k"]);
        check.metric("lift_top_decile", want["top_decile"]["lift"]);
        check.metric("recall_top_decile", want["top_decile"]["recall_at_k"]);
        check.metric("calibration_slope", want["calibration_logit"]["slope"]);
        check.metric("calibration_intercept", want["calibration_logit"]["intercept"]);
        check.metric("ks_p_value", want["ks_scipy"]["p"], 1e-7);
        QVERIFY2(check.wrong().empty(), check.wrong().c_str());
        QCOMPARE(check.checked(), 39);
        checkRocSample(*evaluation, want["roc"]["sample"], check);
        QVERIFY2(check.wrong().empty(), check.wrong().c_str());
        QVERIFY(check.checked() > 42);
        QCOMPARE(evaluation->further.size(), std::size_t(32));
    }
}

void TestMetricReferences::multiclass_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"wine", "digits", "penguins"})
        QTest::newRow(data) << data;
}

void TestMetricReferences::multiclass()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    for (const auto &[model, info] : reference["predictions"].items()) {
        const auto evaluation = evaluate(refs::predictions(info["file"], Task::Multiclass), everything);
        QVERIFY(evaluation.has_value());
        const Json &want = reference["metrics"][model];
        Checker check(*evaluation);
        for (const char *key : {"accuracy", "balanced_accuracy", "mcc", "cohen_kappa", "log_loss", "roc_auc_ovr_macro",
                                "roc_auc_ovr_weighted", "roc_auc_ovo_macro", "roc_auc_ovo_weighted", "roc_auc_micro",
                                "average_precision_macro", "average_precision_micro"})
            check.metric(key, want.at(key));
        check.metric("brier", want.at("brier_sum"));
        check.metric("cohen_kappa_quadratic", want.at("cohen_kappa_quadratic_label_order"));
        check.metric("ece_top_label", want.at("ece_10_uniform_top_label"));
        check.metric("mce_top_label", want.at("mce_10_uniform_top_label"));
        for (const std::string rate : {"precision", "recall", "f1"}) {
            for (const std::string average : {"macro", "micro", "weighted"})
                check.metric(rate + '_' + average, want[average][rate]);
        }
        QCOMPARE(check.checked(), 25);
        for (const auto &[k, value] : want["top_k_accuracy"].items())
            check.metric("top_" + k + "_accuracy", value);
        for (const ClassMetrics &entry : evaluation->perClass) {
            const Json &row = want["per_class"][entry.label];
            check.value("precision", entry.precision, row.at("precision"));
            check.value("recall", entry.recall, row.at("recall"));
            check.value("f1", entry.f1, row.at("f1"));
            check.value("support", entry.support, row.at("support"));
            check.value("roc_auc", entry.rocAuc, row.at("roc_auc_ovr"));
            check.value("average_precision", entry.averagePrecision, row.at("average_precision_ovr"));
        }
        QVERIFY2(check.wrong().empty(), check.wrong().c_str());
        QCOMPARE(check.checked(), 25 + int(want["top_k_accuracy"].size() + 6 * evaluation->labels.size()));
    }
}

void TestMetricReferences::regression_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"diabetes", "air_quality", "energy"})
        QTest::newRow(data) << data;
}

void TestMetricReferences::regression()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    QFETCH(QString, data);
    const Json reference = refs::json(data.toStdString() + ".json");
    for (const auto &[model, info] : reference["predictions"].items()) {
        const auto evaluation = evaluate(refs::predictions(info["file"], Task::Regression), everything);
        QVERIFY(evaluation.has_value());
        const Json &want = reference["metrics"][model];
        Checker check(*evaluation);
        for (const char *key : {"mae", "mse", "rmse", "r2", "explained_variance", "median_absolute_error", "max_error",
                                "mape", "mean_error", "pearson_r", "spearman_r", "kendall_tau", "smape", "pinball_0_1",
                                "pinball_0_9", "durbin_watson", "rmsle"})
            check.metric(key, want.at(key));
        check.metric("residual_sd", want.at("residual_sd_ddof1"));
        check.metric("mape_nonzero", want.at("mape_nonzero_y"));
        QVERIFY2(check.wrong().empty(), check.wrong().c_str());
        QCOMPARE(check.checked(), 19);
        QCOMPARE(evaluation->metrics.size() + evaluation->further.size(), std::size_t(19));
    }
}

// Values of scikit-learn 1.2.1. Precision without a positive answer is 0 with its reason, AUC of one class has none.
void TestMetricReferences::edgeCases()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    const std::vector<std::pair<std::string, std::string>> names{{"accuracy", "accuracy"},
                                                                 {"precision", "precision_zero_division_0"},
                                                                 {"recall", "recall_zero_division_0"},
                                                                 {"f1", "f1_zero_division_0"},
                                                                 {"mcc", "mcc"},
                                                                 {"brier", "brier"},
                                                                 {"roc_auc", "roc_auc"},
                                                                 {"average_precision", "average_precision"}};
    int checked = 0;
    const Json cases = refs::json("edge_cases.json")["cases"];
    for (const auto &[name, one] : cases.items()) {
        const auto evaluation = evaluate(samples::binary(one["y"], one["score"]), everything);
        QVERIFY2(evaluation.has_value(), name.c_str());
        const Json &want = one["expect"];
        Checker check(*evaluation);
        for (const auto &[ours, theirs] : names) {
            if (want.at(theirs).is_number())
                check.metric(ours, want[theirs], 1e-12);
            else if (ours == "roc_auc" || name == "no_positives")
                QVERIFY2(!evaluation->metric(ours) && !evaluation->warnings.empty(), name.c_str());
        }
        // Clipped at 1e-15 there and at the spacing of doubles here: the same unless a score is 0 or 1.
        const std::vector<double> scores = one["score"];
        if (std::ranges::none_of(scores, [](double score) { return score == 0 || score == 1; }))
            check.metric("log_loss", want.at("log_loss_clip_1e_15"), 1e-12);
        check.value("tn", evaluation->confusion.tn, want.at("tn"));
        check.value("fp", evaluation->confusion.fp, want.at("fp"));
        check.value("fn", evaluation->confusion.fn, want.at("fn"));
        check.value("tp", evaluation->confusion.tp, want.at("tp"));
        for (std::size_t i = 0; want.contains("roc_fpr") && i < want["roc_fpr"].size(); ++i) {
            double best = 0; // points on a line are dropped: read the curve as a function
            for (std::size_t k = 0; k < evaluation->roc.fpr.size(); ++k) {
                if (evaluation->roc.fpr[k] <= want["roc_fpr"][i].get<double>() + 1e-12)
                    best = std::max(best, evaluation->roc.tpr[k]);
            }
            QVERIFY2(best >= want["roc_tpr"][i].get<double>() - 1e-12, name.c_str());
        }
        QVERIFY2(check.wrong().empty(), check.wrong().c_str());
        checked += check.checked();
        if (!one.contains("weights"))
            continue;
        const auto weighted = evaluate(samples::binary(one["y"], one["score"], one["weights"]), everything);
        Checker heavy(*weighted);
        for (const auto &[key, value] : want["weighted"].items())
            heavy.metric(key, value, 1e-12);
        QVERIFY2(heavy.wrong().empty(), heavy.wrong().c_str());
        QCOMPARE(heavy.checked(), 5);
        checked += heavy.checked();
    }
    QCOMPARE(cases.size(), std::size_t(12));
    QCOMPARE(checked, 12 * 13 - 4 - 2 + 2 * 5);
}

QTEST_GUILESS_MAIN(TestMetricReferences)
#include "tst_metric_references.moc"
