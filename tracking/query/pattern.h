// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay::tracking::query {

/// The pattern of `like` as one of SQLite's GLOB, which minds the case of letters; with @p ignoreCase each letter
/// stands for its upper and lower case, beyond ASCII too. @p escape: the one character that takes the meaning from the
/// next; where it is empty, the backslash does so before %, _ and itself.
QString globFrom(const QString &pattern, const QString &escape, bool ignoreCase);

} // namespace assay::tracking::query
