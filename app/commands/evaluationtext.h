// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fairness/fairness.h"
#include "engine/metrics/evaluation.h"

#include <string>

namespace assay::app {

/// Metrics with intervals, counts at the threshold, classes and warnings, for people.
std::string evaluationText(const engine::Evaluation &evaluation);
/// Every attribute's groups and disparities in both dialects, for people.
std::string fairnessText(const engine::FairnessReport &report);

} // namespace assay::app
