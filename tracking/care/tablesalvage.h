// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "tracking/care/finding.h"
#include "tracking/care/pages/rebuild.h"
#include "tracking/database.h"

#include <map>

namespace assay::tracking {

/// Copies the rows of a damaged store to a new one, table by table, and keeps account of what could not be read. No
/// row of the new store is replaced, so that what is read first counts.
class TableSalvage
{
public:
    explicit TableSalvage(Transaction &to)
        : m_to(to)
    {
    }

    /// Every table, around its damaged pages. Errors: `cancelled`.
    Result<void> copy(Connection &from, int version, const Rebuilt &rebuilt, const Context &context);
    /// Whether a table could not be read whole.
    bool damaged() const;
    /// Those that could not, once more from a copy whose tables were found by what its pages hold.
    Result<void> complete(Connection &from, const Rebuilt &rebuilt, const Context &context);
    /// Whether a table without which there are no runs or no points was damaged and nothing of it was read.
    bool emptied() const;
    std::vector<Finding> lost() const;

private:
    struct Outcome
    {
        QStringList unread = {}; ///< ranges of keys
        qint64 found = 0;        ///< rows that only its pages told of
        qint64 copied = 0;       ///< rows altogether
        qint64 refused = 0;      ///< that do not go together with others
        bool missing = false;    ///< not in the list of tables
        bool damaged() const { return missing || !unread.isEmpty(); }
    };

    Outcome copyTable(Connection &from, std::size_t table, const Rebuilt &rebuilt);
    void copyPart(Connection &from, std::size_t table, const QByteArray &part, Outcome &outcome);
    QByteArrayList sharedColumns(Connection &from, const QByteArray &table);

    Transaction &m_to;
    std::map<std::size_t, Outcome> m_outcomes; ///< by place in the list of tables
};

} // namespace assay::tracking
