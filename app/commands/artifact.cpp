// SPDX-License-Identifier: GPL-3.0-or-later
// assay artifact list|add|get|cat|remove
#include "app/commands/builtin.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/texttable.h"
#include "tracking/artifacts/artifactname.h"
#include "tracking/runartifacts.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <QIODevice>
#include <cstdio>
#include <memory>

namespace assay::app {

namespace {

using tracking::Artifact;

struct ArtifactOptions
{
    std::string run, name, kind, folder = ".";
    std::vector<std::string> paths;
    bool overwrite = false; ///< or replace
    bool force = false;
};

struct Task
{
    tracking::RunStore &store;
    tracking::RunId run;
    const ArtifactOptions &options;
    const Call &call;
};

using Action = Result<Answer> (*)(const Task &);

Answer listed(const std::vector<Artifact> &artifacts, const std::string &none)
{
    Json documents = Json::array();
    TextTable table({"name", "kind", "size", "sha256"});
    for (const Artifact &one : artifacts) {
        documents.push_back({{"name", one.name.toStdString()},
                             {"kind", one.kind.toStdString()},
                             {"bytes", one.bytes},
                             {"sha256", one.sha256.toStdString()}});
        table.add({one.name.toStdString(), one.kind.toStdString(), bytesText(static_cast<std::uint64_t>(one.bytes)),
                   one.sha256.left(12).toStdString()});
    }
    return {.document = {{"artifacts", documents}}, .text = table.isEmpty() ? none + "\n" : table.text()};
}

Result<std::vector<Artifact>> artifactsOf(const Task &task)
{
    return task.store.details(task.run).map([](const tracking::RunDetails &details) { return details.artifacts; });
}

Result<Answer> list(const Task &task)
{
    return artifactsOf(task).map([](const auto &all) { return listed(all, "The run has no artifacts."); });
}

/// A folder below the name that was given, a file under it.
Result<Answer> add(const Task &task)
{
    const QString name = QString::fromStdString(task.options.name);
    const QString kind = QString::fromStdString(task.options.kind);
    if (!name.isEmpty() && task.options.paths.size() > 1)
        return badOption("--name goes with one file or folder.");
    const auto existing = task.options.overwrite ? tracking::Existing::Replace : tracking::Existing::Refuse;
    std::vector<Artifact> all;
    for (const std::string &text : task.options.paths) {
        const QFileInfo path(QString::fromStdString(text));
        const QString called = name.isEmpty() ? QFileInfo(path.absoluteFilePath()).fileName() : name;
        if (path.isDir()) {
            auto added = tracking::addArtifactFolder(task.store, task.run, called, kind, path.filePath(),
                                                     task.call.context, existing);
            if (!added)
                return Failure(saidBy(added.error(), "--replace"));
            all.insert(all.end(), added->begin(), added->end());
            continue;
        }
        auto added =
            tracking::addArtifactFile(task.store, task.run, called, kind, path.filePath(), task.call.context, existing);
        if (!added)
            return Failure(saidBy(added.error(), "--replace"));
        all.push_back(std::move(*added));
    }
    return listed(all, "There was no file in it.");
}

/// Those that are called so or lie in a folder called so.
Result<std::vector<Artifact>> named(const std::vector<Artifact> &all, const std::vector<std::string> &names,
                                    const Task &task)
{
    std::vector<Artifact> chosen;
    for (const std::string &text : names) {
        const QString name = QString::fromStdString(text);
        const std::size_t before = chosen.size();
        const QString inside = name.endsWith(u'/') ? name : name + u'/';
        for (const Artifact &one : all)
            if (one.name == name || one.name.startsWith(inside))
                chosen.push_back(one);
        if (chosen.size() == before)
            return tracking::findArtifact(task.store, task.run, name).map([](const Artifact &one) {
                return std::vector{one};
            });
    }
    return chosen;
}

Result<Answer> get(const Task &task)
{
    auto all = artifactsOf(task);
    if (all && !task.options.paths.empty())
        all = named(*all, task.options.paths, task);
    if (!all)
        return Failure(all.error());
    const auto saved = tracking::saveArtifacts(task.store, *all, QString::fromStdString(task.options.folder),
                                               task.options.overwrite, task.call.context);
    if (!saved)
        return Failure(saidBy(saved.error(), "--overwrite"));
    Json files = Json::array();
    std::string text;
    for (const QString &path : *saved) {
        files.push_back(path.toStdString());
        text += path.toStdString() + '\n';
    }
    return Answer{.document = {{"files", files}}, .text = text.empty() ? "The run has no artifacts.\n" : text};
}

/// What the run was trained to goes only when that is said.
Result<void> checkNeeded(const std::vector<Artifact> &artifacts, const Task &task)
{
    for (const Artifact &one : artifacts)
        if (tracking::isFromTraining(one.name) && !task.options.force)
            return failure(ErrorKind::Refused, "artifact_needed",
                           "`{}` was written by the run's own training, and explaining, judging and repeating the run "
                           "read it; say with --force that it may go.",
                           {one.name.toStdString()});
    return {};
}

Result<Answer> remove(const Task &task)
{
    auto all = artifactsOf(task);
    if (all)
        all = named(*all, task.options.paths, task);
    if (!all)
        return Failure(all.error());
    if (auto free = checkNeeded(*all, task); !free)
        return Failure(free.error());
    QStringList names;
    for (const Artifact &one : *all)
        names << one.name;
    names.removeDuplicates();
    const auto removed = tracking::removeArtifacts(task.store, task.run, names);
    if (!removed)
        return Failure(removed.error());
    Answer made = listed(*removed, {});
    std::string text = "Taken off the run. The bytes stay in the store until `assay purge` clears what nothing refers "
                       "to; until then this takes it back:\n";
    for (const Artifact &one : *removed)
        text += "  assay artifact add " + shortId(task.run) + " '" +
                task.store.artifacts().path(one.sha256).toStdString() + "' --name '" + one.name.toStdString() +
                "' --kind '" + one.kind.toStdString() + "'\n";
    made.text = std::move(text);
    return made;
}

/// The bytes themselves, once they are known to be those that were stored.
Result<Answer> cat(const Task &task)
{
    if (task.call.common.json)
        return badOption("`cat` writes the bytes themselves; leave --json away.");
    const auto artifact = tracking::findArtifact(task.store, task.run, QString::fromStdString(task.options.name));
    if (!artifact)
        return Failure(artifact.error());
    const auto &artifacts = task.store.artifacts();
    if (auto whole = artifacts.verify(*artifact, task.call.context); !whole)
        return Failure(whole.error());
    const auto device = artifacts.open(*artifact);
    if (!device)
        return Failure(device.error());
    constexpr qint64 chunk = 1 << 20;
    while (!(*device)->atEnd()) {
        const QByteArray bytes = (*device)->read(chunk);
        const auto size = static_cast<std::size_t>(bytes.size());
        if (bytes.isEmpty() || std::fwrite(bytes.constData(), 1, size, stdout) != size)
            return failure(ErrorKind::Refused, "output_failed",
                           "The artifact could not be written to standard output: is the disk full or the reader "
                           "gone?");
    }
    return Answer{};
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ArtifactOptions>();
    auto action = std::make_shared<Action>(nullptr);
    command.require_subcommand(1);
    const auto on = [&](const char *id, const char *summary, Action run) {
        CLI::App *one = command.add_subcommand(id, summary);
        one->fallthrough();
        one->parse_complete_callback([action, run] { *action = run; });
        one->add_option("RUN", options->run, "Name or first digits of the id")->required();
        return one;
    };
    on("list", "List a run's artifacts", list);
    CLI::App *adding = on("add", "Keep files or folders with a run", add);
    adding->add_option("PATHS", options->paths, "Files and folders")->required();
    adding->add_option("--name", options->name, "What it is called in the run; default: as the file");
    adding->add_option("--kind", options->kind, "What it is, such as `model`; default: by its name");
    adding->add_flag("--replace", options->overwrite, "Replace artifacts that are called the same");
    CLI::App *removing = on("remove", "Take artifacts off a run", remove);
    removing->add_option("NAMES", options->paths, "Artifacts or folders of them")->required();
    removing->add_flag("--force", options->force, "Also those that the run's own training wrote");
    CLI::App *getting = on("get", "Save artifacts to a folder, verified", get);
    getting->add_option("NAMES", options->paths, "Artifacts or folders of them; default: all");
    getting->add_option("--to", options->folder, "The folder; default: the current one")->type_name("FOLDER");
    getting->add_flag("--overwrite", options->overwrite, "Replace files that are there");
    on("cat", "Write an artifact's bytes to standard output", cat)
        ->add_option("NAME", options->name, "The artifact")
        ->required();
    return [options, action](const Call &call) -> Result<Answer> {
        const auto workbench = openWorkbench(call.common);
        if (!workbench)
            return Failure(workbench.error());
        const auto runs = resolveRuns(**workbench, {options->run});
        if (!runs)
            return Failure(runs.error());
        return (*action)({(*workbench)->store(), runs->front(), *options, call});
    };
}

} // namespace

CommandInfo artifactInfo()
{
    return {.id = "artifact",
            .summary = "List, add, save and remove the files of a run",
            .example = "assay artifact add 3f9c2a1b plots --name figures",
            .declare = declare};
}

} // namespace assay::app
