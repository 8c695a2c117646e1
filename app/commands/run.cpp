// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/runtext.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

Result<Answer> run(const std::string &which, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = resolveRuns(**workbench, {which});
    if (!runs)
        return Failure(runs.error());
    const auto details = (*workbench)->details(runs->front());
    if (!details)
        return Failure(details.error());
    return answer(
        call, [&] { return detailsDocument(*details); }, [&] { return detailsText(*details); });
}

CommandBody declare(CLI::App &command)
{
    auto which = std::make_shared<std::string>();
    command.add_option("RUN", *which, "Name or first digits of the id")->required();
    return [which](const Call &call) { return run(*which, call); };
}

} // namespace

CommandInfo runInfo()
{
    return {
        .id = "run", .summary = "Tell everything about one run", .example = "assay run 3f9c2a1b", .declare = declare};
}

} // namespace assay::app
