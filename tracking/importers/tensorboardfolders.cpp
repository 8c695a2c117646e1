// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tensorboardfolders.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace assay::tracking {

namespace {

/// Folders of runs are not nested deeper, and a tree that is cannot be one.
constexpr int deepest = 64;

class Search
{
public:
    explicit Search(QString root)
        : m_root(std::move(root))
    {
    }

    void visit(const QString &folder, int depth)
    {
        const QString path = QFileInfo(folder).canonicalFilePath();
        if (path.isEmpty() || depth > deepest || m_seen.contains(path))
            return;
        m_seen.insert(path);
        QStringList files;
        const QDir dir(folder);
        for (const QFileInfo &entry : dir.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name))
            if (isEventFile(entry.fileName()))
                files << entry.absoluteFilePath();
        if (!files.isEmpty())
            found.push_back({.name = QDir(m_root).relativeFilePath(folder), .path = path, .files = files});
        for (const QFileInfo &entry : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            visit(entry.absoluteFilePath(), depth + 1);
    }

    std::vector<EventFolder> found;

private:
    QString m_root;
    QSet<QString> m_seen;
};

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
    Search search(info.absoluteFilePath());
    search.visit(info.absoluteFilePath(), 0);
    for (EventFolder &folder : search.found)
        if (folder.name.isEmpty())
            folder.name = QStringLiteral(".");
    std::sort(search.found.begin(), search.found.end(),
              [](const EventFolder &a, const EventFolder &b) { return a.name < b.name; });
    return std::move(search.found);
}

bool isTrialFolder(const QString &name)
{
    static const QRegularExpression time(QStringLiteral("(^|/)\\d{9,11}\\.\\d+$"));
    return time.match(name).hasMatch();
}

} // namespace assay::tracking
