// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/artifactstore.h"
#include "tracking/care/finding.h"

namespace assay::tracking {

struct CopiedArtifacts
{
    qint64 files = 0, bytes = 0;       ///< there and verified afterwards
    std::vector<Finding> missing = {}; ///< gone, or not the bytes that were stored
};

/// Copies the bytes of @p artifacts, verified by their digests; what is there already is not copied again. Errors:
/// `store_full`, `store_read_only`, `cancelled`.
Result<CopiedArtifacts> copyArtifacts(const std::vector<Artifact> &artifacts, const ArtifactStore &from,
                                      const ArtifactStore &to, const Context &context);

} // namespace assay::tracking
