// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// The experiment that @p run goes to: the one of the same source, else of the same name, else a new one with its tags
/// and note. One that is there already keeps its own tags and gets those it lacks.
qint64 importedExperiment(Transaction &change, const ImportedRun &run);

} // namespace assay::tracking
