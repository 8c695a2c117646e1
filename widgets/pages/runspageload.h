// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/views.h"
#include "widgets/models/runsmodel.h"

namespace assay::ui {

/// What the runs page wants to know of the store.
struct RunsAsked
{
    tracking::RunQuery query = {};
    QString groupBy = {};             ///< as RunTable::groups() calls it; empty: no groups
    RunColumns columns = {};          ///< empty: those that suit the runs that are found
    std::vector<qint64> visible = {}; ///< rows on the screen: read at once, so that nothing flickers
    std::vector<QString> opened = {}; ///< groups whose runs are shown, by value
    bool openedMissing = false;       ///< the group of runs without a value too
};

struct RunsLoaded
{
    RunColumns columns = {};
    std::vector<tracking::RunRow> rows = {}; ///< without groups
    std::vector<RunGroupRows> groups = {};
    QStringList groupMetrics = {};
    ReadRuns read = {}; ///< the visible ones, and the first
    std::vector<tracking::Experiment> experiments = {};
    std::vector<tracking::SavedView> views = {};
    qint64 runs = 0;
};

/// Reads it: rows and order of all, values only of those on the screen. For any thread.
Result<RunsLoaded> loadRuns(const tracking::RunStore &store, const RunsAsked &asked);

/// The best last value of each metric among columns, over the runs of @p query; none where fewer than two have it.
Result<QHash<QString, double>> bestOf(const tracking::RunStore &store, const tracking::RunQuery &query,
                                      const RunColumns &columns);

/// Those of @p columns that say the same of every run of @p query.
Result<RunColumns> equalColumns(const tracking::RunStore &store, const tracking::RunQuery &query,
                                const RunColumns &columns);
/// Those that say the same of each of @p runs.
RunColumns equalColumns(const std::vector<tracking::Run> &runs, const RunColumns &columns);

/// Runs with every fact, in the order of @p rows.
Result<std::vector<tracking::Run>> readInFull(const tracking::RunStore &store, const std::vector<qint64> &rows);

} // namespace assay::ui
