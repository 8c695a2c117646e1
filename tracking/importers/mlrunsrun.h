// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/mlflowartifacts.h"
#include "tracking/importers/mlflowfacts.h"
#include "tracking/importers/mlrunsfile.h"

namespace assay::tracking {

/// A run of an `mlruns` folder before it is read whole.
struct MlrunsRun
{
    QString folder = {};           ///< of the run
    QString experimentFolder = {}; ///< datasets and models lie there
    YamlNode meta = {};
    QString id = {}, parent = {};
    QStringList models = {}; ///< logged models that it made: ids, which are their folders' names
};

/// A logged model that no run made, as a run that stands for it.
ImportedRun readLoneModel(const MlrunsRun &model, const MlflowExperiment &experiment, Problems &problems);

/// All that the folder of the run tells. What cannot be read is a problem; the run is taken without it.
ImportedRun readRun(const MlrunsRun &run, const MlflowExperiment &experiment, MlflowArtifacts &artifacts,
                    Problems &problems);

} // namespace assay::tracking
