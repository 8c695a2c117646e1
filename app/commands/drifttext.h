// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/drift/drift.h"

#include <string>

namespace assay::app {

/// Verdict first, then a row a column, the most moved on top.
std::string driftText(const engine::DriftReport &report, const std::string &reference, const std::string &current);

/// "12 of 14 columns drifted: retrain."
std::string driftVerdict(const engine::DriftReport &report);

} // namespace assay::app
