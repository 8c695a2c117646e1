// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/completion.h"

#include <QStringList>

namespace assay::tracking {

/// The metrics, parameters and tags that @p filter compares and that no run of the store has, each once: most likely
/// misspelt, though runs that have them may still come. Nothing where @p filter is no query. Their code is
/// `unknown_key`.
Result<std::vector<QueryProblem>> queryHints(const RunStore &store, const QString &filter);

/// The same of @p keys as they are sorted by or shown: "metrics.roc_auc.max", "params.C", "tags.owner"; others are
/// passed over.
Result<std::vector<QueryProblem>> keyHints(const RunStore &store, const QStringList &keys);

} // namespace assay::tracking
