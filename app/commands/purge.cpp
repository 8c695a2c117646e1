// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/purge.h"

#include "app/commands/builtin.h"
#include "app/commands/keepchoice.h"
#include "app/commands/options.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace assay::app {

namespace {

struct PurgeOptions
{
    RunChoice choice;
    bool deleted = false, dryRun = false, yes = false;
    std::string olderThan;
};

/// "30d", "12h", "90m", "2w" in seconds.
Result<qint64> seconds(const std::string &text)
{
    static constexpr std::pair<char, qint64> units[] = {{'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 7 * 86400}};
    for (const auto &[letter, factor] : units) {
        bool reads = false;
        const QString number = QString::fromStdString(text).chopped(text.empty() ? 0 : 1);
        const double count = number.toDouble(&reads);
        if (!text.empty() && text.back() == letter && reads && count >= 0 && count < 1e6)
            return static_cast<qint64>(count * static_cast<double>(factor));
    }
    return badOption("--older-than takes a number with m, h, d or w, such as 30d, not `{}`.", {text});
}

Result<tracking::PurgeRequest> requestOf(LocalWorkbench &workbench, const PurgeOptions &options)
{
    tracking::PurgeRequest request;
    const bool named = !options.choice.runs.empty() || !options.choice.query.empty();
    if (named == options.deleted)
        return badOption("Give the runs to purge, or --deleted for all deleted ones.");
    if (!options.olderThan.empty()) {
        if (!options.deleted)
            return badOption("--older-than goes with --deleted.");
        const auto age = seconds(options.olderThan);
        if (!age)
            return Failure(age.error());
        request.before = QDateTime::currentDateTimeUtc().addSecs(-*age);
    }
    request.all = options.deleted;
    if (named) {
        auto runs = chosenRuns(workbench, options.choice);
        if (!runs)
            return Failure(runs.error());
        request.runs = std::move(*runs);
    }
    return request;
}

std::string bytes(qint64 count)
{
    return bytesText(static_cast<std::uint64_t>(count));
}

std::string count(qint64 number, const char *noun)
{
    return countText(static_cast<std::uint64_t>(number), noun);
}

Json document(const tracking::PurgeSize &size)
{
    Json models = Json::array();
    for (const QString &model : size.models)
        models.push_back(model.toStdString());
    return {{"runs", size.runs},
            {"points", size.points},
            {"artifacts", size.artifacts},
            {"files", size.files},
            {"file_bytes", size.fileBytes},
            {"kept_files", size.keptFiles},
            {"kept_bytes", size.keptBytes},
            {"store_bytes", size.storeBytes},
            {"running", size.running},
            {"models", models}};
}

/// "3 runs with 1,200 points and 4 files"
std::string whatGoes(const tracking::PurgeSize &size)
{
    return count(size.runs, "run") + " with " + count(size.points, "point") + " and " + count(size.files, "file");
}

std::string remarks(const tracking::PurgeSize &size)
{
    std::string text;
    if (size.keptFiles > 0)
        text += count(size.keptFiles, "file") + " (" + bytes(size.keptBytes) +
                ") stay, since other runs or registered models use them.\n";
    for (const QString &model : size.models)
        text += "Model " + model.toStdString() + " loses the run it was made by and keeps its file.\n";
    if (size.running > 0)
        text += count(size.running, "deleted run") + " left alone: still being written.\n";
    return text;
}

Answer planned(const tracking::PurgeSize &size)
{
    Json json = document(size);
    json["dry_run"] = true;
    return {.document = json,
            .text = "Would remove " + whatGoes(size) + ", freeing " + bytes(size.fileBytes) + " of files and about " +
                    bytes(size.storeBytes) + " in the store.\n" + remarks(size)};
}

Answer done(const tracking::PurgeReport &report)
{
    Json json = document(report.size);
    json["dry_run"] = false;
    json["left_overs"] = report.leftOvers;
    json["left_over_bytes"] = report.leftOverBytes;
    json["store_before"] = report.storeBefore;
    json["store_after"] = report.storeAfter;
    json["compacted"] = report.compacted;
    std::string text = "Removed " + whatGoes(report.size) + " (" + bytes(report.size.fileBytes) + ").\n";
    if (report.compacted)
        text += "The store shrank from " + bytes(report.storeBefore) + " to " + bytes(report.storeAfter) + ".\n";
    if (report.leftOvers > 0)
        text += count(report.leftOvers, "left-over file") + " (" + bytes(report.leftOverBytes) + ") removed as well.\n";
    return {.document = json, .text = text + remarks(report.size)};
}

/// `--yes`, or a yes typed at a terminal.
bool isConfirmed(const PurgeOptions &options, const tracking::PurgeSize &size, const Call &call)
{
    if (options.yes || size.runs == 0)
        return true;
#ifdef Q_OS_UNIX
    if (call.common.json || !::isatty(STDIN_FILENO) || !::isatty(STDERR_FILENO))
        return false;
    std::cerr << "Remove " << whatGoes(size) << " for good, freeing " << bytes(size.fileBytes) << "? [y/N] ";
    std::string reply;
    std::getline(std::cin, reply);
    return reply == "y" || reply == "Y" || reply == "yes";
#else
    return false;
#endif
}

Result<Answer> run(const PurgeOptions &options, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    tracking::RunStore &store = (*workbench)->store();
    const auto request = requestOf(**workbench, options);
    if (!request)
        return Failure(request.error());
    const auto size = tracking::planPurge(store, *request);
    if (!size)
        return Failure(size.error());
    if (options.dryRun)
        return planned(*size);
    if (!isConfirmed(options, *size, call))
        return failure(ErrorKind::Refused, "not_confirmed",
                       "This would remove {} for good; say --yes to do it, or --dry-run to only look.",
                       {whatGoes(*size)});
    const auto report = tracking::purge(store, *request, call.context);
    if (!report)
        return Failure(report.error());
    return done(*report);
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<PurgeOptions>();
    options->choice.deleted = true;
    addRunChoice(command, options->choice);
    command.add_flag("--deleted", options->deleted, "All deleted runs");
    command.add_option("--older-than", options->olderThan, "Of the deleted ones those deleted so long ago: 30d, 12h")
        ->type_name("TIME");
    command.add_flag("--dry-run", options->dryRun, "Only tell what would go and how much room it takes");
    command.add_flag("--yes", options->yes, "Do not ask");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo purgeInfo()
{
    return {.id = "purge",
            .summary = "Take deleted runs out of the store for good",
            .example = "assay purge --deleted --older-than 30d --dry-run",
            .declare = declare};
}

} // namespace assay::app
