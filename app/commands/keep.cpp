// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that say what a run is: tag, note, rename; and those that take it away and bring it back.
#include "app/commands/builtin.h"
#include "app/commands/keepchoice.h"
#include "app/commands/options.h"
#include "tracking/deleted.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct KeepOptions
{
    RunChoice choice;
    std::vector<std::string> words; ///< runs and what to say of them, as they came
    std::string text;
    std::vector<std::string> pairs;
    std::vector<std::string> removed;
};

using Runs = std::vector<tracking::RunId>;
using Change = Result<void> (*)(LocalWorkbench &, const Runs &, const KeepOptions &);

Result<Answer> run(const KeepOptions &options, Change change, const char *done, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = chosenRuns(**workbench, options.choice);
    if (!runs)
        return Failure(runs.error());
    if (const auto changed = change(**workbench, *runs, options); !changed)
        return Failure(changed.error());
    return keptAnswer(*runs, done);
}

/// Deletes or restores, and says how many runs below those named go along.
Result<Answer> runWithBelow(const KeepOptions &options, Change change, const char *done, const Call &call)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = chosenRuns(**workbench, options.choice);
    if (!runs)
        return Failure(runs.error());
    const tracking::RunStore &store = (*workbench)->store();
    const bool wereDeleted = options.choice.deleted;
    const auto before = tracking::countBelow(store, *runs, wereDeleted);
    if (!before)
        return Failure(before.error());
    if (const auto changed = change(**workbench, *runs, options); !changed)
        return Failure(changed.error());
    const auto after = tracking::countBelow(store, *runs, wereDeleted);
    if (!after)
        return Failure(after.error());
    return keptAnswer(*runs, done, *before - *after);
}

/// Does @p write for each run; stops at the first that fails.
template<class Write>
Result<void> forEach(const Runs &runs, Write write)
{
    for (const tracking::RunId &one : runs)
        if (Result<void> written = write(one); !written)
            return written;
    return {};
}

Result<void> tag(LocalWorkbench &workbench, const Runs &runs, const KeepOptions &options)
{
    const auto pairs = assignments(options.pairs, "TAGS", "KEY=VALUE");
    if (!pairs)
        return Failure(pairs.error());
    if (pairs->empty() && options.removed.empty())
        return badOption("Give a tag to set, as KEY=VALUE, or one to take off with --remove.");
    return forEach(runs, [&](const tracking::RunId &one) -> Result<void> {
        for (const auto &[key, value] : *pairs)
            if (auto set = workbench.setTag(one, QString::fromStdString(key), QString::fromStdString(value)); !set)
                return set;
        for (const std::string &key : options.removed)
            if (auto removed = workbench.removeTag(one, QString::fromStdString(key)); !removed)
                return removed;
        return {};
    });
}

Result<void> note(LocalWorkbench &workbench, const Runs &runs, const KeepOptions &options)
{
    return forEach(
        runs, [&](const tracking::RunId &one) { return workbench.setNote(one, QString::fromStdString(options.text)); });
}

Result<void> rename(LocalWorkbench &workbench, const Runs &runs, const KeepOptions &options)
{
    if (options.text.empty())
        return badOption("A run's name cannot be empty.");
    return workbench.rename(runs.front(), QString::fromStdString(options.text));
}

Result<void> removeRuns(LocalWorkbench &workbench, const Runs &runs, const KeepOptions &)
{
    return workbench.remove(runs);
}

Result<void> restoreRuns(LocalWorkbench &workbench, const Runs &runs, const KeepOptions &)
{
    return workbench.restore(runs);
}

/// Without a query the first word is a run, whatever it looks like.
KeepOptions withTags(KeepOptions options)
{
    const bool named = options.choice.query.empty();
    for (std::size_t i = 0; i < options.words.size(); ++i) {
        const std::string &word = options.words[i];
        const bool isTag = word.find('=') != std::string::npos && !(named && i == 0);
        (isTag ? options.pairs : options.choice.runs).push_back(word);
    }
    return options;
}

/// The last word is the note, those before it are runs.
Result<KeepOptions> withNote(KeepOptions options)
{
    if (options.words.size() < (options.choice.query.empty() ? 2 : 1))
        return badOption("Give a run and the text of its note; an empty one removes it.");
    options.text = options.words.back();
    options.words.pop_back();
    options.choice.runs = options.words;
    return options;
}

CommandBody declareTag(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    command.add_option("RUNS_AND_TAGS", options->words, "Runs by name or first digits of the id, then KEY=VALUE");
    addRepeatable(command, "--remove", options->removed, "Take this tag off");
    command.get_option("--remove")->type_name("KEY");
    addRunQuery(command, options->choice);
    return [options](const Call &call) { return run(withTags(*options), tag, "tagged", call); };
}

CommandBody declareNote(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    command.add_option("RUNS_AND_TEXT", options->words, "Runs, then the note (Markdown); an empty one removes it");
    addRunQuery(command, options->choice);
    return [options](const Call &call) -> Result<Answer> {
        const auto complete = withNote(*options);
        if (!complete)
            return Failure(complete.error());
        return run(*complete, note, "noted", call);
    };
}

CommandBody declareRename(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    const auto takeOne = [options](const std::string &one) { options->choice.runs = {one}; };
    command.add_option_function<std::string>("RUN", takeOne, "Name or first digits of the id")->required();
    command.add_option("NAME", options->text, "The new name")->required();
    return [options](const Call &call) { return run(*options, rename, "renamed", call); };
}

CommandBody declareDelete(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    addRunChoice(command, options->choice);
    return [options](const Call &call) { return runWithBelow(*options, removeRuns, "deleted", call); };
}

CommandBody declareRestore(CLI::App &command)
{
    auto options = std::make_shared<KeepOptions>();
    options->choice.deleted = true;
    addRunChoice(command, options->choice);
    return [options](const Call &call) { return runWithBelow(*options, restoreRuns, "restored", call); };
}

} // namespace

CommandInfo tagInfo()
{
    return {.id = "tag",
            .summary = "Tag runs",
            .example = "assay tag 3f9c2a1b owner=ada stage=candidate",
            .declare = declareTag};
}

CommandInfo noteInfo()
{
    return {.id = "note",
            .summary = "Write a note on runs",
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
