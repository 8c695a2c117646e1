// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that keep runs in order: tag, note, rename, delete, restore.
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct KeepOptions
{
    std::vector<std::string> runs; ///< one or several, by command
    std::string text;
    std::vector<std::string> pairs;
    std::vector<std::string> removed;
};

using Change = Result<void> (*)(LocalWorkbench &, const std::vector<tracking::RunId> &, const KeepOptions &);

Result<Answer> run(const KeepOptions &options, Change change, const char *done, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = resolveRuns(**workbench, options.runs);
    if (!runs)
        return Failure(runs.error());
    if (const auto changed = change(**workbench, *runs, options); !changed)
        return Failure(changed.error());
    Json ids = Json::array();
    std::string names;
    for (const tracking::RunId &id : *runs) {
        ids.push_back(id.value.toStdString());
        names += (names.empty() ? "" : ", ") + shortId(id);
    }
    return Answer{.document = {{"runs", ids}, {"done", done}}, .text = names + " is " + done + ".\n"};
}

Result<void> tag(LocalWorkbench &workbench, const std::vector<tracking::RunId> &runs, const KeepOptions &options)
{
    const auto pairs = assignments(options.pairs, "TAGS", "KEY=VALUE");
    if (!pairs)
        return Failure(pairs.error());
    if (pairs->empty() && options.removed.empty())
        return badOption("Give a tag to set, as KEY=VALUE, or one to take off with --remove.");
    for (const auto &[key, value] : *pairs) {
        if (auto set = workbench.setTag(runs.front(), QString::fromStdString(key), QString::fromStdString(value)); !set)
            return set;
    }
    for (const std::string &key : options.removed) {
        if (auto removed = workbench.removeTag(runs.front(), QString::fromStdString(key)); !removed)
            return removed;
    }
    return {};
}

Result<void> note(LocalWorkbench &workbench, const std::vector<tracking::RunId> &runs, const KeepOptions &options)
{
    return workbench.setNote(runs.front(), QString::fromStdString(options.text));
}

Result<void> rename(LocalWorkbench &workbench, const std::vector<tracking::RunId> &runs, const KeepOptions &options)
{
    if (options.text.empty())
        return badOption("A run's name cannot be empty.");
    return workbench.rename(runs.front(), QString::fromStdString(options.text));
}

Result<void> removeRuns(LocalWorkbench &workbench, const std::vector<tracking::RunId> &runs, const KeepOptions &)
{
    return workbench.remove(runs);
}

Result<void> restoreRuns(LocalWorkbench &workbench, const std::vector<tracking::RunId> &runs, const KeepOptions &)
{
    return workbench.restore(runs);
}

std::shared_ptr<KeepOptions> oneRun(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    const auto takeOne = [options](const std::string &run) { options->runs = {run}; };
    command.add_option_function<std::string>("RUN", takeOne, "Name or first digits of the id")->required();
    return options;
}

std::shared_ptr<KeepOptions> severalRuns(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    command.add_option("RUNS", options->runs, "One or more, each by name or first digits of the id")->required();
    return options;
}

CommandBody declareTag(CLI::App &command)
{
    auto options = oneRun(command);
    command.add_option("TAGS", options->pairs, "KEY=VALUE, one or more");
    addRepeatable(command, "--remove", options->removed, "Take this tag off");
    command.get_option("--remove")->type_name("KEY");
    return [options](const Call &call) { return run(*options, tag, "tagged", call); };
}

CommandBody declareNote(CLI::App &command)
{
    auto options = oneRun(command);
    command.add_option("TEXT", options->text, "The note; an empty one removes it")->required();
    return [options](const Call &call) { return run(*options, note, "noted", call); };
}

CommandBody declareRename(CLI::App &command)
{
    auto options = oneRun(command);
    command.add_option("NAME", options->text, "The new name")->required();
    return [options](const Call &call) { return run(*options, rename, "renamed", call); };
}

CommandBody declareDelete(CLI::App &command)
{
    auto options = severalRuns(command);
    return [options](const Call &call) { return run(*options, removeRuns, "deleted", call); };
}

CommandBody declareRestore(CLI::App &command)
{
    auto options = severalRuns(command);
    return [options](const Call &call) { return run(*options, restoreRuns, "restored", call); };
}

} // namespace

CommandInfo tagInfo()
{
    return {.id = "tag",
            .summary = "Tag a run",
            .example = "assay tag 3f9c2a1b owner=ada stage=candidate",
            .declare = declareTag};
}

CommandInfo noteInfo()
{
    return {.id = "note",
            .summary = "Write a note on a run",
            .example = "assay note 3f9c2a1b \"before the new prices\"",
            .declare = declareNote};
}

CommandInfo renameInfo()
{
    return {.id = "rename",
            .summary = "Give a run another name",
            .example = "assay rename 3f9c2a1b baseline",
            .declare = declareRename};
}

CommandInfo deleteInfo()
{
    return {.id = "delete",
            .summary = "Delete runs; `restore` brings them back",
            .example = "assay delete 3f9c2a1b",
            .declare = declareDelete};
}

CommandInfo restoreInfo()
{
    return {.id = "restore",
            .summary = "Bring deleted runs back",
            .example = "assay restore 3f9c2a1b",
            .declare = declareRestore};
}

} // namespace assay::app
