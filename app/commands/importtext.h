// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "tracking/importers/importer.h"

#include <string>

namespace assay::app {

/// `{"format","path","dry_run","runs":[…],"points","models","model_versions","model_changes","added","grown","known","problems":[…]}`.
Json importDocument(const tracking::ImportReport &report, bool dryRun);
/// For the terminal: what there is, the runs, the problems with their places, and what was done.
std::string importText(const tracking::ImportReport &report, bool dryRun);

} // namespace assay::app
