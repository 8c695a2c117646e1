// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/thresholddata.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace assay::ui {

namespace {

/// Ends of the finite thresholds; 0 and 1 where all lie between.
std::pair<double, double> scoreRange(const engine::ThresholdSweep &sweep)
{
    double low = 0, high = 1;
    for (const double threshold : sweep.thresholds) {
        if (!std::isfinite(threshold))
            continue;
        low = std::min(low, threshold);
        high = std::max(high, threshold);
    }
    return {low, high};
}

} // namespace

engine::ThresholdSweep thinned(const engine::ThresholdSweep &sweep, double steps)
{
    engine::ThresholdSweep out{
        .thresholds = {}, .tp = {}, .fp = {}, .positives = sweep.positives, .negatives = sweep.negatives};
    const auto [low, high] = scoreRange(sweep);
    const double score = (high - low) / steps, hit = sweep.positives / steps, alarm = sweep.negatives / steps;
    const std::size_t n = sweep.thresholds.size();
    for (std::size_t i = 0; i < n; ++i) {
        const bool keep = i < 2 || i + 1 == n || out.thresholds.back() - sweep.thresholds[i] >= score ||
                          sweep.tp[i] - out.tp.back() >= hit || sweep.fp[i] - out.fp.back() >= alarm;
        if (!keep)
            continue;
        out.thresholds.push_back(sweep.thresholds[i]);
        out.tp.push_back(sweep.tp[i]);
        out.fp.push_back(sweep.fp[i]);
    }
    return out;
}

Result<ThresholdData> thresholdData(const engine::Predictions &predictions)
{
    auto sweep = engine::thresholdSweep(predictions);
    if (!sweep)
        return tl::unexpected(sweep.error());
    ThresholdData data{.sweep = std::move(*sweep), .shown = {}, .netBenefit = {}, .envelope = {}};
    data.shown = thinned(data.sweep);
    data.netBenefit = engine::netBenefit(data.sweep);
    data.envelope = engine::costEnvelope(data.sweep);
    std::tie(data.lowest, data.highest) = scoreRange(data.sweep);
    return data;
}

} // namespace assay::ui
