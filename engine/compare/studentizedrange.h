// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assay::engine {

/// The range of @p groups independent standard normals (the studentized range with infinite degrees of freedom):
/// probability that it exceeds @p range. Absolute error under 1e-12. @p groups of at least 2.
double rangeExceeds(double range, int groups);

/// The range that is exceeded with probability @p alpha in (0, 1).
double rangeQuantile(double alpha, int groups);

} // namespace assay::engine
