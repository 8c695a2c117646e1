// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/mlptraining.h"

namespace assay::engine {

/// The weighted sum over @p rows rows of the log loss or half the squared error at @p outputs, whose rows have
/// @p stride; @p slopes becomes its slope by the outputs, divided by the number of rows, padding 0.
double outputLoss(Task task, const std::vector<float> &outputs, std::ptrdiff_t stride, int units, const MlpRows &rows,
                  std::vector<float> &slopes);

} // namespace assay::engine
