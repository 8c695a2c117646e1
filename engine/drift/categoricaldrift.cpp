// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/columndrift.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace assay::engine {

namespace {

constexpr std::size_t shownLevels = 20;

// The most frequent levels of both samples together, the rest as one bar.
DriftHistogram levelHistogram(const std::vector<std::string> &labels, const BinnedSamples &samples)
{
    const std::vector<double> reference = samples.referenceShares(), current = samples.currentShares();
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (order.size() > shownLevels)
        std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return reference[i] + current[i]; });
    DriftHistogram histogram;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t i = order[rank];
        if (rank > shownLevels) {
            histogram.reference.back() += reference[i];
            histogram.current.back() += current[i];
            continue;
        }
        histogram.labels.push_back(rank == shownLevels ? "(other)" : labels[i]);
        histogram.reference.push_back(reference[i]);
        histogram.current.push_back(current[i]);
    }
    return histogram;
}

} // namespace

void judgeCategories(const BinnedSamples &samples, ColumnDrift &drift)
{
    if (samples.referenceTotal > fewReferenceRows) {
        drift.test = "jensen_shannon";
        drift.score = jensenShannonDistance(samples, std::numbers::e);
        drift.threshold = 0.1;
        drift.drifted = drift.score >= drift.threshold;
        return;
    }
    const bool twoValues = samples.reference.size() <= 2;
    drift.test = twoValues ? "z" : "chi2";
    drift.score = twoValues ? proportionTest(samples).pValue : chiSquareOfFit(samples).pValue;
    drift.threshold = 0.05;
    drift.drifted = drift.score < drift.threshold;
}

void measureCategories(const std::vector<std::string> &labels, const BinnedSamples &samples, ColumnDrift &drift)
{
    drift.psi = populationStability(samples);
    drift.jensenShannon = jensenShannonDistance(samples, 2);
    drift.hellinger = hellingerDistance(samples);
    drift.movement = *drift.jensenShannon;
    drift.chi2 = chiSquareOfTable(samples);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (samples.reference[i] == 0)
            drift.newCategories.push_back(labels[i]);
    }
    drift.histogram = levelHistogram(labels, samples);
    judgeCategories(samples, drift);
}

} // namespace assay::engine
