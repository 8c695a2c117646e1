// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/store.h"

#include <cstdio>

namespace assay::app {

QString storePath(const CommonOptions &options)
{
    return options.store.empty() ? tracking::defaultStorePath() : QString::fromStdString(options.store);
}

Result<std::unique_ptr<LocalWorkbench>> openWorkbench(const CommonOptions &options)
{
    auto workbench = LocalWorkbench::open(storePath(options));
    if (workbench) {
        // What is read of a damaged store may not be all of it: say so beside whatever the command answers.
        if (const auto limitation = (*workbench)->store().limitation();
            limitation && limitation->code == "store_damaged")
            std::fprintf(stderr, "assay: %s\n", limitation->message.c_str());
    }
    return workbench;
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
