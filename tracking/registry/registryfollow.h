// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrows.h"

namespace assay::tracking {

/// Brings along what @p model says now of the model with row @p row and its versions: where its aliases point, stages,
/// notes and tags. What anybody here ever changed stays as it is here, and is told in @p count where it differs.
void followModel(RegistryChange &change, qint64 row, const ImportedModel &model, ImportedModelCount &count);

} // namespace assay::tracking
