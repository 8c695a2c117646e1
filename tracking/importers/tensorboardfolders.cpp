// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tensorboardfolders.h"

#include "tracking/importers/folderwalk.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace assay::tracking {

namespace {

QStringList eventFiles(const QDir &dir)
{
    QStringList files;
    for (const QFileInfo &entry : dir.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name))
        if (isEventFile(entry.fileName()))
            files << entry.absoluteFilePath();
    return files;
}

} // namespace

bool isEventFile(const QString &name)
{
    return name.contains(QLatin1String("tfevents"));
}

std::vector<EventFolder> findEventFolders(const QString &root)
{
    const QFileInfo info(root);
    if (info.isFile()) {
        if (!isEventFile(info.fileName()))
            return {};
        return {{.name = QStringLiteral("."),
                 .path = QFileInfo(info.absolutePath()).canonicalFilePath(),
                 .files = {info.absoluteFilePath()}}};
    }
    const QDir top(info.absoluteFilePath());
    std::vector<EventFolder> found;
    walkFolders(root, [&](const QDir &dir) {
        const QStringList files = eventFiles(dir);
        const QString name = top.relativeFilePath(dir.path());
        if (!files.isEmpty())
            found.push_back(
                {.name = name.isEmpty() ? QStringLiteral(".") : name, .path = dir.canonicalPath(), .files = files});
        return true;
    });
    std::sort(found.begin(), found.end(), [](const EventFolder &a, const EventFolder &b) { return a.name < b.name; });
    return found;
}

bool isTrialFolder(const QString &name)
{
    static const QRegularExpression time(QStringLiteral("(^|/)\\d{9,11}\\.\\d+$"));
    return time.match(name).hasMatch();
}

} // namespace assay::tracking
