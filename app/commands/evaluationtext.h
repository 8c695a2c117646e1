// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fairness/fairness.h"
#include "engine/metrics/evaluation.h"
#include "engine/metrics/thresholdsjson.h"

#include <string>

namespace assay::app {

/// Metrics with intervals, counts at the threshold, classes and warnings, for people.
std::string evaluationText(const engine::Evaluation &evaluation);
/// The best thresholds by every rule, for people.
std::string thresholdsText(const engine::ThresholdSweep &sweep, const engine::ThresholdWishes &wishes);
/// Every attribute's groups and disparities in both dialects, for people.
std::string fairnessText(const engine::FairnessReport &report);

} // namespace assay::app
