// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/builtin.h"
#include "tracking/importers/importwriter.h"
#include "tracking/importers/tensorboardfolders.h"
#include "tracking/importers/tensorboardmemory.h"

#include <QDir>
#include <QFileInfo>
#include <cmath>

namespace assay::tracking {

namespace {

/// Names the folder of the trial that was joined to a run, so that it stays so when more trials appear beside it.
const QString trialTag = QStringLiteral("tensorboard.trial");

QDateTime timeFrom(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

/// None for a time beyond what a clock shows.
std::optional<QDateTime> timeFrom(const std::optional<double> &seconds)
{
    constexpr double latest = 9.0e12;
    if (!seconds || !(std::abs(*seconds) < latest))
        return {};
    return timeFrom(static_cast<qint64>(std::llround(*seconds * 1e6)));
}

/// An event file's name holds the second it was begun in.
QDateTime startFromName(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const qint64 seconds = name.section(QLatin1String("tfevents."), 1).section(u'.', 0, 0).toLongLong();
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QFileInfo(path).lastModified().toUTC();
}

QString sourceOf(const EventFolder &folder)
{
    return QLatin1String("tensorboard:") + folder.path;
}

RunStatus statusOf(const HparamsNote &hparams)
{
    constexpr int failed = 2, running = 3;
    if (hparams.status == running)
        return RunStatus::Running;
    return hparams.status == failed ? RunStatus::Failed : RunStatus::Finished;
}

/// The folder itself gives its name where the run's would only be a dot.
QString shownName(const EventFolder &folder)
{
    return folder.name == QLatin1String(".") ? QFileInfo(folder.path).fileName() : folder.name;
}

void addTimes(ImportedRun &run, const TensorBoardRun &read, const EventFolder &folder)
{
    const HparamsNote &hparams = read.hparams();
    run.start = read.firstTime() != 0 ? timeFrom(read.firstTime()) : startFromName(folder.files.front());
    run.end = read.lastTime() != 0 ? timeFrom(read.lastTime()) : run.start;
    if (const auto start = timeFrom(hparams.start))
        run.start = std::min(run.start, *start);
    if (const auto end = timeFrom(hparams.end))
        run.end = std::max(run.end, *end);
}

ImportedRun runFrom(const EventFolder &folder, const QString &experiment, const TensorBoardRun &read)
{
    ImportedRun run{.source = sourceOf(folder),
                    .experiment = experiment,
                    .name = shownName(folder),
                    .status = statusOf(read.hparams()),
                    .params = read.hparams().params,
                    .metrics = read.metrics(),
                    .superseded = read.superseded()};
    addTimes(run, read, folder);
    run.tags[QStringLiteral("tensorboard.run")] = folder.name;
    return run;
}

QString leftOutText(const TensorBoardRun &read)
{
    QStringList kinds;
    for (const auto &[kind, count] : read.leftOut())
        kinds << QStringLiteral("%1 of kind %2").arg(count).arg(kind);
    return QStringLiteral("Summaries that are no scalars are left out: %1.").arg(kinds.join(QLatin1String(", ")));
}

/// What a reader of the report should know beside the records that could not be read.
void addRemarks(ImportWriter &writer, const EventFolder &folder, const TensorBoardRun &read)
{
    if (!read.leftOut().empty())
        writer.problem({.path = folder.path, .what = leftOutText(read)});
    std::size_t superseded = 0;
    for (const auto &[tag, points] : read.superseded())
        superseded += points.size();
    if (superseded > 0)
        writer.problem({.path = folder.path,
                        .what = QStringLiteral("%1 points were logged again after a restart from an earlier step; they "
                                               "are kept apart, in series called `superseded/…`.")
                                    .arg(superseded)});
}

/// A run, with the folder of a trial whose hyperparameters and metrics are its own.
struct Group
{
    EventFolder folder;
    std::optional<EventFolder> trial = {};
    QString parent = {}; ///< source of the run above a trial that stays one of its own
};

QString folderAbove(const QString &name)
{
    const qsizetype slash = name.lastIndexOf(u'/');
    return slash < 0 ? QStringLiteral(".") : name.left(slash);
}

/// What the store has of a run whose folders of trials are looked at again.
std::optional<Run> storedRun(const RunStore &store, const EventFolder &folder)
{
    const auto known = findImported(store, sourceOf(folder));
    const auto details = known && *known ? store.details(**known) : Failure(Error());
    return details ? std::optional(details->run) : std::nullopt;
}

/// Which of the trials below @p run belongs to it: the one that was joined to it before, else the only one, unless that
/// is a run of its own by now.
std::vector<EventFolder>::const_iterator joinedTrial(const RunStore &store, const EventFolder &run,
                                                     const std::vector<EventFolder> &trials)
{
    const auto there = storedRun(store, run);
    if (there && there->tags.contains(trialTag))
        return std::find_if(trials.begin(), trials.end(), [&](const EventFolder &trial) {
            return QFileInfo(trial.path).fileName() == there->tags.at(trialTag);
        });
    const bool only = trials.size() == 1 && !storedRun(store, trials.front());
    return only ? trials.begin() : trials.end();
}

/// `add_hparams` of PyTorch writes into a folder below the run's. One such folder belongs to the run; with several,
/// each is a trial of its own below it.
std::vector<Group> grouped(const RunStore &store, std::vector<EventFolder> folders, bool joinTrials)
{
    std::map<QString, std::vector<EventFolder>> trials;
    std::map<QString, Group> groups;
    for (EventFolder &folder : folders)
        if (!isTrialFolder(folder.name))
            groups[folder.name].folder = std::move(folder);
        else
            trials[folderAbove(folder.name)].push_back(std::move(folder));
    for (auto &[above, found] : trials) {
        const auto run = groups.find(above);
        if (joinTrials && run != groups.end())
            if (const auto own = joinedTrial(store, run->second.folder, found); own != found.end()) {
                run->second.trial = *own;
                found.erase(own);
            }
        const QString parent = run == groups.end() ? QString() : sourceOf(run->second.folder);
        for (EventFolder &trial : found)
            groups[trial.name] = {.folder = trial, .trial = {}, .parent = parent};
    }
    std::vector<Group> all;
    for (auto &[name, group] : groups)
        all.push_back(std::move(group));
    return all;
}

void join(ImportedRun &run, const TensorBoardRun &trial)
{
    for (const auto &[key, value] : trial.hparams().params)
        run.params.insert({key, value});
    const auto add = [](auto &all, const auto &added) {
        for (const auto &[key, points] : added)
            all[key].insert(all[key].end(), points.begin(), points.end());
    };
    add(run.metrics, trial.metrics());
    add(run.superseded, trial.superseded());
    if (trial.lastTime() != 0)
        run.end = std::max(run.end, timeFrom(trial.lastTime()));
    if (trial.hparams().status != 0)
        run.status = statusOf(trial.hparams());
}

class TensorBoardImport
{
public:
    TensorBoardImport(ImportWriter &writer, QString experiment, const Context &context)
        : m_writer(writer)
        , m_experiment(std::move(experiment))
        , m_context(context)
    {
    }

    Result<void> take(const Group &group)
    {
        ImportedRun run;
        auto read = readFolder(group.folder, [&](const TensorBoardRun &found) {
            run = runFrom(group.folder, m_experiment, found);
            run.parentSource = group.parent;
        });
        if (read && group.trial) {
            read = readFolder(*group.trial, [&](const TensorBoardRun &found) { join(run, found); });
            run.tags[trialTag] = QFileInfo(group.trial->path).fileName();
        }
        if (run.status == RunStatus::Running)
            run.end = {};
        return read ? m_writer.take(std::move(run)) : read;
    }

private:
    template<class Use>
    Result<void> readFolder(const EventFolder &folder, Use use)
    {
        auto memory = TensorBoardMemory::take(folder);
        std::vector<ImportProblem> problems;
        auto done = memory->read(folder.files, m_context, problems);
        for (ImportProblem &problem : problems)
            m_writer.problem(std::move(problem));
        if (!done)
            return done;
        addRemarks(m_writer, folder, *memory);
        use(*memory);
        TensorBoardMemory::keep(folder, std::move(memory));
        return {};
    }

    ImportWriter &m_writer;
    QString m_experiment;
    const Context &m_context;
};

bool recognises(const QString &path)
{
    return !findEventFolders(path).empty();
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    ImportReport report{.format = QStringLiteral("tensorboard"), .path = path};
    const std::vector<Group> groups = grouped(store, findEventFolders(path), options.joinTrials);
    if (groups.empty())
        return failure(ErrorKind::BadInput, "nothing_to_import",
                       "There is no event file of TensorBoard (a name with `tfevents`) in {}.", {path.toStdString()});
    const QFileInfo root(path);
    const QString experiment = QFileInfo((root.isFile() ? root.absolutePath() : root.canonicalFilePath())).fileName();
    ImportWriter writer(store, options, context, report);
    writer.setTotal(static_cast<qint64>(groups.size()));
    TensorBoardImport reading(writer, experiment, context);
    for (const Group &group : groups)
        if (auto taken = reading.take(group); !taken)
            return Failure(taken.error());
    if (auto finished = writer.finish(); !finished)
        return Failure(finished.error());
    return report;
}

} // namespace

ImporterInfo tensorBoardImporter()
{
    return {.id = "tensorboard", .label = "TensorBoard event files", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
