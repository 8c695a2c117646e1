// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStringList>

namespace assay::ui {

/// The settings of the program, the same wherever they are read.
class Settings : public QSettings
{
public:
    Settings();
};

enum class RecentKind { Data, Store };
/// Latest first, at most 8, only those that still exist.
QStringList recentPaths(RecentKind kind);
void addRecentPath(RecentKind kind, const QString &path);
void clearRecentPaths(RecentKind kind);

} // namespace assay::ui
