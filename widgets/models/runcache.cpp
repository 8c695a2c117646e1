// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runcache.h"

namespace assay::ui {

bool RunCache::put(qint64 row, tracking::Run run, quint64 age)
{
    if (Entry *entry = m_runs.object(row)) {
        if (age < entry->age)
            return false; // something newer overtook it
        entry->age = age;
        if (entry->run == run)
            return false;
        entry->run = std::move(run);
        return true;
    }
    m_runs.insert(row, new Entry{.run = std::move(run), .age = age});
    return true;
}

std::optional<qint64> RunCache::rowOf(const tracking::RunId &run) const
{
    const QList<qint64> rows = m_runs.keys();
    for (const qint64 row : rows)
        if (m_runs.object(row)->run.id == run)
            return row;
    return std::nullopt;
}

} // namespace assay::ui
