// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/metrics/predictions.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assay::engine {

/// A metric's value by its name on the command line (`roc_auc`); no value where it is undefined, with the reason in
/// `warnings`.
struct Metric
{
    std::string name;
    std::optional<double> value;

    bool operator==(const Metric &) const = default;
};

struct Interval
{
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string method; ///< "delong", "wilson", "bootstrap-percentile", "bootstrap-bca"

    bool operator==(const Interval &) const = default;
};

/// Weighted counts at a threshold.
struct Confusion
{
    double tn = 0, fp = 0, fn = 0, tp = 0;

    bool operator==(const Confusion &) const = default;
};

/// One point a distinct score, descending, after (0, 0) at +infinity; points on a line dropped as scikit-learn's
/// `drop_intermediate`.
struct RocCurve
{
    std::vector<double> fpr, tpr, thresholds;

    bool operator==(const RocCurve &) const = default;
};

/// Recall descending to (recall 0, precision 1), as scikit-learn orders it; one threshold fewer than points.
struct PrCurve
{
    std::vector<double> precision, recall, thresholds;

    bool operator==(const PrCurve &) const = default;
};

/// Bins [lo, hi), the last closed, of equal width or equal count; empty bins dropped.
struct CalibrationCurve
{
    std::vector<double> meanPredicted, fractionPositive, count;
    std::vector<double> low = {}, high = {}; ///< Wilson interval of each share, 95 %

    bool operator==(const CalibrationCurve &) const = default;
};

/// Share of rows taken, best scores first, against the share of positives found.
struct GainCurve
{
    std::vector<double> share, gain;

    bool operator==(const GainCurve &) const = default;
};

struct ClassMetrics
{
    std::string label;
    double support = 0;
    std::optional<double> precision, recall, f1, rocAuc;
    std::optional<double> averagePrecision = {};
    RocCurve roc = {}; ///< this class against the rest; empty without scores
    PrCurve pr = {};
    CalibrationCurve calibration = {};
    std::vector<std::pair<std::string, Interval>> intervals = {}; ///< precision, recall, f1, roc_auc

    bool operator==(const ClassMetrics &) const = default;
};

struct Evaluation
{
    Task task = Task::Binary;
    std::size_t n = 0;
    std::string positive;
    double threshold = 0.5;
    std::vector<Metric> metrics;                             ///< in the order of the command line's contract
    std::vector<Metric> further;                             ///< the long tail, only on request
    std::vector<std::pair<std::string, Interval>> intervals; ///< by metric name
    Confusion confusion;                                     ///< binary
    RocCurve roc;                                            ///< binary
    PrCurve pr;
    CalibrationCurve calibration;         ///< bins of equal width
    CalibrationCurve quantileCalibration; ///< bins of equal count
    GainCurve gain;
    std::vector<std::string> labels;                  ///< multiclass
    std::vector<std::vector<double>> confusionMatrix; ///< multiclass, [true][predicted]
    std::vector<ClassMetrics> perClass;
    std::vector<std::string> warnings;

    /// Of `metrics`, else of `further`.
    std::optional<double> metric(std::string_view name) const;
    const Interval *interval(std::string_view name) const;
};

struct EvaluateOptions
{
    double threshold = 0.5;
    bool intervals = true;
    int bootstrapResamples = 1000;
    int calibrationBins = 10;
    bool further = false; ///< also Evaluation::further and the curves of each class
    double maxFpr = 0.1;  ///< how far roc_partial_auc looks, in (0, 1]
};

/// Every metric and curve the field uses for the task; binary curves and metrics come from one sort of the scores.
/// Errors: `no_rows`, `bad_predictions` (missing truth or score, with the row).
Result<Evaluation> evaluate(const Predictions &predictions, const EvaluateOptions &options = {},
                            const Context &context = {});

/// The metric by which models of a task are ranked, and whether larger is better: roc_auc, roc_auc_ovr_macro, rmse.
struct Headline
{
    std::string metric;
    bool largerIsBetter = true;
};
Headline headline(Task task);
/// False for losses, error rates and calibration errors.
bool largerIsBetter(std::string_view metric);

/// The document of `assay evaluate` without `fairness`.
Json toJson(const Evaluation &evaluation);

} // namespace assay::engine
