// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

// Keeping runs and experiments in order. Each call is one transaction: all of it is done, or nothing. What can be taken
// back hands out what that takes. Errors: `unknown_run`, `unknown_experiment` and those of the store.

// Runs
Result<void> setFavourite(RunStore &store, const std::vector<RunId> &runs, bool favourite);
/// Puts the runs and all below them aside, where only a query that asks for archived runs finds them.
Result<void> archive(RunStore &store, const std::vector<RunId> &runs);
/// Brings back the runs and all below them that were put aside with them.
Result<void> unarchive(RunStore &store, const std::vector<RunId> &runs);

/// What one run's note says.
struct RunNote
{
    RunId run = {};
    QString note = {};

    bool operator==(const RunNote &) const = default;
};

/// What one tag of a run says.
struct RunTag
{
    RunId run = {};
    std::optional<QString> value = {}; ///< none: the run has no tag of the key

    bool operator==(const RunTag &) const = default;
};

/// Hands out what the notes said before, which takes this back.
Result<std::vector<RunNote>> setNotes(RunStore &store, const std::vector<RunNote> &notes);
/// Gives each run its own value of the tag @p key, or takes the tag away. Hands out what was there before, which takes
/// this back.
Result<std::vector<RunTag>> setTags(RunStore &store, const QString &key, const std::vector<RunTag> &tags);

/// Where a run stands.
struct RunPlace
{
    RunId run = {};
    ExperimentId experiment = {};
    RunId parent = {}; ///< null: at the top

    bool operator==(const RunPlace &) const = default;
};

/// What a move did.
struct Moved
{
    std::vector<RunPlace> before = {};     ///< of every run that stands elsewhere now, those below the moved ones too
    std::optional<ExperimentId> made = {}; ///< an experiment that was not there before

    bool operator==(const Moved &) const = default;
};

/// Moves the runs and all below them to the experiment called @p experiment, which is made when there is none. A run
/// whose parent stays behind stands at the top there. Errors also: `bad_experiment_name`.
Result<Moved> moveRuns(RunStore &store, const std::vector<RunId> &runs, const QString &experiment);
/// Hangs the runs below @p parent, into its experiment; at the top of their own where it is null. Errors also:
/// `run_cycle` when @p parent is below one of them, `run_deleted`.
Result<Moved> nestRuns(RunStore &store, const std::vector<RunId> &runs, const RunId &parent);
/// Takes a move back; an experiment that it made goes if it is empty.
Result<void> moveBack(RunStore &store, const Moved &moved);

// Experiments
Result<std::vector<Experiment>> experiments(const RunStore &store, bool deleted = false);
/// By name, or `#ID`. Of several deleted ones of a name the one deleted last. Errors: `unknown_experiment`.
Result<Experiment> findExperiment(const RunStore &store, const QString &nameOrId, bool deleted = false);
/// Errors also: `bad_experiment_name`, `experiment_exists`.
Result<ExperimentId> makeExperiment(RunStore &store, const QString &name, const QString &note = {});
Result<void> renameExperiment(RunStore &store, ExperimentId experiment, const QString &name);
/// Markdown.
Result<void> setExperimentNote(RunStore &store, ExperimentId experiment, const QString &note);
Result<void> setExperimentTag(RunStore &store, ExperimentId experiment, const QString &key, const QString &value);
Result<void> removeExperimentTag(RunStore &store, ExperimentId experiment, const QString &key);
/// Deletes it with its runs; its name is free at once.
Result<void> deleteExperiment(RunStore &store, ExperimentId experiment);
/// Brings it back with the runs that were deleted with it. Returns its name, another one when its own was given away
/// meanwhile.
Result<QString> restoreExperiment(RunStore &store, ExperimentId experiment);

} // namespace assay::tracking
