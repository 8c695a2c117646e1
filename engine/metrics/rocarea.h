// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"

#include <optional>

namespace assay::engine {

/// Area under the curve up to @p maxFpr in (0, 1], cut by linear interpolation and standardised as McClish (1989) so
/// that chance is ½ and perfection 1; all of it is the plain area. No value for an empty curve.
std::optional<double> partialRocAuc(const RocCurve &curve, double maxFpr);

/// Area by trapezoids, optimistic beside average precision. No value for an empty curve.
std::optional<double> prTrapezoid(const PrCurve &curve);

} // namespace assay::engine
