// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/heldback.h"

#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace assay::engine {

HeldBack holdBack(const TrainingData &data, const Vector &weights, double fraction, std::uint64_t seed)
{
    std::map<double, std::vector<Eigen::Index>> strata;
    for (Eigen::Index i = 0; i < data.y.size(); ++i) {
        if (weights[i] > 0)
            strata[data.task == Task::Regression ? 0 : data.y[i]].push_back(i);
    }
    HeldBack division;
    Random random(seed);
    for (auto &[label, rows] : strata) {
        random.shuffle(std::span(rows));
        const auto rounded = static_cast<std::ptrdiff_t>(std::lround(fraction * static_cast<double>(rows.size())));
        const std::ptrdiff_t wanted = fraction > 0 ? std::max<std::ptrdiff_t>(1, rounded) : 0;
        const auto first = rows.begin() + std::min(wanted, std::ssize(rows) - 1);
        division.heldBack.insert(division.heldBack.end(), rows.begin(), first);
        division.kept.insert(division.kept.end(), first, rows.end());
    }
    std::ranges::sort(division.kept);
    std::ranges::sort(division.heldBack);
    return division;
}

} // namespace assay::engine
