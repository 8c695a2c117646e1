// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runstore.h"

namespace assay::tracking {

/// The metrics, parameters and tags that @p filter compares and that no run of the store has, as they are written in
/// it: they explain why nothing was found. None of a filter that is no query.
QStringList unknownKeys(const RunStore &store, const QString &filter);

} // namespace assay::tracking
