// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace assay::engine {

/// Gaps between confidence and outcome over bins of equal width.
struct CalibrationErrors
{
    double mean = 0;    ///< Σ weight of a bin × |gap|: the expected calibration error
    double largest = 0; ///< the largest gap
    double square = 0;  ///< √ Σ weight of a bin × gap²
};

enum class BinSide {
    Left, ///< [a, b), the last one closed
    Right ///< (a, b], the first one closed
};

/// @p confidences in [0, 1], @p outcomes 0 or 1; @p weights may be empty.
CalibrationErrors calibrationErrors(std::span<const double> confidences, std::span<const double> outcomes,
                                    std::span<const double> weights, int bins, BinSide closed = BinSide::Left);

} // namespace assay::engine
