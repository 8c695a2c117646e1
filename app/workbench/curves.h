// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

namespace assay::app {

/// Fits the model of @p request at every point and fold, side by side, and scores it on the rows it learnt from and on
/// those held out. The training rows of a learning curve are nested: each point adds rows to the one before, class by
/// class. Errors: `bad_curve`, `undefined_metric`, those of planOf() and of fitting.
Result<ui::ModelCurve> modelCurve(const ui::CurveRequest &request, const Context &context);

} // namespace assay::app
