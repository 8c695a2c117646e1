// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"

namespace assay::app {

const std::vector<CommandInfo> &commands()
{
    static const std::vector<CommandInfo> all{
        profileInfo(),  modelsInfo(),     trainInfo(),    evaluateInfo(),  compareInfo(), curveInfo(),
        ensembleInfo(), explainInfo(),    driftInfo(),    runsInfo(),      runInfo(),     diffInfo(),
        reportInfo(),   demoInfo(),       tagInfo(),      noteInfo(),      renameInfo(),  deleteInfo(),
        restoreInfo(),  exportInfo(),     rerunInfo(),    favouriteInfo(), archiveInfo(), unarchiveInfo(),
        moveInfo(),     experimentInfo(), artifactInfo(), purgeInfo(),     importInfo(),  checkInfo(),
        backupInfo(),   salvageInfo(),
    };
    return all;
}

} // namespace assay::app
