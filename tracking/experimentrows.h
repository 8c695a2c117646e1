// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

namespace assay::tracking {

// What writers share about experiments, within a transaction.

/// The row of the experiment called @p name; one that is made when there is none.
qint64 experimentRow(Transaction &change, const QString &name);

/// A time that no earlier deletion has, so that restoring one does not undo another. [ms]
qint64 deletionTime(Transaction &change);

/// Writes anew what filters look in for the runs of an experiment, after its name changed.
void touchRunsOf(Transaction &change, qint64 row);

/// Takes the mark of deletion from an experiment. Where its name has been given to another meanwhile it is called
/// "NAME (restored)", "NAME (restored 2)", …, which its runs are found by. Returns its name.
QString reviveExperiment(Transaction &change, qint64 row);

/// With notes and tags, by name; the deleted ones instead where @p deleted.
Result<std::vector<Experiment>> readExperiments(Connection &connection, bool deleted);

} // namespace assay::tracking
