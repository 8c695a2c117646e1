// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QString>

namespace assay::tracking {

/// What to open in order to look at the store @p path and leave it as it is: the store itself where opening changes
/// nothing, else a copy of it in @p folder. Opening migrates an older store, gives it a log to write ahead (which a
/// copy has not), and closes runs of processes that died. Errors: those of openSource(), `store_full`.
Result<QString> untouchedStore(const QString &path, const QString &folder);

} // namespace assay::tracking
