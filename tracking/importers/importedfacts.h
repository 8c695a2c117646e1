// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"
#include "tracking/importers/importedrun.h"

namespace assay::tracking {

/// Keeps with the run at @p row what its source says of it now (name, note, tags, deleted), as digests, for the next
/// import to tell what changed there from what was edited here.
void keepSourceFacts(Transaction &change, qint64 row, const ImportedRun &run);

struct Followed
{
    bool changed = false;  ///< the run here
    bool anew = false;     ///< what is kept with it of the source
    QStringList kept = {}; ///< what was edited here and changed at the source too
};

/// Brings along what the source of the run at @p row changed since the last import and nobody edited here. Of runs that
/// were taken over before such facts were kept, only what is missing comes.
Followed followSource(Transaction &change, qint64 row, const ImportedRun &run);

} // namespace assay::tracking
