// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/artifactstore.h"
#include "tracking/database.h"

namespace assay::tracking {

/// Removes the files of those digests that no artifact and no registered version refers to. Each look and its removal
/// are in one transaction, and so are the looks of those who add (see insertArtifact()): bytes that somebody is about
/// to refer to are either still there for them or known to be gone. Returns number and bytes.
Result<std::pair<qint64, qint64>> clearUnreferenced(Database &database, const ArtifactStore &artifacts,
                                                    const QStringList &digests, const Context &context);

} // namespace assay::tracking
