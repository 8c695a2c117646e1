// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that put runs in their place: favourite, archive, unarchive, move.
#include "app/commands/builtin.h"
#include "app/commands/keepchoice.h"
#include "app/commands/options.h"
#include "tracking/keeping.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

struct MarkOptions
{
    RunChoice choice;
    bool off = false;
    std::string experiment, parent;
};

using Runs = std::vector<tracking::RunId>;

template<class Change>
Result<Answer> change(const RunChoice &choice, const std::string &done, const Call &call, Change write)
{
    const auto workbench = openWorkbench(call.common);
    if (!workbench)
        return Failure(workbench.error());
    const auto runs = chosenRuns(**workbench, choice);
    if (!runs)
        return Failure(runs.error());
    if (const Result<void> changed = write((*workbench)->store(), *runs); !changed)
        return Failure(changed.error());
    return keptAnswer(*runs, done);
}

Result<void> place(tracking::RunStore &store, const Runs &runs, const MarkOptions &options)
{
    if (!options.experiment.empty())
        return tracking::moveRuns(store, runs, QString::fromStdString(options.experiment)).map([](const auto &) {});
    tracking::RunId parent;
    if (options.parent != "none") {
        const auto found = store.resolve(QString::fromStdString(options.parent));
        if (!found)
            return Failure(found.error());
        parent = *found;
    }
    return tracking::nestRuns(store, runs, parent).map([](const auto &) {});
}

CommandBody declareFavourite(CLI::App &command)
{
    auto options = std::make_shared<MarkOptions>();
    addRunChoice(command, options->choice);
    command.add_flag("--off", options->off, "Take the mark off");
    return [options](const Call &call) {
        return change(options->choice, options->off ? "no favourite any more" : "a favourite", call,
                      [&](tracking::RunStore &store, const Runs &runs) {
                          return tracking::setFavourite(store, runs, !options->off);
                      });
    };
}

CommandBody declareArchive(CLI::App &command)
{
    auto options = std::make_shared<MarkOptions>();
    addRunChoice(command, options->choice);
    return [options](const Call &call) { return change(options->choice, "archived", call, tracking::archive); };
}

CommandBody declareUnarchive(CLI::App &command)
{
    auto options = std::make_shared<MarkOptions>();
    options->choice.archived = true;
    addRunChoice(command, options->choice);
    return [options](const Call &call) {
        return change(options->choice, "out of the archive", call, tracking::unarchive);
    };
}

CommandBody declareMove(CLI::App &command)
{
    auto options = std::make_shared<MarkOptions>();
    addRunChoice(command, options->choice);
    auto *experiment =
        command.add_option("--experiment", options->experiment, "To this experiment, made when there is none")
            ->type_name("NAME");
    command.add_option("--parent", options->parent, "Below this run; `none`: to the top")
        ->type_name("RUN")
        ->excludes(experiment);
    return [options](const Call &call) -> Result<Answer> {
        if (options->experiment.empty() && options->parent.empty())
            return badOption("Give where the runs go, with --experiment or --parent.");
        return change(options->choice, "moved", call,
                      [&](tracking::RunStore &store, const Runs &runs) { return place(store, runs, *options); });
    };
}

} // namespace

CommandInfo favouriteInfo()
{
    return {.id = "favourite",
            .summary = "Mark runs as favourites",
            .example = "assay favourite 3f9c2a1b",
            .declare = declareFavourite};
}

CommandInfo archiveInfo()
{
    return {.id = "archive",
            .summary = "Put runs aside; `unarchive` brings them back",
            .example = "assay archive --query 'metrics.roc_auc < 0.7'",
            .declare = declareArchive};
}

CommandInfo unarchiveInfo()
{
    return {.id = "unarchive",
            .summary = "Bring archived runs back",
            .example = "assay unarchive 3f9c2a1b",
            .declare = declareUnarchive};
}

CommandInfo moveInfo()
{
    return {.id = "move",
            .summary = "Move runs to another experiment or below another run",
            .example = "assay move 3f9c2a1b --experiment Prices",
            .declare = declareMove};
}

} // namespace assay::app
