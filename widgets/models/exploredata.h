// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/explore/importance.h"
#include "tracking/runtable.h"
#include "widgets/charts/parallelplot.h"

#include <memory>
#include <vector>

namespace assay::ui {

/// A parameter or metric over the runs of a query.
struct ExploreColumn
{
    QString key = {}; ///< "params.lr", "metrics.loss", "model"
    QString title = {};
    bool isMetric = false;
    bool largerIsBetter = true;
    std::vector<double> values = {}; ///< [runs] numbers, or places of `categories`; NaN where a run has none
    QStringList categories = {};     ///< empty: numbers
    bool whole = false;              ///< whole numbers: shown without decimals
    bool spreads = false;            ///< positive numbers over three powers of ten or more: best seen on a log axis
    std::size_t distinct = 0;
    std::vector<int> nans = {}; ///< runs, ascending, whose value is NaN; others with NaN have none

    /// As people read it; empty where a run has none.
    QString text(std::size_t run) const;
};

/// A column there is, read or not.
struct ExploreKey
{
    QString key = {};
    QString title = {};
    bool isMetric = false;
    qint64 runs = 0; ///< that have it
};

/// The runs of a query, column by column. A value: made by a job, only looked at afterwards.
struct ExploreData
{
    tracking::RunQuery query = {};
    std::vector<tracking::RunId> ids = {};
    std::vector<qint64> rows = {}; ///< of the store, to read more of the same runs
    QStringList names = {};
    std::vector<ExploreColumn> columns = {}; ///< model and parameters, then metrics, each in the order of their names
    std::vector<ExploreKey> offered = {};    ///< all there are: model, parameters, metrics, by name
    QStringList metricKeys = {};             ///< all there are, read or not, most used first

    std::size_t size() const { return ids.size(); }
    const ExploreColumn *column(const QString &key) const;
    /// Those that vary.
    std::vector<const ExploreColumn *> parameters() const;
    std::vector<const ExploreColumn *> metrics() const;
    /// What can be chosen: parameters that vary or were not read yet, and metrics where they are asked for.
    std::vector<ExploreKey> choices(bool withMetrics) const;
};
using ExplorePtr = std::shared_ptr<const ExploreData>;

/// Reads them a thousand at a time. Of more than 40 parameters or metrics those that most runs have, and in any case
/// @p wanted. Errors: those of the store and `bad_query`.
Result<ExplorePtr> readExplore(const tracking::RunStore &store, const tracking::RunQuery &query,
                               const QStringList &wanted, const Context &context);

/// @p explored and the columns @p keys, "params.…" and "metrics.…", that it has not: nothing else is read. Errors: as
/// above.
Result<ExplorePtr> readMoreColumns(const tracking::RunStore &store, const ExplorePtr &explored, const QStringList &keys,
                                   const Context &context);

/// The axes for @p keys, in that order.
std::vector<ParallelAxis> exploreAxes(const ExploreData &data, const QStringList &keys);
/// At first: the parameters that tell runs apart, model among them, then the metric.
QStringList usualAxes(const ExploreData &data, const QString &metric);

/// What engine::parameterImportance() asks for.
std::vector<engine::ImportanceColumn> importanceColumns(const ExploreData &data);

} // namespace assay::ui
