// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/calibrationcurve.h"

#include "engine/metrics/intervals.h"

#include <algorithm>
#include <numeric>

namespace assay::engine {

namespace {

// The run of distinct scores that makes up a bin.
struct Gathered
{
    double weight = 0, scores = 0, positives = 0;

    void close(CalibrationCurve &curve) const
    {
        if (weight <= 0)
            return;
        curve.meanPredicted.push_back(scores / weight);
        curve.fractionPositive.push_back(positives / weight);
        curve.count.push_back(weight);
    }
};

} // namespace

CalibrationCurve quantileCalibration(const RankedScores &ranked, int bins)
{
    const double all = ranked.weights.empty() ? static_cast<double>(ranked.size())
                                              : std::accumulate(ranked.weights.rbegin(), ranked.weights.rend(), 0.0);
    CalibrationCurve curve;
    Gathered gathered;
    double below = 0, next = all; // the weight, times the number of bins, at which the next bin begins
    for (std::size_t end = ranked.size(); end > 0;) {
        if (below * bins >= next) {
            gathered.close(curve);
            gathered = {};
            while (below * bins >= next)
                next += all;
        }
        const double score = ranked.scores[end - 1];
        double weight = 0;
        do {
            --end;
            weight += ranked.weight(end);
            gathered.positives += ranked.weight(end) * ranked.positive[end];
        } while (end > 0 && ranked.scores[end - 1] == score);
        gathered.weight += weight;
        gathered.scores += weight * score;
        below += weight;
    }
    gathered.close(curve);
    return curve;
}

void addBands(CalibrationCurve &curve, double scale)
{
    curve.low.clear();
    curve.high.clear();
    for (std::size_t i = 0; i < curve.count.size(); ++i) {
        const Interval band = wilsonInterval(curve.fractionPositive[i], curve.count[i] * scale);
        curve.low.push_back(band.low);
        curve.high.push_back(band.high);
    }
}

} // namespace assay::engine
