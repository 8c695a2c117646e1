// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"
#include "tracking/registry/registryrecords.h"

namespace assay::tracking {

/// Registers @p model. What of it cannot be had, an alias of a version that is not here or the whole of it, becomes a
/// problem of @p report at @p place. Errors: `cancelled` and those of the store.
Result<void> writeModel(RunStore &store, const ImportedModel &model, const QString &place, ImportReport &report);

} // namespace assay::tracking
