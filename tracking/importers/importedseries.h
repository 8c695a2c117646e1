// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// Adds the points of @p run that the run at @p row has not yet to its series, piece by piece. What is there stays;
/// where a source keeps points in another order than they came, the series takes the source's. Returns whether anything
/// was added.
bool addSeries(Transaction &change, qint64 row, const ImportedRun &run, const Context &context);

/// What the series of the superseded points of @p series is called.
inline QString supersededSeries(const QString &series)
{
    return QStringLiteral("superseded/") + series;
}

/// How many points each series of @p run has.
std::map<QString, qint64> pointCounts(const ImportedRun &run);

} // namespace assay::tracking
