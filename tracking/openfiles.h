// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace assay::tracking {

/// @p user of SQLite may have the file at @p path open in this process from now on, until endUse().
void beginUse(const void *user, const QString &path);
void endUse(const void *user);

/// The first @p bytes of the file at @p path; none where it cannot be read. Of a file that SQLite has open in this
/// process nothing is read (the answer is empty): closing it again would take away SQLite's locks, after which another
/// program that ends would delete the log that this one goes on writing (sqlite.org/howtocorrupt.html, 2.2).
std::optional<QByteArray> beginningOf(const QString &path, qint64 bytes);

} // namespace assay::tracking
