// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking::query {

/// A metric and which of the facts kept of its series is meant.
struct MetricKey
{
    QString name = {};
    const char *column = "last"; ///< of the table `metrics`

    bool operator==(const MetricKey &) const = default;
};

/// The column that `min`, `max`, `last`, `count` or `step` names; none for any other word.
const char *summaryColumn(QStringView word);

/// What "loss.min" means: the metric of that very name where the store has one, else the minimum of `loss`.
Result<MetricKey> metricKey(Connection &connection, const QString &name);

} // namespace assay::tracking::query
