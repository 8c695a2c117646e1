// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"

#include <QString>

namespace assay::tracking {

/// Packs all files below @p folder into the new file @p path; there whole or not at all. Errors: `cannot_write`,
/// `cancelled`.
Result<void> zipFolder(const QString &folder, const QString &path, const Context &context);

} // namespace assay::tracking
