// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::app {

/// Imports @p path again every second, telling what came, until @p context is stopped, which is the ordinary end. Each
/// time the source is looked at anew; only event files of TensorBoard are read on from where they were left, other
/// formats are read whole and compared with what the store has. Returns the last report with all that was added and all
/// problems. Errors: those of the first import, and later those of the store; other later ones are noted, each once.
Result<tracking::ImportReport> followImport(tracking::RunStore &store, const QString &path,
                                            const tracking::ImportOptions &options, const Context &context,
                                            const QString &format = {});

} // namespace assay::app
