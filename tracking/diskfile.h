// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay::tracking {

// What the operating system keeps in memory reaches the disk itself; false when that failed.

bool syncFile(const QString &path);
/// Makes a file made, renamed or removed in @p folder durable.
bool syncFolder(const QString &folder);

} // namespace assay::tracking
