// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

namespace assay::engine {

EstimatorInfo baselineInfo();
EstimatorInfo logisticInfo();
EstimatorInfo linearInfo();
EstimatorInfo xgboostInfo();
EstimatorInfo randomForestInfo();
EstimatorInfo naiveBayesInfo();
EstimatorInfo decisionTreeInfo();
EstimatorInfo knnInfo();
EstimatorInfo svmInfo();
EstimatorInfo mlpInfo();

} // namespace assay::engine
