// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// Copies the files into the store's artifacts, all but those in @p known. Errors: `unreadable_file`,
/// `bad_artifact_name`, `cancelled`, and those of the artifact store.
Result<std::vector<Artifact>> keepFiles(const RunStore &store, const std::vector<ImportedFile> &files,
                                        const std::vector<Artifact> &known, const Context &context);

} // namespace assay::tracking
