// SPDX-License-Identifier: GPL-3.0-or-later
// assay experiment list|create|rename|delete|restore|note|tag
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "tracking/keeping.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace assay::app {

namespace {

using tracking::Experiment;
using tracking::RunStore;

struct ExperimentOptions
{
    std::string name, text;
    std::vector<std::string> pairs, removed;
    bool deleted = false;
};

using Action = Result<Answer> (*)(RunStore &, const ExperimentOptions &);

Json document(const Experiment &experiment)
{
    Json tags = Json::object();
    for (const auto &[key, value] : experiment.tags)
        tags[key.toStdString()] = value.toStdString();
    return {{"id", experiment.id.value},
            {"name", experiment.name.toStdString()},
            {"created", experiment.created.toString(Qt::ISODateWithMs).toStdString()},
            {"runs", experiment.runs},
            {"note", experiment.note.toStdString()},
            {"tags", tags},
            {"deleted", experiment.deleted}};
}

Result<Answer> list(RunStore &store, const ExperimentOptions &options)
{
    const auto all = tracking::experiments(store, options.deleted);
    if (!all)
        return Failure(all.error());
    Json documents = Json::array();
    TextTable table({"id", "name", "runs", "created", "note"});
    for (const Experiment &one : *all) {
        documents.push_back(document(one));
        table.add({"#" + std::to_string(one.id.value), one.name.toStdString(), std::to_string(one.runs),
                   one.created.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString(),
                   one.note.section(u'\n', 0, 0).toStdString()});
    }
    return Answer{.document = {{"experiments", documents}},
                  .text = table.isEmpty() ? "There are no experiments.\n" : table.text()};
}

/// The experiment as it is now.
Result<Answer> told(RunStore &store, const QString &nameOrId, bool deleted, const std::string &sentence)
{
    const auto now = tracking::findExperiment(store, nameOrId, deleted);
    if (!now)
        return Failure(now.error());
    return Answer{.document = {{"experiment", document(*now)}}, .text = sentence + "\n"};
}

QString idText(tracking::ExperimentId id)
{
    return QStringLiteral("#%1").arg(id.value);
}

/// Finds the experiment, changes it, tells it.
template<class Change>
Result<Answer> changed(RunStore &store, const ExperimentOptions &options, const std::string &done, Change write,
                       bool deletedAfter = false)
{
    const auto found = tracking::findExperiment(store, QString::fromStdString(options.name));
    if (!found)
        return Failure(found.error());
    if (const Result<void> written = write(found->id); !written)
        return Failure(written.error());
    return told(store, idText(found->id), deletedAfter, found->name.toStdString() + " is " + done + ".");
}

Result<Answer> create(RunStore &store, const ExperimentOptions &options)
{
    const auto made =
        tracking::makeExperiment(store, QString::fromStdString(options.name), QString::fromStdString(options.text));
    if (!made)
        return Failure(made.error());
    return told(store, idText(*made), false, options.name + " is made.");
}

Result<Answer> rename(RunStore &store, const ExperimentOptions &options)
{
    return changed(store, options, "renamed", [&](tracking::ExperimentId id) {
        return tracking::renameExperiment(store, id, QString::fromStdString(options.text));
    });
}

Result<Answer> remove(RunStore &store, const ExperimentOptions &options)
{
    return changed(
        store, options, "deleted with its runs; `assay experiment restore` brings them back",
        [&](tracking::ExperimentId id) { return tracking::deleteExperiment(store, id); }, true);
}

Result<Answer> restore(RunStore &store, const ExperimentOptions &options)
{
    const auto found = tracking::findExperiment(store, QString::fromStdString(options.name), true);
    if (!found)
        return Failure(found.error());
    const auto name = tracking::restoreExperiment(store, found->id);
    if (!name)
        return Failure(name.error());
    const std::string other = *name == found->name ? "" : " as " + name->toStdString() + ", since its name is taken";
    return told(store, idText(found->id), false, found->name.toStdString() + " is restored" + other + ".");
}

Result<Answer> note(RunStore &store, const ExperimentOptions &options)
{
    return changed(store, options, "noted", [&](tracking::ExperimentId id) {
        return tracking::setExperimentNote(store, id, QString::fromStdString(options.text));
    });
}

Result<Answer> tag(RunStore &store, const ExperimentOptions &options)
{
    const auto pairs = assignments(options.pairs, "TAGS", "KEY=VALUE");
    if (!pairs)
        return Failure(pairs.error());
    if (pairs->empty() && options.removed.empty())
        return badOption("Give a tag to set, as KEY=VALUE, or one to take off with --remove.");
    return changed(store, options, "tagged", [&](tracking::ExperimentId id) -> Result<void> {
        for (const auto &[key, value] : *pairs)
            if (auto set =
                    tracking::setExperimentTag(store, id, QString::fromStdString(key), QString::fromStdString(value));
                !set)
                return set;
        for (const std::string &key : options.removed)
            if (auto removed = tracking::removeExperimentTag(store, id, QString::fromStdString(key)); !removed)
                return removed;
        return {};
    });
}

struct Choice
{
    std::shared_ptr<ExperimentOptions> options = std::make_shared<ExperimentOptions>();
    std::shared_ptr<Action> action = std::make_shared<Action>(nullptr);

    /// `assay experiment ID …`; options common to all commands may come after it.
    CLI::App *add(CLI::App &command, const char *id, const char *summary, Action run) const
    {
        CLI::App *one = command.add_subcommand(id, summary);
        one->fallthrough();
        one->parse_complete_callback([chosen = action, run] { *chosen = run; });
        return one;
    }
};

CommandBody declare(CLI::App &command)
{
    const Choice choice;
    ExperimentOptions &options = *choice.options;
    command.require_subcommand(1);
    choice.add(command, "list", "List the experiments", list)
        ->add_flag("--deleted", options.deleted, "The deleted ones instead");
    const auto named = [&](const char *id, const char *summary, Action action) {
        CLI::App *one = choice.add(command, id, summary, action);
        one->add_option("NAME", options.name, "The experiment's name, or its number as #3")->required();
        return one;
    };
    named("create", "Make an experiment", create)->add_option("--note", options.text, "What it is about (Markdown)");
    named("rename", "Give it another name", rename)->add_option("NEW", options.text, "The new name")->required();
    named("delete", "Delete it with its runs", remove);
    named("restore", "Bring a deleted one back with the runs deleted with it", restore);
    named("note", "Write a note on it", note)->add_option("TEXT", options.text, "The note (Markdown)")->required();
    CLI::App *tags = named("tag", "Tag it", tag);
    tags->add_option("TAGS", options.pairs, "KEY=VALUE, one or more");
    addRepeatable(*tags, "--remove", options.removed, "Take this tag off");
    tags->get_option("--remove")->type_name("KEY");
    return [choice](const Call &call) -> Result<Answer> {
        const auto workbench = openWorkbench(call.common);
        if (!workbench)
            return Failure(workbench.error());
        return (*choice.action)((*workbench)->store(), *choice.options);
    };
}

} // namespace

CommandInfo experimentInfo()
{
    return {.id = "experiment",
            .summary = "List, rename, delete, restore and describe experiments",
            .example = "assay experiment rename Default Prices",
            .declare = declare};
}

} // namespace assay::app
