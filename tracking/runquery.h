// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/database.h"

#include <QByteArray>
#include <QVariantList>

namespace assay::tracking {

/// A part of a statement with the values of its `?`, in order.
struct Sql
{
    QByteArray text;
    QVariantList values;

    void append(const QByteArray &more, const QVariantList &moreValues = {});
    void append(const Sql &more) { append(more.text, more.values); }
};

/// The id of the key that the one `?` names.
inline const QByteArray keyOf = "(SELECT id FROM keys WHERE name = ?)";

/// `FROM runs r WHERE …` of a query, without its order and limits. Errors: `bad_query`.
Result<Sql> selection(Connection &connection, const RunQuery &query);
/// The same with `ORDER BY … LIMIT … OFFSET …`. Errors: `bad_query`, which lists the sort keys there are.
Result<Sql> orderedSelection(Connection &connection, const RunQuery &query);

} // namespace assay::tracking
