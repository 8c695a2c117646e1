// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// Adds to the run at @p row what @p run has beyond it: points, parameters, tags, inputs, its end, its parent. What is
/// there stays as it is. Returns whether anything was added.
bool growImported(Transaction &change, Connection &connection, qint64 row, const ImportedRun &run,
                  const Context &context);

/// The row of the run of @p source, if the store has it.
std::optional<qint64> rowOfSource(Transaction &change, const QString &source);

} // namespace assay::tracking
