// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/pages/btreepage.h"
#include "tracking/database.h"

namespace assay::tracking {

/// What the records of a table or an index of a store look like in its file, by which those of a file without a list of
/// tables are known again.
struct TableShape
{
    QByteArray name = {};
    QByteArray sql = {};                  ///< makes the table with no other index than its own; empty: an index
    bool rowid = false;                   ///< kept in pages of a table, not of an index
    std::vector<QByteArray> columns = {}; ///< each: the classes of PageRecord it may have
    std::size_t least = 0;                ///< columns there are at least: the others came later
    std::vector<quint32> usualRoots = {}; ///< where its first page lies in a new store, and in one written anew
    bool fits(const PageRecord &record) const;
};

/// Those of all tables and indexes of the newest version, which older ones fit too, in a file of such pages.
Result<std::vector<TableShape>> storeShapes(qint64 pageSize);

} // namespace assay::tracking
