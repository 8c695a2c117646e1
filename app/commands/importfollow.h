// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"

namespace assay::app {

/// Imports @p path again every second, telling what came, until @p context is stopped, which is the ordinary end. What
/// was read before is not read again. Returns the last report with all that was added and all problems. Errors: those
/// of the first import.
Result<tracking::ImportReport> followImport(tracking::RunStore &store, const QString &path,
                                            const tracking::ImportOptions &options, const Context &context,
                                            const QString &format = {});

} // namespace assay::app
