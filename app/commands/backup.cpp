// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/backup.h"

#include "app/commands/builtin.h"
#include "app/commands/care.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct BackupOptions
{
    std::string target;
    bool overwrite = false;
};

Json document(const tracking::BackupReport &report)
{
    return {{"path", report.path.toStdString()},
            {"bytes", report.bytes},
            {"runs", report.runs},
            {"artifacts", {{"files", report.artifacts}, {"bytes", report.artifactBytes}}},
            {"missing", findingsDocument(report.missing)}};
}

std::string text(const tracking::BackupReport &report)
{
    std::string out = std::to_string(report.runs) + " runs and " + std::to_string(report.artifacts) + " artifacts (" +
                      bytesText(report.bytes + report.artifactBytes) + ") are in " + report.path.toStdString() + ".\n";
    if (!report.missing.empty())
        out += "These could not be copied:\n" + findingsText(report.missing);
    return out;
}

Result<Answer> run(const BackupOptions &options, const Call &call)
{
    const auto report = tracking::backupStore(storePath(call.common), QString::fromStdString(options.target),
                                              options.overwrite, call.context);
    if (!report)
        return Failure(saidBy(report.error(), "--force"));
    Answer made = answer(
        call, [&] { return document(*report); }, [&] { return text(*report); });
    made.exitCode = report->missing.empty() ? 0 : exitCode(ErrorKind::Refused);
    return made;
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<BackupOptions>();
    command.add_option("FILE", options->target, "The new file; artifacts go into a folder beside it")->required();
    command.add_flag("--force", options->overwrite, "Replace a file that is there");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo backupInfo()
{
    return {.id = "backup",
            .summary = "Copy the store and its artifacts while it is in use",
            .example = "assay backup /media/stick/assay.db",
            .declare = declare};
}

} // namespace assay::app
