// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/builtin.h"
#include "app/commands/importfollow.h"
#include "app/commands/importtext.h"
#include "app/commands/options.h"
#include "app/commands/store.h"
#include "app/commands/terminalobserver.h"
#include "tracking/care/untouched.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace assay::app {

namespace {

struct ImportCommandOptions
{
    std::string path, format, experiment, artifacts;
    std::vector<std::string> runs;
    bool dryRun = false;
    bool keepTrials = false;
    bool follow = false;
};

QString absolute(const std::string &path)
{
    return path.empty() ? QString() : QFileInfo(QString::fromStdString(path)).absoluteFilePath();
}

tracking::ImportOptions optionsOf(const ImportCommandOptions &given)
{
    tracking::ImportOptions options{.dryRun = given.dryRun,
                                    .experiment = QString::fromStdString(given.experiment),
                                    .artifactRoot = absolute(given.artifacts),
                                    .joinTrials = !given.keepTrials};
    for (const std::string &run : given.runs)
        options.sources.append(QString::fromStdString(run));
    return options;
}

/// A dry run neither makes nor changes a store: without one there, the runs are compared with an empty one.
Result<QString> storeForLooking(const QString &path, const QTemporaryDir &aside)
{
    if (!aside.isValid())
        return failure(ErrorKind::Refused, "cannot_write",
                       "A dry run makes a folder in {}, which failed ({}); set TMPDIR to a folder with room.",
                       {QDir::tempPath().toStdString(), aside.errorString().toStdString()});
    if (const QFileInfo info(path); !info.exists() || (info.isFile() && info.size() == 0))
        return aside.filePath(QStringLiteral("empty.assay"));
    auto store = tracking::untouchedStore(path, aside.path());
    return !store && store.error().code == "store_damaged" ? path : store; // opened as far as it can be read
}

/// Says on standard error at once what is noted while a folder is followed; the answer comes only at the end.
class NoteWriter : public Observer
{
public:
    explicit NoteWriter(const Call &call)
        : m_call(call)
    {
    }
    void progress(const Progress &progress) override
    {
        if (m_call.context.observer)
            m_call.context.observer->progress(progress);
    }
    void note(std::string_view text) override
    {
        if (m_call.common.quiet)
            return;
        const char *wipe = TerminalObserver::isTerminal() ? "\r\033[K" : "";
        std::fprintf(stderr, "%s%.*s\n", wipe, static_cast<int>(text.size()), text.data());
        std::fflush(stderr);
    }

private:
    const Call &m_call;
};

/// Whether the runs that were asked for by name are there, before any is taken; what is followed may bring them yet.
Result<void> checkAsked(tracking::RunStore &store, const ImportCommandOptions &given, const Context &context)
{
    tracking::ImportOptions look = optionsOf(given);
    look.dryRun = true;
    const auto report = given.runs.empty() ? tracking::ImportReport()
                                           : tracking::importRuns(store, absolute(given.path), look, context,
                                                                  QString::fromStdString(given.format));
    if (!report)
        return Failure(report.error());
    for (const std::string &asked : given.runs) {
        const auto has = [&](const tracking::ImportPlanRun &run) { return run.source.toStdString() == asked; };
        if (std::ranges::none_of(report->runs, has))
            return failure(ErrorKind::NotFound, "unknown_run",
                           "There is no run `{}` in {}; --dry-run --json lists those there are, each with its source.",
                           {asked, report->path.toStdString()});
    }
    return {};
}

Result<Answer> run(const ImportCommandOptions &given, const Call &call)
{
    if (!given.artifacts.empty() && !QFileInfo(QString::fromStdString(given.artifacts)).isDir())
        return failure(ErrorKind::BadInput, "unreadable_file", "There is no folder `{}`; check the spelling.",
                       {given.artifacts});
    if (given.follow && given.dryRun)
        return badOption("A dry run writes nothing, so there is nothing to --follow; leave one of them out.");
    std::optional<QTemporaryDir> aside;
    CommonOptions common = call.common;
    if (given.dryRun) {
        const auto store = storeForLooking(storePath(common), aside.emplace());
        if (!store)
            return Failure(store.error());
        common.store = store->toStdString();
    }
    const auto workbench = openWorkbench(common);
    if (!workbench)
        return Failure(workbench.error());
    if (!given.follow)
        if (auto asked = checkAsked((*workbench)->store(), given, call.context); !asked)
            return Failure(asked.error());
    NoteWriter notes(call);
    Context context = call.context;
    context.observer = given.follow ? &notes : context.observer;
    const auto import = given.follow ? followImport : tracking::importRuns;
    const auto report = import((*workbench)->store(), absolute(given.path), optionsOf(given), context,
                               QString::fromStdString(given.format));
    if (!report)
        return Failure(report.error());
    if (report->runs.empty() && report->models == 0 && report->problems.empty())
        return failure(ErrorKind::BadInput, "nothing_to_import", "There are no runs to take over in {}.",
                       {report->path.toStdString()});
    return answer(
        call, [&] { return importDocument(*report, given.dryRun); }, [&] { return importText(*report, given.dryRun); });
}

CommandBody declare(CLI::App &command)
{
    auto options = std::make_shared<ImportCommandOptions>();
    std::string formats;
    for (const tracking::ImporterInfo &one : tracking::importers())
        formats += (formats.empty() ? "" : ", ") + std::string(one.id);
    command.add_option("PATH", options->path, "File or folder of the other program; it is only read")->required();
    command.add_option("--format", options->format, "What it is, instead of by its content: " + formats)
        ->type_name("F");
    command.add_flag("--dry-run", options->dryRun, "List what would be taken over, and write nothing");
    command.add_option("--experiment", options->experiment, "Put all runs into this experiment")->type_name("NAME");
    command.add_option("--artifacts", options->artifacts, "Where the files of a tracking server lie")
        ->type_name("FOLDER");
    command.add_option("--run", options->runs, "Only this run, by its source as a dry run lists it; may be repeated")
        ->type_name("SOURCE");
    command.add_flag("--keep-trials", options->keepTrials,
                     "TensorBoard: leave hyperparameters in time-stamped folders as runs of their own");
    command.add_flag("--follow", options->follow, "Go on taking over what is written there, until interrupted");
    return [options](const Call &call) { return run(*options, call); };
}

} // namespace

CommandInfo importInfo()
{
    return {.id = "import",
            .summary = "Take over runs of MLflow, TensorBoard and other programs",
            .example = "assay import ~/project/mlruns --dry-run",
            .declare = declare};
}

} // namespace assay::app
