// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/care/finding.h"

#include "engine/core/context.h"

#include <map>

namespace assay::tracking {

/// A copy of a store that SQLite opens although the store's list of tables is destroyed.
struct Rebuilt
{
    QString path = {};
    /// Tables that hold more rows of the table by that name, where its pages do not hang together any more.
    std::map<QByteArray, QByteArrayList> parts = {};
    std::vector<Finding> lost = {};
};

/// Copies the store at @p path, its log included, into @p folder and gives the copy a list of tables made from what its
/// pages hold. Errors: `store_full`, `cancelled`; @p why where the pages hold no table of a store.
Result<Rebuilt> rebuildTables(const QString &path, const QString &folder, const Error &why, const Context &context);

} // namespace assay::tracking
