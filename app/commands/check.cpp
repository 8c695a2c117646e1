// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/check.h"

#include "app/commands/builtin.h"
#include "app/commands/care.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>

namespace assay::app {

namespace {

Json document(const tracking::CheckReport &report)
{
    Json orphans = Json::array();
    for (const QString &path : report.orphans)
        orphans.push_back(path.toStdString());
    return {{"store", report.path.toStdString()},
            {"sound", report.sound()},
            {"version", report.version},
            {"bytes", report.bytes},
            {"runs", report.runs},
            {"series", report.series},
            {"points", report.points},
            {"artifacts", {{"files", report.artifacts}, {"bytes", report.artifactBytes}}},
            {"findings", findingsDocument(report.findings)},
            {"orphans", {{"files", orphans}, {"bytes", report.orphanBytes}}}};
}

std::string text(const tracking::CheckReport &report)
{
    const std::string damaged =
        findingsText(report.findings) +
        "The store is damaged: `assay salvage OUT` saves what can be read, or put back a backup.\n";
    if (report.version == 0) // it could not be opened, so there is nothing to count
        return damaged;
    std::string out = report.path.toStdString() + ": " + std::to_string(report.runs) + " runs, " +
                      std::to_string(report.points) + " points in " + std::to_string(report.series) + " series, " +
                      std::to_string(report.artifacts) + " artifacts (" + bytesText(report.artifactBytes) + ").\n";
    if (!report.orphans.isEmpty())
        out += std::to_string(report.orphans.size()) + " files (" + bytesText(report.orphanBytes) +
               ") belong to no run and only take room.\n";
    if (report.sound())
        return out + "Everything is as it was written.\n";
    return out + damaged;
}

Result<Answer> run(const Call &call)
{
    const auto report = tracking::checkStore(storePath(call.common), call.context);
    if (!report)
        return Failure(report.error());
    Answer made = answer(
        call, [&] { return document(*report); }, [&] { return text(*report); });
    made.exitCode = report->sound() ? 0 : exitCode(ErrorKind::Refused);
    return made;
}

} // namespace

CommandInfo checkInfo()
{
    return {.id = "check",
            .summary = "Verify the store and every artifact; exit code 5 when something is damaged",
            .example = "assay check",
            .declare = [](CLI::App &) -> CommandBody { return run; }};
}

} // namespace assay::app
