// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

namespace assay::engine {

/// Every k-th of @p values so that at most 20,000 of @p points are left, and always the last: the ones left are exact.
Json thinnedNumbers(const std::vector<double> &values, std::size_t points);

Json rocJson(const RocCurve &curve);
Json prJson(const PrCurve &curve);
Json calibrationJson(const CalibrationCurve &curve);
/// {name: {low, high, level, method}}
Json intervalsJson(const std::vector<std::pair<std::string, Interval>> &intervals);
/// The curves of a binary task: roc, pr, det, calibration, calibration_quantile, gain, lift.
Json curvesJson(const Evaluation &evaluation);

} // namespace assay::engine
