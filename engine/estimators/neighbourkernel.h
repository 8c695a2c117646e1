// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace assay::engine {

enum class Distance { Euclidean, Manhattan };

/// Rows lie in panels of 16, feature by feature; queries in groups of 6, feature by feature. The sizes let a group's
/// scores of a panel stay in registers.
constexpr std::size_t panelRows = 16;
constexpr std::size_t groupQueries = 6;

struct NeighbourScan
{
    const float *panels = nullptr;  ///< [panels × features × 16]
    const float *offsets = nullptr; ///< [panels × 16] what a row's score starts at
    std::size_t panelCount = 0;
    std::size_t features = 0;
    const float *queries = nullptr; ///< [features × 6]
    const float *bounds = nullptr;  ///< [6] scores below are of no interest
    float *scores = nullptr;        ///< [6 × 16] out
};

/// Scores of a group of queries with one panel of rows after the other: offset + Σ query · row, or offset − Σ |query −
/// row|. Stops at the first panel with a score that is not below its query's bound, and fills `scores` with those of
/// the panel. Returns the panel, or the number of panels. In single precision, by the widest instructions that the
/// processor has: to choose candidates by, not to report.
std::size_t scanPanels(const NeighbourScan &scan, Distance distance);

} // namespace assay::engine
