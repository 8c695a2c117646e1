// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/probability.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr std::size_t chunk = 4096; // partial sums keep the rounding error of long sums small
constexpr std::size_t logBatch =
    16; // 16 clipped probabilities multiply to at least 1e-251: one logarithm for all of them

double givenToTruth(double score, bool positive)
{
    const double p = std::clamp(score, probabilityFloor, 1 - probabilityFloor);
    return positive ? p : 1 - p;
}

double unweightedLogLoss(const RankedScores &ranked, std::size_t first, std::size_t last)
{
    double sum = 0;
    for (std::size_t i = first; i < last;) {
        const std::size_t end = std::min(last, i + logBatch);
        double product = 1;
        for (; i < end; ++i)
            product *= givenToTruth(ranked.scores[i], ranked.positive[i] != 0);
        sum -= std::log(product);
    }
    return sum;
}

double weightedLogLoss(const RankedScores &ranked, std::size_t first, std::size_t last)
{
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += ranked.weights[i] * logLossTerm(ranked.scores[i], ranked.positive[i] != 0);
    return sum;
}

double squaredErrors(const RankedScores &ranked, std::size_t first, std::size_t last)
{
    double sum = 0;
    for (std::size_t i = first; i < last; ++i) {
        const double error = ranked.scores[i] - ranked.positive[i];
        sum += ranked.weight(i) * error * error;
    }
    return sum;
}

struct Bin
{
    double weight = 0, scores = 0, positives = 0;
};

// Scores are sorted, so a bin is a run of rows: its sums stay in registers.
std::vector<Bin> fillBins(const RankedScores &ranked, int bins)
{
    std::vector<Bin> filled(static_cast<std::size_t>(bins));
    for (std::size_t i = 0; i < ranked.size();) {
        const int bin = calibrationBin(ranked.scores[i], bins);
        Bin part;
        const std::size_t end = std::min(ranked.size(), i + chunk);
        for (; i < end && calibrationBin(ranked.scores[i], bins) == bin; ++i) {
            const double weight = ranked.weight(i);
            part.weight += weight;
            part.scores += weight * ranked.scores[i];
            part.positives += weight * ranked.positive[i];
        }
        Bin &whole = filled[static_cast<std::size_t>(bin)];
        whole.weight += part.weight;
        whole.scores += part.scores;
        whole.positives += part.positives;
    }
    return filled;
}

} // namespace

double logLossTerm(double score, bool positive)
{
    return -std::log(givenToTruth(score, positive));
}

ProbabilityMetrics probabilityMetrics(const RankedScores &ranked, int bins)
{
    ProbabilityMetrics metrics;
    for (std::size_t i = 0; i < ranked.size(); i += chunk) {
        const std::size_t end = std::min(ranked.size(), i + chunk);
        metrics.logLoss += ranked.weights.empty() ? unweightedLogLoss(ranked, i, end) : weightedLogLoss(ranked, i, end);
        metrics.brier += squaredErrors(ranked, i, end);
    }
    double total = 0;
    for (const Bin &bin : fillBins(ranked, bins)) {
        total += bin.weight;
        metrics.ece += std::abs(bin.scores - bin.positives);
        if (bin.weight <= 0)
            continue;
        metrics.calibration.meanPredicted.push_back(bin.scores / bin.weight);
        metrics.calibration.fractionPositive.push_back(bin.positives / bin.weight);
        metrics.calibration.count.push_back(bin.weight);
    }
    metrics.logLoss /= total;
    metrics.brier /= total;
    metrics.ece /= total;
    return metrics;
}

} // namespace assay::engine
