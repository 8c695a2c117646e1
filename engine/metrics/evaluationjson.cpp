// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"

#include <algorithm>

namespace assay::engine {

namespace {

constexpr std::size_t longestCurve = 20'000; // points in a document; the ones left are exact

// Every k-th value so that at most longestCurve are left, and always the last.
Json thinned(const std::vector<double> &values, std::size_t points)
{
    const std::size_t stride = (points + longestCurve - 1) / longestCurve;
    if (stride <= 1)
        return jsonNumbers(values);
    std::vector<double> kept;
    for (std::size_t i = 0; i < values.size(); i += stride)
        kept.push_back(values[i]);
    if ((values.size() - 1) % stride != 0)
        kept.push_back(values.back());
    return jsonNumbers(kept);
}

// Thresholds of this curve are one fewer than its points, so the closing point stands apart.
Json prJson(const PrCurve &curve)
{
    const std::size_t points = curve.thresholds.size();
    if (points == 0)
        return {{"precision", Json::array()}, {"recall", Json::array()}, {"thresholds", Json::array()}};
    Json precision = thinned({curve.precision.begin(), curve.precision.end() - 1}, points);
    Json recall = thinned({curve.recall.begin(), curve.recall.end() - 1}, points);
    precision.push_back(jsonNumber(curve.precision.back()));
    recall.push_back(jsonNumber(curve.recall.back()));
    return {{"precision", precision}, {"recall", recall}, {"thresholds", thinned(curve.thresholds, points)}};
}

Json curvesJson(const Evaluation &evaluation)
{
    const RocCurve &roc = evaluation.roc;
    const CalibrationCurve &calibration = evaluation.calibration;
    return {{"roc",
             {{"fpr", thinned(roc.fpr, roc.fpr.size())},
              {"tpr", thinned(roc.tpr, roc.fpr.size())},
              {"thresholds", thinned(roc.thresholds, roc.fpr.size())}}},
            {"pr", prJson(evaluation.pr)},
            {"calibration",
             {{"mean_predicted", jsonNumbers(calibration.meanPredicted)},
              {"fraction_positive", jsonNumbers(calibration.fractionPositive)},
              {"count", jsonNumbers(calibration.count)}}},
            {"gain", {{"share", jsonNumbers(evaluation.gain.share)}, {"gain", jsonNumbers(evaluation.gain.gain)}}}};
}

Json perClassJson(const std::vector<ClassMetrics> &classes)
{
    Json json = Json::object();
    for (const ClassMetrics &entry : classes) {
        json[entry.label] = {{"support", jsonNumber(entry.support)},
                             {"precision", jsonNumber(entry.precision)},
                             {"recall", jsonNumber(entry.recall)},
                             {"f1", jsonNumber(entry.f1)},
                             {"roc_auc", jsonNumber(entry.rocAuc)}};
    }
    return json;
}

} // namespace

Json toJson(const Evaluation &evaluation)
{
    Json json{{"task", name(evaluation.task)}, {"n", evaluation.n}};
    if (evaluation.task == Task::Binary) {
        json["positive"] = evaluation.positive;
        json["threshold"] = jsonNumber(evaluation.threshold);
    }
    json["metrics"] = Json::object();
    for (const Metric &metric : evaluation.metrics)
        json["metrics"][metric.name] = jsonNumber(metric.value);
    if (evaluation.task == Task::Binary) {
        const Confusion &c = evaluation.confusion;
        json["confusion"] = {
            {"tn", jsonNumber(c.tn)}, {"fp", jsonNumber(c.fp)}, {"fn", jsonNumber(c.fn)}, {"tp", jsonNumber(c.tp)}};
        json["curves"] = curvesJson(evaluation);
    }
    if (evaluation.task == Task::Multiclass) {
        json["labels"] = evaluation.labels;
        json["confusion_matrix"] = Json::array();
        for (const std::vector<double> &row : evaluation.confusionMatrix)
            json["confusion_matrix"].push_back(jsonNumbers(row));
        json["per_class"] = perClassJson(evaluation.perClass);
    }
    json["intervals"] = Json::object();
    for (const auto &[metric, interval] : evaluation.intervals) {
        json["intervals"][metric] = {{"low", jsonNumber(interval.low)},
                                     {"high", jsonNumber(interval.high)},
                                     {"level", jsonNumber(interval.level)},
                                     {"method", interval.method}};
    }
    json["warnings"] = evaluation.warnings;
    return json;
}

} // namespace assay::engine
