// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

/// "mlflow:model:…": the name alone is the same in many registries.
QString mlflowModelSource(const QString &name, qint64 created);
/// From MLflow's "None", "Staging", …; none where it is called otherwise.
Stage mlflowStage(const QString &stage);
/// What of the run a version is: "model" of "…/artifacts/model" and "runs:/ID/model", "models/m-…" of "models:/m-…".
QString mlflowArtifactName(const QString &source);

/// Counts the models in the report and, unless this is a dry run, registers them. Versions name their run by MLflow's
/// id; when only some runs are taken over, versions of the others are left out.
Result<void> takeModels(RunStore &store, const ImportOptions &options, std::vector<ImportedModel> models,
                        ImportReport &report);

} // namespace assay::tracking
