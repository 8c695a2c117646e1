// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"
#include "widgets/workbench.h"

#include <optional>
#include <vector>

namespace assay::app {

/// Where the data of a run lie now; empty: where they lay when it was made.
struct RerunFiles
{
    QString data = {}, test = {};
};

/// A metric that is not what it was. Without a value, that run has no such metric.
struct MetricChange
{
    QString metric = {}; ///< of a fold: "fold 2: roc_auc"
    std::optional<double> before = {}, after = {};
    qint64 points = 0; ///< of the series that differ

    bool operator==(const MetricChange &) const = default;
};

/// Every point of every series that does not hold a time, of the runs and of their folds: compared to the last bit.
Result<std::vector<MetricChange>> metricChanges(const tracking::RunStore &store, const tracking::RunDetails &before,
                                                const tracking::RunDetails &after);

/// Whether a run, or one of its folds, has anything that metricChanges() compares.
bool hasMetrics(const tracking::RunDetails &run);

/// What is not as it was: program, libraries, processor, system, threads, code; a sentence each.
QStringList inputChanges(const tracking::RunDetails &before, const tracking::RunDetails &after);

/// Whether a run put models of other runs together, and which and how.
std::optional<ui::EnsembleRequest> ensembleRequestOf(const tracking::RunDetails &run);

/// The tag of a run that was done again, with the id of the run it repeats.
inline constexpr const char *rerunTag = "rerun_of";

} // namespace assay::app
