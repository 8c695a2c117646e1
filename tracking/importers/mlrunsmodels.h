// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlrunsfile.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

/// The registry in the folder `models` of an `mlruns` folder; versions name their run by MLflow's id.
std::vector<ImportedModel> readModels(const QString &folder, Problems &problems);

} // namespace assay::tracking
