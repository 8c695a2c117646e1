// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QByteArray>
#include <QVariantList>

namespace assay::tracking {

/// A part of a statement with the values of its `?`, in order.
struct Sql
{
    QByteArray text;
    QVariantList values;

    void append(const QByteArray &more, const QVariantList &moreValues = {});
};

/// `FROM runs r JOIN experiments e … WHERE …` of a query.
Sql selection(const RunQuery &query);
/// The same with `ORDER BY … LIMIT … OFFSET …`. Errors: `bad_query` lists the sort keys there are.
Result<Sql> orderedSelection(const RunQuery &query);

} // namespace assay::tracking
