// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/rundiff.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

Result<Answer> run(const std::vector<std::string> &which, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto ids = resolveRuns(**workbench, which);
    if (!ids)
        return Failure(ids.error());
    std::vector<tracking::RunDetails> runs;
    for (const tracking::RunId &id : *ids) {
        auto details = (*workbench)->details(id);
        if (!details)
            return Failure(details.error());
        runs.push_back(std::move(*details));
    }
    const RunDiff diff = diffOf(runs);
    return answer(
        call, [&] { return diffDocument(runs, diff); }, [&] { return diffText(runs, diff); });
}

CommandBody declare(CLI::App &command)
{
    auto which = std::make_shared<std::vector<std::string>>();
    command.add_option("RUNS", *which, "Two or more, each by name or first digits of the id")
        ->required()
        ->expected(2, 1000);
    return [which](const Call &call) { return run(*which, call); };
}

} // namespace

CommandInfo diffInfo()
{
    return {.id = "diff",
            .summary = "Tell in what runs differ: parameters, metrics, data, tags, environment",
            .example = "assay diff 3f9c2a1b 77b01c9e",
            .declare = declare};
}

} // namespace assay::app
