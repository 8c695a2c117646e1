// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <functional>

namespace assay::tracking {

/// Calls @p visit for @p root and every folder below it, by name, each once however many links lead to it, until it
/// returns false.
void walkFolders(const QString &root, const std::function<bool(const QDir &)> &visit);

} // namespace assay::tracking
