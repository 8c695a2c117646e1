// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that runs carry: favourite, archived.
#include "tracking/keeping.h"

#include "tracking/runrows.h"

namespace assay::tracking {

Result<void> setFavourite(RunStore &store, const std::vector<RunId> &runs, bool favourite)
{
    Transaction change(store.database());
    for (const RunId &run : runs)
        change.run("UPDATE runs SET favourite = ? WHERE id = ?", {favourite ? 1 : 0, rowOf(change, run)});
    return change.commit();
}

Result<void> archive(RunStore &store, const std::vector<RunId> &runs)
{
    Transaction change(store.database());
    // A time of its own, as of a deletion, so that bringing one back does not bring others.
    const qint64 last = change.value("SELECT coalesce(max(archived), 0) FROM runs").value_or(0).toLongLong();
    const qint64 when = std::max(nowMilliseconds(), last + 1);
    for (const RunId &run : runs)
        change.run(withRunsBelow + "UPDATE runs SET archived = ? WHERE archived IS NULL AND id IN below",
                   {rowOf(change, run), when});
    return change.commit();
}

Result<void> unarchive(RunStore &store, const std::vector<RunId> &runs)
{
    Transaction change(store.database());
    for (const RunId &run : runs) {
        const qint64 row = rowOf(change, run);
        const QVariant when = change.value("SELECT archived FROM runs WHERE id = ?", {row}).value_or(QVariant());
        change.run(withRunsBelow + "UPDATE runs SET archived = NULL WHERE archived = ? AND id IN below", {row, when});
    }
    return change.commit();
}

} // namespace assay::tracking
