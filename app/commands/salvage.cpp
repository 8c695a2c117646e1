// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/salvage.h"

#include "app/commands/builtin.h"
#include "app/commands/care.h"
#include "app/commands/store.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

Json document(const tracking::SalvageReport &report)
{
    return {{"path", report.path.toStdString()},
            {"runs", report.runs},
            {"points", report.points},
            {"artifacts", {{"files", report.artifacts}, {"bytes", report.artifactBytes}}},
            {"lost_runs", report.lostRuns},
            {"lost_points", report.lostPoints},
            {"most_lost", report.mostLost},
            {"lost", findingsDocument(report.lost)}};
}

std::string text(const tracking::SalvageReport &report)
{
    const std::string saved = std::to_string(report.runs) + " runs, " + std::to_string(report.points) + " points and " +
                              std::to_string(report.artifacts) + " artifacts are in " + report.path.toStdString();
    if (report.lost.empty())
        return saved + "; nothing was lost.\n";
    return (report.mostLost ? "Most of the store is lost: only " : "") + saved + ". Lost or damaged:\n" +
           findingsText(report.lost);
}

CommandBody declare(CLI::App &command)
{
    auto target = std::make_shared<std::string>();
    command.add_option("OUT", *target, "The new store")->required();
    return [target](const Call &call) -> Result<Answer> {
        const auto report =
            tracking::salvageStore(storePath(call.common), QString::fromStdString(*target), call.context);
        if (!report)
            return Failure(report.error());
        Answer made = answer(
            call, [&] { return document(*report); }, [&] { return text(*report); });
        made.exitCode = report->mostLost ? exitCode(ErrorKind::Refused) : 0;
        return made;
    };
}

} // namespace

CommandInfo salvageInfo()
{
    return {.id = "salvage",
            .summary = "Save what can be read of a damaged store into a new one; exit code 5 when most of it is lost",
            .example = "assay salvage saved.db --store damaged.db",
            .declare = declare};
}

} // namespace assay::app
