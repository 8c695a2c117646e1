// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runtable.h"

#include <optional>
#include <vector>

namespace assay::ui {

/// One column of the runs table: a fact every run has, or one of the keys that were logged.
struct RunColumn
{
    enum Kind {
        Name,
        Favourite,
        Status,
        Model,
        Experiment,
        Task,
        Started,
        Ended,
        Duration,
        Note,
        Source,
        Metric,
        Param,
        Tag
    };
    Kind kind = Name;
    QString key = {}; ///< of metrics, parameters and tags

    /// "metrics.roc_auc", "params.C", "tags.owner", "name", …: how it is remembered.
    QString id() const;
    static std::optional<RunColumn> fromId(const QString &id);
    QString title() const;
    /// What the store calls it in RunQuery::sortKey.
    QString sortKey() const;
    /// What the store calls it in RunTable::groups(); empty when runs are not grouped by that.
    QString groupKey() const;
    /// Figures stand at the right of their cell.
    bool isFigure() const { return kind == Metric || kind == Param || kind == Duration; }

    bool operator==(const RunColumn &) const = default;
};
using RunColumns = std::vector<RunColumn>;

/// All columns that are no metric, parameter or tag, in the order they are offered.
RunColumns factColumns();
QStringList idsOf(const RunColumns &columns);
/// Those of @p ids that name a column.
RunColumns columnsFrom(const QStringList &ids);
/// What has to be read of a run to fill @p columns.
tracking::RunFields fieldsOf(const RunColumns &columns);

/// The keys that occur in some runs, sorted: what a column chooser offers.
struct RunKeys
{
    QStringList metrics = {}, params = {}, tags = {};

    bool operator==(const RunKeys &) const = default;
};
RunKeys keysOf(const std::vector<tracking::Run> &runs);
/// What is shown before anyone chose: name, status, model, the metrics that matter for the tasks there are, and when.
RunColumns defaultRunColumns(const RunKeys &keys);

} // namespace assay::ui
