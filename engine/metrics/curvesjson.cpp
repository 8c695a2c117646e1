// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/curvesjson.h"

namespace assay::engine {

namespace {

constexpr std::size_t longestCurve = 20'000;

// Misses against false alarms.
Json detJson(const RocCurve &roc)
{
    std::vector<double> fnr;
    fnr.reserve(roc.tpr.size());
    for (const double tpr : roc.tpr)
        fnr.push_back(1 - tpr);
    return {{"fpr", thinnedNumbers(roc.fpr, fnr.size())},
            {"fnr", thinnedNumbers(fnr, fnr.size())},
            {"thresholds", thinnedNumbers(roc.thresholds, fnr.size())}};
}

// How many times more positives than a random choice of as many rows finds.
Json liftJson(const GainCurve &gain)
{
    std::vector<double> share, lift;
    for (std::size_t i = 1; i < gain.share.size(); ++i) {
        share.push_back(gain.share[i]);
        lift.push_back(gain.gain[i] / gain.share[i]);
    }
    return {{"share", jsonNumbers(share)}, {"lift", jsonNumbers(lift)}};
}

} // namespace

Json thinnedNumbers(const std::vector<double> &values, std::size_t points)
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

Json rocJson(const RocCurve &curve)
{
    const std::size_t points = curve.fpr.size();
    return {{"fpr", thinnedNumbers(curve.fpr, points)},
            {"tpr", thinnedNumbers(curve.tpr, points)},
            {"thresholds", thinnedNumbers(curve.thresholds, points)}};
}

// Thresholds of this curve are one fewer than its points, so the closing point stands apart.
Json prJson(const PrCurve &curve)
{
    const std::size_t points = curve.thresholds.size();
    if (points == 0)
        return {{"precision", Json::array()}, {"recall", Json::array()}, {"thresholds", Json::array()}};
    Json precision = thinnedNumbers({curve.precision.begin(), curve.precision.end() - 1}, points);
    Json recall = thinnedNumbers({curve.recall.begin(), curve.recall.end() - 1}, points);
    precision.push_back(jsonNumber(curve.precision.back()));
    recall.push_back(jsonNumber(curve.recall.back()));
    return {{"precision", precision}, {"recall", recall}, {"thresholds", thinnedNumbers(curve.thresholds, points)}};
}

Json calibrationJson(const CalibrationCurve &curve)
{
    return {{"mean_predicted", jsonNumbers(curve.meanPredicted)},
            {"fraction_positive", jsonNumbers(curve.fractionPositive)},
            {"count", jsonNumbers(curve.count)},
            {"low", jsonNumbers(curve.low)},
            {"high", jsonNumbers(curve.high)}};
}

Json intervalsJson(const std::vector<std::pair<std::string, Interval>> &intervals)
{
    Json json = Json::object();
    for (const auto &[metric, interval] : intervals) {
        json[metric] = {{"low", jsonNumber(interval.low)},
                        {"high", jsonNumber(interval.high)},
                        {"level", jsonNumber(interval.level)},
                        {"method", interval.method}};
    }
    return json;
}

Json curvesJson(const Evaluation &evaluation)
{
    return {{"roc", rocJson(evaluation.roc)},
            {"pr", prJson(evaluation.pr)},
            {"det", detJson(evaluation.roc)},
            {"calibration", calibrationJson(evaluation.calibration)},
            {"calibration_quantile", calibrationJson(evaluation.quantileCalibration)},
            {"gain", {{"share", jsonNumbers(evaluation.gain.share)}, {"gain", jsonNumbers(evaluation.gain.gain)}}},
            {"lift", liftJson(evaluation.gain)}};
}

} // namespace assay::engine
