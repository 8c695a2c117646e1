// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QCache>
#include <optional>

namespace assay::ui {

/// The runs that were looked at last, by their row in the store: so many and no more, whatever the store holds. Values
/// that may have changed since stay until newer ones come, so that a table does not flicker.
class RunCache
{
public:
    static constexpr qsizetype usual = 2048;

    explicit RunCache(qsizetype capacity = usual)
        : m_runs(capacity)
    {
    }

    /// nullptr when it is not here. Valid until the next put() or clear().
    const tracking::Run *find(qint64 row) const
    {
        const Entry *entry = m_runs.object(row);
        return entry ? &entry->run : nullptr;
    }
    bool isFresh(qint64 row) const
    {
        const Entry *entry = m_runs.object(row);
        return entry && entry->age == m_age;
    }
    /// What was read at @p age. Whether what is shown changes by it.
    bool put(qint64 row, tracking::Run run, quint64 age);
    /// The store changed: what is here is only the latest known.
    void expire() { ++m_age; }
    quint64 age() const { return m_age; }
    void clear() { m_runs.clear(); }
    /// Room for at least @p runs.
    void makeRoom(qsizetype runs) { m_runs.setMaxCost(std::max(usual, runs)); }
    qsizetype count() const { return m_runs.size(); }
    std::optional<qint64> rowOf(const tracking::RunId &run) const;

private:
    struct Entry
    {
        tracking::Run run = {};
        quint64 age = 0;
    };
    QCache<qint64, Entry> m_runs;
    quint64 m_age = 0;
};

} // namespace assay::ui
