// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "widgets/workbench.h"

#include <string>

namespace assay::app {

/// The document of `assay train`.
Json trainDocument(const ui::TrainOutcome &outcome, const tracking::RunDetails &details);
/// Which run, its metrics with intervals, and what was noticed, for people.
std::string trainText(const ui::TrainOutcome &outcome, const tracking::RunDetails &details);

} // namespace assay::app
