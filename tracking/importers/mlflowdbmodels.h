// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlflowdatabase.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

/// The registry of an MLflow database; versions name their run by MLflow's id.
Result<std::vector<ImportedModel>> readModels(const MlflowDatabase &database);

} // namespace assay::tracking
