// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recent.h"

#include <QFileInfo>

namespace assay::ui {

namespace {

constexpr int kept = 8;

QString keyOf(RecentKind kind)
{
    return kind == RecentKind::Data ? QStringLiteral("recent/data") : QStringLiteral("recent/stores");
}

} // namespace

Settings::Settings()
    : QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("assay"), QStringLiteral("assay"))
{
}

QStringList recentPaths(RecentKind kind)
{
    QStringList paths = Settings().value(keyOf(kind)).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void addRecentPath(RecentKind kind, const QString &path)
{
    // What lies inside the program is offered as a sample already.
    if (path.isEmpty() || path.startsWith(QLatin1Char(':')))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentPaths(kind);
    paths.removeAll(absolute);
    paths.prepend(absolute);
    Settings().setValue(keyOf(kind), paths.mid(0, kept));
}

void clearRecentPaths(RecentKind kind)
{
    Settings().remove(keyOf(kind));
}

} // namespace assay::ui
