// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/workbench/localworkbench.h"
#include "tracking/registry.h"

#include <functional>
#include <string>
#include <vector>

namespace assay::app {

/// The options of all commands below `assay models registry`, as written; each uses a few.
struct RegistryTexts
{
    std::string model, version, run, name, text, alias, against, metric, reason, artifact, stage;
    std::vector<std::string> pairs, removed;
    bool force = false, remove = false;
};

/// Adds `registry` below `assay models`; @p chosen becomes what runs when one of its commands was given.
void declareRegistry(CLI::App &models, CommandBody &chosen);

// What they do, one function a command.
using RegistryAction = Result<Answer> (*)(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryList(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryShow(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryHistory(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryVerify(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryCreate(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryRegister(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryRename(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryNote(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryTag(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryStage(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryDelete(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryAlias(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryPromote(LocalWorkbench &, const RegistryTexts &, const Call &);
Result<Answer> registryRollback(LocalWorkbench &, const RegistryTexts &, const Call &);

} // namespace assay::app
