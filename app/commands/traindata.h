// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/trainoptions.h"
#include "app/workbench/localworkbench.h"

namespace assay::app {

/// Reads the files the options name into @p request. The test file is read with the kinds of the training data.
Result<void> importData(const TrainTexts &options, LocalWorkbench &workbench, const Context &context,
                        ui::TrainRequest &request);

} // namespace assay::app
