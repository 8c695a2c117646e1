// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace assay::app {

// One function a command, in a source of its name; builtin.cpp lists them.
CommandInfo profileInfo();
CommandInfo modelsInfo();
CommandInfo trainInfo();
CommandInfo evaluateInfo();
CommandInfo compareInfo();
CommandInfo curveInfo();
CommandInfo ensembleInfo();
CommandInfo explainInfo();
CommandInfo driftInfo();
CommandInfo runsInfo();
CommandInfo runInfo();
CommandInfo diffInfo();
CommandInfo reportInfo();
CommandInfo demoInfo();
CommandInfo tagInfo();
CommandInfo noteInfo();
CommandInfo renameInfo();
CommandInfo deleteInfo();
CommandInfo restoreInfo();
CommandInfo exportInfo();
CommandInfo rerunInfo();
CommandInfo favouriteInfo();
CommandInfo archiveInfo();
CommandInfo unarchiveInfo();
CommandInfo moveInfo();
CommandInfo experimentInfo();
CommandInfo artifactInfo();
CommandInfo purgeInfo();
CommandInfo importInfo();
CommandInfo checkInfo();
CommandInfo backupInfo();
CommandInfo salvageInfo();

} // namespace assay::app
