// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/folderwalk.h"

#include <QFileInfo>
#include <QSet>

namespace assay::tracking {

namespace {

/// Folders of runs are not nested deeper, and a tree that is cannot be one.
constexpr int deepest = 64;

bool walk(const QString &folder, int depth, QSet<QString> &seen, const std::function<bool(const QDir &)> &visit)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    if (path.isEmpty() || depth > deepest || seen.contains(path))
        return true;
    seen.insert(path);
    const QDir dir(folder);
    if (!visit(dir))
        return false;
    const QFileInfoList below = dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return std::all_of(below.begin(), below.end(),
                       [&](const QFileInfo &entry) { return walk(entry.absoluteFilePath(), depth + 1, seen, visit); });
}

} // namespace

void walkFolders(const QString &root, const std::function<bool(const QDir &)> &visit)
{
    QSet<QString> seen;
    walk(QFileInfo(root).absoluteFilePath(), 0, seen, visit);
}

} // namespace assay::tracking
