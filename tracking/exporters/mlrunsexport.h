// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/runstore.h"

namespace assay::tracking {

struct MlrunsCounts
{
    qint64 runs = 0, points = 0, artifacts = 0, models = 0;

    bool operator==(const MlrunsCounts &) const = default;
};

/// Writes @p runs into @p folder as an `mlruns` folder that MLflow opens as its own: experiments, parameters, metrics,
/// tags, notes, data sets, files, and the registered models that have a version of one of the runs. @p place: where the
/// folder will lie, which the addresses in it say; a relative one is read from where MLflow is started. Times become
/// whole milliseconds, all that the format has. Errors: `cannot_write`, `cancelled`, `artifact_damaged`, and those of
/// the store.
Result<MlrunsCounts> exportMlruns(RunStore &store, const std::vector<RunId> &runs, const QString &folder,
                                  const QString &place, const Context &context = {});

} // namespace assay::tracking
