// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/calibrationmaps.h"
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <vector>

namespace assay::engine {

namespace {

// Neighbouring scores that share a level.
struct Block
{
    double weight = 0, sum = 0;
    std::size_t first = 0, last = 0; // of the distinct scores

    double level() const { return sum / weight; }
};

struct Distinct
{
    std::vector<double> scores;
    std::vector<Block> blocks; // one a score
};

Distinct distinctScores(const Vector &scores, const Vector &truth, const Vector &weights)
{
    std::vector<KeyedRow> items;
    items.reserve(static_cast<std::size_t>(scores.size()));
    for (Eigen::Index i = 0; i < scores.size(); ++i) {
        if (weights.size() == 0 || weights[i] > 0)
            items.push_back({.key = orderedBits(scores[i]), .row = static_cast<std::uint32_t>(i)});
    }
    radixSort(items);
    Distinct distinct;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == 0 || items[i].key != items[i - 1].key) {
            const std::size_t at = distinct.scores.size();
            distinct.scores.push_back(scores[items[i].row]);
            distinct.blocks.push_back({.first = at, .last = at});
        }
        const double weight = weights.size() > 0 ? weights[items[i].row] : 1;
        distinct.blocks.back().weight += weight;
        distinct.blocks.back().sum += weight * truth[items[i].row];
    }
    return distinct;
}

std::vector<Block> pooled(const std::vector<Block> &single)
{
    std::vector<Block> blocks;
    for (Block block : single) {
        while (!blocks.empty() && blocks.back().level() >= block.level()) {
            block.weight += blocks.back().weight;
            block.sum += blocks.back().sum;
            block.first = blocks.back().first;
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    return blocks;
}

} // namespace

CalibrationMap fitIsotonic(const Vector &scores, const Vector &truth, const Vector &weights)
{
    const Distinct distinct = distinctScores(scores, truth, weights);
    std::vector<double> x, y;
    for (const Block &block : pooled(distinct.blocks)) {
        for (const std::size_t end : {block.first, block.last}) {
            if (!x.empty() && x.back() == distinct.scores[end])
                continue;
            x.push_back(distinct.scores[end]);
            y.push_back(block.level());
        }
    }
    return {.x = Eigen::Map<const Vector>(x.data(), std::ssize(x)),
            .y = Eigen::Map<const Vector>(y.data(), std::ssize(y))};
}

double applyIsotonic(const Vector &x, const Vector &y, double score)
{
    const auto right = std::ranges::upper_bound(x.begin(), x.end(), score) - x.begin();
    if (right == 0)
        return y[0];
    if (right == x.size())
        return y[right - 1];
    const double share = (score - x[right - 1]) / (x[right] - x[right - 1]);
    return y[right - 1] + share * (y[right] - y[right - 1]);
}

} // namespace assay::engine
