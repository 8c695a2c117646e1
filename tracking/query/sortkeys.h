// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QString>
#include <vector>

namespace assay::tracking {

/// One of the keys that runs are ordered by: an attribute, or metrics.NAME, params.NAME, tags.NAME without quotes.
struct SortKey
{
    QString key = {};
    bool descending = true;

    bool operator==(const SortKey &) const = default;
};

/// What RunQuery::sortKey says: one key, or several with commas between them, the first first. Each may have `asc` or
/// `desc` behind it; without, it goes in the direction of @p descending. A name that has commas or ends in such a word
/// stands in `…` or "…" after its prefix, where a doubled quote stands for one. Errors: `bad_query`.
Result<std::vector<SortKey>> sortKeys(const QString &text, bool descending);

/// The other way round. One key comes without its direction, which RunQuery::descending says.
QString sortText(const std::vector<SortKey> &keys);

} // namespace assay::tracking
