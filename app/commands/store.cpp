// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/store.h"

namespace assay::app {

QString storePath(const CommonOptions &options)
{
    return options.store.empty() ? tracking::defaultStorePath() : QString::fromStdString(options.store);
}

Result<std::unique_ptr<LocalWorkbench>> openWorkbench(const CommonOptions &options)
{
    return LocalWorkbench::open(storePath(options));
}

Result<std::vector<tracking::RunId>> resolveRuns(LocalWorkbench &workbench, const std::vector<std::string> &texts)
{
    std::vector<tracking::RunId> runs;
    for (const std::string &text : texts) {
        const auto run = workbench.store().resolve(QString::fromStdString(text));
        if (!run)
            return Failure(run.error());
        runs.push_back(*run);
    }
    return runs;
}

std::string shortId(const tracking::RunId &run)
{
    return run.value.left(8).toStdString();
}

} // namespace assay::app
