// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fairness/fairness.h"

#include <span>
#include <string>
#include <vector>

namespace assay::engine {

/// Rows divided by labels: codes [n] into sorted labels that all occur; a missing value is a group of its own.
struct Grouping
{
    std::string name;
    std::vector<std::int32_t> codes;
    std::vector<std::string> labels;
};

Grouping groupBy(const Column &column);
/// Labels joined by " & "; only combinations that occur.
Grouping intersect(std::span<const Grouping> groupings);

/// Truth and decision of each row, with weights.
struct Decisions
{
    std::span<const double> truth, scores, weights; ///< scores and weights may be empty
    std::vector<std::uint8_t> selected;
};

/// [labels] weighted counts of each group.
std::vector<Confusion> confusionByGroup(const Grouping &grouping, const Decisions &decisions);
std::vector<GroupMetrics> metricsByGroup(const Grouping &grouping, const Decisions &decisions,
                                         const std::vector<Confusion> &confusion);

/// A rate's numerator over its denominator; no value without one.
std::optional<double> rate(double hits, double all);

} // namespace assay::engine
