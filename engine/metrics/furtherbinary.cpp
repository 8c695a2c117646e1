// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/furtherbinary.h"

#include "engine/drift/kolmogorov.h"
#include "engine/metrics/bestrows.h"
#include "engine/metrics/calibrationerrors.h"
#include "engine/metrics/calibrationfit.h"
#include "engine/metrics/rocarea.h"
#include "engine/metrics/thresholds.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

using Value = std::optional<double>;

constexpr std::size_t exactKsRows = 10'000; // the larger class may have; SciPy's rule

Value ratio(double a, double b)
{
    return b > 0 ? Value(a / b) : std::nullopt;
}

void addRates(const Confusion &c, Evaluation &e)
{
    const auto add = [&e](const char *name, Value value) { e.further.push_back({name, value}); };
    const double positives = c.tp + c.fn, negatives = c.tn + c.fp;
    const Value tpr = ratio(c.tp, positives), fpr = ratio(c.fp, negatives);
    add("f2", 5 * c.tp + 4 * c.fn + c.fp > 0 ? 5 * c.tp / (5 * c.tp + 4 * c.fn + c.fp) : 0);
    add("f05", 5 * c.tp + c.fn + 4 * c.fp > 0 ? 5 * c.tp / (5 * c.tp + c.fn + 4 * c.fp) : 0);
    add("jaccard", ratio(c.tp, c.tp + c.fp + c.fn).value_or(0));
    add("npv", ratio(c.tn, c.tn + c.fn).value_or(0));
    add("fpr", fpr);
    add("fnr", ratio(c.fn, positives));
    add("prevalence", ratio(positives, positives + negatives));
    add("informedness", tpr && fpr ? Value(*tpr - *fpr) : std::nullopt);
    add("geometric_mean", tpr && fpr ? Value(std::sqrt(*tpr * (1 - *fpr))) : std::nullopt);
    add("positive_likelihood_ratio", tpr && fpr ? ratio(*tpr, *fpr) : std::nullopt);
    add("negative_likelihood_ratio", tpr && fpr ? ratio(1 - *tpr, 1 - *fpr) : std::nullopt);
}

void addAreas(const EvaluateOptions &options, Evaluation &e)
{
    const Value auc = e.metric("roc_auc");
    e.further.push_back({"gini", auc ? Value(2 * *auc - 1) : std::nullopt});
    e.further.push_back({"roc_partial_auc", partialRocAuc(e.roc, options.maxFpr)});
    e.further.push_back({"pr_auc_trapezoid", prTrapezoid(e.pr)});
}

// Positives' scores against negatives', as a two-sample test.
Value ksPValue(const ThresholdSweep &sweep, double statistic)
{
    const double most = std::max(sweep.positives, sweep.negatives);
    if (most > static_cast<double>(exactKsRows))
        return ksAsymptoticPValue(sweep.positives, sweep.negatives, statistic);
    const double gap = std::round(statistic * sweep.positives * sweep.negatives);
    return ksExactPValue(static_cast<std::uint64_t>(sweep.positives), static_cast<std::uint64_t>(sweep.negatives),
                         static_cast<std::uint64_t>(gap));
}

void addThresholds(const ThresholdSweep &sweep, bool weighted, Evaluation &e)
{
    const bool both = sweep.positives > 0 && sweep.negatives > 0;
    double gap = -1, at = 0;
    for (std::size_t i = 0; both && i < sweep.thresholds.size(); ++i) {
        const double here = std::abs(sweep.tp[i] / sweep.positives - sweep.fp[i] / sweep.negatives);
        if (here > gap) {
            gap = here;
            at = sweep.thresholds[i];
        }
    }
    const auto youden = bestThreshold(sweep, ThresholdRule::Youden);
    const auto f1 = bestThreshold(sweep, ThresholdRule::BestF1);
    e.further.push_back({"ks_threshold", both ? Value(at) : std::nullopt});
    e.further.push_back({"ks_p_value", both && !weighted ? ksPValue(sweep, gap) : std::nullopt});
    e.further.push_back({"youden_threshold", youden ? Value(youden->threshold) : std::nullopt});
    e.further.push_back({"f1_best", f1 ? Value(f1->value) : std::nullopt});
    e.further.push_back({"f1_best_threshold", f1 ? Value(f1->threshold) : std::nullopt});
}

// With weights the best tenth of the weight, which divides equal scores evenly, as the gain curve does.
void addTopDecile(const Predictions &p, const RankedScores &ranked, const ThresholdSweep &sweep, Evaluation &e)
{
    const double prevalence = sweep.positives / (sweep.positives + sweep.negatives);
    Value precision, recall;
    if (p.weights.empty()) {
        const std::size_t rows = (p.size() + 9) / 10;
        const double found = positivesAmongBest(ranked, p, rows);
        precision = found / static_cast<double>(rows);
        recall = ratio(found, sweep.positives);
    } else if (!e.gain.gain.empty()) {
        recall = e.gain.gain[10];
        precision = *recall * prevalence / 0.1;
    }
    e.further.push_back({"precision_top_decile", precision});
    e.further.push_back({"lift_top_decile", precision ? ratio(*precision, prevalence) : std::nullopt});
    e.further.push_back({"recall_top_decile", recall});
}

void addCalibrationErrors(const Predictions &p, const RankedScores &ranked, int bins, Evaluation &e)
{
    const std::vector<double> outcomes(ranked.positive.begin(), ranked.positive.end());
    const CalibrationErrors left = calibrationErrors(ranked.scores, outcomes, ranked.weights, bins);
    const CalibrationErrors right = calibrationErrors(ranked.scores, outcomes, ranked.weights, bins, BinSide::Right);
    std::vector<double> confidences, agreed;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const bool yes = ranked.scores[i] >= 0.5;
        confidences.push_back(yes ? ranked.scores[i] : 1 - ranked.scores[i]);
        agreed.push_back(yes == (ranked.positive[i] != 0) ? 1 : 0);
    }
    const CalibrationErrors top = calibrationErrors(confidences, agreed, ranked.weights, bins);
    e.further.push_back({"mce", left.largest});
    e.further.push_back({"ece_l2", left.square});
    e.further.push_back({"ece_right_closed", right.mean});
    e.further.push_back({"ece_top_label", top.mean});
    e.further.push_back({"mce_top_label", top.largest});
    e.further.push_back(
        {"ece_equal_count", p.weights.empty() ? Value(equalCountError(ranked, p, bins)) : std::nullopt});
}

void addProbabilities(const Predictions &p, const RankedScores &ranked, const ThresholdSweep &sweep, int bins,
                      Evaluation &e)
{
    const double prevalence = sweep.positives / (sweep.positives + sweep.negatives);
    const double uncertainty = prevalence * (1 - prevalence);
    const Value brier = e.metric("brier");
    e.further.push_back(
        {"brier_skill_score", brier && uncertainty > 0 ? Value(1 - *brier / uncertainty) : std::nullopt});
    addCalibrationErrors(p, ranked, bins, e);
    const CalibrationFit fit = calibrationFit(ranked);
    e.further.push_back({"calibration_slope", fit.slope});
    e.further.push_back({"calibration_intercept", fit.intercept});
    e.further.push_back({"calibration_in_the_large", fit.inTheLarge});
    if (!fit.slope)
        e.warnings.emplace_back(
            "The scores tell the classes apart without fault, or there is one class only: the slope of the calibration "
            "is undefined.");
}

} // namespace

void addFurtherBinary(const Predictions &predictions, const RankedScores *ranked, const EvaluateOptions &options,
                      Evaluation &evaluation)
{
    addRates(evaluation.confusion, evaluation);
    if (!ranked)
        return;
    const bool weighted = !predictions.weights.empty();
    const ThresholdSweep sweep = thresholdSweep(*ranked);
    addAreas(options, evaluation);
    addThresholds(sweep, weighted, evaluation);
    addTopDecile(predictions, *ranked, sweep, evaluation);
    if (ranked->scores.front() <= 1 && ranked->scores.back() >= 0)
        addProbabilities(predictions, *ranked, sweep, options.calibrationBins, evaluation);
    if (weighted)
        evaluation.warnings.emplace_back(
            "The p-value of KS and the calibration error of equally large groups count rows, not weights: they are "
            "left out.");
}

} // namespace assay::engine
