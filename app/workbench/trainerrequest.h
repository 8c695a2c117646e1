// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

namespace assay::app {

/// What was asked for when @p run was trained, but for its data, read back from the command line that would do it
/// again; parameters are those the run has. Errors: `not_trained_here` for a run that no `assay train` made.
Result<ui::TrainRequest> requestOf(const tracking::RunDetails &run);

/// The words of a line that tracking::shellLine() quoted.
std::vector<std::string> shellWords(const QString &line);

} // namespace assay::app
