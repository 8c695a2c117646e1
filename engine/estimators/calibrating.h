// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/model.h"

namespace assay::engine {

/// fitModel() with a calibrator: a share of the training rows, stratified by class, is held back from preprocessing and
/// estimator; on what the fitted model says of them the calibrator is fitted. Errors: `bad_calibration` (regression, or
/// a share outside (0, 1)), `one_class`, those of split() and fitModel().
Result<std::shared_ptr<const Model>> fitCalibrated(const EstimatorInfo &estimator, const Params &params,
                                                   const Table &table, const Target &target,
                                                   const std::vector<std::string> &features, const Rows &train,
                                                   const Rows &validation, const FitOptions &options,
                                                   const Context &context);

} // namespace assay::engine
