// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "engine/metrics/evaluation.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// Predictions made up for tests.
namespace samples {

inline assay::engine::Predictions binary(const std::vector<double> &truth, const std::vector<double> &scores,
                                         std::vector<double> weights = {})
{
    assay::engine::Predictions p;
    p.labels = {"0", "1"};
    p.truth = truth;
    p.scores = Eigen::Map<const assay::engine::Matrix>(scores.data(), static_cast<Eigen::Index>(scores.size()), 1);
    p.weights = std::move(weights);
    return p;
}

/// Scores on a grid, so that many are equal.
inline assay::engine::Predictions randomBinary(std::size_t n, std::uint64_t seed, int grid = 50)
{
    assay::Random random(seed);
    std::vector<double> truth, scores;
    for (std::size_t i = 0; i < n; ++i) {
        truth.push_back(random.uniform() < 0.3 ? 1 : 0);
        const double score = std::clamp(0.4 + 0.2 * truth.back() + 0.2 * random.normal(), 0.0, 1.0);
        scores.push_back(std::round(score * grid) / grid);
    }
    return binary(truth, scores);
}

inline assay::engine::Predictions withRandomWeights(assay::engine::Predictions p, std::uint64_t seed)
{
    assay::Random random(seed);
    for (std::size_t i = 0; i < p.size(); ++i)
        p.weights.push_back(0.1 + random.uniform());
    return p;
}

inline double metricOf(const assay::engine::Evaluation &evaluation, const std::string &name)
{
    return evaluation.metric(name).value_or(std::nan(""));
}

inline constexpr assay::engine::EvaluateOptions pointsOnly{.intervals = false};

} // namespace samples
