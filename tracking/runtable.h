// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

#include <span>

namespace assay::tracking {

/// A run's place in the store: found without reading anything else of it. Rows are stable while a store lives.
struct RunRow
{
    qint64 row = 0;
    qint64 parent = 0; ///< row of its parent; 0: none

    bool operator==(const RunRow &) const = default;
};

/// Which facts of runs to read: those a table shows.
struct RunFields
{
    QStringList metrics = {}, params = {}, tags = {};

    bool operator==(const RunFields &) const = default;
};

/// How often a key occurs among the runs of a query.
struct KeyUse
{
    QString key = {};
    qint64 runs = 0;     ///< that have it
    qint64 distinct = 0; ///< different values; 0 for metrics

    bool operator==(const KeyUse &) const = default;
};
struct RunKeyUse
{
    std::vector<KeyUse> metrics = {}, params = {}, tags = {};

    bool operator==(const RunKeyUse &) const = default;
};

/// Finite last values of one metric over some runs; NaN where there are none.
struct MetricSpread
{
    qint64 count = 0;
    double mean = 0, sd = 0; ///< sd with n − 1; NaN for fewer than two
    double min = 0, max = 0;
    qint64 minRow = 0, maxRow = 0; ///< runs that have them; 0: none

    bool operator==(const MetricSpread &) const = default;
};

/// Runs that share a value.
struct RunGroup
{
    QString value = {};   ///< as people see it
    bool missing = false; ///< those that have no value
    qint64 runs = 0;
    std::vector<MetricSpread> metrics = {}; ///< as asked for

    bool operator==(const RunGroup &) const = default;
};

/// The runs of a store as a table of any size: in order, filtered and sorted by the database, read only where somebody
/// looks. May be used from any thread. Errors: `bad_query` and those of the store.
class RunTable
{
public:
    explicit RunTable(const RunStore &store)
        : m_store(store)
    {
    }

    /// All rows of @p query in its order; its offset and limit are respected.
    Result<std::vector<RunRow>> rows(const RunQuery &query) const;
    /// The runs at @p rows, in that order, with no other facts than @p fields. Rows that are gone are left out. The
    /// parameter `model`, where it is asked for, is the run's model if it has none of its own.
    Result<std::vector<Run>> read(std::span<const qint64> rows, const RunFields &fields) const;
    /// With how many runs have each.
    Result<RunKeyUse> keys(const RunQuery &query) const;
    /// The metrics that any of the runs at @p rows has, sorted.
    Result<QStringList> metricKeys(std::span<const qint64> rows) const;
    /// By metric, in the order of @p metrics.
    Result<std::vector<MetricSpread>> spread(const RunQuery &query, const QStringList &metrics) const;
    /// By the value of @p key ("params.C", "tags.owner", "model", "status", "experiment", "dataset", …), most runs
    /// first. A run whose parent is found, too, stands under that in a table and counts only where @p nested: the
    /// folds of a run are no runs beside it. Who groups by `parent` wants them.
    Result<std::vector<RunGroup>> groups(const RunQuery &query, const QString &key, const QStringList &metrics,
                                         bool nested = false) const;
    /// Whether groups by @p key count runs under others whatever is asked.
    static bool groupsNested(const QString &key);

private:
    const RunStore &m_store;
};

} // namespace assay::tracking
