// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <cstddef>
#include <vector>

namespace assay::ui {

/// A colour for a share of 1, from violet over green to orange: lightness changes steadily, so that it reads in grey
/// and to the colour-blind, and keeps its distance from the background at both ends. NaN is grey.
QColor rampColor(double share, bool dark);

/// Places of values among the finite ones, from 0 to 1; equal values share theirs, NaN where a value is none.
std::vector<double> rankShares(const std::vector<double> &values);

} // namespace assay::ui
