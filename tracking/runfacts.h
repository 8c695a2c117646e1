// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

// What belongs to one run, read by its row.

Result<std::vector<DatasetInput>> readInputs(Connection &connection, qint64 row);
Result<std::vector<Artifact>> readArtifacts(Connection &connection, qint64 row);
/// Errors: `unknown_artifact` lists those there are.
Result<Artifact> findArtifact(Connection &connection, qint64 row, const QString &name);
Result<Provenance> readProvenance(Connection &connection, qint64 row);

} // namespace assay::tracking
