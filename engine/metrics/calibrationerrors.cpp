// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/calibrationerrors.h"

#include "engine/metrics/probability.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace assay::engine {

namespace {

struct Bin
{
    double weight = 0, confidences = 0, outcomes = 0;
};

int rightClosedBin(double confidence, int bins)
{
    return std::clamp(static_cast<int>(std::ceil(confidence * bins)) - 1, 0, bins - 1);
}

} // namespace

CalibrationErrors calibrationErrors(std::span<const double> confidences, std::span<const double> outcomes,
                                    std::span<const double> weights, int bins, BinSide closed)
{
    std::vector<Bin> filled(static_cast<std::size_t>(bins));
    double all = 0;
    for (std::size_t i = 0; i < confidences.size(); ++i) {
        const double weight = weights.empty() ? 1 : weights[i];
        const int at =
            closed == BinSide::Left ? calibrationBin(confidences[i], bins) : rightClosedBin(confidences[i], bins);
        Bin &bin = filled[static_cast<std::size_t>(at)];
        bin.weight += weight;
        bin.confidences += weight * confidences[i];
        bin.outcomes += weight * outcomes[i];
        all += weight;
    }
    CalibrationErrors errors;
    for (const Bin &bin : filled) {
        if (bin.weight <= 0)
            continue;
        const double gap = std::abs(bin.confidences - bin.outcomes) / bin.weight;
        errors.mean += bin.weight / all * gap;
        errors.largest = std::max(errors.largest, gap);
        errors.square += bin.weight / all * gap * gap;
    }
    errors.square = std::sqrt(errors.square);
    return errors;
}

} // namespace assay::engine
