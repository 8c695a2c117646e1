// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/workbench/localworkbench.h"

#include <memory>
#include <string>
#include <vector>

namespace assay::app {

/// `--store`, else the default.
QString storePath(const CommonOptions &options);
/// Opens the store the command line names. Errors: those of RunStore::open.
Result<std::unique_ptr<LocalWorkbench>> openWorkbench(const CommonOptions &options);

/// The runs that @p texts name. Errors: `unknown_run`, `ambiguous_run`.
Result<std::vector<tracking::RunId>> resolveRuns(LocalWorkbench &workbench, const std::vector<std::string> &texts);

/// First digits of an id: enough for people, and accepted everywhere.
std::string shortId(const tracking::RunId &run);

} // namespace assay::app
